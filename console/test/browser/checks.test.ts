// Acceptance checks that go over several screens; docs/design/console.md lists which test shows which.
import { describe, expect, test } from 'vitest';
// @ts-expect-error: plain JavaScript, shared with the pictures' program.
import { screens } from './screens.mjs';
import { beforeGap, missing, setUpBrowser, type TestPage } from './setup';
// @ts-expect-error: plain JavaScript, shared with the benchmark.
import { firstPage } from './slow.mjs';

const { stub, open } = setUpBrowser();

const play = (cameras: number[], at: number, zoom = 3_600_000) => `/play?cams=${cameras.map((index) => stub().world.cameras[index]!.id).join(',')}&t=${new Date(at).toISOString()}&z=${zoom}`;
const ready = (page: TestPage) =>
  page.waitForFunction(() => {
    const tiles = [...document.querySelectorAll<HTMLElement>('.player-play-tile')];
    return tiles.length > 0 && tiles.every((tile) => tile.dataset['state'] === 'ready');
  });

describe.skipIf(missing !== null)('times', () => {
  test('are the site’s on log, wall, strip and in the names of stills in every language, whatever the browser’s zone', async () => {
    const at = beforeGap(stub().world.now());
    /** As the site’s clock shows an instant. */
    const here = (instant: string) => {
      const [, year, month, day, time] = /^(\d+)-(\d+)-(\d+)T([\d:]{8})/.exec(new Date(Date.parse(instant) + 7 * 3_600_000).toISOString())!;
      return `${day}/${month}/${year} ${time}`;
    };
    for (const [language, timezoneId] of [
      ['vi', 'America/New_York'],
      ['en', 'Asia/Tokyo'],
      ['ar', 'America/New_York'],
    ] as const) {
      const page = await open('/audit', { language, timezoneId });
      await page.locator('.log-row').first().waitFor();
      const times = await page.locator('.log-row time').evaluateAll((all) => all.slice(0, 20).map((each) => [(each as HTMLTimeElement).dateTime, each.textContent]));
      expect(times.length).toBeGreaterThan(5);
      for (const [instant, shown] of times) {
        expect(shown).toMatch(/\d\d:\d\d/);
        expect(here(instant!)).toContain(shown);
      }
      await page.goto(`${stub().url}/wall/1?cams=${stub().world.cameras[2]!.id}`);
      const lost = page.locator('.cameras-tile .tile-words time');
      expect(await lost.textContent()).toMatch(/\d\d:\d\d/);
      expect(here((await lost.getAttribute('datetime'))!)).toContain(await lost.textContent());
      await page.goto(stub().url + play([0], at));
      await ready(page);
      const labels = (await page.locator('.player-axis-label:visible').allTextContents()).filter((each) => /^\d\d:\d\d$/.test(each));
      // Not the full hour, which is a date at midnight.
      expect(labels).toContain(`${here(new Date(at).toISOString()).slice(11, 13)}:10`);
      expect(await page.locator('.player-play-clock').textContent()).toContain(here(new Date(at).toISOString()));
      await expect.poll(() => page.locator('.player-play-zone').textContent()).toContain('+07:00');
      const [still] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('s')]);
      const hour = new Date(at + 7 * 3_600_000).toISOString();
      expect(still.suggestedFilename()).toContain(`${hour.slice(0, 10)}_${hour.slice(11, 13)}-08-00`);
      await page.context().close();
    }
  });
});

describe.skipIf(missing !== null)('Arabic', () => {
  test('shows codes, times and hashes as English does, and takes Arabic digits', async () => {
    const { evidence } = stub().world;
    for (const [path, user] of [
      [`/requests/${evidence[1]!.id}/package`, 'dieutra'],
      ['/audit/12', 'kiemsoat'],
      ['/cameras?state=down', 'quantri'],
    ] as const) {
      const texts: string[][] = [];
      for (const language of ['en', 'ar'] as const) {
        const page = await open(path, { language, user });
        await page.locator('main .code, main time').first().waitFor();
        await page.waitForFunction(() => !document.querySelector('.state-loading, [role="status"] .spinner'));
        const shown = page.locator('main .code, main .hash, main [role="row"] time, main th time, main td time, .log-row time');
        expect(await shown.evaluateAll((all) => all.filter((each) => getComputedStyle(each).direction !== 'ltr').length)).toBe(0);
        texts.push((await shown.allInnerTexts()).filter((text) => !text.includes('SIGN_IN')));
        await page.context().close();
      }
      expect(texts[0]!.length).toBeGreaterThan(0);
      expect(texts[1]).toEqual(texts[0]);
    }
    const page = await open(play([0], beforeGap(stub().world.now())), { language: 'ar' });
    await ready(page);
    await page.keyboard.press('g');
    await page.locator('#go-to').fill('٠٩:٠٢:٥١');
    await expect.poll(() => page.locator('.player-go-to-read time').textContent()).toContain('09:02:51');
  });
});

describe.skipIf(missing !== null)('the keyboard', () => {
  test('leads through every screen without a trap, with a ring to see', { timeout: 120_000 }, async () => {
    const problems: string[] = [];
    for (const name of ['sign-in', 'cameras-list', 'case-new', 'request-what', 'request-decide', 'package', 'log', 'play']) {
      const screen = (screens(stub()) as { name: string; path: string; user: string | null }[]).find((each) => each.name === name)!;
      const page = await open(screen.path, { language: 'en', user: screen.user });
      await page.locator('h1').first().waitFor();
      await page.waitForFunction(() => !document.querySelector('.state-loading'));
      const reachable = await page.evaluate(
        () =>
          [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex="0"]')].filter(
            (each) => each.tabIndex >= 0 && each.checkVisibility() && !(each as HTMLButtonElement).disabled,
          ).length,
      );
      let last = 0;
      const stops: string[] = [];
      for (let press = 0; press < reachable + 5; press++) {
        await page.keyboard.press('Tab');
        const stop = await page.evaluate(() => {
          const element = document.activeElement as HTMLElement;
          const style = getComputedStyle(element);
          const all = [...document.querySelectorAll('*')];
          return {
            at: all.indexOf(element),
            name: `${element.tagName}.${element.className}`,
            body: element === document.body,
            ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
          };
        });
        if (stop.body) break;
        if (!stop.ring) problems.push(`${name}: no ring on ${stop.name}`);
        stops.push(stop.name);
        if (stop.at < last) break; // around again
        if (stop.at === last) problems.push(`${name}: trapped at ${stop.name}`);
        last = stop.at;
      }
      if (stops.length < Math.min(6, reachable)) problems.push(`${name}: only ${stops.length} of ${reachable} reached`);
      await page.context().close();
    }
    expect(problems).toEqual([]);
  });
});

describe.skipIf(missing !== null)('a slow machine on a slow line', () => {
  test('sees a page on which nothing jumps', { timeout: 120_000 }, async () => {
    const seen = await firstPage(await open('/cameras?view=list', { user: 'quantri' }));
    expect(seen.shift).toBeLessThanOrEqual(0.05);
  });
});
