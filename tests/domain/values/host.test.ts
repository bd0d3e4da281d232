import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hostProblems,
  readHost,
  readSubDomain,
  splitAddress,
} from '../../../src/domain/values/host.ts';
import { anyText, longTexts } from '../../fixtures/any-text.ts';

const rule = { domain: 'ipmcloud.de', placeholders: ['meine', 'srvxx'] };

function codesOf(reading: ReturnType<typeof readHost>): readonly string[] {
  return (reading.ok ? reading.notes : reading.problems).map(({ code }) => code);
}

describe('splitAddress', () => {
  it.each([
    ['a host alone', 'muster.de', ['', '', 'muster.de', '', '']],
    [
      'a whole address',
      'https://a:b@muster.de:8080/x?y#z',
      ['https://', 'a:b@', 'muster.de', '8080', '/x?y#z'],
    ],
    ['a port is not a scheme', 'muster:8080', ['', '', 'muster', '8080', '']],
    ['a script is', 'javascript:alert(1)', ['javascript:', '', 'alert(1)', '', '']],
    [
      'slashes the wrong way round',
      'https:\\\\muster.de\\x',
      ['https:\\\\', '', 'muster.de', '', '\\x'],
    ],
    ['a forgotten colon', 'https//muster.de', ['https//', '', 'muster.de', '', '']],
    ['no scheme but its slashes', '//muster.de', ['//', '', 'muster.de', '', '']],
    ['an IPv6 address', 'https://[::1]:443/', ['https://', '', '[::1]', '443', '/']],
    ['an IPv6 address alone', 'fe80::1', ['', '', 'fe80::1', '', '']],
    ['a query straight after the host', 'muster.de?x=1', ['', '', 'muster.de', '', '?x=1']],
  ])('%s', (_description, text, parts) => {
    expect(Object.values(splitAddress(text))).toEqual(parts);
  });
});

describe('readHost', () => {
  it.each([
    ['a host is accepted with its www. (CMX-07)', 'www.muster.de', 'www.muster.de', []],
    [
      'an address is cut down to its host',
      'https://CMX.Muster.de/start?x=1',
      'cmx.muster.de',
      ['scheme-removed', 'path-removed', 'lower-cased'],
    ],
    ['blanks go', ' organize.firma-nord.de ', 'organize.firma-nord.de', ['blanks-removed']],
    ['a trailing dot goes', 'www.muster.de.', 'www.muster.de', ['trailing-dot-removed']],
    [
      "the scheme's own port goes",
      'https://www.muster.de:443',
      'www.muster.de',
      ['scheme-removed', 'port-removed'],
    ],
    ['also for http', 'http://muster.de:80', 'muster.de', ['scheme-removed', 'port-removed']],
    ['a query goes', 'muster.de?a=b', 'muster.de', ['path-removed']],
    [
      'slashes the wrong way round',
      'https:\\\\muster.de\\',
      'muster.de',
      ['scheme-removed', 'path-removed'],
    ],
    ['a host of made-up ending', 'organize.muster.example', 'organize.muster.example', []],
    ['digits within are fine', '4u.24-7.de', '4u.24-7.de', []],
    ['two hyphens within are fine', 'a--b.de', 'a--b.de', []],
    ['full-width letters', 'ｍuster．de', 'muster.de', ['full-width-converted']],
  ])('%s', (_description, text, value, codes) => {
    const reading = readHost(text);
    expect(reading).toMatchObject({ ok: true, value });
    expect(codesOf(reading)).toEqual(codes);
  });

  it.each([
    ['nothing typed', ' ', ['value-missing']],
    ['an umlaut', 'müller.de', ['host-umlaut']],
    ['an umlaut in two parts', 'mu\u0308ller.de', ['host-umlaut']],
    ['a Cyrillic letter that looks like a Latin one', 'must\u0435r.de', ['host-umlaut']],
    ['the punycode of an umlaut', 'xn--mller-kva.de', ['host-punycode']],
    ['one word', 'firma', ['host-without-domain']],
    ['this computer', 'http://localhost', ['host-without-domain']],
    ['a scheme alone', 'http://', ['host-missing']],
    ['a path alone', '/start', ['host-missing']],
    ['a file', 'file:///C:/x', ['host-scheme', 'host-missing']],
    ['an IP address', '192.168.0.1', ['host-is-ip-address']],
    ['an IP address with a blank', '192.168. 0.1', ['host-is-ip-address', 'host-space']],
    ['an IP address in hexadecimal', '0x7f.1', ['host-is-ip-address']],
    ['a short IP address', '1.2.3', ['host-is-ip-address']],
    ['a number', '2130706433', ['host-is-ip-address']],
    ['an IPv6 address', 'https://[::1]/', ['host-is-ip-address']],
    ['an IPv6 address without brackets', '2001:db8::1', ['host-is-ip-address']],
    ['code', "firma.de'); alert(1)//", ['host-character', 'host-space']],
    ['a sign-in name', 'https://name:kennwort@muster.de', ['host-has-user']],
    ['a mail address', 'info@muster.de', ['host-is-mail-address']],
    ['a mail link', 'mailto:info@muster.de', ['host-is-mail-address']],
    ['another port', 'https://muster.de:8080', ['host-has-port']],
    ["the other scheme's port", 'https://muster.de:80', ['host-has-port']],
    ['an invalid port', 'muster.de:x', ['host-has-port']],
    ['a colon at the end', 'muster.de:', ['host-character']],
    ['two dots', 'www..muster.de', ['host-empty-label']],
    ['a dot at the beginning', '.muster.de', ['host-empty-label']],
    ['an ending of one letter', 'muster.d', ['host-ending-unknown']],
    ['an ending that is a number', 'muster.1', ['host-ending-unknown']],
    ['an ending that browsers take for a number', 'muster.0x1', ['host-ending-unknown']],
    ['an underscore', 'a_b.de', ['host-underscore']],
    ['a hyphen at the edge', 'muster-.de', ['host-hyphen-edge']],
    ['an emoji', '🚀.de', ['host-emoji']],
    ['a percent sign', 'm%C3%BCller.de', ['host-character']],
    ['a comma', 'www,muster.de', ['host-character']],
    ['a label too long', `${'a'.repeat(64)}.de`, ['host-label-too-long']],
    ['a host too long', `${'a.'.repeat(130)}de`, ['host-too-long']],
    ['a line break', 'muster.de\nfirma.de', ['value-has-line-break']],
    ['a control character', 'muster\u0007.de', ['value-has-control-character']],
    ['a placeholder', 'https://[host]/start', ['value-is-placeholder']],
    [
      'several problems, each reported once, in order',
      'ftp://a_b.c_d.-müller.de:21',
      ['host-scheme', 'host-has-port', 'host-underscore', 'host-umlaut', 'host-hyphen-edge'],
    ],
  ])('%s is refused', (_description, text, codes) => {
    const reading = readHost(text);
    expect(reading.ok).toBe(false);
    expect(codesOf(reading)).toEqual(codes);
  });

  it('gives the details for the sentence', () => {
    expect(readHost('javascript:alert(1)')).toMatchObject({
      problems: [
        { code: 'host-scheme', scheme: 'javascript:' },
        { code: 'host-character', character: '(' },
        { code: 'host-without-domain', host: 'alert(1)' },
      ],
    });
  });

  it('does not repeat a password', () => {
    expect(JSON.stringify(readHost('https://name:kennwort@muster.de'))).not.toContain('kennwort');
  });
});

describe('readSubDomain', () => {
  it.each([
    ['the label alone', 'muster', []],
    ['with the domain', 'muster.ipmcloud.de', ['domain-removed']],
    [
      'a whole address in any case (IPM-10)',
      'HTTPS://Muster.iPMCloud.de/start ',
      ['blanks-removed', 'scheme-removed', 'path-removed', 'lower-cased', 'domain-removed'],
    ],
    ['http too', 'http://muster.ipmcloud.de', ['scheme-removed', 'domain-removed']],
    ['the label in an address', 'https://muster', ['scheme-removed']],
    ['a trailing dot', 'muster.ipmcloud.de.', ['trailing-dot-removed', 'domain-removed']],
    ['quotation marks', '„muster“', ['quotes-removed']],
  ])('%s gives the sub-domain', (_description, text, codes) => {
    const reading = readSubDomain(text, rule);
    expect(reading).toMatchObject({ ok: true, value: 'muster' });
    expect(codesOf(reading)).toEqual(codes);
  });

  it('accepts digits and inner hyphens', () => {
    expect(readSubDomain('srv-042', rule)).toMatchObject({ ok: true, value: 'srv-042' });
    expect(readSubDomain('42', rule)).toMatchObject({ ok: true, value: '42' });
  });

  it.each([
    ['nothing typed', '', ['value-missing']],
    ['an umlaut', 'müller', ['host-umlaut']],
    ['punycode', 'xn--mller-kva', ['host-punycode']],
    ['another domain', 'muster.de', ['host-other-domain']],
    ['another domain with an umlaut', 'müller.de', ['host-umlaut', 'host-other-domain']],
    ['a domain that only ends alike', 'meinipmcloud.de', ['host-other-domain']],
    ['our domain in the middle', 'muster.ipmcloud.de.example', ['host-other-domain']],
    ['our domain in the path', 'https://muster.example/.ipmcloud.de', ['host-other-domain']],
    [
      'our domain before an @',
      'https://muster.ipmcloud.de@muster.example',
      ['host-has-user', 'host-other-domain'],
    ],
    ['a hyphen at the beginning', '-x', ['host-hyphen-edge']],
    ['an underscore', 'a_b', ['host-underscore']],
    ['70 letters', 'a'.repeat(70), ['host-label-too-long']],
    ['an emoji', '🚀', ['host-emoji']],
    ['a flag', '🇩🇪', ['host-emoji']],
    ['a blank', 'mus ter', ['host-space']],
    ['a script', 'javascript:alert(1)', ['host-scheme', 'host-character']],
    ['an address of another kind', 'ftp://muster.ipmcloud.de', ['host-scheme']],
    ['the domain alone', 'ipmcloud.de', ['sub-domain-missing']],
    ['the domain with a dot', 'https://.ipmcloud.de/', ['sub-domain-missing']],
    ['two labels', 'a.b.ipmcloud.de', ['sub-domain-too-deep']],
    ['two dots', 'a..ipmcloud.de', ['host-empty-label']],
    ["the vendor's word", 'srvxx', ['value-is-placeholder']],
    ["the vendor's word in brackets", '[SRVXX]', ['value-is-placeholder']],
    ["the vendor's word in angle brackets", '<MEINE>', ['value-is-placeholder']],
    ["the vendor's address", 'https://[MEINE].ipmcloud.de', ['value-is-placeholder']],
    ["the vendor's address without brackets", 'srvxx.ipmcloud.de', ['value-is-placeholder']],
    ['any word in brackets', '{customerHost}', ['value-is-placeholder']],
    ['an IP address', '10.0.0.1', ['host-is-ip-address']],
    ['an IPv6 address', '[::1]', ['host-is-ip-address']],
    ['a mail address', 'info@muster.ipmcloud.de', ['host-is-mail-address']],
    ['a port', 'muster.ipmcloud.de:8443', ['host-has-port']],
    ['a scheme alone', 'https://', ['host-missing']],
  ])('%s is refused', (_description, text, codes) => {
    const reading = readSubDomain(text, rule);
    expect(reading.ok).toBe(false);
    expect(codesOf(reading)).toEqual(codes);
  });
});

describe('for any text', () => {
  const texts = anyText('www.muster.de', 'https://muster.ipmcloud.de/start', '1.2.3.4', '0x7f.1');

  it('an accepted host is the one that browsers read', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const reading = readHost(text);
        if (reading.ok) expect(new URL(`https://${reading.value}`).host).toBe(reading.value);
      }),
      { numRuns: 2000 },
    );
  });

  it('a host without problems is the one that browsers read', () => {
    const label = fc.string({ unit: fc.constantFrom(...'abx0179-'), minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 4 }), (labels) => {
        const host = labels.join('.');
        if (hostProblems(host).length === 0) expect(new URL(`https://${host}`).host).toBe(host);
      }),
      { numRuns: 5000 },
    );
  });

  it('an accepted sub-domain gives the host that browsers read', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const reading = readSubDomain(text, rule);
        if (!reading.ok) return;
        const host = `${reading.value}.ipmcloud.de`;
        expect(new URL(`https://${host}`).host).toBe(host);
      }),
      { numRuns: 2000 },
    );
  });

  it('a value that is accepted is accepted again unchanged', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const read of [readHost, (one: string) => readSubDomain(one, rule)]) {
          const reading = read(text);
          if (reading.ok) {
            expect(read(reading.value)).toEqual({ ok: true, value: reading.value, notes: [] });
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('each problem is reported once', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const reading of [readHost(text), readSubDomain(text, rule)]) {
          expect(new Set(codesOf(reading)).size).toBe(codesOf(reading).length);
        }
      }),
    );
  });

  it('long texts get an answer', () => {
    for (const text of longTexts) {
      expect(readHost(text)).toHaveProperty('ok');
      expect(readSubDomain(text, rule)).toHaveProperty('ok');
    }
  });
});
