import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { json } from '../api/client';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import type { Page } from '../api/types';
import { GuideOffer } from '../guide/GuideOffer';
import { t, tCode } from '../i18n/text';
import { RequestBadge } from '../requests/RequestBadge';
import type { EvidenceRequest } from '../requests/types';
import { SetupLeft } from '../setup/SetupLeft';
import { phoneApp } from '../shell/sections';
import { Moment, useSiteTime } from '../time/site';
import { TimeLeft } from '../time/TimeLeft';
import { ButtonLink } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { Badge, Empty, QueryState } from '../ui/State';
import { Code, Name, numberText, PageFrame } from '../ui/text';
import { Begun } from './Begun';
import { beginningsOf, workplacesOf } from './beginnings';
import { byUrgency, overdueOf } from './counts';
import { OwnTeam } from './OwnTeam';
import { places } from './places';
import { FirstRows } from './previews';
import { useWorklist } from './queries';
import type { WorklistEntry } from './types';
import css from './worklist.module.css';

/** Where everybody begins: what waits for them, what they may begin, and what became of what they asked for. */
export function WorklistPage() {
  const user = useUser();
  const worklist = useWorklist();
  return (
    <PageFrame title={t('app.navHome')} lead={t('worklist.lead')}>
      <GuideOffer />
      <SetupLeft />
      <QueryState query={worklist} />
      {worklist.data && <Waiting entries={byUrgency(worklist.data)} updatedAt={worklist.dataUpdatedAt} />}
      <Begun />
      <Beginnings />
      {may(user, 'ownTeam') && <OwnTeam />}
      {may(user, 'request') && <OwnRequests />}
    </PageFrame>
  );
}

function Waiting({ entries, updatedAt }: { entries: WorklistEntry[]; updatedAt: number }) {
  const { now } = useSiteTime();
  return (
    <>
      {entries.length === 0 ? (
        <Empty icon="done" title={t('worklist.none')}>
          <p>{t('worklist.noneMore')}</p>
        </Empty>
      ) : (
        <ul className={css.entries}>
          {entries.map((entry) => (
            <li key={entry.kind} className={entry.overdue > 0 ? `${css.entry} ${css.loud}` : css.entry} data-kind={entry.kind}>
              <Entry entry={entry} />
            </li>
          ))}
        </ul>
      )}
      <p className="hint">
        {t('worklist.asOf')} <Moment at={now() - (Date.now() - updatedAt)} show="clock" />
      </p>
    </>
  );
}

function Entry({ entry }: { entry: WorklistEntry }) {
  const place = places[entry.kind];
  const overdue = overdueOf(entry);
  return (
    <>
      <h2 className={css.head}>
        <Icon name={place.icon} size={20} />
        <Link to={place.to}>{tCode('worklist.kind', entry.kind)}</Link>
        <b className={css.count}>{numberText(entry.count)}</b>
      </h2>
      {(overdue !== 'none' || entry.nextDue) && (
        <p className={css.due}>
          {overdue !== 'none' && (
            <Badge tone="bad" icon="danger">
              {overdue === 'all' ? t('worklist.allOverdue') : t('worklist.overdue', { count: entry.overdue })}
            </Badge>
          )}{' '}
          {entry.nextDue && (
            <>
              {t('worklist.next')}: <Moment at={entry.nextDue} /> <TimeLeft until={entry.nextDue} />
            </>
          )}
        </p>
      )}
      <FirstRows entry={entry} />
    </>
  );
}

/** What somebody may begin; who begins nothing is led to where they work. */
function Beginnings() {
  const user = useUser();
  const begins = beginningsOf(user);
  const ways = begins.length > 0 ? begins : workplacesOf(user);
  if (ways.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="begin">
      <h2 id="begin">{begins.length > 0 ? t('worklist.start') : t('worklist.workplaces')}</h2>
      <div className="toolbar">
        {ways.map(({ label, to, icon }) => (
          // The phone app is no page of this router.
          <ButtonLink key={to} icon={icon} label={t(label)} to={to} reloadDocument={to === phoneApp} />
        ))}
      </div>
    </section>
  );
}

/** The last requests of somebody's own, with how far each is. */
function OwnRequests() {
  const own = useQuery({ queryKey: ['requests', 'own', 'last'], queryFn: async () => (await json<Page<EvidenceRequest>>('/api/requests?mine=true&limit=5')).items });
  return (
    <section className="stack" aria-labelledby="own-requests">
      <h2 id="own-requests">
        <Link to="/requests?tab=mine">{t('worklist.own')}</Link>
      </h2>
      <QueryState query={own} />
      {own.data?.length === 0 && <p className="hint">{t('worklist.ownNone')}</p>}
      <ul className={css.rows}>
        {own.data?.map((each) => (
          <li key={each.id}>
            <Link to={`/requests/${each.id}`}>
              <Code>{each.code}</Code>
            </Link>{' '}
            <RequestBadge state={each.state} /> <Name>{each.case.title}</Name>
          </li>
        ))}
      </ul>
    </section>
  );
}
