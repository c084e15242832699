import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/client';
import { type Language, languageNames, languages } from '../i18n/language';
import { language, t } from '../i18n/text';
import { Button } from '../ui/Button';
import { Choose, TextField } from '../ui/Field';
import { Failure, Notice } from '../ui/State';
import { save } from '../ui/save';

/** The link as it is handed over, by copying or on paper. It is kept nowhere and cannot be shown again. */
export function OwnersLink({ path, secret, name }: { path: string; secret: string; name: string }) {
  const [copied, setCopied] = useState(false);
  const address = `${location.origin}/owner.html#${secret}`;
  return (
    <div className="stack">
      <TextField id="owner-link" label={t('requests.link')} code readOnly value={address} onFocus={(event) => event.target.select()} />
      <p>
        <Button kind="primary" label={t('requests.linkCopy')} onClick={() => void navigator.clipboard.writeText(address).then(() => setCopied(true))} />
      </p>
      {copied && <Notice tone="ok" title={t('requests.linkCopied')} />}
      <LinkSheet path={path} secret={secret} name={name} />
      <p className="hint">{t('requests.linkOnce')}</p>
    </div>
  );
}

/** The sheet with the QR code, in the owner's language. */
function LinkSheet({ path, secret, name }: { path: string; secret: string; name: string }) {
  const [chosen, setChosen] = useState<Language>(language());
  const print = useMutation({
    mutationFn: async () => (await call(`${path}/sheet.pdf`, { method: 'POST', body: { secret, language: chosen } })).blob(),
    onSuccess: (sheet) => save(sheet, `${name}.pdf`),
    gcTime: 0,
  });
  return (
    <div className="stack">
      <LanguageChoice id="sheet-language" label={t('requests.sheetLanguage')} value={chosen} onChange={setChosen} />
      <p>
        <Button icon="print" label={t('requests.sheetPrint')} disabled={print.isPending} onClick={() => print.mutate()} />
      </p>
      {print.error && <Failure failure={print.error} />}
    </div>
  );
}

/** The language of the owner who is written to. */
export function LanguageChoice({ id, label, value, onChange }: { id: string; label: string; value: Language; onChange: (chosen: Language) => void }) {
  return (
    <Choose<Language> id={id} label={label} value={value} onText={onChange}>
      {languages.map((each) => (
        <option key={each} value={each} lang={each}>
          {languageNames[each]}
        </option>
      ))}
    </Choose>
  );
}
