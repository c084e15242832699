import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call, json } from '../api/client';
import { t } from '../i18n/text';
import { Moment } from '../time/site';
import { Button } from '../ui/Button';
import { DataTable } from '../ui/DataTable';
import { toast } from '../ui/overlays';
import { Badge, Failure, Loading } from '../ui/State';
import { Code } from '../ui/text';
import { browserName } from './browser';
import type { OpenSession } from './types';

/** Where somebody is signed in, and ending any of it. */
export function Sessions() {
  const client = useQueryClient();
  const sessions = useQuery({
    queryKey: ['account', 'sessions'],
    queryFn: async () => (await json<{ items: OpenSession[] }>('/api/account/sessions')).items,
  });
  const end = useMutation({
    mutationFn: (id: string | null) => call(`/api/account/sessions${id ? `/${id}` : ''}`, { method: 'DELETE' }),
    onSuccess: () => toast(t('account.sessionEnded')),
    onSettled: () => void client.invalidateQueries({ queryKey: ['account', 'sessions'] }),
  });
  if (sessions.isPending) return <Loading />;
  if (sessions.error) return <Failure failure={sessions.error} retry={() => void sessions.refetch()} />;
  return (
    <>
      <p>{t('account.sessionsWhy')}</p>
      {end.error && <Failure failure={end.error} />}
      <DataTable heads={[t('account.sessionBrowser'), t('account.sessionFrom'), t('account.sessionSince'), t('account.sessionUsed'), t('account.sessionAct')]} cards>
        {sessions.data.map((session) => (
          <tr key={session.id} data-session={session.present ? 'present' : 'other'}>
            <th scope="row" title={session.browser}>
              <bdi>{browserName(session.browser) || t('account.sessionUnknown')}</bdi>
            </th>
            <td data-label={t('account.sessionFrom')}>
              <Code>{session.address || '–'}</Code>
            </td>
            <td data-label={t('account.sessionSince')}>
              <Moment at={session.since} />
            </td>
            <td data-label={t('account.sessionUsed')}>
              <Moment at={session.lastUsedAt} />
            </td>
            <td>
              {session.present ? (
                <Badge tone="ok" icon="done">
                  {t('account.sessionPresent')}
                </Badge>
              ) : (
                <Button small label={t('account.sessionEnd')} disabled={end.isPending} onClick={() => end.mutate(session.id)} />
              )}
            </td>
          </tr>
        ))}
      </DataTable>
      {sessions.data.some((session) => !session.present) && (
        <div className="form-end">
          <Button kind="danger" label={t('account.sessionEndOthers')} disabled={end.isPending} onClick={() => end.mutate(null)} />
        </div>
      )}
    </>
  );
}
