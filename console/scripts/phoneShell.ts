import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import type { Plugin } from 'vite';

const root = join(import.meta.dirname, '..');
const languages = ['vi', 'en', 'ar'] as const;
const ground = [0x10, 0x24, 0x2e] as const;
const line = [0x7f, 0xd0, 0xe8] as const;
const point = [0xf4, 0xc9, 0x5d] as const;

interface Chunk {
  type: string;
  facadeModuleId?: string | null;
  fileName: string;
  imports?: string[];
  dynamicImports?: string[];
  viteMetadata?: { importedCss: Set<string>; importedAssets: Set<string> };
}

/**
 * Makes of the built files what a phone installs below `/t/`: the page itself, a manifest in each language, icons, the
 * calendar for who leaves in a hurry, and the worker with the list of files that it keeps.
 */
export function phoneShell(): Plugin {
  return {
    name: 'anbinh-phone-shell',
    configureServer(server) {
      server.middlewares.use((request, _, next) => {
        if (request.url === '/t/') request.url = '/phone.html';
        next();
      });
    },
    async writeBundle(options, bundle) {
      const folder = join(options.dir!, 't');
      mkdirSync(folder, { recursive: true });
      renameSync(join(options.dir!, 'phone.html'), join(folder, 'index.html'));
      for (const language of languages) writeFileSync(join(folder, `${language}.webmanifest`), JSON.stringify(manifest(language)));
      for (const size of [192, 512]) writeFileSync(join(folder, `icon-${size}.png`), icon(size));
      copyFileSync(join(options.dir!, 'calendar.html'), join(folder, 'calendar.html'));
      const chunks = Object.values(bundle) as unknown as Chunk[];
      const assets = ['phone.html', 'calendar.html'].flatMap((page) => filesOf(chunks, page)).map((name) => `/${name}`);
      const files = [...new Set([...assets, '/t/calendar.html', '/favicon.svg', '/t/icon-192.png', ...languages.map((each) => `/t/${each}.webmanifest`)])].sort();
      const digest = createHash('sha256').update(readFileSync(join(folder, 'index.html')));
      for (const file of files) digest.update(file).update(readFileSync(join(options.dir!, file)));
      const shell = { version: digest.digest('hex').slice(0, 16), files: ['/t/', ...files] };
      const worker = await rolldown({ input: join(root, 'src', 'phone', 'worker.ts') });
      const { output } = await worker.generate({ format: 'iife', minify: true });
      await worker.close();
      writeFileSync(join(folder, 'sw.js'), `const SHELL=${JSON.stringify(shell)};\n${output[0].code}`);
    },
  };
}

function filesOf(chunks: Chunk[], page: string): string[] {
  const found = new Set<string>();
  const add = (chunk: Chunk | undefined): void => {
    if (!chunk || found.has(chunk.fileName)) return;
    found.add(chunk.fileName);
    for (const each of [...(chunk.viteMetadata?.importedCss ?? []), ...(chunk.viteMetadata?.importedAssets ?? [])]) found.add(each);
    for (const name of [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])]) add(chunks.find((each) => each.fileName === name));
  };
  const entry = chunks.find((each) => each.facadeModuleId === join(root, page));
  if (!entry) throw new Error(`${page} was not built`);
  add(entry);
  return [...found];
}

function manifest(language: (typeof languages)[number]): object {
  const texts = JSON.parse(readFileSync(join(root, 'messages', 'phone.json'), 'utf8')) as Record<string, string[]>;
  const text = (key: string) => texts[key]![languages.indexOf(language)]!;
  const icons = [192, 512].flatMap((size) => ['any', 'maskable'].map((purpose) => ({ src: `/t/icon-${size}.png`, sizes: `${size}x${size}`, type: 'image/png', purpose })));
  return {
    id: '/t/',
    name: text('appName'),
    short_name: text('appShort'),
    lang: language,
    dir: language === 'ar' ? 'rtl' : 'ltr',
    start_url: '/t/',
    scope: '/t/',
    display: 'standalone',
    background_color: '#10242e',
    theme_color: '#10242e',
    icons: [...icons, { src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml' }],
  };
}

/** `public/favicon.svg` as PNG (RFC 2083), on a whole ground, so that a phone may cut any shape out of it. */
function icon(size: number): Buffer {
  const rows = Buffer.alloc(size * (size * 3 + 1));
  const fine = 2;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const sum = [0, 0, 0];
      for (let n = 0; n < fine * fine; n++) {
        const colour = colourAt(((x + ((n % fine) + 0.5) / fine) / size) * 40 - 4, ((y + (Math.floor(n / fine) + 0.5) / fine) / size) * 40 - 4);
        colour.forEach((each, channel) => (sum[channel]! += each));
      }
      sum.forEach((each, channel) => (rows[y * (size * 3 + 1) + 1 + x * 3 + channel] = Math.round(each / (fine * fine))));
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), part('IHDR', head), part('IDAT', deflateSync(rows, { level: 9 })), part('IEND', Buffer.alloc(0))]);
}

function part(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** The two curves of the arc, as points close beside each other. */
const arc = [
  [4.5, 16.5, 8, 10.8, 11.8, 8, 16, 8],
  [16, 8, 20.2, 8, 24, 10.8, 27.5, 16.5],
].flatMap(([ax, ay, bx, by, cx, cy, dx, dy]) =>
  Array.from({ length: 25 }, (_, n) => {
    const t = n / 24;
    const u = 1 - t;
    const at = (a: number, b: number, c: number, d: number) => u ** 3 * a + 3 * u * u * t * b + 3 * u * t * t * c + t ** 3 * d;
    return [at(ax!, bx!, cx!, dx!), at(ay!, by!, cy!, dy!)] as const;
  }),
);

function colourAt(x: number, y: number): readonly [number, number, number] {
  const near = (ax: number, ay: number, within: number) => (x - ax) ** 2 + (y - ay) ** 2 <= within ** 2;
  if (near(16, 16.5, 4)) return point;
  if (near(Math.min(26, Math.max(6, x)), 23.5, 1.3)) return line;
  return y > 6 && y < 18 && arc.some(([ax, ay]) => near(ax, ay, 1.3)) ? line : ground;
}
