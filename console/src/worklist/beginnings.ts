import { may, type Right } from '../api/rights';
import type { User } from '../api/types';
import { guides, labelOf, phoneApp, rightsOf, sectionOf } from '../guide/guides';
import type { TextKey } from '../i18n/keys';
import type { IconName } from '../ui/Icon';

/** A way on from the first page. */
export interface Way {
  label: TextKey;
  to: string;
  icon: IconName;
}

const beginnings: readonly [Right, TextKey, string][] = [
  ['reportByPhone', 'worklist.report', phoneApp],
  ['request', 'requests.new', '/requests/new/case'],
  ['requestWanted', 'wanted.new', '/wanted-vehicles/new'],
  ['handleDataRequests', 'subject.new', '/data-requests/new'],
  ['situations', 'situations.new', '/situations/new'],
  ['receiveMediations', 'mediation.new', '/mediation/new'],
  ['keepMeasures', 'measures.new', '/measures/new'],
  ['keepTeams', 'teams.new', '/teams/new'],
  ['keepProgrammes', 'programmes.new', '/programmes/new'],
  ['keepCampaigns', 'campaigns.new', '/campaigns/new'],
  ['changeCameras', 'cameras.add', '/cameras/new'],
];

/** What somebody may begin. */
export function beginningsOf(user: User): Way[] {
  return beginnings.filter(([right]) => may(user, right)).map(([, label, to]) => ({ label, to, icon: to === phoneApp ? 'phone' : 'add' }));
}

/** Where somebody works, by the guides of their roles: for those who begin nothing. */
export function workplacesOf(user: User): Way[] {
  const steps = user.roles.flatMap((role) => guides[role]).filter((step) => rightsOf(step).every((right) => may(user, right)));
  const found = new Map<string, Way>();
  for (const [, to] of steps) {
    const section = sectionOf(to);
    if (section && section.path !== '/' && !found.has(section.path)) found.set(section.path, { label: labelOf(to), to, icon: section.icon });
  }
  return [...found.values()];
}
