// Debian's Chromium through playwright-core, and a page that is signed in to the stand-in. The shell
// without windows takes half of the processor time that the browser takes to draw windows for nobody.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const candidates = [process.env.CHROMIUM, '/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
export const executablePath = candidates.find((path) => path && existsSync(path)) ?? null;
/** The browser with all its parts: the shell shows no notification and takes no push. */
export const wholePath = candidates.find((path) => path && existsSync(path) && !path.includes('headless-shell')) ?? null;

export function launch({ whole = false } = {}) {
  return chromium.launch({
    executablePath: (whole ? wholePath : executablePath) ?? undefined,
    args: [
      whole ? '--headless=new' : '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--autoplay-policy=no-user-gesture-required',
    ],
  });
}

/** A browser of its own, so to say, in a language, signed in as somebody of the stand-in (or not at all). */
export async function openContext(browser, stub, { language = 'vi', user = 'tatca', width = 1440, height = 900, theme = 'light', timezoneId = 'America/New_York', touch = false } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, timezoneId, locale: 'en-US', hasTouch: touch, acceptDownloads: true });
  await context.addInitScript(
    ([chosen, look]) => {
      localStorage.setItem('anbinh.language', chosen);
      localStorage.setItem('anbinh.preferences', JSON.stringify({ theme: look }));
    },
    [language, theme],
  );
  if (user) {
    const person = stub.world.people.find((each) => each.username === user);
    const [pair] = stub.world.signIn(person).split(';');
    const [name, value] = pair.split('=');
    await context.addCookies([{ name, value, url: stub.url }]);
  }
  return context;
}

/** A page that notes its errors. */
export async function openPage(context) {
  const page = await context.newPage();
  page.errors = [];
  page.on('pageerror', (error) => page.errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) page.errors.push(message.text());
  });
  return page;
}

/** WebP by the browser itself: a third of the size of PNG. */
export async function webp(browser, png) {
  const page = await browser.newPage();
  const text = await page.evaluate(
    async (source) => {
      const picture = new Image();
      picture.src = source;
      await picture.decode();
      const canvas = document.createElement('canvas');
      canvas.width = picture.width;
      canvas.height = picture.height;
      canvas.getContext('2d').drawImage(picture, 0, 0);
      return canvas.toDataURL('image/webp', 0.82);
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
  await page.close();
  return Buffer.from(text.slice(text.indexOf(',') + 1), 'base64');
}
