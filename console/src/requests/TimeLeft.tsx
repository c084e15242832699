import { t } from '../i18n/text';
import { useNow } from '../time/site';
import { parseInstant } from '../time/zone';
import { Badge } from '../ui/State';
import type { EvidenceRequest } from './types';

const hour = 3_600_000;

/** How long there still is to decide a request; louder once half of it, and the last quarter, has come. */
export function TimeLeft({ request }: { request: EvidenceRequest }) {
  const now = useNow();
  if (request.state !== 'REQUESTED' || !request.expiresAt) return null;
  const left = parseInstant(request.expiresAt) - now;
  const text =
    left <= 0
      ? t('requests.timeOver')
      : left >= 48 * hour
        ? t('requests.leftDays', { count: Math.floor(left / (24 * hour)) })
        : left >= hour
          ? t('requests.leftHours', { count: Math.floor(left / hour) })
          : t('requests.leftMinutes', { count: Math.max(1, Math.floor(left / 60_000)) });
  const tone = left <= 0 || request.reminder === 'LAST_QUARTER' ? 'bad' : request.reminder === 'HALF' ? 'warn' : 'mute';
  return (
    <Badge tone={tone} icon="clock">
      {text}
    </Badge>
  );
}
