import AxeBuilder from '@axe-core/playwright';
import { describe, expect, test } from 'vitest';
import { allMessages } from '../unit/messages';
// @ts-expect-error: plain JavaScript, shared with the pictures' program.
import { screens } from './screens.mjs';
import { missing, useBrowser, type TestPage } from './setup';

const { stub, open } = useBrowser();

interface Screen {
  name: string;
  path: string;
  user: string | null;
  ready?: (page: TestPage) => Promise<void>;
}

/** English messages that would be recognised if they stood on a Vietnamese or Arabic screen. */
function englishSentences(): string[] {
  return [...allMessages().values()]
    .filter(([vi, en, ar]) => en !== vi && en !== ar && !en!.includes('{') && en!.length > 6 && /[a-z]/.test(en!))
    .map(([, en]) => en!);
}

async function settled(page: TestPage, screen: Screen): Promise<void> {
  await page.locator('h1, .state-title').first().waitFor();
  await screen.ready?.(page);
  await page.waitForFunction(() => !document.querySelector('.state-loading'));
  await page.waitForTimeout(250);
}

/** Texts that people see or hear: text nodes, labels, placeholders. */
const spoken = (page: TestPage): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Text) found.push(node.data.trim());
      else if (node instanceof Element) {
        for (const name of ['aria-label', 'title', 'placeholder', 'aria-valuetext', 'alt']) found.push(node.getAttribute(name)?.trim() ?? '');
      }
    }
    return found.filter(Boolean);
  });

/** Elements that cut off tone marks when the tallest letters stand in them. */
const clipped = (page: TestPage): Promise<string[]> =>
  page.evaluate(() => {
    const marks = document.documentElement.lang === 'ar' ? 'لَإِجّ' : 'ẲẪẬỵ Ậ';
    const found: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      if (element.children.length > 0 || !element.textContent?.trim() || element.closest('svg, option, .visually-hidden')) continue;
      const style = getComputedStyle(element);
      if (!/hidden|clip/.test(style.overflowY) || element.clientHeight === 0) continue;
      const before = element.textContent;
      element.textContent = marks;
      if (element.scrollHeight > element.clientHeight + 1) found.push(`${element.className}: ${before}`);
      element.textContent = before;
    }
    return found;
  });

const tight = (page: TestPage): Promise<string[]> =>
  page.evaluate(() => {
    const found = new Set<string>();
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      if (![...element.childNodes].some((node) => node instanceof Text && node.data.trim()) || element.closest('svg, option, select, .visually-hidden')) continue;
      const style = getComputedStyle(element);
      if (style.lineHeight !== 'normal' && parseFloat(style.lineHeight) < 1.345 * parseFloat(style.fontSize)) found.add(`${element.tagName} ${element.className}`);
      if (style.letterSpacing !== 'normal' && document.documentElement.lang === 'ar') found.add(`letter-spacing ${element.className}`);
      if (style.textTransform === 'uppercase') found.add(`upper case ${element.className}`);
    }
    return [...found];
  });

const small = (page: TestPage): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, select, input, [role="tab"], summary')]
      .filter((element) => {
        const box = element.getBoundingClientRect();
        // Such as the last button of each dialog, or the input behind a label that looks like a button.
        const forScreenReadersOnly = [element, element.parentElement!].some((each) => getComputedStyle(each).clipPath !== 'none');
        return !forScreenReadersOnly && box.width > 0 && (box.width < 20 || box.height < 20 || (box.width < 24 && box.height < 20));
      })
      .map((element) => `${element.tagName} ${element.className} ${element.textContent}`),
  );

const wide = (page: TestPage): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Each screen in one of the three languages; with ANBINH_ALL_SCREENS=1 (minutes) in all of them. */
const everyCombination = process.env['ANBINH_ALL_SCREENS'] === '1';

const runs = [
  { language: 'vi', theme: 'light', width: 1440 },
  { language: 'ar', theme: 'dark', width: 1440 },
  { language: 'en', theme: 'light', width: 360 },
] as const;

describe.skipIf(missing !== null).each(runs)('every screen in $language, $theme, $width px', ({ language, theme, width }) => {
  test('is accessible, translated, unclipped and fits', { timeout: 400_000 }, async () => {
    const english = new Set(englishSentences());
    const keys = [...allMessages().keys()];
    const problems: string[] = [];
    const all = screens(stub()) as Screen[];
    for (const screen of all.filter((_, index) => everyCombination || index % runs.length === runs.findIndex((run) => run.language === language))) {
      const page = await open(screen.path, { language, theme, width, user: screen.user });
      await settled(page, screen);
      const note = (what: string, list: string[]) => {
        if (list.length > 0) problems.push(`${screen.name}: ${what}: ${list.slice(0, 4).join(' | ')}`);
      };
      const axe = await new AxeBuilder({ page }).disableRules(['meta-viewport']).analyze();
      note('axe', axe.violations.filter((each) => each.impact === 'serious' || each.impact === 'critical').map((each) => `${each.id} ${each.nodes.length}× ${each.nodes[0]?.html.slice(0, 140)}`));
      const texts = await spoken(page);
      if (language !== 'en') note('English', texts.filter((text) => english.has(text)));
      note('keys', texts.filter((text) => keys.includes(text)));
      if (language === 'ar') {
        note('not left to right', await page.evaluate(() => [...document.querySelectorAll('time, .code, .hash')].filter((each) => getComputedStyle(each).direction !== 'ltr').map((each) => each.textContent ?? '')));
        note('Arabic digits', texts.filter((text) => /[٠-٩]/.test(text)));
      }
      note('clipped', await clipped(page));
      note('tight', await tight(page));
      note('small targets', await small(page));
      if ((await wide(page)) > 0) problems.push(`${screen.name}: wider than the window by ${await wide(page)} px`);
      note('errors', page.errors);
      await page.context().close();
    }
    expect(problems).toEqual([]);
  });
});

describe.skipIf(missing !== null)('the shell', () => {
  test('says that the connection is lost and that it is back', async () => {
    const page = await open('/cameras', { language: 'en', user: 'quantri' });
    await page.locator('.rail').waitFor();
    await page.context().setOffline(true);
    await expect.poll(() => page.locator('.lost').count(), { timeout: 20_000 }).toBe(1);
    expect(await page.locator('.lost').textContent()).toContain('Connection to the server lost');
    await page.context().setOffline(false);
    await expect.poll(() => page.locator('.lost').count(), { timeout: 20_000 }).toBe(0);
  });

  test('signs a demonstration person in with one press, and out again', async () => {
    const page = await open('/cameras?state=down', { language: 'en', user: null });
    await page.getByText('Lê Thị Trực').click();
    await page.waitForURL('**/cameras?state=down');
    await page.getByRole('button', { name: /Account and settings/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.waitForURL('**/sign-in');
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
    await page.locator('.rail').waitFor();
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

  test('lists the keys of the page', async () => {
    const page = await open('/cameras?view=list', { language: 'en', user: 'quantri' });
    await page.locator('tbody tr').first().waitFor();
    await page.keyboard.press('?');
    await expect.poll(() => page.locator('.key-sheet').textContent()).toContain('Ctrl K');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.key-sheet').count()).toBe(0);
  });
});
