import { describe, expect, test } from 'vitest';
import { missing, setUpBrowser } from './setup';

const { stub, open } = setUpBrowser();
const secret = `${'stub'.repeat(10)}abc`;

describe.skipIf(missing !== null)('owners of community cameras', () => {
  test('are asked from the request, by a link that is shown once', async () => {
    const asked = stub().world.evidence[6]!;
    const page = await open(`/requests/${asked.id}`, { language: 'en', user: 'dieutra' });
    const shop = page.locator('[data-ask="CAM-0101"]');
    await shop.getByRole('button', { name: 'Create new link' }).click();
    const link = page.locator('#owner-link');
    await link.waitFor();
    await expect.poll(() => link.inputValue()).toBe(`${stub().url}/owner.html#${secret}`);
    await page.locator('#sheet-language').selectOption('ar');
    const sheet = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download letter with QR code (PDF)' }).click();
    expect((await sheet).suggestedFilename()).toBe(`${asked.code}-CAM-0101.pdf`);
    await page.locator('.dialog .icon-button').click();
    await expect.poll(() => page.locator('#owner-link').count()).toBe(0);
    await expect.poll(() => shop.textContent()).toContain('cannot be reached');
    await shop.getByRole('button', { name: 'Send link…' }).click();
    await page.getByLabel('email').check();
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect.poll(() => shop.textContent()).toContain('Link · email');
    await expect.poll(() => page.locator('#message-language').count()).toBe(0);
    await shop.getByRole('button', { name: 'Revoke link' }).click();
    await expect.poll(() => shop.textContent()).toContain('no link yet');
    await expect.poll(() => page.locator('[data-ask="CAM-0102"]').textContent()).toContain('declined');
    await expect.poll(() => page.locator('[data-ask="CAM-0102"] button').count()).toBe(0);
    expect(page.errors).toEqual([]);
  });

  test('can be asked for from the search and from the form', async () => {
    const page = await open('/requests/new/what', { language: 'en', user: 'dieutra' });
    await page.locator('#residents input[type=search]').fill('hải đăng');
    await page.locator('#residents').getByText('CAM-0101').click();
    await page.locator('#residents input[type=checkbox]:checked').waitFor();
    expect(await page.getByText('No cameras found.').count(), 'the one that was found is chosen').toBe(0);
    await page.locator('#residents input[type=search]').fill('');
    await expect.poll(() => page.locator('#residents input[type=checkbox]:checked').count()).toBe(1);
    expect(page.errors).toEqual([]);
  });

  test('see on a light page who asks, and may refuse', async () => {
    const asked = stub().world.requests.length;
    const page = await open(`/owner.html#${secret}`, { language: 'vi', user: null, width: 360, height: 760 });
    await page.locator('h1').waitFor();
    await expect.poll(() => page.locator('h1').textContent()).toContain('Xã Bá Thước');
    expect(stub().world.requests.slice(asked).join(' ')).not.toContain(secret);
    const loaded = await page.evaluate(() => performance.getEntriesByType('resource').reduce((sum, each) => sum + (each as PerformanceResourceTiming).encodedBodySize, 0));
    expect(loaded).toBeLessThan(60_000);
    expect(await page.locator('#in-app').count()).toBe(0);
    await page.addInitScript(() => Object.defineProperty(navigator, 'userAgent', { get: () => 'Mozilla/5.0 (Linux; Android 14; SM-A055F; wv) Chrome/131.0 Mobile Safari/537.36 Zalo android/24120' }));
    await page.reload();
    await expect.poll(() => page.locator('#in-app').textContent()).toContain('Chrome hoặc Safari');
    expect(await page.locator('#owner > *').nth(1).getAttribute('id'), 'before anything can be chosen').toBe('in-app');
    expect(await page.locator('#link').inputValue()).toBe(`${stub().url}/owner.html#${secret}`);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: stub().url });
    await page.locator('#in-app button').click();
    await page.getByText('Đã sao chép liên kết.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(secret);
    await page.locator('.refuse summary').click();
    await page.locator('#reason').fill('Camera hỏng.');
    await page.locator('.refuse button').click();
    await page.locator('.notice.ok').waitFor();
    await page.reload();
    await page.locator('.notice.bad').waitFor();
    await expect.poll(() => page.locator('body').textContent()).not.toContain('CASE-');
    expect(page.errors).toEqual([]);
  });
});
