import { useState } from 'react';
import { t } from '../i18n/text';
import { fieldsOf, TextField } from '../ui/Field';
import { Code } from '../ui/text';
import type { StepProps } from './steps';

/** The paper by which somebody asks: number and day, and the SHA-256 of its scan, which is worked out here and stays here. */
export function PaperFields({ draft, change, wrong }: StepProps) {
  const [reading, setReading] = useState(false);
  const hash = async (file: File) => {
    setReading(true);
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
    change({ paperSha256: Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''), paperFile: file.name });
    setReading(false);
  };
  const field = fieldsOf(draft, wrong, change);
  return (
    <>
      <TextField {...field('paperNumber')} label={t('requests.paperNumber')} hint={t('requests.paperHint')} optional />
      {draft.paperNumber.trim() && (
        <>
          <TextField {...field('paperDate')} code label={t('requests.paperDate')} hint={t('requests.paperDateHint')} />
          {globalThis.crypto?.subtle && (
            <div className={wrong('paperSha256') ? 'field field-wrong' : 'field'}>
              <p className="hint" id="paperSha256-hint">
                {t('requests.paperScanHint')}
              </p>
              {wrong('paperSha256') && (
                <p className="field-error" role="alert">
                  {wrong('paperSha256')}
                </p>
              )}
              <p className="file-choice">
                <input
                  id="paperSha256"
                  type="file"
                  accept="application/pdf,image/jpeg,image/png"
                  className="visually-hidden"
                  aria-describedby="paperSha256-hint"
                  onChange={(event) => {
                    const file = event.target.files?.[0];
                    if (file) void hash(file);
                  }}
                  onClick={(event) => {
                    event.currentTarget.value = ''; // The same file again, mended meanwhile, is a choice, too.
                  }}
                />
                <label className="button button-plain" htmlFor="paperSha256">
                  {t('requests.paperScan')}
                </label>{' '}
                {reading ? t('requests.checking') : draft.paperSha256 && <bdi>{draft.paperFile}</bdi>}
              </p>
              {draft.paperSha256 && (
                <p className="hint">
                  SHA-256 <Code>{draft.paperSha256.slice(0, 16)}…</Code>
                </p>
              )}
            </div>
          )}
        </>
      )}
    </>
  );
}
