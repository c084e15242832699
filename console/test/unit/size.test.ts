import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { root } from './messages';

const dist = join(root, 'dist');
const budgetBytes = 250_000;

/** The scripts that the first page loads: those named in index.html, and one language. */
test.skipIf(!existsSync(join(dist, 'index.html')))('the entry is at most 250 kB of JavaScript, compressed', () => {
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  const files = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map((match) => match[1]!);
  expect(files.length).toBeGreaterThan(0);
  const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length, 0);
  console.info(`entry: ${Math.round(bytes / 1000)} kB compressed in ${files.length} files`);
  expect(bytes).toBeLessThanOrEqual(budgetBytes);
});
