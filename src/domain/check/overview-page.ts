/** Reads the IDs of an app by their names: from the portal's overview page, a form or a ticket. */

import { permissionResources } from '../registration/permission-list.ts';
import { personalAccountsTenant } from '../values/guid.ts';
import { pasteLimit } from './setting-findings.ts';
import { spoken, wordEnd, wordStart } from '../text/spoken.ts';
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

/** Names and IDs that are joined, in order. */
type Chain = readonly IdToken[];

function chainsIn(text: string): readonly Chain[] {
  const chains: IdToken[][] = [];
  for (const token of idTokens(text)) {
    const [own] = chains.slice(-1);
    const last = own?.at(-1);
    if (own && last && isBetween(text.slice(last.to, token.from))) own.push(token);
    else chains.push([token]);
  }
  return chains;
}

/** Whether a name says what the ID before it is: `ID (Client-ID)`, `ID = Client-ID`, „ID ist die Client-ID“. */
function isOfIdBefore(text: string, id: IdToken | undefined, name: IdToken): boolean {
  if (name.id === undefined || id?.id !== undefined || id === undefined) return false;
  const gap = text.slice(id.to, name.from);
  if (saysWhat.test(gap)) return true;
  return /[([]\s{0,4}$/.test(gap) && /^\s{0,4}[)\]]/.test(text.slice(name.to, name.to + 5));
}

/** Words that deny an ID: directly before its name, and shortly after it. */
const deniedBefore = new RegExp(
  String.raw`${wordStart}${spoken({
    de: 'alte?[nrs]?|ehemalige[nrs]?|frühere[nrs]?|falsche?[nrs]?|nicht|keine?',
    en: 'old|previous|former|wrong|not',
    fr: 'ancien(?:ne)?|précédente?|mauvaise?|pas|aucun',
  })}\s{1,4}(?:${spoken({ de: 'die|der|unsere', en: 'the|our', fr: 'le|la|notre' })}\s{1,4}|l['’])?$`,
  'iu',
);
const deniedAfter = new RegExp(
  String.raw`^["'’\x60„“”«»)\]\p{Zs}]{0,6}[ \t]{0,4}[([–—:-]?[ \t]{0,4}(?:[\p{L}'’]{1,20}[ \t]{1,4}){0,2}${spoken(
    {
      de: 'alte?|veraltet|falsch|ungültig|nicht|war',
      en: 'was|old|outdated|invalid|wrong|not',
      fr: 'ancien(?:ne)?|obsolète|périmée?|fau(?:x|sse)|incorrecte?|erronée?|mauvaise?|invalide|pas|était',
    },
  )}${wordEnd}`,
  'iu',
);
const deniedBetween = new RegExp(
  `${wordStart}${spoken({ de: 'nicht|war', en: 'not|was', fr: 'pas|était' })}${wordEnd}`,
  'iu',
);
/** „ist“ and its like, after an ID and before its name. */
const saysWhat = new RegExp(
  String.raw`^[^\S\r\n]{0,9}(?:=|${spoken({ de: 'ist|war', en: 'is|was', fr: "est|était|c'est" })}${wordEnd})`,
  'iu',
);

function isDenied(text: string, name: IdToken, value: IdToken): boolean {
  return (
    deniedBefore.test(text.slice(Math.max(name.from - 40, 0), name.from)) ||
    deniedAfter.test(text.slice(value.to, value.to + 90)) ||
    deniedBetween.test(text.slice(name.to, value.from).slice(-120))
  );
}

/** Pairs IDs in a row with as many names in a row before them; everything else is not certain. */
function pairsIn(text: string, chain: Chain): readonly Named[] {
  const isBackward = chain.some((token, at) => isOfIdBefore(text, chain[at - 1], token));
  if (chain[0]?.id === undefined || isBackward) return [];
  const found: Named[] = [];
  let [names, ids]: [IdToken[], IdToken[]] = [[], []];
  for (const [at, token] of chain.entries()) {
    const [isName, isEnd] = [token.id !== undefined, chain[at + 1]?.id !== undefined];
    const last = isName ? names.at(-1)?.id : ids.at(-1)?.text.toLowerCase();
    if (isName && last !== token.id) names.push(token);
    if (isName) continue;
    if (last !== token.text.toLowerCase()) ids.push(token);
    if (!isEnd && at + 1 < chain.length) continue;
    const isTable = names.length === ids.length;
    if (isTable) found.push(...names.flatMap((name, index) => namedId(text, name, ids[index])));
    [names, ids] = [[], []];
  }
  return found;
}

function namedId(text: string, name: IdToken, id: IdToken | undefined): readonly Named[] {
  const value = id?.text.toLowerCase() ?? '';
  if (!id || name.id === undefined || foreign.has(value) || isDenied(text, name, id)) return [];
  return [{ id: name.id, name, value }];
}

/** The IDs of a text that have a name. */
function namedIds(text: string): readonly Named[] {
  return chainsIn(text).flatMap((chain) => pairsIn(text, chain));
}

/** The pages of the two objects; a page's menu names both, so the last name before an ID counts. */
const enterprisePage = new RegExp(
  spoken({
    de: 'unternehmens(?:anwendung|-app)|dienstprinzipal|benutzer und gruppen zuweisen',
    en: 'enterprise app|service ?principal|assign users and groups',
    fr: "applications? d'entreprise|principal de service|(?:attribuer|affecter) des utilisateurs et des groupes",
  }),
  'giu',
);
const registrationPage = new RegExp(
  String.raw`\(client\)|${spoken({
    de: 'app-?registrierung|\\(mandant\\)|unterstützte kontotypen|clientanmeldeinformationen',
    en: 'app registration|\\(tenant\\)|supported account types|client credentials',
    fr: "inscriptions? d'application|\\(locataire\\)|types de comptes? pris en charge|informations d'identification d(?:u|e) client",
  })}`,
  'giu',
);

function lastIndex(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].at(-1)?.index ?? -1;
}

/** Whether an object ID is on the page of the enterprise application, and of nothing else. */
function isEnterprise(text: string, { name }: Named, isOnly: boolean): boolean {
  const before = text.slice(0, name.from);
  const [own, other] = [lastIndex(before, enterprisePage), lastIndex(before, registrationPage)];
  if (own < 0 || own < other) return false;
  // With a single object ID, the rest of its page follows it.
  return !isOnly || !/\(client\)|\((?:tenant|mandant|locataire)\)/i.test(text);
}

/** The value that all of these agree on. */
function sole(all: readonly Named[]): string | undefined {
  const values = new Set(all.map(({ value }) => value));
  return values.size === 1 ? all[0]?.value : undefined;
}

const nameLabel = new RegExp(
  String.raw`(?<![\p{L}\d])${spoken({ de: 'anzeigename', en: 'display ?name', fr: "nom d'affichage|nom complet" })}[^\S\r\n]{0,8}(?:[:=|]|\t|\r?\n)\s{0,8}:?\s{0,8}`,
  'iu',
);
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
