import type * as Api from '#api';

export type TeamState = TeamLine['state'];
export type Position = Term['position'];
export const positions: readonly Position[] = ['LEADER', 'DEPUTY', 'MEMBER'];
export type Gender = NonNullable<Member['gender']>;
export const genders: readonly Gender[] = ['MALE', 'FEMALE', 'OTHER'];
export type Origin = NonNullable<Member['origin']>;
export const origins: readonly Origin[] = ['CIVIL_DEFENCE', 'PART_TIME_POLICE', 'MILITIA_GUARD', 'RECRUITED'];
export type Education = NonNullable<Member['education']>;
export const educations: readonly Education[] = ['PRIMARY', 'LOWER_SECONDARY', 'UPPER_SECONDARY', 'VOCATIONAL', 'UNIVERSITY'];
export type LeavingReason = NonNullable<Member['leftReason']>;
export const leavingReasons: readonly LeavingReason[] = ['RESIGNED', 'AGE', 'HEALTH', 'MOVED', 'RELIEVED', 'DIED'];
export type AgeGroup = 'UNDER_30' | 'FROM_30' | 'FROM_45' | 'FROM_60' | 'OVER_70';
export const ageGroups: readonly AgeGroup[] = ['UNDER_30', 'FROM_30', 'FROM_45', 'FROM_60', 'OVER_70'];
export type Outcome = 'ACCEPTED' | 'REFUSED';

export type AreaName = Api.TeamAreaName;

/** A team as lists show it, without names of people. */
export type TeamLine = Api.TeamTeamLine;
export type Paper = Api.TeamPaper;

export type ProposalKind = TeamProposal['kind'];

export type TeamProposal = Api.TeamTeamProposalView;

export type TermState = Term['state'];

export type Term = Api.TeamTermView;

export type Warning = Member['warnings'][number];

/** Somebody in a team; who is not of the office sees name, position and telephone. */
export type Member = Api.TeamMemberView;

/** Whether somebody leads their team today. */
export function leads(member: Member): boolean {
  return member.state === 'RECOGNISED' && member.position === 'LEADER' && (member.termState === 'RUNNING' || member.termState === 'ENDING');
}

export type Team = Api.TeamTeamView;
export type MemberDetails = Api.TeamMemberDetailsView;
export type Waiting = Api.TeamWaitingView;
export type RosterLine = Api.TeamRosterLine;
export type Roster = Api.TeamRosterView;
export type Standard = Api.TeamTeamStandard;

/** A list that was taken in, about which nobody decided here. */
export type TakenList = Api.TeamTakenListView;

/** What the check of a list of teams says. */
export type TeamReport = Api.TeamTeamReport;
