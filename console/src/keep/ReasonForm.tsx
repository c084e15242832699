import { useState } from 'react';
import { json } from '../api/client';
import { t } from '../i18n/text';
import { readDay } from '../register/days';
import { CommandForm, useCommand } from '../ui/CommandForm';
import { TextArea, TextField } from '../ui/Field';
import { dayMistakes, reasonMistakes } from './fields';

/** Asks for something with a reason, and, where it says when to look again, with a day. */
export function ReasonForm<T>({ path, hint, withDay, onDone }: { path: string; hint: string; withDay?: boolean; onDone: (answer: T) => void }) {
  const [reason, setReason] = useState('');
  const [day, setDay] = useState('');
  const command = useCommand({
    check: () => [...reasonMistakes(reason), ...(withDay ? dayMistakes('reviewOn', day) : [])],
    send: () => json<T>(path, { method: 'POST', body: withDay ? { reason: reason.trim(), reviewOn: readDay(day) } : { reason: reason.trim() } }),
    done: onDone,
  });
  const { wrong } = command;
  return (
    <CommandForm command={command}>
      <p>{hint}</p>
      <TextArea id="reason" label={t('keep.reason')} hint={t('keep.reasonHint')} error={wrong('reason')} rows={2} value={reason} onText={setReason} />
      {withDay && <TextField id="reviewOn" label={t('keep.reviewOn')} hint={t('keep.reviewOnHint')} code autoComplete="off" error={wrong('reviewOn')} value={day} onText={setDay} />}
    </CommandForm>
  );
}
