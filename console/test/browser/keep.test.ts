import { describe, expect, test } from 'vitest';
import { missing, setUpBrowser } from './setup';

const { stub, open } = setUpBrowser();

describe.skipIf(missing !== null)('how long a package is kept', () => {
  test('is said on its page, with holds that two people lift', async () => {
    const request = stub().world.evidence[1]!;
    const page = await open(`/requests/${request.id}/package`, { language: 'en', user: 'duyet' });
    await page.locator('[data-keeping="HELD"]').waitFor();
    await expect.poll(() => page.locator('#keeping [data-hold="overdue"]').count()).toBe(1);
    await page.locator('#keeping').getByRole('button', { name: 'Place hold…' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(5);
    await page.locator('#authority').selectOption('COURT');
    await page.locator('#document').fill('05/2026/TB-TA');
    await page.locator('#article').fill('Điều 90 BLTTHS');
    await page.locator('#reason').fill('The appeal is still to be heard.');
    await page.locator('#reviewOn').fill('01/01/2000');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(1);
    await page.locator('#reviewOn').fill('01/01/2100');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => page.locator('#keeping [data-hold]').count()).toBe(3);
    await page.locator('#keeping').getByRole('button', { name: 'Decide…' }).click();
    await page.getByLabel('Confirm', { exact: true }).check();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => page.locator('#keeping [data-hold="lifted"]').count()).toBe(1);
    expect(page.errors).toEqual([]);
  });

  test('begins with the end for good of its case, which another person confirms', async () => {
    const closed = stub().world.cases[1]!;
    const page = await open('/reviews', { language: 'en', user: 'duyet' });
    await page.locator('#endings').getByRole('button', { name: 'Decide…' }).click();
    await page.getByLabel('Refuse').check();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(1);
    await page.getByLabel('Confirm', { exact: true }).check();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => page.locator('#endings article').count()).toBe(0);
    await page.goto(`${new URL(page.url()).origin}/cases/${closed.id}`);
    await page.locator('#end-of-case').getByText('Final judgment').first().waitFor();
    expect(page.errors).toEqual([]);
  });

  test('and once it was deleted its page says by which entry, with its hashes', async () => {
    const request = stub().world.evidence[1]!;
    Object.assign(request.extraction!, { deletedAt: request.extraction!.sealedAt, packageUrl: null });
    const page = await open(`/requests/${request.id}/package`, { language: 'en', user: 'dieutra' });
    await page.locator('#keeping .notice-warn').waitFor();
    await expect.poll(() => page.locator('#keeping table tbody tr').count()).toBe(2);
    expect(await page.locator('a[download]').count()).toBe(0);
    expect(await page.locator('.requests-verdict').count()).toBe(0);
    expect(page.errors).toEqual([]);
  });
});
