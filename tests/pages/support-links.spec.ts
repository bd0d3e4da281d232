import { expect, test } from './site.ts';

for (const [page, notice] of [
  ['/support/links/', 'Behalten'],
  ['/en/support/links/', 'Keep'],
] as const) {
  test(`the example on ${page} is a link that brings its values`, async ({ page: tab }) => {
    await tab.goto(page);
    const example = await tab
      .locator('main code')
      .filter({ hasText: 'https://…/' })
      .first()
      .innerText();
    await tab.goto(example.replace('https://…', ''));
    await expect(tab.getByRole('button', { name: notice })).toBeVisible();
    await expect(tab.getByText('https://muster.ipmcloud.de').first()).toBeVisible();
  });
}

test('the table of keys fits a narrow window', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto('/support/links/');
  await expect(page.getByText('customerHost', { exact: true }).first()).toBeVisible();
  const surplus = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(surplus).toBe(0);
});
