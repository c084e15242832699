import { beforeAll, describe, expect, test } from 'vitest';
import { missing, setUpBrowser, type TestPage } from './setup';

const { stub, open } = setUpBrowser();

const people = 15_050;
const cameras = 136_000;
const id = (kind: string, n: number) => `01900000-0000-7000-${kind}-${String(n).padStart(12, '0')}`;

/** A province's worth of what the stand-in has some of. */
function fill(): void {
  const { world } = stub() as unknown as { world: { people: Record<string, unknown>[]; cameras: Record<string, unknown>[]; community: Record<string, unknown>[] } };
  const [person] = world.people;
  for (let n = world.people.length; n < people; n++) {
    world.people.push({ ...person, id: id('a001', n), username: `nguoi-${n}`, displayName: n === people - 1 ? 'Quách Thị Út' : `Nguyễn Văn Số ${n}`, roles: ['TEAM_MEMBER'] });
  }
  const [seen] = world.cameras as { health: () => object }[];
  const health = { ...seen!.health(), connection: 'OFF', lastFrameAt: null, recordedUntil: null, gapMillis: null, format: null };
  const make = (list: Record<string, unknown>[], kind: string, n: number, name: string) => list.push({ ...list[0], id: id(kind, n), code: `CAM-${n}`, name, recording: false, health });
  for (let n = world.cameras.length; n < cameras; n++) make(world.cameras, 'a002', 10_000 + n, n === cameras - 1 ? 'Đèo Ồ Ồ' : `Camera số ${n}`);
  for (let n = world.community.length; n < cameras; n++) make(world.community, 'a003', 200_000 + n, `Cửa hàng số ${n}`);
}

/** Every question that the page asks of a list, and how much comes back. */
function asked(page: TestPage): { url: string; items: number }[] {
  const questions: { url: string; items: number }[] = [];
  page.on('response', (response) => {
    if (!/\/api\/(people|cameras)(\/register)?(\?|$)/.test(response.url())) return;
    void response.json().then(
      (answer: { items: unknown[] }) => questions.push({ url: response.url(), items: answer.items.length }),
      () => undefined, // The page was closed meanwhile.
    );
  });
  return questions;
}

const rows = (page: TestPage) => page.locator('main tbody tr');
const shown = (page: TestPage) => page.locator('.pages-shown').innerText();

describe.skipIf(missing !== null)('lists at the size of a province', () => {
  beforeAll(fill);

  test('people: one question, fifty rows, and how many there are', async () => {
    const page = await open('/cameras', { language: 'en', user: 'quantri' });
    const questions = asked(page);
    const from = Date.now();
    await page.goto(`${stub().url}/people`);
    await expect.poll(() => rows(page).count()).toBe(50);
    expect(Date.now() - from).toBeLessThan(5_000);
    expect(await shown(page)).toBe('1–50 of 15,050');
    expect(questions.filter(({ url }) => url.includes('/people'))).toHaveLength(1);
    await page.getByRole('button', { name: 'Next page' }).click();
    await expect.poll(() => shown(page)).toBe('51–100 of 15,050');
    expect(await rows(page).count()).toBe(50);
    expect(await page.getByRole('button', { name: 'Next page' }).evaluate((button) => button === document.activeElement)).toBe(true);
    await page.getByRole('button', { name: 'Next page' }).click();
    await expect.poll(() => shown(page)).toBe('101–150 of 15,050');
    await page.getByRole('button', { name: 'First page' }).click();
    await expect.poll(() => shown(page)).toBe('1–50 of 15,050');
    expect(questions.every(({ items }) => items <= 50)).toBe(true);
  });

  test('show 25 of their items at once in compact tables on a desk', async () => {
    const page = await open('/cases', { language: 'vi', user: 'tatca', width: 1440, height: 900 });
    await page.addInitScript(() => localStorage.setItem('anbinh.preferences', JSON.stringify({ theme: 'light', compact: true })));
    const places = () => rows(page).evaluateAll((all) => all.map((row) => [row.getBoundingClientRect().top, row.getBoundingClientRect().height] as const));
    for (const path of ['/cases', '/requests?tab=all']) {
      await page.goto(stub().url + path);
      await rows(page).first().waitFor();
      const shown = await places();
      const [top] = shown[0]!;
      for (const [, height] of shown) expect(top + 25 * height, path).toBeLessThanOrEqual(900);
    }
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.goto(`${stub().url}/register`);
    await expect.poll(() => rows(page).count()).toBe(50);
    await rows(page).nth(24).scrollIntoViewIfNeeded();
    const shown = await places();
    expect(shown[24]![0] + shown[24]![1] - shown[0]![0]).toBeLessThanOrEqual(768 - 52);
  });

  test('people: the last one is found by a few letters, without marks, and the address keeps it', async () => {
    const page = await open('/people', { language: 'en', user: 'quantri' });
    await page.getByRole('searchbox').fill('quach thi ut');
    await expect.poll(() => rows(page).count()).toBe(1);
    expect(await rows(page).innerText()).toContain('Quách Thị Út');
    await page.reload();
    await expect.poll(() => rows(page).count()).toBe(1);
    await page.getByRole('searchbox').fill('nobody at all');
    await page.getByRole('button', { name: 'Clear all filters' }).click();
    await expect.poll(() => shown(page)).toBe('1–50 of 15,050');
    await page.getByRole('combobox', { name: 'Filter by role' }).selectOption('AUDITOR');
    await expect.poll(() => rows(page).count()).toBe(2);
    expect(page.url()).toContain('role=AUDITOR');
  });

  test('cameras: what is seen is asked for every five seconds, and no more', async () => {
    const page = await open('/people', { language: 'en', user: 'truc' });
    const questions = asked(page);
    await page.goto(`${stub().url}/cameras`);
    await expect.poll(() => rows(page).count()).toBe(50);
    expect(await shown(page)).toBe('1–50 of more than 20,000');
    await expect.poll(() => questions.length, { timeout: 15_000 }).toBeGreaterThan(2);
    expect(questions.every(({ items }) => items <= 50)).toBe(true);
    await page.getByRole('searchbox').fill('deo o o');
    await expect.poll(() => rows(page).count()).toBe(1);
    expect(await page.locator('[data-camera]').innerText()).toContain('Đèo Ồ Ồ');
  });

  test('the register turns its pages, and a list is found as it was left', async () => {
    const page = await open('/register', { language: 'en', user: 'quantri' });
    await expect.poll(() => shown(page)).toBe('1–50 of more than 20,000');
    await page.getByRole('button', { name: 'Next page' }).click();
    await expect.poll(() => shown(page)).toBe('51–100 of more than 20,000');
    const list = page.url();
    await rows(page).first().getByRole('link').click();
    await expect.poll(() => page.url()).not.toBe(list);
    await page.goBack();
    await expect.poll(() => shown(page)).toBe('51–100 of more than 20,000');
    await page.getByRole('button', { name: 'Previous page' }).click();
    await expect.poll(() => shown(page)).toBe('1–50 of more than 20,000');
  });

  test('wall, player, request and palette find one of them by what is typed', async () => {
    const wall = await open('/wall/1', { language: 'en', user: 'tatca' });
    const questions = asked(wall);
    await wall.locator('#wall-camera-0').fill('deo o o');
    await wall.getByRole('option', { name: /Đèo Ồ Ồ/ }).click();
    await expect.poll(() => wall.url()).toContain('cams=');
    await expect.poll(() => wall.locator('#wall-camera-0').inputValue()).toContain('Đèo Ồ Ồ');

    const player = await open('/play', { language: 'en', user: 'tatca' });
    await player.locator('.player-play-head button').first().click();
    await player.locator('.menu-search input').fill('deo o o');
    await player.getByRole('menuitemcheckbox', { name: /Đèo Ồ Ồ/ }).click();
    await expect.poll(() => player.url()).toContain('cams=');

    const request = await open('/requests/new/what', { language: 'en', user: 'tatca' });
    await request.locator('#cameraIds input[type=search]').fill('deo o o');
    await request.getByLabel(/Đèo Ồ Ồ/).check();
    await request.locator('#cameraIds input[type=search]').fill('');
    await expect.poll(() => request.getByLabel(/Đèo Ồ Ồ/).isChecked()).toBe(true);
    expect(await request.locator('#cameraIds input[type=checkbox]').count()).toBeLessThanOrEqual(21);

    await player.keyboard.press('Escape');
    await player.keyboard.press('Control+k');
    await player.locator('.palette-input').fill('deo o o');
    await player
      .getByRole('option', { name: /Đèo Ồ Ồ/ })
      .first()
      .waitFor();
    expect(questions.every(({ items }) => items <= 50)).toBe(true);
  });
});
