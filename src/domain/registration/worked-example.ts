/** A guide with made-up values all through: what the reader would enter, and what comes of it. */

import { applicable } from '../guide/applicable.ts';
import type { ApplicableGuide, Guide, Values } from '../guide/guide.ts';
import { redirectUris, type RedirectUri } from './redirect-uris.ts';
import { fillTemplate, parseTemplate } from '../values/template.ts';
import { tokenEndpointTemplate } from './token-endpoint.ts';

/** The samples of a guide by value id, and what is generated of them. */
export interface WorkedExample {
  readonly values: Values;
  readonly redirectUris: readonly RedirectUri[];
  /** Absent where nothing is known of the token request. */
  readonly token?:
    | {
        readonly endpoint: string;
        readonly scope: string;
        /** Whether it is our reading: the vendor says nothing, and no form of the product asks for it. */
        readonly isInferred: boolean;
      }
    | undefined;
}

/** The example of a guide, in the branch that its samples choose. @throws where a sample is missing: our own mistake. */
export function workedExample(guide: Guide): WorkedExample {
  const values = Object.fromEntries(guide.values.map(({ id, sample }) => [id, sample]));
  const branch = applicable(guide, values);
  const [token] = branch.token;
  return {
    values,
    redirectUris: redirectUris(branch, values),
    token: token && {
      endpoint: filled(tokenEndpointTemplate(token), values),
      scope: token.scopes.join(' '),
      isInferred: token.certainty === 'inferred' && !asksForEndpoint(branch),
    },
  };
}

/** In bm only the grant is inferred; the vendor gives address and scope (BM-05, BM-10). */
function asksForEndpoint({ forms }: ApplicableGuide): boolean {
  const sources = forms.flatMap(({ fields }) => fields.map(({ source }) => source));
  return sources.some((source) => 'from' in source && source.from === 'token-endpoint');
}

function filled(template: string, values: Values): string {
  const text = fillTemplate(parseTemplate(template), values);
  if (!text.ok) throw new Error(`The example lacks ${text.missing.join(', ')}`);
  return text.text;
}
