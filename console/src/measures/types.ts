import type * as Api from '#api';
import type { Figure } from '../cases/types';

export const measureKinds = [
  'COMMUNE_EDUCATION',
  'FAMILY_SUPERVISION',
  'SUSPENDED_SENTENCE',
  'NON_CUSTODIAL_REFORM',
  'PROBATION',
  'RETURN_TO_COMMUNITY',
  'AFTER_REHABILITATION',
  'JUVENILE_COMMUNITY',
] as const;
export type MeasureKind = (typeof measureKinds)[number];
export type MeasureState = Measure['state'];
export type MeasureAction = MeasureDetails['actions'][number];

/** A measure as a list of one's own shows it: nobody is named. */
export type Measure = Api.MeasureMeasureView;
export type MeasureHelper = Api.MeasureMeasureHelperView;
export type MeasureDetails = Api.MeasureMeasureDetails;

export const taskKinds = ['VISIT', 'LEGAL_ADVICE', 'IDENTITY_PAPERS', 'SCHOOL', 'VOCATIONAL_TRAINING', 'JOB', 'HEALTH_CARE', 'SOCIAL_BENEFIT', 'FAMILY_SUPPORT'] as const;
export const taskResults = ['DONE', 'PARTLY_DONE', 'NOT_MET', 'NO_LONGER_NEEDED'] as const;
export const changeKinds = ['SHORTENED', 'SUSPENDED', 'RESUMED', 'ENDED_EARLY', 'EXTENDED'] as const;
export const refusals = ['NOT_AS_PAPER', 'NO_PAPER', 'NOT_OF_THIS_COMMUNE'] as const;
export const helperEnds = ['KIN', 'OWN_WISH', 'NO_LONGER_NEEDED'] as const;

export type MeasureTask = Api.MeasureMeasureTaskView;
export type MeasureChange = Api.MeasureMeasureChangeView;

/** What a measure holds; who only helps gets the name and the tasks. */
export type MeasureContent = Api.MeasureMeasureContentView;
export type MeasureChoice = Api.MeasureMeasureChoice;
export type MeasureOpening = Api.MeasureMeasureOpeningView;
export type SealedMeasure = Api.MeasureSealedMeasureView;
export type MeasureRule = Api.MeasureMeasureRuleView;

export const measureCounts = ['begun', 'inForce', 'ended'] as const;
export type MeasureCounts = Record<(typeof measureCounts)[number], Figure>;

export type MeasureFigures = Api.MeasureMeasureFiguresView;
