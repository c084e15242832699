// The phone app, a resident's report and pictures in WebKit, Safari's engine: `npm run test:webkit [address]`,
// against the stand-in or a server with the demonstration. It needs Debian's webkit2gtk-driver and xvfb, is
// apart from the other tests, and was last seen as docs/design/console.md says.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Builder, By, Capabilities, Key, until } from 'selenium-webdriver';
import { startStub } from '../stub/server.mjs';

const patience = 20_000;
const words = 'A bicycle is gone from the gate';
const server = new URL(process.argv[2] ?? (await startStub()).url);
const { people } = await (await fetch(new URL('/api/demo', server))).json();

/** A line to the server that can be cut. */
async function makeLine() {
  const open = new Set();
  let cut = false;
  const line = createServer((near) => {
    if (cut) return void near.destroy();
    const far = connect(Number(server.port), server.hostname);
    for (const [end, other] of [
      [near, far],
      [far, near],
    ]) {
      open.add(end);
      end.pipe(other);
      end.on('error', () => {});
      end.on('close', () => (open.delete(end), other.destroy()));
    }
  });
  line.listen(0, 'localhost');
  await once(line, 'listening');
  return {
    address: `http://localhost:${line.address().port}`,
    cut: (now) => {
      cut = now;
      if (cut) for (const end of open) end.destroy();
    },
  };
}

/** A port that nobody has. */
async function freePort() {
  const listening = createServer().listen(0, 'localhost');
  await once(listening, 'listening');
  const { port } = listening.address();
  listening.close();
  return port;
}

const started = [];
function start(program, args, options) {
  const process = spawn(program, args, { stdio: ['ignore', 'ignore', 'ignore'], ...options });
  started.push(process);
  return process;
}

/** A screen that nobody sees. */
async function makeScreen() {
  const screen = start('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const [number] = await once(screen.stdio[3], 'data');
  return `:${String(number).trim()}`;
}

/** WebKitGTK's own browser, in a window of a size. */
async function launch(screen, width, height) {
  const port = await freePort();
  start('WebKitWebDriver', [`--port=${port}`], { env: { ...process.env, DISPLAY: screen, LIBGL_ALWAYS_SOFTWARE: '1' } });
  await wait('WebKitWebDriver listens', () =>
    fetch(`http://localhost:${port}/status`).then(
      ({ ok }) => ok,
      () => false,
    ),
  );
  const browser = await new Builder()
    .usingServer(`http://localhost:${port}`)
    .withCapabilities(new Capabilities({ browserName: 'MiniBrowser' }))
    .build();
  await browser.manage().window().setRect({ x: 0, y: 0, width, height });
  return browser;
}

async function wait(what, holds) {
  const deadline = Date.now() + patience;
  while (!(await holds())) {
    assert.ok(Date.now() < deadline, `${what}: not within ${patience / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const find = (browser, css) => browser.wait(until.elementLocated(By.css(css)), patience, css);
const click = async (browser, css) => (await find(browser, css)).click();
const press = async (browser, name) => (await browser.wait(until.elementLocated(By.xpath(`//button[normalize-space()="${name}"]`)), patience, name)).click();

async function signIn(browser, address, role) {
  const person = people.find(({ roles }) => roles.includes(role));
  await browser.get(address);
  await browser.executeScript('localStorage.setItem("anbinh.language", "en")');
  await browser.get(address);
  await (await find(browser, '#username, input[type=text]')).sendKeys(person.username);
  await (await find(browser, 'input[type=password]')).sendKeys(person.password, Key.ENTER);
}

async function reportWithoutALine(browser) {
  const line = await makeLine();
  await signIn(browser, `${line.address}/t/`, 'TEAM_MEMBER');
  await find(browser, '#begin');
  await browser.executeAsyncScript('navigator.serviceWorker.ready.then(() => arguments[0]())');
  await wait('the app is kept', () => browser.executeAsyncScript('caches.keys().then((kept) => arguments[0](kept.length > 0))'));
  line.cut(true);
  await browser.navigate().refresh();
  await click(browser, '#begin');
  await click(browser, '[data-kind="THEFT"]');
  await press(browser, 'Continue');
  await press(browser, 'Continue');
  await (await find(browser, 'textarea')).sendKeys(words);
  await find(browser, '#saved[data-saved="SAVED"]');
  await press(browser, 'Continue');
  await press(browser, 'Continue');
  const takes = await browser.findElements(By.css('[data-take="PHOTO"]'));
  await takes.at(-1).sendKeys(await picture(browser));
  await find(browser, '[data-file="READY"]');
  await press(browser, 'Send');
  await find(browser, '[data-list="waiting"] li');
  line.cut(false);
  await find(browser, '[data-list="sent"] li');
  await wait('the photo is sent too', async () => (await browser.findElements(By.css('[data-list="waiting"]'))).length === 0);
}

/** Without an account, with a photo that the page makes anew. */
async function residentsReport(browser) {
  await browser.get(`${server.origin}/report`);
  await browser.executeScript('localStorage.setItem("anbinh.language", "en")');
  await browser.get(`${server.origin}/report`);
  const next = () => click(browser, 'form button[type=submit]');
  await click(browser, 'button.primary');
  await (await find(browser, '#search')).sendKeys('hac thanh');
  await click(browser, '.option');
  await next();
  await click(browser, '#kind-THEFT');
  await next();
  await (await find(browser, '#seen')).sendKeys(words);
  await next();
  await click(browser, '#when-UNKNOWN');
  await next();
  await (await find(browser, '#photos')).sendKeys(await picture(browser));
  await find(browser, '.photos img');
  await next();
  await click(browser, '#who-anonymous');
  await next();
  await find(browser, '.facts');
  await click(browser, 'button.primary');
  assert.match(await (await find(browser, '.follow-code')).getText(), /\S{4}/);
}

/** What the browser shows, as a file. */
async function picture(browser) {
  const file = join(tmpdir(), 'anbinh-webkit.png');
  writeFileSync(file, await browser.takeScreenshot(), 'base64');
  return file;
}

const videos = (browser) =>
  browser.executeScript(`return [...document.querySelectorAll('video')].map((video) => ({
    state: video.closest('[data-state]')?.dataset.state, shown: video.readyState }))`);

/** As on an iPhone, which has no other kind. */
async function livePictures(browser) {
  await browser.executeScript('delete globalThis.MediaSource');
  assert.deepEqual(await browser.executeScript('return [typeof MediaSource, typeof ManagedMediaSource]'), ['undefined', 'function']);
  await lead(browser, '/cameras?view=tiles');
  await wait('all live pictures that there are play', async () => {
    const states = (await videos(browser)).map(({ state }) => state);
    return states.includes('playing') && !states.includes('connecting');
  });
}

async function stepOfOnePicture(browser) {
  const read = (path) => browser.executeAsyncScript('fetch(arguments[0]).then((answer) => answer.json()).then(arguments[1])', path);
  const { id } = (await read('/api/cameras')).items[0];
  const ago = (minutes) => new Date(Date.now() - minutes * 60_000).toISOString();
  const last = (await read(`/api/cameras/${id}/coverage?from=${ago(10)}&to=${ago(0)}`)).recorded.at(-1);
  const middle = (Date.parse(last.from) + Date.parse(last.to)) / 2;
  await lead(browser, `/play?cams=${id}&t=${new Date(middle).toISOString()}`);
  await wait('the recording is shown', async () => (await videos(browser)).some(({ state, shown }) => state === 'ready' && shown >= 2));
  const seconds = async () => Number(/:([\d.]+)/.exec((await (await find(browser, '.player-transport-clock')).getText()).slice(-9))[1]);
  const before = await seconds();
  await browser.actions().sendKeys('.').perform();
  await wait('the next picture', async () => (await seconds()) !== before);
  const step = ((await seconds()) - before + 60) % 60;
  assert.ok(step < 0.3, `one picture and not more: ${step} s`);
}

/** Leads a page of the console on as a link does. */
const lead = (browser, address) => browser.executeScript('history.pushState(null, "", arguments[0]); dispatchEvent(new PopStateEvent("popstate"))', address);

let browser;
try {
  const screen = await makeScreen();
  browser = await launch(screen, 420, 800);
  console.log(await browser.executeScript('return navigator.userAgent'));
  await reportWithoutALine(browser);
  console.log('a report without a line is kept, and sent with its photo when the line is back');
  await residentsReport(browser);
  console.log('a resident reports with a photo and is given a code');
  await browser.quit();
  browser = await launch(screen, 1400, 900);
  await signIn(browser, server.origin, 'DUTY_OFFICER');
  await find(browser, '.shell-rail');
  await livePictures(browser);
  console.log('live pictures play by managed media source alone');
  await stepOfOnePicture(browser);
  console.log('a recording is shown and steps by one picture');
} catch (failure) {
  console.error(failure);
  console.error(await browser?.findElement(By.css('body')).getText().catch(String));
  process.exitCode = 1;
} finally {
  await browser?.quit().catch(() => {});
  for (const each of started) each.kill();
  setTimeout(() => process.exit(), 200);
}
