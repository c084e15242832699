import { useEffect, useRef } from 'react';
import { t } from '../i18n/text';
import { changeTitle } from './title';

export interface Mistake {
  /** The id of the control that is wrong. */
  field: string;
  message: string;
}

/**
 * All mistakes of a form at once, at its top, in the same words as at the fields. It takes the
 * focus each time `attempt` grows, and the page's title starts with the word "Error".
 */
export function ErrorSummary({ mistakes, attempt }: { mistakes: Mistake[]; attempt: number }) {
  const box = useRef<HTMLDivElement>(null);
  const any = mistakes.length > 0;
  useEffect(() => {
    if (any) box.current?.focus();
  }, [any, attempt]);
  useEffect(() => {
    if (!any) return;
    changeTitle(({ wrong }) => ({ wrong: wrong + 1, wrongWord: t('app.errorTitle') }));
    return () => changeTitle(({ wrong }) => ({ wrong: wrong - 1 }));
  }, [any]);
  if (!any) return null;
  return (
    <div className="error-summary" ref={box} tabIndex={-1} role="alert" aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{t('app.errorSummary')}</h2>
      <ul>
        {mistakes.map((mistake) => (
          <li key={`${mistake.field} ${mistake.message}`}>
            <a
              href={`#${mistake.field}`}
              onClick={(event) => {
                event.preventDefault();
                focusField(mistake.field);
              }}
            >
              {mistake.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function focusField(id: string): void {
  const target = document.getElementById(id);
  if (!target) return;
  const control = target.matches('input,select,textarea') ? target : (target.querySelector('input,select,textarea,button') ?? target);
  target.scrollIntoView({ block: 'center' });
  (control as HTMLElement).focus();
}
