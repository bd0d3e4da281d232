import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareLines,
  compareText,
  type ComparedLine,
} from '../../../src/domain/compare/compare-lines.ts';
import { anyText, longTexts } from '../../fixtures/any-text.ts';

const tenantId = '11111111-aaaa-4bbb-8ccc-000000000001';
const token = `https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`;
const redirect = 'https://www.muster.example/App%20E-Mailkonto/continue_oauth';

function compared(value: string, pasted: string): ComparedLine | undefined {
  return compareLines([{ label: 'Wert', value }], pasted).lines[0];
}

describe('an expected value is found', () => {
  it.each([
    ['alone', token],
    ['behind its label', `Token URI: ${token}`],
    ['behind a tab', `Token URI\t${token}`],
    ['behind another label', `Irgendwas: ${token}`],
    ['between other lines', `Kopf\r\n\r\n  ${token}  \r\nFuß`],
    ['in a list', `  "${token}",`],
    ['beside another address in the line', `https://a.example/ ${token}`],
    ['as a setting', `endpoint=${token}`],
  ])('%s', (_, pasted) => {
    expect(compared(token, pasted)).toEqual({ label: 'Wert', value: token, state: 'found' });
  });

  it('with a blank in it', () => {
    expect(compared('Muster GmbH Mail', 'Name: Muster GmbH Mail')?.state).toBe('found');
  });
});

describe('an expected value is found with a difference', () => {
  const host = 'https://muster.ipmcloud.de';
  it.each([
    ['capitals', host, 'https://Muster.ipmcloud.de', 'case'],
    ['a slash more', host, `${host}/`, 'slash'],
    ['a slash less', `${host}/`, host, 'slash'],
    ['a blank more (BM-05)', token, token.replace('/oauth2', ' /oauth2'), 'blank'],
    ['%2520 (CMX-06)', redirect, redirect.replace('%20', '%2520'), 'encoding'],
    ['+ (CMX-06)', redirect, redirect.replace('%20', '+'), 'encoding'],
    ['a blank for %20 (CMX-06)', redirect, redirect.replace('%20', ' '), 'encoding'],
    ['http', host, host.replace('https', 'http'), 'scheme'],
    ['no scheme', host, 'muster.ipmcloud.de', 'scheme'],
    ['no www. (CMX-07)', redirect, redirect.replace('www.', ''), 'www'],
    ['v1', token, token.replace('/v2.0', ''), 'version'],
    ['common (FF-21)', token, token.replace(tenantId, 'common'), 'tenant'],
    ['an invisible character', host, host.replace('.ipm', '\u200B.ipm'), 'invisible'],
    ['a typo', host, host.replace('ipmcloud', 'ipmcluod'), 'other'],
  ])('%s', (_, value, found, kind) => {
    const different = { state: 'different', found, kinds: [kind] };
    expect(compared(value, `Feld: ${found}`)).toMatchObject(different);
    expect(compareText(value, found)).toEqual(different);
  });

  it('in several ways, all of which are told', () => {
    const found = 'http://login.microsoftonline.com/common/oauth2/token/';
    expect(compared(token, found)).toMatchObject({
      kinds: ['scheme', 'tenant', 'version', 'slash'],
    });
  });

  it('in its own place, whatever stands there', () => {
    expect(compareText('993', ' "143" ')).toEqual({
      state: 'different',
      found: '143',
      kinds: ['other'],
    });
    expect(compareText('993', '')).toEqual({ state: 'missing' });
    expect(compareText(host, `  "${host}",`)).toEqual({ state: 'found' });
  });
});

describe('expected values beside each other', () => {
  const four = ['muster', 'srv042'].flatMap((name) => {
    const address = `https://${name}.ipmcloud.de`;
    return [address, `${address}/`].map((value) => ({ label: value, value }));
  });
  const states = (pasted: string) => compareLines(four, pasted).lines.map(({ state }) => state);

  it('all four redirect URIs in any order (IPM-08)', () => {
    const pasted = four.map(({ value }) => value).reverse();
    expect(states(pasted.join('\n'))).toEqual(['found', 'found', 'found', 'found']);
    expect(states(pasted.join(' '))).toEqual(['found', 'found', 'found', 'found']);
  });

  it('a line that stands for one does not stand for another', () => {
    expect(states('https://muster.ipmcloud.de\nhttps://srv042.ipmcloud.de/')).toEqual([
      'found',
      'missing',
      'missing',
      'found',
    ]);
  });

  it('what is not there is missing', () => {
    expect(states('')).toEqual(['missing', 'missing', 'missing', 'missing']);
  });

  it('addresses that nobody expects are reported, other lines are not', () => {
    const pasted = [
      'Redirect URIs',
      ...four.map(({ value }) => value),
      'Web: https://alt.example/',
      'www.alt.example',
      'Notiz: nichts',
    ];
    expect(compareLines(four, pasted.join('\n'))).toMatchObject({
      surplus: ['https://alt.example/', 'www.alt.example'],
    });
  });

  it('a value that is not known yet is left out', () => {
    expect(compareLines([{ label: 'Wert', value: '' }], 'Wert:').lines).toEqual([]);
  });

  it('of a long text the beginning is read', () => {
    const states = (pasted: string) =>
      compareLines([{ label: 'Wert', value: token }], pasted).lines.map(({ state }) => state);
    expect(states(`${'x\n'.repeat(199)}${token}`)).toEqual(['found']);
    expect(states(`${'x\n'.repeat(200)}${token}`)).toEqual(['missing']);
    expect(states(`${'x'.repeat(20_000)}\n${token}`)).toEqual(['missing']);
  });
});

describe('whatever is pasted', () => {
  const expected = [token, redirect, 'muster'].map((value) => ({ label: value, value }));

  it('is answered, line for line', () => {
    fc.assert(
      fc.property(
        fc.array(anyText(token, redirect, 'Token URI: ', '\t'), { maxLength: 6 }),
        (lines) => {
          const answer = compareLines(expected, lines.join('\n'));
          expect(answer.lines.map(({ value }) => value)).toEqual(
            expected.map(({ value }) => value),
          );
          for (const line of answer.lines) {
            if (line.state !== 'different') continue;
            expect(line.kinds).not.toEqual([]);
            expect(line.found).not.toBe(line.value);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('what is expected is found among any other lines', () => {
    fc.assert(
      fc.property(fc.array(anyText(token), { maxLength: 5 }), (lines) => {
        const short = lines.map((line) => line.slice(0, 500));
        const pasted = [...short, ...expected.map(({ value }) => value)].join('\n');
        for (const { state } of compareLines(expected, pasted).lines) expect(state).toBe('found');
      }),
      { numRuns: 500 },
    );
  });

  it('long texts are answered', () => {
    for (const text of longTexts) expect(compareLines(expected, text).lines).toHaveLength(3);
  });
});
