import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect } from 'react';
import { Navigate, useNavigate, useParams, useSearchParams } from 'react-router';
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
import { bodyOf, firstOpen, mistakesOf, type Step, startOf, stepOfField, steps, useDraft } from './draft';
import { CaseStep, WhatStep, WhyStep } from './steps';
import type { EvidenceRequest, RequestDefaults } from './types';

/**
 * A request on three short pages and one to check; nothing typed is lost. A link without a page
 * leads to the first one on which something is missing.
 */
export function NewRequestPage() {
  const params = useParams();
  const [search] = useSearchParams();
  const clock = useSiteTime();
  const { draft, change, suggest, forget } = useDraft((before) => startOf(search, before, clock));
  const limits = useChoices().data?.limits;
  const asked = steps.find((each) => each === params['step']);
  const step: Step = asked ?? firstOpen(draft, clock, limits);
  const defaults = useQuery({
    queryKey: ['requests', 'defaults', draft.caseId],
    queryFn: () => json<RequestDefaults>(`/api/cases/${draft.caseId}/request-defaults`),
    enabled: draft.caseId !== '',
    staleTime: 60_000,
  }).data;
  const { summary, wrong, tell, tellNamed } = useMistakes();
  const navigate = useNavigate();
  const client = useQueryClient();
  const changing = search.get('change') === '1';
  const title = tCode('requests.s', step);

  useEffect(() => {
    if (defaults) suggest(defaults);
  }, [defaults]);
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

  const next = (): Step => (changing ? 'check' : firstOpen(draft, clock, limits));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = mistakesOf(step, draft, clock, limits);
    tell(found);
    if (found.length > 0) return;
    if (step === 'check') send.mutate();
    else void navigate(`/requests/new/${next()}`);
  };
  if (!asked) return <Navigate replace to={`/requests/new/${step}`} />;
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
        {step === 'check' && <CheckAnswers draft={draft} />}
        <div className="form-end">
          <Button kind="primary" label={step === 'check' ? t(send.isPending ? 'requests.sending' : 'requests.send') : t('app.continue')} type="submit" disabled={send.isPending} />
          <ButtonLink kind="quiet" label={before || changing ? t('app.back') : t('app.cancel')} to={changing ? '/requests/new/check' : before ? `/requests/new/${before}` : '/requests'} />
        </div>
      </form>
    </PageFrame>
  );
}
