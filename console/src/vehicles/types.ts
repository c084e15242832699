import type * as Api from '#api';

export type Search = Api.SightingsSearchForm;
export type Answer = Api.SightingsSearchView;
export type Understood = Answer['understood'];
/** A step of the slider: what is accepted beyond the step before. */
export type Level = Answer['accepted'][number];
export type Hit = Answer['hits']['items'][number];
/** A pass that a case keeps. */
export type CasePass = Api.SightingsCasePassView;
export type Verdict = CasePass['verdict'];
export type Match = NonNullable<Hit['match']>;
/** What became of one character between what was remembered and what was read. */
export type Step = Match['steps'][number];
/** Stored footage that is analysed for a case. */
export type AnalysisJob = Api.SightingsAnalysisJobView;
export type AnalysisEstimate = Api.SightingsEstimateView;
export type AnalysisRequest = Api.SightingsNewAnalysisJob;
