import type { Right } from '../api/rights';
import type { Role } from '../api/types';
import type { TextKey } from '../i18n/keys';
import { phoneApp, sections } from '../shell/sections';

/** A step: what to do, where, and what that needs beyond the right to its section. */
export type GuideStep = readonly [text: TextKey, to: string, right?: Right];

const home: GuideStep = ['guide.home', '/'];
const account: GuideStep = ['guide.account', '/account'];
const report: GuideStep = ['guide.report', phoneApp];

/** The work of each role in four to seven steps. */
export const guides: Record<Role, readonly GuideStep[]> = {
  DUTY_OFFICER: [
    home,
    ['guide.DUTY_OFFICER.cameras', '/cameras'],
    ['guide.DUTY_OFFICER.wall', '/wall'],
    ['guide.DUTY_OFFICER.play', '/play'],
    ['guide.DUTY_OFFICER.find', '/find'],
    ['guide.DUTY_OFFICER.wanted', '/wanted-vehicles', 'checkWanted'],
    account,
  ],
  INVESTIGATOR: [
    home,
    ['guide.INVESTIGATOR.cases', '/cases'],
    ['guide.INVESTIGATOR.find', '/find'],
    ['guide.INVESTIGATOR.vehicles', '/vehicles'],
    ['guide.INVESTIGATOR.requests', '/requests', 'request'],
    ['guide.INVESTIGATOR.received', '/received'],
    account,
  ],
  APPROVER: [
    home,
    ['guide.APPROVER.requests', '/requests', 'decide'],
    ['guide.APPROVER.cases', '/cases'],
    ['guide.APPROVER.reviews', '/reviews', 'holds'],
    ['guide.APPROVER.wanted', '/wanted-vehicles'],
    account,
  ],
  SENIOR_APPROVER: [home, ['guide.SENIOR_APPROVER.requests', '/requests', 'decide'], ['guide.SENIOR_APPROVER.reviews', '/reviews', 'reviewEmergencies'], account],
  AUDITOR: [
    home,
    ['guide.AUDITOR.audit', '/audit'],
    ['guide.AUDITOR.findings', '/findings'],
    ['guide.AUDITOR.sampled', '/sampled-accesses'],
    ['guide.AUDITOR.reviews', '/reviews', 'reviewEmergencies'],
    account,
  ],
  OMBUDSMAN: [home, ['guide.OMBUDSMAN.audit', '/audit'], ['guide.OMBUDSMAN.figures', '/figures'], account],
  ADMINISTRATOR: [
    home,
    ['guide.ADMINISTRATOR.people', '/people'],
    ['guide.ADMINISTRATOR.areas', '/areas', 'changeAreas'],
    ['guide.ADMINISTRATOR.cameras', '/cameras/new', 'changeCameras'],
    ['guide.ADMINISTRATOR.register', '/register', 'changeCameras'],
    ['guide.ADMINISTRATOR.data', '/data-requests', 'handleDataRequests'],
    account,
  ],
  COMMUNITY_OFFICER: [
    home,
    ['guide.COMMUNITY_OFFICER.situations', '/situations', 'situations'],
    ['guide.COMMUNITY_OFFICER.teams', '/teams', 'keepTeams'],
    ['guide.COMMUNITY_OFFICER.mediation', '/mediation', 'receiveMediations'],
    ['guide.COMMUNITY_OFFICER.standard', '/standard', 'standardUnits'],
    ['guide.COMMUNITY_OFFICER.province', '/province', 'submitReports'],
    account,
  ],
  CHAIR: [
    home,
    ['guide.CHAIR.teams', '/teams', 'decideTeams'],
    ['guide.CHAIR.mediation', '/mediation/teams', 'decideMediators'],
    ['guide.CHAIR.standard', '/standard', 'standardUnits'],
    ['guide.CHAIR.province', '/province', 'reportWork'],
    account,
  ],
  TEAM_LEADER: [home, report, ['guide.TEAM_LEADER.teams', '/teams'], ['guide.TEAM_LEADER.measures', '/measures', 'measures'], account],
  TEAM_MEMBER: [home, report, ['guide.TEAM_MEMBER.own', '/teams/own', 'ownTeam'], account],
  MEDIATOR: [home, ['guide.MEDIATOR.mediation', '/mediation', 'mediate'], ['guide.MEDIATOR.stop', '/mediation', 'mediate'], account],
  VILLAGE_HEAD: [
    home,
    ['guide.VILLAGE_HEAD.standard', '/standard', 'standardUnits'],
    ['guide.VILLAGE_HEAD.mediation', '/mediation', 'proposeMediators'],
    ['guide.VILLAGE_HEAD.programmes', '/programmes', 'readProgrammes'],
    ['guide.VILLAGE_HEAD.campaigns', '/campaigns'],
    account,
  ],
  PARTNER: [
    home,
    ['guide.PARTNER.programmes', '/programmes', 'copyProgrammes'],
    ['guide.PARTNER.campaigns', '/campaigns', 'keepCampaigns'],
    ['guide.PARTNER.mediation', '/mediation/teams', 'proposeMediators'],
    account,
  ],
  ANALYST: [home, ['guide.ANALYST.province', '/province'], ['guide.ANALYST.programmes', '/programmes/figures', 'programmeFigures'], ['guide.ANALYST.standard', '/standard', 'standardCounts'], account],
};

/** What a page is called in the menu. */
export function labelOf(to: string): TextKey {
  if (to === phoneApp) return 'guide.phone';
  return sectionOf(to)?.label ?? 'account.title';
}

/** The section of the menu that a page is in. */
export function sectionOf(to: string) {
  return sections.find(({ path }) => path === `/${to.split('/')[1]}`);
}

/** All that somebody must be allowed to follow a step. */
export function rightsOf([, to, right]: GuideStep): Right[] {
  return [sectionOf(to)?.right, right].filter((each) => each != null);
}
