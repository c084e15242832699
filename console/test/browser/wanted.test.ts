import { describe, expect, test } from 'vitest';
import { missing, setUpBrowser, type TestPage } from './setup';

const { stub, open } = setUpBrowser();
const overflow = (page: TestPage) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const reason = 'Lorry left the scene of a collision at the market.';
const grounds = 'The document is valid and was issued by the right authority.';
const looks = () => stub().world.requests.filter((each) => /^GET \/api\/wanted-vehicles(\/alerts)?(\?|$)/.test(each)).length;

describe.skipIf(missing !== null)('wanted vehicles', () => {
  test('an alert says that it may be misread and what differs, leads to the footage, and is acknowledged by a person', async () => {
    const page = await open('/wanted-vehicles', { language: 'en', user: 'truc' });
    const alerts = page.locator('[data-alert]');
    await expect.poll(() => alerts.count()).toBe(4);
    expect(await page.locator('nav a[href="/wanted-vehicles"] .rail-count').textContent()).toBe('2');
    const second = alerts.nth(1);
    expect(await second.locator('[data-step="ALIKE"]').textContent()).toBe('Z≈2');
    for (const each of ['may be misread', 'not acknowledged', 'Character 5: \u20662\u2069 wanted, \u2066Z\u2069 read', 'other type', 'other colour', 'No picture of the plate'])
      expect(await second.textContent()).toContain(each);
    expect(await second.getByRole('link', { name: 'View footage' }).getAttribute('href')).toMatch(new RegExp(`^/play\\?cams=${stub().world.cameras[1]!.id}&t=.*:17\\.240Z$`));
    expect(await alerts.nth(2).textContent()).toContain('checked: not the vehicle');
    expect(await alerts.nth(3).textContent()).toContain('expired unacknowledged');

    const before = looks();
    await second.getByRole('button', { name: 'Acknowledge…' }).click();
    await page.getByLabel('checked: the vehicle', { exact: true }).check();
    await page.getByRole('button', { name: 'Record acknowledgement' }).click();
    await expect.poll(() => second.textContent()).toContain('checked: the vehicle');
    await expect.poll(() => page.locator('nav a[href="/wanted-vehicles"] .rail-count').textContent()).toBe('1');
    expect(looks() - before, 'each look is an entry of the log').toBe(1);
    expect(page.errors).toEqual([]);
  });

  test('one person asks with a document and an expiry, on a phone; another decides', async () => {
    const page = await open('/wanted-vehicles/new', { language: 'en', user: 'dieutra', width: 360, height: 760 });
    await page.locator('#plate').fill('36A ?2345');
    await page.getByRole('button', { name: 'Send request' }).click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(5);
    await page.locator('#plate').fill('36b-128.77');
    await page.locator('#documentNumber').fill('14/CV-CAX');
    await page.locator('#documentOn').fill('24/11/2026');
    await page.locator('#documentAuthority').fill('Công an xã');
    await page.locator('#reason').fill(reason);
    await page.locator('#days').fill('31');
    await page.getByRole('button', { name: 'Send request' }).click();
    await expect.poll(() => page.locator('.error-summary li').textContent()).toContain('1 to 30');
    await page.locator('#days').fill('3');
    expect(await overflow(page)).toBe(0);
    await page.getByRole('button', { name: 'Send request' }).click();
    const own = page.locator('[data-wanted="36B12877"]');
    await own.waitFor();
    expect(await own.textContent()).toContain('awaiting decision');
    expect(await own.getByRole('button', { name: 'Decide…' }).count()).toBe(0);
    expect(await overflow(page)).toBe(0);
    expect(page.errors).toEqual([]);

    const other = await open('/wanted-vehicles?tab=list', { language: 'en', user: 'duyet' });
    const asked = other.locator('[data-wanted="36B12877"]');
    await asked.getByRole('button', { name: 'Decide…' }).click();
    await other.getByRole('button', { name: 'Record decision' }).click();
    await expect.poll(() => other.locator('.error-summary li').count()).toBe(2);
    await other.getByLabel('Approve: comparing begins').check();
    await other.locator('#reason').fill(grounds);
    await other.getByRole('button', { name: 'Record decision' }).click();
    await expect.poll(() => asked.textContent()).toContain('active');
    expect(await asked.textContent()).toContain(grounds);
    expect(await other.locator('[data-wanted="36B11234"]').textContent(), 'both meanings').toMatch(/36B-112\.34.*36-B1 1234/);
    await asked.getByRole('button', { name: 'End search…' }).click();
    await other.getByRole('button', { name: 'End search', exact: true }).click();
    await expect.poll(() => asked.textContent()).toContain('ended');
    expect(other.errors).toEqual([]);
  });

  test('in Arabic plates keep their order, and the page is for those who may', async () => {
    const page = await open('/wanted-vehicles', { language: 'ar', user: 'truc', width: 360, height: 760 });
    await page.locator('[data-alert]').first().waitFor();
    const plates = page.locator('[data-alert] bdi.code');
    expect(await plates.evaluateAll((all) => all.every((each) => getComputedStyle(each).direction === 'ltr'))).toBe(true);
    expect(await overflow(page)).toBe(0);
    expect(await page.locator('.page-head .actions a').count(), 'duty officers ask for nothing').toBe(0);
    const other = await open('/wanted-vehicles', { language: 'en', user: 'quantri' });
    await other.locator('main .state-title').waitFor();
    expect(await other.locator('nav a[href="/wanted-vehicles"]').count()).toBe(0);
    expect(page.errors).toEqual([]);
  });
});
