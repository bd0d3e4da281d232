import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSettings } from '../../../src/domain/check/check-settings.ts';
import type { PermissionType } from '../../../src/domain/guide/guide.ts';
import { findPermission } from '../../../src/domain/registration/permissions.ts';
import { permissionResources } from '../../../src/domain/registration/permission-list.ts';
import { expectation, rightManifest, written, type RealGuide } from './right.ts';

/** What a text says of a type; `unsaid` in all the ways in which people leave it open. */
type Said = PermissionType | 'unsaid';

interface Written {
  readonly name: string;
  readonly said: Said;
}

interface Words {
  readonly application: string;
  readonly delegated: string;
  readonly unsaid: string;
}

const guides: readonly RealGuide[] = ['ipm-cloud', 'flowfact', 'bm'];
const open = [
  '',
  'Both',
  'Delegated or Application',
  'Delegiert?',
  'nicht delegiert',
  'Guest',
  'unklar',
];

const anyWords: fc.Arbitrary<Words> = fc.record({
  application: fc.constantFrom('Application', 'Anwendung', 'application', 'Application context'),
  delegated: fc.constantFrom('Delegated', 'Delegiert', 'delegated', 'Delegated permission'),
  unsaid: fc.constantFrom(...open),
});

type Form = (list: readonly Written[], words: Words) => string;

function lines(row: (one: Written, word: string) => string): Form {
  return (list, words) => list.map((one) => row(one, words[one.said])).join('\n');
}

/** Names below the heading of their type; those without one below none. */
function grouped(heading: (type: PermissionType, words: Words) => string, mark: string): Form {
  return (list, words) => {
    const of = (said: Said): readonly string[] =>
      list.filter((one) => one.said === said).map(({ name }) => mark + name);
    const group = (type: PermissionType): readonly string[] => {
      const names = of(type);
      return names.length === 0 ? [] : [heading(type, words), ...names, ''];
    };
    return [...of('unsaid'), '', ...group('application'), ...group('delegated')].join('\n');
  };
}

const plural = { application: 'Application permissions', delegated: 'Delegated permissions' };
const german = { application: 'Anwendungsberechtigungen', delegated: 'Delegierte Berechtigungen' };

/** Names in the form of a manifest; without a type, their ID stands for none of ours. */
const json: Form = (list) => {
  const access = list.map(({ name, said }) => ({
    id: (said === 'unsaid' ? undefined : findPermission('graph', name, said)?.id) ?? 'x',
    type: said === 'application' ? 'Role' : 'Scope',
  }));
  const { appId } = permissionResources.graph;
  return JSON.stringify([{ resourceAppId: appId, resourceAccess: access }]);
};

const forms: Readonly<Record<string, Form>> = {
  'in brackets': lines(({ name }, word) => (word === '' ? name : `${name} (${word})`)),
  'in brackets, in bullets': lines(({ name }, word) => `- **\`${name}\`** (${word || '?'})`),
  'after a dash': lines(({ name }, word) => (word === '' ? name : `${name} – ${word}`)),
  'after a colon': lines(({ name }, word) => (word === '' ? name : `* ${name}: ${word}`)),
  'before a colon': lines(({ name }, word) => (word === '' ? name : `${word}: ${name}`)),
  'in cells': lines(({ name }, word) => `${name}\t${word}\tText\tNein\t`),
  'in Markdown': lines(({ name }, word) => `| ${name} | ${word} | Text |`),
  'in Markdown, types first': lines(({ name }, word) => `| ${word} | ${name} |`),
  'in one line': (list, words) =>
    `Microsoft Graph: ${list.map(({ name, said }) => (words[said] === '' ? name : `${name} (${words[said]})`)).join(', ')}`,
  'below headings': grouped((type) => `${plural[type]}:`, ''),
  'below German headings, in bullets': grouped((type) => `**${german[type]}**`, '- '),
  'below Markdown headings': grouped((type, words) => `## ${words[type]}`, '* '),
  'by IDs': json,
};

const anyType = fc.constantFrom<Said>('application', 'delegated', 'unsaid');
const surplus = ['Mail.Read', 'Muster.Read.All', 'EWS.AccessAsUser.All', 'IMAP.AccessAsApp'];

/** Some of a guide's permissions with any types, and some others. */
const anyList = fc.record({
  id: fc.constantFrom(...guides),
  types: fc.array(anyType, { minLength: 5, maxLength: 5 }),
  kept: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
  others: fc.array(fc.record({ name: fc.constantFrom(...surplus), said: anyType }), {
    maxLength: 2,
  }),
  words: anyWords,
});

const smtp = 'SMTP.Send Delegiert';

describe('a permission is not called right', () => {
  it.each([
    ['removed', `${smtp} wurde entfernt`],
    ['removed, on the next line', `${smtp}\nwurde entfernt`],
    ['missing', `${smtp} fehlt`],
    ['not there', `${smtp} nicht vorhanden`],
    ['declined', `${smtp} abgelehnt`],
    ['a question', `${smtp}?`],
    ['a question after a blank', `${smtp} ?`],
    ['one of two types', `${smtp} / Anwendung`],
    ['demanded', `soll: ${smtp}`],
    ['demanded, in brackets', 'Soll: SMTP.Send (Delegiert)'],
    ['demanded, in a list', `Erforderlich: ${smtp}, POP.AccessAsUser.All Delegiert`],
    ['removed by a diff', `- ${smtp}\n+ SMTP.Send Anwendung`],
    ['not granted', `${smtp} Gewährt? Nein`],
    ['not granted, with a mark', `${smtp} Ja ⚠ Nicht für Muster erteilt`],
    ['not granted, with blanks', `${smtp} Nein Nicht erteilt`],
    ['of another API', `Other API\n${smtp}`],
    ['of another API before a colon', 'Other API: SMTP.Send (Delegated)'],
    ['of a known other API', `Azure Service Management\n${smtp}`],
  ])('%s', (__, text) => {
    const { findings } = checkSettings(text, expectation('bm'));
    expect(findings.filter(({ verdict }) => verdict === 'right')).toEqual([]);
  });

  it.each(['Foo', undefined])('of the type %j in a manifest', (type) => {
    const expected = expectation('bm');
    const manifest = rightManifest(expected);
    const requiredResourceAccess = manifest.requiredResourceAccess.map((one) => ({
      ...one,
      resourceAccess: one.resourceAccess.map(({ id }) => ({ id, type })),
    }));
    const { findings } = checkSettings(written({ ...manifest, requiredResourceAccess }), expected);
    const codes = findings.map(({ finding }) => finding.code);
    expect(codes).toContain('permission-type-unsaid');
    expect(codes).not.toContain('permission-requested');
  });

  it.each([
    ['not granted', `${smtp} Gewährt? Nein`],
    ['not granted, with a mark', `${smtp} Ja ⚠ Nicht für Muster erteilt`],
    ['not granted, with blanks', `${smtp} Nein Nicht erteilt`],
  ])('but its refusal is said: %s', (__, text) => {
    const { findings } = checkSettings(text, expectation('bm'));
    expect(findings.map(({ finding }) => finding.code)).toContain('permission-not-granted');
  });

  it('unless its minus is a bullet', () => {
    const { findings } = checkSettings(`- ${smtp}\n- User.Read Delegiert`, expectation('bm'));
    expect(findings.filter(({ verdict }) => verdict === 'right')).toHaveLength(2);
  });
});

describe.each(Object.entries(forms))('permissions %s', (_, form) => {
  it('are right only if the type is said and the demanded one', () => {
    fc.assert(
      fc.property(anyList, ({ id, types, kept, others, words }) => {
        const expected = expectation(id);
        const wanted = expected.guide.registration.permissions;
        const own = wanted
          .map(({ name, type }, at) => ({ name, type, said: types[at] ?? 'unsaid' }))
          .filter((__, at) => kept[at] === true);
        const text = form([...own, ...others], words);
        const { findings } = checkSettings(text, expected);
        const right = findings
          .filter(({ verdict }) => verdict === 'right')
          .map(({ finding }) => ('name' in finding ? finding.name : ''));
        const allowed = own.filter(({ said, type }) => said === type).map(({ name }) => name);
        expect(allowed, text).toEqual(expect.arrayContaining(right));
      }),
      { numRuns: 150 },
    );
  });

  it('are all right if all types are the demanded ones', () => {
    fc.assert(
      fc.property(fc.constantFrom(...guides), anyWords, (id, words) => {
        const expected = expectation(id);
        const wanted = expected.guide.registration.permissions;
        const text = form(
          wanted.map(({ name, type }) => ({ name, said: type })),
          words,
        );
        const { findings } = checkSettings(text, expected);
        const verdicts = findings
          .filter(({ finding }) => finding.code !== 'consent-unknown')
          .map(({ verdict, finding }) =>
            finding.code === 'permission-not-granted' ? 'right' : verdict,
          );
        expect(verdicts, text).toEqual(wanted.map(() => 'right'));
      }),
      { numRuns: 40 },
    );
  });
});
