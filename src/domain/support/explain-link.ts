/** Explains a pasted link to a page of a guide: which guide, which page, which language, and each value in it. */

import type { Guide } from '../guide/guide.ts';
import type { AcceptedText } from '../values/accepted-text.ts';
import { parseLinkValues, type LinkProblem } from '../values/link-values.ts';
import { readValue, type ReadingContext } from '../values/read-value.ts';
import type { Reading } from '../values/reading.ts';

/** A value of a link, as the guide's own reader reads it. */
export interface ExplainedValue {
  readonly id: string;
  readonly reading: Reading<AcceptedText>;
}

/** What a link says. */
export interface ExplainedLink {
  /** The server that it leads to, in lower case, with the port. */
  readonly host: string;
  readonly guide: string;
  /** The step, or the page of the guide that is none; undefined for the overview. */
  readonly page?: string | undefined;
  /** Whether that page is a step. */
  readonly isStep: boolean;
  /** The code in front of the guide, as in `/en/bm/`; undefined without one. */
  readonly language?: string | undefined;
  /** In the order of the link. */
  readonly values: readonly ExplainedValue[];
  /** What is wrong with the rest of it; never contains a value. */
  readonly problems: readonly LinkProblem[];
}

/** What links are read with. */
export interface LinkKnowledge {
  readonly guides: readonly Pick<Guide, 'id' | 'values' | 'steps'>[];
  /** The codes of all languages. */
  readonly languages: readonly string[];
  /** The ids of a guide's pages that are no steps. */
  readonly pages: readonly string[];
}

/** What mail programs put around an address; links contain none of it unencoded. */
const around = /[\s"'<>„“”‚‘’«»()[\]]+/;
const address = /^https?:\/\/([^/?#\\]{1,255})((?:\/[\w-]{1,60}){1,3})\/?(?:#(.*))?$/i;
/** Of a text with more, the rest is not looked at. */
const mostAddresses = 200;

/** The addresses in a text, without the end of the sentence that they may stand in. */
function addressesIn(text: string): readonly string[] {
  const pieces = text.split(around).flatMap((piece) => {
    const start = piece.search(/https?:\/\//i);
    return start < 0 ? [] : [piece.slice(start).replace(/[.,;:]{1,3}$/, '')];
  });
  return pieces.slice(0, mostAddresses);
}

function explained(
  authority: string,
  path: string,
  fragment: string,
  { guides, languages, pages }: LinkKnowledge,
  context: ReadingContext,
): ExplainedLink | undefined {
  const parts = path.toLowerCase().split('/').slice(1);
  const language = languages.find((code) => code === parts[0]);
  const [id, page, ...more] = language === undefined ? parts : parts.slice(1);
  const guide = guides.find((one) => one.id === id);
  const isStep = guide?.steps.some((step) => step.id === page) ?? false;
  const isPage = page === undefined || isStep || pages.includes(page);
  if (!guide || !isPage || more.length > 0) return undefined;
  const { values, problems } = parseLinkValues(
    fragment,
    guide.values.map((value) => value.id),
  );
  const read = [...values].flatMap(([key, text]): readonly ExplainedValue[] => {
    const definition = guide.values.find((value) => value.id === key);
    return definition ? [{ id: key, reading: readValue(definition, text, context) }] : [];
  });
  // What stands before an @ only looks like a server.
  const host = authority.slice(authority.lastIndexOf('@') + 1).toLowerCase();
  return { host, guide: guide.id, page, isStep, language, values: read, problems };
}

/**
 * The first link in a text that leads to a guide's page, on any host; one with values rather than one without. The
 * path has to be exactly that of a page. Undefined where there is none.
 */
export function explainLink(
  text: string,
  known: LinkKnowledge,
  context: ReadingContext,
): ExplainedLink | undefined {
  const links = addressesIn(text).flatMap((one) => {
    const [, host = '', path, fragment = ''] = address.exec(one) ?? [];
    return path === undefined ? [] : (explained(host, path, fragment, known, context) ?? []);
  });
  return links.find(({ values, problems }) => values.length + problems.length > 0) ?? links[0];
}

/** The values of a link that the guide accepts. */
export function acceptedValues({ values }: ExplainedLink): Readonly<Record<string, AcceptedText>> {
  return Object.fromEntries(
    values.flatMap(({ id, reading }) => (reading.ok ? [[id, reading.value] as const] : [])),
  );
}
