import { t } from '../i18n/text';
import { Badge, type Tone } from '../ui/State';
import { useNow } from './site';
import { parseInstant } from './zone';

const hour = 3_600_000;

/** How long there still is until something is due. */
export function TimeLeft({ until, tone = 'mute' }: { until: string; tone?: Tone | 'mute' }) {
  const left = parseInstant(until) - useNow();
  const text =
    left <= 0
      ? t('app.timeOver')
      : left >= 48 * hour
        ? t('app.leftDays', { count: Math.floor(left / (24 * hour)) })
        : left >= hour
          ? t('app.leftHours', { count: Math.floor(left / hour) })
          : t('app.leftMinutes', { count: Math.max(1, Math.floor(left / 60_000)) });
  return (
    <Badge tone={left <= 0 ? 'bad' : tone} icon="time">
      {text}
    </Badge>
  );
}
