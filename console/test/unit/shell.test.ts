import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { may } from '../../src/api/rights';
import { roles, type User } from '../../src/api/types';
import { onlyTells } from '../../src/cameras/advice';
import { pages } from '../../src/pages';
import { isAddress } from '../../src/shell/params';
import { menuOf, phoneApp, sections, sectionsOf } from '../../src/shell/sections';
import { beginningsOf, workplacesOf } from '../../src/worklist/beginnings';
import { byUrgency, countOf, overdueOf } from '../../src/worklist/counts';
import type { WorklistEntry, WorklistKind } from '../../src/worklist/types';
// @ts-expect-error: the stand-in is plain JavaScript.
import { operationsOf } from '../stub/contract.mjs';
import { root } from './messages';

test('no letter leads to two pages', () => {
  const letters = sections.map((each) => each.letter);
  expect(new Set(letters).size).toBe(letters.length);
});

test('no menu has more than eight entries, and each has all sections once', () => {
  for (const held of [...roles.map((role) => [role]), [...roles]]) {
    const user = { roles: held, operations: operationsOf(held) } as User;
    const menu = menuOf(user);
    expect(menu.length, held.join()).toBeLessThanOrEqual(8);
    expect(menu.flatMap((group) => group.sections)).toHaveLength(sectionsOf(user).length);
  }
});

test('nobody’s first page is empty when nothing waits', () => {
  const addresses = [phoneApp, '/cameras', '/wall', ...Object.keys(pages).map((path) => `/${path.replace(':step?', 'case')}`)];
  for (const role of roles) {
    // A senior approver's role adds to an approver's, and is held by nobody without it.
    const held = role === 'SENIOR_APPROVER' ? ['APPROVER', role] : [role];
    const user = { roles: held, operations: operationsOf(held) } as User;
    const begins = beginningsOf(user);
    const ways = begins.length > 0 ? begins : workplacesOf(user);
    expect(ways.length, role).toBeGreaterThan(0);
    for (const { to } of ways) expect(addresses, role).toContain(to);
    expect(new Set(ways.map(({ label }) => label)).size, role).toBe(ways.length);
  }
});

test('who is in a team begins at the phone app, and nobody else', () => {
  const begins = roles.filter((role) => beginningsOf({ roles: [role], operations: operationsOf([role]) } as unknown as User).some(({ to }) => to === phoneApp));
  expect(begins).toEqual(['TEAM_LEADER', 'TEAM_MEMBER']);
});

test('what is overdue has a number of its own only where it is not all that waits', () => {
  const entry = (count: number, overdue: number): WorklistEntry => ({ kind: 'CAMERA_NOT_RECORDING', count, overdue, nextDue: null, latest: null });
  expect([entry(3, 0), entry(3, 2), entry(3, 3)].map(overdueOf)).toEqual(['none', 'some', 'all']);
});

test('what waits is ordered by urgency, and counted where it is done', () => {
  const entry = (kind: WorklistKind, count: number, overdue: number, nextDue: string | null): WorklistEntry => ({ kind, count, overdue, nextDue, latest: null });
  const entries = [
    entry('FINDING', 4, 0, null),
    entry('MEDIATION', 2, 0, '2026-12-05T00:00:00Z'),
    entry('REQUEST_DECISION', 3, 0, '2026-12-02T09:00:00Z'),
    entry('PACKAGE_READY', 1, 0, null),
    entry('PERIOD_REPORT', 1, 1, null),
  ];
  expect(byUrgency(entries).map((each) => each.kind)).toEqual(['PERIOD_REPORT', 'REQUEST_DECISION', 'MEDIATION', 'FINDING', 'PACKAGE_READY']);
  expect(countOf(entries, [{ path: '/requests' }])).toEqual({ count: 4, overdue: 0 });
  expect(countOf(entries, [{ path: '/requests' }, { path: '/province' }])).toEqual({ count: 5, overdue: 1 });
  expect(countOf(entries, [{ path: '/' }])).toEqual({ count: 0, overdue: 0 });
});

test('what is mistyped is no page', () => {
  const id = '019b0000-0000-7000-8000-0000000000af';
  for (const params of [{}, { id }, { id, memberId: id.toUpperCase() }, { index: '17' }, { layout: '9' }, { step: 'check' }, { '*': 'nowhere' }]) expect(isAddress(params)).toBe(true);
  for (const params of [{ id: '17' }, { id, memberId: 'new' }, { id: `${id}0` }, { id: id.replace('af', 'zz') }, { index: '-1' }, { index: '1e3' }, { layout: '5' }, { step: 'done' }])
    expect(isAddress(params)).toBe(false);
});

test('nobody is told to use what their role does not have', () => {
  const file = readFileSync(join(root, '../server/src/main/resources/messages/recording_en.properties'), 'utf8');
  const advice = [...file.matchAll(/^camera\.advice\.(\w+)\S*=(.*)$/gm)].map(([, cause, text]) => ({ cause: cause!, text: text! }));
  expect(advice.length).toBeGreaterThan(30);
  const byEntry = advice.filter(({ text }) => /\b(enter|correct) (the|them)\b/i.test(text));
  expect(byEntry.length).toBeGreaterThan(2);
  for (const role of roles) {
    const user = { roles: [role], operations: operationsOf([role]), area: null } as unknown as User;
    for (const { cause } of byEntry) expect(onlyTells(user, cause), `${role} ${cause}`).toBe(!may(user, 'changeCameras'));
  }
});
