// What the tests against a real server share. They are started by e2e's BrowserIT, which sets up the
// server, two simulated cameras, two cameras of residents and four people, and gives:
//   ANBINH_SERVER, ANBINH_PASSWORD   the server's address and the password of everybody
//   ANBINH_JAVA, ANBINH_VERIFIER     to judge a package outside of the browser
//   ANBINH_FOLDER                    for downloads, and for pictures of what went wrong
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from '../browser/launch.mjs';

export const given = (name) => process.env[name] ?? assert.fail(`${name} is not set`);
export const server = given('ANBINH_SERVER').replace(/\/$/, '');
export const folder = given('ANBINH_FOLDER');
export const patience = 30_000;

const started = Date.now();
let stepStarted = started;
export function done(what) {
  const now = Date.now();
  console.log(`${((now - stepStarted) / 1000).toFixed(1).padStart(6)} s  ${what}`);
  stepStarted = now;
}

/** A sign of life, by which who waits tells what is slow from what hangs. */
export const alive = () => process.stdout.write('.');

/** Waits until `read` gives something true, and returns it. */
export async function until(what, read, within = patience) {
  const deadline = Date.now() + within;
  let last;
  do {
    last = await read();
    if (last) return last;
    await new Promise((resolve) => setTimeout(resolve, 50));
  } while (Date.now() < deadline);
  assert.fail(`${what}: not within ${within / 1000} s`);
}

const browser = await launch();
const pages = {};

/** A browser of somebody's own, which notes what goes wrong in it. */
export async function open(name, options) {
  const context = await browser.newContext({ locale: 'en-US', timezoneId: 'America/New_York', acceptDownloads: true, ...options });
  await context.addInitScript(() => localStorage.setItem('anbinh.language', 'en'));
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  page.faults = [];
  page.on('dialog', (dialog) => {
    page.faults.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => page.faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource|WebSocket/.test(message.text())) page.faults.push(message.text());
  });
  pages[name] = page;
  return page;
}

/** Notes what a page asks for and has no answer to yet, in `asking`. */
export function noteCalls(page) {
  page.asking = new Set();
  // A video is read as it is played, and a map's ground by a worker, of whose requests no end is told.
  page.on('request', (request) => /\/api\/(?!maps\/|.*\/video\.mp4)/.test(request.url()) && page.asking.add(request));
  page.on('requestfinished', (request) => page.asking.delete(request));
  page.on('requestfailed', (request) => page.asking.delete(request));
}

/** Somebody with an account, signed in through the form, or asked there for a password of their own. `prepare` gets the page before it goes anywhere. */
export async function signIn(name, { password = given('ANBINH_PASSWORD'), prepare = () => {} } = {}) {
  const page = await open(name, { viewport: { width: 1440, height: 900 } });
  prepare(page);
  await page.goto(server);
  await page.locator('#username').fill(name);
  await page.locator('#password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.locator('.shell-rail').or(page.locator('#current')).first().waitFor();
  return page;
}

/** Downloads the package from its page; the log's key, by which it is judged, is from elsewhere. */
export async function download(page) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /^Download/ }).click()]);
  const zip = join(folder, download.suggestedFilename());
  await download.saveAs(zip);
  const key = join(folder, 'log.vkey');
  writeFileSync(key, await (await fetch(`${server}/api/verify-key`)).text());
  return { zip, key };
}

/** Runs a test. What somebody saw last is told, and kept as a picture, when it does not hold. */
export async function hold(what, run) {
  try {
    await run();
    for (const [name, each] of Object.entries(pages)) assert.deepEqual(each.faults, [], `faults in ${name}’s browser`);
    console.log(`${what} held in the browser, in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
  } catch (failure) {
    for (const [name, page] of Object.entries(pages)) {
      await page.screenshot({ path: join(folder, `${name}.png`) }).catch(() => {});
      const text = await page.locator('body').innerText({ timeout: 1_000 }).catch(String);
      console.error(`${name} saw last, at ${page.url().replace(server, '')}:\n${text.slice(0, 2_000)}\n`);
    }
    console.error(failure);
    process.exitCode = 1;
  } finally {
    await browser.close();
  }
}

/** Answers why footage is needed: the first of each answer, and words. */
export async function giveReason(page, necessity) {
  await page.locator('#purpose input').first().check();
  await page.locator('#legalBasis input').first().check();
  await page.locator('#offence').selectOption({ index: 1 });
  await page.locator('#subjectClass input').first().check();
  await page.locator('#necessity').fill(necessity);
  await page.getByRole('button', { name: 'Continue' }).click();
}
