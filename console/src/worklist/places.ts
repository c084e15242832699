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
  WANTED_VEHICLE_ALERT: { section: '/wanted-vehicles', to: '/wanted-vehicles', icon: 'car' },
  FOOTAGE_REFERRAL: { section: '/play', to: '/referrals', icon: 'play' },
  WANTED_VEHICLE_DECISION: { section: '/wanted-vehicles', to: '/wanted-vehicles?tab=list', icon: 'car' },
  REQUEST_DECISION: { section: '/requests', to: '/requests?tab=inbox', icon: 'requests' },
  PACKAGE_READY: { section: '/requests', to: '/requests?tab=mine', icon: 'download' },
  PACKAGE_HANDOVER: { section: '/received', to: '/received', icon: 'download' },
  HOLD_REVIEW: { section: '/reviews', to: '/reviews', icon: 'lock' },
  HOLD_LIFTING: { section: '/reviews', to: '/reviews', icon: 'lock' },
  COPY_CONFIRMATION: { section: '/reviews', to: '/reviews', icon: 'picture' },
  CASE_CLOSURE_DECISION: { section: '/reviews', to: '/reviews', icon: 'cases' },
  PARTY_REOPENING_DECISION: { section: '/reviews', to: '/reviews', icon: 'people' },
  EMERGENCY_REVIEW: { section: '/reviews', to: '/reviews', icon: 'warn' },
  EMERGENCY_NOTICE: { section: '/situations', to: '/situations/emergency', icon: 'warn' },
  FINDING: { section: '/findings', to: '/findings', icon: 'shield' },
  SAMPLED_ACCESS: { section: '/sampled-accesses', to: '/sampled-accesses', icon: 'list' },
  DATA_REQUEST: { section: '/data-requests', to: '/data-requests', icon: 'user' },
  ROLE_GRANT: { section: '/people', to: '/people', icon: 'people' },
  SITUATION_DANGER: { section: '/situations', to: '/situations', icon: 'warn' },
  SITUATION_RECEIPT: { section: '/situations', to: '/situations', icon: 'warn' },
  SITUATION_FOLLOW_UP: { section: '/situations', to: '/situations', icon: 'flag' },
  SITUATION_WRITTEN_REPORT: { section: '/situations', to: '/situations/above', icon: 'flag' },
  MEDIATION: { section: '/mediation', to: '/mediation', icon: 'people' },
  MEDIATION_TEAM_DECISION: { section: '/mediation', to: '/mediation/teams', icon: 'people' },
  MEDIATOR_RELEASE: { section: '/mediation', to: '/mediation/teams', icon: 'people' },
  MEASURE_DUE: { section: '/measures', to: '/measures', icon: 'lock' },
  MEASURE_DECISION: { section: '/measures', to: '/measures', icon: 'lock' },
  MEASURE_OPENING: { section: '/measures', to: '/measures/openings', icon: 'lock' },
  TEAM_DECISION: { section: '/teams', to: '/teams', icon: 'shield' },
  PAY_SHEET_DECISION: { section: '/teams', to: '/teams/pay', icon: 'figures' },
  STANDARD_ASSESSMENT: { section: '/standard', to: '/standard', icon: 'flag' },
  PROGRAMME_DECISION: { section: '/programmes', to: '/programmes', icon: 'check' },
  PROGRAMME_ASSESSMENT: { section: '/programmes', to: '/programmes', icon: 'check' },
  CAMPAIGN_DECISION: { section: '/campaigns', to: '/campaigns', icon: 'megaphone' },
  PERIOD_REPORT: { section: '/province', to: '/reports', icon: 'figures' },
};
