import { TimeLeft } from '../time/TimeLeft';
import type { EvidenceRequest } from './types';

/** How long there still is to decide a request; louder once half of it, and the last quarter, has come. */
export function DecisionTimeLeft({ request }: { request: EvidenceRequest }) {
  if (request.state !== 'REQUESTED' || !request.expiresAt) return null;
  return <TimeLeft until={request.expiresAt} tone={request.reminder === 'LAST_QUARTER' ? 'bad' : request.reminder === 'HALF' ? 'warn' : 'mute'} />;
}
