import { useQuery } from '@tanstack/react-query';
import { json } from '../api/client';
import { t } from '../i18n/text';
import { RailCount } from '../ui/RailCount';

/** How many mediations of one's villages are due within three days, beside the section's name: what was assigned just now is one of them. */
export function DueCount() {
  const due = useQuery({
    queryKey: ['mediations', 'due', 'figures'],
    queryFn: () => json<{ count: number; late: number }>('/api/mediations/due/figures'),
    refetchInterval: 60_000,
  }).data;
  const count = due?.count ?? 0;
  return <RailCount count={count} label={t('mediation.dueCount', { count })} loud={(due?.late ?? 0) > 0} />;
}
