/** Judges the app's access in Exchange: its reference to the enterprise application, its scope, its roles. */

import { exchangeRoles } from '../scripts/exchange-roles.ts';
import { isGuid } from '../text/guid-pattern.ts';
import type { Expectation } from './expectation.ts';
import type { PrintedObject } from './printed-objects.ts';
import type { SettingFinding } from './setting-findings.ts';

type Findings = readonly SettingFinding[];

/** An enterprise application as shown by Entra or Exchange, IDs in lower case. */
export interface SeenPrincipal {
  readonly clientId?: string | undefined;
  /** Entra calls it `id`, Exchange `ObjectId`. */
  readonly objectId?: string | undefined;
}

const objectIdKey = 'enterpriseObjectId';

/** Checks the object ID; only the enterprise application of the reader's own app shows the correct one. */
export function principalFindings(
  { clientId, objectId }: SeenPrincipal,
  { guide, values }: Expectation,
): Findings {
  const own = values['clientId'];
  if (own !== undefined && clientId !== undefined && isGuid(clientId) && clientId !== own) {
    return [{ code: 'principal-other-app', found: clientId, expected: own }];
  }
  const isAsked = guide.values.some(({ id }) => id === objectIdKey);
  if (!isAsked || objectId === undefined || !isGuid(objectId)) return [];
  const expected = values[objectIdKey];
  if (expected === undefined) return [{ code: 'principal-object-not-entered', found: objectId }];
  return expected === objectId
    ? [{ code: 'principal-right' }]
    : [{ code: 'principal-object-differs', found: objectId, expected }];
}

/** Reports that the reader has entered the registration's object ID, which is not the one for Exchange (IPM-20). */
export function registrationIdFindings(
  objectId: string | undefined,
  { values }: Expectation,
): Findings {
  const isMistaken = objectId !== undefined && values[objectIdKey] === objectId;
  return isMistaken ? [{ code: 'principal-object-is-registration' }] : [];
}

function printedPrincipals(printed: readonly PrintedObject[]): readonly SeenPrincipal[] {
  return printed.map(({ properties }) => ({
    clientId: properties.get('appid')?.toLowerCase(),
    // A registration printed by Graph has an `Id` as well.
    objectId: (
      properties.get('objectid') ??
      (properties.has('serviceprincipaltype') ? properties.get('id') : undefined)
    )?.toLowerCase(),
  }));
}

/** The reader's own principals among those printed; without a name after the command, Exchange prints all. */
function ownPrincipals(
  printed: readonly PrintedObject[],
  { values }: Expectation,
): readonly SeenPrincipal[] {
  const all = printedPrincipals(printed);
  const own = all.filter(
    ({ clientId }) => clientId !== undefined && clientId === values['clientId'],
  );
  return own.length > 0 ? own : all.slice(0, 1);
}

function roleFinding(name: string, inScope: string): Findings {
  switch (inScope.toLowerCase()) {
    case 'true':
      return [{ code: 'access-in-scope', name }];
    case 'false':
      return [{ code: 'access-out-of-scope', name }];
    case 'not run':
    case 'notrun':
      return [{ code: 'access-not-run', name }];
    default:
      return [];
  }
}

/**
 * Judges the output of Test-ServicePrincipalAuthorization: a row for each role that the app has in Exchange. The command
 * ignores permissions granted in Entra.
 * @see https://learn.microsoft.com/powershell/module/exchange/test-serviceprincipalauthorization checked 2026-11-28
 */
function roleFindings(printed: readonly PrintedObject[], { guide }: Expectation): Findings {
  if (printed.length === 0) return [];
  const wanted = exchangeRoles(guide).map(({ role }) => role);
  const seen = printed.map(({ properties }) => {
    const cell = properties.get('rolename') ?? '';
    const role = wanted.find((one) => one.toLowerCase() === cell.toLowerCase());
    return { name: role ?? cell, isWanted: role !== undefined, inScope: properties.get('inscope') };
  });
  // A single row may be cut from a table; several rows are assumed to be the whole table.
  const isWhole = seen.length > 1;
  return [
    ...seen.flatMap(({ name, isWanted, inScope }) =>
      isWanted || wanted.length === 0
        ? roleFinding(name, inScope ?? '')
        : [{ code: 'access-surplus', name } as const],
    ),
    ...wanted
      .filter((role) => isWhole && !seen.some(({ name }) => name === role))
      .map((name) => ({ code: 'access-role-missing', name }) as const),
  ];
}

function scopeFindings(printed: readonly PrintedObject[], { values }: Expectation): Findings {
  const { mailbox } = values;
  const filters = printed.flatMap(({ properties }) => {
    const filter = properties.get('recipientrestrictionfilter') ?? '';
    return filter.includes('@') ? [filter.toLowerCase()] : [];
  });
  if (mailbox === undefined || filters.length === 0) return [];
  const isOwn = filters.some((filter) => filter.includes(`'${mailbox.toLowerCase()}'`));
  return [{ code: isOwn ? 'scope-mailbox-right' : 'scope-mailbox-other', mailbox }];
}

function assignmentFindings(printed: readonly PrintedObject[]): Findings {
  return printed.slice(0, 20).flatMap(({ properties }) => {
    const name = properties.get('role') ?? '';
    return name === '' ? [] : [{ code: 'access-assigned', name } as const];
  });
}

/** All findings about the app in Exchange, in the order of its set-up. */
export function accessFindings(objects: readonly PrintedObject[], expected: Expectation): Findings {
  const of = (origin: PrintedObject['origin']): readonly PrintedObject[] =>
    objects.filter((one) => one.origin === origin);
  return [
    ...ownPrincipals(of('principal'), expected).flatMap((one) => principalFindings(one, expected)),
    ...scopeFindings(of('scope'), expected),
    ...assignmentFindings(of('assignment')),
    ...roleFindings(of('access'), expected),
  ];
}
