import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root, sources } from './messages';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const sheets = sources()
  .filter((file) => file.endsWith('.css'))
  .map((file) => ({ name: relative(root, file), text: readFileSync(file, 'utf8').replace(/\/\*[^]*?\*\//g, '') }));
const styled = sheets.filter(({ name }) => name !== 'src/style/tokens.css');
const document = read('../docs/design/visual-language.md');

/** The declarations of all style sheets but the tokens' own. */
const declarations = styled.flatMap(({ name, text }) =>
  [...text.matchAll(/(?:^|[;{])\s*([\w-]+):\s*([^;{}]+);/g)].map((match) => ({ name, property: match[1]!, value: match[2]!.replace(/\s+/g, ' ') })),
);

/** Those of some properties whose value is not as it has to be. */
function otherThan(properties: RegExp, right: (value: string, property: string) => boolean): string[] {
  return declarations.filter(({ property, value }) => properties.test(property) && !right(value, property)).map(({ name, property, value }) => `${name}: ${property}: ${value}`);
}

/** What a block of the tokens sets, over what it begins with. */
function tokens(selector: string, begin: Record<string, string> = {}): Record<string, string> {
  const text = sheets.find(({ name }) => name === 'src/style/tokens.css')!.text;
  const at = text.indexOf(`${selector} {`);
  expect(at, selector).toBeGreaterThanOrEqual(0);
  return { ...begin, ...Object.fromEntries([...text.slice(at, text.indexOf('}', at)).matchAll(/--([\w-]+): ([^;]+);/g)].map((match) => [match[1]!, match[2]!])) };
}

const light = tokens(':root[data-theme="light"]', tokens(':root'));
const themes = { light, dark: tokens(':root[data-theme="dark"]', light) };

function luminance(colour: string): number {
  expect(colour).toMatch(/^#[\da-f]{6}$/);
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/** WCAG 2.2's contrast of two colours. */
function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter! + 0.05) / (darker! + 0.05);
}

describe('tokens', () => {
  test('are the only colours', () => {
    const colour = /#[\da-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\(|\b(?:white|black|red|green|blue|gr[ae]y|yellow|orange)\b/i;
    expect(otherThan(/./, (value) => !colour.test(value.replace(/var\([^)]*\)/g, '')))).toEqual([]);
    const code = sources().filter((file) => /\.tsx?$/.test(file) && !/shell\/Logo\.tsx$/.test(file));
    expect(code.filter((file) => /['"`](?:#[\da-f]{3}|#[\da-f]{6}|#[\da-f]{8}|rgba?\([^)]*\)|hsla?\([^)]*\))['"`]/i.test(readFileSync(file, 'utf8'))).map((file) => relative(root, file))).toEqual([]);
  });

  test('are the only sizes, heights and weights of type', () => {
    expect(otherThan(/^font-size$/, (value) => /^(?:var\(--text-\w+\)( !important)?|clamp\(var\(--text-\w+\), [\d.]+vw, var\(--text-\w+\)\)|inherit)$/.test(value))).toEqual([]);
    expect(otherThan(/^line-height$/, (value) => /^(?:var\(--line(?:-\w+)?\)|inherit)$/.test(value))).toEqual([]);
    expect(otherThan(/^font-weight$/, (value) => /^(?:400|600|inherit)$/.test(value))).toEqual([]);
    expect(otherThan(/^font$/, (value) => /^(?:inherit|[46]00 var\(--text-\w+\) \/ var\(--line(?:-\w+)?\) var\(--font\))$/.test(value))).toEqual([]);
    expect(Object.keys(light).filter((name) => /^text-(?!hand|drawing)/.test(name))).toEqual(['text-xs', 'text-s', 'text-m', 'text-l', 'text-xl', 'text-xxl']);
  });

  test('are the only spaces, but a line of a pixel, parts of the type and parts of the window', () => {
    const space = /^(?:0|auto|-?1px|-?[\d.]+em|[\d.]+v[hw]|var\(--(?:space-\d+|row-space|page-space|rail-low|lane-gap)\)|calc\(-1 \* var\(--space-\d+\)\)|clamp\(.*\)|!important)$/;
    const parts = (value: string) => value.match(/(?:calc|clamp|var)\((?:[^()]|\([^()]*\))*\)|[^\s]+/g)!;
    expect(otherThan(/^(?:(?:row-|column-)?gap|(?:padding|margin)(?:-.*)?)$/, (value) => parts(value).every((part) => space.test(part)))).toEqual([]);
    const steps = Object.entries(light).filter(([name]) => name.startsWith('space-'));
    expect(steps.map(([, value]) => value)).toEqual(['2px', '4px', '6px', '8px', '12px', '16px', '20px', '24px', '32px', '40px']);
  });

  test('are the only corners and shadows', () => {
    expect(otherThan(/radius$/, (value) => value.split(' ').every((part) => /^(?:0|inherit|var\(--radius(?:-\w+)?\))$/.test(part)))).toEqual([]);
    expect(otherThan(/^box-shadow$/, (value) => /^(?:none|var\(--shadow(?:-up)?\)|(?:inset )?[-\d. px]+ var\(--[\w-]+\))$/.test(value))).toEqual([]);
  });

  test('are the only times of motion, which are none for who wants none', () => {
    expect(otherThan(/^(?:transition|animation)/, (value) => !/\b[\d.]*[1-9]\d*m?s\b/.test(value))).toEqual([]);
    const still = tokens('@media (prefers-reduced-motion: reduce) {\n  :root');
    expect(still).toEqual({ quick: '0s', turn: '0s', breathe: '0s' });
    for (const name of Object.keys(still)) expect(light[name]).toMatch(/^\d+ms$/);
    expect(Number.parseInt(light['wait']!, 10)).toBe(Number(/setLate\(true\), (\d+)\)/.exec(read('src/ui/State.tsx'))![1]));
  });

  test('that are used are set, and those that are set are used', () => {
    const text = sources()
      .filter((file) => /\.(?:css|tsx?)$/.test(file))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const used = new Set([...text.matchAll(/var\(--([\w-]+)[),]/g)].map((match) => match[1]!));
    const read = [...text.matchAll(/'((?:stage|map|signal)[\w-]*)'/g)].map((match) => match[1]!);
    const set = new Set([...Object.keys(themes.dark), ...[...text.matchAll(/--([\w-]+)(?=['"`]|:)/g)].map((match) => match[1]!)]);
    expect([...used].filter((name) => !set.has(name))).toEqual([]);
    expect(Object.keys(themes.dark).filter((name) => !used.has(name) && !read.includes(name))).toEqual([]);
  });
});

/** What stands on what, and how far apart they have to be: text 4.5, what is drawn and what can be pressed 3. */
const tones = ['info', 'ok', 'warn', 'bad'];
const pairs: [least: number, front: string[], ground: string[]][] = [
  [4.5, ['ink', 'mute', 'accent', 'accent-strong', ...tones], ['bg', 'panel', 'panel-2']],
  [4.5, ['ink', 'mute', 'accent-strong'], ['accent-soft', ...tones.map((tone) => `${tone}-soft`)]],
  ...tones.map((tone): [number, string[], string[]] => [4.5, [tone], [`${tone}-soft`]]),
  [4.5, ['accent-ink'], ['accent', 'accent-strong']],
  [4.5, ['panel'], ['ink', 'bad']],
  [4.5, ['on-dark'], ['alarm', 'lost', 'rail-bg', 'rail-on', 'stage-black', 'stage-panel', 'stage-control']],
  [4.5, ['rail-ink', 'rail-mute', 'rail-accent', 'signal'], ['rail-bg']],
  [4.5, ['signal-ink'], ['signal', 'signal-strong']],
  [4.5, ['stage-ink', 'stage-mute', 'signal'], ['stage', 'stage-black', 'stage-panel', 'stage-control', 'stage-control-on']],
  [4.5, ['map-water-name'], ['map-water', 'map-land']],
  [3, ['border-strong', 'focus', 'run', 'gap'], ['bg', 'panel', 'panel-2']],
  [3, ['stage-run', 'stage-ok', 'stage-bad', 'stage-line', 'stage-vehicles', 'stage-persons'], ['stage-panel', 'stage-control']],
];

describe('colours', () => {
  test('are far enough apart in both themes', () => {
    const close = Object.entries(themes).flatMap(([theme, of]) =>
      pairs.flatMap(([least, fronts, grounds]) =>
        fronts.flatMap((front) =>
          grounds.filter((ground) => contrast(of[front]!, of[ground]!) < least).map((ground) => `${theme}: ${front} on ${ground} ${contrast(of[front]!, of[ground]!).toFixed(2)}`),
        ),
      ),
    );
    expect(close).toEqual([]);
  });

  test('that a rule sets on a ground are among the pairs', () => {
    const known = new Set(pairs.flatMap(([, fronts, grounds]) => fronts.flatMap((front) => grounds.map((ground) => `${front} on ${ground}`))));
    const rules = styled.flatMap(({ text }) => [...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1]!));
    const found = rules.flatMap((rule) => {
      const front = /(?:^|[;\s])color: var\(--([\w-]+)\)/.exec(rule)?.[1];
      const ground = /(?:^|[;\s])background(?:-color)?: var\(--([\w-]+)\);/.exec(rule)?.[1];
      return front && ground && !/[A-F\d]{8}/i.test(light[ground]!) ? [`${front} on ${ground}`] : [];
    });
    expect(found.length).toBeGreaterThan(20);
    expect([...new Set(found)].filter((pair) => !known.has(pair))).toEqual([]);
  });

  test('stand with their contrast in the document', () => {
    const rows = [...document.matchAll(/^\| `([\w-]+)` on `([\w-]+)` \| ([\d.]+) \| ([\d.]+) \|$/gm)];
    expect(rows.length).toBeGreaterThan(10);
    for (const [, front, ground, inLight, inDark] of rows) {
      for (const [theme, said] of [
        ['light', inLight],
        ['dark', inDark],
      ] as const)
        expect(contrast(themes[theme][front!]!, themes[theme][ground!]!).toFixed(1), `${front} on ${ground}, ${theme}`).toBe(said);
    }
  });
});

describe('icons', () => {
  const icons = [...read('src/ui/Icon.tsx').matchAll(/^ {2}(\w+): '(M[^']+)',$/gm)].map((match) => ({ name: match[1]!, drawing: match[2]! }));
  const elsewhere = sources()
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('ui/Icon.tsx'))
    .map((file) => ({ file: relative(root, file), text: readFileSync(file, 'utf8') }));

  test('are drawn each in its own way, and each is used', () => {
    expect(icons.length).toBeGreaterThan(50);
    expect(new Set(icons.map(({ drawing }) => drawing)).size).toBe(icons.length);
    const text = elsewhere.map((each) => each.text).join('\n');
    expect(icons.filter(({ name }) => !new RegExp(`['"]${name}['"]`).test(text)).map(({ name }) => name)).toEqual([]);
  });

  test('have one meaning each, which stands in the document', () => {
    const meanings = [...document.matchAll(/^\| `(\w+)` \| ([^|`]+) \|$/gm)].map((match) => ({ name: match[1]!, meaning: match[2]!.trim() }));
    expect(meanings.map(({ name }) => name).sort()).toEqual(icons.map(({ name }) => name).sort());
    expect(new Set(meanings.map(({ meaning }) => meaning)).size).toBe(icons.length);
  });

  test('are drawn in one file; a legend shows lines of the map', () => {
    const drawn = elsewhere.filter(({ text }) => /<path[^>]* d="M/.test(text)).map(({ file }) => file);
    expect(drawn).toEqual(['src/map/MapLegend.tsx', 'src/shell/Logo.tsx']);
  });

  test('of a section are no other section’s, and a group has that of its first section', () => {
    const text = read('src/shell/sections.ts');
    const used = [...text.matchAll(/path: '[^']+', .* icon: '(\w+)'/g)].map((match) => match[1]!);
    expect(used.length).toBeGreaterThan(20);
    expect(new Set(used).size).toBe(used.length);
  });
});
