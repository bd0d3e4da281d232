/** The single texts of a YAML or JSON file, each with its place. */

import { isMap, isScalar, isSeq } from 'yaml';
import { locate } from './mistake.ts';

/** A text, or another value where a text may be missing. */
export interface Leaf {
  /** Keys and positions that lead to it. */
  readonly path: readonly string[];
  readonly line: number;
  readonly value: unknown;
}

/** All texts of a file in order; those before a mistake in its form if it cannot be read. */
export function leavesOf(text: string, firstLine = 1): readonly Leaf[] {
  const { root, lineAt } = locate(text, firstLine);
  const leaves: Leaf[] = [];
  const visit = (node: unknown, path: readonly string[], start: number): void => {
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        const [name, at] = isScalar(key) ? [String(key.value), key.range?.[0]] : ['', undefined];
        visit(value, [...path, name], at ?? start);
      }
    } else if (isSeq(node)) {
      node.items.forEach((item, index) => {
        visit(item, [...path, String(index)], isScalar(item) ? (item.range?.[0] ?? start) : start);
      });
    } else if (isScalar(node)) {
      leaves.push({ path, line: lineAt(start), value: node.value });
    }
  };
  visit(root, [], 0);
  return leaves;
}
