import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTicket } from '../../../src/domain/check/ticket.ts';
import { anyText } from '../../fixtures/any-text.ts';
import { hostileTexts, secrets } from '../../fixtures/hostile-texts.ts';
import { realGuide, realGuides, today } from './right.ts';

const guides = realGuides.map(realGuide);
const clientId = '9e41c7b2-08fd-4a36-b5d9-21f67a0c83e4';
const tenantId = '3d6a1f80-5b2c-4e97-8a41-7c09e2d4b615';
const enterpriseObjectId = '5c28e0d7-94ab-4f13-9d60-b8a3174f2ec9';

function read(text: string): readonly [guide: string | undefined, values: object] {
  const { guide, values } = readTicket(text, guides, { today });
  return [guide, values];
}

type Row = readonly [
  description: string,
  text: string,
  guide: string | undefined,
  values: Readonly<Record<string, string>>,
];

describe('a ticket', () => {
  it.each<Row>([
    [
      'with a mailbox, a tenant and an address',
      `Guten Tag, seit gestern kommt Fehler AADSTS50011. Postfach ist versand@muster.example, Mandant ${tenantId}, https://muster.ipmcloud.de`,
      'ipm-cloud',
      { mailbox: 'versand@muster.example', tenantId, customerHost: 'muster' },
    ],
    [
      'with both hosts',
      'Unsere Adressen: https://Muster.ipmcloud.de/ und https://srv042.ipmcloud.de/start?x=1',
      'ipm-cloud',
      { customerHost: 'muster', serverHost: 'srv042' },
    ],
    [
      'with two hosts of one kind',
      'https://muster.ipmcloud.de und https://test.ipmcloud.de',
      'ipm-cloud',
      {},
    ],
    [
      'with the placeholder of the vendor',
      'Eingetragen ist https://srvxx.ipmcloud.de und https://muster.ipmcloud.de',
      'ipm-cloud',
      { customerHost: 'muster' },
    ],
    [
      'with the object ID of the enterprise application',
      `iPM Cloud: Unternehmensanwendung, Objekt-ID ${enterpriseObjectId}`,
      'ipm-cloud',
      { enterpriseObjectId },
    ],
    ['with the vendor’s address', 'iPM-Cloud, bitte an hilfe@ipmcloud.de', 'ipm-cloud', {}],
    [
      'with a redirect URI of the product’s form',
      `Redirect: https://www.muster.example/App%20E-Mailkonto/continue_oauth, Client-ID: ${clientId}`,
      'cmxorganize',
      { instanceHost: 'www.muster.example', clientId },
    ],
    [
      'with a name, and one address',
      'Mit cmxOrganize auf https://www.muster.example geht es nicht.',
      'cmxorganize',
      {},
    ],
    [
      'with the first word of a name',
      `Von: Erika Muster <erika@muster.example>\nFlowfact sendet nicht. Das Mailkonto makler@muster.example, tenant id: ${tenantId}\nnoreply@microsoft.com`,
      'flowfact',
      { mailbox: 'makler@muster.example', tenantId },
    ],
    [
      'with the labels of a form',
      `POP3 Server: outlook.office365.com\nOAuth 2.0 Endpunkt-URL: https://login.microsoftonline.com/x\nOAuth 2.0 Client-ID: ${clientId}`,
      'bm',
      { clientId },
    ],
    ['about two products', 'Flowfact und iPM-Cloud', undefined, {}],
    [
      'about none, with what every guide asks for',
      `AADSTS700016, Tenant-ID ${tenantId}, Postfach info@muster.example, https://www.muster.example`,
      undefined,
      { tenantId, mailbox: 'info@muster.example' },
    ],
    ['with IDs without names', `bm_mail ${tenantId} ${clientId}`, 'bm', {}],
    [
      'with the address of whoever writes',
      `Flowfact sendet nicht.\n\nErika Muster\nMuster GmbH, Tel. 0123\nerika@muster.example`,
      'flowfact',
      {},
    ],
    ['with an address in a head', 'Flowfact\nVon: Postfach <erika@muster.example>', 'flowfact', {}],
    [
      'with a named mailbox above a signature',
      'Flowfact, Absender: makler@muster.example\n\nErika Muster\nerika@muster.example',
      'flowfact',
      { mailbox: 'makler@muster.example' },
    ],
    [
      'with a French mailbox',
      'Flowfact : la boîte aux lettres est info@muster.example',
      'flowfact',
      { mailbox: 'info@muster.example' },
    ],
    [
      'with two mailboxes',
      'bm_mail: Postfach a@muster.example, Postfach b@muster.example',
      'bm',
      {},
    ],
    ['with a consumer’s mailbox', 'bm_mail: Postfach erika@gmx.de', 'bm', {}],
    ['with a mailbox of a robot', 'bm_mail: no-reply@muster.example', 'bm', {}],
    [
      'with quoted lines about somebody else',
      `Flowfact, Client-ID: ${clientId}\n\n> Mandant ${tenantId}\n> Postfach alt@muster.example`,
      'flowfact',
      { clientId },
    ],
    [
      'with quoted lines only below words of thanks',
      `Danke, es geht um Flowfact.\n> Mandant ${tenantId}\n>> Client-ID ${clientId}`,
      'flowfact',
      { tenantId },
    ],
    [
      'with the original message of somebody else',
      `Flowfact, Client-ID: ${clientId}\n-----Ursprüngliche Nachricht-----\nVon: a@muster.example\nPostfach alt@muster.example`,
      'flowfact',
      { clientId },
    ],
    [
      'with an English original message',
      `Flowfact, tenant ID ${tenantId}\n-----Original Message-----\nClient ID ${clientId}`,
      'flowfact',
      { tenantId },
    ],
    [
      'with the head of a mail below',
      `iPM Cloud: https://muster.ipmcloud.de\n\nVon: Erika Muster\nGesendet: Montag\nhttps://srv042.ipmcloud.de`,
      'ipm-cloud',
      { customerHost: 'muster' },
    ],
    [
      'with a user’s name that looks like a host',
      'iPM Cloud: https://muster.ipmcloud.de@evil.example/',
      'ipm-cloud',
      {},
    ],
    [
      'with a user’s name and a password that look like a host',
      'iPM Cloud: https://muster.ipmcloud.de:443@evil.example/',
      'ipm-cloud',
      {},
    ],
    [
      'with the address of a recipient',
      'Flowfact: 550 5.1.1 recipient not found: a@muster.example',
      'flowfact',
      {},
    ],
    ['with a German recipient', 'Flowfact: Empfänger a@muster.example abgelehnt', 'flowfact', {}],
    ['with „to“', 'Flowfact: Your message to a@muster.example failed', 'flowfact', {}],
    [
      'with sites that everybody quotes',
      'cmxOrganize, siehe https://wiki.muster.example/hilfe',
      'cmxorganize',
      {},
    ],
    [
      'with sub-domains of the vendor',
      'https://login.ipmcloud.de und https://support.ipmcloud.de',
      'ipm-cloud',
      {},
    ],
    [
      'about a product that it excludes',
      'Es geht NICHT um Flowfact, keine iPM-Cloud',
      undefined,
      {},
    ],
    ['about another product than one', 'bm_mail, not Flowfact', 'bm', {}],
    ['about a product that does not work', 'Senden geht nicht mit Flowfact', 'flowfact', {}],
  ])('%s', (_, text, guide, values) => {
    expect(read(text)).toEqual([guide, values]);
  });

  it('never throws, and offers only accepted values, whatever is pasted', () => {
    const near = ['Mandant ', tenantId, 'https://muster.ipmcloud.de/', 'Postfach a@muster.example'];
    fc.assert(
      fc.property(
        fc.array(anyText(...near, ...hostileTexts.slice(0, 40)), { maxLength: 6 }),
        (all) => {
          const { values } = readTicket(all.join(' '), guides, { today });
          for (const value of Object.values(values)) {
            for (const secret of secrets) expect(value).not.toContain(secret);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
