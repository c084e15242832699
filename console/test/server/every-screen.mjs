// Every screen that people come to by links: it shows itself without an error, asks for nothing that the server
// refuses, and fits its width. Of a kind that nobody before came to two are looked at, of others one. What it is given is said in harness.mjs; beside that
//   ANBINH_PEOPLE   their names, with blanks between them; without it those of the demonstration
import assert from 'node:assert/strict';
import { alive, done, hold, noteCalls, server, signIn, until } from './harness.mjs';

/** The kinds of screens that people before came to. */
const seen = new Set();
const nothing = 'Page not found';

/** Parts of the server that are no screens of the console. */
const apart = /^\/(api|log|t|v3|transparency|report|problems)(\/|$)/;

/** The kind of a screen: its address without what names one thing among many. */
const kindOf = (address) => address.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\d+/g, '*').replace(/=[^&]*/g, '=');

/** Where the links of a page lead to. */
const links = (page) =>
  page.locator('a[href]').evaluateAll((all) => all.filter((each) => !each.download && !each.target && !each.hash && each.origin === location.origin).map((each) => each.pathname + each.search));

const go = (page, address) =>
  page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, address);

/**
 * Leads a page of the console on as a link does: by way of a place where nothing is, so that what stands there
 * afterwards is the screen's own.
 */
async function follow(page, address) {
  await go(page, '/nowhere');
  await page.locator('main h1', { hasText: nothing }).waitFor();
  await go(page, address);
  await page.locator('main h1', { hasText: nothing }).waitFor({ state: 'detached' });
  await ready(page, address);
}

/** Waits until all that a screen asks for is there, or that it failed. */
async function ready(page, address) {
  await until(
    `${address} is ready`,
    async () => page.asking.size === 0 && (await page.locator('main').locator('h1, [role="alert"]').count()) > 0 && (await page.locator('main [aria-busy="true"]').count()) === 0,
  );
}

/** What a person sees, with what is wrong with it among the page's faults. */
async function everyScreen(username) {
  const page = await signIn(username);
  noteCalls(page);
  // Where nothing was recorded there are no pictures, and who is in no team has no record in one.
  const nothing = (response) => response.status() === 404 && /\/(frames\?|video\.mp4\?|own-record$)/.test(response.url());
  page.on('response', (response) => {
    if (response.status() >= 400 && !nothing(response)) page.faults.push(`${response.status()} to ${response.request().method()} ${response.url().replace(server, '')}`);
  });
  const met = new Map();
  const ahead = [];
  const note = (addresses, from) => {
    for (const address of addresses) {
      const kind = met.get(kindOf(address)) ?? new Set();
      if (apart.test(address) || kind.has(address) || kind.size === (seen.has(kindOf(address)) ? 1 : 2)) continue;
      met.set(kindOf(address), kind.add(address));
      ahead.push({ address, from });
    }
  };
  await ready(page, 'the first screen');
  const closed = page.locator('.shell-rail [aria-expanded="false"]');
  while ((await closed.count()) > 0) await closed.first().click();
  note(await links(page), 'the first screen');
  let screens = 0;
  for (; ahead.length > 0; screens++) {
    const { address, from } = ahead.shift();
    await follow(page, address);
    const faults = await page.locator('main .notice-bad').allInnerTexts();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) faults.push(`${wide} px too wide`);
    if (faults.length > 0) page.faults.push(`${address}, which ${from} leads to: ${faults}`);
    note(await links(page), address);
    alive();
  }
  assert.deepEqual(page.faults, [], `faults in ${username}’s browser`);
  for (const kind of met.keys()) seen.add(kind);
  done(`${username} sees ${screens} screens`);
  await page.close();
}

async function people() {
  const given = process.env.ANBINH_PEOPLE;
  if (given) return given.split(' ');
  const demonstration = await (await fetch(`${server}/api/demo`)).json();
  return demonstration.people.map((each) => each.username);
}

await hold('Every screen', async () => {
  for (const username of await people()) await everyScreen(username);
});
