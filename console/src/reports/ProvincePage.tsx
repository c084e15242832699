import { Link } from 'react-router';
import { query } from '../api/client';
import { useUser } from '../api/queries';
import { language, t, tCode } from '../i18n/text';
import { dayText } from '../register/days';
import { type ChangeAddress, useAddress } from '../ui/address';
import { ExportLink } from '../ui/ExportLink';
import { Choose, SelectOptions } from '../ui/Field';
import { Empty, Failure, Notice, QueryState, StaleWhileLoading } from '../ui/State';
import { Name, numberText, PageHead, usePageTitle } from '../ui/text';
import { Answers } from './Answers';
import { PeriodPicker, usePeriod } from './PeriodPicker';
import { useIndicators, useReportFigures, useSentence } from './queries';
import css from './reports.module.css';
import { ReportTabs } from './tabs';
import type { Figures, IndicatorFigure } from './types';
import { UnitTable } from './UnitTable';
import { Opening, periodText, recordsOf, recordsPath, Shown } from './words';

/** The numbers at the top, and the columns of the table. */
const headline = ['CASES_CLARIFIED', 'EXTRACTIONS', 'SITUATIONS_RECEIVED', 'MEDIATION_SUCCESS_SHARE', 'TEAM_MEMBERS'];
const forVillages = ['GROUPS', 'GROUP_HOUSEHOLDS', 'CAMERAS', 'CAMERAS_CONSENTED', 'CAMERAS_ONLINE'];

/** The figures of a province or a commune: a map and charts of one of them, the units, then all others. */
export function ProvincePage() {
  const [search, change] = useAddress();
  const { period, code, present } = usePeriod(search.get('period'));
  const area = search.get('area');
  const asked = search.get('indicator');
  // What the address names may be anything; the server refuses a column that nobody counts.
  const usual = asked === null || [...headline, ...forVillages].includes(asked);
  const known = useIndicators(!usual);
  const chosen = usual || known.data?.some((each) => each.code === asked) ? asked : null;
  const requested = [...new Set([...(chosen ? [chosen] : []), ...headline, ...forVillages])].slice(0, 8);
  const figures = useReportFigures(code, area, requested, usual || !known.isPending);
  const found = figures.data;
  usePageTitle(found ? `${t('reports.title')} – ${found.areaName}` : t('reports.title'));
  return (
    <>
      <PageHead title={found ? <Name>{found.areaName}</Name> : t('reports.title')} lead={t('reports.lead')} actions={found && <Exports code={found.period} area={found.areaId} />}>
        <ReportTabs />
      </PageHead>
      <div className="toolbar">
        <PeriodPicker period={period} present={present} onChoose={(each) => change({ period: each, row: null })} />
      </div>
      <QueryState query={figures} />
      {found && (
        <StaleWhileLoading stale={figures.isPlaceholderData}>
          <View figures={found} chosen={chosen} area={area} search={search} change={change} />
        </StaleWhileLoading>
      )}
    </>
  );
}

function Exports({ code, area }: { code: string; area: string }) {
  const of = query({ period: code, area });
  return (
    <>
      <ExportLink label={t('reports.xlsx')} href={`/api/reports/figures.xlsx${of}&language=${language()}`} name={`an-binh-${code}.xlsx`} />
      <ExportLink label={t('reports.docx')} href={`/api/reports/letter.docx${of}`} name={`an-binh-${code}.docx`} />
      <ExportLink label={t('reports.pdf')} href={`/api/reports/letter.pdf${of}`} name={`an-binh-${code}.pdf`} />
    </>
  );
}

interface ViewProps {
  figures: Figures;
  chosen: string | null;
  area: string | null;
  search: URLSearchParams;
  change: ChangeAddress;
}

function View({ figures, chosen, area, search, change }: ViewProps) {
  const province = figures.areaKind === 'PROVINCE';
  const first = province ? headline[0] : forVillages[0];
  const indicator = figures.indicators.find((each) => each.code === (chosen ?? first)) ?? figures.indicators[0];
  if (!indicator) return <Empty icon="figures" title={t('reports.none')} />;
  const seen = [...figures.indicators.flatMap((each) => [each.value, ...each.parts.map((part) => part.value)]), ...figures.lines.flatMap((each) => each.values)].map((value) => value.seen);
  const hides = seen.some((each) => each === 'FEW' || each === 'TENS');
  const later = seen.includes('LATER');
  const marked = figures.lines.some((each) => each.id === search.get('unit')) ? search.get('unit') : null;
  const choose = (code: string) => change({ indicator: code, sort: null, row: null });
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
      <div className={css.choices}>
        <Choose<string> label={t('reports.indicator')} value={indicator.code} onText={choose} id="indicator">
          {[...new Set(figures.indicators.map((each) => each.topic))].map((topic) => (
            <optgroup key={topic} label={tCode('reports.topic', topic)}>
              <SelectOptions of={figures.indicators.filter((each) => each.topic === topic)} words={(each) => each.name} />
            </optgroup>
          ))}
        </Choose>
        {figures.lines.length > 0 && (
          <Choose
            label={province ? t('reports.markCommune') : t('reports.markVillage')}
            none={t('reports.markNone')}
            of={figures.lines}
            words={(each) => `${each.name} (${each.code})`}
            value={marked ?? ''}
            onText={(unit) => change({ unit })}
            id="unit"
          />
        )}
      </div>
      <Answers figures={figures} indicator={indicator} marked={marked} area={area} change={change} />
      {province && (
        <p className="summary">
          <strong>{t('reports.rate', { in: numberText(figures.handedIn), of: numberText(figures.units) })}</strong>
          {figures.handedIn < figures.units && <Link to={`/reports${query({ period: figures.period })}`}>{t('reports.missingLink', { count: figures.units - figures.handedIn })}</Link>}
        </p>
      )}
      <p className="hint">{t('reports.asOf', { day: dayText(figures.asOf) })}</p>
      {province && <p className="hint">{t('reports.allRecords')}</p>}
      {hides && <p className="hint">{t('reports.hidden')}</p>}
      {later && <p className="hint">{t('reports.laterMore')}</p>}
      <UnitTable figures={figures} columns={columnsOf(figures, indicator)} marked={marked} search={search} change={change} />
      <section className={css.figureCards} aria-label={t('reports.headline')}>
        {headline
          .flatMap((each) => figures.indicators.find((one) => one.code === each) ?? [])
          .map((each) => (
            <Card key={each.code} figure={each} chosen={each.code === indicator.code} onChoose={() => choose(each.code)} />
          ))}
      </section>
      {indicator.parts.length > 0 && (
        <section className="panel stack">
          <h2>
            <bdi>{indicator.name}</bdi>
          </h2>
          <Parts figure={indicator} figures={figures} />
        </section>
      )}
      <AllFigures figures={figures} />
      <SentenceOf year={Number(figures.period.slice(0, 4))} area={area} />
    </>
  );
}

/** The chosen indicator and three others. */
function columnsOf(figures: Figures, chosen: IndicatorFigure) {
  const usual = figures.areaKind === 'PROVINCE' ? headline : forVillages;
  return [chosen.code, ...usual.filter((each) => each !== chosen.code)]
    .flatMap((code) => {
      const figure = figures.indicators.find((each) => each.code === code);
      const index = figures.columns.indexOf(code);
      return figure && index >= 0 ? [{ figure, index }] : [];
    })
    .slice(0, 4);
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
