import type { Operation } from '#api';
import type { Role, User } from './types';

/**
 * What the console offers, by what that asks of the server: the session says which operations are open
 * to somebody. Three things are for a role: a stream is no operation, what a duty officer sees more of
 * everybody may ask for who sees less, and what registers a village for the standard registers a commune
 * for its community officer.
 */
const rights = {
  cameras: ['GET /api/cameras'],
  live: ['DUTY_OFFICER'],
  playback: ['GET /api/cameras/{id}/video.mp4'],
  refer: ['POST /api/footage-referrals'],
  referrals: ['GET /api/footage-referrals'],
  find: ['GET /api/cameras/candidates'],
  findVehicles: ['POST /api/sightings/searches'],
  analyseFootage: ['POST /api/sightings/analysis/jobs'],
  watchAnalysis: ['GET /api/sightings/analysis/jobs'],
  wanted: ['GET /api/wanted-vehicles'],
  requestWanted: ['POST /api/wanted-vehicles'],
  checkWanted: ['POST /api/wanted-vehicles/alerts/{id}/acknowledgement'],
  contact: ['GET /api/cameras/{id}/contact'],
  changeCameras: ['POST /api/cameras'],
  cases: ['GET /api/cases'],
  request: ['POST /api/requests'],
  decide: ['POST /api/requests/{id}/decision'],
  markUrgent: ['DUTY_OFFICER'],
  figures: ['GET /api/figures'],
  urgentUse: ['GET /api/urgent-requests'],
  requests: ['GET /api/requests'],
  receive: ['GET /api/handovers'],
  findings: ['GET /api/findings'],
  reviews: ['GET /api/requests/{id}/copies'],
  reviewEmergencies: ['GET /api/emergency-accesses'],
  holds: ['POST /api/requests/{id}/holds/{holdId}/review'],
  dataRequests: ['GET /api/data-requests'],
  handleDataRequests: ['POST /api/data-requests'],
  mediations: ['GET /api/mediations'],
  mediate: ['POST /api/mediations/{id}/acceptance'],
  receiveMediations: ['POST /api/mediations'],
  mediationTeams: ['GET /api/mediation-teams'],
  proposeMediators: ['POST /api/mediation-teams'],
  decideMediators: ['POST /api/mediation-teams/{id}/recognition'],
  mediationFigures: ['GET /api/mediations/figures'],
  measureSection: ['GET /api/measures', 'GET /api/measures/figures', 'GET /api/measure-kinds'],
  measures: ['GET /api/measures'],
  keepMeasures: ['POST /api/measures'],
  measureOpenings: ['GET /api/measure-openings'],
  measureFigures: ['GET /api/measures/figures'],
  measureKinds: ['GET /api/measure-kinds'],
  addMeasureKinds: ['POST /api/measure-kinds'],
  log: ['GET /api/log'],
  suspension: ['GET /api/log/suspension'],
  people: ['GET /api/people'],
  open311Keys: ['GET /api/open311-keys'],
  areas: ['GET /api/areas'],
  changeAreas: ['POST /api/areas'],
  caseTypes: ['POST /api/case-types'],
  teams: ['GET /api/teams', 'GET /api/teams/roster'],
  team: ['GET /api/teams/{id}'],
  ownTeam: ['GET /api/teams/own-record'],
  teamFigures: ['GET /api/teams/roster'],
  readTeams: ['GET /api/teams/{id}/members/{memberId}'],
  keepTeams: ['POST /api/teams'],
  decideTeams: ['POST /api/teams/{id}/decision'],
  payRules: ['GET /api/team-pay/rules'],
  changePayRules: ['POST /api/team-pay/rules'],
  campaigns: ['GET /api/campaigns'],
  keepCampaigns: ['POST /api/campaigns'],
  situations: ['GET /api/situations'],
  reportByPhone: ['GET /api/situations/own'],
  situationFigures: ['GET /api/situations/figures'],
  situationEmergencies: ['GET /api/emergency-accesses/notices'],
  standard: ['GET /api/standard/criteria'],
  registerUnits: ['VILLAGE_HEAD', 'COMMUNITY_OFFICER'],
  exemptUnits: ['POST /api/standard/exemptions'],
  addCriteria: ['POST /api/standard/criteria'],
  standardUnits: ['GET /api/standard/units'],
  standardCounts: ['GET /api/standard/communes'],
  programmes: ['GET /api/programme-kinds'],
  readProgrammes: ['GET /api/programmes'],
  programmeNumbers: ['GET /api/programme-indicators'],
  keepProgrammes: ['POST /api/programmes'],
  importStandard: ['POST /api/standard/past-results/import'],
  mediationFees: ['GET /api/mediation-fees'],
  changeMediationFees: ['POST /api/mediation-fees'],
  copyProgrammes: ['POST /api/programmes/{id}/assessments', 'POST /api/programmes/{id}/decision'],
  programmeFigures: ['GET /api/programmes/figures'],
  reports: ['GET /api/reports/figures'],
  defineIndicators: ['POST /api/reports/custom-indicators'],
  submitReports: ['POST /api/reports'],
  reportWork: ['GET /api/reports/waiting'],
  setup: ['GET /api/setup'],
  mailbox: ['GET /api/demo/messages'],
} as const satisfies Record<string, readonly (Operation | Role)[]>;

export type Right = keyof typeof rights;

/** Those only of somebody of the whole site. */
const wholeSite: readonly Right[] = ['setup', 'suspension', 'open311Keys'];

/** What the console offers; the server decides what is allowed. */
export function may(user: Pick<User, 'operations' | 'roles' | 'area'>, right: Right): boolean {
  if (user.area && wholeSite.includes(right)) return false;
  const held: readonly string[] = [...user.operations, ...user.roles];
  return rights[right].some((each) => held.includes(each));
}
