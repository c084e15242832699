import type { Referral } from './types';

const camerasOf = (referral: Referral) => referral.cameras.map((camera) => camera.id).join(',');

/** The player at the referred span, which asks whoever opens it for their own right. */
export const playAt = (referral: Referral): string => `/play?cams=${camerasOf(referral)}&t=${referral.from}&in=${referral.from}&out=${referral.to}`;

const span = (referral: Referral): string => `by=player&cams=${camerasOf(referral)}&from=${referral.from}&to=${referral.to}`;

/** A request for the referred span. */
export const requestOf = (referral: Referral): string => `/requests/new?${span(referral)}`;

/** A new case of the span's time, which leads on to a request for it. */
export const caseOf = (referral: Referral): string => `/cases/new?request=1&${span(referral)}`;
