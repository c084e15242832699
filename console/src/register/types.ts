import type * as Api from '#api';

export type RegisterFigures = Api.CamerasFigures;
export type CameraCell = Api.CamerasCameraCell;
export type Bounds = Api.AreasBounds;
export type OwnerContact = Api.CamerasOwnerContact;

export type ContactPurpose = 'FOOTAGE' | 'UPKEEP' | 'DANGER';
export const contactPurposes: readonly ContactPurpose[] = ['FOOTAGE', 'UPKEEP', 'DANGER'];
export type ConsentForm = ConsentStatement['form'];
export const consentForms: readonly ConsentForm[] = ['PAPER', 'ELECTRONIC', 'RECORDED_CALL'];
export type ConsentStatement = Api.CamerasStatementView;
export type ListReport = Api.CamerasListReport;

/** What a camera sees on the ground; 360° is all around. */
export type Sector = Api.CamerasSector;

export type Candidate = Api.RecordingCandidateView;
export type Candidates = Api.RecordingCandidatesView;
