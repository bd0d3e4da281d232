/** Reads the IDs of an app by their names: from the portal's overview page, a form or a ticket. */

import { permissionResources } from '../registration/permission-list.ts';
import { personalAccountsTenant } from '../values/guid.ts';
import { pasteLimit } from './setting-findings.ts';
import { idTokens, isBetween, type IdToken, type NamedId } from './id-names.ts';

/** The values of guides that an overview page shows. */
export type OverviewKey = 'clientId' | 'tenantId' | 'enterpriseObjectId';

/** The IDs of a text by their names, in lower case; one that the text gives twice differently is left out. */
export interface Overview {
  readonly values: Readonly<Partial<Record<OverviewKey, string>>>;
  /** An object ID that is not known to be that of the enterprise application: not to be used for anything. */
  readonly objectId?: string | undefined;
  /** The app's name. */
  readonly displayName?: string | undefined;
}

/** IDs that are never the reader's. */
const foreign: ReadonlySet<string> = new Set([
  ...Object.values(permissionResources).map(({ appId }) => appId),
  personalAccountsTenant,
  '00000000-0000-0000-0000-000000000000',
]);

interface Named {
  readonly id: NamedId;
  readonly name: IdToken;
  readonly value: string;
}

/**
 * The names that the next IDs have: of names in a row without IDs all of them, as in a table whose head is above its
 * values; two different names for one ID are none.
 */
function pending(text: string, names: readonly IdToken[], next: IdToken): readonly IdToken[] {
  const kept: IdToken[] = [];
  let to = next.from;
  for (const name of names.toReversed()) {
    if (!isBetween(text.slice(name.to, to))) break;
    if (kept[0]?.id !== name.id) kept.unshift(name);
    to = name.from;
  }
  return kept;
}

/** Pairs each ID with the name before it, or IDs in a row with as many names in a row. */
function namedIds(text: string): readonly Named[] {
  const found: Named[] = [];
  let names: IdToken[] = [];
  const all = idTokens(text);
  for (let at = 0; at < all.length; at += 1) {
    const token = all[at];
    if (!token || token.id !== undefined) {
      if (token) names = [...names.slice(-9), token];
      continue;
    }
    const run = [token];
    for (let next = all[at + 1]; next && next.id === undefined; next = all[at + run.length]) {
      if (!isBetween(text.slice(run.at(-1)?.to, next.from))) break;
      run.push(next);
    }
    const own = pending(text, names, token);
    const count = own.length === run.length ? own.length : own.length === 1 ? 1 : 0;
    for (const [index, name] of own.slice(0, count).entries()) {
      const value = run[index]?.text.toLowerCase() ?? '';
      if (name.id !== undefined && !foreign.has(value)) found.push({ id: name.id, name, value });
    }
    names = [];
    at += run.length - 1;
  }
  return found;
}

/** The pages of the two objects; a page's menu names both, so the last name before an ID counts. */
const enterprisePage =
  /unternehmens(?:anwendung|-app)|enterprise app|dienstprinzipal|service ?principal|benutzer und gruppen zuweisen|assign users and groups/gi;
const registrationPage =
  /app-?registrierung|app registration|\(client\)|\((?:tenant|mandant)\)|unterstützte kontotypen|supported account types|clientanmeldeinformationen|client credentials/gi;

function lastIndex(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].at(-1)?.index ?? -1;
}

/** Whether an object ID is on the page of the enterprise application, and of nothing else. */
function isEnterprise(text: string, { name }: Named, isOnly: boolean): boolean {
  const before = text.slice(0, name.from);
  const [own, other] = [lastIndex(before, enterprisePage), lastIndex(before, registrationPage)];
  if (own < 0 || own < other) return false;
  // With a single object ID, the rest of its page follows it.
  return !isOnly || !/\(client\)|\((?:tenant|mandant)\)/i.test(text);
}

/** The value that all of these agree on. */
function sole(all: readonly Named[]): string | undefined {
  const values = new Set(all.map(({ value }) => value));
  return values.size === 1 ? all[0]?.value : undefined;
}

const nameLabel =
  /(?<![\p{L}\d])(?:anzeigename|display ?name)[ \t]{0,8}(?:[:=|]|\t|\r?\n)\s{0,8}:?\s{0,8}/iu;
const nameEnd = /\t| {2,}|[\r\n|]/;

function displayNameIn(text: string): string | undefined {
  const found = nameLabel.exec(text);
  if (!found) return undefined;
  const rest = text.slice(found.index + found[0].length).slice(0, 300);
  const [line = ''] = rest.split(nameEnd, 1);
  const [next] = idTokens(line);
  const name = line
    .slice(0, next?.from)
    .replace(/[\s,;"]{1,9}$/, '')
    .replace(/^"/, '');
  return name === '' || name.length > 120 ? undefined : name;
}

/**
 * Reads the overview page of an app registration or of an enterprise application, and the same names in any other text.
 * An ID without a name is never guessed at. Takes linear time; reads 300,000 characters at most.
 * @see https://learn.microsoft.com/entra/identity-platform/quickstart-register-app checked 2026-11-29 (IPM-20)
 */
export function readOverview(pasted: string): Overview {
  const text = pasted.slice(0, pasteLimit);
  const all = namedIds(text);
  const objects = all.filter(({ id }) => id === 'object');
  const isOnly = new Set(objects.map(({ value }) => value)).size < 2;
  const enterprise = objects.filter((one) => isEnterprise(text, one, isOnly));
  const of = (id: NamedId): readonly Named[] => all.filter((one) => one.id === id);
  const values = {
    clientId: sole(of('clientId')),
    tenantId: sole(of('tenantId')),
    enterpriseObjectId: sole([...of('enterpriseObjectId'), ...enterprise]),
  };
  return {
    values: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)),
    objectId: objects.find((one) => !enterprise.includes(one))?.value,
    displayName: displayNameIn(text),
  };
}
