/** IDs that a narrow window, a mail or a PDF has broken over two lines. */

import { isGuid } from './guid.ts';

const halves =
  /(?<![\w-])([\da-f-]{1,35})([ \t]{0,8}\r?\n[ \t]{0,8})(?=([\da-f-]{1,35})(?![\w-]))/gi;

/** The text with each broken GUID in one piece. Only what is a whole GUID together is joined. */
export function withWholeGuids(text: string): string {
  return text.replace(halves, (whole, first: string, _, second: string) =>
    isGuid((first + second).toLowerCase()) ? first : whole,
  );
}
