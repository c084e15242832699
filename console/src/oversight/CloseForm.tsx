import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { json } from '../api/client';
import { t } from '../i18n/text';
import { Button } from '../ui/Button';
import { ErrorSummary, type Mistake } from '../ui/ErrorSummary';
import { Option, Options, TextArea } from '../ui/Field';
import { useMistakes, unnamed } from '../ui/mistakes';
import { Failure } from '../ui/State';
import type { FindingDetails, FindingResult } from './types';

const results = ['EXPLAINED', 'PASSED_ON'] as const;

/** What came of a finding; it goes into the log and stays. */
export function CloseForm({ finding }: { finding: FindingDetails }) {
  const client = useQueryClient();
  const [result, setResult] = useState<FindingResult | null>(null);
  const [reason, setReason] = useState('');
  const { summary, wrong, tell, tellNamed } = useMistakes();
  const close = useMutation({
    mutationFn: () => json<FindingDetails>(`/api/findings/${finding.id}/result`, { method: 'POST', body: { result, reason: reason.trim() } }),
    onSuccess: (closed) => {
      client.setQueryData(['finding', finding.id], closed);
      void client.invalidateQueries({ queryKey: ['findings'] });
    },
    onError: (failure) => tellNamed(failure),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found: Mistake[] = [];
    if (!result) found.push({ field: 'result', message: t('oversight.resultMissing') });
    const length = [...reason.trim()].length;
    if (length < 10 || length > 1000) found.push({ field: 'reason', message: t('oversight.reasonWrong') });
    tell(found);
    if (found.length === 0) close.mutate();
  };
  const failure = unnamed(close.error);
  return (
    <form className="panel form form-wide" onSubmit={submit} noValidate>
      <h2>{t('oversight.close')}</h2>
      <ErrorSummary {...summary} />
      {failure && <Failure failure={failure} />}
      <Options id="result" label={t('oversight.result')} error={wrong('result')}>
        {results.map((each) => (
          <Option key={each} type="radio" name="result" label={t(`oversight.result.${each}`)} checked={result === each} onChange={() => setResult(each)} />
        ))}
      </Options>
      <TextArea id="reason" label={t('oversight.reason')} hint={t('oversight.reasonHint')} error={wrong('reason')} rows={4} value={reason} onChange={(event) => setReason(event.target.value)} />
      <Button type="submit" kind="primary" disabled={close.isPending} className="align-start">
        {close.isPending ? t('app.saving') : t('oversight.close')}
      </Button>
    </form>
  );
}
