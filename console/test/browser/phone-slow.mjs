// How long the phone app takes over a slow line (400 kbit/s, 400 ms there and back) and without one,
// against the stand-in: `node test/browser/phone-slow.mjs`. Its figures stand in docs/design/team-app.md.
import { fillWeek, phone } from '../stub/phone.mjs';
import { startStub } from '../stub/server.mjs';
import { launch, openContext, openPage } from './launch.mjs';

const slow = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const stub = await startStub();
const browser = await launch();

async function page(context) {
  const made = await openPage(context);
  const session = await context.newCDPSession(made);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', slow);
  return made;
}

/** @returns milliseconds until `there` holds, from the start of the load */
async function opened(made, there) {
  const began = Date.now();
  await made.goto(`${stub.url}/t/`);
  await there(made);
  return Date.now() - began;
}

const rounds = 3;
const figures = { first: [], without: [], week: [], saved: [] };
for (let n = 0; n < rounds; n++) {
  phone(stub.world).own = [];
  const context = await openContext(browser, stub, { user: 'totruong', width: 360, height: 760, touch: true });
  const made = await page(context);
  figures.first.push(await opened(made, (each) => each.locator('#begin').waitFor()));
  await made.evaluate(() => navigator.serviceWorker.ready);
  await made.waitForTimeout(1_500);
  await context.setOffline(true);
  figures.without.push(await opened(made, (each) => each.locator('#begin').waitFor()));
  await made.locator('#begin').click();
  await made.locator('[data-kind="THEFT"]').click();
  for (let step = 2; step < 4; step++) await made.locator('.bottom button').last().click();
  await made.locator('textarea').first().focus();
  figures.saved.push(
    await made.evaluate(
      () =>
        new Promise((done) => {
          const words = document.querySelector('textarea');
          const saved = document.querySelector('#saved');
          saved.textContent = '';
          words.value = 'Mất một xe đạp màu xanh.';
          const began = performance.now();
          new MutationObserver(() => done(performance.now() - began)).observe(saved, { childList: true });
          words.dispatchEvent(new Event('input'));
        }),
    ),
  );
  await made.close();
  await context.setOffline(false);
  fillWeek(stub.world, 60);
  const later = await page(context);
  figures.week.push(await opened(later, (each) => each.locator('[data-list="sent"] li').nth(59).waitFor()));
  await context.close();
}
for (const [what, all] of Object.entries(figures)) console.log(what.padEnd(8), all.map((each) => Math.round(each)).join(' '), 'ms');
await browser.close();
await stub.close();
