import { useQuery } from '@tanstack/react-query';
import { json } from '../api/client';
import type { Page } from '../api/types';
import { t, tCode } from '../i18n/text';
import { Option, Options } from '../ui/Field';
import { Loading, Notice } from '../ui/State';
import { Phone } from '../ui/text';
import { type Scope, type ScopeQuestion, scopeQuestions } from './types';

export type Answers = Partial<Record<ScopeQuestion, boolean>>;

function useScope() {
  return useQuery({ queryKey: ['mediations', 'scope'], queryFn: async () => (await json<Page<Scope>>('/api/mediations/scope')).items, staleTime: 60_000 });
}

export const answered = (answers: Answers) => scopeQuestions.every((each) => answers[each] !== undefined);
export const stopped = (answers: Answers) => scopeQuestions.filter((each) => answers[each]);
export const toBody = (answers: Answers) => scopeQuestions.map((question) => ({ question, yes: answers[question] ?? false }));

/** The questions in plain words; a yes says at once whom to turn to. */
export function ScopeFields({ answers, onChange, error }: { answers: Answers; onChange: (answers: Answers) => void; error?: string | undefined }) {
  const scope = useScope();
  if (scope.isPending) return <Loading />;
  return (
    <div id="answers" className="stack" tabIndex={-1}>
      {error && <p className="field-error">{error}</p>}
      {scopeQuestions.map((question) => (
        <div key={question} className="stack" data-question={question}>
          <Options label={tCode('mediation.question', question)} hint={tCode('mediation.questionLaw', question)}>
            <Option type="radio" name={question} label={t('mediation.no')} checked={answers[question] === false} onChange={() => onChange({ ...answers, [question]: false })} />
            <Option type="radio" name={question} label={t('mediation.yes')} checked={answers[question] === true} onChange={() => onChange({ ...answers, [question]: true })} />
          </Options>
          <div role="status">{answers[question] && <Whom questions={[question]} />}</div>
        </div>
      ))}
    </div>
  );
}

/** Why it is not mediated, and whom to turn to. */
export function Whom({ questions }: { questions: readonly ScopeQuestion[] }) {
  const scope = useScope();
  if (questions.length === 0) return null;
  return (
    <Notice tone="bad" title={t('mediation.notMediated')}>
      <ul className="stack" data-whom>
        {questions.map((question) => (
          <li key={question}>
            <strong>{tCode('mediation.reason', question)}</strong> <small>{tCode('mediation.questionLaw', question)}</small>
            <ul>
              {(scope.data?.find((each) => each.question === question)?.authorities ?? []).map((each) => (
                <li key={each.authority}>
                  {tCode('mediation.authority', each.authority)}
                  {each.phone ? (
                    <>
                      {': '}
                      <Phone number={each.phone} />
                    </>
                  ) : each.authority.endsWith('HOTLINE') ? (
                    <small> {t('mediation.noNumber')}</small>
                  ) : null}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {questions.some((each) => scope.data?.find((one) => one.question === each)?.guards) && <p>{t('mediation.safety')}</p>}
    </Notice>
  );
}
