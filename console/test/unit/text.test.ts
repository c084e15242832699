import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { parseAst } from 'rolldown/parseAst';
import { describe, expect, test } from 'vitest';
import { matches } from '../../src/i18n/fold';
import { allMessages, languages, root, sources } from './messages';

const messages = allMessages();
const tags = { vi: 'vi-VN', en: 'en-GB', ar: 'ar-u-ca-gregory-nu-latn' };

/** Words that read the same in two languages. */
const sameInBoth = (text: string): boolean =>
  /^(An Bình|[Cc]amera|Video|Unicode|Windows-1258|TCVN3 \(ABC\)|VNI|VISCII|RTSP.*|rtsp:.*|Ctrl.*)$/u.test(text) || !/\p{L}{2,}/u.test(text.replace(/\{[^{}]*\}/g, '').replace('Mbit/s', ''));

function names(text: string): string[] {
  return [...text.matchAll(/\{(\w+)/g)]
    .map((match) => match[1]!)
    .filter((name) => !/^\d+$/.test(name))
    .sort();
}

describe('messages', () => {
  test('stand in all three languages', () => {
    for (const [key, texts] of messages) {
      expect(texts, key).toHaveLength(3);
      for (const text of texts) expect(text.trim(), key).not.toBe('');
      for (const text of texts) expect(text, key).toBe(text.normalize('NFC'));
    }
  });

  test('have keys that no other message of the file has', () => {
    for (const file of readdirSync(join(root, 'messages'))) {
      const keys = [...readFileSync(join(root, 'messages', file), 'utf8').matchAll(/^ {2}"([^"]+)":/gm)].map((match) => match[1]!);
      expect(
        keys.filter((key, index) => keys.indexOf(key) !== index),
        file,
      ).toEqual([]);
    }
  });

  test('parse as ICU messages and take the same values in each language', () => {
    for (const [key, texts] of messages) {
      texts.forEach((text, index) => {
        expect(() => new IntlMessageFormat(text, tags[languages[index]!]), `${key} ${languages[index]}`).not.toThrow();
      });
      const requested = [...new Set(names(texts[1]!.replace(/(one|two|few|many|other|zero) \{/g, '')))];
      for (const text of texts) {
        expect([...new Set(names(text.replace(/(one|two|few|many|other|zero|true|false) \{[^{}]*\}/g, '')))], key).toEqual([
          ...new Set(names(texts[1]!.replace(/(one|two|few|many|other|zero|true|false) \{[^{}]*\}/g, ''))),
        ]);
      }
      expect(requested).toBeDefined();
    }
  });

  test('are translated: no English left in Vietnamese or Arabic', () => {
    for (const [key, [vi, en, ar]] of messages) {
      if (sameInBoth(en!)) continue;
      expect(vi, key).not.toBe(en);
      expect(ar, key).not.toBe(en);
    }
  });

  test('say plurals in all the forms that Arabic has', () => {
    for (const [key, texts] of messages) {
      if (!texts[2]!.includes('plural')) continue;
      for (const form of ['one', 'two', 'few', 'many', 'other']) expect(texts[2], key).toContain(`${form} {`);
    }
  });

  test('show digits 0 to 9 in Arabic', () => {
    const message = new IntlMessageFormat('{count, number}', tags.ar);
    expect(message.format({ count: 1234 })).toMatch(/^[\d.,]+$/);
  });
});

interface Node {
  type: string;
  [name: string]: unknown;
}

const shownAttributes = new Set(['aria-label', 'title', 'placeholder', 'alt', 'label', 'hint', 'aria-description']);

/** Literal text between tags or in attributes that people read or hear. */
function literals(file: string): string[] {
  const found: string[] = [];
  const letters = /\p{L}{2,}/u;
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (value && typeof value === 'object') {
      const node = value as Node;
      if (node.type === 'JSXText' && letters.test(String(node['value']))) found.push(String(node['value']).trim());
      if (node.type === 'JSXAttribute') {
        const name = (node['name'] as Node)['name'];
        const literal = node['value'] as Node | null;
        if (shownAttributes.has(String(name)) && literal?.type === 'Literal' && letters.test(String(literal['value']))) {
          found.push(`${String(name)}=${String(literal['value'])}`);
        }
      }
      Object.values(node).forEach(visit);
    }
  };
  visit(parseAst(readFileSync(file, 'utf8'), { lang: 'tsx' }));
  return found;
}

/** Names of keys and algorithms are the same everywhere. */
const allowed = new Set(['Ctrl K', 'SHA-256']);

describe('sources', () => {
  test('hold no text that people read: all of it is in messages/*.json', () => {
    const found = sources()
      .filter((file) => file.endsWith('.tsx'))
      .flatMap((file) =>
        literals(file)
          .filter((text) => !allowed.has(text))
          .map((text) => `${relative(root, file)}: ${text}`),
      );
    expect(found).toEqual([]);
  });

  test('use every message', () => {
    const code = sources()
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const prefixes = [...code.matchAll(/tCode\(\s*'([\w.]+)'|\b(?:words|hintOf)="([\w.]+)"/g)].map((match) => `${match[1] ?? match[2]}.`);
    const unused = [...messages.keys()].filter((key) => !code.includes(`'${key}'`) && !prefixes.some((prefix) => key.startsWith(prefix)));
    expect(unused).toEqual([]);
  });

  test('style with logical properties only, so that Arabic mirrors', () => {
    const physical =
      /(?:^|[\s;{])(?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right|top|bottom|width|height|min-width|max-width|min-height|max-height|text-align:\s*(?:left|right)|float)\s*:/;
    const found = sources()
      .filter((file) => file.endsWith('.css'))
      .flatMap((file) =>
        readFileSync(file, 'utf8')
          .split('\n')
          .map((line, index) => `${relative(root, file)}:${index + 1}: ${line.trim()}`)
          .filter((line) => physical.test(line.replace(/^[^ ]+ /, ' ')) && !line.includes('@media')),
      );
    expect(found).toEqual([]);
  });

  test('name a class in one file only, so that no page draws into another', () => {
    const claimed = new Map<string, Set<string>>();
    for (const file of sources().filter((each) => each.endsWith('.css') && !/(phone|report|owner|calendar|light)\.css$/.test(each))) {
      const name = relative(root, file);
      const text = readFileSync(file, 'utf8')
        .replaceAll(/\/\*[^]*?\*\//g, '')
        .replaceAll(/@media print \{(?:[^{}]*\{[^{}]*\})*\s*\}/g, '');
      for (const [, selectors] of text.matchAll(/([^{}]+)\{/g)) {
        for (const selector of selectors!.split(',')) {
          const own = file.endsWith('.module.css') ? selector.replaceAll(/(?<!:global\()\.[a-z][\w-]*/gi, ' own ') : selector;
          const classes = new Set([...own.matchAll(/\.([a-z][\w-]*)/gi)].map((match) => match[1]!));
          // One that names no other class reaches whoever bears it, wherever they stand.
          if (classes.size === 1 && !own.includes(' own ')) for (const each of classes) claimed.set(each, (claimed.get(each) ?? new Set()).add(name));
        }
      }
    }
    expect(claimed.size).toBeGreaterThan(100);
    expect([...claimed].filter(([, files]) => files.size > 1).map(([name, files]) => `.${name}: ${[...files].join(', ')}`)).toEqual([]);
  });

  test("use every class of a feature's style, and no other", () => {
    const camel = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    const found: string[] = [];
    for (const module of sources().filter((each) => each.endsWith('.module.css'))) {
      const text = readFileSync(module, 'utf8')
        .replaceAll(/\/\*[^]*?\*\//g, '')
        .replaceAll(/:global\([^)]*\)/g, '');
      const there = new Set([...text.matchAll(/([^{}]+)\{/g)].flatMap(([, selector]) => [...selector!.matchAll(/\.([a-z][\w-]*)/gi)].map((match) => camel(match[1]!))));
      const users = sources().filter((each) => /\.tsx?$/.test(each) && readFileSync(each, 'utf8').includes(`/${basename(module)}'`));
      const used = new Set(users.flatMap((each) => [...readFileSync(each, 'utf8').matchAll(/\bcss\.(\w+)/g)].map((match) => match[1]!)));
      for (const each of there) if (!used.has(each)) found.push(`${relative(root, module)}: nothing uses .${each}`);
      for (const each of used) if (!there.has(each)) found.push(`${relative(root, module)}: there is no .${each}`);
    }
    expect(found).toEqual([]);
  });

  test('keep lines high enough for stacked tone marks', () => {
    const found = sources()
      .filter((file) => file.endsWith('.css'))
      .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/line-height:\s*([\d.]+);/g)].map((match) => Number(match[1])));
    for (const height of found) expect(height).toBeGreaterThanOrEqual(1.35);
  });
});

test('what is typed is found whatever stands around it, with accents or without', () => {
  for (const text of ['Cổng (Đ1)', 'Cổng/Đ1', 'cổng “Đ1”, bãi xe', 'Cổng،Đ1', 'Cổng (Ð1)', 'Cổng\u00a0Đ1'.normalize('NFD')]) {
    for (const typed of ['Đ1', 'd1', '(Đ1)', 'đ1,', 'cong d1', ' Đ1  Cổng ', '']) expect(matches(typed, text), `${typed} in ${text}`).toBe(true);
    expect(matches('đ2', text)).toBe(false);
  }
  expect(matches('thôn 2', 'Thôn', null, '2')).toBe(true);
});
