import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { json } from '../api/client';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { t, tCode } from '../i18n/text';
import { dayText } from '../register/days';
import { Moment } from '../time/site';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/overlays';
import { Notice, QueryState } from '../ui/State';
import { Code } from '../ui/text';
import { DecisionForm } from './DecisionForm';
import { FileTable } from './FileTable';
import { HoldForm } from './HoldForm';
import { type HoldAction, HoldItem } from './HoldItem';
import { ReasonForm } from './ReasonForm';
import type { Keeping } from './types';

/** Until when a package is kept and why, the holds on it, and what certifies that it was deleted. */
export function KeepingSection({ id }: { id: string }) {
  const client = useQueryClient();
  const [placing, setPlacing] = useState(false);
  const [act, setAct] = useState<HoldAction | null>(null);
  const found = useQuery({ queryKey: ['keeping', id], queryFn: () => json<Keeping>(`/api/requests/${id}/retention`), staleTime: 30_000 });
  const close = () => {
    setPlacing(false);
    setAct(null);
  };
  const done = (now: Keeping) => {
    client.setQueryData(['keeping', id], now);
    void client.invalidateQueries({ queryKey: ['holds'] });
    close();
  };
  if (!found.data) return <QueryState query={found} />;
  const { data } = found;
  const holds = `/api/requests/${id}/holds`;
  return (
    <section className="panel stack" id="keeping">
      <h2>{t('keep.keeping')}</h2>
      {data.deleted ? <Deleted deleted={data.deleted} /> : <Kept keeping={data} />}
      <h3>{t('keep.holds')}</h3>
      {data.holds.length === 0 ? (
        <p className="hint">{t('keep.holdsNone')}</p>
      ) : (
        <ul className="handovers">
          {data.holds.map((hold) => (
            <HoldItem key={hold.id} hold={hold} onAction={setAct} />
          ))}
        </ul>
      )}
      {data.mayHold && <Button icon="hold" label={t('keep.holdNew')} className="align-start" onClick={() => setPlacing(true)} />}
      <Dialog open={placing} onClose={close} title={t('keep.holds')}>
        <HoldForm path={holds} onDone={done} />
      </Dialog>
      <Dialog open={act?.what === 'review'} onClose={close} title={t('keep.reviewOn')}>
        {act && <ReasonForm<Keeping> path={`${holds}/${act.hold.id}/review`} hint={t('keep.holdHint')} withDay onDone={done} />}
      </Dialog>
      <Dialog open={act?.what === 'lift'} onClose={close} title={t('keep.lift')}>
        {act && <ReasonForm<Keeping> path={`${holds}/${act.hold.id}/release`} hint={t('keep.liftHint')} onDone={done} />}
      </Dialog>
      <Dialog open={act?.what === 'decide'} onClose={close} title={t('keep.decideLift')}>
        {act && <DecisionForm<Keeping> path={`${holds}/${act.hold.id}/release/decision`} hint={t('keep.decideHint')} onDone={done} />}
      </Dialog>
    </section>
  );
}

function Kept({ keeping }: { keeping: Keeping }) {
  const { state, end, until } = keeping;
  return (
    <>
      <p data-keeping={state}>
        <strong>{tCode('keep.state', state)}</strong> {state === 'COUNTING' && until && <Moment at={until} />}
      </p>
      {end && (
        <p className="hint">
          {t('keep.because', { days: keeping.keepDays })} {tCode('keep.kind', end.kind)}, <Code>{dayText(end.on)}</Code>.
          {state === 'HELD' && until && (
            <>
              {' '}
              {t('keep.withoutHold')} <Moment at={until} />.
            </>
          )}
        </p>
      )}
      {keeping.handedOver && <p className="hint">{t('keep.handedOver')}</p>}
    </>
  );
}

function Deleted({ deleted }: { deleted: NonNullable<Keeping['deleted']> }) {
  const linkLog = may(useUser(), 'log');
  const entry = deleted.logIndex;
  return (
    <>
      <Notice tone="warn" title={t('keep.deletedTitle')}>
        <p>
          {t('keep.deleted')} <Moment at={deleted.at} />.{' '}
          {entry === null ? (
            t('keep.certificateSoon')
          ) : (
            <>
              {t('keep.certificate')} {linkLog ? <Link to={`/audit/${entry}`}>{t('requests.logEntry', { index: entry })}</Link> : t('requests.logEntry', { index: entry })}
            </>
          )}
        </p>
        <p>{t('keep.elsewhere')}</p>
      </Notice>
      <p className="hint">
        {t('keep.because', { days: deleted.keepDays })} {tCode('keep.kind', deleted.end)}, <Code>{dayText(deleted.endedOn)}</Code>
      </p>
      <FileTable head={t('keep.colPackage')} files={deleted.packages} nameOf={(name) => <Code>{name}</Code>} />
    </>
  );
}
