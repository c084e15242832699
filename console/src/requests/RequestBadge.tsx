import { tCode } from '../i18n/text';
import type { IconName } from '../ui/Icon';
import { Badge } from '../ui/State';
import type { RequestState } from './types';

const looks: Record<RequestState, ['ok' | 'warn' | 'bad' | 'info' | 'mute', IconName]> = {
  REQUESTED: ['warn', 'clock'],
  APPROVED: ['info', 'check'],
  REFUSED: ['bad', 'stop'],
  CANCELLED: ['mute', 'close'],
  EXPIRED: ['mute', 'clock'],
  COLLECTING: ['info', 'clock'],
  SEALED: ['ok', 'lock'],
  UNAVAILABLE: ['bad', 'off'],
  DELIVERED: ['ok', 'download'],
  OUTCOME: ['ok', 'check'],
};

export function RequestBadge({ state }: { state: RequestState }) {
  const [tone, icon] = looks[state] ?? ['mute', 'clock'];
  return (
    <Badge tone={tone} icon={icon}>
      {tCode('requests.state', state)}
    </Badge>
  );
}
