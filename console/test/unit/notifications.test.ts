import { describe, expect, test } from 'vitest';
import { byDay, clockOf, dayWord, newerThan, soundOf, urgentOf, waitToAnnounce } from '../../src/notifications/news';
import type { Notification } from '../../src/notifications/types';
import { titleText, unreadText } from '../../src/ui/title';

const zone = 'Asia/Ho_Chi_Minh';
const one = (id: string, kind: Notification['kind'], at = '2026-11-24T02:00:00Z', rest: Partial<Notification> = {}): Notification => ({
  id,
  kind,
  reason: 'MORE',
  count: 1,
  urgent: kind === 'SITUATION_DANGER' || kind === 'CAMERA_NOT_RECORDING' || kind === 'WANTED_VEHICLE_ALERT',
  at,
  readAt: null,
  ...rest,
});

describe('the title of the window', () => {
  const title = { page: 'Cases – An Bình', wrong: 0, wrongWord: 'Error: ', unread: 0 };
  test('has in front how much is unread, then whether something is wrong', () => {
    expect(titleText(title)).toBe('Cases – An Bình');
    expect(titleText({ ...title, unread: 2 })).toBe('(2) Cases – An Bình');
    expect(titleText({ ...title, wrong: 1 })).toBe('Error: Cases – An Bình');
    expect(titleText({ ...title, unread: 3, wrong: 2 })).toBe('(3) Error: Cases – An Bình');
  });
  test('does not count what the server has stopped counting', () => {
    expect([1, 99, 100].map(unreadText)).toEqual(['1', '99', '99+']);
  });
});

describe('what came', () => {
  test('is what is newer than what was known, and unread', () => {
    const items = [one('c', 'FINDING'), one('b', 'FINDING', undefined, { readAt: '2026-11-24T02:01:00Z' }), one('a', 'FINDING')];
    expect(newerThan(items, 'a').map((each) => each.id)).toEqual(['c']);
    expect(newerThan(items, '').map((each) => each.id)).toEqual(['c', 'a']);
    expect(newerThan(items, 'c')).toEqual([]);
  });

  test('has one sound, of danger before all others, and none where nothing is urgent', () => {
    expect(soundOf([])).toBe(null);
    expect(soundOf([one('a', 'FINDING')])).toBe(null);
    expect(soundOf([one('a', 'FINDING'), one('b', 'CAMERA_NOT_RECORDING')])).toBe('urgent');
    expect(soundOf([one('a', 'WANTED_VEHICLE_ALERT')])).toBe('urgent');
    expect(soundOf([one('a', 'CAMERA_NOT_RECORDING'), one('b', 'SITUATION_DANGER')])).toBe('danger');
  });

  test('stands by days of the site’s zone, whatever that of the browser', () => {
    // 23:30 and 00:10 at the site.
    const days = byDay([one('c', 'FINDING', '2026-11-24T17:10:00Z'), one('b', 'FINDING', '2026-11-24T16:30:00Z'), one('a', 'FINDING', '2026-11-23T17:00:00Z')], zone);
    expect(days.map(({ day, items }) => [day, items.map((each) => each.id)])).toEqual([
      ['25/11/2026', ['c']],
      ['24/11/2026', ['b', 'a']],
    ]);
    const now = Date.parse('2026-11-24T17:20:00Z');
    expect(['25/11/2026', '24/11/2026', '23/11/2026'].map((day) => dayWord(day, now, zone))).toEqual(['today', 'yesterday', null]);
  });
});

describe('the count', () => {
  test('is announced when it has changed, and at most once in ten seconds', () => {
    const last = { count: 2, at: 100_000 };
    expect(waitToAnnounce(last, 2, 200_000)).toBe(null);
    expect(waitToAnnounce(last, 3, 103_000)).toBe(7_000);
    expect(waitToAnnounce(last, 3, 110_000)).toBe(0);
    expect(waitToAnnounce(last, 0, 150_000)).toBe(0);
  });

  test('of six changes in half a minute is announced three times', () => {
    let last = { count: 0, at: 0 };
    const said: number[] = [];
    let due: number | null = null;
    for (let now = 100_000; now <= 130_000; now += 1_000) {
      const count = Math.min(6, Math.floor((now - 100_000) / 5_000));
      const wait = waitToAnnounce(last, count, now);
      due = wait === null ? null : now + wait;
      if (due !== null && due <= now) {
        last = { count, at: now };
        said.push(now);
      }
    }
    expect(said).toEqual([105_000, 115_000, 125_000]);
  });
});

describe('urgent work on every page', () => {
  const waiting = (kind: Notification['kind'], count = 1) => ({ kind, count });
  test('is what waits and is unread; danger comes first, and stays until it is received', () => {
    const camera = one('a', 'CAMERA_NOT_RECORDING');
    const danger = one('b', 'SITUATION_DANGER', undefined, { readAt: '2026-11-24T02:01:00Z' });
    expect(urgentOf([camera, danger], [waiting('CAMERA_NOT_RECORDING', 3), waiting('SITUATION_DANGER'), waiting('FINDING')], {})).toEqual([
      { kind: 'SITUATION_DANGER', id: 'b', count: 1 },
      { kind: 'CAMERA_NOT_RECORDING', id: 'a', count: 3 },
    ]);
    expect(urgentOf([{ ...camera, readAt: '2026-11-24T02:01:00Z' }, danger], [waiting('CAMERA_NOT_RECORDING')], {})).toEqual([]);
  });
  test('is shown also where nobody was notified of it', () => {
    expect(urgentOf([], [waiting('SITUATION_DANGER', 2)], {})).toEqual([{ kind: 'SITUATION_DANGER', id: '', count: 2 }]);
  });
  test('is gone when it is dismissed, until something newer comes', () => {
    const dismissed = { SITUATION_DANGER: 'b' };
    expect(urgentOf([one('b', 'SITUATION_DANGER')], [waiting('SITUATION_DANGER')], dismissed)).toEqual([]);
    expect(urgentOf([one('c', 'SITUATION_DANGER'), one('b', 'SITUATION_DANGER')], [waiting('SITUATION_DANGER')], dismissed)).toHaveLength(1);
    expect(urgentOf([], [waiting('SITUATION_DANGER')], { SITUATION_DANGER: '' })).toEqual([]);
  });
});

test('a time of day is read as people write it', () => {
  expect(['22:00', '22h', '22h30', '2200', '7:5', '0:00', '7', '22 giờ 15', '06.30'].map(clockOf)).toEqual(['22:00', '22:00', '22:30', '22:00', '07:05', '00:00', '07:00', '22:15', '06:30']);
  expect(['24:00', '12:60', 'đêm', '1234567', '-1', ''].map(clockOf)).toEqual([null, null, null, null, null, null]);
});
