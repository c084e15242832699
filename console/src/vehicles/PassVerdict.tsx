import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { json } from '../api/client';
import { t, tCode } from '../i18n/text';
import { Button } from '../ui/Button';
import { Badge, Failure } from '../ui/State';
import type { CasePass, Verdict } from './types';

const tones = { CONFIRMED: 'ok', REJECTED: 'mute', UNDECIDED: 'warn' } as const;

export function VerdictBadge({ verdict }: { verdict: Verdict }) {
  return <Badge tone={tones[verdict]}>{tCode('vehicles.verdict', verdict)}</Badge>;
}

interface Props {
  caseId: string;
  position: number;
  /** The plate that was searched for, from which readings are learned. */
  remembered: string | null;
}

/** Whether a pass is of the vehicle that is sought. What is said keeps it in the case, and can be said otherwise. */
export function PassVerdict({ caseId, position, remembered }: Props) {
  const client = useQueryClient();
  const key = ['vehicles', 'verdict', caseId, position];
  const said = useQuery<Verdict | null>({ queryKey: key, enabled: false, initialData: null, gcTime: Infinity }).data;
  const keep = useMutation({
    mutationFn: (verdict: Verdict) => json<CasePass>(`/api/cases/${caseId}/passes`, { method: 'POST', body: { position, verdict, note: null, remembered } }),
    onSuccess: (kept) => {
      client.setQueryData(key, kept.verdict);
      void client.invalidateQueries({ queryKey: ['case', caseId, 'passes'] });
    },
  });
  const choice = (verdict: Verdict, icon: 'done' | 'refused', label: string) =>
    said !== verdict && <Button small kind="quiet" icon={icon} label={label} disabled={keep.isPending} onClick={() => keep.mutate(verdict)} />;
  return (
    <>
      {said && (
        <span role="status">
          <VerdictBadge verdict={said} />
        </span>
      )}
      {choice('CONFIRMED', 'done', t('vehicles.confirm'))}
      {choice('REJECTED', 'refused', t('vehicles.reject'))}
      {keep.error && <Failure failure={keep.error} />}
    </>
  );
}
