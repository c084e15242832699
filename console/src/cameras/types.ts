import type * as Api from '#api';

export type Health = Api.CamerasHealthView;

export type CameraPlace = Api.CamerasPlace;

export type CameraKind = Camera['kind'];
export const cameraKinds: readonly CameraKind[] = ['CONNECTED', 'COMMUNITY'];
export type OwnerKind = Camera['ownerKind'];
export const ownerKinds: readonly OwnerKind[] = ['POLICE', 'AUTHORITY', 'SCHOOL', 'BUSINESS', 'HOUSEHOLD', 'RESIDENTIAL_GROUP', 'OTHER'];
export type ConsentState = 'NOT_NEEDED' | 'NONE' | 'GIVEN' | 'EXPIRED' | 'WITHDRAWN';
export type Camera = Api.CamerasCameraView;
export type CameraSummary = Api.CamerasSummary;
export type AnalysisAnswer = Api.SightingsAnalysisView;
export type MetadataAnswer = Api.SightingsMetadataView;
export type Probe = Api.RecordingProbeView;

export interface Span {
  from: string;
  to: string;
}

export type Gap = Api.EvidenceGapLine;

/** Runs and gaps are the asked span exactly. */
export type CoverageAnswer = Api.RecordingCoverageView;

export type FrameList = Api.RecordingFramesView;
