import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { chunks } from './scripts/chunks.ts';
import { phoneShell } from './scripts/phoneShell.ts';
import { pushWorker } from './scripts/pushWorker.ts';

const languages = ['vi', 'en', 'ar'];
const server = process.env['ANBINH_SERVER'] ?? 'http://127.0.0.1:8080';

/** The pages that have messages of their own, which are no others' business, and what else they say. */
const apart: Record<string, (key: string) => boolean> = {
  owner: () => false,
  report: () => false,
  phone: (key) => /^situations\.(kind|state|role)\./.test(key),
};

/**
 * Serves `text:vi`, `text:en` and `text:ar`: the messages of one language out of `messages/*.json`,
 * where the three languages of a message stand side by side, so that a browser loads one of them.
 * `owner-text:vi`, `phone-text:vi`, `report-text:vi` and so on are those of a page without the console.
 */
function text(): Plugin {
  const folder = join(import.meta.dirname, 'messages');
  return {
    name: 'anbinh-text',
    resolveId: (id) => (/^((owner|phone|report)-)?text:(vi|en|ar)$/.test(id) ? `\0${id}` : null),
    load(id) {
      const match = /^\0(?:(owner|phone|report)-)?text:(vi|en|ar)$/.exec(id);
      if (!match) return null;
      const page = match[1];
      const at = languages.indexOf(match[2]!);
      const messages: Record<string, string> = {};
      for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
        const group = file.slice(0, -5);
        const wanted = (key: string) => (page ? group === page || apart[page]!(key) : !(group in apart));
        this.addWatchFile(join(folder, file));
        const entries = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, string[]>;
        for (const [key, texts] of Object.entries(entries)) {
          if (wanted(`${group}.${key}`)) messages[`${group}.${key}`] = texts[at]!;
        }
      }
      return `export default ${JSON.stringify(messages)}`;
    },
  };
}

const player = ['test/browser/player.test.ts'];

/** The tests that take longest come first, so that none of them runs by itself at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const long = (file: TestSpecification) => Number(/\/(screens-|checks\.)/.test(file.moduleId));
    return (await super.sort(files)).sort((one, other) => long(other) - long(one));
  }
}

/**
 * Tests in a browser, in so many at a time; those that look at playing video are by themselves.
 * What a page shows in the end is waited for as long as a slow machine may take: the page asks
 * some things once a second, and a machine that does other work beside it takes its time.
 */
function browserTests(name: string, include: string[], exclude: string[], maxWorkers: number, groupOrder: number) {
  return {
    extends: true as const,
    test: { name, include, exclude, maxWorkers, isolate: false, sequence: { groupOrder }, expect: { poll: { timeout: 30_000 } }, testTimeout: 60_000, hookTimeout: 120_000 },
  };
}

const [consolePage, ...otherPages] = ['index.html', 'owner.html', 'report.html', 'calendar.html', 'phone.html'].map((name) => join(import.meta.dirname, name)) as [string, ...string[]];

export default defineConfig({
  plugins: [text(), { ...optimizeLocales.vite({ locales: ['en-US'] }), apply: 'build' }, react(), phoneShell(), pushWorker()],
  css: {
    // Names that a reader of the page finds again: `.row` of `log.module.css` is `log-row`.
    modules: { localsConvention: 'camelCaseOnly', generateScopedName: (name, file) => `${basename(file).split('.')[0]}-${name}` },
  },
  build: {
    outDir: 'dist',
    target: 'es2023',
    chunkSizeWarningLimit: 1_200,
    assetsInlineLimit: 0,
    rolldownOptions: { input: [consolePage, ...otherPages], output: chunks(consolePage, otherPages) },
  },
  server: {
    port: 5173,
    proxy: {
      '/api': { target: server, ws: true },
      '/log/': { target: server },
    },
  },
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'unit', testTimeout: 60_000, include: ['test/unit/**/*.test.ts'] } },
      browserTests('player', player, [], 1, 1),
      browserTests('browser', ['test/browser/**/*.test.ts'], player, 2, 2),
    ],
  },
});
