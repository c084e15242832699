import type { Person, Role } from '../api/types';

/** One last day for all of somebody's roles; none where they do not end. */
export function endsOf(roles: readonly Role[], day: string | null): Partial<Record<Role, string>> {
  return day ? Object.fromEntries(roles.map((role) => [role, day])) : {};
}

/** All that somebody was granted: what they hold, what waits for a confirmation, and what ended by itself. */
export function grantedTo(person: Person): Role[] {
  return [...new Set([...person.roles, ...(person.waitingRoles ?? []), ...(Object.keys(person.roleEnds ?? {}) as Role[])])];
}
