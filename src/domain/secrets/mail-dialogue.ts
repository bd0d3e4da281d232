/** What a client tells a mail server when it is asked who it is, in whatever form a log has it. */

import type { HiddenPlace } from './redaction-rules.ts';

/** Who speaks, after whatever a log puts first: a time, a level, a name. */
const speaker =
  /^[^\n]{0,80}?(?:(?<![a-z])[CS]:|(?:CLIENT|SERVER) -> (?:CLIENT|SERVER):|\b(?:send|reply|client|server):|(?:Sent|Recv)[ ][\d./:, APM-]{5,40}:[ ]|SmtpCmd(?:Sent|Resp):|<~|<-|->|[<>]{1,3}(?=[ \t]))[ \t]{0,4}/i;
const server =
  /(?<![a-z])S:|-> CLIENT:|\breply:|(?<!-> )\bserver:|\bRecv[ ]|CmdResp:|<[~-]|<{1,3}[ \t]{0,4}$/i;
/** Some programs' arrows point from the server to the client: behind one stands an answer. */
const turnedArrows = /^[^\n]{0,80}?->[ \t]{0,4}["']?(?:[2345]\d\d[ -]|\+OK|-ERR|\* (?:OK|NO|BAD))/m;
const time = /^[ \t]{0,8}\[?[\d:.,TZ+/-]{5,40}\]?(?:[ \t][\d:.,TZ+/-]{5,40}\]?)?[ \t]{1,8}/;
/** `334` asks for the next piece of a sign-in. */
const asks = /^(?:b?["'])?334(?:[ -]\S{0,400})?$|^retcode \(334\)/;
/** In the midst of a sign-in a plus sign asks too, in IMAP. */
const goesOn = /^\+(?:[ \t]|$)/;
const answers =
  /^(?:b?["'])?(?:[245]\d\d(?:[ -]|$)|[\w.]{1,20}[ \t]{1,4}(?:OK|NO|BAD)\b|\+OK|-ERR)/;
/** The client starts to sign in, or says that its user name and password come by themselves. */
const signInStart =
  /(?<!\d[ -])\bAUTH(?:ENTICATE)?[ \t]{1,4}(?:LOGIN|PLAIN|XOAUTH2|OAUTHBEARER|NTLM|CRAM-MD5)\b/i;
const literal = /\bLOGIN[ \t][^\n]{0,320}\{\d{1,6}\+?\}\s{0,2}$/i;
const encoded =
  /^(?!(?:quit|rset|noop|starttls|ehlo|helo|logout|auth)\b)(?:b?["'])?[\w+/-]{2,}={0,3}(?:\\r\\n|<EOL>|<CRLF>)?["']?\s{0,4}$/i;
/** What is no answer but an error is what the reader wants to have explained. */
const error = /AADSTS\s?\d|(?<!\d)[45]\d\d[ -]\d\.\d/;

/** What a client is to say next: one answer to a question, a literal that may have several parts, or something in Base64. */
type Expected = 'answer' | 'literal' | 'encoded';

/** How many lines it is waited for. */
const patience: Readonly<Record<Expected, number>> = { answer: 4, literal: 8, encoded: 8 };

interface Said {
  /** Where it starts in the line. */
  readonly from: number;
  readonly words: string;
  /** Missing where the line does not tell. */
  readonly by?: 'client' | 'server';
}

function said(line: string, areTurned: boolean): Said {
  const [spoken] = speaker.exec(line) ?? [];
  const spokenEnd = spoken?.length ?? 0;
  const from = spokenEnd + (time.exec(line.slice(spokenEnd))?.[0].length ?? 0);
  const words = line.slice(from).trimEnd();
  return spoken === undefined
    ? { from, words }
    : {
        from,
        words,
        by: server.test(spoken) === isTurned(spoken, areTurned) ? 'client' : 'server',
      };
}

function isTurned(spoken: string, areTurned: boolean): boolean {
  return areTurned && /(?:<-|->)[ \t]{0,4}$/.test(spoken);
}

/** What a line makes the client say next, if anything. */
function demanded({ words, by }: Said, isSigningIn: boolean): Expected | undefined {
  if (by !== 'client' && asks.test(words)) return 'answer';
  if (by !== 'client' && isSigningIn && goesOn.test(words)) return 'literal';
  if (by !== 'server' && literal.test(words)) return 'literal';
  return by !== 'server' && signInStart.test(words) ? 'encoded' : undefined;
}

/** The places of what a client answers when it signs in: user names, passwords, tokens. */
export function answeredPlaces(text: string): readonly HiddenPlace[] {
  const places: HiddenPlace[] = [];
  let expected: Expected = 'answer';
  let left = 0;
  const areTurned = turnedArrows.test(text);
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
    const one = said(line.slice(0, 600), areTurned);
    const demand = demanded(one, left > 0);
    if (demand !== undefined) {
      expected = demand;
      left = patience[demand];
    }
    if (demand !== undefined || left === 0 || /^["')]*$/.test(one.words)) continue;
    const { words, by, from } = one;
    left -= 1;
    if (by !== 'client' && (answers.test(words) || error.test(words))) left = 0;
    else if (by !== 'server' && (expected !== 'encoded' || encoded.test(words))) {
      const end = error.exec(line)?.index ?? line.trimEnd().length;
      if (end > from) places.push({ start: index + from, end: index + end, kind: 'secret' });
      if (expected === 'answer' && (by === 'client' || encoded.test(words))) left = 0;
    }
  }
  return places;
}
