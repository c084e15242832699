import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { json } from '../api/client';
import { t } from '../i18n/text';
import { CommandForm, useCommand } from '../ui/CommandForm';
import type { Mistake } from '../ui/ErrorSummary';
import { Radios, TextArea } from '../ui/Field';
import type { FindingDetails, FindingResult } from './types';

const results = ['EXPLAINED', 'PASSED_ON'] as const;

/** What came of a finding; it goes into the log and stays. */
export function CloseForm({ finding }: { finding: FindingDetails }) {
  const client = useQueryClient();
  const [result, setResult] = useState<FindingResult | null>(null);
  const [reason, setReason] = useState('');
  const command = useCommand({
    check: () => {
      const found: Mistake[] = [];
      if (!result) found.push({ field: 'result', message: t('oversight.resultMissing') });
      const length = [...reason.trim()].length;
      if (length < 10 || length > 1000) found.push({ field: 'reason', message: t('oversight.reasonWrong') });
      return found;
    },
    send: () => json<FindingDetails>(`/api/findings/${finding.id}/result`, { method: 'POST', body: { result, reason: reason.trim() } }),
    done: (closed) => {
      client.setQueryData(['finding', finding.id], closed);
      void client.invalidateQueries({ queryKey: ['findings'] });
    },
  });
  const { wrong } = command;
  return (
    <CommandForm command={command} className="panel form form-wide" head={<h2>{t('oversight.close')}</h2>} label={t('oversight.close')}>
      <Radios id="result" label={t('oversight.result')} error={wrong('result')} of={results} value={result} words={(each) => t(`oversight.result.${each}`)} onText={setResult} />
      <TextArea id="reason" label={t('oversight.reason')} hint={t('oversight.reasonHint')} error={wrong('reason')} rows={4} value={reason} onText={setReason} />
    </CommandForm>
  );
}
