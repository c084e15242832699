import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Writes `.br` (RFC 7932) and `.gz` (RFC 1952) beside each built file that gets smaller, for the server to send. */
export function compress(): Plugin {
  return {
    name: 'anbinh-compress',
    apply: 'build',
    writeBundle: {
      order: 'post',
      sequential: true,
      handler(options) {
        for (const name of readdirSync(options.dir!, { recursive: true, encoding: 'utf8' })) {
          if (!/\.(js|css|html|svg|webmanifest)$/.test(name)) continue;
          const path = join(options.dir!, name);
          const plain = readFileSync(path);
          writeFileSync(`${path}.br`, brotliCompressSync(plain));
          writeFileSync(`${path}.gz`, gzipSync(plain, { level: 9 }));
        }
      },
    },
  };
}
