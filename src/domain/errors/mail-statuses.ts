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

/** A status that a screenshot's recognition has damaged, as it was read. */
export interface RepairedStatus {
  readonly read: string;
  readonly start: number;
  readonly end: number;
}

/** A text whose damaged statuses are repaired, and which those are. */
export interface RepairedText {
  readonly text: string;
  readonly repaired: readonly RepairedStatus[];
}

/** Reply codes of failures in use with SMTP; not 587, which is a port. */
const replies = '(?:4(?:21|3[0-2]|5[0-9]|7[0-9])|5(?:0[0-4]|2[1-5]|3[0-9]|4[1-5]|5[0-9]|7[01]))';
/** As servers write it, and as Python prints a pair. */
const status = new RegExp(
  String.raw`(?<![\w.,])(${replies})[-: ,(b'"#]{1,8}([45]\.\d{1,3}\.\d{1,3})(?![\w-]|\.\d)`,
  'g',
);
const damaged = new RegExp(
  String.raw`(?<![\w.,])(${replies}[-: ]{1,3})([45][.,] ?[\dlIO|]{1,3}[.,] ?[\dlIO|]{1,3})(?![\w-]|[.,]\d)`,
  'g',
);

function repair(enhanced: string): string {
  const digits = enhanced.replace(/[lI|]/g, '1').replace(/O/g, '0').replace(/,/g, '.');
  // Blanks go to the front, so that what follows stays in its place.
  return digits.replace(/ /g, '').padStart(enhanced.length);
}

/** The text with damaged statuses repaired, each as long as it was: positions stay. */
export function repairedStatuses(text: string): RepairedText {
  const repaired: RepairedStatus[] = [];
  const readable = text.replace(
    damaged,
    (read, before: string, enhanced: string, start: number) => {
      const digits = repair(enhanced);
      if (digits !== enhanced) repaired.push({ read, start, end: start + read.length });
      return before + digits;
    },
  );
  return { text: readable, repaired };
}

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
