import { useQuery } from '@tanstack/react-query';
import { json } from '../api/client';
import { t } from '../i18n/text';
import { RailCount } from '../ui/RailCount';

/** How many requests wait for the approver's decision, beside the section's name. */
export function WaitingCount() {
  const waiting = useQuery({
    queryKey: ['requests', 'waiting', 'figures'],
    queryFn: () => json<{ count: number; urgent: number; ending: number }>('/api/requests/waiting/figures'),
    refetchInterval: 30_000,
  });
  const count = waiting.data?.count ?? 0;
  const loud = (waiting.data?.urgent ?? 0) + (waiting.data?.ending ?? 0) > 0;
  return <RailCount count={count} label={t('requests.waitingCount', { count })} loud={loud} />;
}
