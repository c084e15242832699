import { useState } from 'react';
import { call } from '../api/client';
import { t } from '../i18n/text';
import { CommandForm, useCommand } from '../ui/CommandForm';
import { TextField } from '../ui/Field';
import { toast } from '../ui/overlays';

/** Puts another contact in place of the one there is, which is not shown here. */
export function ContactForm({ cameraId, onDone }: { cameraId: string; onDone: () => void }) {
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [address, setAddress] = useState('');
  const [email, setEmail] = useState('');
  const command = useCommand({
    check: () => (name.trim() ? [] : [{ field: 'contact-name', message: t('register.fNameNeeded') }]),
    send: () => call(`/api/cameras/${cameraId}/contact`, { method: 'POST', body: { name: name.trim(), phone: phone.trim() || null, address: address.trim() || null, email: email.trim() || null } }),
    done: () => {
      toast(t('register.contactSaved'));
      onDone();
    },
    idOf: (field) => `contact-${field}`,
  });
  const { wrong } = command;
  return (
    <CommandForm command={command} onCancel={onDone}>
      <TextField id="contact-name" label={t('register.contactName')} autoComplete="off" error={wrong('contact-name')} value={name} onText={setName} />
      <TextField id="contact-phone" label={t('register.contactPhone')} optional code inputMode="tel" autoComplete="off" error={wrong('contact-phone')} value={phone} onText={setPhone} />
      <TextField id="contact-email" label={t('register.contactEmail')} optional code inputMode="email" autoComplete="off" error={wrong('contact-email')} value={email} onText={setEmail} />
      <TextField id="contact-address" label={t('register.contactAddress')} optional autoComplete="off" error={wrong('contact-address')} value={address} onText={setAddress} />
    </CommandForm>
  );
}
