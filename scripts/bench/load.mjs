// Page loads: the time of the load event, the scripts requested, and how many of them one after another.
import { busiestPages, quantile, rounded, slowPage } from './site.mjs';

/** How often each page is loaded, each time with an empty cache. */
const rounds = 3;
/** “Slow 4G” in browsers' developer tools. */
const slow4G = {
  offline: false,
  latency: 562.5,
  downloadThroughput: 184_320,
  uploadThroughput: 84_375,
};

async function load(browser, address) {
  const { page, session, close } = await slowPage(browser);
  /** The number of sequential requests up to each script; the page itself is the first. */
  const depths = new Map();
  session.on('Network.requestWillBeSent', ({ request, type, initiator }) => {
    if (type !== 'Script') return;
    const cause = initiator.url ?? initiator.stack?.callFrames[0]?.url ?? '';
    depths.set(request.url, (depths.get(cause) ?? 0) + 1);
  });
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', slow4G);
  await page.goto(address);
  await page.waitForLoadState('networkidle');
  const loaded = await page.evaluate(
    () => performance.getEntriesByType('navigation')[0].loadEventStart,
  );
  await close();
  return { loaded, scripts: depths.size, depth: Math.max(...depths.values()) };
}

/** One row per page. */
export async function benchLoad(browser, origin) {
  const table = {};
  for (const { guide, page } of busiestPages()) {
    const runs = [];
    for (let round = 0; round < rounds; round += 1) {
      runs.push(await load(browser, `${origin}/${guide}/${page}/`));
    }
    table[`/${guide}/${page}/`] = {
      'load event': rounded(
        quantile(
          runs.map(({ loaded }) => loaded),
          0.5,
        ),
      ),
      scripts: runs[0].scripts,
      'one after another': runs[0].depth,
    };
  }
  return table;
}
