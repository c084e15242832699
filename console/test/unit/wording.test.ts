import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'rolldown/parseAst';
import { describe, expect, test } from 'vitest';
import { allMessages, languages, root, sources } from './messages';

/** The rules of docs/design/texts.md that a program can hold texts against. */

interface Node {
  type: string;
  [name: string]: unknown;
}

const messages = allMessages();

/** What a button bears at 360 px in one line of two words or in two lines. */
const longestButton = 40;
const longestTitle = 70;

const buttonTags = new Set(['SubmitButton', 'button']);
const labelledButtons = new Set(['Button', 'ButtonLink', 'DownloadLink', 'DialogButton', 'SureButton']);
const titleTags = new Set(['h1', 'h2', 'h3', 'h4']);
const titled = new Set(['PageHead', 'PageFrame', 'WorkPage', 'Dialog', 'DialogButton', 'SureDialog', 'Empty', 'Part']);

function callee(node: Node): string {
  const called = node['callee'] as Node;
  return called.type === 'Identifier' ? String(called['name']) : '';
}

/** The keys that the first argument of `t` may be. */
function literals(value: Node | undefined, into: Set<string>): void {
  if (value?.type === 'Literal') into.add(String(value['value']));
  if (value?.type === 'ConditionalExpression') {
    literals(value['consequent'] as Node, into);
    literals(value['alternate'] as Node, into);
  }
}

/** The keys that `t` is called with below a node, but not within another element's attributes. */
function keys(value: unknown, into: Set<string>): void {
  if (Array.isArray(value)) value.forEach((each) => keys(each, into));
  else if (value && typeof value === 'object') {
    const node = value as Node;
    if (node.type === 'JSXElement') {
      keys(node['children'], into);
      return;
    }
    // What a condition asks is not shown.
    if (node.type === 'ConditionalExpression') {
      keys(node['consequent'], into);
      keys(node['alternate'], into);
      return;
    }
    if (node.type === 'CallExpression' && callee(node) === 'tCode') {
      const prefix = String((node['arguments'] as Node[])[0]?.['value']);
      if (/(?:wrong|missing)$/i.test(prefix)) for (const key of messages.keys()) if (key.startsWith(`${prefix}.`)) into.add(key);
      return;
    }
    if (node.type === 'CallExpression' && callee(node) === 't') {
      const [first] = node['arguments'] as Node[];
      literals(first, into);
      return;
    }
    Object.values(node).forEach((each) => keys(each, into));
  }
}

/** The keys that buttons, titles and errors show, as the code has them. */
function shown(): { buttons: Set<string>; titles: Set<string>; errors: Set<string> } {
  const buttons = new Set<string>();
  const titles = new Set<string>();
  const errors = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (value && typeof value === 'object') {
      const node = value as Node;
      if (node.type === 'JSXElement') {
        const opening = node['openingElement'] as Node;
        const tag = String((opening['name'] as Node)['name']);
        if (buttonTags.has(tag)) keys(node['children'], buttons);
        if (titleTags.has(tag)) keys(node['children'], titles);
        for (const attribute of opening['attributes'] as Node[]) {
          const name = (attribute['name'] as Node | undefined)?.['name'];
          if (titled.has(tag) && name === 'title') keys(attribute['value'], titles);
          if (labelledButtons.has(tag) && name === 'label') keys(attribute['value'], buttons);
        }
      }
      if (node.type === 'Property' && ['message', 'wrong'].includes(String((node['key'] as Node)['name']))) keys(node['value'], errors);
      if (node.type === 'JSXAttribute' && (node['name'] as Node)['name'] === 'error') keys(node['value'], errors);
      if (node.type === 'AssignmentExpression' && ((node['left'] as Node)['object'] as Node | undefined)?.['name'] === 'wrong') keys(node['right'], errors);
      if (node.type === 'CallExpression') {
        const given = node['arguments'] as Node[];
        // What forms call to say that a field is wrong; the text comes last.
        if (['mistake', 'miss', 'add'].includes(callee(node))) keys(given.at(-1), errors);
        if (callee(node) === 'button') keys(given[0], buttons);
        if (callee(node) === 'h' && given[0]?.['value'] === 'button') keys(given.slice(2), buttons);
        if (callee(node) === 'h' && titleTags.has(String(given[0]?.['value']))) keys(given.slice(2), titles);
      }
      Object.values(node).forEach(visit);
    }
  };
  for (const file of sources().filter((each) => /\.tsx?$/.test(each) && !each.endsWith('.d.ts'))) {
    visit(parseAst(readFileSync(file, 'utf8'), { lang: file.endsWith('x') ? 'tsx' : 'ts' }));
  }
  return { buttons, titles, errors };
}

/** As long as it is drawn: the longest branch of a plural, and two signs for a value. */
function drawn(text: string): number {
  return text
    .replace(/\{\w+, (?:plural|select), ((?:\w+ \{(?:[^{}]|\{[^{}]*\})*\}\s*)+)\}/g, (_, branches: string) =>
      [...branches.matchAll(/\w+ \{((?:[^{}]|\{[^{}]*\})*)\}/g)].map((branch) => branch[1]!).reduce((a, b) => (a.length < b.length ? b : a)),
    )
    .replace(/\{[^{}]*\}/g, '00').length;
}

/** What no text may have, and what it has instead; the server's texts are held against the same file. */
const forms = JSON.parse(readFileSync(join(root, '..', 'docs', 'design', 'text-forms.json'), 'utf8')) as Record<string, [string, string][]>;

function forbidden(text: string, kind: string): string[] {
  return forms[kind]!.flatMap(([form, instead]) => {
    const found = new RegExp(form, 'iu').exec(text);
    return found ? [`${found[0].trim()} → ${instead}`] : [];
  });
}

const { buttons, titles, errors } = shown();

function each(found: Iterable<string>, wrong: (text: string, language: string) => string | null): string[] {
  return [...found].flatMap((key) =>
    (messages.get(key) ?? []).flatMap((text, index) => {
      const why = wrong(text, languages[index]!);
      return why === null ? [] : [`${key} ${languages[index]}: ${why}: ${text}`];
    }),
  );
}

describe('texts', () => {
  test('use no form that the style sheet forbids', () => {
    expect(
      each(messages.keys(), (text, language) => {
        const plain = text
          .replaceAll(/\{\w+, (?:plural|select|number)[^{}]*\{/g, '{')
          .replaceAll(/\b(?:one|two|few|many|other|zero) \{/g, '{')
          .replaceAll(/\{\w+\}/g, '');
        const found = [...forbidden(text, 'all'), ...forbidden(plain, language)];
        return found.length > 0 ? found.join('; ') : null;
      }),
    ).toEqual([]);
  });

  test('of buttons are short, begin with a capital and end without a stop', () => {
    expect(buttons.size).toBeGreaterThan(250);
    expect(
      each(buttons, (text) => {
        if (/[.!:;,؟?]$/u.test(text)) return 'ends in a sign';
        if (drawn(text) > longestButton) return `${drawn(text)} signs`;
        if (/^\p{Ll}/u.test(text)) return 'small letter';
        return null;
      }),
    ).toEqual([]);
  });

  test('of titles are noun phrases or questions, without a stop, and fit a phone', () => {
    expect(titles.size).toBeGreaterThan(250);
    expect(
      each(
        [...titles].filter((key) => !errors.has(key)),
        (text) => {
          if (/[.!;,]$/u.test(text)) return 'ends in a sign';
          if (drawn(text) > longestTitle) return `${drawn(text)} signs`;
          return null;
        },
      ),
    ).toEqual([]);
  });

  test('of errors are sentences', () => {
    expect(errors.size).toBeGreaterThan(180);
    expect(each(errors, (text) => (/[.؟?]$/u.test(text) ? null : 'no full stop'))).toEqual([]);
  });

  test('are found where people see them', () => {
    for (const key of ['app.signIn', 'requests.dSend', 'phone.send', 'report.start', 'owner.give']) expect([...buttons], key).toContain(key);
    for (const key of ['requests.title', 'report.title', 'situations.none']) expect([...titles], key).toContain(key);
    for (const key of ['app.usernameMissing', 'report.whereNeeded', 'teams.wrong.born']) expect([...errors], key).toContain(key);
  });
});
