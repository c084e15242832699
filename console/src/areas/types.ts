import type { AreaKind } from '../api/types';
import type { CheckedList } from '../lists/types';

export interface Former {
  name: string;
  district: string | null;
  /** The last day on which it was called so. */
  until: string | null;
}

/** An area that a search found, with the names of what it lies in, the nearest first. */
export interface FoundArea {
  id: string;
  code: string;
  name: string;
  kind: AreaKind;
  parentId: string | null;
  above: string[];
  /** The past name by which it was found; null when by its present one. */
  formerly: Former | null;
}

/** An area in the tree. */
export interface Branch {
  id: string;
  code: string;
  name: string;
  kind: AreaKind;
  parentId: string | null;
  /** How many areas lie directly in it. */
  within: number;
}

export interface OtherArea {
  id: string;
  code: string;
  name: string;
  kind: AreaKind;
  district: string | null;
  until: string | null;
}

export interface AreaFacts {
  id: string;
  code: string;
  name: string;
  kind: AreaKind;
  parentId: string | null;
  from: string | null;
  /** Its last day; null for a present one. */
  until: string | null;
  district: string | null;
  endReason: string | null;
  above: OtherArea[];
  names: { name: string; from: string | null; to: string | null; reason: string | null }[];
  predecessors: OtherArea[];
  successors: OtherArea[];
  within: number;
  boundaryPoints: number | null;
}

/** A unit of a change to come; without an identifier where it is made on the day. */
export interface PlannedArea {
  id: string | null;
  code: string;
  name: string;
  kind: AreaKind;
}

/** A change whose day is to come, or that could not be carried out on it. */
export interface PlannedChange {
  id: string;
  on: string;
  /** What the area will be called; null where areas end. */
  name: string | null;
  reason: string;
  state: 'WAITING' | 'FAILED';
  areas: PlannedArea[];
  successors: PlannedArea[];
  /** What it means for the area that was asked about; null in a list of all. */
  part: 'CHANGES' | 'TAKES_OVER' | 'MOVES' | null;
  /** Into which of the successors that area goes. */
  into: number | null;
  /** Whether it can be carried out as things stand. */
  stands: boolean;
  mayWithdraw: boolean;
}

export interface AreaReport extends CheckedList {
  sha256: string;
  rows: number;
  fresh: number;
  known: number;
  changed: number;
  past: number;
  mended: number;
  sample: { code: string; name: string; above: string }[];
}

/** Whether it is a unit of the lower of the two levels of local government. */
export function isCommune(kind: AreaKind): boolean {
  return kind === 'COMMUNE' || kind === 'WARD';
}

/** The kinds that may lie directly in an area of a kind, or at the top. */
export function kindsWithin(parent: AreaKind | null): AreaKind[] {
  if (parent === null) return ['PROVINCE', 'COMMUNE', 'WARD'];
  if (parent === 'PROVINCE') return ['COMMUNE', 'WARD', 'AGENCY', 'ENTERPRISE', 'SCHOOL'];
  if (parent === 'COMMUNE' || parent === 'WARD') return ['RESIDENTIAL_AREA', 'AGENCY', 'ENTERPRISE', 'SCHOOL'];
  return parent === 'RESIDENTIAL_AREA' ? ['AGENCY', 'ENTERPRISE', 'SCHOOL'] : [];
}
