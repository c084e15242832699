import { describe, expect, test } from 'vitest';
import { dateTimeText, lengthText, offsetText } from '../../src/time/format';
import { parseMoment } from '../../src/time/parse';
import { yearOf } from '../../src/time/quarters';
import { addDays, fromZoned, isoInstant, parseInstant, startOfDay, zonedFields } from '../../src/time/zone';

const zone = 'Asia/Ho_Chi_Minh';
const at = (text: string) => Date.parse(text);
const now = at('2026-11-25T02:41:07Z'); // 09:41:07 at the site
const reference = at('2026-11-24T02:02:51Z'); // 24/11 09:02:51 at the site
const read = (text: string) => {
  const found = parseMoment(text, { zone, now, reference });
  return found === null ? null : dateTimeText(found, zone, true);
};

describe('a moment', () => {
  test.each([
    ['0902', '24/11/2026 09:02:00.000'],
    ['09:02:51', '24/11/2026 09:02:51.000'],
    ['09:02:51.24', '24/11/2026 09:02:51.240'],
    ['9h02', '24/11/2026 09:02:00.000'],
    ['21 giờ', '24/11/2026 21:00:00.000'],
    ['hôm qua 21h', '24/11/2026 21:00:00.000'],
    ['hom qua 21h30', '24/11/2026 21:30:00.000'],
    ['9 giờ tối hôm qua', '24/11/2026 21:00:00.000'],
    ['hôm kia 7h sáng', '23/11/2026 07:00:00.000'],
    ['hôm nay 8:15', '25/11/2026 08:15:00.000'],
    ['yesterday 21:00', '24/11/2026 21:00:00.000'],
    ['أمس 21:00', '24/11/2026 21:00:00.000'],
    ['أمس ٢١:٠٠', '24/11/2026 21:00:00.000'],
    ['24/11/2026 09:02:51', '24/11/2026 09:02:51.000'],
    ['23/11 0730', '23/11/2026 07:30:00.000'],
    ['23/11', '23/11/2026 00:00:00.000'],
    ['2026-11-24T09:02', '24/11/2026 09:02:00.000'],
    ['2026-11-24T02:02:51Z', '24/11/2026 09:02:51.000'],
    ['-15m', '24/11/2026 08:47:51.000'],
    ['+10s', '24/11/2026 09:03:01.000'],
    ['-2 giờ', '24/11/2026 07:02:51.000'],
    ['15 phút trước', '25/11/2026 09:26:07.000'],
    ['bây giờ', '25/11/2026 09:41:07.000'],
    ['now', '25/11/2026 09:41:07.000'],
  ])('%s is %s', (text, requested) => {
    expect(read(text)).toBe(requested);
  });

  test.each(['', 'abc', '25:00', '31/02/2026', '09:61', 'hôm qua abc', '-15', '12 con gà'])('"%s" is refused, not guessed', (text) => {
    expect(read(text)).toBeNull();
  });

  test('a bare time that would be in the future is that of the day before', () => {
    const found = parseMoment('23:00', { zone, now, reference: now });
    expect(found && dateTimeText(found, zone)).toBe('24/11/2026 23:00:00');
  });
});

describe('the zone', () => {
  test('is the site’s, whatever the browser’s', () => {
    expect(dateTimeText(at('2026-11-24T02:02:51Z'), zone)).toBe('24/11/2026 09:02:51');
    expect(offsetText(now, zone)).toBe('+07:00');
  });

  test('there and back gives the same instant, over changes of summer time too', () => {
    for (const each of [zone, 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu']) {
      for (let day = 0; day < 400; day++) {
        const instant = at('2026-01-01T12:00:00Z') + day * 86_400_000 + day * 977_000;
        expect(fromZoned(zonedFields(instant, each), each)).toBe(instant);
      }
    }
  });

  test('knows where a day starts', () => {
    expect(startOfDay(now, zone)).toBe(at('2026-11-24T17:00:00Z'));
    expect(addDays(startOfDay(now, zone), 1, zone)).toBe(at('2026-11-25T17:00:00Z'));
  });

  test('keeps microseconds of an instant', () => {
    expect(isoInstant(parseInstant('2026-11-24T02:02:51.240123Z'))).toBe('2026-11-24T02:02:51.240123Z');
    expect(isoInstant(parseInstant('2026-11-24T02:02:51Z'))).toBe('2026-11-24T02:02:51.000Z');
  });

  test('writes lengths as lengths', () => {
    expect(lengthText(156_000)).toBe('2:36');
    expect(lengthText(26 * 3_600_000 + 7_000)).toBe('26:00:07');
  });
});

test('figures are of the year that is asked for, or of the one that the server told of by itself', () => {
  const told = { from: '2026-01-01', to: '2026-12-31', nextOn: '2027-04-01' };
  expect(yearOf('2025', told, 2027)).toBe(2025);
  expect(yearOf(null, told, 2027)).toBe(2026);
  expect(yearOf(null, undefined, 2027)).toBe(2027);
  expect(yearOf('2099', told, 2027)).toBe(2027);
  expect(yearOf('x', told, 2027)).toBe(2026);
});
