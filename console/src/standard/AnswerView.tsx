import { Fragment } from 'react';
import { t, tCode } from '../i18n/text';
import { Moment } from '../time/site';
import { Name } from '../ui/text';
import css from './standard.module.css';
import { type AnswerVersion, applies, type CriterionItem } from './types';

function verdict(answer: AnswerVersion, item: CriterionItem): string {
  if (!applies(item, answer.absent)) return t('standard.notApplicable');
  return answer.met === null ? t('standard.open') : t(answer.met ? 'standard.met' : 'standard.notMet');
}

/** What an answer says, who said it and when. */
export function AnswerView({ answer, item }: { answer: AnswerVersion; item: CriterionItem }) {
  return (
    <>
      <p>
        <strong>{verdict(answer, item)}</strong>
        {answer.absent.map((each) => (
          <Fragment key={each}> · {tCode('standard.absent', each)}</Fragment>
        ))}
        {item.answer === 'LAST_YEAR' && answer.number !== null && answer.against !== null && <> · {t('standard.lastYearLine', { number: answer.number, against: answer.against })}</>}
        {item.answer === 'SHARE' && answer.number !== null && answer.against !== null && (
          <>
            {' · '}
            {t('standard.countOf', { number: answer.number, of: answer.against })} · {t('standard.shareNeeds', { count: Math.ceil((answer.against * (item.percent ?? 100)) / 100) })}
          </>
        )}
      </p>
      {answer.reason && (
        <p className={css.words}>
          <bdi>{answer.reason}</bdi>
        </p>
      )}
      <p className="hint">
        <Name>{answer.by.displayName}</Name> · <Moment at={answer.at} />
      </p>
    </>
  );
}
