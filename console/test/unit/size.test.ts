import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { root } from './messages';

const dist = join(root, 'dist');
const budgetBytes = 250_000;

/** The scripts named in index.html, and what the first page says in Vietnamese. */
test.skipIf(!existsSync(join(dist, 'index.html')))('the first page is at most 250 kB of JavaScript, compressed', () => {
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map((match) => match[1]!);
  const texts = readdirSync(join(dist, 'assets')).filter((name) => /^_text_vi.*\.js$/.test(name));
  expect(texts).toHaveLength(1);
  const files = [...named, `assets/${texts[0]}`];
  const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length, 0);
  console.info(`first page: ${Math.round(bytes / 1000)} kB compressed in ${files.length} files`);
  expect(bytes).toBeLessThanOrEqual(budgetBytes);
});

/** The owners' page opens on any phone: with one language, and tus that comes with the first file. */
test.skipIf(!existsSync(join(dist, 'owner.html')))('the page of an owner is at most 60 kB, compressed', () => {
  const page = readFileSync(join(dist, 'owner.html'), 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\/assets\/([^"]+\.(?:js|css))"/g)].map((match) => match[1]!);
  const later = readdirSync(join(dist, 'assets')).filter((name) => /^(upload-|_owner-text_vi).*\.js$/.test(name));
  expect(later).toHaveLength(2);
  const bytes = [...named, ...later].reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, 'assets', file)), { level: 9 }).length, 0);
  console.info(`owner's page: ${Math.round(bytes / 1000)} kB compressed in ${named.length + 2} files`);
  expect(bytes).toBeLessThanOrEqual(60_000);
});

/** The phone app of teams opens over a bad line: with one language, its worker, and no font of its own. */
test.skipIf(!existsSync(join(dist, 't', 'index.html')))('the phone app is at most 90 kB, compressed, and its worker keeps all that it loads', () => {
  const page = readFileSync(join(dist, 't', 'index.html'), 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\/assets\/([^"]+\.(?:js|css))"/g)].map((match) => match[1]!);
  const texts = readdirSync(join(dist, 'assets')).filter((name) => /^_phone-text_.*\.js$/.test(name));
  expect(texts).toHaveLength(3);
  const worker = readFileSync(join(dist, 't', 'sw.js'), 'utf8');
  const kept = (JSON.parse(/^const SHELL=(.*);$/m.exec(worker)![1]!) as { files: string[] }).files;
  for (const name of [...named, ...texts]) expect(kept).toContain(`/assets/${name}`);
  expect(kept.filter((path) => /woff|\/api\//.test(path))).toEqual([]);
  for (const path of kept) expect(existsSync(join(dist, path === '/t/' ? 't/index.html' : path)), path).toBe(true);
  const loaded = [...named.map((name) => `assets/${name}`), `assets/${texts.find((name) => name.includes('_vi-'))!}`, 't/sw.js'];
  const bytes = loaded.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length, 0);
  console.info(`phone app: ${Math.round(bytes / 1000)} kB compressed in ${loaded.length} files`);
  expect(bytes).toBeLessThanOrEqual(90_000);
});

/** So does the residents' page: on the cheapest phone, over any line. */
test.skipIf(!existsSync(join(dist, 'report.html')))('the page of residents is at most 60 kB, compressed', () => {
  const page = readFileSync(join(dist, 'report.html'), 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\/assets\/([^"]+\.(?:js|css))"/g)].map((match) => match[1]!);
  const later = readdirSync(join(dist, 'assets')).filter((name) => /^_report-text_vi.*\.js$/.test(name));
  expect(later).toHaveLength(1);
  const bytes = [...named, ...later].reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, 'assets', file)), { level: 9 }).length, 0);
  console.info(`residents' page: ${Math.round(bytes / 1000)} kB compressed in ${named.length + 1} files`);
  expect(bytes).toBeLessThanOrEqual(60_000);
});
