import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { matchRoutes } from 'react-router';
import { expect, test } from 'vitest';
// @ts-expect-error: plain JavaScript.
import { tour } from '../../scripts/tour.mjs';
import { pages, signInPages } from '../../src/pages';
// @ts-expect-error: plain JavaScript, shared with the browser tests.
import { screens } from '../browser/screens.mjs';
// @ts-expect-error: the stand-in is plain JavaScript.
import { World } from '../stub/world.mjs';
import { root } from './messages';

/** Pages that lead on at once, and the one that is none. */
const passing = ['wall', 'sign-in/confirm', '*'];

const router = readFileSync(join(root, 'src', 'router.tsx'), 'utf8');
const routes = [
  ...[...router.matchAll(/\{ (?:path: '([^']+)'|index: true), /g)].map(([, path]) => (path ? { path } : { index: true as const })),
  ...Object.keys({ ...signInPages, ...pages }).map((path) => ({ path })),
];

/** The pages to which none of the addresses leads. */
function unreached(addresses: string[]): unknown[] {
  expect(routes.length).toBeGreaterThan(100);
  const reached = new Set(addresses.map((address) => matchRoutes(routes, address)?.[0]?.route));
  return routes.filter((each) => !reached.has(each) && !passing.includes(each.path ?? ''));
}

test('every page of the console is among the screens that are looked at', () => {
  expect(unreached((screens({ world: new World({}) }) as { path: string }[]).map(({ path }) => path))).toEqual([]);
});

interface TourPage {
  name: string;
  looks: string[];
  path?: string;
  via?: string[];
}

test('every page of the console has a picture in the tour of the documents', () => {
  const pages = (tour({ cameras: [], moment: new Date().toISOString(), copy: {} }) as { pages: TourPage[] }[]).flatMap((section) => section.pages);
  expect(unreached(pages.map(({ path, via }) => via?.at(-1) ?? path!))).toEqual([]);
  const pictures = pages.flatMap(({ name, looks }) => looks.map((look) => `${name}-${look}.webp`));
  expect(new Set(pictures).size).toBe(pictures.length);
  const written = readFileSync(join(root, '..', 'docs', 'guide', 'tour.md'), 'utf8');
  expect(pictures.filter((each) => !written.includes(`(../images/${each})`))).toEqual([]);
});
