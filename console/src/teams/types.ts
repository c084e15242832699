import type { Figure } from '../cases/types';
import type { PersonRef } from '../api/types';
import type { CheckedList } from '../lists/types';

export type TeamState = 'PROPOSED' | 'REFUSED' | 'ESTABLISHED' | 'DISSOLVED';
export type Position = 'LEADER' | 'DEPUTY' | 'MEMBER';
export const positions: readonly Position[] = ['LEADER', 'DEPUTY', 'MEMBER'];
export type Gender = 'MALE' | 'FEMALE' | 'OTHER';
export const genders: readonly Gender[] = ['MALE', 'FEMALE', 'OTHER'];
export type Origin = 'CIVIL_DEFENCE' | 'PART_TIME_POLICE' | 'MILITIA_GUARD' | 'RECRUITED';
export const origins: readonly Origin[] = ['CIVIL_DEFENCE', 'PART_TIME_POLICE', 'MILITIA_GUARD', 'RECRUITED'];
export type Education = 'PRIMARY' | 'LOWER_SECONDARY' | 'UPPER_SECONDARY' | 'VOCATIONAL' | 'UNIVERSITY';
export const educations: readonly Education[] = ['PRIMARY', 'LOWER_SECONDARY', 'UPPER_SECONDARY', 'VOCATIONAL', 'UNIVERSITY'];
export type LeavingReason = 'RESIGNED' | 'AGE' | 'HEALTH' | 'MOVED' | 'RELIEVED' | 'DIED' | 'TEAM_DISSOLVED';
export const leavingReasons: readonly LeavingReason[] = ['RESIGNED', 'AGE', 'HEALTH', 'MOVED', 'RELIEVED', 'DIED'];
export type AgeGroup = 'UNDER_30' | 'FROM_30' | 'FROM_45' | 'FROM_60' | 'OVER_70';
export const ageGroups: readonly AgeGroup[] = ['UNDER_30', 'FROM_30', 'FROM_45', 'FROM_60', 'OVER_70'];
export type Outcome = 'ACCEPTED' | 'REFUSED';

export interface AreaName {
  id: string;
  name: string;
}

/** A team as lists show it, without names of people. */
export interface TeamLine {
  id: string;
  code: string;
  name: string;
  communeId: string;
  communeName: string;
  state: TeamState;
  planned: number | null;
  areas: AreaName[];
  establishedOn: string | null;
  dissolvedOn: string | null;
}

export interface Paper {
  number: string;
  on: string;
  signer: string | null;
}

export type ActKind = 'ESTABLISH' | 'CHANGE' | 'DISSOLVE';

export interface Act {
  id: string;
  kind: ActKind;
  planned: number | null;
  areas: AreaName[];
  from: string | null;
  reason: string | null;
  proposedBy: PersonRef;
  proposedAt: string;
  /** Decided on paper before it came from a list. */
  imported: boolean;
  decision: { outcome: Outcome; reason: string | null; by: PersonRef | null; at: string; paper: Paper | null } | null;
}

export type TermState = 'WAITING' | 'REFUSED' | 'TO_COME' | 'RUNNING' | 'ENDING' | 'OVER';

export interface Term {
  id: string;
  position: Position;
  from: string;
  until: string;
  overAge: boolean;
  state: TermState;
  /** The last day of one that ended before `until`. */
  ended: string | null;
  reason: string | null;
  paper: Paper | null;
  /** The list by which it came; null for what was decided here. */
  imported: { at: string; by: PersonRef } | null;
}

export type Warning = 'PRIMARY_EDUCATION' | 'EDUCATION_UNKNOWN' | 'HEALTH_UNKNOWN' | 'OVER_AGE' | 'OLD_IDENTITY_CARD';

/** Somebody in a team; who is not of the office sees name, position and telephone. */
export interface Member {
  id: string;
  state: 'PROPOSED' | 'RECOGNISED' | 'REFUSED' | 'LEFT' | null;
  /** Null once erased. */
  name: string | null;
  position: Position | null;
  phone: string | null;
  birthYear: number | null;
  birthOn: string | null;
  gender: Gender | null;
  origin: Origin | null;
  education: Education | null;
  healthOn: string | null;
  certificate: string | null;
  badge: string | null;
  leftOn: string | null;
  leftReason: LeavingReason | null;
  termState: TermState | null;
  until: string | null;
  terms: Term[];
  warnings: Warning[];
}

/** Whether somebody leads their team today. */
export function leads(member: Member): boolean {
  return member.state === 'RECOGNISED' && member.position === 'LEADER' && (member.termState === 'RUNNING' || member.termState === 'ENDING');
}

export interface Team {
  team: TeamLine;
  /** Whether the reader sees all of it. */
  office: boolean;
  strength: number;
  acts: Act[];
  members: Member[];
  proposal: { id: string; proposedBy: PersonRef; proposedAt: string; mayDecide: boolean } | null;
  mayPropose: boolean;
  mayDecideAct: boolean;
}

export interface MemberDetails {
  member: Member;
  /** Sent along with corrections. */
  version: number;
  nationalId: string | null;
  /** The account that is theirs. */
  account: string | null;
}

export interface Waiting {
  what: ActKind | 'MEMBERS';
  teamId: string;
  code: string;
  name: string;
  communeId: string;
  communeName: string;
  proposedBy: PersonRef;
  proposedAt: string;
}

export interface RosterLine {
  areaId: string | null;
  areaCode: string | null;
  areaName: string | null;
  villages: number;
  villagesWithout: number;
  proposed: number;
  established: number;
  planned: number;
  active: Figure;
  withoutLeader: number;
  belowStrength: number;
  ending: number;
  over: number;
  origins: Partial<Record<Origin, Figure>>;
  genders: Partial<Record<Gender, Figure>>;
  ages: Partial<Record<AgeGroup, Figure>>;
}

export interface RosterTeam {
  id: string;
  code: string;
  name: string;
  state: TeamState;
  planned: number;
  active: Figure;
  belowStrength: boolean;
  leader: boolean;
  ending: number;
  over: number;
}

export interface Roster {
  areaId: string | null;
  areaName: string | null;
  level: 'PROVINCE' | 'COMMUNE';
  day: string;
  exact: boolean;
  total: RosterLine;
  lines: RosterLine[];
  teams: RosterTeam[];
  uncovered: { id: string; code: string; name: string }[];
}

export interface Standard {
  from: string;
  leastAge: number;
  mostAge: number;
  strength: number;
  source: string;
}

/** A list that was taken in, about which nobody decided here. */
export interface TakenList {
  at: string;
  by: PersonRef;
  teams: number;
  members: number;
  communes: AreaName[];
  sha256: string;
}

/** What the check of a list of teams says. */
export interface TeamReport extends CheckedList {
  sha256: string;
  rows: number;
  communes: number;
  teams: number;
  knownTeams: number;
  members: number;
  knownMembers: number;
  warnings: { warning: Warning; count: number }[];
  sample: { name: string; commune: string; members: number }[];
}
