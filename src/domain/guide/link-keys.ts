/** The keys that links may contain, over all guides: what support looks up before it writes a link. */

import type { Guide, ValueDefinition } from './guide.ts';

/** A key, and the guides that know it. */
export interface LinkKey {
  readonly key: string;
  /** What may stand behind it: every option of a choice, or else a made-up example. */
  readonly options: readonly string[];
  readonly sample: string;
  /** In the order given. */
  readonly guides: readonly Guide[];
}

function definitions(guides: readonly Guide[], key: string): readonly ValueDefinition[] {
  return guides.flatMap(({ values }) => values.filter(({ id }) => id === key));
}

/** Each key once: first those that most guides know, otherwise in the order of the guides. */
export function linkKeys(guides: readonly Guide[]): readonly LinkKey[] {
  const keys = new Set(guides.flatMap(({ values }) => values.map(({ id }) => id)));
  return [...keys]
    .map((key): LinkKey => {
      const all = definitions(guides, key);
      const options = all.flatMap((one) => (one.kind === 'choice' ? one.options : []));
      return {
        key,
        options: [...new Set(options)],
        sample: all[0]?.sample ?? '',
        guides: guides.filter(({ values }) => values.some(({ id }) => id === key)),
      };
    })
    .toSorted((one, other) => other.guides.length - one.guides.length);
}
