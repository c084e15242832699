import { may, type Right } from '../api/rights';
import type { User } from '../api/types';
import type { TextKey } from '../i18n/keys';
import type { IconName } from '../ui/Icon';

export interface Section {
  path: string;
  label: TextKey;
  icon: IconName;
  right: Right;
  /** `g`, then this letter or digit, goes there. */
  letter: string;
}

export const sections: readonly Section[] = [
  { path: '/cameras', label: 'app.navCameras', icon: 'camera', right: 'cameras', letter: 'c' },
  { path: '/wall', label: 'app.navWall', icon: 'wall', right: 'live', letter: 'w' },
  { path: '/play', label: 'app.navPlay', icon: 'play', right: 'playback', letter: 'p' },
  { path: '/find', label: 'app.navFind', icon: 'map', right: 'find', letter: 'f' },
  { path: '/vehicles', label: 'app.navVehicles', icon: 'car', right: 'findVehicles', letter: '1' },
  { path: '/wanted-vehicles', label: 'app.navWanted', icon: 'flag', right: 'wanted', letter: '2' },
  { path: '/register', label: 'app.navRegister', icon: 'register', right: 'cameras', letter: 'r' },
  { path: '/cases', label: 'app.navCases', icon: 'cases', right: 'cases', letter: 'v' },
  { path: '/requests', label: 'app.navRequests', icon: 'requests', right: 'requests', letter: 'y' },
  { path: '/reviews', label: 'app.navReviews', icon: 'check', right: 'reviews', letter: 'x' },
  { path: '/received', label: 'app.navReceived', icon: 'download', right: 'receive', letter: 'b' },
  { path: '/figures', label: 'app.navFigures', icon: 'figures', right: 'figures', letter: 's' },
  { path: '/urgent', label: 'app.navUrgent', icon: 'warn', right: 'urgentUse', letter: 'u' },
  { path: '/findings', label: 'app.navFindings', icon: 'shield', right: 'findings', letter: 'o' },
  { path: '/sampled-accesses', label: 'app.navSampledLooks', icon: 'list', right: 'findings', letter: 'e' },
  { path: '/data-requests', label: 'app.navDataRequests', icon: 'user', right: 'dataRequests', letter: 'd' },
  { path: '/teams', label: 'app.navTeams', icon: 'shield', right: 'teams', letter: 'k' },
  { path: '/campaigns', label: 'app.navCampaigns', icon: 'megaphone', right: 'campaigns', letter: 'q' },
  { path: '/situations', label: 'app.navSituations', icon: 'warn', right: 'situationFigures', letter: 'i' },
  { path: '/mediation', label: 'app.navMediation', icon: 'people', right: 'mediationFigures', letter: 'm' },
  { path: '/measures', label: 'app.navMeasures', icon: 'lock', right: 'measureSection', letter: 'g' },
  { path: '/standard', label: 'app.navStandard', icon: 'flag', right: 'standard', letter: 'h' },
  { path: '/programmes', label: 'app.navProgrammes', icon: 'check', right: 'programmes', letter: 'j' },
  { path: '/province', label: 'app.navReports', icon: 'figures', right: 'reports', letter: 'z' },
  { path: '/audit', label: 'app.navLog', icon: 'log', right: 'log', letter: 'l' },
  { path: '/case-types', label: 'app.navCaseTypes', icon: 'cases', right: 'caseTypes', letter: 't' },
  { path: '/areas', label: 'app.navAreas', icon: 'globe', right: 'areas', letter: 'a' },
  { path: '/people', label: 'app.navPeople', icon: 'people', right: 'people', letter: 'n' },
];

export function sectionsOf(user: User): Section[] {
  return sections.filter((section) => may(user, section.right));
}

/** Where somebody starts: what their role is for. */
export function homeOf(user: User): string {
  if (user.roles.includes('DUTY_OFFICER')) return '/cameras';
  if (user.roles.includes('INVESTIGATOR')) return '/cases';
  if (user.roles.includes('APPROVER')) return '/requests';
  if (user.roles.includes('AUDITOR') || user.roles.includes('OMBUDSMAN')) return '/audit';
  return sectionsOf(user)[0]?.path ?? '/cameras';
}
