/**
 * In what two texts differ, in a few words: settings are compared line by line, redirect URIs part by part, and both are
 * described by these. `encoding` is a blank as `%20`, `%2520` or `+` (CMX-06); `version` is v1 or v2 of an endpoint; `tenant`
 * another tenant, or `common` and the like in its place. The words are in `content/words/<lang>.json` under `difference`.
 */
export const differenceKinds = [
  'invisible',
  'encoding',
  'blank',
  'scheme',
  'scheme-missing',
  'scheme-misspelt',
  'user',
  'www',
  'tenant',
  'version',
  'port',
  'slash',
  'case',
  'query',
  'fragment',
  'wildcard',
  'other',
] as const;

/** A kind of difference. */
export type DifferenceKind = (typeof differenceKinds)[number];
