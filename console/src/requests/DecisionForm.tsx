import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent, KeyboardEvent } from 'react';
import { json } from '../api/client';
import { useChoices } from '../api/queries';
import { t, tCode } from '../i18n/text';
import { dateTimeText } from '../time/format';
import { useSiteTime } from '../time/site';
import { parseInstant } from '../time/zone';
import { Button } from '../ui/Button';
import { ErrorSummary, type Mistake } from '../ui/ErrorSummary';
import { Checks, Choose, Option, Options, TextArea } from '../ui/Field';
import { MomentField, readMoment } from '../ui/MomentField';
import { unnamed, useMistakes } from '../ui/mistakes';
import { toast } from '../ui/overlays';
import { Failure, Notice } from '../ui/State';
import { Code, Name } from '../ui/text';
import { forgetDraft, outcomes, useDecisionDraft } from './decisionDraft';
import type { EvidenceRequest } from './types';

/**
 * The decision of another person: approve, approve less, or refuse with a reason. Never in bulk. What
 * is typed outlives a lost connection and another approver's being faster.
 */
export function DecisionForm({ request }: { request: EvidenceRequest }) {
  const clock = useSiteTime();
  const choices = useChoices();
  const client = useQueryClient();
  const [draft, change] = useDecisionDraft(request.id, {
    request: request.code,
    outcome: null,
    reason: '',
    code: '',
    from: dateTimeText(parseInstant(request.from), clock.zone),
    to: dateTimeText(parseInstant(request.to), clock.zone),
    cameraIds: request.cameras.map((camera) => camera.id),
  });
  const { outcome, reason, code, from, to, cameraIds } = draft;
  const { summary, wrong, tell, tellNamed } = useMistakes();
  const fromAt = readMoment(from, clock);
  const toAt = readMoment(to, clock, fromAt ?? undefined);
  const barred = !request.mayDecide;

  const decide = useMutation({
    mutationFn: () =>
      json<EvidenceRequest>(`/api/requests/${request.id}/decision`, {
        method: 'POST',
        body: {
          outcome,
          reasonCode: outcome === 'REFUSE' ? code : null,
          reason: reason.trim(),
          ...(outcome === 'APPROVE_LESS' ? { from: new Date(fromAt!).toISOString(), to: new Date(toAt!).toISOString(), cameraIds } : {}),
        },
      }),
    onSuccess: () => {
      forgetDraft(request.id);
      toast(t('requests.dDone'));
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['request', request.id] });
      void client.invalidateQueries({ queryKey: ['requests'] });
    },
    onError: (failure) => tellNamed(failure),
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found: Mistake[] = [];
    if (!outcome) found.push({ field: 'outcome', message: t('requests.dMissing') });
    if (outcome === 'REFUSE' && !code) found.push({ field: 'reasonCode', message: t('requests.dCodeMissing') });
    if (outcome === 'APPROVE_LESS') {
      if (fromAt === null) found.push({ field: 'from', message: t('requests.momentWrong') });
      if (toAt === null) found.push({ field: 'to', message: t('requests.momentWrong') });
      if (cameraIds.length === 0) found.push({ field: 'cameraIds', message: t('requests.camerasMissing') });
      if (fromAt !== null && toAt !== null && toAt <= fromAt) found.push({ field: 'to', message: t('requests.toBefore') });
      const same =
        fromAt !== null && toAt !== null && fromAt <= parseInstant(request.from) && toAt >= Math.floor(parseInstant(request.to) / 1000) * 1000 && cameraIds.length === request.cameras.length;
      if (same) found.push({ field: 'from', message: t('requests.dLessMissing') });
    }
    if (outcome && outcome !== 'APPROVE' && !reason.trim()) found.push({ field: 'reason', message: t('requests.dReasonMissing') });
    tell(found);
    if (found.length === 0) decide.mutate();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.currentTarget.requestSubmit();
    }
  };
  const general = unnamed(decide.error);

  return (
    <form className="panel form form-wide decision" onSubmit={submit} onKeyDown={onKeyDown} noValidate>
      {barred && (
        <div id="why-not">
          <Notice tone="warn" title={tCode('requests.whyNot', request.whyNot ?? 'not-your-area')} />
        </div>
      )}
      <ErrorSummary {...summary} />
      {general && <Failure failure={general} />}
      <Options id="outcome" label={t('requests.decision')} error={wrong('outcome')}>
        {outcomes.map((each) => (
          <Option
            key={each}
            type="radio"
            name="outcome"
            label={tCode('requests.d', each)}
            checked={outcome === each}
            disabled={barred || (each === 'APPROVE' && !request.mayGrantAll)}
            aria-describedby={barred ? 'why-not' : undefined}
            onChange={() => change({ outcome: each })}
          />
        ))}
      </Options>
      {outcome === 'APPROVE_LESS' && (
        <div className="form-group">
          <div className="form-row">
            <MomentField id="from" label={t('requests.from')} error={wrong('from')} value={from} onText={(text) => change({ from: text })} />
            <MomentField id="to" label={t('requests.to')} error={wrong('to')} value={to} reference={fromAt} onText={(text) => change({ to: text })} />
          </div>
          <Checks
            id="cameraIds"
            label={t('requests.cameras')}
            error={wrong('cameraIds')}
            of={request.cameras}
            chosen={cameraIds}
            words={(camera) => (
              <>
                <Code>{camera.code}</Code> <Name>{camera.name}</Name>
              </>
            )}
            onChoose={(cameraIds) => change({ cameraIds })}
          />
        </div>
      )}
      {outcome === 'REFUSE' && (
        <Choose
          id="reasonCode"
          label={t('requests.dCode')}
          error={wrong('reasonCode')}
          none={t('requests.choose')}
          of={choices.data?.refusals}
          words={(each) => each.text}
          value={code}
          onText={(code) => change({ code })}
        />
      )}
      {outcome && (
        <TextArea
          id="reason"
          label={t('requests.dReason')}
          hint={t('requests.dReasonHint')}
          optional={outcome === 'APPROVE'}
          error={wrong('reason')}
          rows={3}
          value={reason}
          onText={(reason) => change({ reason })}
        />
      )}
      <div className="form-end">
        <Button kind="primary" label={decide.isPending ? t('requests.sending') : t('requests.dSend')} type="submit" disabled={barred || decide.isPending} />
        <span className="hint">{t('requests.dKeys')}</span>
      </div>
    </form>
  );
}
