import { useEffect, useState } from 'react';
import { call, onConfirmationAsked } from '../api/client';
import { t } from '../i18n/text';
import { confirmElsewhere } from '../signin/provider';
import { Dialog } from '../ui/overlays';
import { ProofForm } from './ProofForm';
import type { Method, Proof } from './types';

interface Asked {
  methods: Method[];
  answer: (confirmed: boolean) => void;
}

/** Stands ready for the server's wish that somebody confirm who they are; the act is then repeated. */
export function ConfirmDialog() {
  const [asked, setAsked] = useState<Asked | null>(null);
  useEffect(() => {
    let answer: Asked['answer'] = () => {};
    const takeBack = onConfirmationAsked(
      (methods) =>
        new Promise((resolve) => {
          answer = resolve;
          setAsked({ methods: methods as Method[], answer });
        }),
    );
    return () => {
      takeBack();
      answer(false);
    };
  }, []);
  const close = (confirmed: boolean) => {
    asked?.answer(confirmed);
    setAsked(null);
  };
  const submit = async (proof: Proof) => {
    await call('/api/session/confirm', { method: 'POST', body: proof });
    close(true);
  };
  const elsewhere = async () => {
    await confirmElsewhere();
    close(true);
  };
  return (
    <Dialog open={asked !== null} onClose={() => close(false)} title={t('account.confirmTitle')}>
      <p>{t('account.confirmMore')}</p>
      {asked && <ProofForm methods={asked.methods} submit={submit} elsewhere={elsewhere} label={t('account.confirm')} />}
    </Dialog>
  );
}
