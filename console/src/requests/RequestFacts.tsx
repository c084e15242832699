import { Link } from 'react-router';
import { useChoices } from '../api/queries';
import { IncidentTime } from '../cases/incidents';
import { t } from '../i18n/text';
import { lengthText } from '../time/format';
import { Moment, MomentRange, ZoneName } from '../time/site';
import { parseInstant } from '../time/zone';
import { Icon } from '../ui/Icon';
import { Badge } from '../ui/State';
import { Code, Name } from '../ui/text';
import { CoverageList, coveredPercent, percentText } from './CoverageList';
import { PaperName } from './PaperName';
import { RequestBadge } from './RequestBadge';
import type { DecisionFacts, EvidenceRequest } from './types';

/** What is asked, by whom and why, with the time of the case to hold it against. */
export function Asked({ request }: { request: EvidenceRequest }) {
  const choices = useChoices();
  const basis = choices.data?.legalBases.find((each) => each.code === request.legalBasis);
  const text = (list: { code: string; text: string }[] | undefined, code: string) => list?.find((each) => each.code === code)?.text ?? code;
  return (
    <section className="panel stack">
      <h2>{t('requests.asked')}</h2>
      <dl className="facts">
        <div>
          <dt>{t('requests.when')}</dt>
          <dd>
            <strong>
              <MomentRange from={request.from} to={request.to} />
            </strong>{' '}
            <ZoneName short /> <bdi dir="ltr">({lengthText(parseInstant(request.to) - parseInstant(request.from))})</bdi>
          </dd>
        </div>
        {request.incident && (
          <div>
            <dt>{t('requests.incident')}</dt>
            <dd>
              <Name>{request.incident.title}</Name> {request.incident.withdrawn && <Badge tone="warn">{t('cases.incidentWithdrawnMark')}</Badge>}
              <small className="block">
                <IncidentTime incident={request.incident} />
              </small>
            </dd>
          </div>
        )}
        {request.facts && (
          <div>
            <dt>{t('requests.caseWhen')}</dt>
            <dd>{request.facts.occurredTo ? <MomentRange from={request.facts.occurredFrom} to={request.facts.occurredTo} /> : <Moment at={request.facts.occurredFrom} />}</dd>
          </div>
        )}
        <div>
          <dt>{t('requests.purpose')}</dt>
          <dd>{text(choices.data?.purposes, request.purpose)}</dd>
        </div>
        <div>
          <dt>{t('requests.basis')}</dt>
          <dd>
            {basis?.text ?? request.legalBasis}
            {basis?.article && <small className="block">{basis.article}</small>}
          </dd>
        </div>
        <div>
          <dt>{t('requests.offence')}</dt>
          <dd>{text(choices.data?.offences, request.offence)}</dd>
        </div>
        {request.subjectClass && (
          <div>
            <dt>{t('requests.subject')}</dt>
            <dd>{text(choices.data?.subjects, request.subjectClass)}</dd>
          </div>
        )}
        <div>
          <dt>{t('requests.necessity')}</dt>
          <dd dir="auto">{request.necessity}</dd>
        </div>
        <div>
          <dt>{t('requests.paper')}</dt>
          <dd>{request.paper ? <PaperName {...request.paper} /> : t('requests.paperNone')}</dd>
        </div>
        {request.state === 'REQUESTED' && request.expiresAt && (
          <div>
            <dt>{t('requests.due')}</dt>
            <dd>
              <Moment at={request.expiresAt} />
            </dd>
          </div>
        )}
        <div>
          <dt>{t('requests.requestedBy')}</dt>
          <dd>
            <Name>{request.requestedBy.displayName}</Name> · <Moment at={request.requestedAt} />
          </dd>
        </div>
      </dl>
    </section>
  );
}

/** The server's warnings that the coverage below already shows. */
const shownBelow = new Set(['nothing-recorded', 'partly-recorded']);

/** What the system found out by itself; nothing of it forbids a decision. */
export function SystemChecks({ request, own }: { request: EvidenceRequest; own: boolean }) {
  const coverage = request.coverage ?? [];
  const recorded = coverage.some((each) => !each.owner);
  const same = own || request.whyNot === 'own-request' || request.whyNot === 'own-urgency';
  const percent = coveredPercent(coverage);
  const minutes = Math.ceil(((parseInstant(request.to) - parseInstant(request.from)) / 60_000) * request.cameras.length);
  const waiting = request.state === 'REQUESTED';
  const warnings = (request.facts?.warnings ?? []).filter((warning) => !shownBelow.has(warning.code));
  const checks: [boolean, string][] = [
    ...(waiting ? ([[!same, t(same ? 'requests.checkPersonOwn' : 'requests.checkPerson')]] as [boolean, string][]) : []),
    [true, t('requests.checkCase', { code: request.case.code })],
    ...(recorded ? ([[percent >= 99.5, t('requests.checkCovered', { percent: percentText(percent) })]] as [boolean, string][]) : []),
    [minutes <= 60, t('requests.checkLength', { minutes })],
    ...(waiting && percent > 0 ? ([[true, t('requests.checkHeld')]] as [boolean, string][]) : []),
    ...warnings.map((warning): [boolean, string] => [false, warning.text]),
    ...(request.urgent && !request.urgency ? ([[false, t('requests.checkUrgent')]] as [boolean, string][]) : []),
  ];
  return (
    <section className="panel stack">
      <h2>{t('requests.systemChecks')}</h2>
      <ul className="check-list">
        {checks.map(([ok, text]) => (
          <li key={text} className={ok ? 'check-ok' : 'check-warn'}>
            <Icon name={ok ? 'done' : 'warn'} size={16} />
            <span>{text}</span>
          </li>
        ))}
        {request.facts && !own && <Earlier earlier={request.facts.earlier} />}
      </ul>
      {coverage.length > 0 && <CoverageList coverage={coverage} cameras={request.cameras} from={request.from} to={request.to} />}
    </section>
  );
}

function Earlier({ earlier }: { earlier: DecisionFacts['earlier'] }) {
  if (earlier.length === 0) {
    return (
      <li className="check-ok">
        <Icon name="done" size={16} />
        <span>{t('requests.earlierNone')}</span>
      </li>
    );
  }
  return (
    <li className="check-warn">
      <Icon name="info" size={16} />
      <details>
        <summary>{t('requests.earlier', { count: earlier.length })}</summary>
        <ul className="link-rows">
          {earlier.map((each) => (
            <li key={each.id}>
              <Link to={`/requests/${each.id}`}>
                <Code>{each.code}</Code>
              </Link>
              <RequestBadge state={each.state} />
              <small>
                <Moment at={each.requestedAt} />
              </small>
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}
