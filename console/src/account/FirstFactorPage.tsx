import { useQueryClient } from '@tanstack/react-query';
import { t } from '../i18n/text';
import { Notice } from '../ui/State';
import { PageHead, usePageTitle } from '../ui/text';
import { ConfirmDialog } from './ConfirmDialog';
import { Factors } from './Factors';

/** Before anything else: a second factor, where the account must have one. */
export function FirstFactorPage() {
  usePageTitle(t('account.factors'));
  const client = useQueryClient();
  return (
    <>
      <PageHead title={t('account.factors')} />
      <Notice tone="info" title={t('account.factorsFirst')} />
      <Factors onDone={() => void client.invalidateQueries({ queryKey: ['session'] })} />
      <ConfirmDialog />
    </>
  );
}
