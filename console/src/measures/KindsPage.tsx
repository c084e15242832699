import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { t, tCode } from '../i18n/text';
import { dayText } from '../register/days';
import { FieldsForm } from '../ui/FieldsForm';
import { DialogButton } from '../ui/overlays';
import { Badge, QueryState } from '../ui/State';
import { Code, PageFrame } from '../ui/text';
import { Longest, useRules } from './rules';
import { Tabs } from './tabs';
import { measureKinds } from './types';

const of = (prefix: string, codes: readonly string[]) => codes.map((each) => [each, tCode(prefix, each)] as const);

/** What the law says of each kind from which day on; an administrator of the whole site adds to it. */
export function KindsPage() {
  const user = useUser();
  const rules = useRules();
  const adds = may(user, 'addMeasureKinds') && user.area === null;
  return (
    <PageFrame
      title={t('measures.kinds')}
      lead={t('measures.kindsLead')}
      actions={
        adds && (
          <DialogButton kind="primary" icon="add" label={t('measures.addRule')} wide>
            {(close) => (
              <FieldsForm
                path="/api/measure-kinds"
                stale="measures"
                questions={[
                  { name: 'kind', label: t('measures.kind'), kind: 'choice', choices: of('measures.kindOf', measureKinds) },
                  { name: 'from', label: t('measures.ruleFrom'), kind: 'day' },
                  { name: 'law', label: t('measures.law'), kind: 'text' },
                  { name: 'decidedBy', label: t('measures.deciderLabel'), kind: 'choice', choices: of('measures.decider', ['COMMUNE_CHAIR', 'COURT', 'PRISON', 'PROCEEDINGS_BODY']) },
                  { name: 'longestMonths', label: t('measures.longestLabel'), hint: t('measures.longestHint'), kind: 'number', optional: true },
                  { name: 'longestMonthsMinor', label: t('measures.longestMinorLabel'), hint: t('measures.longestMinorHint'), kind: 'number', optional: true },
                  { name: 'minors', label: t('measures.minorsLabel'), kind: 'choice', choices: of('measures.minors', ['NONE', 'POSSIBLE', 'ONLY']) },
                  { name: 'publishing', label: t('measures.publishingLabel'), kind: 'choice', choices: of('measures.publishing', ['FORBIDDEN', 'FORBIDDEN_OF_MINORS', 'NOT_FORBIDDEN']) },
                  { name: 'checked', label: t('measures.iChecked'), kind: 'yes' },
                ]}
                onDone={close}
              />
            )}
          </DialogButton>
        )
      }
      below={<Tabs />}
    >
      <QueryState query={rules} />
      {rules.data && (
        <ul className="link-rows panel" data-rules>
          {rules.data.map((each) => (
            <li key={each.id}>
              <span>
                {tCode('measures.kindOf', each.kind)}
                <small className="block">
                  <bdi>{each.law}</bdi>
                </small>
              </span>
              <Longest rule={each} />
              <small className="summary">
                <span>
                  {t('measures.ruleFrom')} <Code>{dayText(each.from)}</Code>
                </span>
                <span>{tCode('measures.decider', each.decidedBy)}</span>
                <span>{tCode('measures.minors', each.minors)}</span>
                <span>{tCode('measures.publishing', each.publishing)}</span>
                {each.checked ? <Badge tone="ok">{t('measures.checked')}</Badge> : <Badge tone="warn">{t('measures.unchecked')}</Badge>}
              </small>
            </li>
          ))}
        </ul>
      )}
    </PageFrame>
  );
}
