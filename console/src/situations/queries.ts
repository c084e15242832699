import { useQuery, useQueryClient } from '@tanstack/react-query';
import { json } from '../api/client';
import type { Below, Page } from '../api/types';
import { t } from '../i18n/text';
import { type CommandOptions, useCommand } from '../ui/CommandForm';
import { toast } from '../ui/overlays';
import type { SituationContent, SituationDetails, SituationKind } from './types';

const situationKey = (id: string) => ['situation', id];
const contentKey = (id: string) => ['situationContent', id];

export function useKinds(enabled = true) {
  return useQuery({ enabled, queryKey: ['situationKinds'], queryFn: async () => (await json<Page<SituationKind>>('/api/situation-kinds')).items, staleTime: 600_000 });
}

export function useSituation(id: string) {
  return useQuery({ queryKey: situationKey(id), queryFn: () => json<SituationDetails>(`/api/situations/${id}`) });
}

const readContent = (id: string) => json<SituationContent>(`/api/situations/${id}/content`);

/** Opened when somebody asks for it, since each reading is an entry of the log. */
export function useContent(id: string) {
  return useQuery({ enabled: false, queryKey: contentKey(id), queryFn: () => readContent(id), staleTime: Infinity });
}

/** Forgets what was read: it is not to stay in memory on a screen that others use. */
export function useForget(id: string) {
  const client = useQueryClient();
  return () => client.removeQueries({ queryKey: contentKey(id) });
}

/** One act on a report. */
export function useSituationCommand(id: string, path: Below<'/api/situations/{id}'>, onDone: () => void, { check, body = () => ({}) }: CommandOptions = {}) {
  const client = useQueryClient();
  return useCommand({
    check,
    send: () => json<SituationDetails | undefined>(`/api/situations/${id}/${path}`, { method: 'POST', body: body() }),
    done: (made) => {
      if (made) client.setQueryData(situationKey(id), made);
      void client.invalidateQueries({ queryKey: ['situations'] });
      // Reading it is an entry of the log, so it is read again only where it is in sight.
      if (client.getQueryData(contentKey(id)) !== undefined) void client.fetchQuery({ queryKey: contentKey(id), queryFn: () => readContent(id), staleTime: 0 }).catch(() => undefined);
      toast(t('app.saved'));
      onDone();
    },
    // What it refused may have changed the report: violence that an answer showed guards it.
    refused: () => client.invalidateQueries({ queryKey: situationKey(id) }),
  });
}
