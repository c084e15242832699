import type { IconName } from '../ui/Icon';
import type { WorklistKind } from './types';

interface Place {
  /** Where the menu has it. */
  section: string;
  /** Where it is done. */
  to: string;
  icon: IconName;
}

/** Where each kind of work is done. */
export const places: Record<WorklistKind, Place> = {
  CAMERA_NOT_RECORDING: { section: '/cameras', to: '/cameras?state=down', icon: 'camera' },
  WANTED_VEHICLE_ALERT: { section: '/wanted-vehicles', to: '/wanted-vehicles', icon: 'wanted' },
  FOOTAGE_REFERRAL: { section: '/play', to: '/referrals', icon: 'refer' },
  WANTED_VEHICLE_DECISION: { section: '/wanted-vehicles', to: '/wanted-vehicles?tab=list', icon: 'wanted' },
  REQUEST_DECISION: { section: '/requests', to: '/requests?tab=inbox', icon: 'request' },
  PACKAGE_READY: { section: '/requests', to: '/requests?tab=mine', icon: 'package' },
  PACKAGE_HANDOVER: { section: '/received', to: '/received', icon: 'received' },
  HOLD_REVIEW: { section: '/reviews', to: '/reviews', icon: 'hold' },
  HOLD_LIFTING: { section: '/reviews', to: '/reviews', icon: 'hold' },
  COPY_CONFIRMATION: { section: '/reviews', to: '/reviews', icon: 'picture' },
  CASE_CLOSURE_DECISION: { section: '/reviews', to: '/reviews', icon: 'case' },
  PARTY_REOPENING_DECISION: { section: '/reviews', to: '/reviews', icon: 'open' },
  EMERGENCY_REVIEW: { section: '/reviews', to: '/reviews', icon: 'emergency' },
  EMERGENCY_NOTICE: { section: '/situations', to: '/situations/emergency', icon: 'emergency' },
  FINDING: { section: '/findings', to: '/findings', icon: 'finding' },
  SAMPLED_ACCESS: { section: '/sampled-accesses', to: '/sampled-accesses', icon: 'look' },
  DATA_REQUEST: { section: '/data-requests', to: '/data-requests', icon: 'dataRequest' },
  ROLE_GRANT: { section: '/people', to: '/people', icon: 'people' },
  SITUATION_DANGER: { section: '/situations', to: '/situations', icon: 'danger' },
  SITUATION_RECEIPT: { section: '/situations', to: '/situations', icon: 'situation' },
  SITUATION_FOLLOW_UP: { section: '/situations', to: '/situations', icon: 'situation' },
  SITUATION_WRITTEN_REPORT: { section: '/situations', to: '/situations/above', icon: 'situation' },
  MEDIATION: { section: '/mediation', to: '/mediation', icon: 'mediation' },
  MEDIATION_TEAM_DECISION: { section: '/mediation', to: '/mediation/teams', icon: 'mediation' },
  MEDIATOR_RELEASE: { section: '/mediation', to: '/mediation/teams', icon: 'mediation' },
  MEASURE_DUE: { section: '/measures', to: '/measures', icon: 'measure' },
  MEASURE_DECISION: { section: '/measures', to: '/measures', icon: 'measure' },
  MEASURE_OPENING: { section: '/measures', to: '/measures/openings', icon: 'measure' },
  TEAM_DECISION: { section: '/teams', to: '/teams', icon: 'team' },
  PAY_SHEET_DECISION: { section: '/teams', to: '/teams/pay', icon: 'figures' },
  STANDARD_ASSESSMENT: { section: '/standard', to: '/standard', icon: 'standard' },
  PROGRAMME_DECISION: { section: '/programmes', to: '/programmes', icon: 'programme' },
  PROGRAMME_ASSESSMENT: { section: '/programmes', to: '/programmes', icon: 'programme' },
  CAMPAIGN_DECISION: { section: '/campaigns', to: '/campaigns', icon: 'campaign' },
  PERIOD_REPORT: { section: '/province', to: '/reports', icon: 'trend' },
};
