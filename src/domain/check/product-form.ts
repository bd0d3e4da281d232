/** The expected content of a product form's fields, as text with slots for values. */

import { applicable } from '../guide/applicable.ts';
import type { ExpectedField } from './expectation.ts';
import type {
  ApplicableGuide,
  FieldSource,
  Guide,
  MayDepend,
  ProductField,
} from '../guide/guide.ts';
import { parseTemplate, type Segment } from '../values/template.ts';
import { tokenEndpointTemplate } from '../registration/token-endpoint.ts';

const encryptionWords = { tls: 'SSL/TLS', starttls: 'STARTTLS' } as const;

function serverText(
  guide: ApplicableGuide,
  source: Extract<FieldSource, { server: string }>,
): string {
  const server = guide.mailServers.find(({ protocol }) => protocol === source.server);
  if (!server) throw new Error(`The guide has no ${source.server} server`);
  if (source.part === 'encryption') {
    return server.productEncryption ?? encryptionWords[server.encryption];
  }
  return String(server[source.part]);
}

/** Other correct names for an encryption that the vendor calls by the name of another (BM-11). */
function alsoRight(guide: ApplicableGuide, source: FieldSource): readonly string[] | undefined {
  if (!('server' in source) || source.part !== 'encryption') return undefined;
  const server = guide.mailServers.find(({ protocol }) => protocol === source.server);
  const isMisnamed =
    server?.encryption === 'tls' && server.productEncryption === encryptionWords.starttls;
  return isMisnamed ? ['SSL/TLS', 'SSL', 'TLS'] : undefined;
}

/** The branch that a field belongs to: the conditions of the field and its form, with all other choices at their first option. */
export function branchOfField(guide: Guide, form: MayDepend, field: MayDepend): ApplicableGuide {
  return applicable(guide, { ...form.when, ...field.when });
}

/** The content of a field; undefined if the reader decides, if it is secret, or if it stays empty. */
export function fieldSegments(
  guide: ApplicableGuide,
  source: FieldSource,
): readonly Segment[] | undefined {
  if ('value' in source) return [{ slot: source.value, or: source.or }];
  if ('fixed' in source) return [{ text: source.fixed }];
  if ('server' in source) return [{ text: serverText(guide, source) }];
  const [token] = guide.token;
  if (source.from === 'token-endpoint' && token) return parseTemplate(tokenEndpointTemplate(token));
  if (source.from === 'scope' && token) return [{ text: token.scopes.join(' ') }];
  return undefined;
}

/** The rules for a field with the scope. */
function scopeOf(guide: ApplicableGuide, source: FieldSource): ExpectedField['scope'] {
  const [token] = guide.token;
  if (!('from' in source) || source.from !== 'scope' || !token) return undefined;
  return { scopes: token.scopes, grant: token.grant };
}

/** The kind of content that is not compared: a secret, a password, or nothing. */
function contentOf(source: FieldSource): ExpectedField['content'] {
  if (!('from' in source)) return undefined;
  if (source.from === 'empty') return 'nothing';
  return source.from === 'secret' || source.from === 'password' ? source.from : undefined;
}

/** Whether a checkbox must be ticked: guides write `an` or `aus`. */
export function boxState({ fixed }: { readonly fixed: string }): 'on' | 'off' {
  return fixed === 'aus' ? 'off' : 'on';
}

/** A field as the comparison needs it; undefined if a paste cannot show it: a button, or a checkbox that the reader decides. */
export function expectedField(
  guide: ApplicableGuide,
  { label, control, source, begins, spellings, when }: ProductField,
): ExpectedField | undefined {
  const field = { label, begins, ...(when && { when }) };
  if (control === 'check')
    return 'fixed' in source ? { ...field, box: boxState(source) } : undefined;
  if (control === 'button') return undefined;
  return {
    ...field,
    segments: fieldSegments(guide, source),
    spellings,
    also: alsoRight(guide, source),
    scope: scopeOf(guide, source),
    content: contentOf(source),
    signsIn: 'value' in source && source.value === 'signInName',
  };
}
