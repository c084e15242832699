import type * as Api from '#api';
import type { PersonRef } from '../api/types';

export type UnitKind = StandardUnit['unitKind'];
export const unitKinds: readonly UnitKind[] = ['RESIDENTIAL_AREA', 'COMMUNE', 'AGENCY', 'ENTERPRISE', 'SCHOOL'];
export type StandardState = NonNullable<StandardUnit['state']>;
export type StandardOutcome = NonNullable<StandardUnit['outcome']>;
export type AnswerKind = CriterionOfLaw['answer'];
export type ReviewOutcome = 'ACCEPTED' | 'ASKED' | 'CHANGED';
export type Progress = 'NOT_REGISTERED' | 'REGISTERED' | 'SELF_ASSESSED' | 'APPRAISED' | 'DECIDED' | 'EXEMPT';
export const progresses: readonly Progress[] = ['NOT_REGISTERED', 'REGISTERED', 'SELF_ASSESSED', 'APPRAISED', 'DECIDED', 'EXEMPT'];
export type Ground = NonNullable<StandardUnit['exempt']>;
export const grounds: readonly Ground[] = ['ARMED_FORCES', 'SMALL_ENTERPRISE', 'PRIMARY_OR_NURSERY', 'HIGHER_AUTHORITY'];

/** What the Circular asks for only where there is such a thing. */
export type ConditionCode = Condition['code'];
/** A body of which somebody is to come to the meeting. */
export type BodyCode = Participant['code'];

export type Condition = Api.StandardStandardCondition;
export type Participant = Api.StandardStandardParticipant;

/** Something that stands against a criterion being met. */
export interface Contradiction {
  criterion: string;
  code: string;
  number: number;
  against: number | null;
}

/** Why a unit was decided to meet the standard although something stood against a criterion. */
export type StandardException = Api.StandardStandardException;

/** A unit in a year. */
export type StandardUnit = Api.StandardUnitView;
export type UnitFigures = Api.StandardUnitFigures;
export type CommuneStanding = Api.StandardCommuneStanding;
export type CommuneView = Api.StandardCommuneView;

export interface AnswerVersion {
  version: number;
  appraisal: boolean;
  met: boolean | null;
  number: number | null;
  against: number | null;
  absent: ConditionCode[];
  reason: string | null;
  by: PersonRef;
  at: string;
}

export interface ReviewView {
  outcome: ReviewOutcome;
  reason: string | null;
  by: PersonRef;
  at: string;
}

export interface EvidenceItem {
  id: string;
  title: string;
  number: string | null;
  speaksFor: string;
  renewed: boolean;
  at: string;
  withdrawnReason: string | null;
}

export interface CriterionItem {
  code: string;
  text: string;
  lawText: string;
  law: string;
  answer: AnswerKind;
  percent: number | null;
  own: boolean;
  whole: boolean;
  disagrees: boolean;
  conditions: Condition[];
  versions: AnswerVersion[];
  review: ReviewView | null;
  asked: ReviewView | null;
  evidence: EvidenceItem[];
  lastYear: AnswerVersion | null;
  lastYearEvidence: EvidenceItem[];
  facts: { code: string; number: number; of: number | null; contradicts: boolean }[];
}

export interface Minutes {
  heldOn: string;
  chair: string;
  households: number;
  attended: number;
  organisations: number;
  votesFor: number;
  votesAgainst: number;
  came: BodyCode[];
  nonexistent: BodyCode[];
}

export interface StandardStep {
  kind: 'REGISTERED' | 'SELF_ASSESSED' | 'RETURNED' | 'APPRAISED' | 'DECIDED' | 'CERTIFIED' | 'REVOKED';
  round: number;
  outcome: StandardOutcome | null;
  number: string | null;
  on: string | null;
  words: string | null;
  lateReason: string | null;
  by: PersonRef;
  at: string;
  minutes: Minutes | null;
  exceptions: (StandardException & { contradictions: Contradiction[] })[];
}

/** A sign that something may not have been recorded: a question, never a verdict. */
export interface Signal {
  kind: string;
  criterion: string | null;
  numbers: number[];
}

export interface Assessment {
  id: string;
  code: string;
  areaId: string;
  areaName: string;
  unitKind: UnitKind;
  year: number;
  state: StandardState;
  outcome: StandardOutcome | null;
  round: number;
  registered: number | null;
  registrable: number | null;
  partyOrganisation: boolean;
  plan: { number: string; on: string } | null;
  law: string;
  authority: string | null;
  periodFrom: string;
  periodTo: string;
  decideBefore: string;
  late: boolean;
  mayAssess: boolean;
  mayAppraise: boolean;
  mayDecide: boolean;
  criteria: CriterionItem[];
  steps: StandardStep[];
  /** What stands today against it being met. */
  contradictions: Contradiction[];
  participants: Participant[];
  questions: Signal[];
}

export type CriterionOfLaw = Api.StandardCriterionView;
export type CriteriaSet = Api.StandardCriteriaSet;

/** What counts for a criterion. */
export const counts = (item: CriterionItem): AnswerVersion | null => item.versions.at(-1) ?? null;

/** Whether a criterion applies where there are not these things. */
export const applies = (item: CriterionItem, absent: ConditionCode[]) => !item.conditions.some((each) => each.scope === 'WHOLE' && absent.includes(each.code));

/** Whether its numbers are asked for. */
export const asksNumbers = (item: CriterionItem, absent: ConditionCode[]) => item.answer !== 'JUDGMENT' && !item.conditions.some((each) => each.scope !== 'PART' && absent.includes(each.code));

/** Whether it is met, or does not apply. */
export function holds(item: CriterionItem): boolean {
  const answer = counts(item);
  return answer !== null && (answer.met === true || !applies(item, answer.absent));
}

/** Who has an assessment now. */
export type Turn = 'ASSESS' | 'APPRAISE' | 'DECIDE' | 'CERTIFY' | null;

/** What the reader may do with an assessment now. */
export function turnOf(of: Assessment): Turn {
  if (of.state === 'REGISTERED') return of.mayAssess ? 'ASSESS' : null;
  if (of.state === 'SELF_ASSESSED') return of.mayAppraise ? 'APPRAISE' : null;
  if (of.state === 'APPRAISED') return of.mayDecide ? 'DECIDE' : null;
  return null;
}

/** Whether the reader has still to do something with a criterion. */
export function open(of: Assessment, item: CriterionItem): boolean {
  return of.state === 'REGISTERED' ? !item.whole || item.asked !== null : item.review === null || item.review.outcome === 'ASKED';
}
