import { useMutation } from '@tanstack/react-query';
import type { ComponentProps, ReactNode } from 'react';
import { t } from '../i18n/text';
import { Button, ButtonLink } from './Button';
import { ErrorSummary, type Mistake } from './ErrorSummary';
import { unnamed, useMistakes } from './mistakes';
import { Failure } from './State';

/** What the forms of a feature's acts differ in. */
export interface CommandOptions {
  /** What is wrong with what was typed; while there is something, nothing is sent. */
  check?: (() => Mistake[]) | undefined;
  body?: () => unknown;
}

interface Steps<A> extends Pick<CommandOptions, 'check'> {
  send: () => Promise<A>;
  /** What comes of it; the command is under way until that is over, too. */
  done?: (answer: A) => unknown;
  /** What a refusal changes besides what the form shows of it. */
  refused?: (failure: Error) => unknown;
  /** The control of a field that the server names. */
  idOf?: (field: string) => string;
}

/** Something that is asked of the server by a form. */
export function useCommand<A>({ check, send, done, refused, idOf }: Steps<A>) {
  const { summary, wrong, tell, tellNamed } = useMistakes();
  const act = useMutation({
    mutationFn: send,
    onSuccess: (answer) => done?.(answer),
    onError: (failure) => {
      refused?.(failure);
      tellNamed(failure, idOf);
    },
  });
  const submit = () => {
    const found = check?.() ?? [];
    tell(found);
    if (found.length === 0) act.mutate();
  };
  return { submit, summary, wrong, tell, failure: unnamed(act.error), pending: act.isPending, answer: act.data };
}

type Command = Omit<ReturnType<typeof useCommand>, 'answer'>;

interface Props extends Omit<ComponentProps<'form'>, 'onSubmit'> {
  command: Command;
  /** Above what is wrong: mostly what the form is for. */
  head?: ReactNode;
  /** A button before the one that sends. */
  before?: ReactNode;
  /** What the button says. */
  label?: string | undefined;
  kind?: ComponentProps<typeof Button>['kind'];
  disabled?: boolean;
  /** Whether the reader may send it; without, it only shows. */
  may?: boolean;
  /** Where or how one leaves without sending anything. */
  onCancel?: (() => void) | string;
}

/** A command as a form: all that is wrong is named at once, what was typed stays, and the button says that it sends. */
export function CommandForm({ command, head, before, label = t('app.save'), kind = 'primary', disabled = false, may = true, onCancel, className = 'form', children, ...rest }: Props) {
  return (
    <form
      className={className}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        command.submit();
      }}
      {...rest}
    >
      {head}
      <ErrorSummary {...command.summary} />
      {command.failure && <Failure failure={command.failure} />}
      {children}
      {may && (
        <div className="form-end">
          {before}
          <Button kind={kind} label={command.pending ? t('app.saving') : label} type="submit" disabled={command.pending || disabled} />
          {typeof onCancel === 'string' && <ButtonLink kind="quiet" label={t('app.cancel')} to={onCancel} />}
          {typeof onCancel === 'function' && <Button kind="quiet" label={t('app.cancel')} onClick={onCancel} />}
        </div>
      )}
    </form>
  );
}
