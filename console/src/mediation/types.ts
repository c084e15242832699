import type * as Api from '#api';
import type { Figure } from '../cases/types';

export const bases = ['PARTY_ASKS', 'MEDIATOR_KNOWS', 'ASSIGNED_OR_ASKED'] as const;
export type Basis = (typeof bases)[number];
export const disputeKinds = ['NEIGHBOURS', 'PROPERTY', 'BOUNDARY', 'FAMILY', 'INHERITANCE', 'DEBT', 'ENVIRONMENT', 'OTHER'] as const;
export type DisputeKind = (typeof disputeKinds)[number];
export type MediationState = Mediation['state'];
export const urgencies = ['CRITICAL', 'OVERDUE', 'SOON', 'LATER'] as const;
export type Urgency = (typeof urgencies)[number];

/** A mediation as lists show it; who is only to know that it exists gets null for the rest. */
export type Mediation = Api.MediationMediationView;

export type MediationAction = MediationDetails['actions'][number];

export type MediationDetails = Api.MediationMediationDetails;

export const scopeQuestions = ['VIOLENCE', 'CHILD', 'INJURY', 'OFFENCE', 'PUBLIC_INTEREST', 'BARRED', 'OTHER_LAW'] as const;
export type ScopeQuestion = (typeof scopeQuestions)[number];

/** What must not be mediated, and whom to turn to instead, the first to call first. */
export type Scope = Api.MediationScopeView;

export const exclusions = ['KIN', 'INTEREST', 'PARTY_OBJECTS', 'OTHER'] as const;
export const correctedItems = ['PARTIES', 'ABOUT', 'SESSION', 'AGREEMENT', 'OTHER'] as const;
export const followUpResults = ['URGED', 'KEPT', 'NOT_KEPT'] as const;
export const stoppers = ['ONE_PARTY', 'ALL_PARTIES'] as const;

/** Who the parties are and what was said. */
export type MediationContent = Api.MediationMediationContent;
export type MediatorChoice = Api.MediationMediatorChoice;

export type MediatorEntry = Api.MediationMediatorView;
export type MediationTeam = Api.MediationMediationTeamView;

export const endCauses = ['OWN_WISH', 'CRITERIA', 'BREACH'] as const;

export const countColumns = ['received', 'agreed', 'notAgreed', 'stopped', 'escalated', 'referred', 'pending'] as const;
/** How many were referred is told of whole communes only; of those that are pending, who sees figures only learns no village's. */
export type MediationCounts = Record<(typeof countColumns)[number], Figure | null> & { success: number | null };

export type MediationFigures = Api.MediationMediationFiguresView;
