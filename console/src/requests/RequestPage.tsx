import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { call } from '../api/client';
import { may, useChoices, useRequest, useUser } from '../api/queries';
import type { EvidenceRequest, HistoryEntry } from '../api/types';
import { t, tCode } from '../text/text';
import { lengthText } from '../time/format';
import { Moment, MomentRange, ZoneName } from '../time/site';
import { parseInstant } from '../time/zone';
import { Button, ButtonLink } from '../ui/Button';
import { Dialog } from '../ui/overlays';
import { Badge, Failure, Loading, Notice } from '../ui/State';
import { Code, Name, PageHead, usePageTitle } from '../ui/text';
import { CoverageList, coveredPercent, percentText } from './CoverageList';
import { DecisionForm } from './DecisionForm';
import { OutcomeForm } from './OutcomeForm';
import { RequestBadge } from './RequestBadge';

/** One request: what is asked, what the system checked, the decision, its progress and history. */
export function RequestPage() {
  const { id = '' } = useParams();
  const request = useRequest(id);
  usePageTitle(request.data?.code ?? t('requests.title'));
  if (request.isPending) return <Loading />;
  if (!request.data) return <Failure failure={request.error} retry={() => void request.refetch()} />;
  return <RequestView request={request.data} />;
}

function RequestView({ request }: { request: EvidenceRequest }) {
  const user = useUser();
  const [search] = useSearchParams();
  const own = request.requestedBy.id === user.id;
  const waiting = request.state === 'REQUESTED';
  return (
    <>
      <PageHead
        title={
          <>
            <Code>{request.code}</Code>
          </>
        }
        lead={
          <p className="summary">
            <RequestBadge state={request.state} />
            {request.urgent && <Badge tone="warn">{t('requests.urgentMark')}</Badge>}
            <Link to={`/cases/${request.case.id}`}>
              <Code>{request.case.code}</Code> <Name>{request.case.title}</Name>
            </Link>
          </p>
        }
        actions={
          <>
            {request.extraction && (
              <ButtonLink kind="primary" icon="lock" to={`/requests/${request.id}/package`}>
                {t('requests.packageOpen')}
              </ButtonLink>
            )}
            {own && waiting && <Withdraw request={request} />}
          </>
        }
      />
      {search.get('sent') && waiting && (
        <Notice tone="ok" title={t('requests.sentTitle', { code: request.code })}>
          <p>{t('requests.sentMore')}</p>
        </Notice>
      )}
      {request.progress && ['APPROVED', 'COLLECTING'].includes(request.state) && <Progress progress={request.progress} />}
      {request.unavailable && <Notice tone="bad" title={tCode('requests.unavailable', request.unavailable)} />}
      {request.decision && <Decided request={request} />}
      {request.outcome && <Outcome outcome={request.outcome} />}
      <div className="two-columns">
        <Asked request={request} />
        <SystemChecks request={request} own={own} />
      </div>
      {waiting && may(user, 'decide') && <DecisionForm request={request} />}
      {own && ['DELIVERED', 'SEALED'].includes(request.state) && <OutcomeForm request={request} />}
      <History entries={request.history} linkLog={may(user, 'log')} />
    </>
  );
}

function Outcome({ outcome }: { outcome: NonNullable<EvidenceRequest['outcome']> }) {
  return (
    <Notice tone={outcome.useful ? 'ok' : 'info'} title={t(outcome.useful ? 'requests.usefulYes' : 'requests.usefulNo')}>
      {outcome.clarified.length > 0 && (
        <p>
          {t('cases.clarifiedBy')} {outcome.clarified.map((kind) => tCode('cases.by', kind)).join(', ')}
        </p>
      )}
      {outcome.note && <p dir="auto">{outcome.note}</p>}
    </Notice>
  );
}

function Progress({ progress }: { progress: { step: string; percent: number } }) {
  const step = tCode('requests.step', progress.step);
  return (
    <section className="panel stack" role="status">
      <h2>{t('requests.progress')}</h2>
      <progress max={100} value={progress.percent} aria-label={step} />
      <p>{t('requests.progressStep', { step, percent: progress.percent })}</p>
    </section>
  );
}

function Decided({ request }: { request: EvidenceRequest }) {
  const choices = useChoices();
  const { decision } = request;
  if (!decision) return null;
  const refused = request.state === 'REFUSED';
  const reason = choices.data?.refusals.find((each) => each.code === decision.reasonCode)?.text ?? decision.reasonCode;
  return (
    <Notice tone={refused ? 'bad' : 'ok'} title={tCode('requests.d', decision.outcome)}>
      {refused && reason && <p>{reason}</p>}
      {decision.reason && <p dir="auto">{decision.reason}</p>}
      {request.granted && (
        <p>
          {t('requests.granted')}: <MomentRange from={request.granted.from} to={request.granted.to} /> ·{' '}
          <bdi dir="ltr">{request.cameras.filter((camera) => request.granted!.cameraIds.includes(camera.id)).map((camera) => camera.code).join(', ')}</bdi>
        </p>
      )}
      {request.decidedBy && (
        <p className="hint">
          <Name>{request.decidedBy.displayName}</Name> · {request.decidedAt && <Moment at={request.decidedAt} />}
        </p>
      )}
      {refused && <p>{t('requests.refusedMore')}</p>}
    </Notice>
  );
}

function Asked({ request }: { request: EvidenceRequest }) {
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
            <MomentRange from={request.from} to={request.to} /> <ZoneName short />{' '}
            <bdi dir="ltr">({lengthText(parseInstant(request.to) - parseInstant(request.from))})</bdi>
          </dd>
        </div>
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
        <div>
          <dt>{t('requests.necessity')}</dt>
          <dd dir="auto">{request.necessity}</dd>
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

function SystemChecks({ request, own }: { request: EvidenceRequest; own: boolean }) {
  const coverage = request.coverage ?? [];
  const percent = coveredPercent(coverage);
  const minutes = Math.ceil(((parseInstant(request.to) - parseInstant(request.from)) / 60_000) * request.cameras.length);
  const checks: [boolean, string][] = [
    ...(request.state === 'REQUESTED' ? ([[!own, t(own ? 'requests.checkPersonOwn' : 'requests.checkPerson')]] as [boolean, string][]) : []),
    [true, t('requests.checkCase', { code: request.case.code })],
    ...(coverage.length > 0 ? ([[percent >= 99.5, t('requests.checkCovered', { percent: percentText(percent) })]] as [boolean, string][]) : []),
    [minutes <= 60, t('requests.checkLength', { minutes })],
    ...(request.urgent ? ([[false, t('requests.checkUrgent')]] as [boolean, string][]) : []),
  ];
  return (
    <section className="panel stack">
      <h2>{t('requests.systemChecks')}</h2>
      <ul className="check-list">
        {checks.map(([ok, text]) => (
          <li key={text}>
            <Badge tone={ok ? 'ok' : 'warn'} icon={ok ? 'check' : 'warn'}>
              {text}
            </Badge>
          </li>
        ))}
      </ul>
      {coverage.length > 0 && <CoverageList coverage={coverage} cameras={request.cameras} from={request.from} to={request.to} />}
    </section>
  );
}

function Withdraw({ request }: { request: EvidenceRequest }) {
  const [asking, setAsking] = useState(false);
  const client = useQueryClient();
  const withdraw = useMutation({
    mutationFn: () => call(`/api/requests/${request.id}/cancel`, { method: 'POST' }),
    onSuccess: () => {
      setAsking(false);
      void client.invalidateQueries({ queryKey: ['request', request.id] });
      void client.invalidateQueries({ queryKey: ['requests'] });
    },
  });
  return (
    <>
      <Button kind="danger" onClick={() => setAsking(true)}>
        {t('requests.cancel')}
      </Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('requests.cancel')}>
        <p>{t('requests.cancelSure', { code: request.code })}</p>
        {withdraw.error && <Failure failure={withdraw.error} />}
        <div className="form-end">
          <Button kind="danger" disabled={withdraw.isPending} onClick={() => withdraw.mutate()}>
            {t('requests.cancel')}
          </Button>
          <Button kind="quiet" onClick={() => setAsking(false)}>
            {t('app.cancel')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}

function History({ entries, linkLog }: { entries: HistoryEntry[]; linkLog: boolean }) {
  return (
    <section className="panel stack">
      <h2>{t('requests.history')}</h2>
      <ol className="history">
        {entries.map((entry) => (
          <li key={`${entry.at} ${entry.what}`}>
            <Moment at={entry.at} />
            <strong>{tCode('requests.h', entry.what)}</strong>
            <Name>{entry.who === null ? t('requests.system') : typeof entry.who === 'string' ? entry.who : entry.who.displayName}</Name>
            {entry.logIndex !== null &&
              (linkLog ? (
                <Link to={`/audit/${entry.logIndex}`}>{t('requests.logEntry', { index: entry.logIndex })}</Link>
              ) : (
                <span className="hint">{t('requests.logEntry', { index: entry.logIndex })}</span>
              ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
