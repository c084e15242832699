import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { json } from '../api/client';
import { t, tCode } from '../i18n/text';
import { ErrorSummary, type Mistake } from '../ui/ErrorSummary';
import { Option, Options, TextArea } from '../ui/Field';
import { unnamed, useMistakes } from '../ui/mistakes';
import { toast } from '../ui/overlays';
import { Failure } from '../ui/State';
import { SubmitButton } from '../ui/SubmitButton';
import { Name } from '../ui/text';
import { grounds, type Ground, type StandardUnit } from './types';
import { wrongReason } from './words';

function useStating(onDone: () => void, tellNamed: (failure: Error) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ path, body }: { path: string; body: unknown }) => json<void>(path, { method: 'POST', body }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['standard'] });
      toast(t('app.saved'));
      onDone();
    },
    onError: (failure) => tellNamed(failure),
  });
}

/** States that the circular does not cover a unit in a year. */
export function ExemptionForm({ unit, year, onDone }: { unit: StandardUnit; year: number; onDone: () => void }) {
  const [ground, setGround] = useState<Ground | null>(null);
  const [reason, setReason] = useState('');
  const { summary, wrong, tell, tellNamed } = useMistakes();
  const save = useStating(onDone, tellNamed);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found: Mistake[] = [];
    if (!ground) found.push({ field: 'ground', message: t('standard.groundMissing') });
    if (wrongReason(reason)) found.push({ field: 'reason', message: t('standard.reasonWrong') });
    tell(found);
    if (found.length === 0) save.mutate({ path: '/api/standard/exemptions', body: { areaId: unit.areaId, year, ground, reason: reason.trim() } });
  };
  const failure = unnamed(save.error);
  return (
    <form className="form" onSubmit={submit} noValidate>
      <ErrorSummary {...summary} />
      {failure && <Failure failure={failure} />}
      <p>
        <Name>{unit.areaName}</Name>
      </p>
      <p className="hint">{t('standard.exemptHint')}</p>
      <Options id="ground" label={t('standard.fGround')} error={wrong('ground')}>
        {grounds.map((each) => (
          <Option key={each} type="radio" name="ground" label={tCode('standard.ground', each)} checked={ground === each} onChange={() => setGround(each)} />
        ))}
      </Options>
      <TextArea id="reason" label={t('standard.fReason')} hint={t('standard.reasonHint')} error={wrong('reason')} value={reason} onChange={(event) => setReason(event.target.value)} />
      <SaveButton pending={save.isPending} />
    </form>
  );
}

export function TakeBackForm({ unit, onDone }: { unit: StandardUnit; onDone: () => void }) {
  const [reason, setReason] = useState('');
  const { summary, wrong, tell, tellNamed } = useMistakes();
  const save = useStating(onDone, tellNamed);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found: Mistake[] = wrongReason(reason) ? [{ field: 'reason', message: t('standard.reasonWrong') }] : [];
    tell(found);
    if (found.length === 0) save.mutate({ path: `/api/standard/exemptions/${unit.exemptionId}/withdrawal`, body: { reason: reason.trim() } });
  };
  const failure = unnamed(save.error);
  return (
    <form className="form" onSubmit={submit} noValidate>
      <ErrorSummary {...summary} />
      {failure && <Failure failure={failure} />}
      <p>
        <Name>{unit.areaName}</Name>
      </p>
      <TextArea id="reason" label={t('standard.fReason')} hint={t('standard.reasonHint')} error={wrong('reason')} value={reason} onChange={(event) => setReason(event.target.value)} />
      <SaveButton pending={save.isPending} />
    </form>
  );
}

export function SaveButton({ pending, label, disabled = false }: { pending: boolean; label?: string; disabled?: boolean }) {
  return (
    <div className="form-end">
      <SubmitButton pending={pending} disabled={disabled}>
        {label}
      </SubmitButton>
    </div>
  );
}
