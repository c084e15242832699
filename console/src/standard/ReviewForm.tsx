import { type FormEvent, useState } from 'react';
import { t, tCode } from '../i18n/text';
import { Button } from '../ui/Button';
import { ErrorSummary, type Mistake } from '../ui/ErrorSummary';
import { fieldsOf, Option, Options, TextArea, TextField, useFields } from '../ui/Field';
import { unnamed, useMistakes } from '../ui/mistakes';
import { Failure } from '../ui/State';
import { Conditions } from './AnswerForm';
import { useAssessmentMutation } from './queries';
import { readNumber } from './RegisterUnitPage';
import { ReviewLine } from './ReviewLine';
import { type Assessment, applies, asksNumbers, type CriterionItem, counts, type ReviewOutcome } from './types';
import { wrongReason } from './words';

/** What who appraises says of an answer: accept, ask back, or put another one beside it. */
export function ReviewForm({ of, item }: { of: Assessment; item: CriterionItem }) {
  const [again, setAgain] = useState(item.review === null);
  if (!again)
    return (
      <>
        <ReviewLine item={item} />
        <div className="actions">
          <Button small kind="quiet" label={t('standard.reviewAgain')} onClick={() => setAgain(true)} />
        </div>
      </>
    );
  return <Form of={of} item={item} onDone={() => setAgain(false)} />;
}

function Form({ of, item, onDone }: { of: Assessment; item: CriterionItem; onDone: () => void }) {
  const held = counts(item);
  const [outcome, setOutcome] = useState<ReviewOutcome | null>(null);
  const [reason, setReason] = useState('');
  const [other, set] = useFields({ met: held?.met !== true, number: held?.number?.toString() ?? '', against: held?.against?.toString() ?? '', absent: held?.absent ?? [] });
  const { summary, wrong, tell, tellNamed } = useMistakes();
  const act = useAssessmentMutation(of.id, onDone);
  const numbers = asksNumbers(item, other.absent);
  const send = (chosen: ReviewOutcome) =>
    act.mutate(
      {
        what: 'reviews',
        body: () => ({
          criterion: item.code,
          outcome: chosen,
          reason: reason.trim() || null,
          met: chosen === 'CHANGED' ? other.met : null,
          number: chosen === 'CHANGED' && numbers ? readNumber(other.number) : null,
          against: chosen === 'CHANGED' && numbers ? readNumber(other.against) : null,
          absent: chosen === 'CHANGED' ? other.absent : null,
        }),
      },
      { onError: (failure) => tellNamed(failure) },
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found: Mistake[] = [];
    if (!outcome) return;
    if (outcome === 'CHANGED' && numbers) {
      if (readNumber(other.number) === null) found.push({ field: 'number', message: t('standard.countWrong') });
      if (readNumber(other.against) === null) found.push({ field: 'against', message: t('standard.countWrong') });
    }
    if (wrongReason(reason)) found.push({ field: 'reason', message: t('standard.reasonWrong') });
    tell(found);
    if (found.length === 0) send(outcome);
  };
  const failure = unnamed(act.error);
  const field = fieldsOf(other, wrong, set);
  return (
    <form className="form decision" onSubmit={submit} noValidate>
      <h3>{t('standard.appraisal')}</h3>
      <ErrorSummary {...summary} />
      {failure && <Failure failure={failure} />}
      {outcome === null ? (
        <div className="actions">
          <Button kind="primary" icon="done" label={t('standard.accept')} disabled={act.isPending} onClick={() => send('ACCEPTED')} />
          <Button label={t('standard.ask')} onClick={() => setOutcome('ASKED')} />
          <Button label={t('standard.change')} onClick={() => setOutcome('CHANGED')} />
        </div>
      ) : (
        <>
          {outcome === 'CHANGED' && (
            <>
              <Conditions item={item} absent={other.absent} onChange={(absent) => set({ absent })} />
              {applies(item, other.absent) && (
                <Options label={t('standard.fMet')}>
                  <Option type="radio" name="other" label={t('standard.met')} checked={other.met} onChange={() => set({ met: true })} />
                  <Option type="radio" name="other" label={t('standard.notMet')} checked={!other.met} onChange={() => set({ met: false })} />
                </Options>
              )}
              {numbers && (
                <div className="form-row">
                  <TextField {...field('number')} label={t(item.answer === 'SHARE' ? 'standard.fSome' : 'standard.fThisYear')} code inputMode="numeric" />
                  <TextField {...field('against')} label={t(item.answer === 'SHARE' ? 'standard.fAll' : 'standard.fLastYear')} code inputMode="numeric" />
                </div>
              )}
            </>
          )}
          <TextArea id="reason" label={t(outcome === 'ASKED' ? 'standard.fAsk' : 'standard.fReason')} hint={t('standard.reasonHint')} error={wrong('reason')} value={reason} onText={setReason} />
          <div className="form-end">
            <Button kind="primary" label={tCode('standard.reviewAct', outcome)} type="submit" disabled={act.isPending} />
            <Button kind="quiet" label={t('app.cancel')} onClick={() => setOutcome(null)} />
          </div>
        </>
      )}
    </form>
  );
}
