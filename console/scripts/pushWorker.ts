import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import type { Plugin } from 'vite';

const root = join(import.meta.dirname, '..');
const languages = ['vi', 'en', 'ar'];

/** Makes `push.js`, the worker that shows a notification where no page is open, with its words in each language. */
export function pushWorker(): Plugin {
  return {
    name: 'anbinh-push-worker',
    async writeBundle(options) {
      const texts = (file: string) => JSON.parse(readFileSync(join(root, 'messages', `${file}.json`), 'utf8')) as Record<string, string[]>;
      const [titles, bodies] = [texts('app')['name']!, texts('notifications')['pushBody']!];
      const words = Object.fromEntries(languages.map((each, index) => [each, { title: titles[index], body: bodies[index] }]));
      const worker = await rolldown({ input: join(root, 'src', 'notifications', 'worker.ts') });
      const { output } = await worker.generate({ format: 'iife', minify: true });
      await worker.close();
      writeFileSync(join(options.dir!, 'push.js'), `const TEXTS=${JSON.stringify(words)};\n${output[0].code}`);
    },
  };
}
