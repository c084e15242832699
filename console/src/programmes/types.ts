import type { Figure } from '../cases/types';

export const states = ['PROPOSED', 'LAUNCHED', 'ACTIVE', 'DORMANT', 'ENDED', 'REFUSED'] as const;
export type ProgrammeState = (typeof states)[number];
export const partnerKinds = ['FRONT', 'VETERANS', 'YOUTH_UNION', 'WOMEN', 'FARMERS', 'ELDERLY', 'CLAN', 'PARISH', 'SCHOOL', 'HEALTH', 'POLICE', 'OWNERS', 'OTHER'] as const;
export type PartnerKind = (typeof partnerKinds)[number];
export const indicators = ['DISPUTES_RECEIVED', 'DISPUTES_SETTLED', 'OFFENCES', 'THEFTS', 'ORDER_VIOLATIONS', 'YOUTH_VIOLATIONS', 'DOMESTIC_VIOLENCE'] as const;
export type Indicator = (typeof indicators)[number];
/** Those that records of the system do not have. */
export const enteredIndicators = indicators.slice(2);
export const conclusions = ['CONTINUE', 'RECOMMEND', 'CHANGE', 'REST', 'END'] as const;
export type Conclusion = (typeof conclusions)[number];
export const results = ['MET', 'NOT_MET', 'NOT_APPLICABLE'] as const;
export type Result = (typeof results)[number];
export type ActKind = 'LAUNCH' | 'CHANGE' | Step;
export type Step = 'REST' | 'RESUME' | 'END' | 'LAUNCH_DAY';

interface PersonName {
  id: string;
  displayName: string;
}

export interface Kind {
  id: string;
  code: string;
  builtIn: boolean;
  version: number;
  name: string;
  goal: string;
  rules: string[];
  criteria: string[];
  partners: PartnerKind[];
  indicators: Indicator[];
  areaName: string | null;
  mayRevise: boolean;
}

export interface Partner {
  kind: PartnerKind;
  name: string | null;
  office: string | null;
}

export interface Content {
  goal: string;
  rules: string[];
  criteria: string[];
  partners: Partner[];
  indicators: Indicator[];
}

export interface ProgrammeLine {
  id: string;
  code: string;
  name: string;
  kindId: string;
  kindName: string;
  state: ProgrammeState;
  communeId: string;
  communeName: string;
  areas: { id: string; name: string }[];
  launchedOn: string | null;
  endedOn: string | null;
  recommended: boolean;
  parentId: string | null;
  assessed: number | null;
}

export interface Act {
  id: string;
  kind: ActKind;
  version: number;
  reason: string | null;
  proposedBy: PersonName;
  proposedAt: string;
  decision: { outcome: 'ACCEPTED' | 'REFUSED'; reason: string | null; by: PersonName | null; at: string; number: string | null; on: string | null; signer: string | null } | null;
}

/** `communeId` is whose part it is about; null of the commune that keeps the programme. */
export interface Assessment {
  id: string;
  communeId: string | null;
  communeName: string;
  year: number;
  answers: { criterion: string; result: Result; words: string | null }[];
  conclusion: Conclusion;
  words: string;
  partnersAsked: number;
  partnersAgreed: number;
  state: 'SENT' | 'CONFIRMED' | 'RETURNED';
  madeBy: PersonName;
  madeAt: string;
  decidedBy: PersonName | null;
  decidedAt: string | null;
  decisionReason: string | null;
  number: string | null;
  on: string | null;
  mayDecide: boolean;
}

export interface Commune {
  id: string;
  name: string;
  lead: boolean;
  consent: { by: PersonName; at: string; number: string; on: string; signer: string | null } | null;
  mayConsent: boolean;
}

/** A year of a part that the reader may assess now, by the text that held when it ended. */
export interface YearToAssess {
  communeId: string | null;
  communeName: string;
  year: number;
  version: number;
}

export interface Programme {
  programme: ProgrammeLine;
  /** Of the text that holds. */
  version: number;
  content: Content;
  pending: Act | null;
  acts: Act[];
  versions: { version: number; name: string | null; content: Content; reason: string | null; writtenBy: PersonName; writtenAt: string }[];
  lastVersion: number;
  years: { year: number; activities: number; attended: number }[];
  assessments: Assessment[];
  parent: ProgrammeLine | null;
  /** Where it lies in more than one. */
  communes: Commune[];
  own: boolean;
  may: { revise: boolean; step: boolean; decide: boolean; activities: boolean; activityParts: { id: string; name: string }[]; assess: YearToAssess[]; copy: boolean; effect: boolean };
}

export interface Activity {
  id: string;
  version: number;
  /** In whose part it was done; null where the programme lies in one commune. */
  communeId: string | null;
  communeName: string | null;
  on: string;
  what: string;
  place: string;
  partners: PartnerKind[];
  attended: number;
  women: number | null;
  youth: number | null;
  outcome: string | null;
  reason: string | null;
  enteredBy: PersonName;
  enteredAt: string;
  /** Taken down after the assessment of its year was confirmed. */
  late: boolean;
  mayCorrect: boolean;
}

export interface Copy {
  programme: ProgrammeLine;
  mayRead: boolean;
}

export interface Ratio {
  value: number | null;
  low: number;
  high: number | null;
}

export interface EffectGroup {
  areas: number;
  before: Figure;
  after: Figure;
  knownBefore: number;
  knownAfter: number;
  ratio: Ratio | null;
}

export interface Span {
  from: string;
  to: string;
  quarters: number;
}

export interface EffectQuarter {
  year: number;
  quarter: number;
  phase: 'EARLIER' | 'BEFORE' | 'START' | 'AFTER' | 'LATER';
  own: Figure | null;
  others: number | null;
}

export interface Effect {
  indicator: Indicator;
  counted: boolean;
  exact: boolean;
  launchedOn: string;
  windowBefore: Span | null;
  windowAfter: Span | null;
  own: EffectGroup;
  others: EffectGroup | null;
  verdict: 'FEWER' | 'MORE' | 'MAY_BE_CHANCE' | null;
  difference: number | null;
  caveats: string[];
  series: EffectQuarter[];
  standard: { year: number; met: number; units: number }[];
}

export const sourceKinds = ['POLICE', 'COMMITTEE', 'COURT', 'SURVEY', 'OTHER'] as const;
export type SourceKind = (typeof sourceKinds)[number];

export interface IndicatorLine {
  areaId: string;
  areaName: string;
  number: string | null;
  value: number | null;
  sourceKind: SourceKind | null;
  source: string | null;
}

export interface ProgrammeFigures {
  year: number;
  exact: boolean;
  lines: ({ id: string; name: string; attended: Figure } & Record<FigureColumn, number>)[];
}

export const figureColumns = ['running', 'proposed', 'dormant', 'ended', 'copied', 'recommended', 'assessed', 'activities'] as const;
type FigureColumn = (typeof figureColumns)[number];

/** A number as it was once entered; null where what stood was withdrawn. */
export interface IndicatorVersion {
  number: string;
  value: number | null;
  sourceKind: SourceKind;
  source: string;
  reason: string | null;
  enteredBy: PersonName;
  enteredAt: string;
}
