import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { call, json } from '../api/client';
import type { Page } from '../api/types';
import { t } from '../i18n/text';
import { dayText } from '../register/days';
import { CommandForm, useCommand } from '../ui/CommandForm';
import { TextField } from '../ui/Field';
import { DialogButton, toast } from '../ui/overlays';
import { Failure, Notice } from '../ui/State';
import { Name } from '../ui/text';
import type { PlannedArea, PlannedChange } from './types';

/** What is to come for an area, said on its page before its day. */
export function PlannedOf({ area }: { area: string }) {
  const planned = useQuery({
    queryKey: ['areas', 'planned', area],
    queryFn: async () => (await json<Page<PlannedChange>>(`/api/areas/${area}/planned`)).items,
    staleTime: 60_000,
  });
  if (planned.error) return <Failure failure={planned.error} retry={() => void planned.refetch()} />;
  return (planned.data ?? []).map((each) => <One key={each.id} change={each} />);
}

/** All changes to come, the next day first; nothing where there are none. */
export function AllPlanned() {
  const planned = useQuery({
    queryKey: ['areas', 'planned', null],
    queryFn: async () => (await json<Page<PlannedChange>>('/api/areas/planned')).items,
    staleTime: 60_000,
  });
  if (planned.error) return <Failure failure={planned.error} retry={() => void planned.refetch()} />;
  if (!planned.data || planned.data.length === 0) return null;
  return (
    <details className="panel" id="planned">
      <summary>{t('areas.plannedCount', { count: planned.data.length })}</summary>
      <div className="stack">
        {planned.data.map((each) => (
          <One key={each.id} change={each} />
        ))}
      </div>
    </details>
  );
}

function One({ change }: { change: PlannedChange }) {
  const failed = change.state === 'FAILED';
  return (
    <Notice tone={failed ? 'bad' : change.stands ? 'info' : 'warn'} title={<Said change={change} />}>
      <p>
        <bdi>{change.reason}</bdi>
      </p>
      {failed && <p>{t('areas.plannedFailed')}</p>}
      {!failed && !change.stands && <p>{t('areas.plannedWouldFail')}</p>}
      <DialogButton small kind="quiet" label={t('areas.withdraw')} shown={change.mayWithdraw}>
        {(close) => <Withdraw id={change.id} onDone={close} />}
      </DialogButton>
    </Notice>
  );
}

/** What changes on which day, from where the reader looks. */
function Said({ change }: { change: PlannedChange }) {
  const day = `\u2066${dayText(change.on)}\u2069`;
  const whose = change.part === null && (
    <>
      <Areas areas={change.areas} />:{' '}
    </>
  );
  const successors = change.into === null ? change.successors : change.successors.slice(change.into, change.into + 1);
  if (change.name !== null) {
    return (
      <>
        {whose}
        {t('areas.plannedName', { day })} <Name>{change.name}</Name>
      </>
    );
  }
  if (change.part === 'TAKES_OVER') {
    return (
      <>
        {t('areas.plannedTakes', { day })} <Areas areas={change.areas} />
      </>
    );
  }
  return (
    <>
      {whose}
      {successors.length === 0 ? t('areas.plannedEnd', { day }) : t(successors.length === 1 ? 'areas.plannedPart' : 'areas.plannedDivided', { day })}{' '}
      {successors.length > 0 && <Areas areas={successors} />}
    </>
  );
}

function Areas({ areas }: { areas: PlannedArea[] }) {
  return areas.map((each, index) => (
    <span key={each.id ?? each.code}>
      {index > 0 && ' · '}
      {each.id ? (
        <Link to={`/areas/${each.id}`}>
          <Name>{each.name}</Name>
        </Link>
      ) : (
        <Name>{each.name}</Name>
      )}
    </span>
  ));
}

function Withdraw({ id, onDone }: { id: string; onDone: () => void }) {
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const command = useCommand({
    check: () => (reason.trim() ? [] : [{ field: 'plan-reason', message: t('areas.reasonMissing') }]),
    send: () => call(`/api/areas/planned/${id}/withdrawal`, { method: 'POST', body: { reason: reason.trim() } }),
    done: async () => {
      await client.invalidateQueries({ queryKey: ['areas'] });
      toast(t('areas.withdrawn'));
      onDone();
    },
    idOf: () => 'plan-reason',
  });
  return (
    <CommandForm command={command} label={t('areas.withdraw')}>
      <TextField id="plan-reason" label={t('areas.reason')} error={command.wrong('plan-reason')} value={reason} onText={setReason} />
    </CommandForm>
  );
}
