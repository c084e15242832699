import type { Sector } from '../register/types';

export type LatLng = [number, number];

const metresUp = 110_574;
const metresAcross = 111_320;

/** A place so many metres from another, at a bearing clockwise from north; exact enough to draw. */
export function away(from: LatLng, bearingDegrees: number, metres: number): LatLng {
  const bearing = (bearingDegrees * Math.PI) / 180;
  const across = metresAcross * Math.max(0.01, Math.cos((from[0] * Math.PI) / 180));
  return [from[0] + (metres * Math.cos(bearing)) / metresUp, from[1] + (metres * Math.sin(bearing)) / across];
}

/** The outline of what a camera sees: from the camera along the arc and back, or the whole circle. */
export function outline(sector: Sector): LatLng[] {
  const camera: LatLng = [sector.latitude, sector.longitude];
  const steps = Math.max(2, Math.ceil(sector.angleDegrees / 4));
  const start = sector.directionDegrees - sector.angleDegrees / 2;
  const arc = Array.from({ length: steps + 1 }, (_, step) => away(camera, start + (sector.angleDegrees * step) / steps, sector.rangeMetres));
  return sector.angleDegrees >= 360 ? arc : [camera, ...arc];
}

/** `19.80670, 105.77640`, with a comma or blank between, and digits of any script. */
export function readPlace(text: string): LatLng | null {
  const plain = [...text].map((letter) => (/\p{Nd}/u.test(letter) ? String(digit(letter)) : letter)).join('');
  const match = /^\s*(-?\d{1,2}(?:\.\d{1,15})?)\s*[,;،\s]\s*(-?\d{1,3}(?:\.\d{1,15})?)\s*$/.exec(plain);
  if (!match) return null;
  const place: LatLng = [Number(match[1]), Number(match[2])];
  return Math.abs(place[0]) <= 90 && Math.abs(place[1]) <= 180 ? place : null;
}

/** Decimal digits of a script stand in a row of ten. */
function digit(letter: string): number {
  const code = letter.codePointAt(0)!;
  if (code < 0x80) return code - 0x30;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return code - zero;
}

export function placeText([latitude, longitude]: LatLng): string {
  return `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
}

/** The letter of a place on a map by its rank among those that stand there: A to Z, then A1. */
export function markLetter(rank: number): string {
  const round = Math.floor(rank / 26);
  return String.fromCharCode(0x41 + (rank % 26)) + (round > 0 ? round : '');
}
