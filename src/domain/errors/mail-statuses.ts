/** What mail servers answer: a reply code and an enhanced status, such as `550 5.7.708`. */

/** A status of a mail server and where it stands. */
export interface MailStatus {
  readonly reply: string;
  readonly enhanced: string;
  readonly start: number;
  readonly end: number;
  /** Where its line ends. */
  readonly lineEnd: number;
}

/** Reply codes of failures in use with SMTP; not 587, which is a port. */
const replies = '(?:4(?:21|3[0-2]|5[0-9]|7[0-9])|5(?:0[0-4]|2[1-5]|3[0-9]|4[1-5]|5[0-9]|7[01]))';
/** As servers write it, and as Python prints a pair. */
const status = new RegExp(
  String.raw`(?<![\w.,])(${replies})[-: ,(b'"#]{1,8}([45]\.\d{1,3}\.\d{1,3})(?![\w-]|\.\d)`,
  'g',
);

/** All statuses of a text in its order. Reply code and status must be of the same class. */
export function mailStatuses(text: string): readonly MailStatus[] {
  let lineEnd = 0;
  return [...text.matchAll(status)].flatMap(
    ({ 0: whole, 1: reply = '', 2: enhanced = '', index }) => {
      if (!enhanced.startsWith(reply.slice(0, 1))) return [];
      const end = index + whole.length;
      // Looked for once per line, however many statuses stand in it.
      if (end > lineEnd) lineEnd = (text.indexOf('\n', end) + 1 || text.length + 1) - 1;
      return [{ reply, enhanced, start: index, end, lineEnd }];
    },
  );
}
