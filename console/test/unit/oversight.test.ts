import { expect, test } from 'vitest';
import { nextDraw } from '../../src/oversight/nextDraw';
import { dateTimeText } from '../../src/time/format';

const zone = 'Asia/Ho_Chi_Minh';

test.each([
  ['Tuesday', '2026-11-24T02:00:00Z', '30/11/2026 00:00:00'],
  ['Sunday, a second before midnight', '2026-11-29T16:59:59Z', '30/11/2026 00:00:00'],
  ['Monday, before it is drawn', '2026-11-29T17:09:59Z', '30/11/2026 00:00:00'],
  ['Monday, after it was drawn', '2026-11-29T17:10:00Z', '07/12/2026 00:00:00'],
  ['Sunday by the site’s clock, Saturday by that of the machine', '2026-11-28T18:00:00Z', '30/11/2026 00:00:00'],
  ['the end of a year', '2026-12-31T05:00:00Z', '04/01/2027 00:00:00'],
])('the weekly sample is drawn after the week’s end: %s', (_, now, drawn) => {
  expect(dateTimeText(nextDraw(Date.parse(now), zone), zone)).toBe(drawn);
});
