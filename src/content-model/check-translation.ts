/** Compares the components of a translation with those of the German text. */

import { componentsIn, parseProse, type UsedComponent } from './prose-parts.ts';
import type { Report } from './report.ts';

/** Attributes that a translation translates. */
const translatedAttributes = ['shows', 'title'];

interface Sign {
  readonly tag: string;
  readonly line: number;
}

function sign({ name, line, attributes }: UsedComponent): Sign {
  const kept = Object.entries(attributes).filter(([key]) => !translatedAttributes.includes(key));
  return { tag: `<${[name, ...kept.map(([key, value]) => `${key}="${value}"`)].join(' ')}>`, line };
}

/** The components that a translation must also have, or undefined if the text cannot be read. */
function signature(text: string): readonly Sign[] | undefined {
  if (!parseProse(text).ok) return undefined;
  return componentsIn(text)
    .filter(({ name }) => !['Label', 'Path', 'ProductLabel', 'ProductPath', 'Value'].includes(name))
    .map(sign);
}

/** The first component that appears more often in one list than in the other. */
function surplus(one: readonly Sign[], other: readonly Sign[]): Sign | undefined {
  const rest = other.map(({ tag }) => tag);
  return one.find(({ tag }) => {
    const index = rest.indexOf(tag);
    if (index >= 0) rest.splice(index, 1);
    return index < 0;
  });
}

/** Reports the first missing component and the first extra one; for an unreadable text, neither. */
export function checkTranslation(file: string, text: string, source: string, report: Report): void {
  const [here, there] = [signature(text), signature(source)];
  if (!here || !there) return;
  const missing = surplus(there, here);
  const extra = surplus(here, there);
  const expected = 'the same components as in German';
  if (missing) report.add(file, 1, `no ${missing.tag} (German: line ${missing.line})`, expected);
  if (extra) report.add(file, extra.line, extra.tag, expected);
}
