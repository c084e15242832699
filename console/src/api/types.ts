/** What the server says, field by field as in docs/design/http-api.md. */
import type { Method } from '../account/types';
export const roles = [
  'DUTY_OFFICER',
  'INVESTIGATOR',
  'APPROVER',
  'SENIOR_APPROVER',
  'AUDITOR',
  'OMBUDSMAN',
  'ADMINISTRATOR',
  'COMMUNITY_OFFICER',
  'CHAIR',
  'TEAM_LEADER',
  'TEAM_MEMBER',
  'MEDIATOR',
  'VILLAGE_HEAD',
  'PARTNER',
  'ANALYST',
] as const;
export type Role = (typeof roles)[number];
export interface Site {
  name: string;
  zone: string;
  demonstration: boolean;
  version: string;
  now: string;
  languages: string[];
  /** Since when nothing can be changed; null or absent where everything can. */
  readOnlySince?: string | null;
}

export interface User {
  id: string;
  username: string;
  displayName: string;
  roles: Role[];
  /** Null for the whole site. */
  area: { id: string; name: string } | null;
  language?: string | null;
  /** Somebody else chose the password: only a new one opens the rest. */
  mustChangePassword?: boolean;
  /** The account needs a second factor and has none. */
  mustAddSecondFactor?: boolean;
}

export interface Session {
  user: User | null;
  /** What may follow a password that was right. */
  secondFactor?: { methods: Method[] } | null;
}

export interface DemoPerson {
  username: string;
  password: string;
  displayName: string;
  roles: Role[];
}

export interface Page<T> {
  items: T[];
  next: string | null;
  /** How long the whole list is: told with its first part, where somebody counted. */
  total: Total | null;
}

/** How many there are, or, with `more`, that there are more than so many. */
export interface Total {
  count: number;
  more: boolean;
}

export type AreaKind = 'PROVINCE' | 'COMMUNE' | 'WARD' | 'RESIDENTIAL_AREA' | 'AGENCY' | 'ENTERPRISE' | 'SCHOOL';
export interface Area {
  id: string;
  code: string;
  name: string;
  kind: AreaKind;
  parentId: string | null;
}

export interface Person {
  id: string;
  username: string;
  displayName: string;
  roles: Role[];
  /** Granted, and to be confirmed by another administrator. */
  waitingRoles?: Role[];
  /** The last days of the roles that end, and of those that ended. */
  roleEnds?: Partial<Record<Role, string>>;
  areaId?: string;
  areaName?: string;
  area?: { id: string; name: string };
  active: boolean;
  secondFactor?: boolean;
  /** Whether they sign in at the office's identity provider. */
  providerLinked?: boolean;
  /** Whether where they live is noted; where that is, nobody is told. */
  homeNoted?: boolean;
}

export interface Point {
  latitude: number;
  longitude: number;
}

export interface PersonRef {
  id: string;
  displayName: string;
}

export interface Choice {
  code: string;
  text: string;
  article?: string | null;
}

export interface FieldError {
  field: string;
  code: string;
  message: string;
}

export interface ProblemBody {
  methods?: string[];
  list?: unknown;
  lost?: { from: string; to: string }[];
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  code?: string;
  traceId?: string;
  errors?: FieldError[];
}
