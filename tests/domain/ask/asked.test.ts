/** What the one box makes of a whole text, with everything the site knows. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { entriesOf, errorsSchema } from '../../../src/content-model/errors.ts';
import { guideChunkOf } from '../../../src/content-model/guide-chunk.ts';
import { readContent } from '../../../src/content-model/read-content.ts';
import { isQuestion, readAsked, type AskRequest } from '../../../src/domain/ask/asked.ts';
import { catalogueOf } from '../../../src/domain/errors/catalogue.ts';
import { readValue } from '../../../src/domain/values/read-value.ts';
import { anyText } from '../../fixtures/any-text.ts';

const files = readContent();
const knowledge = {
  catalogue: catalogueOf(
    entriesOf(errorsSchema.parse(parse(files.get('errors/errors.yml') ?? ''))),
  ),
  guides: guideChunkOf(files),
  languages: ['de', 'en'],
  pages: ['all', 'check'],
};
const today = '2026-11-20';
const tenantId = '3d6a1f80-5b2c-4e97-8a41-7c09e2d4b615';
const clientId = '9e41c7b2-08fd-4a36-b5d9-21f67a0c83e4';
const objectId = '5c28e0d7-94ab-4f13-9d60-b8a3174f2ec9';

function ask(text: string, more: Partial<AskRequest> = {}) {
  return readAsked({ text, own: {}, today, ...more }, knowledge);
}

const ticket = `Guten Tag,
seit gestern kommt Fehler AADSTS50011: The redirect URI 'https://muster.ipmcloud.de' specified in the request does not match.
Unser Postfach ist versand@muster.example, Mandant ${tenantId}, Adresse https://muster.ipmcloud.de
Mit freundlichen Grüßen`;

const overview = `Muster Mail
Anzeigename : Muster Mail
Anwendungs-ID (Client) : ${clientId}
Objekt-ID : ${objectId}
Verzeichnis-ID (Mandant) : ${tenantId}`;

describe('a text that says several things at once', () => {
  it('a ticket names the error, the program and its values', () => {
    const { decoded, guide, values, settings, kindsWaiting } = ask(ticket);
    expect(decoded.findings[0]).toMatchObject({ kind: 'known', id: 'aadsts50011' });
    expect(guide).toBe('ipm-cloud');
    expect(values).toEqual({ tenantId, mailbox: 'versand@muster.example', customerHost: 'muster' });
    expect([settings, kindsWaiting]).toEqual([undefined, []]);
  });

  it('a link of any host names its guide, its page and its values', () => {
    const link = `https://hilfe.muster.example/en/ipm-cloud/owner/#tenantId=${tenantId}&customerHost=muster`;
    const { guide, values, settings, kindsWaiting } = ask(`Geht nicht: ${link}`);
    expect([guide, values]).toEqual(['ipm-cloud', { tenantId, customerHost: 'muster' }]);
    expect([settings, kindsWaiting]).toEqual([undefined, []]);
    expect(ask(link, { page: 'bm' })).toMatchObject({
      otherGuide: 'ipm-cloud',
      values: { tenantId },
    });
  });

  it('the portal’s overview page gives both IDs, and the object ID apart', () => {
    expect(ask(overview)).toMatchObject({ values: { tenantId, clientId }, objectId });
  });

  it.each(['bm', 'flowfact', 'cmxorganize', 'ipm-cloud'])('so it does for %s', (guide) => {
    expect(ask(overview, { program: guide }).values).toEqual({ tenantId, clientId });
  });

  it('addresses and permissions are both compared', () => {
    const text = `Single-Page-Webanwendung
https://muster.ipmcloud.de

API/Berechtigungsname\tTyp\tBeschreibung\tAdministratoreinwilligung\tStatus
Mail.Send\tDelegiert\tSenden\tNein\tGewährt für Muster GmbH`;
    const codes = ask(text, { page: 'ipm-cloud' }).settings?.findings.map(
      ({ finding }) => finding.code,
    );
    expect(codes?.some((code) => code.startsWith('redirect-'))).toBe(true);
    expect(codes?.some((code) => code.startsWith('permission-'))).toBe(true);
  });

  it('a manifest waits for its program, and is then compared', () => {
    const manifest = '{"signInAudience": "AzureADMultipleOrgs", "web": {"redirectUris": []}}';
    expect(ask(`${manifest}\n`.repeat(2))).toMatchObject({
      kindsWaiting: ['manifest'],
      guide: undefined,
    });
    const { settings, kindsWaiting } = ask(manifest, { program: 'bm' });
    expect(kindsWaiting).toEqual([]);
    expect(settings?.findings.map(({ finding }) => finding.code)).toContain('audience-too-wide');
  });

  it('a text about another program than the page’s says so', () => {
    expect(ask(ticket, { page: 'bm' })).toMatchObject({ guide: 'bm', otherGuide: 'ipm-cloud' });
    expect(ask(ticket, { page: 'ipm-cloud' }).otherGuide).toBeUndefined();
  });

  it('a token is one, and so is a secret', () => {
    const token = `eyJhbGciOiJub25lIn0.${btoa('{"aud":"https://outlook.office.com"}').replace(/=+$/, '')}.c2ln`;
    expect(ask(token)).toMatchObject({ holdsToken: true });
    expect(ask(`?Authorization=Bearer%20${token}`)).toMatchObject({ holdsToken: true });
    expect(ask('Token eyJabc.x')).toMatchObject({ holdsToken: false });
    expect(ask(`${['Ab1', '8', 'Q'].join('')}~${'x'.repeat(34)}`)).toMatchObject({
      holdsSecret: true,
      settings: undefined,
    });
    expect(ask(`${['Ab1', '8', 'Q'].join('')}%7E${'x'.repeat(34)}`)).toMatchObject({
      holdsSecret: true,
    });
  });
});

describe('what is compared', () => {
  const own = { 'ipm-cloud': { tenantId, serverHost: 'srv042' } };
  const others = { 'ipm-cloud': { tenantId: objectId, serverHost: 'srv042' } };

  it('are the reader’s own values, never those of the text itself', () => {
    expect(ask(ticket, { own }).compared).toEqual(own['ipm-cloud']);
    expect(ask(ticket).compared).toEqual({});
  });

  it('are none where the text is about somebody else, except on the guide’s own pages', () => {
    expect(ask(ticket, { own: others }).compared).toEqual({});
    expect(ask(ticket, { own: others, page: 'ipm-cloud' }).compared).toEqual(others['ipm-cloud']);
  });

  it('is no list where an address stands in a ticket or comes back from a sign-in', () => {
    const back =
      'https://www.muster.example/App%20E-Mailkonto/continue_oauth?code=1.AXkAq1b2C3d4E5f6G7h8I9j0';
    expect(ask(back)).toMatchObject({ guide: 'cmxorganize', settings: undefined });
    expect(ask('https://muster.ipmcloud.de\nhttps://jwt.ms').settings?.kinds).toEqual([
      'redirects',
    ]);
  });
});

describe('any text', () => {
  it('is answered, with values that their guide accepts', () => {
    fc.assert(
      fc.property(
        anyText(),
        fc.constantFrom(undefined, ...Object.keys(knowledge.guides)),
        (text, guide) => {
          const asked = ask(text, { program: guide });
          const rules = knowledge.guides[asked.guide ?? '']?.guide.values ?? [];
          for (const rule of rules) {
            const value = asked.values[rule.id];
            if (value !== undefined) expect(readValue(rule, value, { today }).ok).toBe(true);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it.each([
    ['', false],
    ['  \n ', false],
    ['abgelaufen', true],
    [' wo finde ich die Mandanten-ID ', true],
    ['eine Zeile\nund noch eine', false],
    ['x'.repeat(121), false],
  ])('%j may be a question: %s', (text, expected) => {
    expect(isQuestion(text)).toBe(expected);
  });
});
