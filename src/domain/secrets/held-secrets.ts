/** Whether a whole text holds a token or a secret, however a log, an address or a mail program wrote it. */

import { withoutEncodings } from '../text/encodings.ts';
import { mayHoldSecret } from './secret-shape.ts';

/** As in `decode`: a text within a text within an address; real texts are not nested deeper. */
const mostRounds = 3;

const unseen = /[\0\p{Default_Ignorable_Code_Point}]/gu;

/** The text as it is written, then after each round of decoding; without the characters that nobody sees. */
function readings(text: string): readonly string[] {
  const rounds = [text];
  for (let last = text; rounds.length <= mostRounds;) {
    const next = withoutEncodings(last);
    if (next === last) break;
    rounds.push(next);
    last = next;
  }
  return rounds.map((one) => one.replace(unseen, ''));
}

/** A JWT has two parts at least; the first is JSON in Base64. Tried once for each run of its characters. */
const jwt = /(?<![\w-])eyJ[\w-]{7,20000}\.[\w-]{10}/;
/** What no one but Microsoft can read, where it is called a token; of one that is being typed there is less. */
const called =
  /\b(?:(?:access|refresh|id)_?token|bearer)["']?\s{0,4}[:=]?\s{0,4}["']?(?=[\w.~+/!*$=-]{0,60}\d)[\w.~+/!*$=-]{40}/i;

/** What a program tells a mail server is Base64: `auth=Bearer` at each of three offsets, without the characters that hold bits of what is beside it. */
const toMailServer = /YXV0aD1CZWFyZX|F1dGg9QmVhcmVy|hdXRoPUJlYXJlc/;

/** A terminal wraps long lines, and text copied from it contains the line breaks. */
function unwrapped(text: string): string {
  return text.replace(/[ \t]{0,8}\r?\n[ \t]{0,8}(?!eyJ)/g, '');
}

/** Whether a text holds a token: a JWT, what a program tells a mail server, or what is called one and looks like one. */
export function holdsToken(text: string): boolean {
  return readings(text).some(
    (one) =>
      called.test(one) ||
      [one, unwrapped(one)].some((each) => jwt.test(each) || toMailServer.test(each)),
  );
}

/** Whether a text holds what may be today's form of a secret, also where an encoding or an invisible character hides it. */
export function holdsEntraSecret(text: string): boolean {
  return readings(text).some(mayHoldSecret);
}
