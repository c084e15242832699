import type { ReactNode } from 'react';
import { t } from '../i18n/text';
import { Button } from './Button';

/** Sends the form that it stands in, and says meanwhile that it does. */
export function SubmitButton({ pending, disabled = false, children = t('app.save') }: { pending: boolean; disabled?: boolean; children?: ReactNode }) {
  return (
    <Button kind="primary" type="submit" disabled={pending || disabled}>
      {pending ? t('app.saving') : children}
    </Button>
  );
}
