import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { json } from '../api/client';
import { t } from '../i18n/text';
import { CommandForm, type CommandOptions, useCommand } from '../ui/CommandForm';
import { Radios, TextArea } from '../ui/Field';
import { toast } from '../ui/overlays';
import { Name } from '../ui/text';
import { type Ground, grounds, type StandardUnit } from './types';
import { wrongReason } from './words';

function useStating(path: string, onDone: () => void, { check, body }: Required<CommandOptions>) {
  const client = useQueryClient();
  return useCommand({
    check,
    send: () => json<void>(path, { method: 'POST', body: body() }),
    done: () => {
      void client.invalidateQueries({ queryKey: ['standard'] });
      toast(t('app.saved'));
      onDone();
    },
  });
}

const reasonMistakes = (reason: string) => (wrongReason(reason) ? [{ field: 'reason', message: t('standard.reasonWrong') }] : []);

/** States that the circular does not cover a unit in a year. */
export function ExemptionForm({ unit, year, onDone }: { unit: StandardUnit; year: number; onDone: () => void }) {
  const [ground, setGround] = useState<Ground | null>(null);
  const [reason, setReason] = useState('');
  const command = useStating('/api/standard/exemptions', onDone, {
    check: () => [...(ground ? [] : [{ field: 'ground', message: t('standard.groundMissing') }]), ...reasonMistakes(reason)],
    body: () => ({ areaId: unit.areaId, year, ground, reason: reason.trim() }),
  });
  return (
    <CommandForm command={command}>
      <p>
        <Name>{unit.areaName}</Name>
      </p>
      <p className="hint">{t('standard.exemptHint')}</p>
      <Radios id="ground" label={t('standard.fGround')} error={command.wrong('ground')} of={grounds} value={ground} words="standard.ground" onText={setGround} />
      <TextArea id="reason" label={t('standard.fReason')} hint={t('standard.reasonHint')} error={command.wrong('reason')} value={reason} onText={setReason} />
    </CommandForm>
  );
}

export function TakeBackForm({ unit, onDone }: { unit: StandardUnit; onDone: () => void }) {
  const [reason, setReason] = useState('');
  const command = useStating(`/api/standard/exemptions/${unit.exemptionId}/withdrawal`, onDone, { check: () => reasonMistakes(reason), body: () => ({ reason: reason.trim() }) });
  return (
    <CommandForm command={command}>
      <p>
        <Name>{unit.areaName}</Name>
      </p>
      <TextArea id="reason" label={t('standard.fReason')} hint={t('standard.reasonHint')} error={command.wrong('reason')} value={reason} onText={setReason} />
    </CommandForm>
  );
}
