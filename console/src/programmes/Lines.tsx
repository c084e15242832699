import { t } from '../i18n/text';
import { Button } from '../ui/Button';
import css from './programmes.module.css';

interface Props {
  id: string;
  label: string;
  hint?: string;
  lines: readonly string[];
  onChange: (lines: string[]) => void;
  /** The mistake of a line, by its control. */
  wrong: (id: string) => string | undefined;
}

/** A list of texts, each in a box of its own; `id` also is the control of the list as a whole. */
export function Lines({ id, label, hint, lines, onChange, wrong }: Props) {
  const set = (index: number, text: string) => onChange(lines.map((each, place) => (place === index ? text : each)));
  const whole = wrong(id);
  return (
    <fieldset className={whole ? 'field field-wrong' : 'field'} id={id} tabIndex={-1}>
      <legend>{label}</legend>
      {hint && <p className="hint">{hint}</p>}
      {whole && <p className="field-error">{whole}</p>}
      <ol className={css.textLines}>
        {lines.map((line, index) => {
          const own = `${id}[${index}]`;
          const error = wrong(own);
          return (
            <li key={index} className={error ? 'field-wrong' : undefined}>
              {error && (
                <p className="field-error" id={`${own}-error`}>
                  {error}
                </p>
              )}
              <div className={css.textLine}>
                <textarea
                  id={own}
                  dir="auto"
                  rows={2}
                  aria-label={t('programmes.lineOf', { label, number: index + 1 })}
                  aria-invalid={error ? true : undefined}
                  aria-describedby={error ? `${own}-error` : undefined}
                  value={line}
                  onChange={(event) => set(index, event.target.value)}
                />
                <button
                  type="button"
                  className="button button-quiet button-small"
                  aria-label={t('programmes.takeOutLine', { number: index + 1 })}
                  onClick={() => onChange(lines.filter((_, place) => place !== index))}
                >
                  <span>{t('programmes.takeOut')}</span>
                </button>
              </div>
            </li>
          );
        })}
      </ol>
      <Button small icon="add" label={t('programmes.addLine')} onClick={() => onChange([...lines, ''])} />
    </fieldset>
  );
}
