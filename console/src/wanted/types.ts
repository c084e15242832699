import type * as Api from '#api';

export type Wanted = Api.SightingsWantedView;
export type WantedState = Wanted['state'];
export type WantedRequest = Api.SightingsNewWantedVehicle;
export type DecisionOutcome = Api.SightingsWantedDecision['outcome'];
export type Alert = Api.SightingsWantedAlertView;
export type AlertState = Alert['state'];
export type Finding = NonNullable<Api.SightingsWantedAcknowledgement['finding']>;

export const wantedStates: readonly WantedState[] = ['REQUESTED', 'ACTIVE', 'REFUSED', 'EXPIRED', 'ENDED'];
export const alertStates: readonly AlertState[] = ['OPEN', 'ACKNOWLEDGED', 'EXPIRED'];
export const findings: readonly Finding[] = ['THE_VEHICLE', 'ANOTHER_VEHICLE'];
export const classes = ['MOTORBIKE', 'CAR', 'VAN', 'TRUCK', 'BUS', 'BICYCLE', 'OTHER'] as const satisfies readonly NonNullable<Wanted['objectClass']>[];
export const colours = ['WHITE', 'SILVER', 'GREY', 'BLACK', 'RED', 'ORANGE', 'YELLOW', 'GREEN', 'BLUE', 'PURPLE', 'BROWN'] as const satisfies readonly NonNullable<Wanted['colour']>[];

export const shortestReason = 20;
