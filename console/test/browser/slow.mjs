// What a machine at a quarter of this one's speed does with a page: for tests of what does not
// depend on time, and for the benchmark of what does.
const SLOWER = 4;

/**
 * Drags the player's time line for three seconds, with each picture of the screen, down past the
 * strip's edge in the second half.
 *
 * @returns pictures a second, the lengths of long tasks in ms, and the most seeks in flight
 */
export async function drag(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const box = await page.locator('.player-timeline').boundingBox();
  const [x, y] = [box.x + 600, box.y + 20];
  await page.mouse.move(x, y);
  await page.mouse.down();
  const seen = await page.evaluate(
    async ([x, y]) => {
      const video = document.querySelector('video.player-play-track-on');
      const strip = document.querySelector('.player-timeline');
      const found = { seeks: 0, most: 0, frames: 0, long: [] };
      const observer = new PerformanceObserver((list) => list.getEntries().forEach((entry) => found.long.push(entry.duration)));
      observer.observe({ entryTypes: ['longtask'] });
      video.addEventListener('seeking', () => (found.most = Math.max(found.most, ++found.seeks)));
      video.addEventListener('seeked', () => found.seeks--);
      const started = performance.now();
      for (let passed = 0; passed < 3_000; passed = performance.now() - started) {
        strip.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, pointerId: 1, clientX: x - passed / 20, clientY: y + (passed > 1_500 ? 200 : 0) }));
        await new Promise((done) => requestAnimationFrame(done));
        found.frames++;
      }
      observer.disconnect();
      return found;
    },
    [x, y],
  );
  await page.mouse.up();
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return { pictures: seen.frames / 3, long: seen.long, seeks: seen.most };
}

/**
 * Drags a map to and fro for three seconds, with each picture of the screen, at full speed of the
 * machine: what draws the map here is the processor, which elsewhere is the graphics card.
 *
 * @returns pictures a second, the lengths of long tasks in ms, and how long scripts run for a picture in ms
 */
export async function dragMap(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const scripts = async () => (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'ScriptDuration').value * 1_000;
  const before = await scripts();
  const seen = await page.evaluate(async () => {
    const canvas = document.querySelector('.map-root canvas');
    const box = canvas.getBoundingClientRect();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const found = { frames: 0, long: [] };
    const observer = new PerformanceObserver((list) => list.getEntries().forEach((entry) => found.long.push(entry.duration)));
    observer.observe({ entryTypes: ['longtask'] });
    const move = (target, type, passed) => target.dispatchEvent(new MouseEvent(type, { bubbles: true, button: 0, buttons: 1, clientX: x + 150 * Math.sin(passed / 400), clientY: y }));
    move(canvas, 'mousedown', 0);
    const started = performance.now();
    for (let passed = 0; passed < 3_000; passed = performance.now() - started) {
      move(document, 'mousemove', passed);
      await new Promise((done) => requestAnimationFrame(done));
      found.frames++;
    }
    move(document, 'mouseup', 3_000);
    observer.disconnect();
    return found;
  });
  return { pictures: seen.frames / 3, long: seen.long, script: ((await scripts()) - before) / seen.frames };
}

/**
 * Clicks on the player's time line thirty times, now behind and now before the playhead, where
 * nothing is loaded.
 *
 * @returns how long it took each time until the pictures of all cameras were there, in ms
 */
export async function jumps(page) {
  const box = await page.locator('.player-timeline').boundingBox();
  const found = [];
  for (let jump = 0; jump < 30; jump++) {
    await page.evaluate(() => {
      const root = document.querySelector('.player-root');
      const before = root.dataset.at;
      const isThere = () => root.dataset.at !== before && [...document.querySelectorAll('.player-play-tile')].every((tile) => tile.dataset.state === 'ready');
      window.jumped = new Promise((done) => {
        const onClick = () => {
          const clicked = performance.now();
          const look = () => (isThere() ? done(performance.now() - clicked) : requestAnimationFrame(look));
          look();
        };
        window.addEventListener('pointerup', onClick, { once: true, capture: true });
      });
    });
    await page.mouse.click(box.x + box.width * (jump % 2 ? 0.81 : 0.1), box.y + 20);
    found.push(await page.evaluate(() => window.jumped));
  }
  return found;
}

/** A line of 1.6 Mbit/s and 150 ms, and a slow machine. */
async function slowLine(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.clearBrowserCache');
  await session.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 200_000 });
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
}

/**
 * Goes over a slow line to each page of the menu, from a page that was open for some seconds.
 *
 * @returns how long it took each time until the page and what it asks for was there, in ms
 */
export async function nextPages(page) {
  const links = page.locator('nav a[href]:visible');
  await links.first().waitFor();
  await page.waitForTimeout(5_000);
  await slowLine(page);
  const found = [];
  for (let at = 0; at < (await links.count()); at++) {
    if ((await links.nth(at).getAttribute('aria-current')) === 'page') continue;
    await page.evaluate(() => {
      const title = document.querySelector('h1').textContent;
      const isThere = () => (document.querySelector('main h1')?.textContent ?? title) !== title && !document.querySelector('main [aria-busy="true"]');
      window.opened = new Promise((done) => {
        const onClick = ({ timeStamp }) => {
          const look = () => (isThere() ? done(performance.now() - timeStamp) : requestAnimationFrame(look));
          look();
        };
        window.addEventListener('click', onClick, { once: true, capture: true });
      });
    });
    await links.nth(at).click();
    found.push(await page.evaluate(() => window.opened));
  }
  return found;
}

/**
 * Loads the list of cameras anew over a slow line, searches and opens the palette.
 *
 * @returns largest paint and slowest answer in ms, and by how much things jumped
 */
export async function firstPage(page) {
  await page.locator('tbody tr').first().waitFor();
  await slowLine(page);
  await page.addInitScript(() => {
    const seen = { paint: 0, shift: 0, answer: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => (seen.paint = entry.startTime))).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver((list) =>
      list.getEntries().forEach((entry) => {
        if (!entry.hadRecentInput) seen.shift += entry.value;
      }),
    ).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => (seen.answer = Math.max(seen.answer, entry.duration)))).observe({ type: 'event', durationThreshold: 16, buffered: true });
  });
  await page.reload();
  await page.locator('tbody tr').first().waitFor();
  await page.waitForTimeout(500);
  await page.keyboard.press('/');
  await page.keyboard.type('cho', { delay: 150 });
  await page.keyboard.press('Control+k');
  await page.locator('[role="option"]').first().waitFor();
  await page.keyboard.press('Escape');
  await page.waitForTimeout(300);
  return page.evaluate(() => window.seen);
}
