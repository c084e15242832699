import { describe, expect, test } from 'vitest';
import type { VideoCopy } from '../../src/copies/types';
import { missing, setUpBrowser, type TestPage } from './setup';

const { stub, open } = setUpBrowser();

describe.skipIf(missing !== null)('a redacted copy', () => {
  interface CopiesWorld {
    copies: VideoCopy[];
    makeCopy: (number: number, state: string, more: Partial<VideoCopy>) => VideoCopy;
  }
  const world = () => stub().world as unknown as CopiesWorld;
  const request = () => stub().world.evidence.find((each) => each.code === 'REQ-2026-0002')!;

  /** The editor of the package's first video, which is ready to be drawn on. */
  async function editor(language: 'en' | 'ar'): Promise<TestPage> {
    const page = await open(`/requests/${request().id}/package`, { language, user: 'dieutra' });
    await page.locator('.copies-list .button-primary').first().click();
    await page.locator('.copies-boxes').waitFor();
    await page.waitForFunction(() => (document.querySelector('video')?.readyState ?? 0) >= 2 && document.querySelector('video')!.duration > 3);
    return page;
  }

  /** Drags over the picture, in parts of its width and height. */
  async function drag(page: TestPage, from: [number, number], to: [number, number]) {
    const area = (await page.locator('.copies-boxes').boundingBox())!;
    const at = ([x, y]: [number, number]): [number, number] => [area.x + x * area.width, area.y + y * area.height];
    await page.mouse.move(...at(from));
    await page.mouse.down();
    await page.mouse.move(...at([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]));
    await page.mouse.move(...at(to));
    await page.mouse.up();
  }

  /** Where a box stands, in hundredths of the picture. */
  const boxes = (page: TestPage) =>
    page.locator('.copies-box').evaluateAll((all) => all.map((box) => (['left', 'top', 'width', 'height'] as const).map((side) => Math.round(parseFloat((box as HTMLElement).style[side])))));
  const seek = (page: TestPage, seconds: number) => page.locator('.copies-video input[type=range]').fill(String(seconds));
  const keys = (page: TestPage) => page.locator('.copies-box-track-key').allTextContents();
  const cover = (page: TestPage) => page.locator('.copies-boxes-cover path').getAttribute('d');

  test('is drawn by hand with key positions, and shows nothing else', async () => {
    const page = await editor('en');
    expect(await cover(page)).toBe('M0 0H1V1H0Z');
    await drag(page, [0.2, 0.3], [0.4, 0.8]);
    await expect.poll(() => boxes(page)).toEqual([[20, 30, 20, 50]]);
    expect(await keys(page)).toEqual(['0.00']);
    await drag(page, [0.7, 0.3], [0.705, 0.302]);
    expect(await page.locator('.copies-box').count()).toBe(1); // what is so small was a click

    await seek(page, 2);
    await expect.poll(() => page.locator('.copies-box').count()).toBe(0);
    expect(await cover(page)).toBe('M0 0H1V1H0Z');
    await page.getByRole('button', { name: 'Set key position' }).click();
    await drag(page, [0.3, 0.5], [0.6, 0.5]);
    await expect.poll(() => boxes(page)).toEqual([[50, 30, 20, 50]]);
    await drag(page, [0.699, 0.799], [0.8, 0.9]); // its corner
    await expect.poll(() => boxes(page)).toEqual([[50, 30, 30, 60]]);
    await seek(page, 1);
    await expect.poll(() => boxes(page)).toEqual([[35, 30, 25, 55]]);
    expect(await keys(page)).toEqual(['0.00', '2.00']);
    expect(await cover(page)).toMatch(/^M0 0H1V1H0ZM0\.3/);

    await page.getByLabel('Preview redaction').check();
    await expect.poll(() => page.locator('.copies-boxes-preview').count()).toBe(1);
    await page.getByRole('button', { name: 'Go to the key position at 2.00 seconds' }).click();
    await expect.poll(() => boxes(page)).toEqual([[50, 30, 30, 60]]);
    await page.getByRole('button', { name: 'Add box' }).click();
    await expect.poll(() => page.locator('.copies-box').count()).toBe(2);
    await page.locator('.copies-box-track').last().getByRole('button', { name: 'Remove box' }).click();
    await expect.poll(() => page.locator('.copies-box').count()).toBe(1);

    await page.getByLabel('Hide only the boxes').check();
    expect(await cover(page)).toMatch(/^M0\.(49|5)/);
    await expect.poll(() => page.getByLabel('Black').isChecked()).toBe(true);
    await seek(page, 3);
    await expect.poll(() => boxes(page)).toEqual([[50, 30, 30, 60]]); // what covers stays
    await page.getByLabel('Hide everything except the subject').check();
    await expect.poll(() => page.locator('.copies-box').count()).toBe(0);

    const before = world().copies.length;
    await page.getByRole('button', { name: 'Create copy' }).click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(2);
    expect(world().copies.length).toBe(before);
    await expect.poll(() => page.getByLabel('Keep sound').isChecked()).toBe(false);
    await page.getByLabel('Child', { exact: true }).check();
    await page.locator('#words').fill('To be shown to the local paper.');
    await page.getByRole('button', { name: 'Create copy' }).click();
    await page.waitForURL('**/package#copies');
    const made = world().copies[0]!;
    expect(made).toMatchObject({ kind: 'REDACTED', keepsSound: false, reasons: ['CHILD'], words: 'To be shown to the local paper.' });
    expect(made.covering).toMatchObject({ mode: 'REVEAL', fill: 'CELLS', tracks: [{ beyond: false }] });
    const drawn = made.covering!.tracks[0]!.keys;
    expect(drawn.map((key) => Math.round(key.seconds * 100))).toEqual([0, 200]);
    expect(drawn[0]!.box.x).toBeCloseTo(0.2, 1);
    expect(drawn[1]!.box.width).toBeCloseTo(0.3, 1);
    await page.locator(`[data-copy="${made.code}"]`).getByText('In preparation 40%').waitFor();
    expect(page.errors).toEqual([]);
  });

  test('is drawn by keyboard alone, right to left, with the picture as it is', async () => {
    const page = await editor('ar');
    expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
    const press = async (key: string, times = 1) => {
      for (let n = 0; n < times; n++) await page.keyboard.press(key);
    };
    await page.getByRole('button', { name: 'أضف إطارًا' }).focus();
    await press('Enter');
    await expect.poll(() => boxes(page)).toEqual([[38, 25, 25, 50]]);
    await page.locator('.copies-box').focus();
    await press('ArrowRight', 9);
    await press('ArrowUp', 10);
    await press('Shift+ArrowLeft', 10);
    await press('Shift+ArrowDown', 10);
    await expect.poll(() => boxes(page)).toEqual([[42, 20, 20, 55]]);
    const area = (await page.locator('.copies-boxes').boundingBox())!;
    const shown = (await page.locator('.copies-box').boundingBox())!;
    expect((shown.x - area.x) / area.width).toBeCloseTo(0.42, 2);

    await page.locator('.copies-box-track input[type=checkbox]').focus();
    await press('Space');
    await page.locator('.copies-box').focus();
    const at = () => page.locator('.copies-video input[type=range]').inputValue().then(Number);
    for (let picture = 0; picture < 3; picture++) {
      const before = await at();
      await press('.');
      await expect.poll(at).toBeGreaterThan(before);
    }
    await press('ArrowLeft', 20);
    const steps = page.locator('.copies-box-track-key');
    await expect.poll(() => steps.count()).toBe(2);
    const [first, second] = [(await steps.nth(0).boundingBox())!, (await steps.nth(1).boundingBox())!];
    expect(first.x).toBeLessThan(second.x); // time runs left to right
    await press('Delete');
    await expect.poll(() => steps.count()).toBe(1);
    await press('ArrowLeft', 20);
    await steps.nth(0).focus();
    await press('Enter');
    await expect.poll(() => boxes(page)).toEqual([[42, 20, 20, 55]]);

    await page.locator('#reasons input').first().focus();
    await press('Space');
    await page.locator('#words').focus();
    await page.keyboard.insertText('للنشر في الجريدة المحلية.');
    await page.locator('form .button-primary').last().focus();
    await press('Enter');
    await page.waitForURL('**/package#copies');
    const track = world().copies[0]!.covering!.tracks[0]!;
    expect(track.beyond).toBe(true);
    expect(track.keys.map((key) => Math.round(key.box.x * 1000))).toEqual([420, 320]);
    expect(page.errors).toEqual([]);
  });

  test('is looked at and confirmed by another person, never by who ordered it', async () => {
    const copy = world().makeCopy(21, 'MADE', {});
    const refused = world().makeCopy(22, 'MADE', {});
    world().copies.unshift(copy, refused);
    const path = (one: VideoCopy) => `/requests/${request().id}/copies/${one.id}`;
    const own = await open(path(copy), { language: 'en', user: 'dieutra' });
    await own.getByText('without sound').waitFor();
    expect(await own.locator('#review').count()).toBe(0);

    const page = await open(path(copy), { language: 'en', user: 'duyet' });
    await page.getByText('View the whole copy').waitFor();
    await expect.poll(() => page.locator('video').count()).toBe(2);
    await page.getByRole('button', { name: 'Refuse' }).click();
    await expect.poll(() => page.locator('.field-error').textContent()).toContain('Enter the reason for refusal.');
    expect(copy.state).toBe('MADE');
    await page.locator('#review').fill('Nobody else can be known.');
    await page.getByRole('button', { name: 'Confirm after full viewing' }).click();
    await page.getByText('Being sealed').waitFor();
    expect(copy).toMatchObject({ state: 'CONFIRMED', review: { by: { displayName: 'Phạm Quang Duyệt' }, words: 'Nobody else can be known.' } });
    await expect.poll(() => page.locator('#review').count()).toBe(0);

    await page.goto(stub().url + path(refused));
    await page.locator('#review').fill('A plate can be read at the end.');
    await page.getByRole('button', { name: 'Refuse' }).click();
    await expect.poll(() => page.locator('#review').count()).toBe(0);
    expect(refused.state).toBe('REFUSED');
    await page.goto(`${stub().url}/requests/${request().id}/copies/new?video=${encodeURIComponent(copy.master)}`);
    await page.locator('video').waitFor();
    expect(await page.locator('.copies-boxes').count()).toBe(0); // who does not order one looks only
    expect(page.errors).toEqual([]);
  });
});
