import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { json } from '../api/client';
import type { Page, PersonRef } from '../api/types';
import { t } from '../i18n/text';
import { MomentRange } from '../time/site';
import { isoInstant } from '../time/zone';
import { CommandForm, useCommand } from '../ui/CommandForm';
import type { Mistake } from '../ui/ErrorSummary';
import { Radios, TextArea } from '../ui/Field';
import { DialogButton, toast } from '../ui/overlays';
import { QueryState } from '../ui/State';
import { Code } from '../ui/text';
import type { Referral } from './types';

const longestNote = 500;

interface Props {
  cameras: readonly { cameraId: string; label: string }[];
  from: number;
  to: number;
}

/** Refers the marked span of the cameras in the player to an investigator. */
export function ReferDialog(props: Props) {
  return (
    <DialogButton small icon="refer" label={t('referrals.refer')} title={t('referrals.referTitle')}>
      {(close) => <ReferForm {...props} close={close} />}
    </DialogButton>
  );
}

function ReferForm({ cameras, from, to, close }: Props & { close: () => void }) {
  const client = useQueryClient();
  const cameraIds = cameras.map((each) => each.cameraId);
  const people = useQuery({
    queryKey: ['referrals', 'recipients', cameraIds],
    queryFn: async () => (await json<Page<PersonRef>>(`/api/footage-referrals/recipients?cameraIds=${cameraIds.join(',')}`)).items,
  });
  const [recipientId, setRecipientId] = useState('');
  const [note, setNote] = useState('');
  const command = useCommand({
    check: () => {
      const found: Mistake[] = [];
      if (!recipientId) found.push({ field: 'recipientId', message: t('referrals.recipientMissing') });
      if (note.trim().length > longestNote) found.push({ field: 'note', message: t('referrals.noteLong') });
      return found;
    },
    send: () => json<Referral>('/api/footage-referrals', { method: 'POST', body: { cameraIds, from: isoInstant(from), to: isoInstant(to), recipientId, note: note.trim() || null } }),
    done: () => {
      void client.invalidateQueries({ queryKey: ['referrals'] });
      toast(t('referrals.done'));
      close();
    },
  });
  return (
    <CommandForm command={command} label={t('referrals.submit')} onCancel={close}>
      <p>
        <Code>{cameras.map((each) => each.label).join(' ')}</Code> <MomentRange from={from} to={to} />
      </p>
      <p className="hint">{t('referrals.referHint')}</p>
      <QueryState query={people} />
      {people.data && (
        <Radios
          id="recipientId"
          label={t('referrals.recipient')}
          error={command.wrong('recipientId')}
          of={people.data}
          value={recipientId}
          words={(person) => <bdi>{person.displayName}</bdi>}
          onText={setRecipientId}
        >
          {people.data.length === 0 && <p className="hint">{t('referrals.recipientNone')}</p>}
        </Radios>
      )}
      <TextArea id="note" label={t('referrals.note')} hint={t('referrals.noteHint')} error={command.wrong('note')} optional rows={2} value={note} onText={setNote} />
    </CommandForm>
  );
}
