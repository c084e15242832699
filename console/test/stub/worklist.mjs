// What waits for whoever asks: as long as the lists that the stand-in would answer them.
import { operationsOf } from './contract.mjs';
import { page } from './page.mjs';

const open = (each) => each.review === null || each.review === undefined;

const lately = (each, { world, user }) => each.person.id !== user.id && Date.parse(each.openedAt) > world.now() - 86_400_000;

/** Kind, the operation that it is for, the list, which of it wait, which of these are overdue, and when each is due. */
const sources = [
  ['CAMERA_NOT_RECORDING', 'DUTY_OFFICER', '/api/cameras?state=DOWN', () => true, () => true],
  ['WANTED_VEHICLE_ALERT', 'POST /api/wanted-vehicles/alerts/{id}/acknowledgement', '/api/wanted-vehicles/alerts?state=OPEN', () => true, () => true],
  ['FOOTAGE_REFERRAL', 'POST /api/footage-referrals/{id}/acceptance', '/api/footage-referrals?waiting=true', () => true, () => false, (each) => each.openUntil],
  ['REQUEST_DECISION', 'POST /api/requests/{id}/decision', '/api/requests/waiting', () => true, (each) => each.urgent, (each) => each.expiresAt],
  ['HOLD_LIFTING', 'POST /api/requests/{id}/holds/{holdId}/review', '/api/holds/waiting', (each) => each.hold.mayDecide],
  ['HOLD_REVIEW', 'POST /api/requests/{id}/holds/{holdId}/review', '/api/holds/waiting', (each) => each.hold.overdue, () => true],
  ['CASE_CLOSURE_DECISION', 'POST /api/cases/{id}/final-closure/decision', '/api/final-closures', () => true],
  ['PARTY_REOPENING_DECISION', 'GET /api/party-reopenings', '/api/party-reopenings', () => true],
  ['EMERGENCY_REVIEW', 'GET /api/emergency-accesses', '/api/emergency-accesses', open, (each) => each.overdue],
  ['EMERGENCY_NOTICE', 'GET /api/emergency-accesses/notices', '/api/emergency-accesses/notices', lately],
  ['DATA_REQUEST', 'POST /api/data-requests', '/api/data-requests?state=OPEN', () => true, (each) => each.overdue],
  ['ROLE_GRANT', 'POST /api/role-grants/{id}/decision', '/api/role-grants', (each) => each.mayDecide],
  ['SITUATION_DANGER', 'POST /api/situations/{id}/acknowledgement', '/api/situations?openness=OPEN&state=SUBMITTED', (each) => each.danger, () => true],
  ['SITUATION_RECEIPT', 'POST /api/situations/{id}/acknowledgement', '/api/situations?openness=OPEN&state=SUBMITTED', (each) => !each.danger, (each) => each.late, (each) => each.dueAt],
  ['MEDIATION', 'POST /api/mediations/{id}/acceptance', '/api/mediations?state=OPEN', (each) => ['CRITICAL', 'OVERDUE', 'SOON'].includes(each.urgency), (each) => each.urgency === 'OVERDUE'],
  ['TEAM_DECISION', 'POST /api/teams/{id}/decision', '/api/teams/waiting', () => true],
  ['PERIOD_REPORT', 'GET /api/reports/waiting', '/api/reports/waiting', () => true, (each) => each.late],
];

const mayHave = (user) => {
  const held = [...operationsOf(user.roles), ...user.roles];
  return sources.filter(([, operation]) => held.includes(operation));
};

/** Of which there can be something for somebody. */
export const kindsOf = (user) => mayHave(user).map(([kind]) => kind);

export function worklistRoutes(list) {
  return [
    [
      'GET',
      /^\/api\/worklist$/,
      ({ world, user }) => {
        const entries = mayHave(user).map(([kind, , path, waits, overdue = () => false, due = () => null]) => {
          const found = list(path, { world, user }).filter((each) => waits(each, { world, user }));
          const coming = found
            .filter((each) => !overdue(each))
            .map(due)
            .filter(Boolean)
            .sort();
          return { kind, count: found.length, overdue: found.filter(overdue).length, nextDue: coming[0] ?? null, latest: null };
        });
        return page(entries.filter((each) => each.count > 0));
      },
    ],
  ];
}
