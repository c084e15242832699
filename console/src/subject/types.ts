import type * as Api from '#api';

export type RequestChannel = DataRequest['channel'];
export const requestChannels: readonly RequestChannel[] = ['COUNTER', 'LETTER', 'EMAIL', 'TELEPHONE'];
export type RequestOutcome = NonNullable<DataRequest['outcome']>;
export const requestOutcomes: readonly RequestOutcome[] = ['GRANTED', 'PARTLY', 'REFUSED', 'TAKEN_BACK'];

/** What somebody asks about their own data, without anything that says who. */
export type DataRequest = Api.SubjectDataRequestView;
export type DataRequestDetails = Api.SubjectDetails;

/** Within how many days a kind is to be completed, and what says so. */
export type Term = Api.SubjectTerm;

/** A holiday, or a weekend that is worked. */
export type SpecialDay = Api.SubjectSpecialDay;
