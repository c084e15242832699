import { type ComponentProps, type ReactNode, useState } from 'react';
import {
  Dialog as AriaDialog,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as AriaToastContent,
  Heading,
  Modal,
  ModalOverlay,
  Text,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components';
import { t } from '../i18n/text';
import { Button } from './Button';
import { Icon } from './Icon';

interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  wide?: boolean;
  children: ReactNode;
}

/** A modal dialog; Escape, the cross and a press outside close it. */
export function Dialog({ open, onClose, title, wide, children }: DialogProps) {
  return (
    <ModalOverlay className="overlay" isOpen={open} isDismissable onOpenChange={(now) => !now && onClose()}>
      <Modal className={wide ? 'modal modal-wide' : 'modal'}>
        <AriaDialog className="dialog" aria-label={title}>
          <div className="dialog-head">
            <Heading slot="title">{title}</Heading>
            <button type="button" className="icon-button" aria-label={t('app.close')} onClick={onClose}>
              <Icon name="close" />
            </button>
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

interface DialogButtonProps extends Omit<ComponentProps<typeof Button>, 'title' | 'onClick' | 'label'>, Pick<DialogProps, 'wide'> {
  label: string;
  /** What the dialog is headed by; the label by itself. */
  title?: string;
  /** Whether the button is there; the dialog stays as long as it is open, and so does what is typed in it. */
  shown?: boolean;
  children: (close: () => void) => ReactNode;
}

/** A button and the dialog that it opens. */
export function DialogButton({ label, title = label, shown = true, wide = false, children, ...look }: DialogButtonProps) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      {shown && <Button label={label} {...look} onClick={() => setOpen(true)} />}
      <Dialog open={open} onClose={close} title={title} wide={wide}>
        {children(close)}
      </Dialog>
    </>
  );
}

interface ToastText {
  text: string;
  tone: 'ok' | 'info' | 'bad';
}
const queue = new ToastQueue<ToastText>({ maxVisibleToasts: 3 });

/** A short message that goes away by itself; never the only place where a thing is said. */
export function toast(text: string, tone: ToastText['tone'] = 'ok'): void {
  queue.add({ text, tone }, { timeout: 6_000 });
}

export function Toasts() {
  return (
    <ToastRegion queue={queue} className="toasts" aria-label={t('app.messages')}>
      {({ toast: item }) => (
        <AriaToast toast={item} className={`toast toast-${item.content.tone}`}>
          <Icon name={item.content.tone === 'ok' ? 'done' : item.content.tone === 'bad' ? 'danger' : 'info'} />
          <AriaToastContent>
            <Text slot="title">{item.content.text}</Text>
          </AriaToastContent>
          <button type="button" className="icon-button" aria-label={t('app.close')} onClick={() => queue.close(item.key)}>
            <Icon name="close" size={14} />
          </button>
        </AriaToast>
      )}
    </ToastRegion>
  );
}

/** What follows when something was saved: what it changes is asked for anew, and it is said. */
export function saved<A>(refresh: () => Promise<unknown>, then?: (answer: A) => unknown) {
  return async (answer: A) => {
    await refresh();
    toast(t('app.saved'));
    then?.(answer);
  };
}
