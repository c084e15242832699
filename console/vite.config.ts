import { basename, join } from 'node:path';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { chunks } from './scripts/chunks.ts';
import { compress } from './scripts/compress.ts';
import { phoneShell } from './scripts/phoneShell.ts';
import { preload } from './scripts/preload.ts';
import { pushWorker } from './scripts/pushWorker.ts';
import { texts } from './scripts/texts.ts';

const server = process.env['ANBINH_SERVER'] ?? 'http://127.0.0.1:8080';

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
const app = join(import.meta.dirname, 'src', 'app.tsx');

export default defineConfig({
  plugins: [texts(), { ...optimizeLocales.vite({ locales: ['en-US'] }), apply: 'build' }, react(), preload(consolePage, app), phoneShell(), pushWorker(), compress()],
  css: {
    // Names that a reader of the page finds again: `.row` of `log.module.css` is `log-row`.
    modules: { localsConvention: 'camelCaseOnly', generateScopedName: (name, file) => `${basename(file).split('.')[0]}-${name}` },
  },
  build: {
    outDir: 'dist',
    target: 'es2023',
    chunkSizeWarningLimit: 1_200,
    assetsInlineLimit: 0,
    rolldownOptions: { input: [consolePage, ...otherPages], output: chunks(app, [consolePage, ...otherPages]) },
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
