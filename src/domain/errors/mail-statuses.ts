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

/** What a refusal is about. */
export type StatusMatter = 'recipient' | 'mailbox' | 'server' | 'protocol' | 'content' | 'policy';

/** By the second number of a status. @see https://www.rfc-editor.org/rfc/rfc3463 checked 2026-11-29 */
const matters: Readonly<Record<string, StatusMatter>> = {
  1: 'recipient',
  2: 'mailbox',
  3: 'server',
  4: 'server',
  5: 'protocol',
  6: 'content',
  7: 'policy',
};

/** What a status such as `550 5.1.1` is about; undefined where its number does not say so. */
export function statusMatter(status: string): StatusMatter | undefined {
  return matters[/ [45]\.(\d)\./.exec(status)?.[1] ?? ''];
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
