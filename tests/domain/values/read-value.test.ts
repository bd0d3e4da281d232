import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ValueDefinition } from '../../../src/domain/guide/guide.ts';
import { readValue } from '../../../src/domain/values/read-value.ts';
import { anyText, longTexts } from '../../fixtures/any-text.ts';

const context = { today: '2026-11-20' };
const base = { id: 'one', sample: 'muster', optional: false };
const guid = 'bbbbbbbb-1111-4222-8333-555555555555';

const tenant: ValueDefinition = { ...base, kind: 'tenant-id', form: 'guid' };
const tenantOrDomain: ValueDefinition = { ...base, kind: 'tenant-id', form: 'guid-or-domain' };
const client: ValueDefinition = { ...base, kind: 'client-id' };
const object: ValueDefinition = { ...base, kind: 'object-id' };
const host: ValueDefinition = { ...base, kind: 'host' };
const subDomain: ValueDefinition = {
  ...base,
  kind: 'sub-domain',
  domain: 'ipmcloud.de',
  placeholders: ['meine', 'srvxx'],
};
const mailbox: ValueDefinition = { ...base, kind: 'mailbox' };
const mailboxes: ValueDefinition = { ...base, kind: 'mailboxes' };
const organisation: ValueDefinition = { ...base, kind: 'organisation' };
const date: ValueDefinition = { ...base, kind: 'date', maxMonths: 24 };
const choice: ValueDefinition = { ...base, kind: 'choice', options: ['private', 'public'] };

const all: readonly ValueDefinition[] = [
  tenant,
  tenantOrDomain,
  client,
  object,
  host,
  subDomain,
  mailbox,
  mailboxes,
  organisation,
  date,
  choice,
];

describe('readValue', () => {
  it.each([
    ['an organisation', organisation, 'Kennwort: Sommer#2026!Haus'],
    ['a mailbox', mailbox, 'password=Sommer2026Haus@muster.example'],
    ['several mailboxes', mailboxes, 'a@muster.example, password=Sommer2026Haus@muster.example'],
  ])('%s accepts no text from after a word such as „Kennwort“', (_, definition, text) => {
    expect(readValue(definition, text, context)).toEqual({
      ok: false,
      problems: [{ code: 'value-looks-like-secret' }],
    });
  });

  it.each([
    ['an organisation', organisation, 'Passwort & Schlüssel GmbH'],
    ['a mailbox', mailbox, 'passwort@muster.example'],
    ['several mailboxes', mailboxes, 'kennwort@muster.example, token@secret.example'],
    ['a host', host, 'password.muster.example'],
  ])('%s may contain such a word as a name', (_, definition, text) => {
    expect(readValue(definition, text, context)).toMatchObject({ ok: true, value: text });
  });

  it.each([
    ['a tenant', tenant, guid, guid],
    ['a tenant by its domain', tenantOrDomain, 'muster.de', 'muster.de'],
    ['a client ID', client, `{${guid}}`, guid],
    ['an object ID', object, guid, guid],
    ['a host', host, 'https://www.muster.de/', 'www.muster.de'],
    ['a sub-domain', subDomain, 'https://muster.ipmcloud.de/', 'muster'],
    ['a mailbox', mailbox, 'mailto:a@muster.de', 'a@muster.de'],
    ['several mailboxes', mailboxes, 'b@muster.de\na@muster.de', 'b@muster.de, a@muster.de'],
    ['an organisation', organisation, 'Muster GmbH', 'Muster GmbH'],
    ['a day', date, '19.05.2027', '2027-05-19'],
    ['a choice', choice, 'public', 'public'],
    ['a choice in another case', choice, ' PRIVATE', 'private'],
  ])('%s is read according to its definition', (_description, definition, text, value) => {
    expect(readValue(definition, text, context)).toMatchObject({ ok: true, value });
  });

  it.each([
    ['a domain where only the GUID will do', tenant, 'muster.de', 'tenant-needs-guid'],
    ['an unknown option', choice, 'both', 'choice-unknown'],
    ["a key of every object's", choice, 'constructor', 'choice-unknown'],
    ['a day beyond the limit', date, '2029-01-01', 'date-beyond-limit'],
    ["the vendor's word", subDomain, '[SRVXX]', 'value-is-placeholder'],
  ])('%s is refused', (_description, definition, text, code) => {
    expect(readValue(definition, text, context)).toMatchObject({ ok: false, problems: [{ code }] });
  });

  it.each(all)('a blank text is a missing $kind', (definition) => {
    for (const text of ['', ' \u00A0', '\u200B', '""']) {
      expect(readValue(definition, text, context)).toEqual({
        ok: false,
        problems: [{ code: 'value-missing' }],
      });
    }
  });

  it.each(all)(
    'whatever is typed for $kind, it is answered, and stays once taken',
    (definition) => {
      fc.assert(
        fc.property(anyText(guid, 'muster.de', 'a@muster.de', '2027-05-19', 'public'), (text) => {
          const reading = readValue(definition, text, context);
          if (!reading.ok) return;
          expect(readValue(definition, reading.value, context)).toMatchObject({
            ok: true,
            value: reading.value,
          });
        }),
        { numRuns: 500 },
      );
    },
  );

  it.each(all)('long texts for $kind get an answer', (definition) => {
    for (const text of longTexts) {
      expect(readValue(definition, text, context)).toHaveProperty('ok');
    }
  });
});
