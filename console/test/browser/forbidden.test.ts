import { describe, expect, test } from 'vitest';
import { pages } from '../../src/pages';
import { goOn } from './everyScreen';
import { missing, setUpBrowser } from './setup';

/** Of what is nowhere: a right is missing before a thing is. */
const nowhere = '01900000-0000-7000-8000-00000000dead';
const addresses = Object.keys(pages).map((path) => `/${path.replace('/:step?', '').replace(':layout', '4').replace(':index', '1').replace(/:\w+/g, nowhere)}`);

const { open } = setUpBrowser();

describe.skipIf(missing !== null)('a page that somebody may not open', () => {
  test.for(['hoagiai', 'quantri'])('says so without asking the server: %s', { timeout: 120_000 }, async (user) => {
    const page = await open('/guide', { user });
    const refused: string[] = [];
    let address = '/guide';
    page.on('response', (answer) => {
      if (answer.status() === 403) refused.push(`${address}: ${answer.request().method()} ${new URL(answer.url()).pathname}`);
    });
    for (address of addresses) {
      await goOn(page, address);
      await page
        .locator('main :is(h1, .state-title, [role="alert"])')
        .first()
        .waitFor({ timeout: 5000 })
        .catch(() => refused.push(`${address}: shows nothing`));
      await page.waitForFunction(() => !document.querySelector('main .state-loading'));
    }
    expect([...new Set(refused)]).toEqual([]);
  });
});
