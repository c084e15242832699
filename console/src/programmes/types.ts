import type * as Api from '#api';

export const states = ['PROPOSED', 'LAUNCHED', 'ACTIVE', 'DORMANT', 'ENDED', 'REFUSED'] as const;
export type ProgrammeState = (typeof states)[number];
export const partnerKinds = ['FRONT', 'VETERANS', 'YOUTH_UNION', 'WOMEN', 'FARMERS', 'ELDERLY', 'CLAN', 'PARISH', 'SCHOOL', 'HEALTH', 'POLICE', 'OWNERS', 'OTHER'] as const;
export type PartnerKind = (typeof partnerKinds)[number];
export const indicators = ['DISPUTES_RECEIVED', 'DISPUTES_SETTLED', 'OFFENCES', 'THEFTS', 'ORDER_VIOLATIONS', 'YOUTH_VIOLATIONS', 'DOMESTIC_VIOLENCE'] as const;
export type Indicator = (typeof indicators)[number];
/** Those that records of the system do not have. */
export const enteredIndicators = indicators.slice(2);
export const conclusions = ['CONTINUE', 'RECOMMEND', 'CHANGE', 'REST', 'END'] as const;
export const results = ['MET', 'NOT_MET', 'NOT_APPLICABLE'] as const;
export type Result = (typeof results)[number];
export type ProposalKind = 'LAUNCH' | 'CHANGE' | Step;
export type Step = 'REST' | 'RESUME' | 'END' | 'LAUNCH_DAY';

export type Kind = Api.ProgrammeProgrammeKindView;
export type Partner = Api.ProgrammeProgrammePartner;
export type Content = Api.ProgrammeProgrammeContent;
export type ProgrammeLine = Api.ProgrammeProgrammeLine;
export type ProgrammeProposal = Api.ProgrammeProgrammeProposalView;

/** `communeId` is whose part it is about; null of the commune that keeps the programme. */
export type Assessment = Api.ProgrammeProgrammeAssessmentView;
export type Commune = Api.ProgrammeProgrammeCommune;

/** A year of a part that the reader may assess now, by the text that held when it ended. */
export type YearToAssess = Api.ProgrammeProgrammeYear;
export type Programme = Api.ProgrammeProgrammeView;
export type Activity = Api.ProgrammeProgrammeActivityView;
export type Copy = Api.ProgrammeProgrammeCopyLine;
export type Ratio = Api.ProgrammeEffectRatio;
export type EffectGroup = Api.ProgrammeEffectGroup;
export type Span = Api.ProgrammeEffectSpan;
export type EffectQuarter = Api.ProgrammeEffectQuarter;
export type Effect = Api.ProgrammeProgrammeEffectView;

export const sourceKinds = ['POLICE', 'COMMITTEE', 'COURT', 'SURVEY', 'OTHER'] as const;
export type SourceKind = (typeof sourceKinds)[number];

export type IndicatorLine = Api.ProgrammeIndicatorLine;
export type ProgrammeFigures = Api.ProgrammeProgrammeFiguresView;

export const figureColumns = ['running', 'proposed', 'dormant', 'ended', 'copied', 'recommended', 'assessed', 'activities'] as const;

/** A number as it was once entered; null where what stood was withdrawn. */
export type IndicatorVersion = Api.ProgrammeIndicatorVersion;
