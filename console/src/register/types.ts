import type { CheckedList } from '../lists/types';
import type { CameraKind, ConsentState, OwnerKind } from '../cameras/types';

export interface RegisterFigures {
  connected: number;
  community: number;
  consentGiven: number;
  consentMissing: number;
  consentWithdrawn: number;
  notPlaced: number;
  withoutSign: number;
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

export interface ListReport extends CheckedList {
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
