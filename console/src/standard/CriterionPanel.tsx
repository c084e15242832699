import { language, t, tCode } from '../i18n/text';
import { Moment } from '../time/site';
import { Icon } from '../ui/Icon';
import { Notice } from '../ui/State';
import { Code, Name, numberText } from '../ui/text';
import { AnswerForm } from './AnswerForm';
import { AnswerView } from './AnswerView';
import { EvidenceList } from './EvidenceList';
import { ReviewForm } from './ReviewForm';
import { ReviewLine } from './ReviewLine';
import css from './standard.module.css';
import { type AnswerVersion, type Assessment, applies, type CriterionItem, counts, turnOf } from './types';
import { question } from './words';

/** One criterion: the law's words, what is known, the answer, what speaks for it, what is said of it. */
export function CriterionPanel({ of, item }: { of: Assessment; item: CriterionItem }) {
  const turn = turnOf(of);
  const answer = counts(item);
  return (
    <article className="panel stack" data-criterion={item.code}>
      <header className="stack">
        <h2>
          <Code>{item.code}</Code> <small className="hint">{item.law}</small>
        </h2>
        <p>{item.text}</p>
        {language() !== 'vi' && (
          <p className="hint" lang="vi" dir="ltr">
            {item.lawText}
          </p>
        )}
        {item.own && <p className="hint">{t('standard.ownCriterion')}</p>}
      </header>
      {item.facts.length > 0 && (
        <section className="form-group">
          <h3>{t('standard.facts')}</h3>
          <ul>
            {item.facts.map((each) => (
              <li key={each.code} className={each.contradicts ? 'warn-text' : undefined}>
                {tCode('standard.fact', each.code)}: <strong>{each.of === null ? numberText(each.number) : t('standard.countOf', { number: each.number, of: each.of })}</strong>
              </li>
            ))}
          </ul>
          <p className="hint">{t('standard.factsHint')}</p>
        </section>
      )}
      {item.asked && of.state === 'REGISTERED' && (
        <Notice tone="warn" title={t('standard.askedBack')}>
          <p>
            <bdi>{item.asked.reason}</bdi>
          </p>
          <p className="hint">
            <Name>{item.asked.by.displayName}</Name> · <Moment at={item.asked.at} />
          </p>
        </Notice>
      )}
      {turn === 'ASSESS' ? <AnswerForm of={of} item={item} /> : <Shown answer={answer} item={item} />}
      {item.disagrees && <p className="warn-text">{t('standard.disagrees')}</p>}
      {of.questions
        .filter((each) => each.criterion === item.code && each.kind !== 'NUMBERS_DISAGREE')
        .map((each) => (
          <p key={each.kind} className={css.question}>
            <Icon name="info" size={14} /> {question(each.kind, each.numbers)}
          </p>
        ))}
      {item.lastYear && <LastYear item={item} answer={item.lastYear} />}
      <EvidenceList of={of} item={item} changes={turn === 'ASSESS'} />
      {turn === 'APPRAISE' && <ReviewForm of={of} item={item} />}
      {turn !== 'APPRAISE' && item.review && <ReviewLine item={item} />}
      <Versions item={item} />
    </article>
  );
}

/** An answer that is not the reader's to write; where who appraised changed it, both stand there. */
function Shown({ answer, item }: { answer: AnswerVersion | null; item: CriterionItem }) {
  if (!answer) return <p className="hint">{t('standard.itemTodo')}</p>;
  const before = answer.appraisal ? item.versions.findLast((each) => !each.appraisal) : null;
  return (
    <section className="stack">
      <h3>{t(answer.appraisal ? 'standard.answerAppraisal' : 'standard.answer')}</h3>
      <AnswerView answer={answer} item={item} />
      {before && (
        <>
          <h3>{t('standard.answerBefore')}</h3>
          <div className={css.before}>
            <AnswerView answer={before} item={item} />
          </div>
        </>
      )}
    </section>
  );
}

function LastYear({ item, answer }: { item: CriterionItem; answer: AnswerVersion }) {
  return (
    <details>
      <summary>{t('standard.lastYear')}</summary>
      <AnswerView answer={answer} item={item} />
    </details>
  );
}

/** What was answered before, for whoever asks; what was only half written on the way is left out. */
function Versions({ item }: { item: CriterionItem }) {
  const said = item.versions.filter((each) => (each.met !== null || !applies(item, each.absent)) && each.reason !== null);
  if (said.length < 2) return null;
  return (
    <details>
      <summary>{t('standard.versions', { count: said.length })}</summary>
      <ol className="history">
        {said.map((each) => (
          <li key={each.version}>
            <div className="stack">
              <p className="hint">{t(each.appraisal ? 'standard.answerAppraisal' : 'standard.answer')}</p>
              <AnswerView answer={each} item={item} />
            </div>
          </li>
        ))}
      </ol>
    </details>
  );
}
