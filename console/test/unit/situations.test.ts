import { expect, test } from 'vitest';
import { differences } from '../../src/situations/differences';

const marked = (text: string, other: string) =>
  differences(text, other)
    .map((each) => (each.isNew ? `[${each.text}]` : each.text))
    .join('');

test('what a version says otherwise is marked, word by word, and nothing else', () => {
  expect(marked('Mất hai xe đạp màu xanh.', 'Mất một xe đạp.')).toBe('Mất [hai ]xe [đạp màu xanh.]');
  expect(marked('Mất một xe đạp.', 'Mất một xe đạp.')).toBe('Mất một xe đạp.');
  expect(marked('Mất một  xe\nđạp.', 'Mất một xe đạp.')).toBe('Mất một  xe\nđạp.');
  expect(marked('Khóa cổng bị cắt.', '')).toBe('[Khóa cổng bị cắt.]');
  expect(marked('', 'Khóa')).toBe('');
  expect(marked('a b c d e', 'b d')).toBe('[a ]b [c ]d [e]');
});
