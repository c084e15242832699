import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call, json, query } from '../api/client';
import type { PersonRef } from '../api/types';
import { t, tCode } from '../i18n/text';
import { CommandForm, useCommand } from '../ui/CommandForm';
import type { Mistake } from '../ui/ErrorSummary';
import { Choose, fieldsOf, Option, Options, Radios, TextField, useFields } from '../ui/Field';
import { DialogButton } from '../ui/overlays';
import { Failure } from '../ui/State';
import { identities, media } from './types';

const blank = { outside: false, recipientId: '', name: '', office: '', title: '', identity: '', medium: '' };

/** Hands the package over to somebody with an account, who confirms, or outside, who signs. */
export function HandOver({ request }: { request: string }) {
  return (
    <p>
      <DialogButton kind="primary" label={t('requests.handOver')}>
        {(close) => <HandOverForm request={request} close={close} />}
      </DialogButton>
    </p>
  );
}

function mistakesOf(form: typeof blank): Mistake[] {
  const needed: (keyof typeof blank)[] = form.outside ? ['name', 'office', 'identity', 'medium'] : ['recipientId', 'medium'];
  return needed.filter((field) => !String(form[field]).trim()).map((field) => ({ field, message: tCode('requests.handoverMissing', field) }));
}

function HandOverForm({ request, close }: { request: string; close: () => void }) {
  const [form, change] = useFields(blank);
  const client = useQueryClient();
  const command = useCommand({
    check: () => mistakesOf(form),
    send: () => {
      const { outside, recipientId, medium, identity } = form;
      return outside
        ? call(`/api/requests/${request}/outside-handovers`, { method: 'POST', body: { name: form.name.trim(), office: form.office.trim(), title: form.title.trim(), identity, medium } })
        : call(`/api/requests/${request}/handovers`, { method: 'POST', body: { recipientId, medium } });
    },
    done: () => {
      close();
      void client.invalidateQueries({ queryKey: ['custody', request] });
    },
  });
  const { wrong } = command;
  const field = fieldsOf(form, wrong, change);
  return (
    <CommandForm command={command} label={t('requests.handOver')} onCancel={close}>
      <p>{t('requests.handOverHint')}</p>
      <Options id="outside" label={t('requests.handOverTo')}>
        <Option type="radio" name="outside" label={t('requests.toAccount')} hint={t('requests.toAccountHint')} checked={!form.outside} onChange={() => change({ outside: false })} />
        <Option type="radio" name="outside" label={t('requests.toOutside')} hint={t('requests.toOutsideHint')} checked={form.outside} onChange={() => change({ outside: true })} />
      </Options>
      {form.outside ? (
        <>
          <TextField {...field('name')} label={t('requests.toName')} maxLength={200} />
          <TextField {...field('office')} label={t('requests.toOffice')} maxLength={200} />
          <TextField {...field('title')} label={t('requests.toTitle')} maxLength={200} optional />
          <Radios {...field('identity')} label={t('requests.identityHow')} of={identities} words="requests.identity" />
        </>
      ) : (
        <Recipient chosen={form.recipientId} choose={(recipientId) => change({ recipientId })} error={wrong('recipientId')} />
      )}
      <Choose {...field('medium')} label={t('requests.mediumHow')} none={t('requests.mediumChoose')} of={media} words="requests.medium" />
    </CommandForm>
  );
}

/** Whoever may receive by an account, found by a part of the name. */
function Recipient({ chosen, choose, error }: { chosen: string; choose: (id: string) => void; error: string | undefined }) {
  const [text, setText] = useState('');
  const people = useQuery({
    queryKey: ['recipients', text],
    queryFn: () => json<PersonRef[]>(`/api/handovers/recipients${query({ text: text.trim() })}`),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <TextField id="recipient-search" label={t('requests.recipientSearch')} type="search" maxLength={100} value={text} onText={setText} />
      <Radios id="recipientId" label={t('requests.recipient')} error={error} of={people.data ?? []} value={chosen} words={(person) => <bdi>{person.displayName}</bdi>} onText={choose}>
        {people.data?.length === 0 && <p className="hint">{t('requests.recipientNone')}</p>}
        {people.error && <Failure failure={people.error} />}
      </Radios>
    </>
  );
}
