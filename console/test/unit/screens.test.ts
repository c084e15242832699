import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { matchRoutes } from 'react-router';
import { expect, test } from 'vitest';
// @ts-expect-error: plain JavaScript, shared with the browser tests.
import { screens } from '../browser/screens.mjs';
// @ts-expect-error: the stand-in is plain JavaScript.
import { World } from '../stub/world.mjs';
import { root } from './messages';

/** Pages that lead on at once, and the one that is none. */
const passing = ['wall', 'sign-in/confirm', '*'];

test('every page of the console is among the screens that are looked at', () => {
  const router = readFileSync(join(root, 'src', 'router.tsx'), 'utf8');
  const routes = [...router.matchAll(/\{ (?:path: '([^']+)'|index: true), /g)].map(([, path]) => (path ? { path } : { index: true as const }));
  expect(routes.length).toBeGreaterThan(100);
  const reached = new Set((screens({ world: new World({}) }) as { path: string }[]).map(({ path }) => matchRoutes(routes, path)?.[0]?.route));
  expect(routes.filter((each) => !reached.has(each) && !passing.includes(each.path ?? ''))).toEqual([]);
});
