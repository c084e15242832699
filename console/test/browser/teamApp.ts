import type { BrowserContext } from 'playwright-core';
// @ts-expect-error: the stand-in is plain JavaScript.
import { fillWeek, phone } from '../stub/phone.mjs';
import { photoWithPlace } from './photos';
import { type OpenOptions, setUpBrowser, type TestPage } from './setup';

export interface Taken {
  id: string;
  code: string;
  by: string;
  puts: number;
  held?: boolean;
  versions: Record<string, unknown>[];
  media: Map<string, { sha256: string; keepPosition: boolean }>;
}
/** The app of a team's phone in a browser, and what the stand-in took from it. */
export function setUpTeamApp() {
  const { stub, open, another } = setUpBrowser();
  const world = () =>
    phone(stub().world) as {
      reports: Map<string, Taken>;
      media: Map<string, Buffer>;
      additions: Map<string, string>;
      answer: ((id: string, body: object) => unknown) | null;
      mediaAway: boolean;
      own: unknown[];
    };
  const reports = () => [...world().reports.values()];
  const onPhone = { user: 'totruong', width: 360, height: 760, touch: true } as OpenOptions;

  /** The app, ready, with its shell kept by its worker. */
  async function openApp(options: Partial<OpenOptions> & { week?: number } = {}): Promise<TestPage> {
    world().reports.clear();
    world().media.clear();
    world().own.length = 0;
    if (options.week) fillWeek(stub().world, options.week);
    world().answer = null;
    const page = await open('/t/', { ...onPhone, ...options });
    await page.locator('#begin').waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready);
    return page;
  }

  async function offline(page: TestPage, away: boolean): Promise<void> {
    await page.context().setOffline(away);
  }

  const next = (page: TestPage) => page.locator('.bottom button').last().click();
  const sendIt = (page: TestPage) => page.locator('.bottom .row button').first().click();
  const list = (page: TestPage, name: string) => page.locator(`[data-list="${name}"] li`);
  const saved = (page: TestPage) => page.locator('#saved[data-saved="SAVED"]').waitFor();

  /** From the first screen to the words. */
  async function write(page: TestPage, kind: string, words: string): Promise<void> {
    await page.locator('#begin').click();
    await page.locator(`[data-kind="${kind}"]`).click();
    await next(page);
    await next(page);
    await page.locator('textarea').first().fill(words);
    await saved(page);
  }

  /** All that IndexedDB has, as text: what somebody sees who copies the phone's files. */
  const stored = (page: TestPage) =>
    page.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((done) => {
        const request = indexedDB.open('anbinh-phone');
        request.onsuccess = () => done(request.result);
      });
      const rows = await new Promise<{ owner: string; what: string; bytes: ArrayBuffer }[]>((done) => {
        const request = database.transaction('values').objectStore('values').getAll();
        request.onsuccess = () => done(request.result);
      });
      database.close();
      return rows.map((row) => ({ owner: row.owner, what: row.what, text: new TextDecoder('utf-8').decode(row.bytes) }));
    });

  async function signInAs(context: BrowserContext, username: string): Promise<void> {
    const { people, signIn } = stub().world as unknown as { people: { username: string }[]; signIn(person: object): string };
    const [name, value] = signIn
      .call(stub().world, people.find((each) => each.username === username)!)
      .split(';')[0]!
      .split('=');
    await context.addCookies([{ name: name!, value: value!, url: stub().url }]);
  }

  return { stub, open, another, world, reports, openApp, offline, next, sendIt, list, saved, write, stored, photoWithPlace, signInAs };
}
