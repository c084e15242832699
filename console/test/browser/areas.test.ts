import { describe, expect, test } from 'vitest';
import { missing, setUpBrowser } from './setup';

const { stub, open } = setUpBrowser();

describe.skipIf(missing !== null)('areas', () => {
  test('are found by a former name, which is said, and tell what they were before', async () => {
    const page = await open('/areas', { language: 'en', user: 'dieutra' });
    await page.getByRole('link', { name: 'Xã Bá Thước' }).waitFor();
    await page.getByRole('searchbox').fill('canh nang');
    await expect.poll(() => page.locator('.areas-area-found li').first().textContent()).toContain('Thôn Cành Nàng 1');
    const town = page.locator('.areas-area-found li', { hasText: 'formerly' });
    await expect.poll(() => town.textContent()).toContain('Thị trấn Cành Nàng, Huyện Bá Thước');
    await town.getByRole('link').click();
    await page.getByRole('heading', { name: 'Xã Bá Thước' }).waitFor();
    await page.locator('.map-root[data-drawn]').waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Rename area' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Thị trấn Cành Nàng' }).click();
    await page.getByText('This area ended on').waitFor();
    expect(page.errors).toEqual([]);
  });

  test('say what is to come for them, and take back what was decided', async () => {
    const page = await open(`/areas/${stub().world.areas[1]!.id}`, { language: 'en', user: 'dieutra' });
    await page.getByText(/From .*01\/01\/\d{4}.* takes over/).waitFor();
    expect(await page.getByRole('button', { name: 'Withdraw' }).count()).toBe(0);
    await page.locator('.notice').getByRole('link').click();
    await page.getByText(/From .*01\/01\/\d{4}.* part of Xã Bá Thước/).waitFor();
    const office = await open(`/areas/${stub().world.areas[1]!.id}`, { language: 'en', user: 'quantri' });
    await office.getByRole('button', { name: 'Rename area' }).click();
    await office.getByLabel('New name').fill('Xã Bá Thước Mới');
    await office.locator('#on').fill('01/07/2099');
    await office.locator('#reason').fill('Nghị quyết 14');
    await office.getByRole('button', { name: 'Save' }).click();
    await office.getByText('it takes effect by itself').waitFor();
    await office.getByRole('heading', { name: 'Xã Bá Thước', exact: true }).waitFor();
    const planned = office.locator('.notice').filter({ hasText: 'Xã Bá Thước Mới' });
    await planned.getByText('01/07/2099').waitFor();
    await planned.getByRole('button', { name: 'Withdraw change' }).click();
    await office.getByRole('dialog').getByRole('button', { name: 'Withdraw change' }).click();
    await expect.poll(() => office.locator('.error-summary li').count()).toBe(1);
    await office.locator('#plan-reason').fill('Bãi bỏ');
    await office.getByRole('dialog').getByRole('button', { name: 'Withdraw change' }).click();
    await expect.poll(() => planned.count()).toBe(0);
    const arabic = await open('/areas', { language: 'ar', user: 'kiemsoat', width: 360, height: 760 });
    await arabic.locator('#planned summary').click();
    await arabic.getByText('جزء من').waitFor();
    expect(await arabic.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(page.errors.concat(office.errors, arabic.errors)).toEqual([]);
  });

  test('are renamed and ended with a day and a reason', async () => {
    const page = await open(`/areas/${stub().world.areas[2]!.id}`, { language: 'en', user: 'quantri' });
    await page.getByRole('button', { name: 'Rename area' }).click();
    await page.getByLabel('New name').fill('Phường Hạc Mới');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(1);
    await page.locator('#reason').fill('Nghị quyết 12');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Phường Hạc Mới' }).waitFor();
    await expect.poll(() => page.locator('.facts').textContent()).toContain('Phường Hạc Thành');
    await page.getByRole('button', { name: 'End area' }).click();
    await page.locator('#into').fill('ba thuoc');
    await page.getByRole('option', { name: /Xã Bá Thước/ }).click();
    await page.locator('#reason').fill('Nghị quyết 13');
    await page.locator('form').getByRole('button', { name: 'End area' }).click();
    await page.getByText('This area ended on').waitFor();
    expect(page.errors).toEqual([]);
  });

  test('come in from files as a whole, or not at all', async () => {
    const page = await open('/areas/import', { language: 'en', user: 'quantri' });
    const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
    await page.getByLabel('Choose a file').setInputFiles(file('address.json', '[]'));
    await page.getByText('565 former units linked to current ones').waitFor();
    await page.getByRole('button', { name: 'Import file' }).click();
    await page.getByText('File imported.').waitFor();
    await page.locator('#sort').selectOption('units');
    await page.getByLabel('Choose a file').setInputFiles(file('thon.csv', 'commune,name\n14923,Một\n14923,\n'));
    await expect.poll(() => page.locator('.notice-bad').textContent()).toContain('1 mistake');
    await expect.poll(() => page.getByRole('button', { name: 'Import file' }).count()).toBe(0);
    expect(page.errors).toEqual([]);
  });

  test('are chosen with the keyboard alone', async () => {
    const page = await open('/areas/new', { language: 'en', user: 'quantri' });
    await page.getByLabel('Part of').fill('bá thước');
    await page.getByRole('option', { name: /Xã Bá Thước/ }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByLabel('Part of').inputValue()).toBe('Xã Bá Thước');
    await page.getByLabel('Name', { exact: true }).fill('Thôn Mới');
    await page.getByLabel('Code', { exact: true }).fill('14923-009');
    await page.getByRole('button', { name: 'Add area' }).click();
    await page.getByRole('heading', { name: 'Thôn Mới' }).waitFor();
    expect(page.errors).toEqual([]);
  });
});
