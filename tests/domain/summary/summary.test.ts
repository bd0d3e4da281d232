import Ajv2020 from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { summarySections, summaryText } from '../../../src/components/summary/wording.ts';
import { guideChunkOf, guideNamesOf } from '../../../src/content-model/guide-chunk.ts';
import { readContent } from '../../../src/content-model/read-content.ts';
import type { Values } from '../../../src/domain/guide/guide.ts';
import type { TaskState } from '../../../src/domain/guide/progress.ts';
import { summaryForms, valuesIn } from '../../../src/domain/summary/shortened.ts';
import { summaryFile, summaryOf, type SummaryInput } from '../../../src/domain/summary/summary.ts';
import { readNote } from '../../../src/domain/values/note.ts';
import { readValue } from '../../../src/domain/values/read-value.ts';
import { languageCodes, type Language } from '../../../src/i18n/languages.ts';
import { longDay, say } from '../../../src/i18n/site-words.ts';
import { anyText } from '../../fixtures/any-text.ts';

const content = readContent();
const guides = guideChunkOf(content);
const guideIds = Object.keys(guides);
const today = '2026-11-30';
const schema = JSON.parse(
  readFileSync(new URL('../../../public/schema/summary-1.json', import.meta.url), 'utf8'),
) as object;
const isValid = new Ajv2020({ strict: true }).compile(schema);

type Given = Partial<Omit<SummaryInput, 'guide'>>;

function summary(id: string, given: Given = {}) {
  const guide = guides[id]?.guide;
  if (!guide) throw new Error(`no guide ${id}`);
  return summaryOf({
    guide,
    form: 'full',
    values: {},
    tasks: {},
    commands: [],
    today,
    nameOf: (value) => value,
    ...given,
  });
}

const namesIn = Object.fromEntries(
  languageCodes.map((code) => [code, guideNamesOf(content, code)]),
) as Readonly<Record<Language, ReturnType<typeof guideNamesOf>>>;

function voice(id: string, language: Language = 'de') {
  const names = namesIn[language][id];
  if (!names) throw new Error(`no names of ${id}`);
  return {
    say: say(language),
    names,
    longDay: (iso: string) => longDay(language, iso),
    to: (page: string) => `https://postlotse.example/${id}/${page}`,
  };
}

/** The guide's own samples. */
function samplesOf(id: string): Values {
  return Object.fromEntries((guides[id]?.guide.values ?? []).map((one) => [one.id, one.sample]));
}

function exportsOf(id: string, given: Given): string {
  return summaryForms
    .flatMap((form) => {
      const made = summary(id, { ...given, form });
      return [
        summaryFile(made, 'https://postlotse.example'),
        ...languageCodes.map((code) => summaryText(made, voice(id, code))),
      ];
    })
    .join('\n');
}

const done = (...steps: readonly string[]) =>
  Object.fromEntries(steps.map((step) => [step, { state: 'done' as const, note: '' }]));

describe('the summary', () => {
  it('of iPM-Cloud holds addresses made of the values', () => {
    const { registration, token, secret } = summary('ipm-cloud', {
      values: samplesOf('ipm-cloud'),
    });
    expect(registration.redirects.map(({ text }) => text)).toEqual([
      'https://muster.ipmcloud.de',
      'https://muster.ipmcloud.de/',
      'https://srv042.ipmcloud.de',
      'https://srv042.ipmcloud.de/',
    ]);
    expect(token[0]?.endpoint.text).toBe(
      'https://login.microsoftonline.com/3d6a1f80-5b2c-4e97-8a41-7c09e2d4b615/oauth2/v2.0/token',
    );
    expect(secret).toEqual({ kind: 'secret', expires: '2028-11-20', kept: null });
  });

  it('says of nothing that it is done unless the reader did', () => {
    for (const id of guideIds) {
      const made = summary(id, { values: samplesOf(id) });
      expect(made.steps.map(({ state }) => state)).not.toContain('done');
      expect(Object.values(made.matters).map(({ state }) => state)).not.toContain('done');
      expect(summaryText(made, voice(id))).not.toContain('(erledigt)');
    }
  });

  it('gives each matter the state of its step', () => {
    const { matters } = summary('ipm-cloud', { tasks: done('redirect-uris') });
    expect(matters.redirects).toEqual({ step: 'redirect-uris', state: 'done' });
    expect(matters.permissions).toEqual({ step: 'permissions', state: 'open' });
    expect(matters.smtp).toEqual({ step: null, state: null });
  });

  it('has a secret only in the branch that has one', () => {
    expect(summary('bm').secret).toMatchObject({ kind: 'secret' });
    expect(summary('bm', { values: { clientType: 'public' } }).secret).toBeNull();
  });

  it('says what is missing', () => {
    const text = summaryText(summary('ipm-cloud'), voice('ipm-cloud'));
    expect(text).toContain('Anwendungs-ID (Client): nicht eingetragen');
    expect(text).toContain('Läuft ab (offen): nicht eingetragen');
    expect(text).toContain('https://[Ihre iPM-Cloud].ipmcloud.de');
  });

  it('takes the place of the secret from the note on its step', () => {
    const tasks = { 'client-secret': { state: 'done' as const, note: 'Tresor der IT' } };
    const made = summary('ipm-cloud', { tasks });
    expect(made.secret?.kept).toBe('Tresor der IT');
    expect(summaryText(made, voice('ipm-cloud'))).toContain('Der Wert liegt bei: Tresor der IT');
    expect(exportsOf('ipm-cloud', { tasks, form: 'short' })).toContain('weggelassen');
  });

  const commands = [
    { step: 'limit-access', script: 'confine-mailbox' },
    { step: 'limit-access', script: 'confine-check' },
    { step: 'limit-access', script: 'confine-undo' },
  ];

  it('lists changing commands of finished steps only', () => {
    expect(summary('ipm-cloud', { commands }).commands).toEqual([]);
    const made = summary('ipm-cloud', { commands, tasks: done('limit-access') });
    expect(made.commands.map(({ script }) => script)).toEqual(['confine-mailbox']);
  });

  it('lists only the command of the chosen branch', () => {
    const places = ['mailbox', 'mailboxes', 'organisation'].map((script) => ({
      step: 'smtp-auth',
      script: `smtp-auth-set-${script}`,
    }));
    const given = { commands: places, tasks: done('smtp-auth') };
    const scriptsOf = (values: Values) =>
      summary('bm', { ...given, values }).commands.map(({ script }) => script);
    expect(scriptsOf({})).toEqual(['smtp-auth-set-mailbox']);
    expect(scriptsOf({ smtpScope: 'organisation' })).toEqual(['smtp-auth-set-organisation']);
  });

  it('has no empty section and no empty name', () => {
    for (const id of guideIds) {
      for (const code of languageCodes) {
        for (const { heading, rows } of summarySections(summary(id), voice(id, code))) {
          expect(rows.length, `${id}: ${heading}`).toBeGreaterThan(0);
          for (const { name } of rows) expect(name).not.toBe('');
        }
      }
    }
  });
});

const states = fc.constantFrom<TaskState>('open', 'done', 'not-needed', 'blocked');

describe('the file', () => {
  it('is valid against the published schema, whatever is known', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...guideIds),
        fc.constantFrom(...summaryForms),
        fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }),
        fc.array(states, { minLength: 20, maxLength: 20 }),
        (id, form, isKnown, stateList) => {
          const values = Object.fromEntries(
            Object.entries(samplesOf(id)).filter((_, index) => isKnown[index]),
          );
          const tasks = Object.fromEntries(
            (guides[id]?.guide.steps ?? []).map((step, index) => [
              step.id,
              { state: stateList[index] ?? 'open', note: index % 2 ? 'Notiz' : '' },
            ]),
          );
          const made = summary(id, { values, tasks, form });
          const file: unknown = JSON.parse(summaryFile(made, 'https://postlotse.example'));
          expect(isValid(file), JSON.stringify(isValid.errors)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is refused by the schema with anything added', () => {
    const file = JSON.parse(summaryFile(summary('bm'), 'https://postlotse.example')) as object;
    expect(isValid(file)).toBe(true);
    expect(isValid({ ...file, clientSecret: 'x' })).toBe(false);
  });
});

describe('a summary for a ticket', () => {
  it('shortens values before anything is made of them', () => {
    const values = samplesOf('ipm-cloud');
    const { registration, token } = summary('ipm-cloud', { values, form: 'short' });
    expect(registration.redirects[0]?.text).toBe('https://mu….ipmcloud.de');
    expect(registration.owner?.text).toBe('ip…@mu….example');
    expect(token[0]?.endpoint.text).toContain('/3d6a1f80…/');
  });

  it('repeats no value, and no note, in any place', () => {
    for (const id of guideIds) {
      const values = samplesOf(id);
      const { steps = [], values: definitions = [] } = guides[id]?.guide ?? {};
      const tasks = Object.fromEntries(
        steps.map((step) => [step.id, { state: 'done' as const, note: 'Tresor der IT' }]),
      );
      const commands = [
        'confine-mailbox',
        'smtp-auth-set-mailbox',
        'password-expiry-set',
        'send-as-grant',
      ].flatMap((script) => steps.map(({ id: step }) => ({ step, script })));
      const hidden = definitions
        .filter(({ kind }) => kind !== 'choice' && kind !== 'date')
        .map(({ id: value }) => values[value] ?? '');
      for (const form of ['short', 'without'] as const) {
        const made = summary(id, { values, tasks, commands, form });
        const text = summaryFile(made, 'https://x.example') + summaryText(made, voice(id));
        expect(text).not.toContain('Tresor');
        for (const value of hidden) expect(text, `${id} ${form}`).not.toContain(value);
      }
    }
  });

  it('never keeps more than a third of a name, or eight characters of an ID', () => {
    const rules = [
      { id: 'mailbox', kind: 'mailbox' },
      { id: 'clientId', kind: 'client-id' },
      { id: 'host', kind: 'host' },
      { id: 'organisation', kind: 'organisation' },
    ] as const;
    const values = {
      mailbox: 'a@b.de',
      clientId: 'x'.repeat(36),
      host: 'ab.de',
      organisation: 'Ä',
    };
    expect(valuesIn('short', rules, { ...values, unknown: 'geheim' })).toEqual({
      values: { mailbox: '…@….de', clientId: `${'x'.repeat(8)}…`, host: '….de', organisation: '…' },
      leftOut: ['unknown'],
    });
    expect(valuesIn('without', rules, values).leftOut).toEqual(Object.keys(values));
  });
});

/** What a client secret of Microsoft's looks like; made up. */
const secretLike = fc
  .stringMatching(/^[A-Za-z0-9._~-]{3}8Q~[A-Za-z0-9._~-]{34}$/)
  .filter((text) => text.length === 40);

describe('a secret', () => {
  it('typed into any field or note is in no export', () => {
    fc.assert(
      fc.property(fc.constantFrom(...guideIds), secretLike, anyText(), (id, secret, around) => {
        const { guide } = guides[id] ?? {};
        if (!guide) throw new Error('no guide');
        const values: Record<string, string> = {};
        for (const definition of guide.values) {
          for (const typed of [secret, `${around} ${secret}`]) {
            const reading = readValue(definition, typed, { today });
            if (reading.ok) values[definition.id] = reading.value;
          }
        }
        const tasks = Object.fromEntries(
          guide.steps.map(({ id: step }) => {
            const reading = readNote(`${around} ${secret}`);
            return [step, { state: 'done' as const, note: reading.ok ? reading.value : '' }];
          }),
        );
        expect(exportsOf(id, { values, tasks })).not.toContain(secret);
      }),
      { numRuns: 40 },
    );
  });
});
