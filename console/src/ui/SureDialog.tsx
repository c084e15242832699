import type { ReactNode } from 'react';
import { t } from '../i18n/text';
import { Button } from './Button';
import { Dialog } from './overlays';
import { Failure } from './State';

interface Props {
  open: boolean;
  onClose: () => void;
  title: string;
  /** What the button says; the title by itself. */
  label?: string;
  act: { error: unknown; isPending: boolean };
  onSure: () => void;
  children: ReactNode;
}

/** Asks once more before an act that is not simply taken back. */
export function SureDialog({ open, onClose, title, label = title, act, onSure, children }: Props) {
  return (
    <Dialog open={open} onClose={onClose} title={title}>
      <p>{children}</p>
      {act.error !== null && <Failure failure={act.error} />}
      <div className="form-end">
        <Button kind="danger" disabled={act.isPending} onClick={onSure}>
          {label}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </div>
    </Dialog>
  );
}
