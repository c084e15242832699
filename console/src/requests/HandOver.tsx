import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { call, json, query } from '../api/client';
import type { PersonRef } from '../api/types';
import { identities, media } from './types';
import { t, tCode } from '../i18n/text';
import { Button } from '../ui/Button';
import { ErrorSummary, type Mistake } from '../ui/ErrorSummary';
import { Choose, Option, Options, TextField } from '../ui/Field';
import { unnamed, useMistakes } from '../ui/mistakes';
import { Dialog } from '../ui/overlays';
import { Failure } from '../ui/State';

const blank = { outside: false, recipientId: '', name: '', office: '', title: '', identity: '', medium: '' };

/** Hands the package over to somebody with an account, who confirms, or outside, who signs. */
export function HandOver({ request }: { request: string }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <p>
        <Button kind="primary" onClick={() => setAsking(true)}>
          {t('requests.handOver')}
        </Button>
      </p>
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('requests.handOver')}>
        {asking && <HandOverForm request={request} close={() => setAsking(false)} />}
      </Dialog>
    </>
  );
}

function mistakesOf(form: typeof blank): Mistake[] {
  const needed: (keyof typeof blank)[] = form.outside ? ['name', 'office', 'identity', 'medium'] : ['recipientId', 'medium'];
  return needed.filter((field) => !String(form[field]).trim()).map((field) => ({ field, message: tCode('requests.handoverMissing', field) }));
}

function HandOverForm({ request, close }: { request: string; close: () => void }) {
  const [form, setForm] = useState(blank);
  const { summary, wrong, tell, tellNamed } = useMistakes();
  const client = useQueryClient();
  const change = (part: Partial<typeof blank>) => setForm((before) => ({ ...before, ...part }));
  const handOver = useMutation({
    mutationFn: () => {
      const { outside, recipientId, medium, identity } = form;
      return outside
        ? call(`/api/requests/${request}/outside-handovers`, { method: 'POST', body: { name: form.name.trim(), office: form.office.trim(), title: form.title.trim(), identity, medium } })
        : call(`/api/requests/${request}/handovers`, { method: 'POST', body: { recipientId, medium } });
    },
    onSuccess: () => {
      close();
      void client.invalidateQueries({ queryKey: ['custody', request] });
    },
    onError: (failure) => tellNamed(failure),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = mistakesOf(form);
    tell(found);
    if (found.length === 0) handOver.mutate();
  };
  const general = unnamed(handOver.error);
  return (
    <form className="form" onSubmit={submit} noValidate>
      <p>{t('requests.handOverHint')}</p>
      <ErrorSummary {...summary} />
      {general && <Failure failure={general} />}
      <Options id="outside" label={t('requests.handOverTo')}>
        <Option type="radio" name="outside" label={t('requests.toAccount')} hint={t('requests.toAccountHint')} checked={!form.outside} onChange={() => change({ outside: false })} />
        <Option type="radio" name="outside" label={t('requests.toOutside')} hint={t('requests.toOutsideHint')} checked={form.outside} onChange={() => change({ outside: true })} />
      </Options>
      {form.outside ? (
        <>
          <TextField id="name" label={t('requests.toName')} maxLength={200} error={wrong('name')} value={form.name} onChange={(event) => change({ name: event.target.value })} />
          <TextField id="office" label={t('requests.toOffice')} maxLength={200} error={wrong('office')} value={form.office} onChange={(event) => change({ office: event.target.value })} />
          <TextField id="title" label={t('requests.toTitle')} maxLength={200} optional error={wrong('title')} value={form.title} onChange={(event) => change({ title: event.target.value })} />
          <Options id="identity" label={t('requests.identityHow')} error={wrong('identity')}>
            {identities.map((each) => (
              <Option key={each} type="radio" name="identity" label={tCode('requests.identity', each)} checked={form.identity === each} onChange={() => change({ identity: each })} />
            ))}
          </Options>
        </>
      ) : (
        <Recipient chosen={form.recipientId} choose={(recipientId) => change({ recipientId })} error={wrong('recipientId')} />
      )}
      <Choose id="medium" label={t('requests.mediumHow')} error={wrong('medium')} value={form.medium} onChange={(event) => change({ medium: event.target.value })}>
        <option value="">{t('requests.mediumChoose')}</option>
        {media.map((each) => (
          <option key={each} value={each}>
            {tCode('requests.medium', each)}
          </option>
        ))}
      </Choose>
      <div className="form-end">
        <Button kind="primary" type="submit" disabled={handOver.isPending}>
          {t('requests.handOver')}
        </Button>
        <Button kind="quiet" onClick={close}>
          {t('app.cancel')}
        </Button>
      </div>
    </form>
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
      <TextField id="recipient-search" label={t('requests.recipientSearch')} type="search" maxLength={100} value={text} onChange={(event) => setText(event.target.value)} />
      <Options id="recipientId" label={t('requests.recipient')} error={error}>
        {people.data?.map((person) => (
          <Option key={person.id} type="radio" name="recipientId" label={<bdi>{person.displayName}</bdi>} checked={chosen === person.id} onChange={() => choose(person.id)} />
        ))}
        {people.data?.length === 0 && <p className="hint">{t('requests.recipientNone')}</p>}
        {people.error && <Failure failure={people.error} />}
      </Options>
    </>
  );
}
