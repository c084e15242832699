import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { t, tCode } from '../i18n/text';
import { dayText } from '../register/days';
import { useKeys } from '../shell/keys';
import { Moment } from '../time/site';
import { useAddress } from '../ui/address';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { Badge, Notice, QueryState } from '../ui/State';
import { Code, Fact, Name, numberText, PageHead, usePageTitle } from '../ui/text';
import { AssessmentActions } from './AssessmentActions';
import { CriterionPanel } from './CriterionPanel';
import { useAssessment } from './queries';
import css from './standard.module.css';
import { type Assessment, applies, type CriterionItem, counts, open, type StandardStep, turnOf } from './types';
import { ContradictionText, question, StateBadge } from './words';

/** One unit in one year: its criteria as a list of tasks, and the one that is chosen. */
export function AssessmentPage() {
  const { id = '' } = useParams();
  const assessment = useAssessment(id);
  usePageTitle(assessment.data ? `${assessment.data.areaName} ${assessment.data.year}` : t('standard.title'));
  if (!assessment.data) return <QueryState query={assessment} />;
  return <View of={assessment.data} />;
}

function View({ of }: { of: Assessment }) {
  const [search, change] = useAddress();
  const chosen = of.criteria.find((each) => each.code === search.get('c')) ?? null;
  // What was open when the page was opened stays until another one is chosen: a whole answer is no reason to jump.
  const [first] = useState(() => of.criteria.find((each) => open(of, each))?.code);
  const shown = chosen ?? of.criteria.find((each) => each.code === first) ?? of.criteria[0]!;
  const choose = (item: CriterionItem | undefined) => {
    if (item) change({ c: item.code }, { goBack: true });
  };
  const nextOpen = () => {
    const at = of.criteria.indexOf(shown);
    choose([...of.criteria.slice(at + 1), ...of.criteria.slice(0, at)].find((each) => open(of, each)));
  };
  const previousOpen = () => {
    const at = of.criteria.indexOf(shown);
    choose([...of.criteria.slice(at + 1), ...of.criteria.slice(0, at)].findLast((each) => open(of, each)));
  };
  useKeys([
    { key: 'n', cap: 'N', label: 'standard.keyNext', run: nextOpen },
    { key: 'p', cap: 'P', label: 'standard.keyPrevious', run: previousOpen },
  ]);
  return (
    <div className={chosen ? `${css.root} ${css.chosen}` : css.root}>
      <PageHead
        title={
          <>
            <Name>{of.areaName}</Name> · <Code>{of.year}</Code>
          </>
        }
        lead={
          <>
            <p className="summary">
              <Code>{of.code}</Code>
              <span>{tCode('standard.kind', of.unitKind)}</span>
              <StateBadge state={of.state} outcome={of.outcome} />
              {of.round > 1 && <Badge tone="warn">{t('standard.round', { count: of.round })}</Badge>}
              <span className={of.late ? 'bad' : undefined}>
                {t('standard.decideBefore')} <Code>{dayText(of.decideBefore)}</Code>
              </span>
              {of.late && (
                <Badge tone="bad" icon="time">
                  {t('standard.late')}
                </Badge>
              )}
            </p>
            <Counted of={of} />
          </>
        }
      />
      <AssessmentActions of={of} />
      <Contradicted of={of} />
      {of.questions.length > 0 && <Questions of={of} />}
      <div className={css.body}>
        <nav className={`panel ${css.list}`} aria-label={t('standard.criteria')}>
          {groups(of.criteria).map(([group, items]) => (
            <section key={group}>
              {items.length > 1 && (
                <h2>
                  {t('standard.group')} <Code>{group}</Code>
                </h2>
              )}
              <ul>
                {items.map((each) => (
                  <li key={each.code}>
                    <Link className={each === shown ? `${css.item} ${css.at}` : css.item} aria-current={each === shown ? 'step' : undefined} to={`?c=${encodeURIComponent(each.code)}`}>
                      <Code>{each.code}</Code>
                      <span className={css.text}>{each.text}</span>
                      <ItemState of={of} item={each} />
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </nav>
        <div className={css.panel}>
          <p className={css.back}>
            <Link to="?">{t('standard.allCriteria')}</Link>
          </p>
          <CriterionPanel key={shown.code} of={of} item={shown} />
          <div className="actions">
            <Button label={t('standard.nextOpen')} onClick={nextOpen} disabled={!of.criteria.some((each) => each !== shown && open(of, each))} />
          </div>
        </div>
      </div>
      <History of={of} />
    </div>
  );
}

/** `9 of 14 done`, and what is missing: never one big percentage. */
function Counted({ of }: { of: Assessment }) {
  const done = of.criteria.filter((each) => !open(of, each)).length;
  const bare = of.criteria.filter((each) => each.evidence.every((one) => one.withdrawnReason !== null)).length;
  const asked = of.criteria.filter((each) => each.asked !== null).length;
  return (
    <p className="summary">
      <strong>{t(of.state === 'REGISTERED' ? 'standard.answeredOf' : 'standard.appraisedOf', { done, all: of.criteria.length })}</strong>
      {asked > 0 && <span className="warn-text">{t('standard.askedCount', { count: asked })}</span>}
      {bare > 0 && <span>{t('standard.bare', { count: bare })}</span>}
    </p>
  );
}

/** By article and clause: `4.3`. */
function groups(criteria: CriterionItem[]): [string, CriterionItem[]][] {
  const found = new Map<string, CriterionItem[]>();
  for (const each of criteria) {
    const group = each.code.split('.').slice(0, 2).join('.');
    found.set(group, [...(found.get(group) ?? []), each]);
  }
  return [...found];
}

function ItemState({ of, item }: { of: Assessment; item: CriterionItem }) {
  const answer = counts(item);
  if (of.state === 'REGISTERED' && item.asked) return <span className="warn-text">{t('standard.itemAsked')}</span>;
  if (of.state !== 'REGISTERED' && item.review) return <span className={item.review.outcome === 'ACCEPTED' ? undefined : 'warn-text'}>{tCode('standard.review', item.review.outcome)}</span>;
  if (!item.whole) return <span className={css.todo}>{t(item.versions.length > 0 ? 'standard.itemHalf' : 'standard.itemTodo')}</span>;
  if (of.state === 'SELF_ASSESSED') return <span className={css.todo}>{t('standard.itemToAppraise')}</span>;
  if (answer && !applies(item, answer.absent)) return <span>{t('standard.notApplicable')}</span>;
  return <span className={answer?.met ? undefined : 'warn-text'}>{t(answer?.met ? 'standard.met' : 'standard.notMet')}</span>;
}

/** What stands against the standard being met; after a decision, what records say by now. */
function Contradicted({ of }: { of: Assessment }) {
  const decided = of.outcome !== null;
  const then = of.steps.flatMap((each) => each.exceptions.flatMap((one) => one.contradictions));
  const news = of.contradictions.filter(
    (each) => !decided || !then.some((one) => one.criterion === each.criterion && one.code === each.code && one.number === each.number && one.against === each.against),
  );
  if (news.length === 0 || of.outcome === 'NOT_MET') return null;
  return (
    <div className={css.whole} data-contradicted>
      <Notice tone="warn" title={t(decided ? 'standard.contradictedSince' : 'standard.contradicted', { count: news.length })}>
        {!decided && <p>{t('standard.contradictedHint')}</p>}
        <ul className="bullets">
          {news.map((each) => (
            <li key={each.criterion + each.code}>
              <Link to={`?c=${encodeURIComponent(each.criterion)}`}>
                <Code>{each.criterion}</Code>
              </Link>
              {': '}
              <ContradictionText of={each} />
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

/** Signs that something may not have been recorded, as questions. */
function Questions({ of }: { of: Assessment }) {
  return (
    <div className={css.whole}>
      <Notice tone="info" title={t('standard.questions', { count: of.questions.length })}>
        <p>{t('standard.questionsHint')}</p>
        <ul className="bullets">
          {of.questions.map((each) => (
            <li key={`${each.kind} ${each.criterion}`}>
              {each.criterion && (
                <>
                  <Link to={`?c=${encodeURIComponent(each.criterion)}`}>
                    <Code>{each.criterion}</Code>
                  </Link>
                  {': '}
                </>
              )}
              {question(each.kind, each.numbers)}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

function History({ of }: { of: Assessment }) {
  return (
    <section className={`panel stack ${css.whole}`}>
      <h2>{t('standard.history')}</h2>
      <dl className="facts">
        <Fact label={t('standard.law')}>
          <bdi>{of.law}</bdi>
        </Fact>
        <Fact label={t('standard.period')}>
          <Code>{dayText(of.periodFrom)}</Code> – <Code>{dayText(of.periodTo)}</Code>
        </Fact>
        {of.authority && (
          <Fact label={t('standard.authority')}>
            <Name>{of.authority}</Name>
          </Fact>
        )}
        {!of.partyOrganisation && <Fact label={t('standard.fParty')}>{t('standard.partyNo')}</Fact>}
        {of.plan && (
          <Fact label={t('standard.fPlan')}>
            <bdi>{of.plan.number}</bdi> <Code>{dayText(of.plan.on)}</Code>
          </Fact>
        )}
        {of.registered !== null && <Fact label={t('standard.registeredCount')}>{t('standard.countOf', { number: of.registered, of: of.registrable ?? 0 })}</Fact>}
      </dl>
      <ol className="history">
        {of.steps.map((each) => (
          <li key={each.at + each.kind}>
            <StepLine step={each} />
          </li>
        ))}
      </ol>
      {turnOf(of) === null && of.state !== 'CERTIFIED' && of.state !== 'REVOKED' && of.state !== 'DECIDED' && (
        <p className="hint">
          <Icon name="waiting" size={14} /> {tCode('standard.waits', of.state)}
        </p>
      )}
    </section>
  );
}

function StepLine({ step }: { step: StandardStep }) {
  const minutes = step.minutes;
  return (
    <>
      <Moment at={step.at} />
      <strong>{tCode('standard.step', step.kind)}</strong>
      {step.outcome && <span>{tCode('standard.outcome', step.outcome)}</span>}
      {step.number && (
        <span>
          <bdi>{step.number}</bdi> {step.on && <Code>{dayText(step.on)}</Code>}
        </span>
      )}
      <Name>{step.by.displayName}</Name>
      {minutes && (
        <span className="timeline-words">
          {t('standard.minutesLine', {
            attended: numberText(minutes.attended),
            households: numberText(minutes.households),
            organisations: numberText(minutes.organisations),
            votesFor: numberText(minutes.votesFor),
            votesAgainst: numberText(minutes.votesAgainst),
          })}{' '}
          <Code>{dayText(minutes.heldOn)}</Code> · {t('standard.fChair')}: <Name>{minutes.chair}</Name>
          {minutes.came.length > 0 && (
            <>
              {' '}
              · {t('standard.fCame')}: {minutes.came.map((each) => tCode('standard.body', each)).join('; ')}
            </>
          )}
          {minutes.nonexistent.length > 0 && (
            <>
              {' '}
              · {t('standard.fNonexistent')}: {minutes.nonexistent.map((each) => tCode('standard.body', each)).join('; ')}
            </>
          )}
        </span>
      )}
      {step.words && (
        <span className="timeline-words">
          <bdi>{step.words}</bdi>
        </span>
      )}
      {step.exceptions.length > 0 && (
        <div className="timeline-words">
          <p>{t('standard.exceptions')}</p>
          <ul className="bullets">
            {step.exceptions.map((each) => (
              <li key={each.criterion}>
                <Code>{each.criterion}</Code>{' '}
                {each.contradictions.map((one) => (
                  <span key={one.code}>
                    <ContradictionText of={one} />{' '}
                  </span>
                ))}
                – <bdi>{each.reason}</bdi>
              </li>
            ))}
          </ul>
        </div>
      )}
      {step.lateReason && (
        <span className="timeline-words warn-text">
          {t('standard.fLate')}: <bdi>{step.lateReason}</bdi>
        </span>
      )}
    </>
  );
}
