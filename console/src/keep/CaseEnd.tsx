import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { json } from '../api/client';
import { usePages } from '../api/pages';
import { t, tCode } from '../i18n/text';
import { dayText, readDay } from '../register/days';
import { Moment } from '../time/site';
import { Button } from '../ui/Button';
import { CommandForm, useCommand } from '../ui/CommandForm';
import type { Mistake } from '../ui/ErrorSummary';
import { Choose, fieldsOf, TextArea, TextField, useFields } from '../ui/Field';
import { Dialog } from '../ui/overlays';
import { Pages } from '../ui/Pages';
import { Badge, QueryState } from '../ui/State';
import { Code, Name } from '../ui/text';
import { DecisionForm } from './DecisionForm';
import { dayMistakes, paperMistakes, reasonMistakes } from './fields';
import { PaperFields } from './PaperFields';
import { ReasonForm } from './ReasonForm';
import { type CaseEnding, type CaseEndings, endKinds } from './types';

/** That a case is over for good, from which the time counts for which its packages are kept. */
export function CaseEnd({ id }: { id: string }) {
  const client = useQueryClient();
  const [act, setAct] = useState<'ask' | 'undo' | 'decide' | null>(null);
  const found = useQuery({
    queryKey: ['endings', id],
    queryFn: () => json<CaseEndings>(`/api/cases/${id}/final-closures`),
    staleTime: 60_000,
    refetchOnWindowFocus: false, // Each reading is an entry of the log.
  });
  const done = (now: CaseEndings) => {
    client.setQueryData(['endings', id], now);
    void client.invalidateQueries({ queryKey: ['case', id, 'timeline'] });
    setAct(null);
  };
  const { data } = found;
  return (
    <section className="panel stack" id="end-of-case">
      <h2>{t('keep.end')}</h2>
      <QueryState query={found} />
      {data && (
        <>
          {data.end ? (
            <p>
              <strong>{tCode('keep.kind', data.end.kind)}</strong>, <Code>{dayText(data.end.on)}</Code>
            </p>
          ) : (
            <p className="hint">{t('keep.endNone')}</p>
          )}
          {data.items.map((each) => (
            <Ending key={each.id} each={each} named={false} />
          ))}
          <p className="hint">{t('keep.endHint')}</p>
          <div className="actions">
            {data.mayAsk && <Button label={t('keep.endAsk')} onClick={() => setAct('ask')} />}
            {data.mayUndo && <Button kind="quiet" label={t('keep.endUndo')} onClick={() => setAct('undo')} />}
            {data.mayDecide && <Button label={t('keep.decide')} onClick={() => setAct('decide')} />}
          </div>
        </>
      )}
      <Dialog open={act === 'ask'} onClose={() => setAct(null)} title={t('keep.end')}>
        <AskForm id={id} onDone={done} />
      </Dialog>
      <Dialog open={act === 'undo'} onClose={() => setAct(null)} title={tCode('keep.act', 'UNDO')}>
        <ReasonForm<CaseEndings> path={`/api/cases/${id}/final-closure/reversal`} hint={t('keep.endUndoHint')} onDone={done} />
      </Dialog>
      <Dialog open={act === 'decide'} onClose={() => setAct(null)} title={t('keep.decideEnd')}>
        <DecisionForm<CaseEndings> path={`/api/cases/${id}/final-closure/decision`} hint={t('keep.endsHint')} onDone={done} />
      </Dialog>
    </section>
  );
}

/** What somebody else says of the ends of cases, for the approver who decides. */
export function WaitingEndings() {
  const client = useQueryClient();
  const [deciding, setDeciding] = useState<CaseEnding | null>(null);
  // Each reading is an entry of the log.
  const found = usePages<CaseEnding>('/api/final-closures', ['endings', 'waiting'], {}, { refetchOnWindowFocus: false });
  return (
    <section className="panel stack" id="endings">
      <h2>{t('keep.ends')}</h2>
      <p className="hint">{t('keep.endsHint')}</p>
      <Pages pages={found} empty={<p className="hint">{t('keep.endsNone')}</p>}>
        {(items) => items.map((each) => <Ending key={each.id} each={each} named onDecide={() => setDeciding(each)} />)}
      </Pages>
      <Dialog open={deciding !== null} onClose={() => setDeciding(null)} title={t('keep.decideEnd')}>
        {deciding && (
          <DecisionForm<CaseEndings>
            path={`/api/cases/${deciding.caseId}/final-closure/decision`}
            hint={t('keep.decideHint')}
            onDone={() => {
              void client.invalidateQueries({ queryKey: ['endings'] });
              setDeciding(null);
            }}
          />
        )}
      </Dialog>
    </section>
  );
}

function Ending({ each, named, onDecide }: { each: CaseEnding; named: boolean; onDecide?: () => void }) {
  const outcome = each.decision?.outcome ?? 'WAITING';
  return (
    <article className="reopening stack" data-ending={each.act}>
      <p className="summary">
        {named && (
          <Link to={`/cases/${each.caseId}`}>
            <Code>{each.caseCode}</Code>
          </Link>
        )}
        <strong>{tCode('keep.act', each.act)}</strong>
        <Badge tone={outcome === 'CONFIRMED' ? 'ok' : outcome === 'REFUSED' ? 'mute' : 'warn'}>{tCode('keep.outcome', outcome)}</Badge>
      </p>
      {each.kind && each.number && each.on && (
        <p>
          {tCode('keep.kind', each.kind)}. {tCode('keep.authority', each.authority ?? '')}: <Code>{each.number}</Code>, <Code>{dayText(each.on)}</Code>
        </p>
      )}
      <p>
        <Name>{each.reason}</Name>
      </p>
      <p className="hint">
        {t('keep.askedBy')} <Name>{each.askedBy.displayName}</Name>, <Moment at={each.askedAt} />
      </p>
      {each.decision && (
        <p className="hint">
          {each.decision.reason && (
            <>
              <Name>{each.decision.reason}</Name>{' '}
            </>
          )}
          <Name>{each.decision.by.displayName}</Name>, <Moment at={each.decision.at} />
        </p>
      )}
      {onDecide && <Button small label={t('keep.decide')} className="align-start" onClick={onDecide} />}
    </article>
  );
}

/** Says by a paper that the case is over for good. */
function AskForm({ id, onDone }: { id: string; onDone: (now: CaseEndings) => void }) {
  const [fields, set] = useFields({ kind: '', authority: '', number: '', on: '', reason: '' });
  const command = useCommand({
    check: () => {
      const found: Mistake[] = fields.kind ? [] : [{ field: 'kind', message: t('keep.kindMissing') }];
      found.push(...paperMistakes(fields, 'number'), ...dayMistakes('on', fields.on), ...reasonMistakes(fields.reason));
      return found;
    },
    send: () =>
      json<CaseEndings>(`/api/cases/${id}/final-closure`, {
        method: 'POST',
        body: { kind: fields.kind, authority: fields.authority, number: fields.number.trim(), on: readDay(fields.on), reason: fields.reason.trim() },
      }),
    done: onDone,
  });
  const { wrong } = command;
  const field = fieldsOf(fields, wrong, set);
  return (
    <CommandForm command={command}>
      <p>{t('keep.endHint')}</p>
      <Choose {...field('kind')} label={t('keep.kind')} none="" of={endKinds} words="keep.kind" />
      <PaperFields {...fields} numberField="number" wrong={wrong} onChange={set} />
      <TextField {...field('on')} label={t('keep.on')} hint={t('register.fOnHint')} code autoComplete="off" />
      <TextArea {...field('reason')} label={t('keep.reason')} hint={t('keep.reasonHint')} rows={2} />
    </CommandForm>
  );
}
