import type { PersonRef } from '../api/types';

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
  /** What to do about what is wrong, in the reader's language. */
  advice: string | null;
  since: string | null;
  lastFrameAt: string | null;
  recordedUntil: string | null;
  gapMillis: number | null;
  format: VideoFormat | null;
  framesPerSecond: number | null;
  bitsPerSecond: number | null;
  clockOffsetMillis: number | null;
  quality: Quality;
  storage: 'OK' | 'FULL' | 'FAILED';
}

/** What a stream loses on the way, since recording began, and how its timestamps run (1 as declared). */
export interface Quality {
  losses: number;
  lostPackets: number;
  damagedFrames: number;
  damagedShare: number;
  timestampRate: number;
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
  /** That a sign says that one is recorded. */
  sign: { on: string; by: PersonRef } | null;
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
  cause: string;
  detail: string;
  /** Who switched recording off and when; null for other causes. */
  switched: Switched | null;
}

/** Nobody: the server itself. */
export interface Switched {
  at: string;
  by: PersonRef | null;
}

/** Runs and gaps are the asked span exactly. */
export interface CoverageAnswer {
  recorded: Span[];
  gaps: (Gap & { reason: string })[];
  remarks: Remark[];
  /** What each gap's reason says and what to do about it, in the reader's language. */
  reasons: Record<string, { text: string; advice: string | null }>;
  earliest: string | null;
  latest: string | null;
}

/** What has to be said about a recorded file. */
export interface Remark extends Span {
  frames: number;
  damagedFrames: number;
  timeByReceipt: boolean;
  uncertaintyMillis: number | null;
  cameraRate: number;
}

export interface FrameList {
  frames: { at: string; key: boolean; damaged: boolean; mediaMillis: number }[];
}
