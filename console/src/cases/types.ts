import type * as Api from '#api';

/** A type of case, which can be chosen from one day to another. */
export type CaseType = Api.CasesTypeView;

export type Clarified = 'VEHICLE' | 'PERSON' | 'TIME' | 'PLACE';
export const clarifiedKinds: readonly Clarified[] = ['VEHICLE', 'PERSON', 'TIME', 'PLACE'];
/** Why a case says no more of its place than the commune. */
export type Protection = Case['protection'];
export const protections: readonly Protection[] = ['NONE', 'CHILD', 'DOMESTIC_VIOLENCE'];
export type Case = Api.CasesCaseView;

/** How well the time of an incident is known: as it is said, or some time between two. */
export type Timing = Incident['timing'];
export const timings: readonly Timing[] = ['EXACT', 'BETWEEN'];
/** One of the happenings that a case joins; `type` is null where it is that of the case. */
export type Incident = Api.CasesIncidentView;

/** A camera that was asked for in a case, that sees a place of it, or both. */
export type MapCamera = Api.EvidenceMapCamera;
export type CaseMap = Api.EvidenceCaseMap;

/** Who works on a case, and who could. */
export type CaseOfficers = Api.CasesOfficersView;

/** What somebody is in a case, by article 55 of the Criminal Procedure Code. */
export type PartyRole = Party['role'];
export const partyRoles: readonly PartyRole[] = ['REPORTER', 'REPORTED', 'VICTIM', 'WITNESS'];
/** One of the people of a case, without anything that says who. */
export type Party = Api.CasesPartyView;
export type PartyDetails = Api.CasesPartyDetails;

/** The wish that a sealed record be opened again, and what became of it. */
export type Reopening = Api.CasesReopeningView;

export type VehicleRole = Vehicle['role'];
export const vehicleRoles: readonly VehicleRole[] = ['STOLEN', 'USED', 'INVOLVED', 'SOUGHT'];
export type VehicleKind = Vehicle['kind'];
export const vehicleKinds: readonly VehicleKind[] = ['MOTORBIKE', 'CAR', 'TRUCK', 'BUS', 'TRICYCLE', 'BICYCLE', 'OTHER'];
export const plateColours = ['WHITE', 'BLUE', 'YELLOW', 'RED', 'OTHER'] as const;
export const vehicleColours = ['WHITE', 'BLACK', 'GREY', 'RED', 'BLUE', 'GREEN', 'YELLOW', 'BROWN', 'ORANGE', 'PURPLE', 'OTHER'] as const;
/** A vehicle of a case; `readings` is all that its plate may mean. */
export type Vehicle = Api.CasesVehicleView;
export type TimelineLine = Api.EvidenceTimelineLine;

/** A count; null for one to four where the single cases may not be seen, and otherwise rounded there. */
export type Figure = Api.PlatformFigure;
export type FigureLine = Api.EvidenceFigureLine;
export type YearFigures = Api.EvidenceFiguresView;
