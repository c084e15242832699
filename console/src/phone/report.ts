import { fromZoned } from '../time/zone';
import type { Trouble } from './api';

export type Precision = 'NOW' | 'ABOUT' | 'DAY' | 'UNKNOWN';
export const roles = ['AFFECTED', 'WITNESS', 'ACCUSED', 'OTHER'] as const;
export type NamedRole = (typeof roles)[number];

export interface Point {
  latitude: number;
  longitude: number;
  accuracyMetres: number;
}

export interface Named {
  name: string;
  role: NamedRole;
  words: string;
}

/** MAKING: taken, and still to be made smaller. REFUSED: by the server, or by this phone, which cannot read it. */
export type MediumState = 'MAKING' | 'READY' | 'SENT' | 'REFUSED';

export interface Medium {
  id: string;
  kind: 'PHOTO' | 'VOICE' | 'VIDEO';
  state: MediumState;
  bytes: number;
  sha256: string;
  keepPosition: boolean;
  trouble: Trouble | null;
}

/** What was told, as the person on the phone fills it in. */
export interface Said {
  kind: string | null;
  danger: boolean;
  injured: boolean;
  villageId: string | null;
  placeWords: string;
  point: Point | null;
  precision: Precision;
  happenedAt: string | null;
  seen: string;
  told: string;
  toldBy: string;
  people: Named[];
}

/**
 * A report that the server does not have yet, or not all of it.
 *
 * DRAFT: somebody writes. QUEUED: is to be sent. REFUSED: the server said why not. BESIDE: the server
 * has it and keeps a later version beside it; waits only for its reporter to have seen that.
 */
export interface Report {
  id: string;
  /** When it was written down, by this phone's clock. */
  notedAt: string;
  savedAt: string;
  communeId: string;
  stage: 'DRAFT' | 'QUEUED' | 'REFUSED' | 'BESIDE';
  /** What it was before somebody opened it and changed nothing yet: it becomes that again. */
  was?: 'QUEUED' | 'REFUSED' | null;
  step: number;
  said: Said;
  media: Medium[];
  /** What the server has of it; null before it said so. */
  held: Held | null;
  trouble: Trouble | null;
}

export interface Held {
  code: string;
  outcome: 'NEW' | 'SAME' | 'CHANGED' | 'BESIDE';
  receivedAt: string;
  skewSeconds: number;
  said: Said;
  /** The version that the officer has, where `said` lies beside it. */
  before: Said | null;
  media: string[];
}

/** Words that follow a report that was sent, or the wish to take it back. */
export interface Message {
  id: string;
  situationId: string;
  about: 'ADDITION' | 'RETRACTION';
  words: string;
  writtenAt: string;
  stage: 'QUEUED' | 'REFUSED';
  trouble: Trouble | null;
}

/** From which step on a report may be sent: what, and where. */
export const sendFrom = 3;
export const steps = 7;

export function newReport(id: string, now: Date, communeId: string, villageId: string | null): Report {
  const said: Said = { kind: null, danger: false, injured: false, villageId, placeWords: '', point: null, precision: 'NOW', happenedAt: null, seen: '', told: '', toldBy: '', people: [] };
  return { id, notedAt: now.toISOString(), savedAt: now.toISOString(), communeId, stage: 'DRAFT', step: 1, said, media: [], held: null, trouble: null };
}

/** So long a draft's "now" is now, in milliseconds. */
const nowLasts = 3_600_000;

/** What was "now" when it was begun is, in a draft that was laid aside, the time at which it was; null where nothing is to be changed. */
export function pastNow(report: Report, now: Date): Report | null {
  const past = report.stage === 'DRAFT' && !report.was && report.held === null && report.said.precision === 'NOW' && now.getTime() - Date.parse(report.notedAt) > nowLasts;
  return past ? { ...report, said: { ...report.said, precision: 'ABOUT', happenedAt: report.notedAt } } : null;
}

export const same = (one: Said, other: Said): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Whether it says anything, so that the server takes it. Nobody's safety waits for words. */
export function sayable(report: Report, guarded: boolean): 'YES' | 'SOON' | 'NO' {
  const { said, media } = report;
  if (said.danger || said.injured || guarded || said.seen.trim() || said.told.trim()) return 'YES';
  if (media.some((each) => each.state === 'READY' || each.state === 'SENT')) return 'YES';
  return media.some((each) => each.state === 'MAKING') ? 'SOON' : 'NO';
}

const text = (words: string): string | null => words.trim() || null;

/** Finer than this, a clock that is wrong tells one phone from others. */
const minute = (at: string): string => new Date(Math.floor(Date.parse(at) / 60_000) * 60_000).toISOString();

/** What goes to the server: all of it but files that are not made yet, or that it does not take. */
export function bodyOf(report: Report, now: Date): Record<string, unknown> {
  const { said } = report;
  const timed = said.precision === 'ABOUT' || said.precision === 'DAY';
  return {
    communeId: report.communeId,
    villageId: said.villageId,
    kind: said.kind,
    danger: said.danger,
    injured: said.injured,
    precision: said.precision,
    happenedAt: timed && said.happenedAt ? minute(said.happenedAt) : null,
    notedAt: minute(report.notedAt),
    deviceTime: minute(now.toISOString()),
    seen: text(said.seen),
    told: text(said.told),
    toldBy: text(said.toldBy),
    placeWords: text(said.placeWords),
    point: said.point,
    people: said.people.filter((each) => each.name.trim()).map((each) => ({ name: each.name.trim(), role: each.role, words: text(each.words) })),
    media: announced(report).map(({ id, kind, bytes, sha256, keepPosition }) => ({ id, kind, bytes, sha256, keepPosition })),
  };
}

export const announced = (report: Report): Medium[] => report.media.filter((each) => each.state === 'READY' || each.state === 'SENT');

/** Whether words, or the announcement of a file, are still to be sent. */
export function textWaits(report: Report): boolean {
  const { held } = report;
  return !held || !same(held.said, report.said) || announced(report).some((each) => !held.media.includes(each.id));
}

/** Whether the server has all of it, as far as it takes it. */
export function whole(report: Report): boolean {
  return !textWaits(report) && report.media.every((each) => each.state === 'SENT');
}

/** What a date or a date with a time means by the site's clock. */
export function instantOf(text: string, zone: string): string | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?/.exec(text);
  if (!match) return null;
  const [year, month, day, hour, minute] = match.slice(1).map((each) => Number(each ?? 0));
  const at = fromZoned({ year: year!, month: month!, day: day!, hour: hour!, minute: minute!, second: 0, milli: 0 }, zone);
  return at === null ? null : new Date(at).toISOString();
}
