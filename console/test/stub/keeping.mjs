// The made-up ends of cases, and how long packages are kept, of the stand-in.

import { dayOf, iso } from './days.mjs';
import { Refusal } from './refusal.mjs';

const day = 86_400_000;
const id = (n) => `01900000-0000-7000-d000-${String(n).padStart(12, '0')}`;
const personAt = (world, index) => ({ id: world.people[index].id, displayName: world.people[index].displayName });
const named = (user) => ({ id: user.id, displayName: user.displayName });

/** One that waits for an approver, in the case that is closed. */
export function endings(world) {
  const now = world.now();
  const closed = world.cases.find((each) => each.state === 'CLOSED');
  return [
    {
      id: id(1),
      caseId: closed.id,
      caseCode: closed.code,
      act: 'END',
      kind: 'JUDGMENT_IN_FORCE',
      authority: 'COURT',
      number: '45/2026/HS-ST',
      on: dayOf(now - 2 * day),
      reason: 'Bản án sơ thẩm đã có hiệu lực, không còn kháng cáo.',
      askedBy: personAt(world, 1),
      askedAt: iso(now - day),
      decision: null,
    },
  ];
}

function endOf(world, caseId) {
  const last = world.endings.find((each) => each.caseId === caseId && each.decision?.outcome === 'CONFIRMED');
  return last?.act === 'END' ? { kind: last.kind, on: last.on, confirmedAt: last.decision.at } : null;
}

function endingsOf(world, user, caseId) {
  const items = world.endings.filter((each) => each.caseId === caseId);
  const pending = items.find((each) => !each.decision);
  const asks = !pending && user.roles.includes('INVESTIGATOR');
  const end = endOf(world, caseId);
  return { end, mayAsk: asks && !end, mayUndo: asks && end !== null, mayDecide: user.roles.includes('APPROVER') && pending !== undefined && pending.askedBy.id !== user.id, items };
}

const hold = (n, more) => ({
  id: id(n),
  document: '17/YC-VKS',
  authority: 'PROSECUTOR',
  article: 'Điều 90 Bộ luật Tố tụng hình sự',
  reason: 'Hồ sơ còn phục vụ phiên tòa phúc thẩm.',
  review: null,
  lifting: null,
  lifted: false,
  overdue: false,
  ...more,
});

function holdsOf(world, requestId) {
  world.holds ??= new Map();
  if (!world.holds.has(requestId)) {
    const now = world.now();
    world.holds.set(requestId, [
      hold(12, { owner: personAt(world, 1), placedAt: iso(now - 400 * day), reviewOn: dayOf(now - 3 * day), overdue: true }),
      hold(11, {
        document: '03/QĐ-TA',
        authority: 'COURT',
        owner: personAt(world, 4),
        placedAt: iso(now - 90 * day),
        reviewOn: dayOf(now + 60 * day),
        lifting: { reason: 'Tòa án đã xét xử xong, trả hồ sơ.', askedBy: personAt(world, 4), askedAt: iso(now - day), decision: null },
      }),
    ]);
  }
  return world.holds.get(requestId);
}

function keeping(world, user, request) {
  const approves = user.roles.includes('APPROVER');
  const keeps = approves || user.roles.includes('AUDITOR') || request.requestedBy.id === user.id;
  const { deletedAt, code, sha256 = 'a3'.repeat(32), bytes, logIndex } = request.extraction;
  const holds = (deletedAt ? [] : holdsOf(world, request.id)).map((each) => ({
    ...each,
    mayReview: !each.lifted && (approves || each.owner.id === user.id),
    mayAskLifting: !each.lifted && keeps && (!each.lifting || each.lifting.decision !== null),
    mayDecide: !each.lifted && approves && each.lifting !== null && each.lifting.decision === null && each.lifting.askedBy.id !== user.id,
  }));
  const end = endOf(world, request.case.id);
  const until = end ? iso(Date.parse(end.on) + 1826 * day) : null;
  const held = holds.some((each) => !each.lifted);
  return {
    state: deletedAt ? 'DELETED' : held ? 'HELD' : end ? 'COUNTING' : 'NO_END',
    end,
    keepDays: 1826,
    until,
    handedOver: false,
    holds,
    mayHold: keeps && !deletedAt,
    deleted: deletedAt
      ? {
          at: deletedAt,
          logIndex: 40,
          end: 'JUDGMENT_IN_FORCE',
          endedOn: '2021-11-20',
          keepDays: 1826,
          packages: [
            { name: code, bytes, sha256, logIndex },
            { name: `${code}-C1`, bytes: 12_400_300, sha256: '77'.repeat(32), logIndex: logIndex + 1 },
          ],
        }
      : null,
  };
}

/** @param the checks that all paths of the stand-in share */
export function keepingRoutes({ fieldErrors, grave, find }) {
  const change = (world, user, params, act) => {
    const request = find(world.evidence, params[0]);
    act(find(holdsOf(world, request.id), params[1]));
    return keeping(world, user, request);
  };
  const waiting = (world, user) =>
    world.evidence
      .filter((each) => each.extraction && !each.extraction.deletedAt)
      .slice(0, 1)
      .flatMap((each) =>
        keeping(world, user, each)
          .holds.filter((one) => one.mayDecide || (one.overdue && one.mayReview))
          .map((one) => ({ requestId: each.id, request: each.code, extraction: each.extraction.code, hold: one })),
      );
  return [
    ['GET', /^\/api\/final-closures$/, ({ world }) => ({ items: world.endings.filter((each) => !each.decision), next: null })],
    ['GET', /^\/api\/cases\/([^/]+)\/final-closures$/, ({ world, user, params }) => endingsOf(world, user, params[0])],
    [
      'POST',
      /^\/api\/cases\/([^/]+)\/final-closure$/,
      ({ world, user, params, body }) => {
        fieldErrors([body.on > dayOf(world.now()), 'on', 'Không được là ngày sau hôm nay.']);
        world.endings.unshift({
          id: crypto.randomUUID(),
          caseId: params[0],
          caseCode: find(world.cases, params[0]).code,
          act: 'END',
          ...body,
          askedBy: named(user),
          askedAt: iso(world.now()),
          decision: null,
        });
        return { status: 201, body: endingsOf(world, user, params[0]) };
      },
    ],
    [
      'POST',
      /^\/api\/cases\/([^/]+)\/final-closure\/reversal$/,
      ({ world, user, params, body }) => {
        world.endings.unshift({
          id: crypto.randomUUID(),
          caseId: params[0],
          caseCode: find(world.cases, params[0]).code,
          act: 'UNDO',
          kind: null,
          authority: null,
          number: null,
          on: null,
          ...body,
          askedBy: named(user),
          askedAt: iso(world.now()),
          decision: null,
        });
        return { status: 201, body: endingsOf(world, user, params[0]) };
      },
    ],
    [
      'POST',
      /^\/api\/cases\/([^/]+)\/final-closure\/decision$/,
      ({ world, user, params, body }) => {
        grave(world, user);
        world.endings.find((each) => each.caseId === params[0] && !each.decision).decision = { ...body, by: named(user), at: iso(world.now()) };
        return endingsOf(world, user, params[0]);
      },
    ],
    ['GET', /^\/api\/holds\/waiting$/, ({ world, user }) => ({ items: waiting(world, user), next: null })],
    [
      'GET',
      /^\/api\/requests\/([^/]+)\/retention$/,
      ({ world, user, params }) => {
        const request = find(world.evidence, params[0]);
        if (!request.extraction) throw new Refusal(409, 'not-sealed', 'There is no package yet.');
        return keeping(world, user, request);
      },
    ],
    [
      'POST',
      /^\/api\/requests\/([^/]+)\/holds$/,
      ({ world, user, params, body }) => {
        fieldErrors([body.reviewOn <= dayOf(world.now()), 'reviewOn', 'Phải là ngày sau hôm nay và trong vòng một năm.']);
        const request = find(world.evidence, params[0]);
        holdsOf(world, request.id).unshift(hold(0, { ...body, id: crypto.randomUUID(), owner: named(user), placedAt: iso(world.now()) }));
        return { status: 201, body: keeping(world, user, request) };
      },
    ],
    [
      'POST',
      /^\/api\/requests\/([^/]+)\/holds\/([^/]+)\/review$/,
      ({ world, user, params, body }) =>
        change(world, user, params, (each) => Object.assign(each, { reviewOn: body.reviewOn, overdue: false, review: { reason: body.reason, by: named(user), at: iso(world.now()) } })),
    ],
    [
      'POST',
      /^\/api\/requests\/([^/]+)\/holds\/([^/]+)\/release$/,
      ({ world, user, params, body }) =>
        change(world, user, params, (each) => Object.assign(each, { lifting: { reason: body.reason, askedBy: named(user), askedAt: iso(world.now()), decision: null } })),
    ],
    [
      'POST',
      /^\/api\/requests\/([^/]+)\/holds\/([^/]+)\/release\/decision$/,
      ({ world, user, params, body }) => {
        grave(world, user);
        return change(world, user, params, (each) => {
          each.lifting.decision = { ...body, by: named(user), at: iso(world.now()) };
          each.lifted = body.outcome === 'CONFIRMED';
          each.overdue = each.overdue && !each.lifted;
        });
      },
    ],
  ];
}
