import { describe, expect, test } from 'vitest';
import { missing, setUpBrowser } from './setup';

const { stub, open } = setUpBrowser();

describe.skipIf(missing !== null)('an emergency access', () => {
  test('is the second way to older footage, says what follows, and is ended from any page', async () => {
    const { cameras } = stub().world;
    const at = new Date(Math.floor(stub().world.now() / 3_600_000) * 3_600_000 - 3_600_000 + 480_000).toISOString();
    stub().world.mustHaveCase = true;
    const page = await open(`/play?cams=${cameras[0]!.id}&t=${at}`, { language: 'en', user: 'dieutra' });
    await page.locator('.player-play-tile[data-state="noCase"]').waitFor();
    await page.getByRole('button', { name: /Emergency access/ }).click();
    await page.locator('#reason').fill('urgent');
    await page.getByRole('button', { name: 'Open for one hour' }).click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(1);
    await page.locator('#reason').fill('A child is missing since the day before yesterday.');
    await page.getByRole('button', { name: 'Open for one hour' }).click();
    await page.locator('.emergency-bar').waitFor();
    await page.locator('.player-play-tile[data-state="noCase"]').waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Cases' }).click();
    await page.getByRole('button', { name: 'End now' }).click();
    await page.locator('.emergency-bar').waitFor({ state: 'detached' });
    expect(page.errors).toEqual([]);
  });

  test('is judged by another person who sees what was looked at', async () => {
    const page = await open('/reviews', { language: 'en', user: 'kiemsoat' });
    await expect.poll(() => page.locator('.rail-count-loud').count()).toBe(1);
    await page.getByRole('link', { name: 'EMG-2026-0002' }).click();
    await expect.poll(() => page.locator('a[href="/audit/61"]').count()).toBe(1);
    await page.getByRole('button', { name: 'Save conclusion' }).click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(2);
    await page.getByLabel('Not justified').check();
    await page.locator('#reason').fill('This could have waited for a case in the morning.');
    await page.getByRole('button', { name: 'Save conclusion' }).click();
    await page.locator('.notice-bad').waitFor();
    expect(page.errors).toEqual([]);
  });

  test('and sealed records are reviewed by nobody else', async () => {
    const page = await open('/reviews', { language: 'en', user: 'truc' });
    await page.locator('.state-title').waitFor();
    await expect.poll(() => page.locator('nav a[href="/reviews"]').count()).toBe(0);
  });
});

describe.skipIf(missing !== null)('a sealed record', () => {
  test('is opened again by an approver who names the paper', async () => {
    const page = await open('/reviews', { language: 'en', user: 'duyet' });
    await page.locator('#reopenings').getByRole('button', { name: 'Decide…' }).click();
    await page.getByLabel('Reopen record').check();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(3);
    await page.getByLabel('Court').check();
    await page.locator('#number').fill('05/2026/TB-TA');
    await page.locator('#on').fill('24/11/2026');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => page.locator('#reopenings article').count()).toBe(0);
    expect(page.errors).toEqual([]);
  });
});
