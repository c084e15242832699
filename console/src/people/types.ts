import type * as Api from '#api';

/** Roles that decide or supervise, granted by one administrator and to be confirmed by another. */
export type RoleGrant = Api.IdentityGrantView;
