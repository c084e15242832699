/** What the server says, field by field as in docs/design/http-api.md. */
import type { Method } from '../account/types';

export type Role = 'DUTY_OFFICER' | 'INVESTIGATOR' | 'APPROVER' | 'SENIOR_APPROVER' | 'AUDITOR' | 'ADMINISTRATOR';
export const roles: readonly Role[] = ['DUTY_OFFICER', 'INVESTIGATOR', 'APPROVER', 'SENIOR_APPROVER', 'AUDITOR', 'ADMINISTRATOR'];

export interface Site {
  name: string;
  zone: string;
  demonstration: boolean;
  version: string;
  now: string;
  languages: string[];
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
}
export type AreaKind = 'PROVINCE' | 'COMMUNE' | 'RESIDENTIAL_AREA' | 'AGENCY' | 'SCHOOL';
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
  areaId?: string;
  areaName?: string;
  area?: { id: string; name: string };
  active: boolean;
  secondFactor?: boolean;
}

export interface VideoFormat {
  codec: string;
  codecs: string;
  width: number;
  height: number;
}
export interface Health {
  connection: 'CONNECTED' | 'CONNECTING' | 'DOWN' | 'OFF';
  cause: string | null;
  detail: string | null;
  since: string | null;
  lastFrameAt: string | null;
  recordedUntil: string | null;
  gapMillis: number | null;
  format: VideoFormat | null;
  framesPerSecond: number | null;
  bitsPerSecond: number | null;
  clockOffsetMillis: number | null;
  storage: 'OK' | 'FULL' | 'FAILED';
}
export interface CameraPlace {
  latitude: number;
  longitude: number;
  directionDegrees: number | null;
  angleDegrees: number | null;
  rangeMetres: number | null;
}
export type CameraKind = 'CONNECTED' | 'COMMUNITY';
export const cameraKinds: readonly CameraKind[] = ['CONNECTED', 'COMMUNITY'];
export type OwnerKind = 'POLICE' | 'AUTHORITY' | 'SCHOOL' | 'BUSINESS' | 'HOUSEHOLD' | 'RESIDENTIAL_GROUP' | 'OTHER';
export const ownerKinds: readonly OwnerKind[] = ['POLICE', 'AUTHORITY', 'SCHOOL', 'BUSINESS', 'HOUSEHOLD', 'RESIDENTIAL_GROUP', 'OTHER'];
export type ConsentState = 'NOT_NEEDED' | 'NONE' | 'GIVEN' | 'EXPIRED' | 'WITHDRAWN';
export interface Camera {
  id: string;
  code: string;
  kind: CameraKind;
  reference: string | null;
  ownerKind: OwnerKind;
  consent: { state: ConsentState; until: string | null };
  name: string;
  areaId: string;
  areaName: string;
  place: CameraPlace | null;
  simulated: boolean;
  recording: boolean;
  keepDays: number;
  retired: boolean;
  address?: string | null;
  username?: string | null;
  health: Health;
}
export interface CameraSummary {
  recording: number;
  notRecording: number;
  off: number;
  updatedAt: string;
}
export interface Probe {
  ok: boolean;
  format: VideoFormat | null;
  cause: string | null;
  detail: string | null;
  advice: string | null;
}
export interface Span {
  from: string;
  to: string;
}
export interface Gap extends Span {
  cause: string | null;
  detail: string | null;
}
export interface CoverageAnswer {
  recorded: Span[];
  gaps: Gap[];
  earliest: string | null;
  latest: string | null;
}
export interface FrameList {
  frames: { at: string; key: boolean; mediaMillis: number }[];
}

export type CaseType = 'THEFT' | 'ASSAULT' | 'TRAFFIC' | 'PUBLIC_ORDER' | 'OTHER';
export const caseTypes: readonly CaseType[] = ['THEFT', 'ASSAULT', 'TRAFFIC', 'PUBLIC_ORDER', 'OTHER'];
export type Clarified = 'VEHICLE' | 'PERSON' | 'TIME' | 'PLACE';
export const clarifiedKinds: readonly Clarified[] = ['VEHICLE', 'PERSON', 'TIME', 'PLACE'];
export interface PersonRef {
  id: string;
  displayName: string;
}
export interface Case {
  id: string;
  code: string;
  title: string;
  type: CaseType;
  state: 'OPEN' | 'CLOSED';
  occurredFrom: string;
  occurredTo: string | null;
  areaId: string;
  areaName: string;
  place: string | null;
  description: string | null;
  openedBy: PersonRef;
  openedAt: string;
  requests: { id: string; code: string; state: RequestState }[];
  outcome: { clarified: boolean; clarifiedBy: Clarified[]; note: string | null } | null;
}

export type RequestState =
  | 'REQUESTED'
  | 'APPROVED'
  | 'REFUSED'
  | 'CANCELLED'
  | 'EXPIRED'
  | 'COLLECTING'
  | 'SEALED'
  | 'UNAVAILABLE'
  | 'DELIVERED'
  | 'OUTCOME';
export interface Choice {
  code: string;
  text: string;
  article?: string | null;
}
export interface RequestChoices {
  purposes: Choice[];
  legalBases: Choice[];
  offences: Choice[];
  refusals: Choice[];
  urgentReasons: Choice[];
  /** The ways by which owners can be written to. */
  channels: Channel[];
  limits: RequestLimits;
}
/** What one request may ask for at most, and from where on a senior approver decides. */
export interface RequestLimits {
  mostCameras: number;
  longestCameraMillis: number;
  ordinaryCameras: number;
  ordinaryCameraMillis: number;
  ordinaryAgeDays: number;
}
export interface SeniorReason {
  code: string;
  text: string;
}
export interface RequestBody {
  caseId: string;
  cameraIds: string[];
  from: string;
  to: string;
  purpose: string;
  legalBasis: string;
  offence: string;
  necessity: string;
  urgent: boolean;
  urgentReason: string | null;
  urgentWords: string | null;
}
export interface CameraCoverage {
  cameraId: string;
  recorded: Span[];
  gaps: Gap[];
  coveredMillis: number;
  requestedMillis: number;
  keptUntil: string | null;
  /** Of a community camera: what its owner should still have. */
  owner?: { until: string; gone: boolean } | null;
}

/** An owner of a community camera who is asked. */
export interface Ask {
  cameraId: string;
  state: 'OPEN' | 'GIVEN' | 'REFUSED' | 'WITHDRAWN' | 'UNANSWERED' | 'OVERWRITTEN' | 'GIVEN_UP';
  openUntil: string;
  linkIssuedAt: string | null;
  seenAt: string | null;
  endedAt: string | null;
  reason: string | null;
  files: { name: string; kind: string; bytes: number; state: string; rejection: string | null; malware: { result: string; by: string; name: string | null } | null }[];
  messages: OwnersMessage[];
}
export type Channel = 'EMAIL' | 'TEXT';
export interface OwnersMessage {
  kind: 'LINK' | 'FOOTAGE_ENDING' | 'LINK_ENDING';
  channel: Channel;
  language: string;
  state: 'WAITING' | 'SENT' | 'FAILED' | 'CANCELLED';
  failure: string | null;
  queuedAt: string;
  endedAt: string | null;
}
export interface RequestCheck {
  cameras: CameraCoverage[];
  warnings: { code: string; text: string }[];
  senior: SeniorReason[];
}
/** What to know before deciding; there until the decision. */
export interface DecisionFacts {
  occurredFrom: string;
  occurredTo: string | null;
  warnings: { code: string; text: string }[];
  earlier: { id: string; code: string; state: RequestState; requestedAt: string }[];
}
export interface HistoryEntry {
  at: string;
  what: string;
  who: string | { displayName: string } | null;
  logIndex: number | null;
}
export type DiscardCause = 'REFUSED' | 'CANCELLED' | 'NOT_RATIFIED' | 'GRANTED_LESS';
/** That somebody said that a request cannot wait, and what became of the footage that was secured. */
export interface Urgency {
  reason: string;
  words: string;
  markedBy: PersonRef;
  markedAt: string;
  ratifyBy: string;
  securedAt: string | null;
  discardCause: DiscardCause | null;
  discardedAt: string | null;
}
export interface UrgentRequest {
  id: string;
  code: string;
  state: RequestState;
  reason: string;
  markedBy: PersonRef;
  markedAt: string;
  ratifyBy: string;
  decidedBy: PersonRef | null;
  securedAt: string | null;
  discardCause: DiscardCause | null;
  discardedAt: string | null;
  certificate: number | null;
  alert: boolean;
}
export interface UrgentPeople {
  since: string;
  items: { person: PersonRef; requests: number; marked: number; ratified: number; refused: number; lapsed: number }[];
}
export interface EvidenceRequest {
  id: string;
  code: string;
  state: RequestState;
  case: { id: string; code: string; title: string };
  cameras: { id: string; code: string; name: string }[];
  from: string;
  to: string;
  granted: { from: string; to: string; cameraIds: string[] } | null;
  purpose: string;
  legalBasis: string;
  offence: string;
  necessity: string;
  urgent: boolean;
  urgency?: Urgency | null;
  mayMarkUrgent?: boolean;
  requestedBy: PersonRef;
  requestedAt: string;
  expiresAt?: string | null;
  reminder?: 'HALF' | 'LAST_QUARTER' | null;
  unavailable?: string | null;
  outcome?: { useful: boolean; clarified: Clarified[]; note: string | null } | null;
  decidedBy: PersonRef | null;
  decidedAt: string | null;
  decision: { outcome: string; reasonCode: string | null; reason: string | null } | null;
  mayDecide: boolean;
  whyNot: string | null;
  mayGrantAll: boolean;
  senior: SeniorReason[];
  coverage: CameraCoverage[] | null;
  asks?: Ask[];
  progress: { step: string; percent: number } | null;
  facts?: DecisionFacts | null;
  extraction: {
    code: string;
    sealedAt: string;
    bytes: number;
    files: { name: string; bytes: number; sha256: string }[];
    logIndex: number | null;
    packageUrl: string;
  } | null;
  history: HistoryEntry[];
}
export interface TimelineLine {
  at: string;
  kind: 'OCCURRED' | 'OPENED' | 'NOTE' | 'REQUEST' | 'CLOSED';
  who: string | null;
  words: string | null;
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
  type: CaseType | null;
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
export interface Verification {
  verdict: string;
  sentence: string;
  lines: { topic: string; ok: boolean | null; text: string }[];
  checkedAt: string;
}

export interface LogItem {
  index: number;
  at: string;
  type: string;
  actor: PersonRef | null;
  objectKind: string | null;
  objectId: string | null;
  objectCode: string | null;
  summary: string;
  refused: boolean;
  detail: Record<string, unknown> | null;
}
export interface LogEntry extends LogItem {
  leaf: unknown;
  leafHash: string;
  payload: unknown;
  salt: string | null;
}
export interface LogStatus {
  origin: string;
  size: number;
  rootHash: string;
  checkpointAt: string | null;
  verifierKey: string;
  lastCheck: { at: string; ok: boolean; size: number; problem: string | null } | null;
  witnesses: LogWitnesses | null;
}
export interface LogWitnesses {
  needed: number;
  members: number;
  size: number | null;
  behindSince: string | null;
  alarm: boolean;
  witnesses: LogWitness[];
}
export interface LogWitness {
  name: string;
  key: string;
  size: number | null;
  at: string | null;
  trouble: 'UNREACHABLE' | 'UNKNOWN_LOG' | 'WRONG_ANSWER' | 'LARGER_SEEN' | 'OTHER_HISTORY' | null;
  detail: string | null;
  since: string | null;
}
export interface FieldError {
  field: string;
  code: string;
  message: string;
}
export interface ProblemBody {
  methods?: string[];
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  code?: string;
  traceId?: string;
  errors?: FieldError[];
}

export interface RegisterFigures {
  connected: number;
  community: number;
  consentGiven: number;
  consentMissing: number;
  consentWithdrawn: number;
  notPlaced: number;
}
export interface OwnerContact {
  name: string;
  phone: string | null;
  address: string | null;
  email: string | null;
}
export type ContactPurpose = 'FOOTAGE' | 'UPKEEP' | 'DANGER';
export const contactPurposes: readonly ContactPurpose[] = ['FOOTAGE', 'UPKEEP', 'DANGER'];
export type ConsentForm = 'PAPER' | 'ELECTRONIC' | 'RECORDED_CALL';
export const consentForms: readonly ConsentForm[] = ['PAPER', 'ELECTRONIC', 'RECORDED_CALL'];
export interface ConsentStatement {
  id: string;
  what: 'GIVEN' | 'WITHDRAWN';
  form: ConsentForm;
  on: string;
  until: string | null;
  document: string | null;
  recordedAt: string;
}
export interface ListColumn {
  code: string;
  title: string;
  required: boolean;
  choices: string[];
}
export interface ListReport {
  sha256: string;
  rows: number;
  fresh: number;
  known: number;
  connected: number;
  community: number;
  withoutPlace: number;
  withConsent: number;
  withContact: number;
  areas: { code: string; name: string; rows: number }[];
  errorCount: number;
  errors: { row: number; column: string | null; title: string | null; code: string; message: string }[];
  sample: { reference: string; name: string; area: string; kind: CameraKind }[];
}
/** What a camera sees on the ground; 360° is all around. */
export interface Sector {
  latitude: number;
  longitude: number;
  directionDegrees: number;
  angleDegrees: number;
  rangeMetres: number;
}
export type FootageState = 'RECORDED' | 'PARTLY_RECORDED' | 'NOT_RECORDED' | 'KEPT' | 'PARTLY_KEPT' | 'OVERWRITTEN';
export interface Candidate {
  id: string;
  code: string;
  name: string;
  kind: CameraKind;
  areaId: string;
  areaName: string;
  ownerKind: OwnerKind;
  consent: ConsentState;
  simulated: boolean;
  keepDays: number;
  sector: Sector;
  distanceMetres: number;
  offAxisDegrees: number | null;
  footage: { state: FootageState; availableMillis: number; wholeUntil: string | null; goneAt: string | null };
  score: number;
  reasons: string[];
}
export interface Candidates {
  toleranceMetres: number;
  total: number;
  items: Candidate[];
}
