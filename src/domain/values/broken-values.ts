/** Joins IDs and secrets that a narrow window, a mail or a PDF has broken over two lines. */

import { isGuid } from '../text/guid-pattern.ts';
import { isSecretWhole } from '../secrets/secret-shape.ts';

const guidHalves =
  /(?<![\w-])([\da-f-]{1,35})([ \t]{0,8}\r?\n[ \t]{0,8})(?=([\da-f-]{1,35})(?![\w-]))/gi;
/** Mail puts an equals sign before a soft line break. */
const secretHalves =
  /(?<![\w~.-])([\w~.-]{1,39})([ \t]{0,8}=?\r?\n[ \t]{0,8})(?=([\w~.-]{1,39})(?![\w~.-]))/g;

function joined(text: string, halves: RegExp, isWhole: (value: string) => boolean): string {
  return text.replace(halves, (whole, first: string, _, second: string) =>
    isWhole(first + second) ? first : whole,
  );
}

/** The text with each broken GUID in one piece. Halves are joined only if together they are a GUID. */
export function withWholeGuids(text: string): string {
  return joined(text, guidHalves, (value) => isGuid(value.toLowerCase()));
}

/** The text with each broken secret in one piece, so that it is recognised. */
export function withWholeSecrets(text: string): string {
  return joined(text, secretHalves, isSecretWhole);
}
