import { spawnSync } from 'node:child_process';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
// @ts-expect-error: the stand-in is plain JavaScript.
import { startStub } from '../stub/server.mjs';
// @ts-expect-error: plain JavaScript, shared with the pictures' program.
import { executablePath, launch, openContext, openPage, wholePath } from './launch.mjs';

export interface StubCamera {
  id: string;
  code: string;
  name: string;
}
export interface Stub {
  url: string;
  close: () => Promise<void>;
  settled: () => Promise<unknown>;
  world: {
    areas: { id: string; code: string }[];
    cameras: StubCamera[];
    cases: { id: string; code: string; title: string; requests: { id: string; code: string; mayRead: boolean }[] }[];
    evidence: { id: string; code: string; extraction?: { sealedAt: string; deletedAt: string | null; packageUrl: string | null; files: { name: string }[] } | null }[];
    makeRequest: (number: number, state: string, at: number) => { id: string; code: string };
    sessions: Map<string, unknown>;
    requests: string[];
    broken: string[];
    now: () => number;
    takeDown: (code: string) => void;
    offline: Set<string>;
    brokenVideos: number;
    previews: { now: number; most: number };
    mapTiles: boolean;
    mustHaveCase: boolean;
    log: { witnessed: boolean };
    teams: { team: { areas: { id: string; name: string }[] } }[];
  };
}
export interface OpenOptions {
  language?: 'vi' | 'en' | 'ar';
  user?: string | null;
  width?: number;
  height?: number;
  theme?: 'light' | 'dark';
  timezoneId?: string;
  touch?: boolean;
}
export type TestPage = Page & { errors: string[] };

const ffmpegIsMissing = spawnSync('ffmpeg', ['-version']).error !== undefined;

/** Why the browser tests cannot run here; they are skipped then. */
export const missing: string | null = executablePath === null ? 'Chromium (Debian’s package chromium, or set CHROMIUM to its path)' : ffmpegIsMissing ? 'ffmpeg (Debian’s package ffmpeg)' : null;
/** Why those of what the shell without windows does not do cannot run. */
export const missingWhole: string | null = missing ?? (wholePath === null ? 'Chromium with windows' : null);
if (missing) console.warn(`The browser tests are skipped: they need ${missing}.`);

/**
 * A browser and a stand-in for all tests of a file; `open` is one's own context, `another` a page
 * more in one, `whole` a browser that also shows notifications. Pages close with their test: one that stays open asks and draws as long as the file lasts.
 */
export function setUpBrowser({ whole = false } = {}): {
  stub: () => Stub;
  open: (path: string, options?: OpenOptions) => Promise<TestPage>;
  another: (context: BrowserContext, path: string) => Promise<TestPage>;
} {
  let browser: Browser;
  let stub: Stub;
  beforeAll(async () => {
    if (whole ? missingWhole : missing) return;
    stub = (await startStub()) as Stub;
    browser = (await launch({ whole })) as Browser;
  });
  afterAll(async () => {
    await browser?.close();
    await stub?.close();
  });
  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) await context.close();
    await stub?.settled();
    const broken = [...new Set(stub?.world.broken.splice(0))];
    expect(broken, 'what was asked and answered is not as docs/ref/openapi.json has it').toEqual([]);
  });
  const another = async (context: BrowserContext, path: string) => {
    const page = (await openPage(context)) as TestPage;
    await page.goto(stub.url + path);
    return page;
  };
  return {
    stub: () => stub,
    open: async (path, options = {}) => another((await openContext(browser, stub, options)) as BrowserContext, path),
    another,
  };
}

/** The moment, an hour ago, at 8 minutes past the hour: recorded, and three minutes before a gap. */
export function beforeGap(now: number): number {
  return Math.floor(now / 3_600_000) * 3_600_000 - 3_600_000 + 8 * 60_000;
}
