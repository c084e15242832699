import { useQuery } from '@tanstack/react-query';
import { json } from '../api/client';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { t } from '../i18n/text';
import { RailCount } from '../ui/RailCount';

/** How much waits for a second person's word, beside the section's name; loud when something is overdue. */
export function ReviewCount() {
  const user = useUser();
  const emergencies = useQuery({
    enabled: may(user, 'reviewEmergencies'),
    queryKey: ['emergencies', 'figures'],
    queryFn: () => json<{ count: number; overdue: number }>('/api/emergency-accesses/waiting/figures'),
    refetchInterval: 30_000,
  });
  const reopenings = useQuery({
    enabled: may(user, 'decide'),
    queryKey: ['reopenings', 'figures'],
    queryFn: () => json<{ count: number }>('/api/party-reopenings/figures'),
    refetchInterval: 30_000,
  });
  const endings = useQuery({
    enabled: may(user, 'decide'),
    queryKey: ['endings', 'figures'],
    queryFn: () => json<{ count: number }>('/api/final-closures/figures'),
    refetchInterval: 30_000,
  });
  const holds = useQuery({
    enabled: may(user, 'holds'),
    queryKey: ['holds', 'figures'],
    queryFn: () => json<{ liftings: number; overdue: number }>('/api/holds/waiting/figures'),
    refetchInterval: 30_000,
  });
  const count = (emergencies.data?.count ?? 0) + (reopenings.data?.count ?? 0) + (endings.data?.count ?? 0) + (holds.data?.liftings ?? 0) + (holds.data?.overdue ?? 0);
  const overdue = (emergencies.data?.overdue ?? 0) + (holds.data?.overdue ?? 0);
  return <RailCount count={count} label={t('emergency.waitingCount', { count })} loud={overdue > 0} />;
}
