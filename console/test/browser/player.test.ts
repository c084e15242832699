import { beforeAll, describe, expect, test } from 'vitest';
import { beforeGap, missing, setUpBrowser, type TestPage } from './setup';
// @ts-expect-error: plain JavaScript, shared with the benchmark.
import { drag } from './slow.mjs';

const DAY = 24 * 60;

const { stub, open } = setUpBrowser();

const shownAt = async (page: TestPage): Promise<number> => Date.parse((await page.locator('time').first().getAttribute('datetime')) ?? '');
const playhead = async (page: TestPage): Promise<number> => Number(await page.locator('.player-root').getAttribute('data-at'));

/** The number in the picture itself: 12 black or white bars at the top of the frame. */
const counter = (page: TestPage, tile = 0): Promise<number> =>
  page
    .locator('.player-play-tile')
    .nth(tile)
    .evaluate((element) => {
      const video = element.querySelector<HTMLVideoElement>('video.player-play-track-on')!;
      const canvas = document.createElement('canvas');
      canvas.width = video.videoWidth;
      canvas.height = video.videoHeight;
      const context = canvas.getContext('2d')!;
      context.drawImage(video, 0, 0);
      let value = 0;
      for (let bit = 0; bit < 12; bit++) {
        const x = Math.floor((bit + 0.5) * (canvas.width / 12));
        if (context.getImageData(x, 10, 1, 1).data[0]! > 127) value |= 1 << bit;
      }
      return value;
    });

async function ready(page: TestPage): Promise<void> {
  await page.waitForFunction(() => {
    const tiles = [...document.querySelectorAll<HTMLElement>('.player-play-tile')];
    return tiles.length > 0 && tiles.every((tile) => tile.dataset['state'] === 'ready');
  });
}

const path = (cameras: number[], at: number, zoom = 3_600_000) => `/play?cams=${cameras.map((index) => stub().world.cameras[index]!.id).join(',')}&t=${new Date(at).toISOString()}&z=${zoom}`;

describe.skipIf(missing !== null)('the player', () => {
  beforeAll(() => {
    const { cameras } = stub().world;
    cameras.push({ ...cameras[0]!, id: cameras[0]!.id.replace(/.$/, 'f'), code: 'CAM-0009' });
  });

  test('steps exactly one frame on and back, over a window’s border too', async () => {
    const at = beforeGap(stub().world.now()) + 118_900;
    const page = await open(path([0], at));
    await ready(page);
    const start = await counter(page);
    for (let step = 1; step <= 25; step++) {
      await page.keyboard.press('.');
      await page.waitForFunction((requested) => Number(document.querySelector<HTMLElement>('.player-root')?.dataset['at']) === requested, at + step * 100);
      await ready(page);
    }
    const windowFrames = 1_200;
    expect(await counter(page)).toBe((start + 25) % windowFrames);
    for (let step = 24; step >= 0; step--) {
      await page.keyboard.press(',');
      await page.waitForFunction((requested) => Number(document.querySelector<HTMLElement>('.player-root')?.dataset['at']) === requested, at + step * 100);
    }
    await ready(page);
    await expect.poll(() => counter(page)).toBe(start);
  });

  test('asks anew for a video that fails, and says so when it goes on failing', async () => {
    const at = beforeGap(stub().world.now());
    stub().world.brokenVideos = 2;
    const page = await open(path([0], at), { language: 'en' });
    await ready(page);
    stub().world.brokenVideos = 1_000;
    await page.goto(stub().url + path([0], at - 600_000));
    await page.locator('.player-play-tile[data-state="unplayable"]').waitFor();
    await expect.poll(() => page.locator('.player-play-tile').textContent()).toContain('could not be loaded');
    stub().world.brokenVideos = 0;
  });

  test('covers damaged pictures, shows them by choice, and says when times come from receipt', async () => {
    const damaged = beforeGap(stub().world.now()) - 176_000;
    const page = await open(path([3], damaged), { language: 'en' });
    await ready(page);
    const tile = page.locator('.player-play-tile');
    await page.locator('.player-damaged-cover').waitFor();
    expect(await tile.textContent()).toMatch(/time of receipt, at most \u2066?0\.64\u2069? s off/);
    expect(await page.locator('.player-play-side').textContent()).toContain('100 damaged pictures');
    await page.getByRole('button', { name: 'Show damaged pictures' }).click();
    await page.locator('.player-damaged-mark').waitFor();
    expect(await page.locator('.player-damaged-cover').count()).toBe(0);
    await page.getByRole('button', { name: 'Hide damaged pictures' }).click();
    await page.locator('.player-damaged-cover').waitFor();
    await page.goto(stub().url + path([3], damaged + 20_000));
    await ready(page);
    expect(await tile.getAttribute('data-damaged')).toBe('false');
    expect(await page.locator('.player-damaged-cover').count()).toBe(0);
  });

  test('jumps over a gap and says which', async () => {
    const gapFrom = beforeGap(stub().world.now()) + 184_000;
    const page = await open(path([0], gapFrom - 4_000), { language: 'en' });
    await ready(page);
    await page.getByRole('button', { name: 'Forward 10 seconds' }).click();
    await page.waitForFunction((requested) => Number(document.querySelector<HTMLElement>('.player-root')?.dataset['at']) === requested, gapFrom + 156_000);
    const said = await page.locator('.player-jumped').textContent();
    expect(said).toContain(':11:04');
    expect(said).toContain(':13:40');
    expect(said).toContain('No device responds');
    // The lane left of the playhead, where the gap is, is drawn in the colour of gaps and nothing else is.
    const hatched = (from: number, to: number) =>
      page.locator('.player-timeline canvas').evaluate(
        (canvas, [start, end]) => {
          const { width, height } = canvas as HTMLCanvasElement;
          const x = width / 2 + (start! * width) / 3_600_000;
          const { data } = (canvas as HTMLCanvasElement).getContext('2d')!.getImageData(Math.ceil(x), 0, Math.max(1, Math.floor(((end! - start!) * width) / 3_600_000)), height);
          let red = 0;
          for (let at = 0; at < data.length; at += 4) if (data[at]! > 180 && data[at + 1]! < 140) red++;
          return red;
        },
        [from, to],
      );
    expect(await hatched(-150_000, -10_000)).toBeGreaterThan(50);
    expect(await hatched(60_000, 300_000)).toBe(0);
  });

  test('moves the strip by the zoom that is shown, from the moment it is', async () => {
    const at = beforeGap(stub().world.now());
    const page = await open(path([0], at, 120_000));
    await ready(page);
    // What acts at once upon the sight of it comes before anything that React does after a picture of the page.
    const width = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const strip = document.querySelector('.player-timeline')!;
          const zoom = document.querySelector('.player-transport-zoom')!;
          new MutationObserver((_, observer) => {
            observer.disconnect();
            strip.dispatchEvent(new WheelEvent('wheel', { deltaX: -60, cancelable: true }));
            resolve(strip.clientWidth);
          }).observe(zoom, { characterData: true, childList: true, subtree: true });
          document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '+', bubbles: true }));
        }),
    );
    await expect.poll(() => playhead(page)).toBeCloseTo(at - (60 * 60_000) / width, 0);
  });

  test('goes to a typed moment with few keys, and a reload shows the same frame', async () => {
    const page = await open('/cases', { timezoneId: 'America/New_York' });
    await page.locator('.shell-rail').waitFor();
    const at = beforeGap(stub().world.now());
    const site = new Date(at + 7 * 3_600_000).toISOString();
    const words = `cam-0002 ${site.slice(8, 10)}/${site.slice(5, 7)} ${site.slice(11, 13)}${site.slice(14, 16)}`;
    const presses = 2 + words.replace(/\d/g, '').length; // Ctrl K, what is no digit, Enter
    expect(presses).toBeLessThanOrEqual(12);
    await page.keyboard.press('Control+k');
    await page.keyboard.type(words);
    await page.locator('[role="option"]').first().waitFor();
    await page.waitForFunction(() => document.querySelector('[role="option"]')?.querySelector('small')?.textContent?.includes('/'));
    await page.keyboard.press('Enter');
    await page.waitForURL('**/play?**');
    await ready(page);
    expect(await playhead(page)).toBe(at);
    const before = await counter(page);
    await page.waitForTimeout(600);
    await page.reload();
    await ready(page);
    expect(await playhead(page)).toBe(at);
    expect(Math.abs((await counter(page)) - before)).toBeLessThanOrEqual(1);
    expect(page.url()).toContain(stub().world.cameras[1]!.id);
  });

  test('keeps two cameras together while playing', { retry: 1 }, async () => {
    const page = await open(path([0, 1], beforeGap(stub().world.now()) + 30_000));
    await ready(page);
    const first = await playhead(page);
    await page.keyboard.press('Space');
    await page.waitForTimeout(1_500);
    // The numbers in both pictures, read between two paints; one picture lasts 100 ms.
    const apart = await page.evaluate(async (samples) => {
      const canvas = document.createElement('canvas');
      const context = canvas.getContext('2d', { willReadFrequently: true })!;
      const number = (video: HTMLVideoElement): number => {
        canvas.width = video.videoWidth;
        canvas.height = 24;
        context.drawImage(video, 0, 0);
        let value = 0;
        for (let bit = 0; bit < 12; bit++) if (context.getImageData(Math.floor((bit + 0.5) * (canvas.width / 12)), 10, 1, 1).data[0]! > 127) value |= 1 << bit;
        return value;
      };
      const found: number[] = [];
      while (found.length < samples) {
        await new Promise((done) => setTimeout(done, 130));
        await new Promise((done) => requestAnimationFrame(done));
        const [a, b] = [...document.querySelectorAll<HTMLVideoElement>('video.player-play-track-on')].map(number);
        found.push(Math.abs(a! - b!) * 100);
      }
      return found.toSorted((a, b) => a - b);
    }, 120);
    const late = apart[Math.floor(apart.length * 0.95)]!;
    console.info(`two cameras: ${apart[60]} ms apart p50, ${late} ms p95`);
    expect(late).toBeLessThanOrEqual(100);
    expect(await playhead(page)).toBeGreaterThan(first + 10_000);
  });

  test('drags with one seek in flight, past the strip’s edge too', async () => {
    const page = await open(path([0], beforeGap(stub().world.now()) + 60_000, 600_000));
    await ready(page);
    const before = await playhead(page);
    const seen = await drag(page);
    expect(await playhead(page)).toBeGreaterThan(before + 50_000);
    expect(seen.seeks).toBeLessThanOrEqual(1);
  });

  test('shows pictures, transport and strip without scrolling at a desk, the transport in one row', async () => {
    const at = beforeGap(stub().world.now());
    // The duty officer has a bar above, for an emergency access that is open.
    for (const [count, user] of [
      [1, 'truc'],
      [1, 'tatca'],
      [2, 'tatca'],
      [4, 'tatca'],
      [9, 'tatca'],
    ] as const) {
      const cameras = Array.from({ length: count }, (_, index) => index);
      const page = await open(path(cameras, at), { width: 1366, height: 768, user });
      await ready(page);
      if (user === 'truc') await page.locator('.emergency-bar').waitFor();
      const box = async (selector: string) => (await page.locator(selector).last().boundingBox())!;
      await expect
        .poll(
          async () => {
            const { y, height } = await box('.player-timeline-axis');
            return y + height;
          },
          { message: `${count} cameras` },
        )
        .toBeLessThanOrEqual(768);
      expect(await page.locator('.player-axis-label:visible').count()).toBeGreaterThan(3);
      expect((await box('.player-foot')).y).toBeLessThan(768);
      const rows = await page.locator('.player-transport button, .player-transport select').evaluateAll((all) => new Set(all.map((each) => Math.round(each.getBoundingClientRect().top))).size);
      expect(rows, `rows of the transport with ${count} cameras`).toBe(1);
      const tile = await box('.player-play-stage');
      expect(tile.height).toBeGreaterThan(count === 9 ? 110 : 180);
      await page.context().close();
    }
  });

  test('shows nine cameras, numbered as their lanes, and steps them together', async () => {
    const at = beforeGap(stub().world.now());
    const page = await open(path([0, 1, 2, 3, 4, 5, 6, 7, 8], at));
    await ready(page);
    expect(await page.locator('.player-play-tile').count()).toBe(9);
    expect(await page.locator('.player-play-number').allTextContents()).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
    expect(await page.locator('.player-timeline-lanes span').allTextContents()).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
    await page.keyboard.press('.');
    await page.waitForFunction((requested) => Number(document.querySelector<HTMLElement>('.player-root')?.dataset['at']) === requested, at + 100);
    await ready(page);
    const shown = await Promise.all([0, 4, 8].map((tile) => counter(page, tile)));
    expect(new Set(shown).size).toBe(1);
    await page.keyboard.press('9');
    await expect.poll(() => page.locator('.player-play-tile').first().getAttribute('data-camera')).toBe(stub().world.cameras[8]!.code);
  });

  test('leaves connections to the page while nine cameras load, and shows small pictures meanwhile', async () => {
    const page = await open('/play', { language: 'en' });
    let loading = 0;
    let most = 0;
    let mayAnswer = (): void => {};
    const held = new Promise<void>((done) => (mayAnswer = done));
    await page.route('**/video.mp4**', async (route) => {
      most = Math.max(most, ++loading);
      await held;
      loading--;
      await route.continue();
    });
    await page.goto(stub().url + path([0, 1, 2, 3, 4, 5, 6, 7, 8], beforeGap(stub().world.now())));
    await expect.poll(() => page.locator('.player-play-preview').count()).toBe(9);
    expect(most).toBe(4);
    mayAnswer();
    await ready(page);
    expect(most).toBe(4);
    expect(await page.locator('.player-play-preview').count()).toBe(0);
  });

  test('plays backwards, faster with each press, over a gap, and stops with K', async () => {
    const hour = beforeGap(stub().world.now());
    const gapTo = hour + 340_000;
    const page = await open(path([0], gapTo + 4_000), { language: 'en' });
    await ready(page);
    const before = await counter(page);
    await page.keyboard.press('j');
    await expect.poll(() => page.locator('.player-root').getAttribute('data-direction')).toBe('-1');
    await expect.poll(() => counter(page), { interval: 50 }).toBeLessThan(before - 5);
    await page.keyboard.press('j');
    await expect.poll(() => page.locator('.player-transport-speed select').inputValue()).toBe('2');
    await expect.poll(() => playhead(page), { interval: 50 }).toBeLessThan(gapTo - 156_000);
    expect(await page.locator('.player-jumped').textContent()).toContain(':11:04');
    await page.keyboard.press('k');
    await expect.poll(() => page.locator('.player-root').getAttribute('data-playing')).toBe('false');
    const stopped = await playhead(page);
    await page.waitForTimeout(300);
    expect(await playhead(page)).toBe(stopped);
    await page.keyboard.press('l');
    await expect.poll(() => playhead(page)).toBeGreaterThan(stopped);
    expect(await page.locator('.player-root').getAttribute('data-direction')).toBe('1');
    expect(await page.locator('.player-transport-speed select').inputValue()).toBe('1');
  });

  test('plays on behind a file that is lost, and backwards before it', async () => {
    const at = beforeGap(stub().world.now()) + 30_000;
    const lost = { from: new Date(at + 2_000).toISOString(), to: new Date(at + 4_000).toISOString() };
    const page = await open('/play');
    await page.route('**/frames?**', (route) => {
      const asked = new URL(route.request().url()).searchParams;
      const isIn = asked.get('from')! < lost.to && asked.get('to')! > lost.from;
      return isIn ? route.fulfill({ status: 500, contentType: 'application/problem+json', body: JSON.stringify({ status: 500, code: 'footage-lost', lost: [lost] }) }) : route.continue();
    });
    await page.goto(stub().url + path([0], at));
    await ready(page);
    await page.keyboard.press('l');
    await expect.poll(() => playhead(page), { interval: 50 }).toBeGreaterThan(at + 5_000);
    await page.keyboard.press('j');
    await expect.poll(() => playhead(page), { interval: 50 }).toBeLessThan(at + 1_500);
    await page.keyboard.press('k');
  });

  test('goes to the next gap and pass by buttons and keys, and says when there is none near', async () => {
    // At 8:08 UTC the stand-in has much traffic.
    const at = Math.floor((stub().world.now() - 12 * 3_600_000) / 86_400_000) * 86_400_000 + 8 * 3_600_000 + 8 * 60_000;
    const page = await open(path([0], at), { language: 'en' });
    await ready(page);
    await page.locator('.player-legend').waitFor();
    await page.locator('.player-gap-button').first().waitFor();
    const gap = at + 184_000;
    await page.getByRole('button', { name: 'Next gap' }).click();
    await expect.poll(() => playhead(page)).toBe(gap - 3_000);
    await page.keyboard.press('Shift+P');
    await expect.poll(() => playhead(page)).toBe(gap - 3_603_000);
    await page.keyboard.press('n');
    await expect.poll(() => playhead(page)).toBeGreaterThan(gap - 3_603_000);
    const passed = await playhead(page);
    // By the minute, and behind the gap where that minute is in it.
    expect([0, 40_000]).toContain(passed % 60_000);
    await page.getByRole('button', { name: 'Previous pass' }).click();
    await expect.poll(() => playhead(page)).toBeLessThan(passed);
    await page.route('**/coverage?**', async (route) => {
      const answer = (await (await route.fetch()).json()) as object;
      await route.fulfill({ json: { ...answer, gaps: [] } });
    });
    await page.reload();
    await ready(page);
    await page.getByRole('button', { name: 'Next gap' }).click();
    await page.getByText('No further gap near this time.').waitFor();
  });

  test('keeps its marks over a reload and in the link, which says whose rights count', async () => {
    const at = beforeGap(stub().world.now());
    const page = await open(path([0, 1], at), { language: 'en' });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await ready(page);
    await page.keyboard.press('i');
    await page.getByRole('button', { name: 'Forward 60 seconds' }).click();
    await page.keyboard.press('o');
    await expect.poll(() => page.locator('.player-transport-marks').textContent()).toContain('1:00');
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByText('Only people who may watch these cameras can open it.').waitFor();
    const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
    expect(link.searchParams.get('cams')).toBe([0, 1].map((index) => stub().world.cameras[index]!.id).join(','));
    expect(Date.parse(link.searchParams.get('t')!)).toBe(at + 60_000);
    expect([link.searchParams.get('in'), link.searchParams.get('out')]).toEqual([new Date(at).toISOString(), new Date(at + 60_000).toISOString()]);
    await page.reload();
    await ready(page);
    expect(await page.locator('.player-transport-marks').textContent()).toContain('1:00');
    await page.getByRole('button', { name: 'Clear the marks' }).click();
    await expect.poll(() => page.locator('.player-transport-marks').count()).toBe(0);
    expect(page.url()).not.toContain('in=');
  });

  test('offers the link for copying by hand where the browser lets no page copy', async () => {
    const page = await open(path([0], beforeGap(stub().world.now())), { language: 'en' });
    await ready(page);
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page.keyboard.press('y');
    await expect.poll(() => page.getByLabel('Link to this moment').inputValue()).toContain(`/play?cams=${stub().world.cameras[0]!.id}`);
  });

  test('shows in a calendar what is recorded, and goes to the same time of a day', async () => {
    const at = beforeGap(stub().world.now());
    const page = await open(path([0], at), { language: 'en' });
    await ready(page);
    await page.keyboard.press('c');
    const site = new Date(at - 86_400_000 + 7 * 3_600_000).toISOString();
    const yesterday = `${site.slice(8, 10)}/${site.slice(5, 7)}/${site.slice(0, 4)}`;
    const dialog = page.getByRole('dialog');
    if (site.slice(5, 7) !== new Date(at + 7 * 3_600_000).toISOString().slice(5, 7)) await dialog.getByRole('button', { name: 'Previous month' }).click();
    const day = dialog.getByRole('button', { name: new RegExp(`${yesterday}.*9\\d%.* recorded`) });
    await day.waitFor();
    const days = dialog.locator('.player-calendar-day:enabled');
    await days.last().focus();
    await page.keyboard.press('ArrowLeft');
    expect(await days.evaluateAll((all) => all.length - all.indexOf(document.activeElement as HTMLElement))).toBe(2);
    await day.click();
    await expect.poll(() => dialog.count()).toBe(0);
    await expect.poll(() => playhead(page)).toBe(at - 86_400_000);
  });

  test('shows small pictures while the strip is dragged, asked for one at a time', async () => {
    const at = beforeGap(stub().world.now()) - 4 * 3_600_000;
    const page = await open(path([0, 1], at, 14_400_000), { language: 'en' });
    await ready(page);
    const asked = (what: string) => stub().world.requests.filter((request) => request.includes(what)).length;
    const previews = asked('preview.jpg');
    stub().world.previews.most = 0;
    const box = (await page.locator('.player-timeline').boundingBox())!;
    await page.mouse.move(box.x + 600, box.y + 20);
    await page.mouse.down();
    for (let x = 600; x > 360; x -= 4) {
      await page.mouse.move(box.x + x, box.y + 20);
      await page.waitForTimeout(15);
    }
    const tile = page.locator('.player-play-tile').first();
    await tile.locator('.player-play-preview').waitFor();
    await expect.poll(() => tile.locator('.player-play-clock').textContent()).toContain('Preview');
    expect(asked('preview.jpg')).toBeGreaterThan(previews);
    expect(stub().world.previews.most).toBe(1);
    await page.mouse.up();
    await ready(page);
    expect(await page.locator('.player-play-preview').count()).toBe(0);
  });

  test('asks for no preview again of what may not be seen', async () => {
    const at = beforeGap(stub().world.now()) - 4 * 3_600_000;
    const page = await open(path([0], at, 14_400_000));
    await ready(page);
    stub().world.mustHaveCase = true;
    const before = stub().world.requests.length;
    const box = (await page.locator('.player-timeline').boundingBox())!;
    await page.mouse.move(box.x + 500, box.y + 20);
    await page.mouse.down();
    for (let x = 500; x < 800; x += 5) {
      await page.mouse.move(box.x + x, box.y + 20);
      await page.waitForTimeout(15);
    }
    await expect
      .poll(
        () =>
          stub()
            .world.requests.slice(before)
            .filter((request) => request.includes('preview.jpg')).length,
      )
      .toBe(1);
    await page.mouse.up();
    stub().world.mustHaveCase = false;
  });

  test('fills the screen with dialogs over it', async () => {
    const page = await open(path([0], beforeGap(stub().world.now())), { language: 'en' });
    await ready(page);
    await page.getByRole('button', { name: 'Full screen' }).click();
    await page.locator('.player-root[data-full="true"]').waitFor();
    const box = (await page.locator('.player-root').boundingBox())!;
    expect([box.x, box.y]).toEqual([0, 0]);
    await page.keyboard.press('g');
    await page.locator('#go-to').fill('-5m');
    await page.keyboard.press('Enter');
    await page.keyboard.press('f');
    await page.locator('.player-root[data-full="false"]').waitFor();
  });

  test('stays left to right in Arabic while the page mirrors', async () => {
    const page = await open(path([0], beforeGap(stub().world.now())), { language: 'ar' });
    await ready(page);
    const x = async (selector: string) => (await page.locator(selector).first().boundingBox())!.x;
    expect(await page.locator('.player-root').evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
    expect(await x('[aria-label="للأمام 10 ثانية"]')).toBeGreaterThan(await x('[aria-label="للخلف 10 ثانية"]'));
    const labels = await page.locator('.player-axis-label:visible').evaluateAll((all) => all.map((one) => [one.textContent, one.getBoundingClientRect().x] as const));
    const minutes = labels
      .toSorted((a, b) => a[1] - b[1])
      .map(([text]) => /^(\d\d):(\d\d)$/.exec(text ?? ''))
      .filter((found) => found !== null)
      .map(([, hour, minute]) => Number(hour) * 60 + Number(minute));
    expect(minutes.length).toBeGreaterThan(2);
    const steps = minutes.slice(1).map((minute, i) => (minute - minutes[i]! + DAY) % DAY);
    expect(Math.max(...steps)).toBeLessThan(DAY / 2);
    const before = await playhead(page);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => playhead(page)).toBe(before + 5_000);
    const rail = (await page.locator('.shell-rail').boundingBox())!;
    expect(rail.x + rail.width).toBe(1440);
  });

  test('opens the request with cameras and marks filled in', async () => {
    const at = beforeGap(stub().world.now());
    const page = await open(path([0, 1], at), { language: 'en' });
    await ready(page);
    await page.keyboard.press('i');
    await page.getByRole('button', { name: 'Forward 60 seconds' }).click();
    await page.keyboard.press('o');
    await page.getByRole('button', { name: 'Request extraction…' }).click();
    await page.waitForURL('**/requests/new/what**');
    await expect.poll(() => page.locator('#from').inputValue()).toMatch(/:08:00$/);
    await expect.poll(() => page.locator('#to').inputValue()).toMatch(/:09:00$/);
    await expect.poll(() => page.locator('input[type="checkbox"]:checked').count()).toBe(2);
  });

  test('lets another page be loaded slowly right after a jump', async () => {
    const page = await open(path([0], beforeGap(stub().world.now())), { language: 'en' });
    await ready(page);
    await page.route('**/assets/NewRequestPage-*.js', async (route) => {
      await new Promise((done) => setTimeout(done, 1_500));
      await route.continue();
    });
    await page.keyboard.press('ArrowRight');
    await page.getByRole('button', { name: 'Request extraction…' }).click();
    await page.locator('#from').waitFor();
  });

  test('leaves letters of Telex alone', async () => {
    const page = await open(path([0], beforeGap(stub().world.now())));
    await ready(page);
    await page.evaluate(() => {
      const event = new KeyboardEvent('keydown', { key: 's', code: 'KeyS', bubbles: true, isComposing: true });
      document.body.dispatchEvent(event);
    });
    expect(stub().world.requests.filter((request) => request.includes('still.jpg'))).toEqual([]);
    expect(await shownAt(page)).toBeGreaterThan(0);
  });
});
