import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { json, query } from '../api/client';
import { usePages } from '../api/pages';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { t, tCode } from '../i18n/text';
import { useKeys } from '../shell/keys';
import { Moment, useSiteTime } from '../time/site';
import { isoInstant } from '../time/zone';
import { useAddress } from '../ui/address';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { MomentField, readMoment } from '../ui/MomentField';
import { Turn } from '../ui/Pages';
import { Segments } from '../ui/Segments';
import { Badge, Empty, Failure, Loading, StaleWhileLoading } from '../ui/State';
import { Code, Hash, numberText, PageFrame } from '../ui/text';
import { EntryPanel } from './EntryPanel';
import { type Group, grouped } from './group';
import { LogDays, LogMonths } from './LogSummaries';
import css from './log.module.css';
import { Sentence } from './Sentence';
import type { LogItem, LogStatus } from './types';
import { Witnesses } from './Witnesses';

const filterNames = ['actor', 'object', 'type', 'from', 'to'] as const;
type FilterName = (typeof filterNames)[number];

const views = ['entries', 'days', 'months'] as const;

/** The log, as closely as its readers may place events in time: with their places, by the day, or counted by the month. */
export function LogPage() {
  const user = useUser();
  const [asked, change] = useAddress();
  const view = views.find((each) => each === asked.get('view')) ?? 'entries';
  const status = useQuery({ queryKey: ['log', 'status'], queryFn: () => json<LogStatus>('/api/log/status'), refetchInterval: 1_000 });
  const period = { asked: asked.get('period') ?? '', onAsk: (next: string) => change({ period: next }) };
  return (
    <PageFrame
      title={t('log.title')}
      lead={t('log.lead')}
      below={
        <>
          {status.data && <StatusLine status={status.data} suspension={may(user, 'suspension')} />}
          {status.data && <Witnesses witnesses={status.data.witnesses} />}
          {status.error && <Failure failure={status.error} />}
        </>
      }
    >
      <Segments
        label={t('log.view')}
        of={views}
        chosen={view}
        words={(each) => ({ entries: t('log.entries'), days: t('log.days'), months: t('log.months') })[each]}
        onChoose={(each) => change({ view: each === 'entries' ? null : each, period: null }, { goBack: true })}
      />
      {view === 'entries' && <Entries status={status.data} />}
      {view === 'days' && <LogDays {...period} />}
      {view === 'months' && <LogMonths {...period} />}
    </PageFrame>
  );
}

/** Events with their places, newest first; filters are chips and stand in the URL. */
function Entries({ status }: { status: LogStatus | undefined }) {
  const { index } = useParams();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const filters = Object.fromEntries(filterNames.map((name) => [name, search.get(name) ?? ''])) as Record<FilterName, string>;
  const entries = usePages<LogItem>('/api/log', ['log'], filters, { refetchOnWindowFocus: false, staleTime: Infinity });
  const items = entries.data ?? [];
  const chosen = index === undefined ? null : Number(index);
  const to = (next: Partial<Record<FilterName, string>>, entry: number | null = chosen) => `/audit${entry === null ? '' : `/${entry}`}${query({ ...filters, ...next })}`;
  const at = items.findIndex((item) => item.index === chosen);
  const move = (by: number) => {
    const next = items[Math.max(0, Math.min(items.length - 1, at + by))];
    if (next) void navigate(to({}, next.index), { replace: true });
  };
  const current = items[at];
  useKeys([
    { key: 'j', cap: 'J', label: 'cameras.keyRows', run: () => move(1) },
    { key: 'k', cap: 'K', label: 'cameras.keyRows', run: () => move(-1) },
    { key: 'f', cap: 'F', label: 'log.keyFilter', run: () => current?.actor?.id && void navigate(to({ actor: current.actor.id })) },
  ]);
  const actorName = items.find((item) => item.actor?.id === filters.actor)?.actor?.displayName;
  const objectCode = items.find((item) => item.objectId === filters.object)?.objectCode;
  const newest = entries.onPrevious ? undefined : items[0]?.index;
  const unseen = status?.newest != null && newest !== undefined && !filterNames.some((name) => filters[name]) && status.newest > newest;

  return (
    <>
      <div className="toolbar">
        {filterNames
          .filter((name) => filters[name])
          .map((name) => (
            <span key={name} className={css.chip}>
              <span>
                {tCode('log.f', name)}:{' '}
                {name === 'from' || name === 'to' ? (
                  <Moment at={filters[name]} />
                ) : (
                  <bdi>{name === 'actor' ? (actorName ?? filters.actor) : name === 'object' ? (objectCode ?? filters.object) : filters[name]}</bdi>
                )}
              </span>
              <Link to={to({ [name]: '' })} aria-label={t('log.removeFilter', { name: tCode('log.f', name) })}>
                <Icon name="close" size={14} />
              </Link>
            </span>
          ))}
        <TimeFilter onChange={(part) => void navigate(to(part))} />
        {unseen && <Button small label={t('log.newer')} onClick={() => void entries.refetch()} />}
      </div>
      {(entries.isPending || (entries.isPlaceholderData && items.length === 0)) && <Loading rows={entries.expected} />}
      {entries.error && <Failure failure={entries.error} retry={() => void entries.refetch()} />}
      {entries.data && items.length === 0 && !entries.isPlaceholderData && <Empty icon="log" title={t('log.empty', { size: status?.size ?? 0 })} />}
      {(items.length > 0 || chosen !== null) && (
        <div className={css.body}>
          <StaleWhileLoading stale={entries.isPlaceholderData}>
            <ol className={`${css.list} panel`}>
              {grouped(items).map((group) => (
                <LogGroup key={group[0].index} group={group} chosen={chosen} link={(entry) => to({}, entry)} />
              ))}
            </ol>
            <Turn pages={entries} />
          </StaleWhileLoading>
          {chosen !== null ? (
            <EntryPanel key={chosen} index={chosen} filterLink={(name, value) => to({ [name]: value })} close={`/audit${query(filters)}`} />
          ) : (
            <aside className={`panel ${css.entryNone}`}>
              <p className="hint">{t('log.choose')}</p>
            </aside>
          )}
        </div>
      )}
    </>
  );
}

function LogGroup({ group, chosen, link }: { group: Group; chosen: number | null; link: (index: number) => string }) {
  const [open, setOpen] = useState(false);
  const holdsChosen = group.slice(1).some((item) => item.index === chosen);
  const shown = open || holdsChosen ? group : [group[0]];
  return shown.map((item, position) => (
    <LogRow key={item.index} item={item} chosen={item.index === chosen} to={link(item.index)}>
      {position === 0 && group.length > 1 && (
        <button type="button" className={css.more} aria-expanded={open || holdsChosen} aria-label={t('log.together', { count: group.length })} onClick={() => setOpen(!open)}>
          ×{numberText(group.length)}
        </button>
      )}
    </LogRow>
  ));
}

function LogRow({ item, chosen, to, children }: { item: LogItem; chosen: boolean; to: string; children: ReactNode }) {
  return (
    <li className={chosen ? `${css.row} ${css.rowOn}` : css.row} data-index={item.index}>
      <Moment at={item.at} />
      <Link to={to} aria-current={chosen ? 'true' : undefined}>
        <Sentence item={item} />
      </Link>
      <span className={css.marks}>
        {children}
        {item.refused && (
          <Badge tone="bad" icon="refused">
            {t('log.refused')}
          </Badge>
        )}
        <bdi dir="ltr" className={css.type}>
          {item.type}
        </bdi>
      </span>
    </li>
  );
}

function StatusLine({ status, suspension }: { status: LogStatus; suspension: boolean }) {
  const { lastCheck } = status;
  return (
    <div className={lastCheck && !lastCheck.ok ? 'notice notice-bad' : css.status}>
      {lastCheck ? (
        <Badge tone={lastCheck.ok ? 'ok' : 'bad'} icon={lastCheck.ok ? 'done' : 'danger'}>
          {lastCheck.ok ? t('log.statusOk', { size: lastCheck.size }) : t('log.statusBad', { problem: lastCheck.problem ?? '' })}
        </Badge>
      ) : (
        <Badge tone="mute">{t('log.statusNone')}</Badge>
      )}
      {lastCheck && <Moment at={lastCheck.at} />}
      {lastCheck && !lastCheck.ok && suspension && <Link to="/suspension">{t('app.readOnlySee')}</Link>}
      <span>
        {t('log.size', { size: status.size })}
        {status.checkpointAt && (
          <>
            {' · '}
            {t('log.checkpoint')} <Moment at={status.checkpointAt} />
          </>
        )}
      </span>
      <details>
        <summary>{t('log.statusMore')}</summary>
        <dl className="facts">
          <div>
            <dt>{t('log.origin')}</dt>
            <dd>
              <Code>{status.origin}</Code>
            </dd>
          </div>
          <div>
            <dt>{t('log.root')}</dt>
            <dd>
              <Hash value={status.rootHash} />
            </dd>
          </div>
          <div>
            <dt>{t('log.key')}</dt>
            <dd>
              <bdi dir="ltr" className={css.longCode}>
                {status.verifierKey}
              </bdi>
            </dd>
          </div>
        </dl>
      </details>
    </div>
  );
}

function TimeFilter({ onChange }: { onChange: (part: { from?: string; to?: string }) => void }) {
  const clock = useSiteTime();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const fromAt = readMoment(from, clock);
    const toAt = readMoment(to, clock);
    onChange({ ...(fromAt !== null ? { from: isoInstant(fromAt) } : {}), ...(toAt !== null ? { to: isoInstant(toAt) } : {}) });
    setFrom('');
    setTo('');
  };
  return (
    <form className={css.timeFilter} onSubmit={submit}>
      <MomentField id="log-from" label={t('log.addFrom')} value={from} onText={setFrom} />
      <MomentField id="log-to" label={t('log.addTo')} value={to} onText={setTo} />
      <Button label={t('log.apply')} type="submit" />
    </form>
  );
}
