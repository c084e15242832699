import type { Role } from '../api/types';

export const grantCauses = ['GRANTED', 'MOVED', 'RENAMED', 'PASSWORD_RESET', 'FACTORS_RESET', 'PROVIDER_LINKED', 'REACTIVATED', 'AREAS_MERGED'] as const;

/** Roles that decide or supervise, granted by one administrator and to be confirmed by another. */
export interface RoleGrant {
  id: string;
  person: { id: string; displayName: string };
  username: string;
  roles: Role[];
  lastDays: Partial<Record<Role, string>>;
  areaName: string | null;
  causes: (typeof grantCauses)[number][];
  grantedBy: { id: string; displayName: string }[];
  grantedAt: string;
  until: string;
  mayDecide: boolean;
  /** Why one may not, as the code of a problem. */
  why: string | null;
  mayWithdraw: boolean;
}
