import { describe, expect, test } from 'vitest';
import { outline, placeText, readPlace } from '../../src/map/sector';
import { dayText, readDay } from '../../src/register/days';

describe('a place', () => {
  test('is read as people write it', () => {
    expect(readPlace('19.80670, 105.77640')).toEqual([19.8067, 105.7764]);
    expect(readPlace(' 19.8067;105.7764 ')).toEqual([19.8067, 105.7764]);
    expect(readPlace('19.8067 105.7764')).toEqual([19.8067, 105.7764]);
    expect(readPlace('-3, -70.5')).toEqual([-3, -70.5]);
    expect(readPlace('١٩.٨٠٦٧، ١٠٥.٧٧٦٤')).toEqual([19.8067, 105.7764]);
    expect(placeText([19.8067, 105.7764])).toBe('19.80670, 105.77640');
  });

  test('is refused when it is none', () => {
    for (const text of ['', '19.8', '91, 105', '19, 181', 'chợ', '19.8067, 105.7764, 3', '19,8067, 105,7764', 'NaN, 1', '1e1, 2']) expect(readPlace(text), text).toBeNull();
  });
});

describe('what a camera sees', () => {
  const sector = { latitude: 19.8, longitude: 105.7, directionDegrees: 90, angleDegrees: 60, rangeMetres: 100 };

  test('is drawn from the camera along its arc', () => {
    const points = outline(sector);
    expect(points[0]).toEqual([19.8, 105.7]);
    for (const [latitude, longitude] of points.slice(1)) {
      const metres = Math.hypot((latitude - 19.8) * 110_574, (longitude - 105.7) * 111_320 * Math.cos((19.8 * Math.PI) / 180));
      expect(metres).toBeCloseTo(100, 3);
      expect(longitude).toBeGreaterThan(105.7);
    }
  });

  test('is a ring when it looks all around', () => {
    const points = outline({ ...sector, angleDegrees: 360 });
    expect(points[0]).not.toEqual([19.8, 105.7]);
    expect(points[0]![0]).toBeCloseTo(points.at(-1)![0], 9);
  });
});

describe('a day', () => {
  test('is read as it is written here and as the server writes it', () => {
    expect(readDay('24/11/2026')).toBe('2026-11-24');
    expect(readDay('4/1/2026')).toBe('2026-01-04');
    expect(readDay('2026-11-24')).toBe('2026-11-24');
    expect(readDay('٢٤/١١/٢٠٢٦')).toBe('2026-11-24');
    expect(dayText('2026-01-04')).toBe('04/01/2026');
  });

  test('is refused when there is no such day', () => {
    for (const text of ['', '30/02/2026', '2026-13-01', '24-11-2026', '24/11/26', 'mai']) expect(readDay(text), text).toBeNull();
  });
});
