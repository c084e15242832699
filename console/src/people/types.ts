import type * as Api from '#api';

export const grantCauses = ['GRANTED', 'MOVED', 'RENAMED', 'PASSWORD_RESET', 'FACTORS_RESET', 'PROVIDER_LINKED', 'REACTIVATED', 'AREAS_MERGED'] as const;

/** Roles that decide or supervise, granted by one administrator and to be confirmed by another. */
export type RoleGrant = Api.IdentityGrantView;
