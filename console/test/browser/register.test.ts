import { describe, expect, test } from 'vitest';
import { beforeGap, missing, setUpBrowser } from './setup';

const { stub, open } = setUpBrowser();

const list = (text: string) => ({ name: 'cameras.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

describe.skipIf(missing !== null)('the register', () => {
  test('is searched without accents and leads to a card that keeps the contact to itself', async () => {
    const page = await open('/register', { language: 'en', user: 'dieutra' });
    await page.getByRole('searchbox').fill('quan hai dang');
    await expect.poll(() => page.locator('tbody tr').count()).toBe(1);
    await page.getByRole('link', { name: /Quán Hải Đăng/ }).click();
    await page.locator('.map-root .map-camera-plain').waitFor();
    await expect.poll(() => page.locator('main').textContent()).not.toContain('0912');
    await expect.poll(() => page.getByRole('button', { name: 'Show contact' }).isDisabled()).toBe(true);
    await page.getByLabel('Request for footage').check();
    await page.getByRole('button', { name: 'Show contact' }).click();
    await expect.poll(() => page.locator('[data-contact]').textContent()).toContain('0912 345 678');
    expect(stub().world.requests.filter((each) => each.includes('/contact?purpose=FOOTAGE'))).toHaveLength(1);
    expect(page.errors).toEqual([]);
  });

  test('records a withdrawal with what it means, and offers no contact any more', async () => {
    const page = await open('/register', { language: 'en', user: 'quantri' });
    await page.getByRole('link', { name: /ông Bảy/ }).click();
    await page.getByRole('button', { name: 'Record withdrawal' }).click();
    await page.locator('.dialog .notice-warn').waitFor();
    await page.getByRole('textbox', { name: 'Date' }).fill('31/02/2026');
    await page.locator('.dialog').getByRole('button', { name: 'Record withdrawal' }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('error-summary');
    await page.getByRole('textbox', { name: 'Date' }).fill('3/2/2026');
    await page.locator('.dialog').getByRole('button', { name: 'Record withdrawal' }).click();
    await page.getByText('The owner has withdrawn consent: the contact is erased').waitFor();
    await expect.poll(() => page.locator('.register-statements').textContent()).toContain('03/02/2026');
    expect(page.errors).toEqual([]);
  });

  test('takes a list as a whole, or names its mistakes by row and column', async () => {
    const page = await open('/register/import', { language: 'en', user: 'quantri' });
    await page.getByLabel('Choose a file').setInputFiles(list('reference,name\n1,Quán Bình Minh\n2,\n'));
    await expect.poll(() => page.locator('.notice-bad').textContent()).toContain('1 mistake: nothing has been imported');
    await expect.poll(() => page.locator('tbody tr').first().textContent()).toContain('3');
    await expect.poll(() => page.getByRole('button', { name: /^Import / }).count()).toBe(0);
    await page.getByLabel('Choose a file').setInputFiles(list('reference,name\n1,Quán Bình Minh\n2,Nhà bà Tám\n'));
    await page.getByRole('button', { name: 'Import 2 cameras' }).click();
    await page.getByText('2 cameras imported').waitFor();
    await page.getByLabel('Choose a file').setInputFiles(list('not a list'));
    await expect.poll(() => page.locator('.notice-bad').textContent()).toContain('Thiếu các cột');
    expect(page.errors).toEqual([]);
  });

  test('registers a camera of the community where the map is pressed', async () => {
    const page = await open('/register/new', { language: 'en', user: 'quantri' });
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(2);
    await page.getByLabel('Name', { exact: true }).first().fill('Tiệm tạp hóa Tám');
    await page.locator('#areaId').fill('canh nang');
    await page.getByRole('option', { name: /Xã Bá Thước.*formerly/ }).click();
    await page.locator('.map-root[data-drawn]').click({ position: { x: 200, y: 150 } });
    await expect.poll(() => page.locator('#place').inputValue()).toMatch(/^19\.\d{5}, 105\.\d{5}$/);
    await page.locator('#direction').fill('90');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('h1', { hasText: 'Tiệm tạp hóa Tám' }).waitFor();
    expect(page.errors).toEqual([]);
  });
});

describe.skipIf(missing !== null)('finding by place and time', () => {
  const question = () => {
    const from = beforeGap(stub().world.now());
    return `at=19.80780,105.77700&from=${new Date(from).toISOString()}&to=${new Date(from + 120_000).toISOString()}`;
  };

  test('ranks, explains, draws, and leads to a request for what was chosen', async () => {
    const page = await open(`/find?${question()}`, { language: 'en', user: 'dieutra' });
    await page.locator('.find-candidate').first().waitFor();
    const first = page.locator('.find-candidate').first();
    await expect.poll(() => first.getAttribute('data-candidate')).toBe('CAM-0001');
    await expect.poll(() => first.locator('.find-candidate-reasons').textContent()).toMatch(/recorded here|partly recorded/);
    const count = await page.locator('.find-candidate').count();
    await expect.poll(() => page.locator('.map-root .map-camera').count()).toBe(count);
    await page.keyboard.press('j');
    await expect.poll(() => first.getAttribute('class')).toContain('candidate-at');
    await page.keyboard.press('x');
    await expect.poll(() => page.locator('.find-basket').textContent()).toContain('1 of at most 10');
    await page.getByRole('link', { name: 'Request extraction…' }).click();
    await page.waitForURL('**/requests/new/case');
    await expect.poll(() => page.evaluate(() => JSON.parse(sessionStorage.getItem('anbinh.request') ?? '{}').cameraIds)).toHaveLength(1);
    expect(page.errors).toEqual([]);
  });

  test('never offers who withdrew, and lets an owner be asked', async () => {
    const page = await open(`/find?${question()}`, { language: 'en', user: 'dieutra' });
    await page.locator('.find-candidate').first().waitFor();
    expect(await page.locator('.find-list').textContent()).not.toContain('Kim Liên');
    const shop = page.locator('[data-candidate="CAM-0101"]');
    await expect.poll(() => shop.locator('input').count()).toBe(1);
    await shop.getByRole('button', { name: 'Contact the owner' }).click();
    await page.getByRole('button', { name: 'Show contact' }).click();
    await expect.poll(() => page.locator('[data-contact]').textContent()).toContain('Trần Thị Bảy');
    expect(page.errors).toEqual([]);
  });

  test('names all mistakes at once, and a press on the map is a place', async () => {
    const page = await open('/find', { language: 'en', user: 'truc' });
    await page.locator('#from').fill('');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(2);
    await page.locator('.map-root[data-drawn]').click({ position: { x: 220, y: 160 } });
    await expect.poll(() => page.locator('#place').inputValue()).toMatch(/^19\./);
    await page.locator('#from').fill('-15m');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await page.waitForURL('**/find?at=19**');
    expect(page.errors).toEqual([]);
  });

  test('is left to right on the map and right to left beside it in Arabic', async () => {
    const page = await open(`/find?${question()}`, { language: 'ar', user: 'dieutra' });
    await page.locator('.find-candidate').first().waitFor();
    expect(await page.locator('.map-root').evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
    const map = (await page.locator('.find-map').boundingBox())!;
    const results = (await page.locator('.find-list').boundingBox())!;
    expect(map.x).toBeGreaterThan(results.x);
    expect(page.errors).toEqual([]);
  });
});
