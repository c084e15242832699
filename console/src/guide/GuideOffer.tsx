import { useState } from 'react';
import { useUser } from '../api/queries';
import { t } from '../i18n/text';
import { Button, ButtonLink } from '../ui/Button';
import { Notice } from '../ui/State';
import { isGuided, noteGuided } from './offer';

/** Offered on the first page until it was opened or dismissed. */
export function GuideOffer() {
  const user = useUser();
  const [dismissed, setDismissed] = useState(() => isGuided(user.id));
  if (dismissed) return null;
  return (
    <Notice tone="info" title={t('guide.offer')}>
      <p>{t('guide.offerMore')}</p>
      <div className="toolbar">
        <ButtonLink small label={t('guide.open')} to="/guide" />
        <Button
          small
          kind="quiet"
          label={t('guide.dismiss')}
          onClick={() => {
            noteGuided(user.id);
            setDismissed(true);
          }}
        />
      </div>
    </Notice>
  );
}
