import type * as Api from '#api';

export type MemberName = Api.TeamworkMemberName;
export type Serving = Api.TeamworkServing;
export type Shift = Api.TeamworkShiftView;

/** A month of a team's plan. */
export type Plan = Api.TeamworkPlanView;
export type PatrolVersion = Api.TeamworkVersionView;

/** What a team does on duty; a patrol is one sort of it. */
export const dutyKinds = ['PATROL', 'ON_CALL', 'EVENT', 'FIRE_RESCUE', 'TRAFFIC', 'ASSIGNED'] as const;
export type DutyKind = (typeof dutyKinds)[number];

export type Patrol = Api.TeamworkPatrolView;
export type Hours = Api.TeamworkHoursView;
export type TeamMonth = Api.TeamworkTeamMonth;

export type DrillKind = Drill['kind'];
export const drillKinds: readonly DrillKind[] = ['TRAINING', 'DRILL', 'CONTEST'];
export type DrillOutcome = NonNullable<Attendance['outcome']>;
export const drillOutcomes: readonly DrillOutcome[] = ['PASSED', 'ATTENDED', 'NOT_PASSED', 'ABSENT'];

export type Drill = Api.TeamworkDrillLine;
export type Attendance = Api.TeamworkAttendanceView;
export type DrillDetails = Api.TeamworkDrillView;
export type DrillGap = Api.TeamworkDrillGap;

export type ItemKind = Item['kind'];
export const itemKinds: readonly ItemKind[] = ['SUPPORT_TOOL', 'UNIFORM', 'COMMUNICATION', 'LIGHT', 'FIRE_FIGHTING', 'RESCUE', 'OFFICE', 'OTHER'];
export type ItemState = Item['state'];
export type ItemMove = 'RECEIVED' | 'ISSUED' | 'RETURNED' | 'SENT_TO_REPAIR' | 'REPAIRED' | 'WRITTEN_OFF' | 'TAKEN_OVER';
/** What can be done with an item in a state. */
export const movesOf: Record<ItemState, readonly ItemMove[]> = {
  IN_STORE: ['ISSUED', 'SENT_TO_REPAIR', 'WRITTEN_OFF'],
  ISSUED: ['RETURNED', 'SENT_TO_REPAIR', 'WRITTEN_OFF'],
  IN_REPAIR: ['REPAIRED', 'WRITTEN_OFF'],
  WRITTEN_OFF: [],
};

export type Holder = Api.TeamworkHolder;
export type Item = Api.TeamworkItemView;
export type ItemHistory = Api.TeamworkItemHistory;
export type Stocktaking = Api.TeamworkStocktakingView;

export type PayKind = PayRule['kind'];
export const payKinds: readonly PayKind[] = ['BASE_SALARY', 'MONTHLY', 'DUTY_HOUR', 'SOCIAL_INSURANCE', 'HEALTH_INSURANCE'];

export type PayRule = Api.TeamworkPayRule;
export type VillageType = Api.TeamworkVillageType;
export type PaySheet = Api.TeamworkSheetView;

/** A month of a commune that was divided, of which some part has no sheet. */
export type DividedMonth = Api.TeamworkDividedMonth;
export type PayLine = Api.TeamworkLineView;
export type Paid = Api.TeamworkPaidView;

export type MeritKind = Merit['kind'];
export const meritForms: Record<MeritKind, readonly string[]> = {
  COMMENDATION: ['LETTER_OF_COMMENDATION', 'CERTIFICATE_OF_MERIT', 'CITATION_OF_MERIT', 'BONUS'],
  DISCIPLINE: ['REPRIMAND', 'WARNING', 'REMOVAL'],
  RATING: ['TASK_DONE_EXCELLENTLY', 'TASK_DONE_WELL', 'TASK_DONE', 'TASK_NOT_DONE'],
};

export type Merit = Api.TeamworkMeritView;

/** What is kept of somebody's work. */
export type WorkRecord = Api.TeamworkRecordView;

export type GroupKind = Group['kind'];
export const groupKinds: readonly GroupKind[] = ['SECURITY', 'SOCIAL_SECURITY'];

export type Group = Api.TeamworkGroupLine;
export type GroupLeader = Api.TeamworkLeaderView;
export type GroupDetails = Api.TeamworkGroupView;

/** What a list of groups holds, what taking it would do, and what is wrong with it. */
export type GroupReport = Api.TeamworkGroupReport;
export type GroupFigures = Api.TeamworkGroupFigures;
