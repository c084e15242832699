import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { query } from '../api/client';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { language, t, tCode } from '../i18n/text';
import { dayText } from '../register/days';
import { type ChangeAddress, useAddress } from '../ui/address';
import { DownloadLink } from '../ui/Button';
import { Choose, SelectOptions } from '../ui/Field';
import { Empty, Failure, Forbidden, Notice, QueryState, StaleWhileLoading } from '../ui/State';
import { Code, Name, numberText, PageHead, usePageTitle } from '../ui/text';
import { PeriodPicker, usePeriod } from './PeriodPicker';
import { ProvinceMap } from './ProvinceMap';
import { useIndicators, useOutlines, useReportFigures, useSentence, useTrend } from './queries';
import css from './reports.module.css';
import { TrendChart } from './TrendChart';
import { ReportTabs } from './tabs';
import type { Figures, IndicatorFigure, ShownFigure, UnitFigures } from './types';
import { isEmpty, Opening, periodText, recordsOf, recordsPath, Shown, StateBadge } from './words';

/** The numbers at the top, and the columns of the table. */
const headline = ['CASES_CLARIFIED', 'EXTRACTIONS', 'SITUATIONS_RECEIVED', 'MEDIATION_SUCCESS_SHARE', 'TEAM_MEMBERS'];
const forVillages = ['GROUPS', 'GROUP_HOUSEHOLDS', 'CAMERAS', 'CAMERAS_CONSENTED', 'CAMERAS_ONLINE'];

/** The figures of a province or a commune: numbers, a map and a table that are always of the same, a course over time. */
export function ProvincePage() {
  const user = useUser();
  const [search, change] = useAddress();
  const { period, code, present } = usePeriod(search.get('period'));
  const area = search.get('area');
  const asked = search.get('indicator');
  const allowed = may(user, 'reports');
  // What the address names may be anything; the server refuses a column that nobody counts.
  const usual = asked === null || [...headline, ...forVillages].includes(asked);
  const known = useIndicators(allowed && !usual);
  const chosen = usual || known.data?.some((each) => each.code === asked) ? asked : null;
  const requested = [...new Set([...(chosen ? [chosen] : []), ...headline, ...forVillages])].slice(0, 8);
  const figures = useReportFigures(code, area, requested, allowed && (usual || !known.isPending));
  const found = figures.data;
  usePageTitle(found ? `${t('reports.title')} – ${found.areaName}` : t('reports.title'));
  if (!allowed) return <Forbidden />;
  return (
    <>
      <PageHead title={found ? <Name>{found.areaName}</Name> : t('reports.title')} lead={t('reports.lead')} actions={found && <Exports code={found.period} area={found.areaId} />}>
        <ReportTabs />
      </PageHead>
      <div className="toolbar">
        <PeriodPicker period={period} present={present} onChoose={(each) => change({ period: each })} />
      </div>
      <QueryState query={figures} />
      {found && (
        <StaleWhileLoading stale={figures.isPlaceholderData}>
          <View figures={found} chosen={chosen} area={area} change={change} />
        </StaleWhileLoading>
      )}
    </>
  );
}

function Exports({ code, area }: { code: string; area: string }) {
  const of = query({ period: code, area });
  return (
    <>
      <DownloadLink label={t('reports.xlsx')} href={`/api/reports/figures.xlsx${of}&language=${language()}`} />
      <DownloadLink label={t('reports.docx')} href={`/api/reports/letter.docx${of}`} />
      <DownloadLink label={t('reports.pdf')} href={`/api/reports/letter.pdf${of}`} />
    </>
  );
}

function View({ figures, chosen, area, change }: { figures: Figures; chosen: string | null; area: string | null; change: ChangeAddress }) {
  const province = figures.areaKind === 'PROVINCE';
  const first = province ? headline[0] : forVillages[0];
  const indicator = figures.indicators.find((each) => each.code === (chosen ?? first)) ?? figures.indicators[0];
  const trend = useTrend(indicator?.code ?? '', figures.period, area, indicator !== undefined);
  if (!indicator) return <Empty icon="figures" title={t('reports.none')} />;
  const seen = [...figures.indicators.flatMap((each) => [each.value, ...each.parts.map((part) => part.value)]), ...figures.lines.flatMap((each) => each.values)].map((value) => value.seen);
  const hides = seen.some((each) => each === 'FEW' || each === 'TENS');
  const later = seen.includes('LATER');
  return (
    <>
      {figures.above && (
        <p>
          <Link to={`/province${query({ period: figures.period, area: figures.above })}`}>{t('reports.toProvince')}</Link>
        </p>
      )}
      {!figures.over && (
        <Notice tone="warn" title={t('reports.running')}>
          <p>{t('reports.runningMore', { last: dayText(figures.last) })}</p>
        </Notice>
      )}
      <p className="hint">{t('reports.asOf', { day: dayText(figures.asOf) })}</p>
      <section className={css.figureCards} aria-label={t('reports.headline')}>
        {headline
          .flatMap((each) => figures.indicators.find((one) => one.code === each) ?? [])
          .map((each) => (
            <Card key={each.code} figure={each} chosen={each.code === indicator.code} onChoose={() => change({ indicator: each.code })} />
          ))}
      </section>
      {province && (
        <p className="summary">
          <strong>{t('reports.rate', { in: numberText(figures.handedIn), of: numberText(figures.units) })}</strong>
          {figures.handedIn < figures.units && <Link to={`/reports${query({ period: figures.period })}`}>{t('reports.missingLink', { count: figures.units - figures.handedIn })}</Link>}
        </p>
      )}
      {province && <p className="hint">{t('reports.allRecords')}</p>}
      {hides && <p className="hint">{t('reports.hidden')}</p>}
      {later && <p className="hint">{t('reports.laterMore')}</p>}
      <Choose<string> label={t('reports.indicator')} value={indicator.code} onText={(indicator) => change({ indicator })} id="indicator">
        {[...new Set(figures.indicators.map((each) => each.topic))].map((topic) => (
          <optgroup key={topic} label={tCode('reports.topic', topic)}>
            <SelectOptions of={figures.indicators.filter((each) => each.topic === topic)} words={(each) => each.name} />
          </optgroup>
        ))}
      </Choose>
      <Units figures={figures} indicator={indicator} onOpen={(id) => change({ area: id }, { goBack: true })} />
      <section className="panel stack">
        <h2>
          <bdi>{indicator.name}</bdi>
        </h2>
        {trend.data && trend.data.indicator === indicator.code && (
          <StaleWhileLoading stale={trend.isPlaceholderData}>
            <TrendChart trend={trend.data} kind={indicator.kind} />
          </StaleWhileLoading>
        )}
        {trend.error && <Failure failure={trend.error} />}
        {indicator.opens && !isEmpty(indicator.value) && (
          <p>
            <Link to={recordsPath({ indicator: indicator.code, period: figures.period, area: figures.areaId })}>{t('reports.openRecords', { what: indicator.name })}</Link>
          </p>
        )}
        {indicator.parts.length > 0 && <Parts figure={indicator} figures={figures} />}
      </section>
      <AllFigures figures={figures} />
      <SentenceOf year={Number(figures.period.slice(0, 4))} area={area} />
    </>
  );
}

function Card({ figure, chosen, onChoose }: { figure: IndicatorFigure; chosen: boolean; onChoose: () => void }) {
  return (
    <button type="button" className={css.figureCard} aria-pressed={chosen} onClick={onChoose}>
      <span className={css.figureName}>{figure.name}</span>
      <span className={css.figureValue}>
        <Shown figure={figure.value} kind={figure.kind} />
      </span>
      <span className={css.figureChange}>
        <Change figure={figure} />
      </span>
    </button>
  );
}

/** What changed since the period before; nothing where one of the two is not told. */
function Change({ figure }: { figure: IndicatorFigure }) {
  const now = figure.value.value;
  const before = figure.before.value;
  if (now === null || before === null) return <>{t('reports.noChange')}</>;
  const by = Math.round((now - before) * 10) / 10;
  const text = by === 0 ? t('reports.same') : numberText(by, figure.kind === 'SHARE' ? 1 : 0);
  return (
    <>
      <bdi dir="ltr">{by > 0 ? `+${text}` : text}</bdi> {t('reports.sinceBefore')}
    </>
  );
}

/** A map and a table of the same numbers. On a phone the map comes when it is asked for. */
function Units({ figures, indicator, onOpen }: { figures: Figures; indicator: IndicatorFigure; onOpen: (id: string) => void }) {
  const province = figures.areaKind === 'PROVINCE';
  const column = figures.columns.indexOf(indicator.code);
  const outlines = useOutlines(figures.areaId, province);
  const [shown, setShown] = useState(false);
  const [sorted, setSorted] = useState(false);
  const table = useRef<HTMLTableElement>(null);
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const at = event.target as HTMLElement;
      if (event.key === 't' && !event.isComposing && !event.ctrlKey && !event.metaKey && !event.altKey && !/^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName)) table.current?.focus();
    };
    window.addEventListener('keydown', focus);
    return () => window.removeEventListener('keydown', focus);
  }, []);
  const known = new Map(figures.indicators.map((each) => [each.code, each]));
  const columns = figures.columns
    .map((code, index) => ({ figure: known.get(code), index }))
    .filter((each) => each.figure && (each.index === column || (province ? headline : forVillages).includes(each.figure.code)))
    .sort((one, other) => Number(other.index === column) - Number(one.index === column))
    .slice(0, 4) as { figure: IndicatorFigure; index: number }[];
  const unreported = new Set(figures.over ? figures.lines.filter((line) => line.report === null || line.report === 'OPEN').map((line) => line.id) : []);
  const value = (line: UnitFigures): number => line.values[column]?.value ?? -1;
  const lines = sorted && column >= 0 ? [...figures.lines].sort((one, other) => value(other) - value(one)) : figures.lines;
  return (
    <section className={province ? css.provincePage : 'stack'} aria-label={province ? t('reports.communes') : t('reports.villages')}>
      {province && (
        <div className={shown ? 'panel map-shown' : `panel ${css.mapAsked}`}>
          <button type="button" className={`button button-plain ${css.mapToggle}`} aria-expanded={shown} onClick={() => setShown(!shown)}>
            <span>{t('reports.map')}</span>
          </button>
          <div className={css.mapPart}>
            <h2>
              <bdi>{indicator.name}</bdi>, <bdi>{periodText(figures.period)}</bdi>
            </h2>
            {outlines.data && column >= 0 && (
              <ProvinceMap outlines={outlines.data} lines={figures.lines} column={column} kind={indicator.kind} label={indicator.name} chosen={null} unreported={unreported} onOpen={onOpen} />
            )}
          </div>
        </div>
      )}
      <div className="panel stack">
        <div className="table-wrap">
          <table className="table table-cards" id="units" ref={table} tabIndex={-1}>
            <caption className="visually-hidden">{t('reports.tableOf', { period: periodText(figures.period) })}</caption>
            <thead>
              <tr>
                <th scope="col">{province ? t('reports.commune') : t('reports.village')}</th>
                {columns.map(({ figure, index }) => (
                  <th key={figure.code} scope="col" className="number" aria-sort={sorted && index === column ? 'descending' : undefined}>
                    {index === column ? (
                      <button type="button" className={css.sort} onClick={() => setSorted(!sorted)}>
                        {figure.name}
                      </button>
                    ) : (
                      figure.name
                    )}
                  </th>
                ))}
                {province && <th scope="col">{t('reports.report')}</th>}
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.id}>
                  <th scope="row">
                    {province ? (
                      <Link to={`/province${query({ period: figures.period, area: line.id })}`}>
                        <Name>{line.name}</Name>
                      </Link>
                    ) : (
                      <Name>{line.name}</Name>
                    )}{' '}
                    <Code>{line.code}</Code>
                  </th>
                  {columns.map(({ figure, index }) => (
                    <td key={figure.code} className="number" data-label={figure.name}>
                      <Opening
                        figure={line.values[index] ?? ({ value: null, seen: 'NONE' } satisfies ShownFigure)}
                        kind={figure.kind}
                        opens={figure.opens}
                        name={`${figure.name}, ${line.name}`}
                        to={recordsPath({ indicator: figure.code, period: figures.period, ...(province ? { area: line.id } : { area: figures.areaId, village: line.id }) })}
                      />
                    </td>
                  ))}
                  {province && (
                    <td data-label={t('reports.report')}>
                      {line.reportId ? (
                        <Link to={`/reports/${line.reportId}`}>
                          <StateBadge state={line.report} />
                        </Link>
                      ) : (
                        <StateBadge state={null} />
                      )}
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {!province && <p className="hint">{t('reports.villagesLess')}</p>}
      </div>
    </section>
  );
}

function Parts({ figure, figures }: { figure: IndicatorFigure; figures: Figures }) {
  const most = Math.max(1, ...figure.parts.map((each) => each.value.value ?? 0));
  return (
    <ul className={css.parts} aria-label={t('reports.parts')}>
      {figure.parts.map((each) => (
        <li key={each.code}>
          <bdi>{each.name}</bdi>
          <span className={css.partBar} aria-hidden="true">
            <span style={{ inlineSize: `${((each.value.value ?? 0) / most) * 100}%` }} />
          </span>
          <Opening
            figure={each.value}
            kind={figure.kind}
            opens={figure.opens}
            name={`${figure.name}, ${each.name}`}
            to={recordsPath({ indicator: figure.code, period: figures.period, area: figures.areaId, part: each.code })}
          />
        </li>
      ))}
    </ul>
  );
}

function AllFigures({ figures }: { figures: Figures }) {
  const user = useUser();
  // Of a year, the same a year ago is the one before.
  const periods = [...new Set([figures.period, figures.before, figures.yearAgo])];
  return (
    <section className="panel stack" id="all-figures">
      <h2>{t('reports.all')}</h2>
      <div className="table-wrap">
        <table className="table table-cards">
          <thead>
            <tr>
              <th scope="col">{t('reports.indicator')}</th>
              {periods.map((each) => (
                <th key={each} scope="col" className="number">
                  <bdi>{periodText(each)}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          {[...new Set(figures.indicators.map((each) => each.topic))].map((topic) => {
            const records = recordsOf(topic, user);
            return (
              <tbody key={topic}>
                <tr className={css.topic}>
                  <th scope="rowgroup" colSpan={periods.length + 1}>
                    {records ? <Link to={records}>{tCode('reports.topic', topic)}</Link> : tCode('reports.topic', topic)}
                  </th>
                </tr>
                {figures.indicators
                  .filter((each) => each.topic === topic)
                  .map((each) => (
                    <tr key={each.code}>
                      <th scope="row">
                        <Link to={`/reports/indicators#${each.code}`}>{each.name}</Link>
                      </th>
                      <td className="number" data-label={periodText(figures.period)}>
                        <Opening figure={each.value} kind={each.kind} opens={each.opens} name={each.name} to={recordsPath({ indicator: each.code, period: figures.period, area: figures.areaId })} />
                      </td>
                      <td className="number" data-label={periodText(figures.before)}>
                        <Shown figure={each.before} kind={each.kind} />
                      </td>
                      {periods.length > 2 && (
                        <td className="number" data-label={periodText(figures.yearAgo)}>
                          <Shown figure={each.yearAgo} kind={each.kind} />
                        </td>
                      )}
                    </tr>
                  ))}
              </tbody>
            );
          })}
        </table>
      </div>
    </section>
  );
}

/** The year in a sentence, as the province reports it, and each of its numbers with what it counts. */
function SentenceOf({ year, area }: { year: number; area: string | null }) {
  const sentence = useSentence(year, area, true);
  if (!sentence.data) return sentence.error ? <Failure failure={sentence.error} /> : null;
  return (
    <section className="panel stack" id="sentence">
      <h2>{t('reports.sentence', { year: String(year) })}</h2>
      <blockquote>
        <bdi>{sentence.data.text}</bdi> {t('reports.asOf', { day: dayText(sentence.data.asOf) })}
      </blockquote>
      <ul className={css.sentenceNumbers}>
        {sentence.data.numbers.map((each) => (
          <li key={each.indicator}>
            <Link to={`/reports/indicators#${each.indicator}`}>{each.name}</Link>: <Shown figure={each.value} kind="EVENTS" />
          </li>
        ))}
      </ul>
    </section>
  );
}
