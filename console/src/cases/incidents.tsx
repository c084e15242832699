import { useQuery } from '@tanstack/react-query';
import { json } from '../api/client';
import type { Page } from '../api/types';
import { t } from '../i18n/text';
import { Moment, MomentRange } from '../time/site';
import type { Incident } from './types';

/** The incidents of a case in order of time; none are asked for where there is no case yet. */
export function useIncidents(caseId: string | undefined) {
  return useQuery({
    queryKey: ['case', caseId, 'incidents'],
    queryFn: async () => (await json<Page<Incident>>(`/api/cases/${caseId}/incidents`)).items,
    enabled: Boolean(caseId),
    staleTime: 60_000,
    refetchOnWindowFocus: false, // Each reading is an entry of the log.
  });
}

/** When it happened: a moment, from one to another, or some time between the two. */
export function IncidentTime({ incident: { timing, occurredFrom, occurredTo } }: { incident: Pick<Incident, 'timing' | 'occurredFrom' | 'occurredTo'> }) {
  if (!occurredTo) return <Moment at={occurredFrom} />;
  return (
    <>
      {timing === 'BETWEEN' && <>{t('cases.incidentBetween')} </>}
      <MomentRange from={occurredFrom} to={occurredTo} />
    </>
  );
}
