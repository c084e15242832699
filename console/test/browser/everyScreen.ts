import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import { describe, expect, test } from 'vitest';
import { allMessages } from '../unit/messages';
// @ts-expect-error: plain JavaScript, shared with the pictures' program.
import { screens } from './screens.mjs';
import { missing, setUpBrowser, type TestPage } from './setup';

interface Screen {
  name: string;
  path: string;
  user: string | null;
  ready?: (page: TestPage) => Promise<void>;
}

/** English messages that would be recognised if they stood on a Vietnamese or Arabic screen. */
function englishSentences(): string[] {
  return [...allMessages().values()].filter(([vi, en, ar]) => en !== vi && en !== ar && !en!.includes('{') && en!.length > 6 && /[a-z]/.test(en!)).map(([, en]) => en!);
}

/** Pages that are not the console's, and the one that is nowhere. */
const apart = /^\/(t\/|report(?!s)|owner\.html|calendar|no-such-page)/;

/**
 * Leads a page of the console on as a link does, so that what it has loaded stays: by way of a place where
 * nothing is, so that what stands there afterwards is the screen's own.
 */
export async function goOn(page: TestPage, path: string): Promise<void> {
  const follow = (to: string) =>
    page.evaluate((address) => {
      history.pushState(null, '', address);
      dispatchEvent(new PopStateEvent('popstate'));
    }, to);
  const nothing = page.locator('h1', { hasText: new RegExp(`^(${allMessages().get('app.noPage')!.join('|')})$`) });
  await follow('/nowhere');
  await nothing.waitFor();
  await follow(path);
  await nothing.waitFor({ state: 'detached' });
}

async function settled(page: TestPage, screen: Screen): Promise<void> {
  await page.locator('h1, .state-title').first().waitFor();
  await screen.ready?.(page);
  await page.waitForFunction(() => !document.querySelector('.state-loading'));
  await calm(page);
}

/** Until nothing has changed for some moments; what changes all the time is looked at as it is after a quarter of a second. */
const calm = (page: TestPage): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const end = () => {
          changes.disconnect();
          resolve();
        };
        const whole = setTimeout(end, 250);
        let still = setTimeout(end, 80);
        const changes = new MutationObserver(() => {
          clearTimeout(still);
          still = setTimeout(() => {
            clearTimeout(whole);
            end();
          }, 80);
        });
        changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      }),
  );

/** Texts that people see or hear: text nodes but codes, which are of no language; labels, placeholders. */
const spoken = (page: TestPage): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Text) {
        if (!node.parentElement?.closest('.code, .hash')) found.push(node.data.trim());
      } else if (node instanceof Element) {
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
      if (element.clientHeight === 0 || element.closest('svg, option, .visually-hidden') || !/hidden|clip/.test(getComputedStyle(element).overflowY)) continue;
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const texts: [Text, string][] = [];
      while (walker.nextNode()) {
        const text = walker.currentNode as Text;
        if (text.data.trim() && text.parentElement!.checkVisibility() && !text.parentElement!.closest('svg, option, .visually-hidden')) texts.push([text, text.data]);
      }
      if (texts.length === 0) continue;
      const before = element.scrollHeight - element.clientHeight;
      for (const [text] of texts) text.data = marks;
      // What is longer than its box without them is cut on purpose, such as the lines of a preview.
      if (element.scrollHeight > element.clientHeight + 1 && before <= 1) found.push(`${element.className}: ${texts[0]![1]}`);
      for (const [text, said] of texts) text.data = said;
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

/** On the phone app of teams a finger in the rain has to hit it. */
const small = (page: TestPage): Promise<string[]> =>
  page.evaluate(() => {
    const least = location.pathname.startsWith('/t/') ? 44 : 24;
    return [...document.querySelectorAll<HTMLElement>('button, select, input, [role="tab"], summary')]
      .filter((element) => {
        // What is ticked is ticked by its words, too.
        const words = /^(radio|checkbox)$/.test((element as HTMLInputElement).type) ? (element as HTMLInputElement).labels?.[0] : null;
        const box = (words ?? element).getBoundingClientRect();
        // Such as the last button of each dialog, or the input behind a label that looks like a button.
        const forScreenReadersOnly = [element, element.parentElement!].some((each) => getComputedStyle(each).clipPath !== 'none');
        return !forScreenReadersOnly && box.width > 0 && (box.width < least || box.height < least);
      })
      .map((element) => `${element.tagName} ${element.className} ${element.textContent}`);
  });

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** WCAG 2.2 to AA, and of axe's own advice what it takes as seriously. */
const axeOptions: RunOptions = {
  resultTypes: ['violations'],
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  rules: {
    'meta-viewport': { enabled: false },
    accesskeys: { enabled: true },
    'aria-dialog-name': { enabled: true },
    'aria-text': { enabled: true },
    'label-title-only': { enabled: true },
    tabindex: { enabled: true },
  },
};

/** What axe finds that keeps people out. */
async function barriers(page: TestPage): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  await page.evaluate(() => scrollTo(0, 0)); // What has scrolled half behind the head is no small target.
  const results = await page.evaluate((options) => (globalThis as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } }).axe.run(options), axeOptions);
  return results.violations.filter((each) => each.impact === 'serious' || each.impact === 'critical').map((each) => `${each.id} ${each.nodes.length}× ${each.nodes[0]?.html.slice(0, 140)}`);
}

/** A window of 1280 px enlarged to 400 % (WCAG 1.4.10). */
const zoomed = { width: 320, height: 256 };

const wide = (page: TestPage): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Each screen in one of the three runs; with ANBINH_ALL_SCREENS=1 (minutes) in all of them. */
const everyCombination = process.env['ANBINH_ALL_SCREENS'] === '1';

const runs = [
  { language: 'vi', theme: 'light', width: 1440 },
  { language: 'ar', theme: 'dark', width: 1440 },
  { language: 'en', theme: 'light', width: 360 },
] as const;

const height = 900;

/** The tests of one run, in a file of its own so that two go at a time. */
export function everyScreen(number: 0 | 1 | 2): void {
  const { language, theme, width } = runs[number];
  const { stub, open } = setUpBrowser();

  describe.skipIf(missing !== null)(`every screen in ${language}, ${theme}, ${width} px`, () => {
    test('is accessible, translated, unclipped and fits', { timeout: 400_000 }, async () => {
      const english = new Set(englishSentences());
      const keys = [...allMessages().keys()];
      const problems: string[] = [];
      const all = screens(stub()) as Screen[];
      /** Whoever is signed in keeps their page from screen to screen. */
      const pages = new Map<string, TestPage>();
      for (const screen of all.filter((_, index) => everyCombination || index % runs.length === number)) {
        const known = pages.get(screen.user ?? '');
        await known?.setViewportSize({ width, height });
        if (known) await (apart.test(screen.path) || apart.test(new URL(known.url()).pathname) ? known.goto(stub().url + screen.path) : goOn(known, screen.path));
        const page = known ?? (await open(screen.path, { language, theme, width, height, user: screen.user }));
        await settled(page, screen).catch((failure: Error) => {
          throw new Error(`${screen.name}: ${failure.message}`);
        });
        const note = (what: string, list: string[]) => {
          if (list.length > 0) problems.push(`${screen.name}: ${what}: ${list.slice(0, 4).join(' | ')}`);
        };
        note('axe', await barriers(page));
        const texts = await spoken(page);
        if (language !== 'en')
          note(
            'English',
            texts.filter((text) => english.has(text)),
          );
        note(
          'keys',
          texts.filter((text) => keys.includes(text)),
        );
        if (language === 'ar') {
          note(
            'not left to right',
            await page.evaluate(() =>
              [...document.querySelectorAll('time, .code, .hash, a[href^="tel:"]')]
                // Beside words, the digits alone stand from left to right.
                .filter((each) => !each.matches('a') || !/\p{L}/u.test(each.textContent ?? ''))
                .filter((each) => getComputedStyle(each).direction !== 'ltr')
                .map((each) => each.textContent ?? ''),
            ),
          );
          note(
            'Arabic digits',
            texts.filter((text) => /[٠-٩]/.test(text)),
          );
        }
        note('clipped', await clipped(page));
        note('tight', await tight(page));
        note('small targets', await small(page));
        if ((await wide(page)) > 0) problems.push(`${screen.name}: wider than the window by ${await wide(page)} px`);
        await page.setViewportSize(zoomed);
        if ((await wide(page)) > 0) problems.push(`${screen.name}: wider than a window at 400 % by ${await wide(page)} px`);
        note('errors', page.errors.splice(0));
        if (screen.user) pages.set(screen.user, page);
        else await page.context().close();
      }
      expect(problems).toEqual([]);
    });
  });
}
