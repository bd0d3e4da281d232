import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingCodes } from '../../../src/domain/compare/findings.ts';
import { checkScope, type ExpectedScope } from '../../../src/domain/fields/scope.ts';
import { anyText, longTexts } from '../../fixtures/any-text.ts';

const outlook = 'https://outlook.office365.com';
const graph = 'https://graph.microsoft.com';
const imap = `${outlook}/IMAP.AccessAsUser.All`;
const smtp = `${outlook}/SMTP.Send`;

const mail: ExpectedScope = { scopes: [imap, smtp, 'offline_access'], grant: 'authorization-code' };
const password: ExpectedScope = { scopes: [`${outlook}/.default`], grant: 'password' };
const itself: ExpectedScope = { scopes: [`${graph}/.default`], grant: 'client-credentials' };
const unknown: ExpectedScope = { scopes: [], grant: 'authorization-code' };
const whole = mail.scopes.join(' ');

describe('a correct scope', () => {
  it.each([
    ['as the product needs it', whole, mail],
    ['in another order', [...mail.scopes].reverse().join(' '), mail],
    ['with several blanks', ` ${mail.scopes.join('  ')} `, mail],
    ['with more for the sign-in beside it', `openid profile ${whole}`, mail],
    ['with its label', `OAuth 2.0 Scope: ${whole}`, mail],
    [
      'from an address, where encoding is expected',
      `https://x.example/?a=b&scope=${encodeURIComponent(whole)}&c=d`,
      mail,
    ],
    ['encoded with plus signs after scope=', `scope=${whole.replaceAll(' ', '+')}`, mail],
    ['of the password grant (BM-10)', `${outlook}/.default`, password],
    ['of an app that signs in as itself', `${graph}/.default`, itself],
    ['a bare name if Graph is meant', 'Mail.Send', { ...password, scopes: [`${graph}/Mail.Send`] }],
  ] satisfies [string, string, ExpectedScope][])('%s', (_, text, expected) => {
    expect(checkScope(text, expected)).toEqual({
      findings: [{ code: 'scope-right' }],
      right: true,
      changes: [],
    });
  });

  it.each([
    [
      'the other host of Outlook, which Microsoft accepts as well',
      whole.replaceAll('office365', 'office'),
      { code: 'scope-other-host', found: 'outlook.office.com', expected: 'outlook.office365.com' },
    ],
    ['a repeated scope', `${whole} ${smtp}`, { code: 'scope-twice', name: smtp }],
  ])('%s gets a note but is no error', (_, text, finding) => {
    const { findings, right } = checkScope(text, mail);

    expect(findings).toEqual([{ code: 'scope-right' }, finding]);
    expect(right).toBe(true);
  });
});

describe('a wrong scope', () => {
  const missing = (name: string) => ({ code: 'scope-missing', name });
  it.each([
    ['nothing', ' ', mail, [{ code: 'scope-empty' }]],
    [
      'the permission of Graph by its address',
      whole.replace(outlook, graph),
      mail,
      [
        { code: 'scope-graph-resource', name: `${graph}/IMAP.AccessAsUser.All` },
        { code: 'scope-two-resources', resources: 'graph.microsoft.com, outlook.office365.com' },
      ],
    ],
    [
      'bare names, which mean Graph',
      'IMAP.AccessAsUser.All SMTP.Send offline_access',
      mail,
      [
        { code: 'scope-graph-resource', name: 'IMAP.AccessAsUser.All' },
        { code: 'scope-graph-resource', name: 'SMTP.Send' },
      ],
    ],
    [
      'a permission of Graph beside it',
      `${whole} User.Read`,
      mail,
      [
        { code: 'scope-graph-resource', name: 'User.Read' },
        { code: 'scope-two-resources', resources: 'outlook.office365.com, graph.microsoft.com' },
      ],
    ],
    [
      '.default beside names',
      `${whole} ${outlook}/.default`,
      mail,
      [{ code: 'scope-surplus', name: `${outlook}/.default` }, { code: 'scope-default-mixed' }],
    ],
    ['no offline_access', `${imap} ${smtp}`, mail, [{ code: 'scope-no-offline-access' }]],
    ['one missing', `${imap} offline_access`, mail, [missing(smtp)]],
    [
      'one more of the same API',
      `${whole} ${outlook}/POP.AccessAsUser.All`,
      mail,
      [{ code: 'scope-surplus', name: `${outlook}/POP.AccessAsUser.All` }],
    ],
    [
      'capitals',
      whole.replace('IMAP.AccessAsUser.All', 'imap.accessasuser.all'),
      mail,
      [{ code: 'scope-case', name: 'IMAP.AccessAsUser.All' }],
    ],
    ['commas', mail.scopes.join(', '), mail, [{ code: 'scope-separator', separator: ',' }]],
    ['plus signs', mail.scopes.join('+'), mail, [{ code: 'scope-separator', separator: '+' }]],
    ['%20', mail.scopes.join('%20'), mail, [{ code: 'scope-separator', separator: '%20' }]],
    ['%2520', mail.scopes.join('%2520'), mail, [{ code: 'scope-separator', separator: '%2520' }]],
    ['line breaks', mail.scopes.join('\n'), mail, [{ code: 'scope-separator', separator: '↵' }]],
    [
      'the name of an application permission at a sign-in',
      `${whole} ${outlook}/IMAP.AccessAsApp`,
      mail,
      [{ code: 'scope-app-name', name: `${outlook}/IMAP.AccessAsApp` }],
    ],
    [
      'the resource of a v1 request',
      `resource=${encodeURIComponent(outlook)}`,
      password,
      [{ code: 'scope-v1-resource', resource: outlook }, missing(`${outlook}/.default`)],
    ],
    [
      'http',
      'http://outlook.office365.com/.default',
      password,
      [
        {
          code: 'scope-spelling',
          found: 'http://outlook.office365.com/.default',
          expected: `${outlook}/.default`,
        },
      ],
    ],
    [
      'no scheme',
      'outlook.office365.com/.default',
      password,
      [
        {
          code: 'scope-spelling',
          found: 'outlook.office365.com/.default',
          expected: `${outlook}/.default`,
        },
      ],
    ],
    [
      'Graph where the mailbox is meant (BM-10)',
      `${graph}/.default`,
      password,
      [{ code: 'scope-graph-resource', name: `${graph}/.default` }],
    ],
    [
      'more than .default of an app that signs in as itself',
      `${graph}/.default offline_access`,
      itself,
      [{ code: 'scope-surplus', name: 'offline_access' }, { code: 'scope-default-mixed' }],
    ],
    [
      'a name of an app that signs in as itself',
      `${graph}/Mail.Send`,
      itself,
      [missing(`${graph}/.default`), { code: 'scope-surplus', name: `${graph}/Mail.Send` }],
    ],
  ])('%s', (_, text, expected, findings) => {
    const answer = checkScope(text, expected);
    expect(answer.findings).toEqual(findings);
    expect(answer.right).toBe(false);
    expect(answer.corrected).toBe(expected.scopes.join(' '));
  });

  it('each change has its reason, and harmless scopes are kept', () => {
    expect(checkScope(`openid SMTP.Send ${imap} User.Read`, mail)).toMatchObject({
      corrected: `${whole} openid`,
      changes: [
        { found: 'SMTP.Send', corrected: smtp, reason: 'scope-graph-resource' },
        { found: undefined, corrected: 'offline_access', reason: 'scope-no-offline-access' },
        { found: 'User.Read', corrected: undefined, reason: 'scope-graph-resource' },
      ],
    });
  });
});

describe('a scope of a product that names none (CMX-15)', () => {
  it('is not judged unless it is always wrong', () => {
    expect(checkScope(whole, unknown)).toEqual({
      findings: [{ code: 'scope-unjudged' }],
      right: true,
      changes: [],
    });
  });

  it('a mail protocol’s scope for Graph is always wrong', () => {
    expect(checkScope('SMTP.Send offline_access', unknown)).toMatchObject({
      findings: [{ code: 'scope-graph-resource', name: 'SMTP.Send' }],
      corrected: `${smtp} offline_access`,
    });
  });
});

describe('whatever is pasted for a scope', () => {
  const all = [mail, password, itself, unknown];
  const near = anyText(
    whole,
    imap,
    smtp,
    `${graph}/`,
    '.default',
    'scope=',
    'resource=',
    '%20',
    ', ',
  );

  it('gets only known findings, and a correct correction', () => {
    fc.assert(
      fc.property(near, fc.constantFrom(...all), (text, expected) => {
        const { findings, corrected, right } = checkScope(text, expected);
        expect(findings.length).toBeGreaterThan(0);
        for (const { code, ...details } of findings) {
          expect(Object.keys(details).sort()).toEqual([...findingCodes[code].details].sort());
        }
        expect(right && corrected !== undefined).toBe(false);
        if (corrected === undefined || expected.scopes.length === 0) return;
        expect(checkScope(corrected, expected).right).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  it('the expected scopes are right in any order and number', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...mail.scopes], { minLength: 3 }), (scopes) => {
        expect(checkScope(scopes.join(' '), mail).findings).toEqual([{ code: 'scope-right' }]);
      }),
    );
  });

  it('no part of a secret is repeated', () => {
    expect(checkScope('Ab18Q~made.up.value-0123456789', mail).findings).toEqual([
      { code: 'scope-unreadable' },
    ]);
  });

  it('long texts get an answer', () => {
    for (const text of longTexts) expect(checkScope(text, mail).right).toBe(false);
  });
});
