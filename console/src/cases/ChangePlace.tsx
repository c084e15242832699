import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { json } from '../api/client';
import { t } from '../i18n/text';
import { placeText } from '../map/sector';
import { CommandForm, useCommand } from '../ui/CommandForm';
import type { Mistake } from '../ui/ErrorSummary';
import { TextArea, useFields } from '../ui/Field';
import { PlaceFields, ProtectionChoice, placeBody, placeMistakes } from './PlaceFields';
import type { Case, Protection } from './types';

const shortestReason = 10;

/** Says anew where a case happened, and why. */
export function ChangePlace({ each, onDone }: { each: Case; onDone: () => void }) {
  const [fields, set] = useFields({ place: each.place ?? '', point: each.point ? placeText([each.point.latitude, each.point.longitude]) : '' });
  return (
    <ChangeForm each={each} path="place" body={() => placeBody(fields)} check={() => placeMistakes(fields)} onDone={onDone}>
      {(wrong) => <PlaceFields value={fields} onChange={set} wrong={wrong} />}
    </ChangeForm>
  );
}

/** Says that a case concerns a child or domestic violence, or that it does not, and why. */
export function ChangeProtection({ each, onDone }: { each: Case; onDone: () => void }) {
  const [protection, setProtection] = useState<Protection>(each.protection);
  return (
    <ChangeForm each={each} path="protection" body={() => ({ protection })} check={() => []} onDone={onDone}>
      {() => (
        <>
          <ProtectionChoice value={protection} onChange={setProtection} />
          {protection !== 'NONE' && each.protection === 'NONE' && <p className="hint">{t('cases.protectionErases')}</p>}
        </>
      )}
    </ChangeForm>
  );
}

interface FormProps {
  each: Case;
  path: string;
  body: () => object;
  check: () => Mistake[];
  onDone: () => void;
  children: (wrong: (field: string) => string | undefined) => ReactNode;
}

function ChangeForm({ each, path, body, check, onDone, children }: FormProps) {
  const [reason, setReason] = useState('');
  const client = useQueryClient();
  const command = useCommand({
    check: () => {
      const found = check();
      if (reason.trim().length < shortestReason) found.push({ field: 'change-reason', message: t('cases.reasonWrong') });
      return found;
    },
    send: () => json<Case>(`/api/cases/${each.id}/${path}`, { method: 'POST', body: { ...body(), reason: reason.trim() } }),
    done: () => {
      void client.invalidateQueries({ queryKey: ['case', each.id] });
      void client.invalidateQueries({ queryKey: ['cases'] });
      onDone();
    },
    idOf: (field) => (field === 'reason' ? 'change-reason' : field.replace(/\..*/, '')),
  });
  const { wrong } = command;
  return (
    <CommandForm command={command} onCancel={onDone}>
      {children(wrong)}
      <TextArea id="change-reason" label={t('cases.reason')} hint={t('cases.reasonHint')} error={wrong('change-reason')} rows={2} value={reason} onText={setReason} />
    </CommandForm>
  );
}
