import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { query } from '../api/client';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { t } from '../i18n/text';
import { dayText } from '../register/days';
import { Moment } from '../time/site';
import { useAddress } from '../ui/address';
import { Button } from '../ui/Button';
import { DataTable } from '../ui/DataTable';
import { Dialog } from '../ui/overlays';
import { Segments } from '../ui/Segments';
import { Badge, Failure, Notice, QueryState, StaleWhileLoading } from '../ui/State';
import { Code, Name, numberText, PageFrame } from '../ui/text';
import { PeriodPicker, usePeriod } from './PeriodPicker';
import { usePeriods, usePlaces, useWaitingReports } from './queries';
import css from './reports.module.css';
import { SubmitForm } from './SubmitForm';
import { ReportTabs } from './tabs';
import type { Report, ReportPlace } from './types';
import { periodText, StateBadge } from './words';

/** Reports of periods: of one's own unit by period, and of all units of a period. */
export function ReportsPage() {
  const user = useUser();
  const [search, change] = useAddress();
  const view = search.get('view') ?? (search.has('period') ? 'all' : 'own');
  return (
    <PageFrame title={t('reports.reports')} lead={t('reports.reportsLead')} below={<ReportTabs />}>
      <div className="toolbar">
        <Segments
          label={t('reports.show')}
          of={['own', 'all'] as const}
          chosen={view === 'all' ? 'all' : 'own'}
          words={(each) => (each === 'own' ? t('reports.own') : t('reports.allUnits'))}
          onChoose={(each) => change({ view: each })}
        />
      </div>
      {may(user, 'reportWork') && <Waiting />}
      {view === 'all' ? <AllUnits search={search} onPeriod={(period) => change({ view: 'all', period })} /> : <Own />}
    </PageFrame>
  );
}

/** What waits for the reader: what is late first, and how often their unit was reminded of it. */
function Waiting() {
  const waiting = useWaitingReports(true);
  if (waiting.error) return <Failure failure={waiting.error} retry={() => void waiting.refetch()} />;
  if (!waiting.data || waiting.data.length === 0) return null;
  return (
    <section className="panel stack" id="waiting-reports">
      <h2>{t('reports.waitingTitle')}</h2>
      <ul className={css.reportWork}>
        {waiting.data.map((each) => (
          <li key={`${each.task} ${each.areaId} ${each.period}`}>
            <StateBadge state={null} late={each.late} task={each.task} />
            <span>
              {each.reportId ? (
                <Link to={`/reports/${each.reportId}`}>
                  <Name>{each.areaName}</Name>: <bdi>{periodText(each.period)}</bdi>
                </Link>
              ) : (
                <>
                  <Name>{each.areaName}</Name>: <bdi>{periodText(each.period)}</bdi>
                </>
              )}
            </span>
            <span>
              {t('reports.due')} <Code>{dayText(each.due)}</Code>
            </span>
            {each.remindedOn && (
              <span>
                {t('reports.reminded')} {t('reports.times', { count: each.reminders })} · <Code>{dayText(each.remindedOn)}</Code>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Own() {
  const user = useUser();
  const places = usePeriods(null, true);
  const [open, setOpen] = useState<ReportPlace | null>(null);
  const navigate = useNavigate();
  const late = places.data?.filter((each) => each.late) ?? [];
  return (
    <div className="stack">
      <QueryState query={places} />
      {late.length > 0 && (
        <Notice tone="warn" title={t('reports.lateCount', { count: late.length })}>
          <p>
            <bdi>{late.map((each) => periodText(each.period)).join(', ')}</bdi>
          </p>
        </Notice>
      )}
      {places.data && (
        <DataTable heads={[t('reports.period'), t('reports.report'), t('reports.due'), t('reports.handedIn'), { hidden: t('reports.todo') }]} id="own-reports" cards panel>
          {places.data.map((each) => (
            <tr key={each.period}>
              <th scope="row">
                {each.reportId ? (
                  <Link to={`/reports/${each.reportId}`}>
                    <bdi>{periodText(each.period)}</bdi>
                  </Link>
                ) : (
                  <bdi>{periodText(each.period)}</bdi>
                )}
              </th>
              <td data-label={t('reports.report')}>
                <StateBadge state={each.state} late={each.late} />
              </td>
              <td data-label={t('reports.due')}>
                <Code>{dayText(each.due)}</Code>
              </td>
              <td data-label={t('reports.handedIn')}>
                <HandedIn place={each} />
              </td>
              <td>
                {may(user, 'submitReports') && (each.state === null || each.state === 'OPEN' || each.state === 'REOPENED') && (user.area === null || each.areaId === user.area.id) && (
                  <Button small kind="primary" label={t('reports.submit')} onClick={() => setOpen(each)} />
                )}
              </td>
            </tr>
          ))}
        </DataTable>
      )}
      {open && (
        <Dialog open title={t('reports.submitOf', { period: periodText(open.period) })} onClose={() => setOpen(null)}>
          <SubmitForm place={open} onDone={(report: Report) => navigate(`/reports/${report.id}`)} />
        </Dialog>
      )}
    </div>
  );
}

/** When what counts was handed in, and whether it came late. */
function HandedIn({ place }: { place: ReportPlace }) {
  if (!place.at) return <>–</>;
  return (
    <>
      <Moment at={place.at} /> {place.handedInLate && <Badge tone="warn">{t('reports.cameLate')}</Badge>}
    </>
  );
}

function AllUnits({ search, onPeriod }: { search: URLSearchParams; onPeriod: (code: string) => void }) {
  const { period, code, present } = usePeriod(search.get('period'));
  const places = usePlaces(code, null, true);
  const missing = places.data?.filter((each) => each.at === null) ?? [];
  const all = places.data?.length ?? 0;
  return (
    <div className="stack">
      <div className="toolbar">
        <PeriodPicker period={period} present={present} onChoose={onPeriod} />
      </div>
      <QueryState query={places} />
      {places.data && (
        <StaleWhileLoading stale={places.isPlaceholderData}>
          <p className="summary">
            <strong>{t('reports.rate', { in: numberText(all - missing.length), of: numberText(all) })}</strong>
            {missing.length > 0 && <span>{t('reports.missingCount', { count: missing.length })}</span>}
          </p>
          <DataTable heads={[t('reports.commune'), t('reports.report'), t('reports.handedIn'), t('reports.reminded')]} id="all-reports" cards panel>
            {[...missing, ...places.data.filter((each) => each.at !== null)].map((each) => (
              <tr key={each.areaId}>
                <th scope="row">
                  {each.reportId ? (
                    <Link to={`/reports/${each.reportId}`}>
                      <Name>{each.areaName}</Name>
                    </Link>
                  ) : (
                    <Link to={`/province${query({ period: each.period, area: each.areaId })}`}>
                      <Name>{each.areaName}</Name>
                    </Link>
                  )}{' '}
                  <Code>{each.areaCode}</Code>
                </th>
                <td data-label={t('reports.report')}>
                  <StateBadge state={each.state} late={each.late} />
                </td>
                <td data-label={t('reports.handedIn')}>
                  <HandedIn place={each} />
                </td>
                <td data-label={t('reports.reminded')}>
                  {each.remindedOn ? (
                    <>
                      {t('reports.times', { count: each.reminders })} · <Code>{dayText(each.remindedOn)}</Code>
                    </>
                  ) : (
                    '–'
                  )}
                </td>
              </tr>
            ))}
          </DataTable>
        </StaleWhileLoading>
      )}
    </div>
  );
}
