import { useEffect, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { t, tCode } from '../i18n/text';
import { QuickExit } from '../mediation/QuickExit';
import { lengthText } from '../time/format';
import { Moment } from '../time/site';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/overlays';
import { Notice, QueryState } from '../ui/State';
import { Code, Fact, Name, PageHead, usePageTitle } from '../ui/text';
import { ContentPanel, MediaList, Reporter } from './ContentView';
import { useContent, useForget, useSituation } from './queries';
import { ActForm, VersionForm } from './SituationForms';
import { Alarms, Next, StateBadge } from './SituationsPage';
import type { SituationAction, SituationDetails } from './types';

const forward: readonly SituationAction[] = ['ACKNOWLEDGE', 'DECIDE_RETRACTION', 'LOOK', 'WRITE', 'CLOSE'];
const decisions: readonly SituationAction[] = ['REFER', 'MEDIATE', 'RESOLVE', 'REOPEN'];
const rest: readonly SituationAction[] = ['ASK', 'CLASSIFY', 'NOTE', 'MERGE', 'SEPARATE', 'STEP_ASIDE'];
const dueAction = { ACKNOWLEDGE: 'ACKNOWLEDGE', WRITE: 'WRITE', DECIDE: 'REFER', CLOSE: 'CLOSE', LOOK: 'LOOK' } as const;

/** One report: what is due, facts apart from hearsay, files, history, and the officer's actions. */
export function SituationPage() {
  const { id = '' } = useParams();
  const details = useSituation(id);
  usePageTitle(details.data?.situation.code ?? t('situations.title'));
  if (!details.data) return <QueryState query={details} />;
  return <View details={details.data} />;
}

function View({ details }: { details: SituationDetails }) {
  const { situation, actions } = details;
  const navigate = useNavigate();
  const [open, setOpen] = useState<SituationAction | null>(null);
  const [version, setVersion] = useState<number | null>(null);
  const forget = useForget(situation.id);
  useEffect(() => forget, [situation.id]);
  const content = useContent(situation.id);
  const due = situation.due ? dueAction[situation.due] : undefined;
  const main = due && actions.includes(due) ? due : forward.find((each) => actions.includes(each));
  const button = (each: SituationAction, kind: 'primary' | 'plain' | 'quiet') => <Button key={each} kind={kind} label={tCode('situations.act', each)} data-act={each} onClick={() => setOpen(each)} />;
  const done = () => {
    const aside = open === 'STEP_ASIDE';
    setOpen(null);
    setVersion(null);
    if (aside) void navigate('/situations');
  };
  return (
    <>
      <QuickExit />
      <PageHead
        title={
          <>
            {tCode('situations.kind', situation.kind)} <Code>{situation.code}</Code>
          </>
        }
        lead={
          <div className="summary">
            <StateBadge situation={situation} />
            <Alarms situation={situation} />
            {situation.due && <Next situation={situation} />}
            {situation.villageName ? <Name>{situation.villageName}</Name> : <span>{t('situations.noVillage')}</span>}
          </div>
        }
      />
      {situation.guarded && (
        <Notice tone="warn" title={t('situations.guarded')}>
          <p>{t('situations.guardedMore')}</p>
        </Notice>
      )}
      {situation.retractionAsked && <Notice tone="warn" title={t('situations.retractionAskedMore')} />}
      {details.mergedInto && (
        <Notice tone="info" title={t('situations.mergedInto')}>
          <p>
            <Link to={`/situations/${details.mergedInto.id}`}>
              <Code>{details.mergedInto.code}</Code>
            </Link>
          </p>
        </Notice>
      )}
      {situation.erasedAt && (
        <Notice tone="info" title={t('situations.erased')}>
          <p>
            <Moment at={situation.erasedAt} />
          </p>
        </Notice>
      )}
      <div className="actions">
        {main && button(main, 'primary')}
        {forward.filter((each) => each !== main && actions.includes(each)).map((each) => button(each, 'plain'))}
        {decisions.filter((each) => each !== main && actions.includes(each)).map((each) => button(each, 'plain'))}
        {rest.filter((each) => actions.includes(each)).map((each) => button(each, 'quiet'))}
      </div>
      <div className="card-page">
        <ContentPanel details={details} content={content} onDecide={actions.includes('NOTE') ? setVersion : null} />
        <section className="panel stack">
          <h2>{t('situations.facts')}</h2>
          <Facts details={details} />
          <Reporter details={details} />
          <MediaList details={details} />
          <h2>{t('situations.history')}</h2>
          <ol className="stack" data-history>
            {details.steps.map((each, index) => (
              <li key={index}>
                <Moment at={each.at} /> {tCode('situations.step', each.what)} {each.mark && <strong className="warn-text">{tCode('situations.mark', each.mark)}</strong>}
                {each.by && (
                  <small className="block">
                    <Name>{each.by.displayName}</Name>
                  </small>
                )}
              </li>
            ))}
          </ol>
        </section>
      </div>
      <Dialog open={open !== null} onClose={() => setOpen(null)} title={open ? tCode('situations.act', open) : ''} wide>
        {open && (
          <>
            <QuickExit />
            <ActForm act={open} details={details} onDone={done} />
          </>
        )}
      </Dialog>
      <Dialog open={version !== null} onClose={() => setVersion(null)} title={t('situations.decideVersion')} wide>
        {version !== null && <VersionForm details={details} onDone={done} version={version} />}
      </Dialog>
    </>
  );
}

function Facts({ details }: { details: SituationDetails }) {
  const { situation } = details;
  const skew = Math.abs(details.skewSeconds);
  return (
    <dl className="facts">
      <Fact label={t('situations.fChannel')}>{tCode('situations.channel', situation.channel)}</Fact>
      <Fact label={t('situations.fHappened')}>
        {situation.happenedAt ? (
          <>
            <Moment at={situation.happenedAt} /> <small>{tCode('situations.precision', situation.precision)}</small>
          </>
        ) : (
          t('situations.precision.UNKNOWN')
        )}
      </Fact>
      <Fact label={t('situations.fNoted')}>
        <Moment at={details.notedAt} />
        {skew >= 120 && <small className="block warn-text">{t('situations.skew', { length: lengthText(skew * 1000) })}</small>}
      </Fact>
      <Fact label={t('situations.fReceived')}>
        <Moment at={situation.receivedAt} /> {situation.late && <strong className="warn-text">{t('situations.late')}</strong>}
      </Fact>
      <Fact label={t('situations.colOfficer')}>{situation.receiver ? <Name>{situation.receiver.displayName}</Name> : t('situations.nobodyYet')}</Fact>
      {situation.changed && <Fact label={t('situations.fChanged')}>{t('situations.changedMore')}</Fact>}
      {details.mediationId && (
        <Fact label={t('situations.fMediation')}>
          <Link to={`/mediation/${details.mediationId}`}>{t('situations.toMediation')}</Link>
        </Fact>
      )}
      {details.merged.length > 0 && (
        <Fact label={t('situations.fMerged')}>
          {details.merged.map((each) => (
            <Link key={each.id} className="block" to={`/situations/${each.id}`}>
              <Code>{each.code}</Code>
            </Link>
          ))}
        </Fact>
      )}
    </dl>
  );
}
