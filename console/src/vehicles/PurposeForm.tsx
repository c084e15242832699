import { useState } from 'react';
import { CaseChoice } from '../cases/CaseChoice';
import { t } from '../i18n/text';
import { Button } from '../ui/Button';
import { ErrorSummary, type Mistake } from '../ui/ErrorSummary';
import { TextArea } from '../ui/Field';
import { useKeptFields } from '../ui/kept';
import type { useMistakes } from '../ui/mistakes';

export const shortestReason = 20;
export const longestReason = 1000;

interface Props {
  caseId: string;
  reason: string;
  mistakes: Pick<ReturnType<typeof useMistakes>, 'summary' | 'wrong' | 'tell'>;
  onGiven: (caseId: string, reason: string) => void;
}

/** In which case a vehicle is searched for, and why: asked before anything is. */
export function PurposeForm({ caseId: given, reason: typed, mistakes: { summary, wrong, tell }, onGiven }: Props) {
  const [caseId, setCaseId] = useState(given);
  // Whoever opens a new case on the way finds the reason again.
  const { fields, change, forget } = useKeptFields('vehicle-search', { reason: '' }, typed ? { reason: typed } : {});
  const { reason } = fields;
  const submit = () => {
    const words = reason.trim().replace(/\s+/g, ' ');
    const found: Mistake[] = [];
    if (!caseId) found.push({ field: 'caseId', message: t('requests.caseMissing') });
    if (words.length < shortestReason) found.push({ field: 'reason', message: t('vehicles.reasonWrong') });
    tell(found);
    if (found.length > 0) return;
    forget();
    onGiven(caseId, words);
  };
  return (
    <form
      className="form panel"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ErrorSummary {...summary} />
      <CaseChoice own hint={t('vehicles.caseHint')} error={wrong('caseId')} value={caseId} onChoose={setCaseId} />
      <TextArea
        id="reason"
        label={t('vehicles.reason')}
        hint={t('vehicles.reasonHint')}
        error={wrong('reason')}
        rows={3}
        maxLength={longestReason}
        value={reason}
        onText={(text) => change({ reason: text })}
      />
      <div className="form-end">
        <Button kind="primary" label={t('app.continue')} type="submit" />
      </div>
    </form>
  );
}
