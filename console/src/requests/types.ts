import type { Choice, PersonRef } from '../api/types';
import type { Gap, Span } from '../cameras/types';
import type { Clarified, Incident } from '../cases/types';

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
export interface RequestChoices {
  purposes: Choice[];
  legalBases: Choice[];
  offences: Choice[];
  subjects: Choice[];
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
  incidentId: string | null;
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
  subjectClass: string | null;
  paperNumber: string | null;
  paperDate: string | null;
  paperSha256: string | null;
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
  files: OwnersFile[];
  messages: OwnersMessage[];
}

export interface OwnersFile {
  id: string;
  name: string;
  kind: string;
  bytes: number;
  state: string;
  rejection: string | null;
  malware: { result: string; by: string; name: string | null } | null;
  player: { state: 'MAKING' | 'MADE' | 'UNPLAYABLE'; percent: number; pictures: 'COPIED' | 'ENCODED' | null; why: FilmFailure | null } | null;
}

export type FilmFailure = 'UNREADABLE' | 'TOO_LONG' | 'TOO_LARGE';
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
  /** Which one of the case it is about; null for all of it. */
  incident: Pick<Incident, 'id' | 'title' | 'timing' | 'occurredFrom' | 'occurredTo' | 'withdrawn'> | null;
  cameras: { id: string; code: string; name: string }[];
  from: string;
  to: string;
  granted: { from: string; to: string; cameraIds: string[] } | null;
  purpose: string;
  legalBasis: string;
  offence: string;
  necessity: string;
  urgent: boolean;
  subjectClass?: string | null;
  paper?: { number: string; on: string; sha256: string | null } | null;
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
    packageUrl: string | null;
    /** When its end had come; null while it is kept. */
    deletedAt: string | null;
  } | null;
  history: HistoryEntry[];
}

export interface Verification {
  verdict: string;
  sentence: string;
  lines: { topic: string; ok: boolean | null; text: string }[];
  checkedAt: string;
}

export const identities = ['IDENTITY_DOCUMENT', 'SERVICE_CARD', 'LETTER', 'KNOWN'] as const;
export const media = ['DOWNLOAD', 'USB_DRIVE', 'DISC', 'EXTERNAL_DISK', 'NETWORK'] as const;
export type HandoverState = 'OPEN' | 'LAPSED' | 'RECEIVED' | 'WITHDRAWN';
export interface Handover {
  id: string;
  state: HandoverState;
  account: boolean;
  name: string;
  office: string;
  title: string;
  identity: string;
  medium: string;
  handedBy: PersonRef;
  openedAt: string;
  openUntil: string;
  endedAt: string | null;
  scanned: boolean;
  number: number | null;
  placed: boolean;
  mayWithdraw: boolean;
  maySign: boolean;
  clips: string[];
}

/** Whose hands a package went through. */
export interface Custody {
  extraction: string;
  lines: { what: string; at: string; who: PersonRef | null; to: string | null; whole: boolean | null; logIndex: number | null }[];
  handovers: Handover[];
  mayHandOver: boolean;
}

/** A package that is handed over to the signed-in person. */
export interface Received {
  id: string;
  state: HandoverState;
  extraction: string;
  request: string;
  sealedAt: string;
  bytes: number;
  digest: string;
  from: string;
  medium: string;
  openedAt: string;
  openUntil: string;
  receivedAt: string | null;
  number: number | null;
  packageUrl: string | null;
}
