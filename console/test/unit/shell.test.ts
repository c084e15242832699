import { expect, test } from 'vitest';
import { sections } from '../../src/shell/sections';

test('no letter leads to two pages', () => {
  const letters = sections.map((each) => each.letter);
  expect(new Set(letters).size).toBe(letters.length);
});
