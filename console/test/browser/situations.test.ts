import { describe, expect, test } from 'vitest';
import { missing, setUpBrowser } from './setup';

const { stub, open } = setUpBrowser();
const path = (n: number) => `/situations/01900000-0000-7000-f000-${String(n).padStart(12, '0')}`;
const reads = (of: string) => stub().world.requests.filter((each) => each.endsWith(of)).length;

describe.skipIf(missing !== null)('situations', () => {
  test('shows danger first, in four groups, without a word of what was written', async () => {
    const page = await open('/situations', { language: 'en', user: 'diaban' });
    await page.locator('[data-pressure="CRITICAL"]').waitFor();
    expect(await page.locator('[data-pressure]').evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset['pressure']))).toEqual(['CRITICAL', 'OVERDUE', 'SOON', 'LATER']);
    await expect.poll(() => page.locator('[data-pressure="CRITICAL"]').innerText()).toMatch(/Danger now/);
    const text = await page.locator('main').innerText();
    expect(text).not.toMatch(/Khóa cổng|Quách|Khoa/);
    expect(text).toContain('Village unknown');
    await page.getByLabel('Type', { exact: true }).selectOption('NOISE');
    await expect.poll(() => page.locator('tbody tr').count()).toBe(1);
    expect(page.url()).toContain('kind=NOISE');
    expect(page.errors).toEqual([]);
  });

  test('leads from the receipt over the written report and a referral to the answer at the end', async () => {
    const page = await open(path(1), { language: 'en', user: 'diaban' });
    await page.locator('[data-act="ACKNOWLEDGE"].button-primary').click();
    await page.locator('.dialog button[type=submit]').click();
    await page.locator('[data-act="WRITE"].button-primary').click();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(1);
    await page.locator('#words').fill('A shed burnt down, nobody hurt.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('[data-act="REFER"].button-primary').click();
    await page.locator('#authority').fill('The province police');
    await page.locator('#words').fill('Handed over with two photos.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('[data-act="CLOSE"].button-primary').click();
    await page.locator('#reason').fill('The police look into it.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('[data-act="REOPEN"]').waitFor();
    await expect.poll(() => page.locator('[data-history]').innerText()).toContain('Written report');
    expect(page.errors).toEqual([]);
  });

  test('opens facts apart from hearsay, and the reporter, only when asked for', async () => {
    const page = await open(path(2), { language: 'en', user: 'diaban' });
    await page.locator('#content button').waitFor();
    expect(reads('/content')).toBe(0);
    await page.locator('#content button').click();
    await page.locator('[data-content]').waitFor();
    await expect.poll(() => page.locator('[data-part="seen"]').first().innerText()).toContain('Khóa cổng');
    await expect.poll(() => page.locator('[data-part="told"]').first().innerText()).toContain('người lạ');
    await expect.poll(() => page.locator('.situations-situation-map').count()).toBe(1);
    await expect.poll(() => page.locator('main').innerText()).toContain('The device’s clock was');
    await expect.poll(() => page.locator('[data-medium="waiting"]').innerText()).toContain('Not received');
    expect(await page.locator('[data-version="BESIDE"] mark').allTextContents()).not.toEqual([]);
    await page.locator('[data-version="BESIDE"] button').click();
    await page.getByLabel('Use this version').check();
    await page.locator('#reason').fill('The reporter counted again.');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => page.locator('[data-part="seen"]').first().innerText()).toContain('Mất hai xe đạp');
    await expect.poll(() => page.locator('[data-reporter]').count()).toBe(0);
    await page.locator('#reporter button').click();
    await page.locator('[data-reporter]').waitFor();
    expect(reads('/reporter')).toBe(1);
    expect(page.errors).toEqual([]);
  });

  test('draws no map of what is guarded, offers no mediation of it, and leaves quickly', async () => {
    const page = await open(path(3), { language: 'en', user: 'diaban', width: 360, height: 740 });
    await page.locator('#content button').click();
    await page.locator('[data-content]').waitFor();
    await expect.poll(() => page.locator('.situations-situation-map').count()).toBe(0);
    await expect.poll(() => page.locator('[data-act="MEDIATE"]').count()).toBe(0);
    await expect.poll(() => page.locator('main').innerText()).toContain('Injured person');
    await page.locator('.quick-exit button').first().click();
    await page.waitForURL('**/calendar.html');
    await expect.poll(() => stub().world.requests).toContain('DELETE /api/session');
  });

  test('takes a call down, with danger first, and once for two clicks', async () => {
    const page = await open('/situations/new', { language: 'en', user: 'diaban' });
    await page.getByRole('button', { name: 'Record report' }).click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(2);
    await page.locator('#kind').selectOption('DOMESTIC_VIOLENCE');
    await page.locator('.notice-warn').waitFor();
    await page.getByRole('button', { name: 'Add person' }).click();
    await page.locator('#person-name-0').fill('Quách Văn Mỗ');
    await page.locator('#contact').fill('Call at noon');
    await page.getByRole('button', { name: 'Record report' }).dblclick();
    await page.locator('[data-act="CLASSIFY"]').waitFor();
    expect(stub().world.requests.filter((each) => each === 'POST /api/situations')).toHaveLength(1);
    expect(page.errors).toEqual([]);
  });

  test('tells who is above counts, and a name only for a reason', async () => {
    const page = await open('/situations/above', { language: 'en', user: 'diaban' });
    await page.getByRole('heading', { name: 'Repeated accusations' }).waitFor();
    expect((await page.locator('main section:not(#written)').allInnerTexts()).join(' ')).not.toMatch(/TH-2026|Khiêm/);
    await page.getByRole('button', { name: 'Open details' }).click();
    await page.locator('.dialog #reason').fill('short');
    await page.locator('.dialog button[type=submit]').click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(1);
    await page.locator('.dialog #reason').fill('Checking repeated accusations.');
    await page.locator('.dialog button[type=submit]').click();
    await page.locator('[data-flag]').waitFor();
    await expect.poll(() => page.locator('[data-flag]').innerText()).toContain('Khiêm');
    expect(page.errors).toEqual([]);
  });

  test('gives who is above the reports that were written for them, one by one', async () => {
    const page = await open('/situations/above', { language: 'en', user: 'diaban' });
    await page.locator('[data-written="new"]').waitFor();
    expect(await page.locator('main').innerText()).not.toContain('trạm y tế');
    const before = reads('/written-report');
    await page.locator('[data-written="new"] button').click();
    await page.locator('[data-report]').waitFor();
    await expect.poll(() => page.locator('[data-report]').innerText()).toMatch(/Domestic violence[\s\S]*trạm y tế/);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('[data-written="new"]').count()).toBe(0);
    expect(reads('/written-report')).toBe(before + 1);
    expect(page.errors).toEqual([]);
  });

  test('opens reports of another commune in an emergency, by two things at least, and never who reported', async () => {
    const page = await open('/situations', { language: 'en', user: 'diaban' });
    await expect.poll(() => page.locator('[data-told]').innerText()).toContain('In the last 24 hours: 1');
    await page.getByRole('link', { name: 'See reasons' }).click();
    await page.locator('#told tbody tr').first().waitFor();
    await expect.poll(() => page.locator('#told').innerText()).toContain('Người mất tích');
    await expect.poll(() => page.locator('#open').innerText()).toContain('The reporter’s identity and attachments are never opened');
    await page.locator('#areaId').fill('Thôn Cành Nàng');
    await page.locator('#open .combo [role=status]').waitFor();
    await expect.poll(() => page.getByRole('option').count()).toBe(0);
    await page.locator('#areaId').fill('ba thuoc');
    await page.getByRole('option').first().click();
    await page.locator('#reason').fill('urgent');
    await page.getByRole('button', { name: 'Open for one hour' }).click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(1);
    await page.locator('#reason').fill('A child is missing since last night and was seen there.');
    await page.getByRole('button', { name: 'Open for one hour' }).click();
    await page.locator('#search').waitFor();
    await page.locator('.emergency-bar').waitFor();
    await page.locator('#kind').selectOption('THEFT');
    await page.locator('#search button[type=submit]').click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(1);
    await expect.poll(() => page.locator('#kind option').allInnerTexts()).not.toContain('Domestic violence');
    await page.locator('#day').fill('26/11/2026');
    await page.locator('#search button[type=submit]').click();
    await page.locator('[data-found] li').first().waitFor();
    await expect.poll(() => page.locator('#search').innerText()).toContain('There are more reports');
    await expect.poll(() => page.locator('#search').innerText()).not.toMatch(/Khóa cổng|Khoa/);
    await page.locator('[data-found] button').first().click();
    await page.getByRole('button', { name: 'Open content' }).click();
    await page.locator('[data-content]').waitFor();
    await expect.poll(() => page.locator('[data-reading]').innerText()).toContain('Khóa cổng');
    await expect.poll(() => page.locator('[data-reading]').innerText()).not.toMatch(/Nguyễn Đình Khoa|hàng xóm/);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'End now' }).click();
    await page.locator('#open').waitFor();
    expect(page.errors).toEqual([]);
  });

  test('tells the chair who opened reports of their commune, and shows an auditor what was read', async () => {
    const chair = await open('/situations/emergency', { language: 'vi', user: 'chutich' });
    await chair.locator('#told tbody tr').first().waitFor();
    expect(await chair.locator('#open').count()).toBe(0);
    await expect.poll(() => chair.locator('main').innerText()).toContain('Hà Công Dũng');
    const review = await open('/reviews/01900000-0000-7000-c000-000000000005', { language: 'en', user: 'kiemsoat' });
    await review.getByText('TH-2026-484147').waitFor();
    await review.getByText('By type · By village').waitFor();
    await expect.poll(() => review.locator('.facts').innerText()).toContain('Reports of a commune');
    expect([...chair.errors, ...review.errors]).toEqual([]);
  });

  test('hides small figures from the chair and stands right to left in Arabic', async () => {
    const page = await open('/situations', { language: 'ar', user: 'chutich' });
    await page.waitForURL('**/situations/figures');
    await page.locator('tbody tr').first().waitFor();
    await expect.poll(() => page.locator('main').innerText()).toContain('< 5');
    await expect.poll(() => page.locator('html').getAttribute('dir')).toBe('rtl');
    const desk = await open('/situations', { language: 'ar', user: 'diaban' });
    await desk.locator('[data-pressure="CRITICAL"]').waitFor();
    expect(desk.errors).toEqual([]);
  });
});
