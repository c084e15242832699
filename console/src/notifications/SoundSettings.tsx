import { useEffect, useState } from 'react';
import { t } from '../i18n/text';
import { preferences, usePreferences } from '../shell/preferences';
import { Button } from '../ui/Button';
import { Option } from '../ui/Field';
import { Notice } from '../ui/State';
import type { Sound } from './news';
import { isAudible, play } from './sound';

/** Whether the browser lets this page be heard; null until that is known. */
function useAudible(): [boolean | null, (sound: Sound) => void] {
  const [audible, setAudible] = useState<boolean | null>(null);
  useEffect(() => {
    const ask = () => void isAudible().then(setAudible);
    ask();
    addEventListener('pointerup', ask);
    addEventListener('keyup', ask);
    return () => {
      removeEventListener('pointerup', ask);
      removeEventListener('keyup', ask);
    };
  }, []);
  return [audible, (sound) => void play(sound).then(setAudible)];
}

/** Says that urgent notifications cannot be heard yet, where that is so and somebody wishes to hear them. */
export function SoundBlocked() {
  const { urgentSound } = usePreferences();
  const [audible, hear] = useAudible();
  if (!urgentSound || audible !== false) return null;
  return (
    <Notice tone="warn" title={t('notifications.soundBlocked')}>
      <p>{t('notifications.soundBlockedMore')}</p>
      <Button small label={t('notifications.trySound')} onClick={() => hear('urgent')} />
    </Notice>
  );
}

/** Whether urgent notifications are heard on this device, and how they sound. */
export function SoundSettings() {
  const { urgentSound } = usePreferences();
  return (
    <>
      <SoundBlocked />
      <Option
        id="urgentSound"
        type="checkbox"
        label={t('notifications.soundOn')}
        hint={t('notifications.soundHint')}
        checked={urgentSound}
        onChange={(event) => preferences.set({ urgentSound: event.target.checked })}
      />
      <div className="actions">
        <Button label={t('notifications.trySound')} onClick={() => void play('urgent')} />
        <Button label={t('notifications.tryDanger')} onClick={() => void play('danger')} />
      </div>
    </>
  );
}
