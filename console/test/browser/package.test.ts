import { describe, expect, test } from 'vitest';
import type { VideoCopy } from '../../src/copies/types';
import { missing, setUpBrowser, type TestPage } from './setup';

const { stub, open } = setUpBrowser();

describe.skipIf(missing !== null)('the videos of a sealed package', () => {
  const request = () => stub().world.evidence.find((each) => each.code === 'REQ-2026-0002')!;
  const path = () => `/requests/${request().id}/package`;
  const asked = () => stub().world.requests.filter((each) => each.includes('/videos'));
  const place = (page: TestPage) => page.evaluate(() => document.querySelector('video')!.currentTime);
  const chapter = (page: TestPage, text: string) => page.locator('#videos li button', { hasText: text });
  const clock = (page: TestPage) => page.locator('.copies-video-time').textContent();

  test('play as they were sealed, and nothing of them is fetched before', async () => {
    const page = await open(path(), { language: 'en', user: 'dieutra' });
    await page.getByText('Sealed file, unchanged since sealing').waitFor();
    expect(asked().some((each) => each.includes('video.mp4'))).toBe(false);
    expect(await page.locator('video').count()).toBe(0);
    await page.getByRole('button', { name: 'Play video' }).click();
    await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0.2);
    expect(await page.locator('video').getAttribute('src')).toContain('/videos/video.mp4?name=data%2Fclips%2FCAM-0001_');
    await page.getByRole('button', { name: 'Pause' }).click();
    // Nine hours and more from the browser's own zone, which is New York's.
    const first = (stub().world.evidence as unknown as { code: string; granted: { from: string } }[]).find((each) => each.code === 'REQ-2026-0002')!.granted.from;
    const at = new Date(Date.parse(first) + 7 * 3_600_000 + (await place(page)) * 1000).toISOString();
    expect(await clock(page)).toContain(at.slice(11, 19));
    expect(page.errors).toEqual([]);
  });

  test('have gaps and passes as chapters, by press and by key', async () => {
    const page = await open(path(), { language: 'en', user: 'dieutra' });
    const list = page.locator('#videos ol');
    await expect.poll(() => list.textContent()).toContain('36A1234593% · car');
    expect(await list.locator('li').count()).toBe(3);
    expect(await list.textContent()).toContain('no plate readmotorbike · seen in one picture');
    expect(await page.locator('#videos').textContent()).toContain('Passes are readings by a program, not facts.');
    await chapter(page, 'No device responds').click();
    await expect.poll(() => place(page)).toBeCloseTo(1, 1);
    await expect.poll(() => page.locator('.copies-gap-now').textContent()).toContain('No recording');
    expect(await chapter(page, 'No device responds').getAttribute('aria-current')).toBe('true');
    await page.getByRole('button', { name: 'Skip the gap' }).click();
    await expect.poll(() => place(page)).toBeCloseTo(2, 1);
    await expect.poll(() => page.locator('.copies-gap-now').count()).toBe(0);
    await page.keyboard.press('n');
    await expect.poll(() => place(page)).toBeCloseTo(2.6, 1);
    await page.keyboard.press('p');
    await expect.poll(() => place(page)).toBeCloseTo(1, 1);
    await page.keyboard.press('Space');
    await expect.poll(() => page.getByRole('button', { name: 'Pause' }).count()).toBe(1);
    expect(page.errors).toEqual([]);
  });

  test('say so where the browser cannot play them, and offer the copy that it can', async () => {
    const page = await open(path(), { language: 'en', user: 'dieutra' });
    await page.getByLabel('Camera', { exact: true }).selectOption({ index: 1 });
    await page.getByText('This browser cannot play the sealed file').waitFor();
    expect(await page.locator('#videos').textContent()).toContain('hvc1.1.6.L93.B0');
    expect(await page.locator('#videos').getByRole('link', { name: 'Create copy' }).getAttribute('href')).toContain('/copies/new?video=data%2Fclips%2FCAM-0002_');
    const world = stub().world as unknown as { copies: VideoCopy[]; makeCopy: (number: number, state: string, more: Partial<VideoCopy>) => VideoCopy };
    world.copies.unshift(world.makeCopy(31, 'MADE', { kind: 'COURT', master: request().extraction!.files[1]!.name }));
    await page.reload();
    await page.getByLabel('Camera', { exact: true }).selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Play player copy' }).click();
    await page.getByText('Player copy shown, not the sealed file').waitFor();
    expect(await page.locator('video').getAttribute('src')).toContain('/copies/');
    await page.getByLabel('Camera', { exact: true }).selectOption({ index: 2 });
    await page.getByText('No video of this camera').waitFor();
    expect(await page.locator('#videos').textContent()).toContain('Recording switched off');
    expect(page.errors).toEqual([]);
  });

  test('are not asked for by who may not watch them', async () => {
    const before = asked().length;
    const page = await open(path(), { language: 'en', user: 'kiemsoat' });
    await page.getByText('Redacted copies and court copies').waitFor();
    expect(await page.locator('#videos').count()).toBe(0);
    expect(asked().length).toBe(before);
    expect(page.errors).toEqual([]);
  });

  test('stand under one sentence of the verifier, with hashes folded away', async () => {
    const page = await open(path(), { language: 'en', user: 'duyet' });
    await page.locator('.verdict-ok .verdict-sentence').waitFor();
    for (const folded of ['Public log', '9c9c9c9c', 'a3a3a3a3']) await expect.poll(() => page.getByText(folded).filter({ visible: true }).count()).toBe(0);
    await page.getByText('Details of the check').click();
    await page.getByText('Public log').waitFor();
    await page.getByText('3 files in the package, with hashes').click();
    await page.locator('#files .hash').first().waitFor();
    expect(page.errors).toEqual([]);
  });

  test('play for whom the package is handed over to, by the hand-over alone', async () => {
    const before = asked().length;
    const page = await open('/received', { language: 'en', user: 'duyet' });
    await page.getByRole('button', { name: 'Check and watch' }).first().click();
    await page.locator('.verdict-ok .verdict-sentence').waitFor();
    await page.getByText('Sealed file, unchanged since sealing').waitFor();
    await page.getByRole('button', { name: 'Play video' }).click();
    await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0.2);
    await chapter(page, 'No device responds').click();
    await expect.poll(() => place(page)).toBeGreaterThanOrEqual(1);
    expect(
      asked()
        .slice(before)
        .every((each) => each.includes('/api/handovers/')),
    ).toBe(true);
    await page.getByLabel('Camera', { exact: true }).selectOption({ index: 1 });
    await page.getByText('The person who requested the extraction can create a court copy.').waitFor();
    expect(await page.locator('#videos').getByRole('link', { name: 'Create copy' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Close viewing' }).click();
    await expect.poll(() => page.locator('#videos').count()).toBe(0);
    expect(page.errors).toEqual([]);
  });
});
