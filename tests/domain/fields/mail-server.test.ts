import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingCodes } from '../../../src/domain/compare/findings.ts';
import type { MailServer } from '../../../src/domain/guide/guide.ts';
import {
  checkMailServer,
  serverRows,
  type TypedServer,
} from '../../../src/domain/fields/mail-server.ts';
import { anyText, longTexts } from '../../fixtures/any-text.ts';
import { branchFixture, guideNames } from '../fixtures.ts';

const imap: MailServer = {
  protocol: 'imap',
  host: 'outlook.office365.com',
  port: 993,
  encryption: 'tls',
};
const smtp: MailServer = {
  protocol: 'smtp',
  host: 'smtp.office365.com',
  port: 587,
  encryption: 'starttls',
};
const pop: MailServer = { ...imap, protocol: 'pop', port: 995 };
const servers = [imap, smtp, pop];

const typedImap = { protocol: 'imap', host: imap.host, port: '993', encryption: 'SSL/TLS' };
const typedPop = { ...typedImap, protocol: 'pop', port: '995' };
const typedSmtp = { protocol: 'smtp', host: smtp.host, port: '587', encryption: 'STARTTLS' };

describe('correct mail server settings', () => {
  it.each([
    ['IMAP', typedImap],
    ['POP', typedPop],
    ['SMTP', typedSmtp],
    [
      'a host in capitals, as the vendor writes it (BM-11)',
      { ...typedPop, host: 'Outlook.Office365.com' },
    ],
    [
      'blanks around and a trailing dot',
      { ...typedSmtp, host: ' smtp.office365.com. ', port: ' 587 ' },
    ],
    ['SSL', { ...typedImap, encryption: 'SSL' }],
    ['TLS', { ...typedImap, encryption: 'tls' }],
    ['Start TLS in two words', { ...typedSmtp, encryption: 'Start TLS' }],
    ['protocols as programs call them', { ...typedPop, protocol: 'POP3' }],
  ])('%s', (_, typed) => {
    expect(checkMailServer(typed, servers)).toMatchObject({
      findings: [{ code: 'server-right' }],
      right: true,
    });
  });

  it.each([
    [
      'port 25, which starts like 587',
      { ...typedSmtp, port: '25' },
      { code: 'server-port-alternative', port: '25', expected: '587' },
    ],
    [
      'an automatic encryption (FF-15)',
      { ...typedImap, encryption: 'OAuth TLS (auto)' },
      { code: 'server-encryption-automatic', expected: 'SSL/TLS' },
    ],
  ])('%s gets a note but is no error', (_, typed, finding) => {
    const { findings, right } = checkMailServer(typed, servers);
    expect(findings).toEqual([{ code: 'server-right' }, finding]);
    expect(right).toBe(true);
  });

  it.each([
    ['as the product calls it', 'STARTTLS'],
    ['as Microsoft calls it', 'SSL/TLS'],
  ])("the product's own word for the encryption, %s (BM-11)", (_, encryption) => {
    const bm = [
      { ...pop, productEncryption: 'STARTTLS' },
      { ...smtp, productEncryption: 'STARTTLS' },
    ];
    expect(checkMailServer({ ...typedPop, encryption }, bm).findings).toEqual([
      { code: 'server-right' },
      { code: 'server-product-word', word: 'STARTTLS', encryption: 'SSL/TLS' },
    ]);
    expect(checkMailServer(typedSmtp, bm).findings).toEqual([{ code: 'server-right' }]);
  });
});

describe('wrong mail server settings', () => {
  const expected = 'outlook.office365.com';
  it.each([
    ['no host', { ...typedImap, host: '' }, [{ code: 'server-host-missing', expected }]],
    [
      'the host of Outlook on the web',
      { ...typedImap, host: 'outlook.office.com' },
      [{ code: 'server-wrong-host', host: 'outlook.office.com', expected }],
    ],
    [
      'the host of personal accounts',
      { ...typedSmtp, host: 'smtp-mail.outlook.com' },
      [
        {
          code: 'server-wrong-host',
          host: 'smtp-mail.outlook.com',
          expected: 'smtp.office365.com',
        },
      ],
    ],
    [
      'a local server',
      { ...typedImap, host: 'exchange.muster.local' },
      [{ code: 'server-wrong-host', host: 'exchange.muster.local', expected }],
    ],
    [
      'an IP address',
      { ...typedImap, host: '52.98.1.2' },
      [{ code: 'server-wrong-host', host: '52.98.1.2', expected }],
    ],
    [
      'an address of the web',
      { ...typedImap, host: 'https://outlook.office365.com' },
      [{ code: 'server-wrong-host', host: 'https://outlook.office365.com', expected }],
    ],
    [
      '993 with STARTTLS',
      { ...typedImap, encryption: 'STARTTLS' },
      [{ code: 'server-port-tls', port: '993', encryption: 'STARTTLS' }],
    ],
    [
      '995 with STARTTLS (BM-11)',
      { ...typedPop, encryption: 'STARTTLS' },
      [{ code: 'server-port-tls', port: '995', encryption: 'STARTTLS' }],
    ],
    [
      '587 with TLS from the first byte',
      { ...typedSmtp, encryption: 'tls' },
      [{ code: 'server-port-starttls', port: '587', encryption: 'SSL/TLS' }],
    ],
    [
      '25 with TLS from the first byte',
      { ...typedSmtp, port: '25', encryption: 'SSL/TLS' },
      [
        { code: 'server-port-alternative', port: '25', expected: '587' },
        { code: 'server-port-starttls', port: '25', encryption: 'SSL/TLS' },
      ],
    ],
    [
      '465',
      { ...typedSmtp, port: '465', encryption: 'SSL/TLS' },
      [{ code: 'server-port-not-offered', port: '465', expected: '587' }],
    ],
    [
      '143',
      { ...typedImap, port: '143', encryption: 'keine' },
      [
        { code: 'server-port-plain', port: '143', expected: '993' },
        { code: 'server-none-encryption', expected: 'SSL/TLS' },
      ],
    ],
    [
      '110',
      { ...typedPop, port: '110' },
      [{ code: 'server-port-plain', port: '110', expected: '995' }],
    ],
    [
      "IMAP's port for POP",
      { ...typedPop, port: '993' },
      [
        {
          code: 'server-wrong-protocol-port',
          port: '993',
          found: 'IMAP',
          protocol: 'POP3',
          expected: '995',
        },
      ],
    ],
    [
      'an unknown port',
      { ...typedSmtp, port: '2525' },
      [{ code: 'server-wrong-port', port: '2525', expected: '587' }],
    ],
    [
      'a port that is not a number',
      { ...typedSmtp, port: 'Standard' },
      [{ code: 'server-port-unreadable', expected: '587' }],
    ],
    [
      'no encryption',
      { ...typedSmtp, encryption: 'ohne' },
      [{ code: 'server-none-encryption', expected: 'STARTTLS' }],
    ],
    [
      'an unknown word',
      { ...typedSmtp, encryption: 'PGP' },
      [{ code: 'server-encryption-unknown', expected: 'STARTTLS' }],
    ],
  ])('%s', (_, typed, findings) => {
    expect(checkMailServer(typed, servers)).toMatchObject({ findings, right: false });
  });

  it('a protocol that the product does not use', () => {
    expect(checkMailServer(typedImap, [smtp])).toEqual({
      findings: [{ code: 'server-protocol-unexpected', protocol: 'IMAP' }],
      right: false,
    });
  });

  it('a port of the product’s own with the other encryption', () => {
    const own = { ...smtp, host: 'mail.muster.example', port: 2587 };
    const typed = { ...typedSmtp, host: own.host, port: '2587', encryption: 'SSL/TLS' };
    expect(checkMailServer(typed, [own]).findings).toEqual([
      { code: 'server-wrong-encryption', encryption: 'SSL/TLS', expected: 'STARTTLS' },
    ]);
  });
});

describe('whatever is typed for a mail server', () => {
  const text = anyText('outlook.office365.com', '993', 'SSL/TLS', 'STARTTLS', 'imap', 'auto');
  const typed: fc.Arbitrary<TypedServer> = fc.record({
    protocol: fc.oneof(text, fc.constantFrom('imap', 'smtp', 'pop')),
    host: text,
    port: fc.oneof(text, fc.constantFrom('25', '110', '143', '465', '587', '993', '995')),
    encryption: text,
  });

  it('gets only known findings', () => {
    fc.assert(
      fc.property(typed, (one) => {
        const { findings, right } = checkMailServer(one, servers);
        expect(findings.length).toBeGreaterThan(0);
        expect(findings[0]?.code === 'server-right').toBe(right);
        for (const { code, ...details } of findings) {
          expect(Object.keys(details).sort()).toEqual([...findingCodes[code].details].sort());
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('long texts get an answer', () => {
    for (const one of longTexts) {
      const all = { protocol: one, host: one, port: one, encryption: one };
      expect(checkMailServer(all, servers).right).toBe(false);
      expect(checkMailServer({ ...all, protocol: 'imap' }, servers).right).toBe(false);
    }
  });
});

describe('the rows of a guide’s mail servers', () => {
  it('are its texts, with the product’s own word', () => {
    expect(serverRows(branchFixture('bm'))).toEqual([
      {
        protocol: 'pop',
        protocolName: 'POP3',
        host: 'outlook.office365.com',
        port: '995',
        encryption: 'tls',
        encryptionName: 'SSL/TLS',
        productWord: 'STARTTLS',
      },
      {
        protocol: 'smtp',
        protocolName: 'SMTP',
        host: 'smtp.office365.com',
        port: '587',
        encryption: 'starttls',
        encryptionName: 'STARTTLS',
        productWord: undefined,
      },
    ]);
  });

  it.each(guideNames)('of %s check as right', (name) => {
    const branch = branchFixture(name);
    const { mailServers } = branch;
    for (const { protocol, host, port, encryptionName } of serverRows(branch)) {
      const typed = { protocol, host, port, encryption: encryptionName };
      expect(checkMailServer(typed, mailServers).right).toBe(true);
    }
  });
});
