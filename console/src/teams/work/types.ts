import type { PersonRef } from '../../api/types';
import type { CheckedList } from '../../lists/types';
import type { Paper, Position } from '../types';

export interface MemberName {
  id: string;
  name: string;
}

export interface Serving extends MemberName {
  position: Position;
  from: string;
  until: string;
}

export interface Shift {
  id: string;
  on: string;
  starts: string;
  minutes: number;
  route: string;
  members: MemberName[];
  cancelled: string | null;
  patrolled: boolean;
  conflicts: { conflict: 'TWICE' | 'NOT_SERVING'; member: MemberName }[];
}

/** A month of a team's plan. */
export interface Plan {
  month: string;
  shifts: Shift[];
  serving: Serving[];
  /** How many shifts the month before has to copy. */
  lastMonth: number;
  mayKeep: boolean;
}

export interface PatrolVersion {
  version: number;
  startedAt: string;
  endedAt: string;
  members: MemberName[];
  /** Null once erased. */
  words: string | null;
  reason: string | null;
  by: PersonRef;
  at: string;
}

/** What a team does on duty; a patrol is one sort of it. */
export const dutyKinds = ['PATROL', 'ON_CALL', 'EVENT', 'FIRE_RESCUE', 'TRAFFIC', 'ASSIGNED'] as const;
export type DutyKind = (typeof dutyKinds)[number];

export interface Patrol {
  kind: DutyKind;
  id: string;
  shiftId: string | null;
  late: boolean;
  erased: boolean;
  /** It never was, and counts nowhere; `now` says why. */
  annulled: boolean;
  now: PatrolVersion;
  before: PatrolVersion[];
  mayAnnul: boolean;
}

export interface Hours {
  memberId: string;
  name: string;
  patrols: number;
  minutes: number;
}

export interface TeamMonth {
  teamId: string;
  code: string;
  name: string;
  shifts: number;
  plannedMinutes: number;
  conflicts: number;
  patrols: number;
  minutes: number;
  late: number;
  corrected: number;
}

export type DrillKind = 'TRAINING' | 'DRILL' | 'CONTEST';
export const drillKinds: readonly DrillKind[] = ['TRAINING', 'DRILL', 'CONTEST'];
export type DrillOutcome = 'ATTENDED' | 'PASSED' | 'NOT_PASSED' | 'ABSENT';
export const drillOutcomes: readonly DrillOutcome[] = ['PASSED', 'ATTENDED', 'NOT_PASSED', 'ABSENT'];

export interface Drill {
  id: string;
  kind: DrillKind;
  subject: string;
  place: string | null;
  on: string;
  minutes: number;
  teams: number;
  state: 'PLANNED' | 'HELD' | 'CANCELLED';
}

export interface Attendance {
  memberId: string;
  teamId: string | null;
  name: string;
  outcome: DrillOutcome | null;
}

export interface DrillDetails {
  drill: Drill;
  teams: { id: string; code: string; name: string }[];
  reason: string | null;
  attendance: Attendance[];
  /** What was noted, newest first; the first one counts. */
  results: { version: number; on: string; minutes: number; attendance: Attendance[]; reason: string | null; by: PersonRef; at: string }[];
  mayKeep: boolean;
  mayCorrect: boolean;
}

export interface DrillGap {
  teamId: string;
  code: string;
  name: string;
  serving: number;
  without: string[];
}

export type ItemKind = 'SUPPORT_TOOL' | 'UNIFORM' | 'COMMUNICATION' | 'LIGHT' | 'FIRE_FIGHTING' | 'RESCUE' | 'OFFICE' | 'OTHER';
export const itemKinds: readonly ItemKind[] = ['SUPPORT_TOOL', 'UNIFORM', 'COMMUNICATION', 'LIGHT', 'FIRE_FIGHTING', 'RESCUE', 'OFFICE', 'OTHER'];
export type ItemState = 'IN_STORE' | 'ISSUED' | 'IN_REPAIR' | 'WRITTEN_OFF';
export type ItemMove = 'RECEIVED' | 'ISSUED' | 'RETURNED' | 'SENT_TO_REPAIR' | 'REPAIRED' | 'WRITTEN_OFF' | 'TAKEN_OVER';
/** What can be done with an item in a state. */
export const movesOf: Record<ItemState, readonly ItemMove[]> = {
  IN_STORE: ['ISSUED', 'SENT_TO_REPAIR', 'WRITTEN_OFF'],
  ISSUED: ['RETURNED', 'SENT_TO_REPAIR', 'WRITTEN_OFF'],
  IN_REPAIR: ['REPAIRED', 'WRITTEN_OFF'],
  WRITTEN_OFF: [],
};

export interface Holder {
  memberId: string;
  teamId: string;
  teamName: string;
  name: string | null;
  leftOn: string | null;
}

export interface Item {
  id: string;
  code: string;
  /** Where it lies today. */
  communeId: string;
  kind: ItemKind;
  name: string;
  serial: string | null;
  state: ItemState;
  holder: Holder | null;
  moves: number;
}

export interface ItemHistory {
  item: Item;
  moves: { number: number; move: ItemMove; on: string; paper: string | null; holder: Holder | null; note: string | null; by: PersonRef; at: string }[];
  more: boolean;
  mayKeep: boolean;
  mayTakeOver: boolean;
}

export interface Stocktaking {
  id: string;
  on: string;
  paper: string;
  by: PersonRef;
  at: string;
  expected: number;
  missing: Item[];
  broken: Item[];
}

export type PayKind = 'BASE_SALARY' | 'MONTHLY' | 'DUTY_HOUR' | 'SOCIAL_INSURANCE' | 'HEALTH_INSURANCE';
export const payKinds: readonly PayKind[] = ['BASE_SALARY', 'MONTHLY', 'DUTY_HOUR', 'SOCIAL_INSURANCE', 'HEALTH_INSURANCE'];
export type PayUnit = 'VND' | 'BASE_SALARIES';
export type PayMissing = 'RULE' | 'BASE_SALARY' | 'VILLAGE_TYPE' | 'VILLAGE_TYPES_DIFFER' | 'NOT_SERVING';

export interface PayRule {
  id: string;
  kind: PayKind;
  villageType: number | null;
  position: Position | null;
  unit: PayUnit;
  value: number;
  from: string;
  /** The last day; null where it goes on. */
  until: string | null;
  untilSource: string | null;
  source: string;
  checked: boolean;
  ended: boolean;
}

export interface VillageType {
  areaId: string;
  code: string;
  name: string;
  type: number | null;
  from: string | null;
  paper: string | null;
}

export interface PaySheet {
  id: string;
  communeId: string;
  communeName: string;
  month: string;
  version: number;
  people: number;
  sum: number;
  sums: Partial<Record<PayKind, number>>;
  corrections: number;
  missing: { kind: PayKind; missing: PayMissing; people: number }[];
  /** On how many rules it rests that nobody compared with the paper itself. */
  unchecked: number;
  calculatedBy: PersonRef;
  calculatedAt: string;
  decidedBy: PersonRef | null;
  decidedAt: string | null;
  paper: Paper | null;
  /** The sheet that is decided in its place. */
  replacedBy: string | null;
  /** Where it is calculated again: another commune where its own is no more. */
  calculateIn: string;
  calculateInName: string;
  mayCalculate: boolean;
  mayDecide: boolean;
}

/** A month of a commune that was divided, of which some part has no sheet. */
export interface DividedMonth {
  formerId: string;
  former: string;
  lastDay: string;
  month: string;
  parts: { communeId: string; name: string; teams: number; state: 'MISSING' | 'CALCULATED' | 'DECIDED'; mayCalculate: boolean }[];
}

export interface PayLine {
  kind: PayKind;
  month: string;
  correction: boolean;
  position: Position | null;
  villageType: number | null;
  from: string | null;
  until: string | null;
  days: number | null;
  monthDays: number | null;
  minutes: number | null;
  base: number | null;
  value: number | null;
  unit: PayUnit | null;
  due: number | null;
  paid: number | null;
  amount: number | null;
  missing: PayMissing | null;
}

export interface Paid {
  memberId: string;
  name: string | null;
  teamId: string;
  teamCode: string;
  teamName: string;
  sum: number;
  lines: PayLine[];
}

export type MeritKind = 'COMMENDATION' | 'DISCIPLINE' | 'RATING';
export const meritForms: Record<MeritKind, readonly string[]> = {
  COMMENDATION: ['LETTER_OF_COMMENDATION', 'CERTIFICATE_OF_MERIT', 'CITATION_OF_MERIT', 'BONUS'],
  DISCIPLINE: ['REPRIMAND', 'WARNING', 'REMOVAL'],
  RATING: ['TASK_DONE_EXCELLENTLY', 'TASK_DONE_WELL', 'TASK_DONE', 'TASK_NOT_DONE'],
};

export interface Merit {
  id: string;
  memberId: string | null;
  memberName: string | null;
  kind: MeritKind;
  form: string;
  year: number | null;
  paper: Paper;
  authority: string;
  words: string | null;
  withdrawn: string | null;
}

/** What is kept of somebody's work. */
export interface WorkRecord {
  memberId: string;
  teamId: string;
  name: string | null;
  teamName: string;
  drills: { kind: DrillKind; subject: string; on: string; minutes: number; outcome: DrillOutcome }[];
  moreDrills: boolean;
  hours: { month: string; patrols: number; minutes: number }[];
  items: { code: string; kind: ItemKind; name: string; serial: string | null }[];
  merits: Merit[];
  moreMerits: boolean;
}

export type GroupKind = 'SECURITY' | 'SOCIAL_SECURITY';
export const groupKinds: readonly GroupKind[] = ['SECURITY', 'SOCIAL_SECURITY'];

export interface Group {
  id: string;
  code: string;
  /** Where it lies today. */
  communeId: string;
  kind: GroupKind;
  name: string;
  villageId: string;
  villageName: string;
  households: number;
  led: boolean;
  endedOn: string | null;
}

export interface GroupLeader {
  id: string;
  position: 'LEADER' | 'DEPUTY';
  name: string | null;
  phone: string | null;
  from: string;
  until: string;
  running: boolean;
  paper: Paper;
  version: number;
  before: { version: number; name: string | null; phone: string | null; until: string; reason: string; by: PersonRef; at: string }[];
}

export interface GroupDetails {
  group: Group;
  version: number;
  paper: Paper;
  leaders: GroupLeader[];
  into: Group | null;
  endPaper: string | null;
  mayKeep: boolean;
}

/** What a list of groups holds, what taking it would do, and what is wrong with it. */
export interface GroupReport extends CheckedList {
  sha256: string;
  rows: number;
  groups: number;
  knownGroups: number;
  leaders: number;
  knownLeaders: number;
  sample: { name: string; village: string; households: number }[];
}

export interface GroupFigures {
  communeId: string;
  communeName: string;
  kind: GroupKind;
  groups: number;
  households: number;
  without: number;
}
