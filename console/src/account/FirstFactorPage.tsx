import { useQueryClient } from '@tanstack/react-query';
import { t } from '../i18n/text';
import { Notice } from '../ui/State';
import { PageFrame } from '../ui/text';
import { ConfirmDialog } from './ConfirmDialog';
import { Factors } from './Factors';

/** Before anything else: a second factor, where the account must have one. */
export function FirstFactorPage() {
  const client = useQueryClient();
  return (
    <PageFrame title={t('account.factors')}>
      <Notice tone="info" title={t('account.factorsFirst')} />
      <Factors onDone={() => void client.invalidateQueries({ queryKey: ['session'] })} />
      <ConfirmDialog />
    </PageFrame>
  );
}
