import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { json } from '../api/client';
import { t } from '../i18n/text';
import { Button } from '../ui/Button';
import { Radios } from '../ui/Field';
import { Failure } from '../ui/State';
import { Code, Phone } from '../ui/text';
import { type ContactPurpose, contactPurposes, type OwnerContact } from './types';

/** How to reach an owner: shown only after saying why, and gone with the page. */
export function ContactBox({ cameraId, why = '' }: { cameraId: string; why?: ContactPurpose | '' }) {
  const [purpose, setPurpose] = useState<ContactPurpose | ''>(why);
  const read = useMutation({ mutationFn: () => json<OwnerContact>(`/api/cameras/${cameraId}/contact?purpose=${purpose}`), gcTime: 0 });
  if (read.data) {
    return (
      <dl className="facts" data-contact="">
        <div>
          <dt>{t('register.contactName')}</dt>
          <dd>
            <bdi>{read.data.name}</bdi>
          </dd>
        </div>
        <div>
          <dt>{t('register.contactPhone')}</dt>
          <dd>{read.data.phone ? <Phone number={read.data.phone} /> : t('app.none')}</dd>
        </div>
        <div>
          <dt>{t('register.contactEmail')}</dt>
          <dd>{read.data.email ? <Code>{read.data.email}</Code> : t('app.none')}</dd>
        </div>
        <div>
          <dt>{t('register.contactAddress')}</dt>
          <dd>{read.data.address ? <bdi>{read.data.address}</bdi> : t('app.none')}</dd>
        </div>
      </dl>
    );
  }
  return (
    <div className="stack">
      <p className="hint">{t('register.contactRule')}</p>
      <Radios label={t('register.contactWhy')} of={contactPurposes} value={purpose} words="register.purpose" onText={setPurpose} />
      {read.error && <Failure failure={read.error} />}
      <p>
        <Button icon="phone" label={t('register.contactShow')} disabled={!purpose || read.isPending} onClick={() => read.mutate()} />
      </p>
    </div>
  );
}
