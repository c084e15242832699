import type * as Api from '#api';

export type Verdict = 'JUSTIFIED' | 'NOT_JUSTIFIED';

export type EmergencyPurpose = EmergencyDetails['purpose'];

/** Somebody's leave to see footage of one area, or to read reports of one commune, that they may not otherwise see. */
export type EmergencyAccess = Api.IdentityEmergencyView;

/** One entry of the log in which footage was seen, or reports were sought and read, under it. */
export type Looked = Api.IdentityLookView;
export type EmergencyDetails = Api.IdentityDetails;

/** One's own: the open one, how many more, and the last ones. */
export type OwnEmergencies = Api.IdentityOwnView;

export const shortestReason = 20;
export const longestReason = 1000;

/** As the server counts: blanks in a row are one. */
export function isReason(text: string): boolean {
  const length = [...text.trim().replace(/\s+/g, ' ')].length;
  return length >= shortestReason && length <= longestReason;
}
