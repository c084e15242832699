import { useMutation } from '@tanstack/react-query';
import { type ComponentProps, type ReactNode, useState } from 'react';
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
        <Button kind="danger" label={label} disabled={act.isPending} onClick={onSure} />
        <Button kind="quiet" label={t('app.cancel')} onClick={onClose} />
      </div>
    </Dialog>
  );
}

interface SureButtonProps extends Omit<ComponentProps<typeof Button>, 'onClick' | 'label'> {
  label: string;
  /** What the question is headed by; the label by itself. */
  title?: string;
  sure: ReactNode;
  send: () => Promise<unknown>;
  done: () => void;
}

/** A button for an act that is not simply taken back. */
export function SureButton({ label, title = label, sure, send, done, ...look }: SureButtonProps) {
  const [asking, setAsking] = useState(false);
  const act = useMutation({
    mutationFn: send,
    onSuccess: () => {
      setAsking(false);
      done();
    },
  });
  return (
    <>
      <Button label={label} {...look} onClick={() => setAsking(true)} />
      <SureDialog open={asking} onClose={() => setAsking(false)} title={title} label={label} act={act} onSure={() => act.mutate()}>
        {sure}
      </SureDialog>
    </>
  );
}
