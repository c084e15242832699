// The pages of the tour: what `screenshots.mjs` takes pictures of, in the order of docs/guide/tour.md.
import { reportSteps, searchVehicles } from '../test/browser/screens.mjs';

/**
 * @typedef {object} TourPage
 * @property {string} name of its pictures
 * @property {string} title under the picture
 * @property {string} [role] who is signed in; nobody for none
 * @property {string} [path] where it is
 * @property {string[]} [via] in its place: the page to begin at, then the routes whose first link is followed
 * @property {string[]} [looks] desk alone, unless said otherwise
 * @property {(page: import('playwright-core').Page, look: { width: number }) => unknown} [ready] makes it ready to be taken
 */

const every = ['desk', 'phone', 'arabic'];

const live = (page) =>
  page.waitForFunction(
    () => {
      const tiles = document.querySelectorAll('.cameras-tile:not(.cameras-tile-none)').length;
      return tiles > 0 && document.querySelectorAll('.cameras-tile[data-state="playing"]').length >= Math.min(4, tiles);
    },
    null,
    { timeout: 20_000 },
  );
const oneLive = (page) => page.locator('.cameras-tile[data-state="playing"]').first().waitFor();
const played = (page) => page.waitForFunction(() => [...document.querySelectorAll('.player-play-tile')].every((tile) => tile.dataset.state === 'ready'), null, { timeout: 20_000 });

async function proveFirst(page) {
  await page.locator('.log-row a').first().click();
  await page.locator('.log-entry .button-plain').first().click();
  await page.locator('.log-entry .notice-ok').waitFor();
}

async function searchVehicle(page) {
  await searchVehicles(page, '30V 465.97 xe vàng');
  await page.locator('[data-step]').first().waitFor();
}

const village = 'hac thanh';

async function reportedByNobody(page) {
  await reportSteps(page, 6, village);
  await page.locator('button.primary').click();
  await page.locator('.follow-code').waitFor();
}

/**
 * The tour of a demonstration in which `world` was prepared.
 *
 * @returns {{ title: string, pages: TourPage[] }[]}
 */
export function tour(world) {
  const { cameras, moment } = world;
  const span = `from=${moment}&to=${new Date(Date.parse(moment) + 30_000).toISOString()}`;
  const year = new Date().getFullYear();
  const player = `/play?cams=${cameras[0]},${cameras[1]}&t=${moment}&z=300000`;
  return [
    {
      title: 'Coming in, and what waits',
      pages: [
        { name: 'sign-in', title: 'Sign-in of a demonstration', path: '/sign-in', looks: every },
        { name: 'sign-in-return', title: 'A sign-in at the office that was broken off', path: '/sign-in/return?error=access_denied' },
        { name: 'sign-in-again', title: 'Sign-in again, in a window of its own', path: '/sign-in/again' },
        { name: 'home', title: 'My work', path: '/', role: 'APPROVER', looks: every, ready: (page) => page.locator('[data-kind] li').first().waitFor() },
        { name: 'notifications', title: 'What is new', path: '/notifications', role: 'APPROVER' },
        { name: 'notifications-settings', title: 'By which way one is notified, of what, and when not', path: '/notifications/settings', role: 'APPROVER' },
        { name: 'account', title: 'Own account: second factor and sessions', path: '/account', role: 'APPROVER' },
        { name: 'guide', title: 'The guide of one’s role', path: '/guide', role: 'INVESTIGATOR' },
        { name: 'setup', title: 'Setup of an installation: what is left to do', path: '/setup', role: 'ADMINISTRATOR' },
        { name: 'mailbox', title: 'What a demonstration sends', path: '/mailbox', role: 'ADMINISTRATOR' },
      ],
    },
    {
      title: 'Cameras',
      pages: [
        { name: 'cameras', title: 'The cameras with live pictures', path: '/cameras', role: 'DUTY_OFFICER', looks: every, ready: (page, look) => (look.width > 720 ? live(page) : null) },
        { name: 'cameras-down', title: 'Cameras that are down', role: 'DUTY_OFFICER', path: '/cameras?state=down' },
        {
          name: 'camera',
          title: 'One camera: live picture, connection, recording, picture, clock',
          role: 'DUTY_OFFICER',
          path: `/cameras/${cameras[0]}`,
          looks: every,
          ready: live,
        },
        { name: 'camera-down', title: 'A camera that is down', role: 'ADMINISTRATOR', path: `/cameras/${world.down}` },
        { name: 'camera-new', title: 'A new camera', path: '/cameras/new', role: 'ADMINISTRATOR' },
        { name: 'camera-edit', title: 'A camera is changed', role: 'ADMINISTRATOR', path: `/cameras/${cameras[0]}/edit` },
        { name: 'wall', title: 'The wall', role: 'DUTY_OFFICER', path: '/wall/4', ready: (page, look) => (look.width > 720 ? live(page) : oneLive(page)) },
        { name: 'emergency-bar', title: 'An emergency access stands over every page', path: '/cameras', ready: live, role: 'DUTY_OFFICER' },
        { name: 'player', title: 'Playback of two cameras on one clock, and what is recorded', role: 'INVESTIGATOR', path: player, looks: [...every, 'dark'], ready: played },
        { name: 'referrals', title: 'Spans that a duty officer referred', path: '/referrals', role: 'INVESTIGATOR' },
        {
          name: 'find',
          title: 'Which cameras may have seen a place',
          role: 'INVESTIGATOR',
          path: `/find?at=${world.place}&${span}`,
          ready: (page) => page.locator('.find-candidate').first().waitFor(),
        },
        { name: 'register', title: 'The register of cameras', path: '/register', role: 'ADMINISTRATOR' },
        { name: 'register-map', title: 'The register on a map', role: 'ADMINISTRATOR', path: '/register?map=shown' },
        { name: 'register-camera', title: 'A resident’s camera', role: 'ADMINISTRATOR', path: `/register/${world.resident}` },
        { name: 'register-edit', title: 'A resident’s camera is changed', role: 'ADMINISTRATOR', path: `/register/${world.resident}/edit` },
        { name: 'register-new', title: 'A resident’s camera is entered', path: '/register/new', role: 'ADMINISTRATOR' },
        { name: 'register-import', title: 'A list of residents’ cameras', path: '/register/import', role: 'ADMINISTRATOR' },
      ],
    },
    {
      title: 'Cases and vehicles',
      pages: [
        { name: 'cases', title: 'Cases', path: '/cases', role: 'INVESTIGATOR' },
        { name: 'case', title: 'A case', role: 'INVESTIGATOR', path: `/cases/${world.case}` },
        { name: 'case-new', title: 'A new case', path: '/cases/new', role: 'INVESTIGATOR' },
        { name: 'case-types', title: 'Types of cases', path: '/case-types', role: 'ADMINISTRATOR' },
        { name: 'vehicles', title: 'A vehicle, from what the witness remembers', role: 'INVESTIGATOR', path: `/vehicles?case=${world.case}`, ready: searchVehicle },
        {
          name: 'vehicles-footage',
          title: 'Footage of a case is analysed',
          role: 'INVESTIGATOR',
          path: `/vehicles/footage?case=${world.case}&camera=${cameras[0]}&${span}`,
          ready: (page) => page.locator('[data-estimate]').waitFor(),
        },
        { name: 'case-trail', title: 'Where a vehicle was seen, one after another', role: 'INVESTIGATOR', path: `/cases/${world.case}/trail` },
        { name: 'wanted-vehicles', title: 'Wanted vehicles', path: '/wanted-vehicles?tab=list', role: 'APPROVER' },
        { name: 'wanted-vehicle-new', title: 'A vehicle is wanted', path: '/wanted-vehicles/new', role: 'INVESTIGATOR' },
        { name: 'figures', title: 'What came of cases and requests', path: '/figures', role: 'INVESTIGATOR' },
      ],
    },
    {
      title: 'Requests and packages',
      pages: [
        {
          name: 'request-what',
          title: 'A request: which cameras, from when to when',
          role: 'INVESTIGATOR',
          path: `/requests/new/what?case=${world.case}&cams=${cameras[0]},${cameras[1]}&${span}`,
          looks: every,
          ready: (page) => page.locator('.coverage-list').waitFor(),
        },
        { name: 'requests', title: 'What was asked for, and what waits', path: '/requests', role: 'INVESTIGATOR', looks: every },
        { name: 'decision', title: 'The approver decides', role: 'APPROVER', path: `/requests/${world.waiting}`, looks: [...every, 'dark'] },
        { name: 'request-residents', title: 'A request for a resident’s camera', role: 'INVESTIGATOR', path: `/requests/${world.residents}` },
        { name: 'owner', title: 'The page of the camera’s owner', path: `/owner.html#${world.secret}`, looks: ['phone'] },
        {
          name: 'package',
          title: 'A sealed package and the verdict of the verifier',
          role: 'INVESTIGATOR',
          path: `/requests/${world.sealed}/package`,
          looks: every,
          ready: (page) => page.locator('.verdict-sentence').waitFor({ timeout: 30_000 }),
        },
        {
          name: 'copy-editor',
          title: 'A redacted copy is ordered',
          role: 'INVESTIGATOR',
          path: `/requests/${world.sealed}/copies/new?video=${encodeURIComponent(world.copy.master)}`,
        },
        { name: 'copy', title: 'A redacted copy is checked by another person', role: 'APPROVER', path: `/requests/${world.sealed}/copies/${world.copy.id}` },
        { name: 'received', title: 'Packages handed over to me', path: '/received', role: 'INVESTIGATOR' },
        { name: 'reviews', title: 'Emergency accesses to review', path: '/reviews', role: 'SENIOR_APPROVER' },
        { name: 'review', title: 'What was watched in an emergency', role: 'SENIOR_APPROVER', path: `/reviews/${world.emergency}` },
        { name: 'urgent', title: 'How often things are urgent', path: '/urgent', role: 'AUDITOR' },
      ],
    },
    {
      title: 'Oversight',
      pages: [
        { name: 'findings', title: 'Findings', path: '/findings', role: 'AUDITOR' },
        { name: 'finding', title: 'A finding', role: 'AUDITOR', via: ['/findings', '/findings/:id'] },
        { name: 'sampled-accesses', title: 'Accesses drawn by lot, to be explained', path: '/sampled-accesses', role: 'AUDITOR' },
        { name: 'data-requests', title: 'What people ask about their data', path: '/data-requests', role: 'ADMINISTRATOR' },
        { name: 'data-request', title: 'A person asks to see their picture', role: 'ADMINISTRATOR', path: `/data-requests/${world.data}` },
        { name: 'data-request-new', title: 'What a person asks is entered', path: '/data-requests/new', role: 'ADMINISTRATOR' },
        { name: 'working-days', title: 'Working days, by which periods are counted', path: '/data-requests/working-days', role: 'ADMINISTRATOR' },
        { name: 'log', title: 'The log, with the proof of an entry', role: 'AUDITOR', path: `/audit?object=${world.sealed}`, looks: every, ready: proveFirst },
        { name: 'log-entry', title: 'An entry of the log', role: 'AUDITOR', via: ['/audit', '/audit/:index'] },
        { name: 'suspension', title: 'The log’s suspension after a fault', path: '/suspension', role: 'ADMINISTRATOR' },
        { name: 'transparency', title: 'What everybody may know', path: '/transparency', looks: ['desk', 'phone'] },
      ],
    },
    {
      title: 'Residents: situations, mediation, measures',
      pages: [
        { name: 'resident', title: 'Residents report', path: '/report', looks: ['phone'] },
        { name: 'resident-what', title: 'What it is about', path: '/report', looks: ['phone'], ready: (page) => reportSteps(page, 1, village) },
        { name: 'resident-check', title: 'Before it is sent', path: '/report', looks: ['phone'], ready: (page) => reportSteps(page, 6, village) },
        { name: 'resident-done', title: 'The code to follow it by', path: '/report', looks: ['phone'], ready: reportedByNobody },
        { name: 'situations', title: 'Situations', path: '/situations', role: 'COMMUNITY_OFFICER', looks: ['desk', 'arabic'] },
        { name: 'situation', title: 'A situation', role: 'COMMUNITY_OFFICER', via: ['/situations', '/situations/:id'] },
        { name: 'situation-new', title: 'A situation is entered', path: '/situations/new', role: 'COMMUNITY_OFFICER' },
        { name: 'situation-emergency', title: 'Reports are opened in an emergency', path: '/situations/emergency', role: 'COMMUNITY_OFFICER' },
        { name: 'situations-figures', title: 'Figures of situations', path: '/situations/figures', role: 'COMMUNITY_OFFICER' },
        { name: 'situations-above', title: 'Situations seen from above', path: '/situations/above', role: 'COMMUNITY_OFFICER' },
        { name: 'open311-keys', title: 'Keys of programs that report by Open311', path: '/open311-keys', role: 'ADMINISTRATOR' },
        { name: 'mediations', title: 'Mediations', path: '/mediation', role: 'MEDIATOR' },
        { name: 'mediation', title: 'A mediation', role: 'MEDIATOR', via: ['/mediation', '/mediation/:id'], looks: ['desk', 'phone'] },
        { name: 'mediation-new', title: 'A mediation begins', path: '/mediation/new', role: 'MEDIATOR' },
        {
          name: 'mediation-stopped',
          title: 'What must not be mediated',
          role: 'MEDIATOR',
          path: '/mediation/new',
          looks: ['phone'],
          ready: (page) => page.locator('[data-question="VIOLENCE"] input').last().check(),
        },
        { name: 'mediation-book', title: 'An entry of the paper book', path: '/mediation/book-entry', role: 'MEDIATOR' },
        { name: 'mediation-fees', title: 'Fees of mediators', path: '/mediation/fees', role: 'CHAIR' },
        { name: 'mediation-figures', title: 'Figures of mediation', path: '/mediation/figures', role: 'CHAIR' },
        { name: 'mediation-teams', title: 'Mediation teams', path: '/mediation/teams', role: 'CHAIR' },
        { name: 'mediation-team', title: 'A mediation team', role: 'CHAIR', via: ['/mediation/teams', '/mediation/teams/:id'] },
        { name: 'mediation-team-new', title: 'A new mediation team', path: '/mediation/teams/new', role: 'VILLAGE_HEAD' },
        { name: 'mediation-teams-import', title: 'A list of mediation teams', path: '/mediation/teams/import', role: 'VILLAGE_HEAD' },
        { name: 'measures', title: 'Measures of education', path: '/measures', role: 'COMMUNITY_OFFICER', looks: ['desk', 'phone'] },
        { name: 'measure', title: 'A measure', role: 'COMMUNITY_OFFICER', via: ['/measures', '/measures/:id'], looks: ['desk', 'arabic'] },
        { name: 'measure-new', title: 'A measure is entered', path: '/measures/new', role: 'COMMUNITY_OFFICER' },
        { name: 'measures-openings', title: 'Who opened measures', path: '/measures/openings', role: 'COMMUNITY_OFFICER' },
        { name: 'measures-figures', title: 'Figures of measures', path: '/measures/figures', role: 'COMMUNITY_OFFICER' },
        { name: 'measures-kinds', title: 'Kinds of measures', path: '/measures/kinds', role: 'COMMUNITY_OFFICER' },
      ],
    },
    {
      title: 'Teams',
      pages: [
        { name: 'team-app-home', title: 'A team’s app', path: '/t/', role: 'TEAM_MEMBER', looks: ['phone'] },
        { name: 'team-app-what', title: 'What happened', role: 'TEAM_MEMBER', path: '/t/', looks: ['phone'], ready: (page) => page.locator('#begin').click() },
        { name: 'teams', title: 'Teams', path: '/teams', role: 'CHAIR' },
        { name: 'team', title: 'A team', role: 'COMMUNITY_OFFICER', via: ['/teams', '/teams/:id'], looks: ['desk', 'phone'] },
        {
          name: 'team-recognise',
          title: 'People proposed for a team',
          role: 'CHAIR',
          via: ['/teams', '/teams/:id'],
          looks: ['phone'],
          ready: (page) => page.locator('#outcome-0 input').first().check(),
        },
        { name: 'team-new', title: 'A new team', path: '/teams/new', role: 'COMMUNITY_OFFICER' },
        { name: 'team-propose', title: 'A member is proposed', role: 'COMMUNITY_OFFICER', path: `/teams/${world.team}/propose` },
        { name: 'team-member', title: 'A member', role: 'COMMUNITY_OFFICER', via: ['/teams', '/teams/:id', '/teams/:id/members/:memberId'] },
        { name: 'teams-import', title: 'A list of teams', path: '/teams/import', role: 'COMMUNITY_OFFICER' },
        { name: 'team-plan', title: 'A team’s plan', role: 'TEAM_LEADER', via: ['/teams', '/teams/:id', '/teams/:id/plan'] },
        { name: 'team-patrols', title: 'A team’s patrols', role: 'TEAM_LEADER', via: ['/teams', '/teams/:id', '/teams/:id/patrols'] },
        { name: 'team-merits', title: 'Commendations and discipline', role: 'CHAIR', via: ['/teams', '/teams/:id', '/teams/:id/merits'] },
        { name: 'team-own', title: 'Own record', path: '/teams/own', role: 'TEAM_LEADER' },
        { name: 'teams-standing', title: 'How teams stand', path: '/teams/standing', role: 'COMMUNITY_OFFICER' },
        { name: 'work-patrols', title: 'Patrols of a month', path: '/teams/patrols', role: 'COMMUNITY_OFFICER' },
        { name: 'work-drills', title: 'Training and drills', path: '/teams/drills', role: 'COMMUNITY_OFFICER' },
        { name: 'work-drill', title: 'A drill', role: 'COMMUNITY_OFFICER', via: ['/teams/drills', '/teams/drills/:id'] },
        { name: 'work-equipment', title: 'Equipment', path: '/teams/equipment', role: 'COMMUNITY_OFFICER' },
        { name: 'work-item', title: 'One piece of equipment', role: 'COMMUNITY_OFFICER', via: ['/teams/equipment', '/teams/equipment/:id'] },
        { name: 'work-pay', title: 'Pay sheets', path: '/teams/pay', role: 'COMMUNITY_OFFICER' },
        { name: 'work-pay-sheet', title: 'A pay sheet', role: 'CHAIR', via: ['/teams/pay', '/teams/pay/:id'] },
        { name: 'work-pay-rules', title: 'Rules of pay', path: '/teams/pay-rules', role: 'COMMUNITY_OFFICER' },
        { name: 'work-groups', title: 'Groups of households', path: '/teams/groups', role: 'COMMUNITY_OFFICER' },
        { name: 'work-group', title: 'A group of households', role: 'COMMUNITY_OFFICER', via: ['/teams/groups', '/teams/groups/:id'] },
      ],
    },
    {
      title: 'Programmes, campaigns, the standard',
      pages: [
        { name: 'programmes', title: 'Programmes', path: '/programmes', role: 'COMMUNITY_OFFICER' },
        { name: 'programme', title: 'A programme', role: 'COMMUNITY_OFFICER', via: ['/programmes', '/programmes/:id'] },
        { name: 'programme-new', title: 'A new programme', path: '/programmes/new', role: 'COMMUNITY_OFFICER' },
        { name: 'programme-revise', title: 'A programme is revised', role: 'COMMUNITY_OFFICER', via: ['/programmes', '/programmes/:id', '/programmes/:id/revise'] },
        { name: 'programme-assess', title: 'A programme is assessed', role: 'COMMUNITY_OFFICER', path: `/programmes/${world.programme}/assess` },
        {
          name: 'programme-copy',
          title: 'A programme is carried over to other villages',
          role: 'COMMUNITY_OFFICER',
          via: ['/programmes', '/programmes/:id', '/programmes/:id/copy'],
        },
        { name: 'programmes-import', title: 'A list of programmes', path: '/programmes/import', role: 'COMMUNITY_OFFICER' },
        { name: 'programmes-kinds', title: 'Kinds of programmes', path: '/programmes/kinds', role: 'COMMUNITY_OFFICER' },
        { name: 'programmes-figures', title: 'Figures of programmes', path: '/programmes/figures', role: 'ANALYST' },
        { name: 'programmes-numbers', title: 'Indicators of programmes', path: '/programmes/indicators', role: 'COMMUNITY_OFFICER' },
        { name: 'campaigns', title: 'Campaigns', path: '/campaigns', role: 'COMMUNITY_OFFICER' },
        { name: 'campaign', title: 'A campaign', role: 'COMMUNITY_OFFICER', via: ['/campaigns', '/campaigns/:id'] },
        { name: 'campaign-new', title: 'A new campaign', path: '/campaigns/new', role: 'COMMUNITY_OFFICER' },
        { name: 'standard', title: 'Who is assessed by the standard', path: '/standard', role: 'COMMUNITY_OFFICER' },
        { name: 'standard-assess', title: 'The year’s assessment of a village', role: 'VILLAGE_HEAD', via: ['/standard', '/standard/:id'], looks: every },
        { name: 'standard-appraise', title: 'The assessment is appraised', role: 'COMMUNITY_OFFICER', path: `/standard/${world.assessment}`, looks: ['phone'] },
        { name: 'standard-register', title: 'A unit registers', via: ['/standard', '/standard/register'], role: 'COMMUNITY_OFFICER' },
        { name: 'standard-criteria', title: 'Criteria', path: '/standard/criteria', role: 'ADMINISTRATOR' },
        { name: 'standard-communes', title: 'Communes and the standard', path: '/standard/communes', role: 'ANALYST' },
        { name: 'standard-commune', title: 'A commune and the standard', role: 'ANALYST', via: ['/standard/communes', '/standard/communes/:id'] },
        { name: 'standard-past', title: 'Results of years before', path: '/standard/past', role: 'COMMUNITY_OFFICER' },
      ],
    },
    {
      title: 'The province’s figures, and the office',
      pages: [
        { name: 'province', title: 'The province’s figures', path: `/province?period=${year}&indicator=TEAM_MEMBERS`, role: 'ANALYST', looks: every },
        { name: 'province-pivot', title: 'Figures by unit, period and kind', path: '/province/pivot', role: 'ANALYST' },
        { name: 'province-records', title: 'The records behind a figure', role: 'COMMUNITY_OFFICER', path: `/province/records?period=${year}&indicator=TEAM_MEMBERS` },
        { name: 'reports', title: 'Reports of a period', path: '/reports', role: 'COMMUNITY_OFFICER' },
        { name: 'period-report', title: 'A report', role: 'COMMUNITY_OFFICER', via: ['/reports', '/reports/:id'] },
        { name: 'reports-indicators', title: 'Indicators, defined without code', path: '/reports/indicators', role: 'ANALYST' },
        { name: 'areas', title: 'Areas', path: '/areas', role: 'ADMINISTRATOR' },
        { name: 'area', title: 'An area', role: 'ADMINISTRATOR', via: ['/areas', '/areas/:id'] },
        { name: 'area-new', title: 'A new area', path: '/areas/new', role: 'ADMINISTRATOR' },
        { name: 'areas-import', title: 'A list of areas', path: '/areas/import', role: 'ADMINISTRATOR' },
        { name: 'people', title: 'People and their roles', path: '/people', role: 'ADMINISTRATOR' },
      ],
    },
  ].map((section) => ({ ...section, pages: section.pages.map((page) => ({ looks: ['desk'], ...page })) }));
}
