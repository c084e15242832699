import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { json } from '../api/client';
import { language, t, tCode } from '../i18n/text';
import { dayText } from '../register/days';
import { Moment } from '../time/site';
import { Button, DownloadLink } from '../ui/Button';
import { Dialog } from '../ui/overlays';
import { Badge, Failure, Notice, QueryState } from '../ui/State';
import { Code, Fact, Name, PageHead, usePageTitle } from '../ui/text';
import { ContentView } from './ContentView';
import { ActForm } from './MediationForms';
import { Next, StageBadge } from './MediationsPage';
import css from './mediation.module.css';
import { QuickExit } from './QuickExit';
import type { MediationAction, MediationContent, MediationDetails, MediationState } from './types';

/** The acts that bring it on; the first that there is has the big button. A leader may assign what they are to accept to another. */
const forward: readonly MediationAction[] = ['REVIEW', 'ACCEPT', 'HOLD', 'FOLLOW_UP', 'ASSIGN'];
const ends: readonly MediationAction[] = ['AGREE', 'FAIL', 'STOP', 'ESCALATE'];
const rest: readonly MediationAction[] = ['ASSIGN', 'AGREE_START', 'EXCLUDE', 'CHECK', 'TAKE_BACK', 'CORRECT'];

/** One mediation: its one next step, stages, content for whom it is open, history. */
export function MediationPage() {
  const { id = '' } = useParams();
  const details = useQuery({ queryKey: ['mediation', id], queryFn: () => json<MediationDetails>(`/api/mediations/${id}`) });
  usePageTitle(details.data?.mediation.code ?? t('mediation.title'));
  if (!details.data) return <QueryState query={details} />;
  return <View details={details.data} />;
}

function View({ details }: { details: MediationDetails }) {
  const { mediation, actions } = details;
  const client = useQueryClient();
  const [open, setOpen] = useState<MediationAction | null>(null);
  // What was read is not to stay in memory on a phone that others use.
  useEffect(() => () => client.removeQueries({ queryKey: ['mediationContent', mediation.id] }), [client, mediation.id]);
  const assigned = mediation.mediator !== null;
  const main = forward.find((each) => actions.includes(each) && !(each === 'ASSIGN' && assigned));
  const label = (each: MediationAction) => (each === 'ASSIGN' && assigned ? t('mediation.assignOther') : tCode('mediation.act', each));
  const button = (each: MediationAction, kind: 'primary' | 'plain' | 'quiet') => <Button key={each} kind={kind} label={label(each)} data-act={each} onClick={() => setOpen(each)} />;
  const content = useContent(mediation.id, details.readsContent);
  return (
    <>
      <QuickExit />
      <PageHead
        title={
          <>
            <Code>{mediation.code}</Code> {mediation.kind && tCode('mediation.kind', mediation.kind)}
          </>
        }
        lead={
          <p className="summary">
            <StageBadge mediation={mediation} />
            {mediation.next !== 'NONE' && <Next mediation={mediation} />}
            <Name>{mediation.villageName}</Name>
            {mediation.otherVillageName && <Name>{mediation.otherVillageName}</Name>}
          </p>
        }
      />
      {details.guarded && (
        <Notice tone="warn" title={t('mediation.guarded')}>
          <p>{t('mediation.guardedMore')}</p>
        </Notice>
      )}
      {details.review && (
        <Notice tone="warn" title={t(details.review === 'OFFICER' ? 'mediation.reviewTitle' : 'mediation.reviewFamilyTitle')}>
          <p>{t(details.review === 'OFFICER' ? 'mediation.reviewMore' : 'mediation.reviewFamilyMore')}</p>
        </Notice>
      )}
      <div className="actions">
        {main && button(main, 'primary')}
        {ends.filter((each) => actions.includes(each)).map((each) => button(each, main === undefined && each === 'AGREE' ? 'primary' : 'plain'))}
        {actions.includes('PRINT') && content.data?.agreement?.written && (
          <DownloadLink label={t('mediation.act.PRINT')} href={`/api/mediations/${mediation.id}/record.pdf?language=${language()}`} download={`${mediation.code}.pdf`} />
        )}
        {rest.filter((each) => actions.includes(each) && each !== main).map((each) => button(each, 'quiet'))}
      </div>
      {mediation.state !== 'REFERRED' && mediation.state !== 'REVIEW' && <Stages details={details} />}
      {mediation.erasedAt && (
        <Notice tone="info" title={t('mediation.erased')}>
          <p>
            <Moment at={mediation.erasedAt} />
          </p>
        </Notice>
      )}
      <div className="card-page">
        <section className="panel stack" id="content">
          <h2>{t('mediation.content')}</h2>
          {!details.readsContent && !mediation.erasedAt && <p className="hint">{t('mediation.contentClosed')}</p>}
          {details.readsContent && content.isPending && (
            <>
              <p className="hint">{t('mediation.readHint')}</p>
              <p>
                <Button icon="open" label={t('mediation.readContent')} disabled={content.isFetching} onClick={() => void content.refetch()} />
              </p>
            </>
          )}
          {content.error && <Failure failure={content.error} retry={() => void content.refetch()} />}
          {content.data && <ContentView content={content.data} />}
        </section>
        <section className="panel stack">
          <h2>{t('mediation.facts')}</h2>
          <Facts details={details} />
          <h2>{t('mediation.history')}</h2>
          <ol className="stack" data-history>
            {details.steps.map((each) => (
              <li key={`${each.at} ${each.what}`}>
                <Moment at={each.at} /> {tCode('mediation.step', each.what)}
                <small className="block">
                  <Name>{each.by.displayName}</Name>
                </small>
              </li>
            ))}
          </ol>
        </section>
      </div>
      <Dialog open={open !== null} onClose={() => setOpen(null)} title={open ? label(open) : ''} wide>
        {open && (
          <>
            <QuickExit />
            <ActForm act={open} details={details} onDone={() => setOpen(null)} />
          </>
        )}
      </Dialog>
    </>
  );
}

/** Opened when somebody asks for it, since each reading is an entry of the log. */
function useContent(id: string, allowed: boolean) {
  return useQuery({
    enabled: false,
    queryKey: ['mediationContent', id],
    queryFn: () => json<MediationContent>(`/api/mediations/${id}/content`),
    staleTime: Infinity,
    ...(allowed ? {} : { gcTime: 0 }),
  });
}

function Facts({ details }: { details: MediationDetails }) {
  const { mediation } = details;
  return (
    <dl className="facts">
      <Fact label={t('mediation.fReceivedOn')}>
        <Code>{dayText(mediation.receivedOn)}</Code> · <Name>{details.receivedBy.displayName}</Name>
      </Fact>
      {mediation.basis && <Fact label={t('mediation.fBasis')}>{tCode('mediation.basis', mediation.basis)}</Fact>}
      {mediation.entry !== null && (
        <Fact label={t('mediation.fEntry')}>
          <Code>{mediation.entry}</Code>
        </Fact>
      )}
      {mediation.mediator && (
        <Fact label={t('mediation.colMediator')}>
          <Name>{mediation.mediator}</Name>
        </Fact>
      )}
      {mediation.startBy && (
        <Fact label={t('mediation.fStartBy')}>
          <Code>{dayText(mediation.startBy)}</Code>
          <small className="block">{t(mediation.startAgreed ? 'mediation.ruleAgreed' : 'mediation.rule')}</small>
        </Fact>
      )}
      {mediation.startedOn && (
        <Fact label={t('mediation.fStartedOn')}>
          <Code>{dayText(mediation.startedOn)}</Code> {mediation.startLate && <Badge tone="warn">{t('mediation.late')}</Badge>}
        </Fact>
      )}
      {mediation.kept !== null && <Fact label={t('mediation.fKept')}>{tCode('mediation.result', mediation.kept ? 'KEPT' : 'NOT_KEPT')}</Fact>}
    </dl>
  );
}

const stages = ['RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'ENDED', 'FOLLOW_UP'] as const;
const reached: Record<MediationState, number> = { RECEIVED: 0, ASSIGNED: 1, ACCEPTED: 1, IN_PROGRESS: 2, FOLLOW_UP: 4, CLOSED: 5, REFERRED: 0, REVIEW: 0 };

/** How far it has come, in the order of reading. */
function Stages({ details }: { details: MediationDetails }) {
  const { mediation } = details;
  const closed = mediation.state === 'CLOSED';
  const at = closed && mediation.outcome !== 'AGREED' ? 4 : reached[mediation.state];
  return (
    <ol className={css.stages} aria-label={t('mediation.stages')}>
      {stages
        .filter((each) => each !== 'FOLLOW_UP' || !closed || mediation.outcome === 'AGREED')
        .map((each, index) => (
          <li key={each} data-stage={index < at ? 'done' : index === at ? 'now' : 'later'} aria-current={index === at ? 'step' : undefined}>
            {index < at ? '✓ ' : ''}
            {tCode('mediation.stage', each)}
            {each === 'ASSIGNED' && mediation.state === 'ACCEPTED' && <small className="block">{t('mediation.declared')}</small>}
          </li>
        ))}
    </ol>
  );
}
