import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Problem } from '../api/client';
import { t, tCode } from '../i18n/text';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import { Failure, Notice } from '../ui/State';
import { PasskeyFailure, passkeyProof, passkeysWork } from './passkey';
import type { Method, Proof } from './types';

interface ProofFormProps {
  methods: Method[];
  submit: (proof: Proof) => Promise<unknown>;
  label: string;
  /** Has them show it at the office's identity provider, where that is one of the ways. */
  elsewhere?: () => Promise<unknown>;
  /** What else may be done here, beside the buttons. */
  children?: ReactNode;
}

/** Asks for one of the ways in which somebody can show that it is them; the strongest is offered first. */
export function ProofForm({ methods, submit, label, elsewhere, children }: ProofFormProps) {
  const [method, setMethod] = useState<Method>(methods.find((each) => each !== 'PASSKEY' || passkeysWork()) ?? methods[0]!);
  const [value, setValue] = useState('');
  const [missing, setMissing] = useState(false);
  const prove = useMutation({
    mutationFn: async () => (method === 'PROVIDER' ? elsewhere?.() : submit(method === 'PASSKEY' ? await passkeyProof() : { method, value })),
    onError: () => setValue(''),
  });
  const choose = (next: Method) => {
    setMethod(next);
    setValue('');
    setMissing(false);
    prove.reset();
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    const empty = method !== 'PASSKEY' && method !== 'PROVIDER' && !value.trim();
    setMissing(empty);
    if (!empty) prove.mutate();
  };
  const wrong = prove.error instanceof Problem ? prove.error.errors[0]?.message : undefined;
  const others = methods.filter((each) => each !== method);
  return (
    <form className="form" onSubmit={send} noValidate>
      {prove.error instanceof PasskeyFailure && (
        <div role="alert">
          <Notice tone="bad" title={t('account.passkeyNo')} />
        </div>
      )}
      {prove.error && !(prove.error instanceof PasskeyFailure) && !wrong && <Failure failure={prove.error} />}
      {method === 'PROVIDER' ? (
        <p role="status">{t(prove.isPending ? 'account.providerWait' : 'account.providerConfirm')}</p>
      ) : method === 'PASSKEY' ? (
        <>
          {wrong && (
            <div role="alert">
              <Notice tone="bad" title={wrong} />
            </div>
          )}
          {!passkeysWork() && <Notice tone="warn" title={t('account.passkeysUnable')} />}
          {prove.isPending && <p role="status">{t('account.passkeyWait')}</p>}
        </>
      ) : (
        <TextField
          key={method}
          id="proof"
          code
          autoFocus
          type={method === 'PASSWORD' ? 'password' : 'text'}
          inputMode={method === 'TOTP' ? 'numeric' : undefined}
          autoComplete={method === 'PASSWORD' ? 'current-password' : method === 'TOTP' ? 'one-time-code' : 'off'}
          label={tCode('account.code', method)}
          error={missing ? t('account.codeMissing') : wrong}
          value={value}
          onText={setValue}
        />
      )}
      <div className="form-end">
        <Button
          kind="primary"
          label={method === 'PASSKEY' ? t('account.usePasskey') : method === 'PROVIDER' ? t('account.providerOpen') : label}
          type="submit"
          disabled={(prove.isPending && method !== 'PROVIDER') || (method === 'PASSKEY' && !passkeysWork())}
        />
        {others.map((each) => (
          <Button key={each} kind="quiet" label={tCode('account.method', each)} onClick={() => choose(each)} />
        ))}
        {children}
      </div>
    </form>
  );
}
