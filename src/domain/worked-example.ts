/** A guide with made-up values all through: what the reader would enter, and what comes of it. */

import { applicable } from './applicable.ts';
import type { Guide, TokenRequest, Values } from './guide.ts';
import { redirectUris, type RedirectUri } from './redirect-uris.ts';
import { fillTemplate, parseTemplate } from './template.ts';
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
        readonly certainty: TokenRequest['certainty'];
      }
    | undefined;
}

/** The example of a guide, in the branch that its samples choose. @throws where a sample is missing: our own mistake. */
export function workedExample(guide: Guide): WorkedExample {
  const values = Object.fromEntries(guide.values.map(({ id, sample }) => [id, sample]));
  const [token] = applicable(guide, values).token;
  return {
    values,
    redirectUris: redirectUris(guide, values),
    token: token && {
      endpoint: filled(tokenEndpointTemplate(token), values),
      scope: token.scopes.join(' '),
      certainty: token.certainty,
    },
  };
}

function filled(template: string, values: Values): string {
  const text = fillTemplate(parseTemplate(template), values);
  if (!text.ok) throw new Error(`The example lacks ${text.missing.join(', ')}`);
  return text.text;
}
