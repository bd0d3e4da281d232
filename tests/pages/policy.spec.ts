/** The Content-Security-Policy in effect: no foreign code runs, no data leaves. */

import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import {
  allPages,
  builtHtml,
  clientSecretPage,
  expect,
  ready,
  redirectUrisPage,
  registerPage,
  test,
} from './site.ts';

/** Records the violated directives from now on, as the browser reports them. */
async function watchRefusals(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const refused: string[] = [];
    Object.assign(window, { refused });
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      refused.push(effectiveDirective);
    });
  });
  return () => page.evaluate(() => (window as unknown as { refused: string[] }).refused);
}

/** The hosts that a page with elements that contact Microsoft may connect to. */
const signInHosts = [
  'https://login.microsoftonline.com',
  'https://login.microsoftonline.us',
  'https://login.partner.microsoftonline.cn',
].join(' ');

async function expectNotHacked(page: Page): Promise<void> {
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
}

/** The policy that a page has to have, by its own scripts and styles. */
function policyFor(html: string): Readonly<Record<string, string>> {
  const own = (inline: RegExp) =>
    [...html.matchAll(inline)].map(
      ([, text = '']) => ` 'sha256-${createHash('sha256').update(text).digest('base64')}'`,
    );
  // JSON data blocks are not scripts.
  const scripts = own(
    /<script(?![^>]*(?: src=| type="application\/(?:ld\+)?json"))[^>]*>(.*?)<\/script>/gs,
  );
  const styles = own(/<style[^>]*>(.*?)<\/style>/gs);
  const asks = /<lotse-(?:tenant-look-up|sign-in-test)\b/.test(html);
  return {
    'default-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'connect-src': asks ? signInHosts : "'none'",
    'script-src': `'self'${scripts.join('')}`,
    'style-src': `'self'${styles.join('')}`,
    'require-trusted-types-for': "'script'",
  };
}

/** What is wrong with the policy of a page. One `expect` for each of a thousand pages would take a minute. */
function loopholesOf(html: string): readonly string[] {
  const meta = /<meta http-equiv="content-security-policy" content="([^"]*)"/i.exec(html);
  if (!meta) return ['no policy'];
  const [, text = ''] = meta;
  const policy = new Map(
    text.split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(/\s+/);
      return [name, sources.join(' ')] as const;
    }),
  );
  const wrong = Object.entries(policyFor(html)).flatMap(([name, sources]) =>
    policy.get(name) === sources ? [] : [`${name} ${policy.get(name) ?? ''}, not ${sources}`],
  );
  const firstScript = html.indexOf('<script');
  const bad: Readonly<Record<string, boolean>> = {
    'a script before the policy': firstScript <= meta.index,
    'a loophole': /unsafe-inline|unsafe-eval|unsafe-hashes|\*|data:|blob:/.test(text),
    'a handler in an attribute': /\son[a-z]+="/i.test(html),
    'a style in an attribute': /<[^>]+\sstyle="/i.test(html),
    'a referrer': !html.includes('<meta name="referrer" content="no-referrer"'),
  };
  return [...wrong, ...Object.keys(bad).filter((name) => bad[name])];
}

test('every page has its policy before its first script, without loopholes', () => {
  const pages = allPages();
  expect(pages.length).toBeGreaterThan(100);
  const loopholes = pages.flatMap((address) =>
    loopholesOf(builtHtml(address)).map((loophole) => `${address}: ${loophole}`),
  );
  expect(loopholes).toEqual([]);
});

test.describe('in effect', () => {
  test.use({ mayComplain: true });

  for (const address of ['/', redirectUrisPage, clientSecretPage, '/bm/all/']) {
    test(`on ${address} no injected code runs`, async ({ page }) => {
      await page.goto(address);
      await ready(page);
      const refusals = await watchRefusals(page);

      await page.evaluate(() => {
        const script = document.createElement('script');
        script.append('window.hacked = 1');
        document.body.append(script);
      });
      await expect.poll(async () => (await refusals()).length).toBeGreaterThan(0);
      await expectNotHacked(page);

      const thrown = await page.evaluate(() => {
        const tries = [
          () => {
            document.createElement('script').textContent = 'window.hacked = 2';
          },
          () => {
            document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.hacked=3">');
          },
          () => {
            document.createElement('div').innerHTML = '<b>fett</b>';
          },
          () => {
            document.createElement('iframe').srcdoc = '<script>parent.hacked=4</script>';
          },
        ];
        return tries.map((run) => {
          try {
            run();
            return 'ran';
          } catch (error) {
            return (error as Error).name;
          }
        });
      });
      expect(thrown).toEqual(['TypeError', 'TypeError', 'TypeError', 'TypeError']);
      await expectNotHacked(page);
      await expect.poll(refusals).toContain('require-trusted-types-for');

      // In its own task, since Playwright's evaluate is itself allowed to eval.
      const evaluated = await page.evaluate(
        () =>
          new Promise<string>((resolve) => {
            setTimeout(() => {
              try {
                (0, eval)('window.hacked = 5');
                resolve('ran');
              } catch (error) {
                resolve((error as Error).name);
              }
            });
          }),
      );
      expect(evaluated).toBe('EvalError');
      await expectNotHacked(page);

      const before = (await refusals()).length;
      await page.evaluate(() => {
        const button = document.createElement('button');
        try {
          button.setAttribute('onclick', 'window.hacked = 6');
        } catch {
          // Some browser versions refuse the attribute itself.
        }
        document.body.append(button);
        button.click();
      });
      await expect.poll(async () => (await refusals()).length).toBeGreaterThan(before);
      await expectNotHacked(page);
    });
  }

  test('no request can be sent, to another origin or to this one', async ({ page }) => {
    const asked: string[] = [];
    await page.goto(redirectUrisPage);
    await ready(page);
    await page.context().route('https://elsewhere.example/**', async (route) => {
      asked.push(route.request().url());
      await route.abort();
    });
    const refusals = await watchRefusals(page);
    const results = await page.evaluate(async () => {
      const tries = ['https://elsewhere.example/', '/favicon.svg'].map((url) =>
        fetch(url).then(
          () => 'answered',
          () => 'refused',
        ),
      );
      new Image().src = 'https://elsewhere.example/pixel.gif';
      const link = Object.assign(document.createElement('link'), {
        rel: 'stylesheet',
        href: 'https://elsewhere.example/style.css',
      });
      const frame = Object.assign(document.createElement('iframe'), {
        src: 'https://elsewhere.example/frame',
      });
      const form = Object.assign(document.createElement('form'), {
        action: 'https://elsewhere.example/form',
      });
      document.body.append(link, frame, form);
      form.submit();
      navigator.sendBeacon('https://elsewhere.example/beacon', 'x');
      return Promise.all(tries);
    });
    expect(results).toEqual(['refused', 'refused']);
    for (const directive of [
      'connect-src',
      'img-src',
      'style-src-elem',
      'frame-src',
      'form-action',
    ]) {
      await expect.poll(refusals).toContain(directive);
    }
    expect(asked).toEqual([]);
    expect(await page.evaluate(() => location.pathname)).toBe(redirectUrisPage);
  });
});

test('few pages may connect to Microsoft, and no page with all steps', () => {
  const asking = allPages().filter((address) => builtHtml(address).includes(signInHosts));
  expect(asking).toContain(registerPage);
  expect(asking.filter((address) => !/\/(?:register-app|sign-in-test)\/$/.test(address))).toEqual(
    [],
  );
});

test.describe('on a page that may connect to Microsoft', () => {
  test.use({ mayComplain: true });

  test('no other host is contacted, and Microsoft only after a click', async ({ page }) => {
    const asked: string[] = [];
    await page.context().route(/^https:\/\/(?!localhost)/, async (route) => {
      asked.push(route.request().url());
      await route.abort();
    });
    await page.goto(registerPage);
    await ready(page);
    const refusals = await watchRefusals(page);
    await page.evaluate(async () => {
      const tries = [
        'https://elsewhere.example/',
        'https://login.microsoftonline.com.elsewhere.example/',
        'https://graph.microsoft.com/v1.0/me',
        'http://login.microsoftonline.com/',
        'wss://login.microsoftonline.com/',
        '/favicon.svg',
      ];
      await Promise.allSettled(tries.map((url) => fetch(url)));
      navigator.sendBeacon('https://elsewhere.example/beacon', 'x');
    });
    await expect.poll(async () => (await refusals()).length).toBeGreaterThanOrEqual(6);
    expect(new Set(await refusals())).toEqual(new Set(['connect-src']));
    expect(asked).toEqual([]);
  });
});

test('links to other sites send no referrer', async ({ page }) => {
  for (const address of [redirectUrisPage, '/ipm-cloud/all/']) {
    await page.goto(address);
    const links = page.locator('a[target]');
    expect(await links.count()).toBeGreaterThan(0);
    for (const rel of await links.evaluateAll((all) =>
      all.map((link) => link.getAttribute('rel')),
    )) {
      expect(rel).toMatch(/noopener/);
      expect(rel).toMatch(/noreferrer/);
    }
  }
});
