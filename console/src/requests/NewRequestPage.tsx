import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { json } from '../api/client';
import { useChoices } from '../api/queries';
import { t, tCode } from '../i18n/text';
import { useSiteTime } from '../time/site';
import { Button, ButtonLink } from '../ui/Button';
import { ErrorSummary } from '../ui/ErrorSummary';
import { unnamed, useMistakes } from '../ui/mistakes';
import { Failure } from '../ui/State';
import { PageFrame } from '../ui/text';
import { CheckAnswers } from './CheckAnswers';
import { bodyOf, mistakesOf, type Step, startOf, stepOfField, steps, useDraft } from './draft';
import { CaseStep, UrgentStep, WhatStep, WhyStep } from './steps';
import type { EvidenceRequest } from './types';

/** A request on four short pages and one to check, one question each; nothing typed is lost. */
export function NewRequestPage() {
  const params = useParams();
  const step: Step = steps.find((each) => each === params['step']) ?? 'case';
  const [search] = useSearchParams();
  const clock = useSiteTime();
  const [draft, change, forget] = useDraft((before) => startOf(search, before, clock));
  const limits = useChoices().data?.limits;
  const { summary, wrong, tell, tellNamed } = useMistakes();
  const navigate = useNavigate();
  const client = useQueryClient();
  const changing = search.get('change') === '1';
  const title = tCode('requests.s', step);

  useEffect(() => {
    tell([]);
    document.querySelector<HTMLElement>('main h1')?.focus();
  }, [step]);

  const send = useMutation({
    mutationFn: () => json<EvidenceRequest>('/api/requests', { method: 'POST', body: bodyOf(draft, clock) }),
    onSuccess: (made) => {
      forget();
      void client.invalidateQueries({ queryKey: ['requests'] });
      void client.invalidateQueries({ queryKey: ['case'] });
      void navigate(`/requests/${made.id}?sent=1`, { replace: true });
    },
    onError: (failure) => tellNamed(failure),
  });

  const next = (): Step => {
    if (changing) return 'check';
    return steps.find((each) => each !== step && each !== 'check' && mistakesOf(each, draft, clock, limits).length > 0) ?? 'check';
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = mistakesOf(step, draft, clock, limits);
    tell(found);
    if (found.length > 0) return;
    if (step === 'check') send.mutate();
    else void navigate(`/requests/new/${next()}`);
  };
  const general = unnamed(send.error);
  const before = steps[steps.indexOf(step) - 1];
  const body = { draft, change, wrong };

  return (
    <PageFrame title={title} lead={step === 'check' ? undefined : <p>{t('requests.stepOf', { step: steps.indexOf(step) + 1, count: steps.length - 1 })}</p>}>
      <form className={step === 'check' || step === 'what' ? 'form form-wide' : 'form panel'} onSubmit={submit} noValidate>
        <ErrorSummary {...summary} />
        {step === 'check' && summary.mistakes.length > 0 && (
          <ButtonLink label={t('app.changeWhat', { what: tCode('requests.s', stepOfField(summary.mistakes[0]!.field)) })} to={`/requests/new/${stepOfField(summary.mistakes[0]!.field)}?change=1`} />
        )}
        {general && <Failure failure={general} />}
        {step === 'case' && <CaseStep {...body} />}
        {step === 'what' && <WhatStep {...body} />}
        {step === 'why' && <WhyStep {...body} />}
        {step === 'urgent' && <UrgentStep {...body} />}
        {step === 'check' && <CheckAnswers draft={draft} />}
        <div className="form-end">
          <Button kind="primary" label={step === 'check' ? t(send.isPending ? 'requests.sending' : 'requests.send') : t('app.continue')} type="submit" disabled={send.isPending} />
          <ButtonLink kind="quiet" label={before || changing ? t('app.back') : t('app.cancel')} to={changing ? '/requests/new/check' : before ? `/requests/new/${before}` : '/requests'} />
        </div>
      </form>
    </PageFrame>
  );
}
