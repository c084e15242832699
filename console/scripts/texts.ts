import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'messages');
const languages = ['vi', 'en', 'ar'];
const entry = join(root, 'src', 'app.tsx');

/** The pages that have messages of their own, which are no others' business, and what else they say. */
const apart: Record<string, (key: string) => boolean> = {
  owner: () => false,
  report: () => false,
  phone: (key) => /^situations\.(kind|state|role)\./.test(key),
};

/**
 * Serves `text:vi`, `text:en` and `text:ar`: out of `messages/*.json`, where the three languages of a
 * message stand side by side, those of one language that the first modules of the console name;
 * `more-text:vi` and so on are the console's others. `owner-text:vi`, `phone-text:vi` and `report-text:vi`
 * are those of a page without the console.
 */
export function texts(): Plugin {
  return {
    name: 'anbinh-texts',
    resolveId: (id) => (/^((more|owner|phone|report)-)?text:(vi|en|ar)$/.test(id) ? `\0${id}` : null),
    load(id) {
      const match = /^\0(?:(\w+)-)?text:(vi|en|ar)$/.exec(id);
      if (!match) return null;
      const page = match[1];
      const at = languages.indexOf(match[2]!);
      const isFirst = page === undefined || page === 'more' ? namedBy(modulesWith(entry)) : () => false;
      const messages: Record<string, string> = {};
      for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
        const group = file.slice(0, -5);
        const wanted = (key: string) => (page && page in apart ? group === page || apart[page]!(key) : !(group in apart) && isFirst(key) === (page === undefined));
        this.addWatchFile(join(folder, file));
        const entries = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, string[]>;
        for (const [key, each] of Object.entries(entries)) {
          if (wanted(`${group}.${key}`)) messages[`${group}.${key}`] = each[at]!;
        }
      }
      return `export default ${JSON.stringify(messages)}`;
    },
  };
}

/** The text of a module of ours and of all that come with it before it runs. */
function modulesWith(first: string): string[] {
  const found = new Map<string, string>();
  const visit = (path: string) => {
    if (found.has(path)) return;
    const code = readFileSync(path, 'utf8');
    found.set(path, code);
    for (const [, name] of code.matchAll(/^(?:import|export) (?!type )(?:[^'";]* from )?'(\.[^']*)'/gm)) {
      const to = [name!, `${name}.ts`, `${name}.tsx`].map((each) => join(dirname(path), each)).find((each) => /\.tsx?$/.test(each) && existsSync(each));
      if (to) visit(to);
    }
  };
  visit(first);
  return [...found.values()];
}

/** Whether modules name a key, or what it begins with, before a dot: the rest is a code of the server. */
function namedBy(modules: string[]): (key: string) => boolean {
  const named = new Set(modules.flatMap((code) => [...code.matchAll(/['"`]([a-z]\w*(?:\.\w+)+)\.?(?=['"`$])/g)].map(([, name]) => name!)));
  return (key) => key.split('.').some((_, index, parts) => named.has(parts.slice(0, index + 1).join('.')));
}
