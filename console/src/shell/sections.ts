import { may, type Right } from '../api/rights';
import type { User } from '../api/types';
import type { TextKey } from '../i18n/keys';
import type { IconName } from '../ui/Icon';

const groupNames = ['home', 'cameras', 'cases', 'requests', 'oversight', 'residents', 'movement', 'office'] as const;
export type GroupName = (typeof groupNames)[number];

/** Where reports are written without a line: a page of its own. */
export const phoneApp = '/t/';

export interface Section {
  path: string;
  group: GroupName;
  label: TextKey;
  icon: IconName;
  /** Null for everybody. */
  right: Right | null;
  /** `g`, then this letter or digit, goes there. */
  letter: string;
}

export const sections: readonly Section[] = [
  { path: '/', group: 'home', label: 'app.navHome', icon: 'home', right: null, letter: '0' },
  { path: '/cameras', group: 'cameras', label: 'app.navCameras', icon: 'camera', right: 'cameras', letter: 'c' },
  { path: '/wall', group: 'cameras', label: 'app.navWall', icon: 'wall', right: 'live', letter: 'w' },
  { path: '/play', group: 'cameras', label: 'app.navPlay', icon: 'play', right: 'playback', letter: 'p' },
  { path: '/find', group: 'cameras', label: 'app.navFind', icon: 'nearby', right: 'find', letter: 'f' },
  { path: '/register', group: 'cameras', label: 'app.navRegister', icon: 'register', right: 'cameras', letter: 'r' },
  { path: '/cases', group: 'cases', label: 'app.navCases', icon: 'case', right: 'cases', letter: 'v' },
  { path: '/vehicles', group: 'cases', label: 'app.navVehicles', icon: 'vehicle', right: 'findVehicles', letter: '1' },
  { path: '/wanted-vehicles', group: 'cases', label: 'app.navWanted', icon: 'wanted', right: 'wanted', letter: '2' },
  { path: '/case-types', group: 'cases', label: 'app.navCaseTypes', icon: 'kind', right: 'caseTypes', letter: 't' },
  { path: '/requests', group: 'requests', label: 'app.navRequests', icon: 'request', right: 'requests', letter: 'y' },
  { path: '/received', group: 'requests', label: 'app.navReceived', icon: 'received', right: 'receive', letter: 'b' },
  { path: '/reviews', group: 'requests', label: 'app.navReviews', icon: 'review', right: 'reviews', letter: 'x' },
  { path: '/urgent', group: 'requests', label: 'app.navUrgent', icon: 'urgent', right: 'urgentUse', letter: 'u' },
  { path: '/findings', group: 'oversight', label: 'app.navFindings', icon: 'finding', right: 'findings', letter: 'o' },
  { path: '/sampled-accesses', group: 'oversight', label: 'app.navSampledLooks', icon: 'look', right: 'findings', letter: 'e' },
  { path: '/data-requests', group: 'oversight', label: 'app.navDataRequests', icon: 'dataRequest', right: 'dataRequests', letter: 'd' },
  { path: '/audit', group: 'oversight', label: 'app.navLog', icon: 'log', right: 'log', letter: 'l' },
  { path: '/situations', group: 'residents', label: 'app.navSituations', icon: 'situation', right: 'situationFigures', letter: 'i' },
  { path: '/mediation', group: 'residents', label: 'app.navMediation', icon: 'mediation', right: 'mediationFigures', letter: 'm' },
  { path: '/measures', group: 'residents', label: 'app.navMeasures', icon: 'measure', right: 'measureSection', letter: 'g' },
  { path: '/teams', group: 'movement', label: 'app.navTeams', icon: 'team', right: 'teams', letter: 'k' },
  { path: '/standard', group: 'movement', label: 'app.navStandard', icon: 'standard', right: 'standard', letter: 'h' },
  { path: '/programmes', group: 'movement', label: 'app.navProgrammes', icon: 'programme', right: 'programmes', letter: 'j' },
  { path: '/campaigns', group: 'movement', label: 'app.navCampaigns', icon: 'campaign', right: 'campaigns', letter: 'q' },
  { path: '/figures', group: 'office', label: 'app.navFigures', icon: 'figures', right: 'figures', letter: 's' },
  { path: '/province', group: 'office', label: 'app.navReports', icon: 'trend', right: 'reports', letter: 'z' },
  { path: '/areas', group: 'office', label: 'app.navAreas', icon: 'area', right: 'areas', letter: 'a' },
  { path: '/people', group: 'office', label: 'app.navPeople', icon: 'people', right: 'people', letter: 'n' },
  { path: '/setup', group: 'office', label: 'setup.title', icon: 'setup', right: 'setup', letter: '3' },
];

export function sectionsOf(user: User): Section[] {
  return sections.filter((section) => section.right === null || may(user, section.right));
}

/** A group bears the icon of its first section. */
export const iconOf = (group: GroupName): IconName => sections.find((section) => section.group === group)!.icon;

/** A menu is no longer than this. */
const mostEntries = 8;

/** Sections of one kind of work. */
export interface Group {
  name: GroupName;
  sections: Section[];
}

/** The menu of somebody, each entry a section, or a group of them where there are too many. */
export function menuOf(user: User): Group[] {
  const all = sectionsOf(user);
  if (all.length <= mostEntries) return all.map((section) => ({ name: section.group, sections: [section] }));
  return groupNames.map((name) => ({ name, sections: all.filter((section) => section.group === name) })).filter((group) => group.sections.length > 0);
}
