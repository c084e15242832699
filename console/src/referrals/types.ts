import type * as Api from '#api';

export type Referral = Api.RecordingFootageReferralView;
