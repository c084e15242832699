import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useCamerasOf, useCase, useChoices } from '../api/queries';
import { IncidentTime, useIncidents } from '../cases/incidents';
import { t } from '../i18n/text';
import { readDay } from '../register/days';
import { MomentRange, useSiteTime, ZoneName } from '../time/site';
import { Notice } from '../ui/State';
import { Code, Name } from '../ui/text';
import { CoverageList } from './CoverageList';
import { type Draft, type Origin, type Step, spanOf } from './draft';
import { PaperName } from './PaperName';
import css from './requests.module.css';
import { SeniorNotice } from './SeniorNotice';
import { originText, useCheck } from './steps';

/** All answers with "Change" beside each; the button below names the act. */
export function CheckAnswers({ draft }: { draft: Draft }) {
  const clock = useSiteTime();
  const chosen = useCase(draft.caseId || undefined);
  const incident = useIncidents(draft.incidentId ? draft.caseId : undefined).data?.find((each) => each.id === draft.incidentId);
  const cameras = useCamerasOf(draft.cameraIds);
  const named = cameras.data ?? [];
  const choices = useChoices();
  const check = useCheck(draft);
  const { from, to } = spanOf(draft, clock);
  const text = (list: { code: string; text: string }[] | undefined, code: string) => list?.find((each) => each.code === code)?.text ?? code;
  const basis = choices.data?.legalBases.find((each) => each.code === draft.legalBasis);
  const originOf = (...fields: (keyof Draft)[]) => fields.map((field) => draft.origins[field]).find((origin) => origin !== undefined);
  return (
    <div className="panel stack">
      <p>{t('requests.checkLead')}</p>
      <dl className={css.answers}>
        <Answer label={t('requests.case')} step="case" origin={originOf('caseId')}>
          {chosen.data && (
            <>
              <Code>{chosen.data.code}</Code> <Name>{chosen.data.title}</Name>
              {incident && (
                <small className="block">
                  {t('requests.incident')}: <Name>{incident.title}</Name> · <IncidentTime incident={incident} />
                </small>
              )}
            </>
          )}
        </Answer>
        <Answer label={t('requests.when')} step="what" origin={originOf('from', 'to')}>
          {from !== null && to !== null && (
            <>
              <MomentRange from={from} to={to} /> <ZoneName short />
            </>
          )}
        </Answer>
        <Answer label={t('requests.cameras')} step="what" origin={originOf('cameraIds')}>
          {check.data && cameras.data && from !== null && to !== null ? (
            <CoverageList coverage={check.data.cameras} cameras={named} from={new Date(from).toISOString()} to={new Date(to).toISOString()} />
          ) : (
            draft.cameraIds.map((id) => named.find((camera) => camera.id === id)?.code).join(', ')
          )}
        </Answer>
        <Answer label={t('requests.purpose')} step="why" origin={originOf('purpose')}>
          {text(choices.data?.purposes, draft.purpose)}
        </Answer>
        <Answer label={t('requests.basis')} step="why" origin={originOf('legalBasis')}>
          {draft.legalBasis && (
            <>
              {basis?.text ?? draft.legalBasis}
              {basis?.article && <small className="block">{basis.article}</small>}
            </>
          )}
        </Answer>
        <Answer label={t('requests.offence')} step="why" origin={originOf('offence')}>
          {text(choices.data?.offences, draft.offence)}
        </Answer>
        <Answer label={t('requests.subject')} step="why" origin={originOf('subjectClass')}>
          {text(choices.data?.subjects, draft.subjectClass)}
        </Answer>
        <Answer label={t('requests.necessity')} step="why">
          {draft.necessity && <span dir="auto">{draft.necessity}</span>}
        </Answer>
        <Answer label={t('requests.paper')} step="why">
          {draft.paperNumber.trim() ? <PaperName number={draft.paperNumber.trim()} on={readDay(draft.paperDate)} sha256={draft.paperSha256 || null} /> : t('requests.paperNone')}
        </Answer>
        <Answer label={t('requests.urgent')} step="why" origin={originOf('urgent')}>
          {t(draft.urgent ? 'requests.urgentYes' : 'requests.urgentNo')}
          {draft.urgent && (
            <small className="block">
              {text(choices.data?.urgentReasons, draft.urgentReason)} · <span dir="auto">{draft.urgentWords}</span>
            </small>
          )}
        </Answer>
      </dl>
      {check.data?.warnings.map((warning) => (
        <Notice key={warning.text} tone="warn" title={warning.text} />
      ))}
      <SeniorNotice reasons={check.data?.senior ?? []} />
      <p className="hint">{t('requests.sendMore')}</p>
    </div>
  );
}

function Answer({ label, step, origin, children }: { label: string; step: Step; origin?: Origin | undefined; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {children || <span className="warn-text">{t('requests.unanswered')}</span>}
        {children && origin && <small className="block">{originText(origin)}</small>}
      </dd>
      <dd className={css.answerChange}>
        <Link to={`/requests/new/${step}?change=1`} aria-label={t('app.changeWhat', { what: label })}>
          {t('app.change')}
        </Link>
      </dd>
    </div>
  );
}
