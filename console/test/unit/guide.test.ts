import { expect, test } from 'vitest';
import { may } from '../../src/api/rights';
import { type Role, roles, type User } from '../../src/api/types';
import { guides, labelOf, rightsOf, sectionOf } from '../../src/guide/guides';
import { pages } from '../../src/pages';
import { phoneApp } from '../../src/shell/sections';
// @ts-expect-error: the stand-in is plain JavaScript.
import { operationsOf } from '../stub/contract.mjs';

/** A senior approver's role adds to an approver's, and is held by nobody without it. */
const held = (role: Role): Role[] => (role === 'SENIOR_APPROVER' ? ['APPROVER', role] : [role]);

test('each role has a guide of four to seven steps', () => {
  for (const role of roles) {
    expect(guides[role].length, role).toBeGreaterThanOrEqual(4);
    expect(guides[role].length, role).toBeLessThanOrEqual(7);
  }
});

test('a guide leads only to what its role may do', () => {
  for (const role of roles) {
    const user = { roles: held(role), operations: operationsOf(held(role)) } as User;
    for (const step of guides[role]) for (const right of rightsOf(step)) expect(may(user, right), `${role} ${step[0]} ${right}`).toBe(true);
  }
});

test('a guide leads only to pages that there are', () => {
  for (const [, to] of roles.flatMap((role) => guides[role])) {
    if (to === '/' || to === phoneApp) continue;
    expect(
      Object.keys(pages).filter((path) => path === to.slice(1) || path.startsWith(`${to.slice(1)}/:`)),
      to,
    ).not.toEqual([]);
    expect(sectionOf(to) !== undefined || labelOf(to) === 'account.title', to).toBe(true);
  }
});
