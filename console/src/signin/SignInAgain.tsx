import { useEffect, useState } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { json, onSignedOut } from '../api/client';
import { queryClient, useUser } from '../api/queries';
import type { Session } from '../api/types';
import { t } from '../i18n/text';
import { Button } from '../ui/Button';
import { onReturned } from './returned';
import css from './signin.module.css';
import { isWriting, watchWriting } from './writing';

/**
 * Stands ready for the end of the session. Whoever is writing then signs in again in a window of its own,
 * by whatever way they sign in, and finds what they typed as it was; nobody else sees it. Whoever is not
 * is led to the sign-in.
 */
export function SignInAgain() {
  const { id } = useUser();
  const [answer, setAnswer] = useState<((again: boolean) => void) | null>(null);
  useEffect(watchWriting, []);
  useEffect(
    () =>
      onSignedOut(async () => {
        const again = isWriting() && (await new Promise<boolean>((resolve) => setAnswer(() => resolve)));
        setAnswer(null);
        if (!again) queryClient.setQueryData<Session>(['session'], { user: null, secondFactor: null });
        return again;
      }),
    [],
  );
  useEffect(() => {
    if (!answer) return;
    const look = async () => {
      const { user } = await json<Session>('/api/session');
      if (!user) return;
      if (user.id === id) return answer(true);
      // What was typed is not for somebody else.
      sessionStorage.clear();
      location.assign('/');
    };
    const lookQuietly = () => void look().catch(() => undefined);
    const stop = onReturned(lookQuietly);
    window.addEventListener('focus', lookQuietly);
    return () => {
      stop();
      window.removeEventListener('focus', lookQuietly);
    };
  }, [answer, id]);
  return (
    <ModalOverlay className={`overlay ${css.again}`} isOpen={answer !== null} isKeyboardDismissDisabled>
      <Modal className="modal">
        <AriaDialog className="dialog" role="alertdialog" aria-label={t('app.sessionOver')}>
          <Heading slot="title">{t('app.sessionOver')}</Heading>
          <p>{t('app.sessionOverMore')}</p>
          <div className="form-end">
            <Button kind="primary" label={t('app.signInAgain')} autoFocus onClick={() => window.open('/sign-in/again', 'anbinh-sign-in', 'popup,width=720,height=820')} />
            <Button kind="quiet" label={t('app.discardTyped')} onClick={() => answer?.(false)} />
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
