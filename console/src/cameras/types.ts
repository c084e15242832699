import type * as Api from '#api';

export interface VideoFormat {
  codec: string;
  codecs: string;
  width: number;
  height: number;
}

export type Health = Api.CamerasHealthView;

/** What a stream loses on the way, since recording began, and how its timestamps run (1 as declared). */
export type Quality = Api.CamerasQuality;
export type CameraPlace = Api.CamerasPlace;

export type CameraKind = Camera['kind'];
export const cameraKinds: readonly CameraKind[] = ['CONNECTED', 'COMMUNITY'];
export type OwnerKind = Camera['ownerKind'];
export const ownerKinds: readonly OwnerKind[] = ['POLICE', 'AUTHORITY', 'SCHOOL', 'BUSINESS', 'HOUSEHOLD', 'RESIDENTIAL_GROUP', 'OTHER'];
export type ConsentState = 'NOT_NEEDED' | 'NONE' | 'GIVEN' | 'EXPIRED' | 'WITHDRAWN';
export type Camera = Api.CamerasCameraView;
export type CameraSummary = Api.CamerasSummary;
export type Probe = Api.RecordingProbeView;

export interface Span {
  from: string;
  to: string;
}

export type Gap = Api.EvidenceGapLine;

/** Nobody: the server itself. */
export type Switched = Api.EvidenceSwitchedLine;

/** Runs and gaps are the asked span exactly. */
export type CoverageAnswer = Api.RecordingCoverageView;

/** What has to be said about a recorded file. */
export type Remark = Api.RecordingRemarkView;
export type FrameList = Api.RecordingFramesView;
