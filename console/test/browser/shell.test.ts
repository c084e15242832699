import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { allMessages } from '../unit/messages';
import { missing, setUpBrowser } from './setup';

const { stub, open } = setUpBrowser();

describe.skipIf(missing !== null)('the shell', () => {
  test('says that the connection is lost and that it is back', async () => {
    const page = await open('/cameras', { language: 'en', user: 'quantri' });
    await page.locator('.shell-rail').waitFor();
    await page.context().setOffline(true);
    await expect.poll(() => page.locator('.shell-lost').count()).toBe(1);
    await expect.poll(() => page.locator('.shell-lost').textContent()).toContain('Connection to the server lost');
    await page.context().setOffline(false);
    await expect.poll(() => page.locator('.shell-lost').count()).toBe(0);
  });

  test('says all that its first pages show before the other messages are there', async () => {
    const keys = [...allMessages().keys()];
    const wordless = async (page: Page) => {
      const texts = await page.evaluate(() =>
        [...document.querySelectorAll('*')].flatMap((each) => [
          ...[...each.childNodes].map((node) => (node.nodeType === 3 ? node.nodeValue! : '')),
          each.getAttribute('aria-label') ?? '',
          each.getAttribute('placeholder') ?? '',
        ]),
      );
      expect(texts.length).toBeGreaterThan(100);
      return texts.filter((text) => keys.includes(text.trim()));
    };
    for (const [path, user] of [
      ['/sign-in', null],
      ['/', 'tatca'],
      ['/', 'quantri'],
      ['/nowhere', 'tatca'],
    ] as const) {
      const page = await open(path, { user });
      let refused = 0;
      await page.route('**/assets/_more-text*', (route) => {
        refused++;
        return route.abort();
      });
      await page.reload();
      await page.locator('main h1').waitFor();
      await page.waitForTimeout(1_500);
      expect(await wordless(page), path).toEqual([]);
      if (user) {
        expect(refused).toBeGreaterThan(0);
        await page.keyboard.press('Control+k');
        await page.getByRole('dialog').waitFor();
        expect(await wordless(page), path).toEqual([]);
        await page.keyboard.press('Escape');
        await page.keyboard.press('?');
        await page.getByRole('dialog').waitFor();
        expect(await wordless(page), path).toEqual([]);
      }
    }
  });

  test('moves nothing under a finger when the people of the demonstration arrive', async () => {
    const page = await open('/sign-in', { language: 'en', user: null });
    let arrive: () => void = () => undefined;
    const gate = new Promise<void>((done) => (arrive = done));
    await page.route('**/api/demo', async (route) => {
      await gate;
      await route.continue();
    });
    await page.reload();
    const button = page.locator('form button[type="submit"]');
    await button.waitFor();
    const before = await button.boundingBox();
    arrive();
    await page.getByText('Lê Thị Trực').waitFor();
    expect(await button.boundingBox()).toEqual(before);
  });

  test('signs a demonstration person in with one press, and out again', async () => {
    const page = await open('/cameras?state=down', { language: 'en', user: null });
    await page.getByText('Lê Thị Trực').click();
    await page.waitForURL('**/cameras?state=down');
    await page.getByRole('button', { name: /Account and settings/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.waitForURL('**/sign-in');
  });

  test('leads the administrator of a demonstration to its messages, and nobody else', async () => {
    const page = await open('/people', { language: 'en', user: 'quantri' });
    await page.getByRole('link', { name: /^Demonstration/ }).click();
    await page.waitForURL('**/mailbox');
    await expect.poll(() => page.locator('main ol > li').count()).toBe(2);
    expect(await page.locator('main').textContent()).toContain('the phone numbers are not real');
    expect(await page.getByRole('link', { name: 'Open the owner’s page' }).getAttribute('href')).toContain('/owner.html#');
    expect(page.errors).toEqual([]);
    const other = await open('/mailbox', { language: 'en', user: 'dieutra' });
    await other.getByText('Access denied').waitFor();
    expect(await other.locator('main ol').count()).toBe(0);
    expect(await other.getByRole('link', { name: /^Demonstration/ }).count()).toBe(0);
  });

  test('has no messages to show where it is no demonstration', async () => {
    const page = await open('/people', { language: 'en', user: 'quantri' });
    await page.route('**/api/site', async (route) => route.fulfill({ json: { ...(await (await route.fetch()).json()), demonstration: false } }));
    const asked = stub().world.requests.length;
    await page.goto(`${stub().url}/mailbox`);
    await page.getByText('Page not found').waitFor();
    expect(await page.locator('.demo-mark').count()).toBe(0);
    expect(
      stub()
        .world.requests.slice(asked)
        .some((each) => each.includes('/api/demo/messages')),
    ).toBe(false);
  });

  test('asks for an own password first when somebody else set it', async () => {
    const { people } = stub().world as unknown as { people: { username: string; mustChangePassword?: boolean }[] };
    people.find((person) => person.username === 'kiemsoat')!.mustChangePassword = true;
    const page = await open('/audit', { language: 'en', user: 'kiemsoat' });
    await page.locator('#current').fill('wrong');
    await page.locator('#password').fill('a sentence of my own');
    await page.getByRole('button', { name: 'Change password' }).click();
    await expect.poll(() => page.locator('#current-error').count()).toBe(1);
    await page.locator('#current').fill('demo');
    await page.getByRole('button', { name: 'Change password' }).click();
    await page.locator('.shell-rail').waitFor();
  });

  test('changes the language from the menu', async () => {
    const page = await open('/cameras', { language: 'en', user: 'quantri' });
    await page.context().addInitScript(() => localStorage.removeItem('anbinh.none'));
    await page.getByRole('button', { name: /Account and settings/ }).click();
    const reloaded = page.waitForEvent('load');
    await page.getByRole('menuitemradio', { name: 'العربية' }).click();
    await reloaded;
    expect(await page.evaluate(() => localStorage.getItem('anbinh.language'))).toBeTruthy();
  });

  test('says that nothing can be changed, and two administrators let the log go on', async () => {
    const { log } = stub().world as unknown as { log: { readOnlySince: string | null; proposal: { by: string; at: string; reason: string } | null; accepted: unknown[] } };
    log.readOnlySince = new Date(Date.now() - 60_000).toISOString();
    const officer = await open('/cameras', { language: 'en', user: 'truc' });
    const bar = officer.locator('.emergency-bar', { hasText: 'Read-only mode: the log failed its check' });
    await bar.waitFor();
    expect(await bar.locator('a').count()).toBe(0);
    const page = await open('/cameras', { language: 'en', user: 'quantri' });
    await page.getByRole('link', { name: 'View the findings' }).click();
    await page.locator('#suspension-found').waitFor();
    await page.locator('#reason').fill('too short');
    await page.getByRole('button', { name: 'Propose continuation' }).click();
    await page.locator('#reason-error').waitFor();
    await page.locator('#reason').fill('Restored from the copy of last night, the inspectorate knows');
    await page.getByRole('button', { name: 'Propose continuation' }).click();
    await page.getByText('Another administrator, independent of the proposer').waitFor();
    log.proposal!.by = 'Somebody else';
    await page.reload();
    await page.getByRole('button', { name: 'Confirm: continue the log' }).click();
    await page.locator('#suspension-accepted').waitFor();
    await expect.poll(() => page.locator('.emergency-bar').count()).toBe(0);
    log.accepted = [];
  });

  test('lists the keys of the page', async () => {
    const page = await open('/cameras?view=list', { language: 'en', user: 'quantri' });
    await page.locator('tbody tr').first().waitFor();
    await page.keyboard.press('?');
    await expect.poll(() => page.locator('.key-sheet').textContent()).toContain('Ctrl K');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.key-sheet').count()).toBe(0);
  });
});
