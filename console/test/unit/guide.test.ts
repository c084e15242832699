import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { may } from '../../src/api/rights';
import { type Role, roles, type User } from '../../src/api/types';
import { guides, labelOf, phoneApp, rightsOf, sectionOf } from '../../src/guide/guides';
// @ts-expect-error: the stand-in is plain JavaScript.
import { operationsOf } from '../stub/contract.mjs';
import { root } from './messages';

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
  const router = readFileSync(join(root, 'src/router.tsx'), 'utf8');
  for (const [, to] of roles.flatMap((role) => guides[role])) {
    if (to === '/' || to === phoneApp) continue;
    expect(router, to).toMatch(new RegExp(`path: '${to.slice(1)}(/:\\w+)?'`));
    expect(sectionOf(to) !== undefined || labelOf(to) === 'account.title', to).toBe(true);
  }
});
