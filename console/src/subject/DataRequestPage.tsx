import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { json } from '../api/client';
import { useUser } from '../api/queries';
import { t, tCode } from '../i18n/text';
import { dayText } from '../register/days';
import { Moment } from '../time/site';
import { Button } from '../ui/Button';
import { CommandForm, useCommand } from '../ui/CommandForm';
import type { Mistake } from '../ui/ErrorSummary';
import { Radios, TextArea, TextField } from '../ui/Field';
import { DialogButton, toast } from '../ui/overlays';
import { Failure, Notice, QueryState } from '../ui/State';
import { Code, Fact, Name, PageHead, usePageTitle } from '../ui/text';
import { Due, StateBadge } from './DataRequestsPage';
import { type DataRequest, type DataRequestDetails, type RequestOutcome, requestOutcomes } from './types';

/** One request with who made it; opening it is an entry of the log, so it is not fetched again by itself. */
export function DataRequestPage() {
  const { id = '' } = useParams();
  const details = useQuery({
    queryKey: ['dataRequest', id],
    queryFn: () => json<DataRequestDetails>(`/api/data-requests/${id}`),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
  usePageTitle(details.data?.request.code ?? t('subject.title'));
  if (!details.data) return <QueryState query={details} />;
  return <View details={details.data} />;
}

function View({ details }: { details: DataRequestDetails }) {
  const { request } = details;
  return (
    <>
      <PageHead
        title={
          <>
            <Code>{request.code}</Code> {tCode('subject.kind', request.kind)}
          </>
        }
        lead={
          <p className="summary">
            <StateBadge request={request} />
            {request.state !== 'ENDED' && <Due request={request} />}
            <bdi>{request.areaName}</bdi>
          </p>
        }
      />
      {request.state !== 'ENDED' && <Acts request={request} />}
      {request.outcome && (
        <Notice tone="info" title={tCode('subject.outcome', request.outcome)}>
          <p dir="auto">{details.reason}</p>
          {details.article && (
            <p>
              {t('subject.fArticle')}: <bdi>{details.article}</bdi>
            </p>
          )}
        </Notice>
      )}
      <div className="card-page">
        <section className="panel stack">
          <h2>{t('subject.asked')}</h2>
          <p dir="auto">{details.words}</p>
          <dl className="facts">
            <Fact label={t('subject.fName')}>
              <Name>{details.name}</Name>
            </Fact>
            <Fact label={t('subject.fContact')}>
              <bdi>{details.contact}</bdi>
            </Fact>
            {details.place && (
              <Fact label={t('subject.fPlace')}>
                <bdi>{details.place}</bdi>
              </Fact>
            )}
            {details.from && (
              <Fact label={t('subject.fFrom')}>
                <Moment at={details.from} />
              </Fact>
            )}
            {details.to && (
              <Fact label={t('subject.fTo')}>
                <Moment at={details.to} />
              </Fact>
            )}
            {details.camera && (
              <Fact label={t('subject.fCamera')}>
                <bdi>{details.camera}</bdi>
              </Fact>
            )}
          </dl>
          <p className="hint">{t('subject.readHint')}</p>
        </section>
        <section className="panel stack">
          <h2>{t('subject.clocks')}</h2>
          <dl className="facts">
            <Fact label={t('subject.colReceived')}>
              <Moment at={request.receivedAt} /> · {tCode('subject.channel', request.channel)}
            </Fact>
            <Fact label={t('subject.colHandler')}>
              <Name>{request.handler.displayName}</Name>
            </Fact>
            <Fact label={t('subject.answerBy')}>
              <Code>{dayText(request.answerBy)}</Code>
            </Fact>
            {request.answeredAt && (
              <Fact label={t('subject.answeredAt')}>
                <Moment at={request.answeredAt} />
              </Fact>
            )}
            <Fact label={t('subject.completeBy')}>
              <Code>{dayText(request.completeBy)}</Code>
              {request.extendedDays !== null && <small className="block">{t('subject.extendedBy', { count: request.extendedDays })}</small>}
            </Fact>
            {details.extension && (
              <Fact label={t('subject.extension')}>
                <bdi>{details.extension}</bdi>
              </Fact>
            )}
            {request.endedAt && (
              <Fact label={t('subject.endedAt')}>
                <Moment at={request.endedAt} />
              </Fact>
            )}
          </dl>
        </section>
      </div>
    </>
  );
}

function Acts({ request }: { request: DataRequest }) {
  const user = useUser();
  const changed = useChanged();
  const act = useMutation({
    mutationFn: (what: 'answer' | 'handler') => json<DataRequest>(`/api/data-requests/${request.id}/${what}`, { method: 'POST', body: {} }),
    onSuccess: (made) => changed(made),
  });
  return (
    <>
      {act.error && <Failure failure={act.error} />}
      <div className="actions">
        {request.state === 'RECEIVED' && <Button kind="primary" icon="done" label={t('subject.answered')} disabled={act.isPending} onClick={() => act.mutate('answer')} />}
        <DialogButton {...(request.state === 'ANSWERED' ? { kind: 'primary' as const } : {})} label={t('subject.end')} wide>
          {(close) => <OutcomeForm request={request} onDone={close} />}
        </DialogButton>
        <DialogButton label={t('subject.extend')} shown={request.extendedDays === null}>
          {(close) => <ExtensionForm request={request} onDone={close} />}
        </DialogButton>
        {request.handler.id !== user.id && <Button kind="quiet" label={t('subject.takeOver')} disabled={act.isPending} onClick={() => act.mutate('handler')} />}
      </div>
    </>
  );
}

/** Shows what became of a request; the whole of it is only read anew where words of it changed. */
function useChanged() {
  const client = useQueryClient();
  return (request: DataRequest, words: Partial<DataRequestDetails> = {}) => {
    client.setQueryData<DataRequestDetails>(['dataRequest', request.id], (before) => before && { ...before, ...words, request });
    void client.invalidateQueries({ queryKey: ['dataRequests'] });
    toast(t('app.saved'));
  };
}

function reasonMistakes(reason: string): Mistake[] {
  const length = [...reason.trim()].length;
  return length < 10 || length > 2000 ? [{ field: 'reason', message: t('subject.reasonWrong') }] : [];
}

function ExtensionForm({ request, onDone }: { request: DataRequest; onDone: () => void }) {
  const changed = useChanged();
  const [days, setDays] = useState('15');
  const [reason, setReason] = useState('');
  const command = useCommand({
    check: () => {
      const found = reasonMistakes(reason);
      if (!/^\d+$/.test(days.trim()) || Number(days) < 1 || Number(days) > 15) found.unshift({ field: 'days', message: t('subject.daysWrong') });
      return found;
    },
    send: () => json<DataRequest>(`/api/data-requests/${request.id}/extension`, { method: 'POST', body: { days: Number(days), reason: reason.trim() } }),
    done: (made) => {
      changed(made, { extension: reason.trim() });
      onDone();
    },
  });
  const { wrong } = command;
  return (
    <CommandForm command={command}>
      <p className="hint">{t('subject.extendHint')}</p>
      <TextField id="days" label={t('subject.fDays')} error={wrong('days')} code inputMode="numeric" value={days} onText={setDays} />
      <TextArea id="reason" label={t('subject.fReason')} hint={t('subject.reasonHint')} error={wrong('reason')} value={reason} onText={setReason} />
    </CommandForm>
  );
}

function OutcomeForm({ request, onDone }: { request: DataRequest; onDone: () => void }) {
  const changed = useChanged();
  const [outcome, setOutcome] = useState<RequestOutcome | null>(null);
  const [reason, setReason] = useState('');
  const [article, setArticle] = useState('');
  const byLaw = outcome === 'PARTLY' || outcome === 'REFUSED';
  const command = useCommand({
    check: () => {
      const found: Mistake[] = [];
      if (!outcome) found.push({ field: 'outcome', message: t('subject.outcomeMissing') });
      if (byLaw && !article.trim()) found.push({ field: 'article', message: t('subject.articleMissing') });
      found.push(...reasonMistakes(reason));
      return found;
    },
    send: () => json<DataRequest>(`/api/data-requests/${request.id}/outcome`, { method: 'POST', body: { outcome, reason: reason.trim(), article: byLaw ? article.trim() : null } }),
    done: (made) => {
      changed(made, { reason: reason.trim(), article: byLaw ? article.trim() : null });
      onDone();
    },
  });
  const { wrong } = command;
  return (
    <CommandForm command={command}>
      <Radios id="outcome" label={t('subject.fOutcome')} error={wrong('outcome')} of={requestOutcomes} value={outcome} words="subject.outcome" onText={setOutcome} />
      {byLaw && <TextField id="article" label={t('subject.fArticle')} hint={t('subject.fArticleHint')} error={wrong('article')} value={article} onText={setArticle} />}
      <TextArea id="reason" label={t('subject.fReason')} hint={t('subject.reasonHint')} error={wrong('reason')} value={reason} onText={setReason} />
    </CommandForm>
  );
}
