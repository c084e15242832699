import type * as Api from '#api';
import type { Figure } from '../cases/types';

export const bases = ['PARTY_ASKS', 'MEDIATOR_KNOWS', 'ASSIGNED_OR_ASKED'] as const;
export type Basis = (typeof bases)[number];
export const disputeKinds = ['NEIGHBOURS', 'PROPERTY', 'BOUNDARY', 'FAMILY', 'INHERITANCE', 'DEBT', 'ENVIRONMENT', 'OTHER'] as const;
export type DisputeKind = (typeof disputeKinds)[number];
export type MediationState = Mediation['state'];
export type NextAct = Mediation['next'];
export const urgencies = ['CRITICAL', 'OVERDUE', 'SOON', 'LATER'] as const;
export type Urgency = (typeof urgencies)[number];
export type MediationOutcome = NonNullable<Mediation['outcome']>;

/** A mediation as lists show it; who is only to know that it exists gets null for the rest. */
export type Mediation = Api.CommunityMediationView;

export type MediationAct = MediationDetails['acts'][number];

export type MediationDetails = Api.CommunityMediationDetails;

export const scopeQuestions = ['VIOLENCE', 'CHILD', 'INJURY', 'OFFENCE', 'PUBLIC_INTEREST', 'BARRED', 'OTHER_LAW'] as const;
export type ScopeQuestion = (typeof scopeQuestions)[number];

/** What must not be mediated, and whom to turn to instead, the first to call first. */
export type Scope = Api.CommunityScopeView;

export const exclusions = ['KIN', 'INTEREST', 'PARTY_OBJECTS', 'OTHER'] as const;
export const correctedItems = ['PARTIES', 'ABOUT', 'SESSION', 'AGREEMENT', 'OTHER'] as const;
export const followUpResults = ['URGED', 'KEPT', 'NOT_KEPT'] as const;
export const stoppers = ['ONE_PARTY', 'ALL_PARTIES'] as const;

export type WrittenItems = Api.CommunityWrittenItems;

/** Who the parties are and what was said. */
export type MediationContent = Api.CommunityMediationContent;
export type MediatorChoice = Api.CommunityMediatorChoice;

export type TeamGap = MediationTeam['gaps'][number];

export type MediatorEntry = Api.CommunityMediatorView;
export type MediationTeam = Api.CommunityMediationTeamView;

export const endCauses = ['OWN_WISH', 'CRITERIA', 'BREACH'] as const;

export const countColumns = ['received', 'agreed', 'notAgreed', 'stopped', 'escalated', 'referred', 'pending'] as const;
/** How many were referred is told of whole communes only; of those that are pending, who sees figures only learns no village's. */
export type MediationCounts = Record<(typeof countColumns)[number], Figure | null> & { success: number | null };

export type MediationFigures = Api.CommunityMediationFiguresView;
