import { tCode } from '../i18n/text';
import type { IconName } from '../ui/Icon';
import { Badge } from '../ui/State';
import type { RequestState } from './types';

const looks: Record<RequestState, ['ok' | 'warn' | 'bad' | 'info' | 'mute', IconName]> = {
  REQUESTED: ['warn', 'waiting'],
  APPROVED: ['info', 'done'],
  REFUSED: ['bad', 'refused'],
  CANCELLED: ['mute', 'off'],
  EXPIRED: ['mute', 'time'],
  COLLECTING: ['info', 'waiting'],
  SEALED: ['ok', 'package'],
  UNAVAILABLE: ['bad', 'gap'],
  DELIVERED: ['ok', 'received'],
  OUTCOME: ['ok', 'done'],
};

export function RequestBadge({ state }: { state: RequestState }) {
  const [tone, icon] = looks[state] ?? ['mute', 'waiting'];
  return (
    <Badge tone={tone} icon={icon}>
      {tCode('requests.state', state)}
    </Badge>
  );
}
