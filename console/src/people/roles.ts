import type { Person, Role } from '../api/types';

/** One last day for all of somebody's roles; none where they do not end. */
export function endsOf(roles: readonly Role[], day: string | null): Partial<Record<Role, string>> {
  return day ? Object.fromEntries(roles.map((role) => [role, day])) : {};
}

/** All that somebody was granted: what they hold, and what ended by itself. */
export function grantedTo(person: Person): Role[] {
  const ended = Object.keys(person.roleEnds ?? {}).filter((role) => !person.roles.includes(role as Role));
  return [...person.roles, ...(ended as Role[])];
}
