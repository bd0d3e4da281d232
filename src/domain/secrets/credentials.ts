/** Secrets, tokens and codes where a text has no place for them. */

import { guidPattern } from '../text/guid-pattern.ts';
import { isRandom, mayHoldSecret } from './secret-shape.ts';

const guids = new RegExp(guidPattern, 'gi');
/** Characters of which secrets, tokens and codes are made; a mail address or a sentence is more than one run. */
const runs = /[\w~.+/=-]{20,}/g;

/** The seed of a second factor: Base32 in capitals, in groups of eight. */
const seed = /^(?=\D*\d\D*\d)(?:[A-Z2-7]{8}){3,}$/;

/** A JWT, a secret of today's form, a seed, or a run without order: nothing that a reader of values asks for. */
function isCredential(run: string): boolean {
  return mayHoldSecret(run) || /(?<!\w)eyJ[\w-]{8}/.test(run) || seed.test(run) || isRandom(run);
}

/** Secrets of today's form, in small letters too; and codes of Microsoft's private accounts, whose end has the form of an ID. */
const told = [/[\w~.-]{3}\dQ~[\w~.-]*/gi, /(?<!\w)M\.[A-Z]\d{1,4}_[A-Z]{3}\.[\w.!*$-]*/gi];

/**
 * The runs of a text that look like a secret, a token or a code: today's form of a secret, JWTs, and 20 or more
 * characters of mixed letters and digits without order. IDs are not among them. A password that a person made up cannot be recognised by its shape.
 */
export function credentialsIn(text: string): readonly string[] {
  const found = text.replace(guids, ' ').match(runs) ?? [];
  return [...found.filter(isCredential), ...told.flatMap((form) => text.match(form) ?? [])];
}
