import type { PersonRef, Point } from '../api/types';
import type { CameraKind } from '../cameras/types';
import type { Sector } from '../register/types';
import type { RequestState } from '../requests/types';

/** A type of case, which can be chosen from one day to another. */
export interface CaseType {
  code: string;
  /** In the reader's language. */
  name: string;
  vi: string;
  en: string;
  ar: string;
  validFrom: string;
  validTo: string | null;
  /** Whether it can be chosen today. */
  valid: boolean;
}

export type Clarified = 'VEHICLE' | 'PERSON' | 'TIME' | 'PLACE';
export const clarifiedKinds: readonly Clarified[] = ['VEHICLE', 'PERSON', 'TIME', 'PLACE'];
/** Why a case says no more of its place than the commune. */
export type Protection = 'NONE' | 'CHILD' | 'DOMESTIC_VIOLENCE';
export const protections: readonly Protection[] = ['NONE', 'CHILD', 'DOMESTIC_VIOLENCE'];
export interface Case {
  id: string;
  code: string;
  title: string;
  type: string;
  typeName: string;
  state: 'OPEN' | 'CLOSED';
  occurredFrom: string;
  occurredTo: string | null;
  areaId: string;
  areaName: string;
  place: string | null;
  point: Point | null;
  protection: Protection;
  description: string | null;
  openedBy: PersonRef;
  openedAt: string;
  requests: { id: string; code: string; state: RequestState }[];
  outcome: { clarified: boolean; clarifiedBy: Clarified[]; note: string | null } | null;
}

/** How well the time of an incident is known: as it is said, or some time between two. */
export type Timing = 'EXACT' | 'BETWEEN';
export const timings: readonly Timing[] = ['EXACT', 'BETWEEN'];
/** One of the happenings that a case joins; `type` is null where it is that of the case. */
export interface Incident {
  id: string;
  title: string;
  type: string | null;
  typeName: string | null;
  timing: Timing;
  occurredFrom: string;
  occurredTo: string | null;
  place: string | null;
  point: Point | null;
  report: string | null;
  note: string | null;
  addedBy: PersonRef;
  addedAt: string;
  withdrawn: boolean;
  /** Oldest first; the last is the withdrawal where it is withdrawn. */
  changes: { at: string; by: PersonRef; reason: string }[];
}

/** A camera that was asked for in a case, that sees a place of it, or both. */
export interface MapCamera {
  id: string;
  code: string;
  name: string;
  kind: CameraKind;
  sector: Sector | null;
  seesPlace: boolean;
  extracted: boolean;
  requests: { id: string; code: string }[];
}

export interface CaseMap {
  point: Point | null;
  incidents: { id: string; title: string; point: Point }[];
  protection: Protection;
  cameras: MapCamera[];
}

/** Who works on a case, and who could. */
export interface CaseOfficers {
  items: { id: string; displayName: string; since: string }[];
  possible: PersonRef[];
}

/** What somebody is in a case, by article 55 of the Criminal Procedure Code. */
export type PartyRole = 'REPORTER' | 'REPORTED' | 'VICTIM' | 'WITNESS';
export const partyRoles: readonly PartyRole[] = ['REPORTER', 'REPORTED', 'VICTIM', 'WITNESS'];
/** One of the people of a case, without anything that says who. */
export interface Party {
  id: string;
  role: PartyRole;
  child: boolean;
  from: string;
  until: string;
  state: 'OPEN' | 'SEALED' | 'ERASED';
  recordedBy: string;
  recordedAt: string;
  erasedAt: string | null;
}

export interface PartyDetails {
  party: Party;
  name: string;
  contact: string | null;
  document: string;
  article: string;
}

/** The wish that a sealed record be opened again, and what became of it. */
export interface Reopening {
  id: string;
  caseId: string;
  caseCode: string;
  partyId: string;
  role: PartyRole;
  child: boolean;
  from: string;
  until: string;
  reason: string;
  document: string;
  article: string;
  askedBy: PersonRef;
  askedAt: string;
  decision: {
    outcome: 'CONFIRMED' | 'REFUSED';
    authority: 'PROSECUTOR' | 'COURT' | null;
    number: string | null;
    on: string | null;
    reason: string | null;
    by: PersonRef;
    at: string;
  } | null;
}

export type VehicleRole = 'STOLEN' | 'USED' | 'INVOLVED' | 'SOUGHT';
export const vehicleRoles: readonly VehicleRole[] = ['STOLEN', 'USED', 'INVOLVED', 'SOUGHT'];
export type VehicleKind = 'MOTORBIKE' | 'CAR' | 'TRUCK' | 'BUS' | 'TRICYCLE' | 'BICYCLE' | 'OTHER';
export const vehicleKinds: readonly VehicleKind[] = ['MOTORBIKE', 'CAR', 'TRUCK', 'BUS', 'TRICYCLE', 'BICYCLE', 'OTHER'];
export const plateColours = ['WHITE', 'BLUE', 'YELLOW', 'RED', 'OTHER'] as const;
export const vehicleColours = ['WHITE', 'BLACK', 'GREY', 'RED', 'BLUE', 'GREEN', 'YELLOW', 'BROWN', 'ORANGE', 'PURPLE', 'OTHER'] as const;
/** A vehicle of a case; `readings` is all that its plate may mean. */
export interface Vehicle {
  id: string;
  role: VehicleRole;
  kind: VehicleKind;
  plate: string | null;
  readings: { kind: string; text: string }[];
  plateRows: number | null;
  plateColour: (typeof plateColours)[number] | null;
  colour: (typeof vehicleColours)[number] | null;
  words: string | null;
  addedBy: string;
  addedAt: string;
}

export interface TimelineLine {
  at: string;
  kind: 'OCCURRED' | 'OPENED' | 'NOTE' | 'PLACE' | 'PROTECTION' | 'INCIDENT' | 'INCIDENT_ADDED' | 'INCIDENT_CORRECTED' | 'INCIDENT_WITHDRAWN' | 'REQUEST' | 'CLOSED';
  who: string | null;
  words: string | null;
  /** The title of the incident that it is about. */
  incident: string | null;
  request: { id: string; code: string } | null;
  what: string | null;
  logIndex: number | null;
}

/** A count; null for one to four where the single cases may not be seen, and otherwise rounded there. */
export interface Figure {
  value: number | null;
  exact: boolean;
}

export interface FigureLine {
  areaId: string | null;
  areaName: string | null;
  type: string | null;
  typeName: string | null;
  opened: Figure;
  closed: Figure;
  clarified: Figure;
  clarifiedByFootage: Figure;
  requests: Figure;
  extractions: Figure;
}

export interface YearFigures {
  year: number;
  exact: boolean;
  total: FigureLine;
  byArea: FigureLine[];
  byType: FigureLine[];
  lines: FigureLine[];
}
