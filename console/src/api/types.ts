/** What the server says, field by field as in docs/design/http-api.md. */
import type * as Api from '#api';
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
type Filled<Path extends string> = Path extends `${infer Before}{${string}}${infer After}` ? `${Before}${string}${Filled<After>}` : Path;
/** What the API has below a path: `recusal` below `/api/situations/{id}`, where that may be posted to. */
export type Below<Path extends string, Method extends string = 'POST', Of = Api.Operation> = Of extends `${Method} ${Path}/${infer Rest}` ? Filled<Rest> : never;
export type Role = (typeof roles)[number];
export type Site = Api.PlatformSiteView;
export type User = Api.IdentityUserView;
export type Session = Api.IdentitySessionView;
export type DemoPerson = Api.DemoDemoPerson;

export interface Page<T> {
  items: T[];
  next: string | null;
  /** How long the whole list is: told with its first part, where somebody counted. */
  total: Total | null;
}

/** How many there are, or, with `more`, that there are more than so many. */
export type Total = Api.PlatformTotal;

export type AreaKind = Area['kind'];
export type Area = Api.AreasArea;
export type Person = Api.IdentityPersonView;
export type Point = Api.CasesPoint;
export type PersonRef = Api.IdentityPersonName;

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
