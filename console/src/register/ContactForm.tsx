import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { call } from '../api/client';
import { t } from '../i18n/text';
import { Button } from '../ui/Button';
import { ErrorSummary } from '../ui/ErrorSummary';
import { TextField } from '../ui/Field';
import { unnamed, useMistakes } from '../ui/mistakes';
import { toast } from '../ui/overlays';
import { Failure } from '../ui/State';
import { SubmitButton } from '../ui/SubmitButton';

/** Puts another contact in place of the one there is, which is not shown here. */
export function ContactForm({ cameraId, onDone }: { cameraId: string; onDone: () => void }) {
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [address, setAddress] = useState('');
  const [email, setEmail] = useState('');
  const { summary, wrong, tell, tellNamed } = useMistakes();
  const save = useMutation({
    mutationFn: () => call(`/api/cameras/${cameraId}/contact`, { method: 'POST', body: { name: name.trim(), phone: phone.trim() || null, address: address.trim() || null, email: email.trim() || null } }),
    onSuccess: () => {
      toast(t('register.contactSaved'));
      onDone();
    },
    onError: (failure) => tellNamed(failure, (field) => `contact-${field}`),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = name.trim() ? [] : [{ field: 'contact-name', message: t('register.fNameNeeded') }];
    tell(found);
    if (found.length === 0) save.mutate();
  };
  const general = unnamed(save.error);
  return (
    <form className="form" onSubmit={submit} noValidate>
      <ErrorSummary {...summary} />
      {general && <Failure failure={general} />}
      <TextField id="contact-name" label={t('register.contactName')} autoComplete="off" error={wrong('contact-name')} value={name} onChange={(event) => setName(event.target.value)} />
      <TextField id="contact-phone" label={t('register.contactPhone')} optional code inputMode="tel" autoComplete="off" error={wrong('contact-phone')} value={phone} onChange={(event) => setPhone(event.target.value)} />
      <TextField id="contact-email" label={t('register.contactEmail')} optional code inputMode="email" autoComplete="off" error={wrong('contact-email')} value={email} onChange={(event) => setEmail(event.target.value)} />
      <TextField id="contact-address" label={t('register.contactAddress')} optional autoComplete="off" error={wrong('contact-address')} value={address} onChange={(event) => setAddress(event.target.value)} />
      <div className="form-end">
        <SubmitButton pending={save.isPending} />
        <Button kind="quiet" onClick={onDone}>
          {t('app.cancel')}
        </Button>
      </div>
    </form>
  );
}
