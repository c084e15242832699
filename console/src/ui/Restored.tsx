import { t } from '../i18n/text';
import { Button } from './Button';
import type { useKeptFields } from './kept';
import { Notice } from './State';

/** That a form shows what was typed before, and the way to throw that away. */
export function Restored({ restored, discard }: Pick<ReturnType<typeof useKeptFields>, 'restored' | 'discard'>) {
  if (!restored) return null;
  return (
    <Notice tone="info" title={t('app.restored')}>
      <Button small label={t('requests.draftForget')} onClick={discard} />
    </Notice>
  );
}
