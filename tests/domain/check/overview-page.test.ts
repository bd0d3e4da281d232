import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOverview, type Overview } from '../../../src/domain/check/overview-page.ts';
import { anyText } from '../../fixtures/any-text.ts';

const clientId = '9e41c7b2-08fd-4a36-b5d9-21f67a0c83e4';
const tenantId = '3d6a1f80-5b2c-4e97-8a41-7c09e2d4b615';
const objectId = 'aaaaaaaa-1111-4222-8333-444444444444';
const secretId = 'cccccccc-1111-4222-8333-666666666666';
const both = { clientId, tenantId };

/** The portal's page with this between a name and its value, and this between two rows. */
function page(isGerman: boolean, colon: string, gap: string): string {
  const names = isGerman
    ? ['Anzeigename', 'Anwendungs-ID (Client)', 'Objekt-ID', 'Verzeichnis-ID (Mandant)']
    : ['Display name', 'Application (client) ID', 'Object ID', 'Directory (tenant) ID'];
  const values = ['iPM-Cloud', clientId, objectId, tenantId];
  return names.map((name, at) => `${name}${colon}${values[at] ?? ''}`).join(gap);
}

type Row = readonly [description: string, text: string, found: Partial<Overview>];

describe('the overview page of an app registration', () => {
  const colons = [' : ', ': ', '\n', '\n:\n', '\t', ' | ', '\nIn Zwischenablage kopieren\n'];
  const gaps = ['\n', '\r\n', '\n\n', '  ', '\t'];
  const forms = [true, false].flatMap((isGerman) =>
    colons.flatMap((colon) => gaps.map((gap) => [isGerman, colon, gap] as const)),
  );

  it.each(forms)('gives both IDs and tells the object ID apart (German: %j, %j, %j)', (...form) => {
    const { values, objectId: found } = readOverview(page(...form));
    expect(values).toEqual(both);
    expect(found).toBe(objectId);
  });

  it.each(forms.filter(([, colon]) => !colon.includes('kopieren')))(
    'gives the name (German: %j, %j, %j)',
    (...form) => {
      expect(readOverview(page(...form)).displayName).toBe('iPM-Cloud');
    },
  );
});

describe('IDs by their names', () => {
  it.each<Row>([
    [
      'a table with its head above',
      `Anwendungs-ID (Client)\tObjekt-ID\tVerzeichnis-ID (Mandant)\n${clientId}\t${objectId}\t${tenantId}`,
      { values: both, objectId },
    ],
    [
      'the enterprise application, whose object ID is asked for',
      `Startseite > Unternehmensanwendungen > Muster\nEigenschaften\nName\nMuster\nAnwendungs-ID\n${clientId}\nObjekt-ID\n${objectId}`,
      { values: { clientId, enterpriseObjectId: objectId } },
    ],
    [
      'an object ID that says whose it is',
      `Objekt-ID der Unternehmensanwendung: ${objectId}`,
      { values: { enterpriseObjectId: objectId } },
    ],
    [
      'a registration below a menu that names enterprise applications',
      `Unternehmensanwendungen\nApp-Registrierungen\n${page(true, '\n', '\n')}`,
      { values: both, objectId, displayName: 'iPM-Cloud' },
    ],
    [
      'a registration whose object ID comes first',
      `Enterprise applications\nObject ID: ${objectId}\nApplication (client) ID: ${clientId}`,
      { values: { clientId }, objectId },
    ],
    [
      'both pages',
      `${page(true, ' : ', '\n')}\n\nUnternehmensanwendung\nObjekt-ID : ${secretId}`,
      { values: { ...both, enterpriseObjectId: secretId }, objectId, displayName: 'iPM-Cloud' },
    ],
    ['a ticket', `Mandant: ${tenantId}, Client-ID ${clientId}.`, { values: both }],
    ['English names', `Tenant ID = ${tenantId}\nApp-ID: ${clientId}`, { values: both }],
    ['parameters', `client_id=${clientId}&x=1 "tenantId": "${tenantId}"`, { values: both }],
    ['capitals', `CLIENT ID: ${clientId.toUpperCase()}`, { values: { clientId } }],
    ['the same ID twice', `App-ID ${clientId}, appId: ${clientId}`, { values: { clientId } }],
    ['two IDs of one name', `Client-ID: ${clientId}\nClient-ID: ${secretId}`, { values: {} }],
    ['an ID without a name', clientId, { values: {} }],
    ['a name that is a word of a sentence', `Der Mandant hat ${clientId} gemeldet`, { values: {} }],
    ['two names for one ID', `Objekt-ID, Client-ID: ${clientId}`, { values: {} }],
    [
      'a name of the sentence before',
      `Ohne Objekt-ID. Nur Client-ID: ${clientId}`,
      { values: { clientId } },
    ],
    ['the secret’s ID', `Geheime ID: ${secretId}\nSecret ID ${secretId}`, { values: {} }],
    ['the ID of a request', `Correlation ID: ${secretId}\nTrace ID: ${secretId}`, { values: {} }],
    ['Microsoft’s own API', 'App ID: 00000003-0000-0000-c000-000000000000', { values: {} }],
    ['a longer word', `Mandanten-Objekt-ID-Liste: ${clientId}`, { values: {} }],
    [
      'a row of names joined by a word, above as many IDs',
      `Client-ID und Mandanten-ID\n${clientId}\n${tenantId}`,
      { values: both },
    ],
    [
      'a row of names joined by a sign, before as many IDs',
      `Mandanten-ID & Client-ID: ${tenantId}, ${clientId}`,
      { values: both },
    ],
    [
      'a name with a note on the other',
      `Client-ID: ${clientId} (Mandant ${tenantId})`,
      { values: both },
    ],
    ['one name and two IDs', `Tenant: ${clientId} ${tenantId}`, { values: {} }],
    ['one name and two IDs, with a word', `Tenant: ${clientId} und ${tenantId}`, { values: {} }],
    ['two names joined by a word, and one ID', `Tenant und Client-ID: ${clientId}`, { values: {} }],
    [
      'names in brackets after their IDs',
      `${tenantId} (Mandanten-ID)\n${clientId} (Client-ID)`,
      { values: {} },
    ],
    [
      'names after their IDs, in a sentence',
      `${clientId} ist die Client-ID, ${tenantId} ist die Mandanten-ID`,
      { values: {} },
    ],
    [
      'names after their IDs, and another ID',
      `${tenantId} = Mandanten-ID\n${clientId} = Client-ID\n${secretId}`,
      { values: {} },
    ],
    [
      'an ID with names on both sides',
      `Mandanten-ID: ${clientId} (Client-ID)\n${tenantId}`,
      { values: {} },
    ],
    [
      'an ID that is said to be wrong',
      `Die Client-ID ${clientId} war falsch, richtig ist ${secretId}`,
      { values: {} },
    ],
    ['an old ID', `alte Mandanten-ID: ${tenantId} (falsch)`, { values: {} }],
    [
      'an old ID, and the new one',
      `Old client ID: ${secretId}\nClient ID: ${clientId}`,
      { values: { clientId } },
    ],
    ['an ID with „not“', `Client ID: ${clientId} is not the one`, { values: {} }],
    [
      'a complaint before an ID',
      `Das geht nicht, Client-ID: ${clientId}`,
      { values: { clientId } },
    ],
    ['the ID of a managed identity', `Managed Identity Client-ID: ${secretId}`, { values: {} }],
  ])('%s', (_, text, found) => {
    expect(readOverview(text)).toEqual({ objectId: undefined, displayName: undefined, ...found });
  });

  it('are never guessed, whatever is pasted', () => {
    const piece = anyText(clientId, 'Objekt-ID: ', 'Tenant ID', ': ', 'App ID\n', tenantId);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join('');
        const { values } = readOverview(text);
        for (const value of Object.values(values)) expect(text.toLowerCase()).toContain(value);
        if (!/id|mandant|tenant/i.test(text)) expect(values).toEqual({});
      }),
      { numRuns: 1000 },
    );
  });
});
