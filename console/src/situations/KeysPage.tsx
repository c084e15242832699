import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { json } from '../api/client';
import { usePages } from '../api/pages';
import { t } from '../i18n/text';
import { dayText, readDay } from '../register/days';
import { Moment } from '../time/site';
import { Button } from '../ui/Button';
import { CommandForm, useCommand } from '../ui/CommandForm';
import { DataTable } from '../ui/DataTable';
import type { Mistake } from '../ui/ErrorSummary';
import { fieldsOf, TextField, useFields } from '../ui/Field';
import { Pages } from '../ui/Pages';
import { Badge, Empty, Notice } from '../ui/State';
import { SureDialog } from '../ui/SureDialog';
import { Code, Name, PageFrame } from '../ui/text';
import type { MadeServiceKey, ServiceKey } from './types';

const key = ['open311Keys'];

/** Which other systems may report by Open311: made by an administrator of the whole site, each with an end. */
export function KeysPage() {
  const client = useQueryClient();
  const keys = usePages<ServiceKey>('/api/open311-keys', key, {});
  const [ending, setEnding] = useState<ServiceKey | null>(null);
  const [made, setMade] = useState<MadeServiceKey | null>(null);
  const revoke = useMutation({
    mutationFn: (id: string) => json<ServiceKey>(`/api/open311-keys/${id}/revocation`, { method: 'POST', body: {} }),
    onSuccess: () => {
      setEnding(null);
      void client.invalidateQueries({ queryKey: key });
    },
  });
  return (
    <PageFrame title={t('situations.keys')} lead={t('situations.keysLead')}>
      {made && (
        <Notice tone="ok" title={t('situations.keyMade')}>
          <p>{t('situations.keyOnce')}</p>
          <p>
            <Code>{made.secret}</Code>
          </p>
          <p>
            <Button label={t('situations.keyNoted')} onClick={() => setMade(null)} />
          </p>
        </Notice>
      )}
      <Pages pages={keys} empty={<Empty icon="key" title={t('situations.keysNone')} />}>
        {(shown) => (
          <DataTable heads={[t('situations.keyName'), t('situations.keyMadeAt'), t('situations.keyLastDay'), t('situations.colState'), t('people.colAct')]} cards>
            {shown.map((each) => (
              <tr key={each.id} data-key={each.ended ? 'ended' : 'open'}>
                <th scope="row">
                  <Name>{each.name}</Name>
                </th>
                <td data-label={t('situations.keyMadeAt')}>
                  <Moment at={each.madeAt} /> <Name>{each.madeBy.displayName}</Name>
                </td>
                <td data-label={t('situations.keyLastDay')}>
                  <Code>{dayText(each.lastDay)}</Code>
                </td>
                <td>
                  <Badge tone={each.ended ? 'mute' : 'ok'}>{t(each.revokedAt ? 'situations.keyRevoked' : each.ended ? 'situations.keyOver' : 'situations.keyHolds')}</Badge>
                </td>
                <td>{!each.ended && <Button small kind="quiet" label={t('situations.keyRevoke')} onClick={() => setEnding(each)} />}</td>
              </tr>
            ))}
          </DataTable>
        )}
      </Pages>
      <NewKey onMade={setMade} />
      <SureDialog open={ending !== null} onClose={() => setEnding(null)} title={t('situations.keyRevoke')} act={revoke} onSure={() => ending && revoke.mutate(ending.id)}>
        {ending && t('situations.keyRevokeMore', { name: ending.name })}
      </SureDialog>
    </PageFrame>
  );
}

function NewKey({ onMade }: { onMade: (made: MadeServiceKey) => void }) {
  const client = useQueryClient();
  const [fields, set] = useFields({ name: '', lastDay: '' });
  const command = useCommand({
    check: () => {
      const found: Mistake[] = [];
      if (fields.name.trim().length < 3) found.push({ field: 'name', message: t('situations.keyNameMissing') });
      if (!readDay(fields.lastDay)) found.push({ field: 'lastDay', message: t('register.fDayWrong') });
      return found;
    },
    send: () => json<MadeServiceKey>('/api/open311-keys', { method: 'POST', body: { name: fields.name.trim(), lastDay: readDay(fields.lastDay) } }),
    done: (made) => {
      set({ name: '', lastDay: '' });
      onMade(made);
      void client.invalidateQueries({ queryKey: key });
    },
  });
  const field = fieldsOf(fields, command.wrong, set);
  return (
    <CommandForm command={command} className="panel form" head={<h2>{t('situations.keyAdd')}</h2>} label={t('situations.keyAdd')}>
      <div className="form-row">
        <TextField {...field('name')} label={t('situations.keyName')} hint={t('situations.keyNameHint')} autoComplete="off" />
        <TextField {...field('lastDay')} label={t('situations.keyLastDay')} hint={t('register.fOnHint')} code autoComplete="off" />
      </div>
    </CommandForm>
  );
}
