import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';
import { call } from '../api/client';
import { useChoices, useRequest, useUser } from '../api/queries';
import { may } from '../api/rights';
import { t, tCode } from '../i18n/text';
import { Moment, MomentRange } from '../time/site';
import { ButtonLink } from '../ui/Button';
import { Badge, Notice, QueryState } from '../ui/State';
import { SureButton } from '../ui/SureDialog';
import { Code, Name, PageHead, usePageTitle } from '../ui/text';
import { DecisionForm } from './DecisionForm';
import { DecisionTimeLeft } from './DecisionTimeLeft';
import { MarkUrgent } from './MarkUrgent';
import { OutcomeForm } from './OutcomeForm';
import { Owners } from './Owners';
import { RequestBadge } from './RequestBadge';
import { Asked, SystemChecks } from './RequestFacts';
import { SavedDraft } from './SavedDraft';
import { SeniorNotice } from './SeniorNotice';
import type { EvidenceRequest, HistoryEntry } from './types';
import { UrgencyNotice } from './UrgencyNotice';

/** One request: what is asked, what the system checked, the decision, its progress and history. */
export function RequestPage() {
  const { id = '' } = useParams();
  const request = useRequest(id);
  usePageTitle(request.data?.code ?? t('requests.title'));
  if (!request.data) return <QueryState query={request} />;
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
        title={<Code>{request.code}</Code>}
        lead={
          <p className="summary">
            <RequestBadge state={request.state} />
            <DecisionTimeLeft request={request} />
            {request.urgent && <Badge tone="warn">{t('requests.urgentMark')}</Badge>}
            <CaseName request={request} />
          </p>
        }
        actions={
          <>
            {request.extraction && may(user, 'reviews') && <ButtonLink kind="primary" icon="package" label={t('requests.packageOpen')} to={`/requests/${request.id}/package`} />}
            {request.mayMarkUrgent && <MarkUrgent request={request} />}
            {own && waiting && <Withdraw request={request} />}
          </>
        }
      />
      {search.get('sent') && waiting && (
        <Notice tone="ok" title={t('requests.sentTitle', { code: request.code })}>
          {request.expiresAt && (
            <p>
              {t('requests.due')}:{' '}
              <strong>
                <Moment at={request.expiresAt} />
              </strong>
            </p>
          )}
          <p>{t('requests.sentMore')}</p>
        </Notice>
      )}
      {request.progress && ['APPROVED', 'COLLECTING'].includes(request.state) && <Progress progress={request.progress} owners={(request.ownerRequests ?? []).some((ask) => ask.state === 'OPEN')} />}
      {(request.ownerRequests ?? []).length > 0 && <Owners request={request} own={own} />}
      {request.unavailable && <Notice tone="bad" title={tCode('requests.unavailable', request.unavailable)} />}
      {may(user, 'decide') && !waiting && <SavedDraft request={request} />}
      {request.decision && <Decided request={request} />}
      {request.outcome && <Outcome outcome={request.outcome} />}
      {request.state === 'EXPIRED' && request.expiresAt && (
        <Notice tone="warn" title={t('requests.lapsed')}>
          <p>
            <Moment at={request.expiresAt} /> · {t('requests.lapsedMore')}
          </p>
        </Notice>
      )}
      <UrgencyNotice request={request} />
      {waiting && <SeniorNotice reasons={request.senior} partOnly={request.mayDecide && !request.mayGrantAll} />}
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

/** The case, with the way to it for who may see cases. */
function CaseName({ request }: { request: EvidenceRequest }) {
  const name = (
    <>
      <Code>{request.case.code}</Code> <Name>{request.case.title}</Name>
    </>
  );
  return may(useUser(), 'cases') ? <Link to={`/cases/${request.case.id}`}>{name}</Link> : <span>{name}</span>;
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

function Progress({ progress, owners }: { progress: { step: string; percent: number }; owners: boolean }) {
  const step = tCode('requests.step', progress.step);
  return (
    <section className="panel stack" role="status">
      <h2>{t('requests.progress')}</h2>
      <progress max={100} value={progress.percent} aria-label={step} />
      <p>{owners && progress.percent === 0 ? t('requests.progressOwners') : t('requests.progressStep', { step, percent: progress.percent })}</p>
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
          <bdi dir="ltr">
            {request.cameras
              .filter((camera) => request.granted!.cameraIds.includes(camera.id))
              .map((camera) => camera.code)
              .join(', ')}
          </bdi>
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

function Withdraw({ request }: { request: EvidenceRequest }) {
  const client = useQueryClient();
  return (
    <SureButton
      kind="danger"
      label={t('requests.cancel')}
      sure={t('requests.cancelSure', { code: request.code })}
      send={() => call(`/api/requests/${request.id}/cancellation`, { method: 'POST' })}
      done={() => {
        void client.invalidateQueries({ queryKey: ['request', request.id] });
        void client.invalidateQueries({ queryKey: ['requests'] });
      }}
    />
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
            <Name>{entry.who?.displayName ?? t('requests.system')}</Name>
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
