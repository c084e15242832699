import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { json } from '../api/client';
import { t, tCode } from '../i18n/text';
import { QuickExit } from '../mediation/QuickExit';
import { dayText } from '../register/days';
import { dateText } from '../time/format';
import { Moment, useNow, useSiteTime } from '../time/site';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/overlays';
import { Badge, Failure, Notice, QueryState } from '../ui/State';
import { Code, Fact, Name, PageHead, usePageTitle } from '../ui/text';
import { ContentView } from './ContentView';
import { ActForm, EndHelperForm, TaskResultForm } from './MeasureForms';
import { isoToday, NextDay, StateBadge } from './MeasuresPage';
import type { MeasureAction, MeasureContent, MeasureDetails, MeasureHelper, MeasureTask } from './types';

const order: readonly MeasureAction[] = ['CONFIRM', 'REFUSE', 'SET_TASK', 'ASSIGN', 'CHANGE', 'WITHDRAW', 'HAND_OVER', 'STEP_ASIDE', 'ASK_OPENING'];

/** After these it is closed to whoever did them. */
const leaving: readonly MeasureAction[] = ['CONFIRM', 'REFUSE', 'HAND_OVER', 'STEP_ASIDE'];

/** One measure: what is due, who helps, and its content for whom it is open, by a button of its own. */
export function MeasurePage() {
  const { id = '' } = useParams();
  const details = useQuery({ queryKey: ['measures', 'one', id], queryFn: () => json<MeasureDetails>(`/api/measures/${id}`) });
  usePageTitle(details.data?.measure.code ?? t('measures.title'));
  if (!details.data) return <QueryState query={details} />;
  return <View details={details.data} />;
}

/** Opened when somebody asks for it, since each reading is an entry of the log; never kept. */
function useContent(id: string) {
  return useQuery({ enabled: false, queryKey: ['measureContent', id], queryFn: () => json<MeasureContent>(`/api/measures/${id}/content`), staleTime: Infinity, gcTime: 0 });
}

function View({ details }: { details: MeasureDetails }) {
  const { measure, actions } = details;
  const client = useQueryClient();
  const navigate = useNavigate();
  const [open, setOpen] = useState<MeasureAction | null>(null);
  const [task, setTask] = useState<MeasureTask | null>(null);
  const [helper, setHelper] = useState<MeasureHelper | null>(null);
  const content = useContent(measure.id);
  useEffect(() => () => client.removeQueries({ queryKey: ['measureContent', measure.id] }), [client, measure.id]);
  // Once its last day is over it leaves the screen, be it that nobody touches it.
  const { zone } = useSiteTime();
  const today = isoToday(dateText(useNow(), zone));
  const over = details.readsContent && measure.until < today;
  useEffect(() => {
    if (!over) return;
    client.removeQueries({ queryKey: ['measureContent', measure.id] });
    void client.invalidateQueries({ queryKey: ['measures'] });
  }, [client, measure.id, over]);
  const seen = details.readsContent && !over ? content.data : undefined;
  const offered = order.filter((each) => actions.includes(each));
  const done = () => {
    if (open !== null && leaving.includes(open)) {
      void navigate('/measures', { replace: true });
      client.removeQueries({ queryKey: ['measures', 'one', measure.id] });
      void client.invalidateQueries({ queryKey: ['measures', 'own'] });
      return;
    }
    setOpen(null);
    setTask(null);
    setHelper(null);
    // Reading it is an entry of the log, so it is read again only where it is in sight.
    if (content.data && details.readsContent) void content.refetch();
  };
  // What the chair confirms is what they have read.
  const shut = (act: MeasureAction) => (act === 'CONFIRM' || act === 'REFUSE') && !seen;
  return (
    <>
      <QuickExit />
      <PageHead
        title={
          <>
            <Code>{measure.code}</Code> {measure.kind && tCode('measures.kindOf', measure.kind)}
          </>
        }
        lead={
          <p className="summary">
            <StateBadge measure={measure} />
            <span>
              {t('measures.until')} <Code>{dayText(measure.until)}</Code>
            </span>
            <Name>{details.communeName}</Name>
          </p>
        }
      />
      {details.minor && (
        <Notice tone="warn" title={t('measures.minor')}>
          <p>{t('measures.minorMore')}</p>
        </Notice>
      )}
      {measure.state === 'SEALED' && (
        <Notice tone="info" title={t('measures.sealed')}>
          <p>{t('measures.sealedMore')}</p>
        </Notice>
      )}
      {(measure.state === 'REFUSED' || measure.state === 'LAPSED') && (
        <Notice tone="info" title={tCode('measures.stateOf', measure.state)}>
          <p>{t('measures.notConfirmed')}</p>
        </Notice>
      )}
      {details.answerBy && measure.waiting && (
        <Notice tone="warn" title={tCode('measures.waiting', measure.waiting)}>
          <p>
            {tCode('measures.unanswered', measure.waiting)} <Moment at={details.answerBy} show="date" />.
          </p>
        </Notice>
      )}
      {actions.includes('CONFIRM') && !seen && <Notice tone="info" title={t('measures.readFirst')} />}
      {offered.length > 0 && (
        <div className="actions">
          {offered.map((each, index) => (
            <Button
              key={each}
              kind={each === 'STEP_ASIDE' || each === 'HAND_OVER' ? 'quiet' : index === 0 ? 'primary' : 'plain'}
              label={tCode('measures.act', each)}
              data-act={each}
              disabled={shut(each)}
              onClick={() => setOpen(each)}
            />
          ))}
        </div>
      )}
      <div className="card-page">
        <section className="panel stack" id="content">
          <h2>{t('measures.content')}</h2>
          {!details.readsContent && <p className="hint">{t('measures.contentClosed')}</p>}
          {details.readsContent && !seen && (
            <>
              <p className="hint">{t('measures.readHint')}</p>
              <p>
                <Button icon="open" label={t('measures.readContent')} disabled={content.isFetching} onClick={() => void content.refetch()} />
              </p>
            </>
          )}
          {content.error && details.readsContent && <Failure failure={content.error} retry={() => void content.refetch()} />}
          {seen && <ContentView content={seen} helpers={details.helpers} notes={actions.includes('NOTE_TASK')} onTask={setTask} />}
        </section>
        <Facts details={details} onEnd={setHelper} />
      </div>
      <Dialog open={open !== null} onClose={() => setOpen(null)} title={open ? tCode('measures.act', open) : ''} wide>
        {open && (
          <>
            <QuickExit />
            <ActForm act={open} details={details} version={seen?.version ?? details.version} onDone={done} />
          </>
        )}
      </Dialog>
      <Dialog open={task !== null} onClose={() => setTask(null)} title={t('measures.act.NOTE_TASK')}>
        {task && <TaskResultForm measure={measure.id} task={task} onDone={done} />}
      </Dialog>
      <Dialog open={helper !== null} onClose={() => setHelper(null)} title={t('measures.act.END_HELPER')}>
        {helper && (
          <>
            <QuickExit />
            <EndHelperForm measure={measure.id} helper={helper} onDone={done} />
          </>
        )}
      </Dialog>
    </>
  );
}

function Facts({ details, onEnd }: { details: MeasureDetails; onEnd: (helper: MeasureHelper) => void }) {
  const { measure } = details;
  const ends = details.actions.includes('END_HELPER');
  return (
    <section className="panel stack">
      <h2>{t('measures.facts')}</h2>
      <dl className="facts">
        <Fact label={t('measures.keeper')}>
          <Name>{details.keeper.displayName}</Name>
        </Fact>
        {details.from && (
          <Fact label={t('measures.from')}>
            <Code>{dayText(details.from)}</Code>
          </Fact>
        )}
        <Fact label={t('measures.until')}>
          <Code>{dayText(measure.until)}</Code>
          <small className="block">{t('measures.untilHint')}</small>
        </Fact>
        {measure.nextOn && (
          <Fact label={t('measures.nextOn')}>
            <NextDay day={measure.nextOn} />
          </Fact>
        )}
        {details.law && (
          <Fact label={t('measures.law')}>
            <bdi>{details.law}</bdi>
            {details.publishing && <small className="block">{tCode('measures.publishing', details.publishing)}</small>}
          </Fact>
        )}
      </dl>
      {details.helpers.length > 0 && (
        <>
          <h2>{t('measures.helpers')}</h2>
          <ul className="stack" data-helpers>
            {details.helpers.map((each) => (
              <li key={each.id}>
                <Name>{each.name}</Name> {each.ended ? <Badge tone="mute">{tCode('measures.helperEnd', each.ended)}</Badge> : !each.account && <Badge tone="info">{t('measures.noAccount')}</Badge>}
                {ends && !each.ended && <Button kind="quiet" label={t('measures.act.END_HELPER')} data-end-helper={each.id} onClick={() => onEnd(each)} />}
              </li>
            ))}
          </ul>
        </>
      )}
      {details.steps.length > 0 && (
        <>
          <h2>{t('measures.history')}</h2>
          <ol className="stack" data-history>
            {details.steps.map((each) => (
              <li key={`${each.at} ${each.what}`}>
                <Moment at={each.at} /> {tCode('measures.step', each.what)}
                <small className="block">{each.by ? <Name>{each.by.displayName}</Name> : t('measures.nobodyAnswered')}</small>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
