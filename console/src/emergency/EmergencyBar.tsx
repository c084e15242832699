import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { json } from '../api/client';
import { t } from '../i18n/text';
import { Moment, useNow } from '../time/site';
import { parseInstant } from '../time/zone';
import { Button, ButtonLink } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { Code, Name } from '../ui/text';
import type { OwnEmergencies } from './types';

export function useOwnEmergencies() {
  return useQuery({
    queryKey: ['emergencies', 'own'],
    queryFn: () => json<OwnEmergencies>('/api/emergency-accesses/own'),
    refetchInterval: 60_000,
  });
}

/** On every page while an emergency access of one's own is open: until when, and its early end. */
export function EmergencyBar() {
  const own = useOwnEmergencies();
  const now = useNow();
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: () => json<OwnEmergencies>('/api/emergency-accesses/own/end', { method: 'POST', body: {} }),
    onSuccess: (left) => client.setQueryData(['emergencies', 'own'], left),
  });
  const open = own.data?.open;
  if (!open || parseInstant(open.end) <= now) return null;
  return (
    <div className="emergency-bar" role="status">
      <span>
        <Icon name="emergency" size={16} /> {t('emergency.bar')} <Code>{open.code}</Code> · <Name>{open.areaName}</Name> · {t('emergency.until')} <Moment at={open.end} show="clock" />
      </span>
      <span className="emergency-bar-more">{t(open.purpose === 'SITUATIONS' ? 'emergency.barSituations' : 'emergency.barMore')}</span>
      {open.purpose === 'SITUATIONS' && <ButtonLink small label={t('emergency.barOpen')} to="/situations/emergency" />}
      <Button small label={t('emergency.end')} disabled={end.isPending} onClick={() => end.mutate()} />
      {end.error && <span role="alert">{t('emergency.endFailed')}</span>}
    </div>
  );
}
