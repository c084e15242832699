import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
// @ts-expect-error: the stand-in is plain JavaScript.
import { newCode, stubCode } from '../stub/residents.mjs';
import { photoWithPlace } from './photos';
import { missing, setUpBrowser, type TestPage } from './setup';

const { stub, open } = setUpBrowser();
const phone = { user: null, width: 360, height: 740 } as const;
const next = (page: TestPage) => page.locator('form button[type=submit]').click();
const photos = () => (stub().world as unknown as { residents: { photos: Buffer[] } }).residents.photos;
const sent = () => (stub().world as unknown as { residents?: { reports: Record<string, unknown>[] } }).residents?.reports ?? [];

/** As far as the last look, without a name. */
async function fill(page: TestPage, commune: string, kind: string): Promise<void> {
  await page.locator('button.primary').first().click();
  await page.locator('#search').fill(commune);
  await page.locator('[data-step="where"] .option').first().click();
  await next(page);
  await page.locator(`#kind-${kind}`).check();
  await next(page);
  await page.locator('#seen').fill('Khóa cổng bị cắt lúc nửa đêm.');
  await next(page);
  await page.locator('#when-UNKNOWN').check();
  await next(page);
  await next(page);
  await page.locator('#who-anonymous').check();
  await next(page);
}

describe.skipIf(missing !== null)('residents', () => {
  test('see the numbers to call first, on a page of 60 kB that keeps nothing', async () => {
    const page = await open('/report', { ...phone, language: 'vi' });
    await page.locator('h1').waitFor();
    expect(await page.locator('#emergency a').evaluateAll((all) => all.map((each) => each.getAttribute('href')))).toEqual(['tel:113', 'tel:114', 'tel:115', 'tel:111']);
    const form = await page.evaluate(async () => (await fetch('/api/resident-reports/form')).text());
    expect((JSON.parse(form) as { communes: unknown[] }).communes).toHaveLength(166);
    // The stand-in sends the form as it is; the server compresses it.
    const loaded = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter((each) => !each.name.endsWith('/form'))
        .reduce((sum, each) => sum + (each as PerformanceResourceTiming).encodedBodySize, 0),
    );
    expect(loaded).toBeGreaterThan(5_000);
    expect(loaded + gzipSync(form).length).toBeLessThan(60_000);
    expect(await page.evaluate(() => [sessionStorage.length, Object.keys(localStorage).filter((key) => key !== 'anbinh.language' && key !== 'anbinh.preferences').length])).toEqual([0, 0]);
    expect(page.errors).toEqual([]);
  });

  test('report unknown, are given a code, and send a photo without what the file says of itself', async () => {
    const page = await open('/report', { ...phone, language: 'en' });
    await page.locator('button.primary').first().click();
    await next(page);
    await expect.poll(() => page.locator('#wrong').innerText()).toContain('Choose a commune');
    await page.locator('#search').fill('canh nang');
    await expect.poll(() => page.locator('.option').innerText()).toMatch(/formerly: .?Thị trấn Cành Nàng/);
    await page.locator('.option').click();
    await next(page);
    await page.locator('#kind-DOMESTIC_VIOLENCE').check();
    await page.locator('#danger').check();
    await expect.poll(() => page.locator('form').innerText()).toContain('Call 113 or 115 now');
    await next(page);
    await page.locator('#seen').fill('Tiếng kêu cứu từ nhà bên.');
    await next(page);
    await page.locator('#when-ABOUT').check();
    await next(page);
    await expect.poll(() => page.locator('#wrong').innerText()).toContain('Enter the date and time');
    await page.locator('#at').fill('2026-11-26T23:15');
    await next(page);
    const taken = await photoWithPlace(page);
    expect(taken.toString('latin1')).toContain('Exif');
    await page.locator('#photos').setInputFiles({ name: 'IMG.jpg', mimeType: 'image/jpeg', buffer: taken });
    await page.locator('.photos img').waitFor();
    await next(page);
    await page.locator('#who-anonymous').check();
    await next(page);
    await expect.poll(() => page.locator('.facts').innerText()).toContain('Tiếng kêu cứu');
    await page.locator('button.primary').click();
    await page.locator('.follow-code').waitFor();
    await expect.poll(() => page.locator('.follow-code').innerText()).toBe(newCode);
    const report = sent().at(-1)!;
    expect(report).toMatchObject({ kind: 'DOMESTIC_VIOLENCE', danger: true, reporter: null, precision: 'ABOUT', happenedAt: '2026-11-26T16:15:00.000Z' });
    expect(JSON.stringify(report)).not.toMatch(/deviceTime|notedAt|IMG\.jpg|userAgent/);
    await expect.poll(() => stub().world.requests.filter((each) => each.startsWith('PUT /api/resident-reports/photos/')).length).toBe(1);
    await expect.poll(() => photos().length).toBe(1);
    expect(photos()[0]!.subarray(0, 2).toString('hex')).toBe('ffd8');
    expect(photos()[0]!.toString('latin1')).not.toMatch(/Exif|GPSLatitude|SecretCameraMaker/);
    expect(stub().world.requests.join(' ')).not.toContain(newCode);
    expect(page.url()).toMatch(/\/report$/);
    expect(page.errors).toEqual([]);
  });

  test('keep what they wrote when the line is gone, and send it once', async () => {
    const page = await open('/report', { ...phone, language: 'en' });
    await page.locator('h1').waitFor();
    await fill(page, 'dong tien', 'THEFT');
    const before = sent().length;
    await page.route(
      '**/api/resident-reports',
      async (route) => {
        // The server has it, and its answer is lost.
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await page.locator('button.primary').click();
    await page.locator('[role=alert]').waitFor();
    await expect.poll(() => page.locator('[role=alert]').innerText()).toContain('still here');
    await page.locator('button.primary').click();
    await page.locator('.follow-code').waitFor();
    expect(sent().length).toBe(before + 1);
  });

  test('tell Đồng Tiến from Đông Tiến by accents, and find both without', async () => {
    const page = await open('/report', { ...phone, language: 'vi' });
    await page.locator('button.primary').first().click();
    const found = async (typed: string) => {
      await page.locator('#search').fill(typed);
      return page.locator('.option bdi').allInnerTexts();
    };
    expect((await found('đồng tiến'))[0]).toBe('Xã Đồng Tiến');
    expect((await found('Đông Tiến'))[0]).toBe('Phường Đông Tiến');
    expect(await found('dong tien')).toEqual(expect.arrayContaining(['Xã Đồng Tiến', 'Phường Đông Tiến']));
    expect(await found('zzz')).toEqual([]);
  });

  test('follow their report by the code, answer, and ask to take it back; the code is in no address', async () => {
    const page = await open('/report/follow', { ...phone, language: 'en' });
    await page.locator('#code').fill('7Q2M-0KXD');
    await next(page);
    await expect.poll(() => page.locator('#wrong').innerText()).toContain('gõ sai');
    await page.locator('#code').fill('0000-0000-0000-0000-00000');
    await next(page);
    await page.locator('#wrong .notice').waitFor();
    await page.locator('#code').fill(stubCode.toLowerCase().replaceAll('-', ' '));
    await next(page);
    await page.locator('.thread li').first().waitFor();
    const shown = await page.locator('main').innerText();
    expect(shown).toContain('Being handled by an officer');
    expect(shown).not.toMatch(/Khóa cổng|Tiếng kêu|THEFT|DOMESTIC/);
    const message = () => page.waitForRequest((each) => each.url().endsWith('/messages'));
    // What tells of the officer who asks is no answer to them.
    await page.locator('#about-officer').check();
    await page.locator('#words').fill('Người hỏi là em của họ.');
    const about = message();
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    expect((await about).postDataJSON()).toMatchObject({ question: null });
    await expect.poll(() => page.locator('.thread li').count()).toBe(3);
    await expect.poll(() => page.locator('main').innerText()).toContain('The officer is waiting for your answer');
    await page.locator('#words').fill('Sau chín giờ tối.');
    const answer = message();
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    expect((await answer).postDataJSON()).toMatchObject({ question: expect.stringMatching(/^20/) });
    await expect.poll(() => page.locator('.thread li').count()).toBe(4);
    await expect.poll(() => page.locator('#about-officer').count()).toBe(0);
    expect(await page.locator('main').innerText()).not.toContain('Sau chín giờ tối');
    await page.locator('summary').click();
    await page.locator('#reason').fill('Đã tự giải quyết.');
    await page.getByRole('button', { name: 'Send request' }).click();
    await expect.poll(() => page.locator('details').count()).toBe(0);
    expect(page.url()).toMatch(/\/report\/follow$/);
    expect(stub().world.requests.join(' ')).not.toMatch(/7Q2M/i);
    expect(page.errors).toEqual([]);
  });

  test('leave at once by a button or Shift three times, in Arabic too, and nothing stays', async () => {
    const page = await open('/report', { ...phone, language: 'ar' });
    await page.locator('h1').waitFor();
    expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
    await page.locator('button.primary').first().click();
    await page.locator('#search').fill('dong tien');
    await expect.poll(() => page.locator('#search').inputValue()).toBe('dong tien');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    for (let i = 0; i < 3; i++) await page.keyboard.press('Shift');
    await page.waitForURL(/calendar\.html$/);
    await page.goBack().catch(() => null);
    expect(await page.evaluate(() => [document.body.innerText, ...[...document.querySelectorAll('input')].map((each) => each.value)].join(' '))).not.toContain('dong tien');
  });

  test('leave out a photo that is refused for good, and send nothing twice where too many came', async () => {
    const page = await open('/report', { ...phone, language: 'en' });
    await page.locator('h1').waitFor();
    await fill(page, 'dong tien', 'THEFT');
    await page.locator('dd button').nth(4).click();
    await page.locator('#photos').setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: await photoWithPlace(page) });
    await page.locator('.photos img').waitFor();
    await next(page);
    await next(page);
    const before = sent().length;
    await page.route(
      '**/api/resident-reports',
      (route) =>
        route.fulfill({
          status: 429,
          contentType: 'application/problem+json',
          headers: { 'Retry-After': '60' },
          body: JSON.stringify({ code: 'too-many-reports', title: 'Too many reports at present', detail: 'Yours was not sent.' }),
        }),
      { times: 1 },
    );
    await page.locator('button.primary').click();
    await page.getByText('Yours was not sent.').waitFor();
    expect(sent().length).toBe(before);
    await page.route('**/photos/*', (route) =>
      route.request().method() === 'PUT' ? route.fulfill({ status: 400, contentType: 'application/problem+json', body: JSON.stringify({ code: 'situation-media-malware' }) }) : route.fallback(),
    );
    await page.locator('button.primary').click();
    await page.getByText('Photos not sent yet').waitFor();
    expect(sent().length).toBe(before + 1);
    await page.getByRole('button', { name: 'Leave out these photos' }).click();
    await expect.poll(() => page.getByText('Photos not sent yet').count()).toBe(0);
    expect(stub().world.requests.some((each) => each.startsWith('DELETE /api/resident-reports/photos/'))).toBe(true);
    await expect.poll(() => page.locator('.follow-code').innerText()).toBe(newCode);
  });

  test('change the language without losing what they wrote', async () => {
    const page = await open('/report', { ...phone, language: 'vi' });
    await page.locator('h1').waitFor();
    await fill(page, 'quang phu', 'NOISE');
    await page.locator('.languages [lang=en]').click();
    await expect.poll(() => page.locator('h1').innerText()).toBe('Check and send');
    await expect.poll(() => page.locator('.facts').innerText()).toContain('Khóa cổng bị cắt');
  });

  test('are asked from the desk, with a warning of who reads it, and stand there as they stated', async () => {
    const page = await open('/situations/01900000-0000-7000-f000-000000000008', { language: 'en', user: 'diaban' });
    await page.locator('[data-act="ASK"]').click();
    await expect.poll(() => page.locator('.dialog').innerText()).toContain('Anyone with the follow-up code can read this question');
    await page.locator('#words').fill('Which house number was it?');
    await page.locator('.dialog button[type=submit]').click();
    await expect.poll(() => page.locator('[data-history]').innerText()).toContain('Question to the reporter');
    await page.locator('#content button').click();
    await page.locator('[data-note="ANSWER"]').waitFor();
    await page.locator('#reporter button').click();
    await expect.poll(() => page.locator('[data-reporter]').innerText()).toContain('not verified');
    expect(page.errors).toEqual([]);
  });

  test('reach other systems by keys that are shown once and revoked at once', async () => {
    const page = await open('/open311-keys', { language: 'en', user: 'quantri' });
    await page.locator('[data-key="open"]').waitFor();
    await page.locator('#name').fill('City app');
    await page.locator('#lastDay').fill('30/06/2027');
    await page.locator('form button[type=submit]').click();
    await page.locator('.notice-ok code, .notice-ok bdi').first().waitFor();
    await expect.poll(() => page.locator('main').innerText()).toContain('q7cH0dF2mVx8kLw3TzR5bN1uYp4sJe6A');
    await page.getByRole('button', { name: 'Saved, hide the key' }).click();
    await expect.poll(() => page.locator('main').innerText()).not.toContain('q7cH0dF2');
    await page.locator('[data-key="open"] button').first().click();
    await page.locator('.dialog .button-danger').click();
    await expect.poll(() => page.locator('[data-key="open"]').count()).toBe(1);
    expect(page.errors).toEqual([]);
  });
});
