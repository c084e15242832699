/** Who did something; without an id where the reader does not read names. */
export interface LogActor {
  id: string | null;
  displayName: string;
}

export interface LogItem {
  index: number;
  at: string;
  type: string;
  actor: LogActor | null;
  objectKind: string | null;
  objectId: string | null;
  objectCode: string | null;
  summary: string;
  refused: boolean;
  detail: Record<string, unknown> | null;
}

/** What happened on a day, in no order. */
export interface LogDayItem {
  type: string;
  summary: string;
  actor: LogActor | null;
  refused: boolean;
  times: number;
}

/** How often something happened in a month, in tens; null for one to four times. */
export interface LogMonthItem {
  type: string;
  summary: string;
  times: number | null;
}

export interface LogEntry extends LogItem {
  /** What the leaf commits to, byte for byte; null where the reader does not read it. */
  record: string | null;
  leaf: unknown;
  leafHash: string;
  payload: unknown;
  salt: string | null;
}

export interface LogStatus {
  origin: string;
  size: number;
  newest: number | null;
  rootHash: string;
  checkpointAt: string | null;
  verifierKey: string;
  lastCheck: { at: string; ok: boolean; size: number; problem: string | null } | null;
  witnesses: LogWitnesses | null;
}

/** What was found of the log over which it must not go on. */
export interface Suspension {
  since: string | null;
  /** Whether the log could go on as it lies there. */
  continuable: boolean;
  count: number;
  findings: { subject: string; what: string; at: string }[];
  /** Stands for all findings. */
  digest: string;
  proposal: { by: string; at: string; reason: string; mayConfirm: boolean } | null;
  mayDecide: boolean;
  /** Whether one's own proposal is the decision, since nobody else could confirm it. */
  alone: boolean;
  accepted: { subject: string; what: string; at: string; index: number | null; names: string; reason: string }[];
}

export interface LogWitnesses {
  needed: number;
  members: number;
  size: number | null;
  behindSince: string | null;
  alarm: boolean;
  demonstration: boolean;
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
