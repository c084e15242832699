import { may, type Right } from '../api/rights';
import type { User } from '../api/types';
import type { TextKey } from '../i18n/keys';
import { phoneApp, sectionsOf } from '../shell/sections';
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

/** Where somebody works, by their menu: for those who begin nothing. */
export function workplacesOf(user: User): Way[] {
  return sectionsOf(user)
    .filter(({ path }) => path !== '/')
    .map(({ label, path, icon }) => ({ label, to: path, icon }));
}
