import { t } from '../i18n/text';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/overlays';
import { Code } from '../ui/text';
import css from './account.module.css';

/** Shown once: closing the dialog is saying that they are kept. */
export function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  return (
    <Dialog open={codes.length > 0} onClose={onKept} title={t('account.recoveryTitle')}>
      <p>{t('account.recoveryMore')}</p>
      <ul className={css.recoveryCodes}>
        {codes.map((code) => (
          <li key={code}>
            <Code>{code}</Code>
          </li>
        ))}
      </ul>
      <div className="form-end">
        <Button kind="primary" label={t('account.recoveryKept')} onClick={onKept} />
      </div>
    </Dialog>
  );
}
