import { useQuery } from '@tanstack/react-query';
import { json } from '../api/client';
import { t } from '../i18n/text';
import { RailCount } from '../ui/RailCount';

/** How many reports wait for the signed-in officer or chair, beside the section's name; loud when one is late. */
export function ReportWorkCount() {
  const waiting = useQuery({
    queryKey: ['reports', 'waiting', 'figures'],
    queryFn: () => json<{ count: number; late: number }>('/api/reports/waiting/figures'),
    refetchInterval: 60_000,
  });
  const count = waiting.data?.count ?? 0;
  return <RailCount count={count} label={t('reports.waitingCount', { count })} loud={(waiting.data?.late ?? 0) > 0} />;
}
