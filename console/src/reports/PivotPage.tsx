import { Fragment } from 'react';
import { query } from '../api/client';
import { language, t, tCode } from '../i18n/text';
import { dayText } from '../register/days';
import { useAddress } from '../ui/address';
import { ExportLink } from '../ui/ExportLink';
import { Checks, Choose, SelectOptions } from '../ui/Field';
import { Turn } from '../ui/Pages';
import { QueryState, StaleWhileLoading } from '../ui/State';
import { Code, Name, PageFrame } from '../ui/text';
import { PeriodPicker, usePeriod } from './PeriodPicker';
import { type Axis, axes, type Choosable, choosable, hasAxis, mostIndicators, type PivotQuery, readPivot, turned } from './pivot';
import { useCustomIndicators, useIndicators, usePivot } from './queries';
import css from './reports.module.css';
import { type RowPage, RowsShown, rowPage, rowsOf } from './rowPages';
import { ReportTabs } from './tabs';
import type { IndicatorKind, Pivot, PivotHead } from './types';
import { periodText, Shown } from './words';

const counts = ['1', '2', '3', '4', '5', '6', '8', '12'];

/** Figures by two of indicator, unit, period and kind, each as it is told everywhere. */
export function PivotPage() {
  const [search, change] = useAddress();
  const { period, code, present } = usePeriod(search.get('period'));
  const indicators = useIndicators();
  const customs = useCustomIndicators();
  const known = indicators.data && customs.data ? choosable(indicators.data, customs.data) : [];
  const asked = readPivot(search, code, known);
  const pivot = usePivot(asked, asked.indicators.length > 0);
  const address = query({ ...asked, indicators: asked.indicators.join(','), language: language() });
  return (
    <PageFrame
      title={t('reports.pivot')}
      lead={t('reports.pivotLead')}
      below={<ReportTabs />}
      actions={
        pivot.data && (
          <>
            <ExportLink label={t('reports.pivotXlsx')} href={`/api/reports/pivot.xlsx${address}`} name={`an-binh-${code}.xlsx`} />
            <ExportLink label={t('reports.pivotCsv')} href={`/api/reports/pivot.csv${address}`} name={`an-binh-${code}.csv`} />
          </>
        )
      }
    >
      <div className="toolbar">
        <PeriodPicker period={period} present={present} onChoose={(each) => change({ period: each, row: null })} />
      </div>
      <div className={css.choices}>
        {(['rows', 'columns'] as const).map((axis) => (
          <Choose<Axis>
            key={axis}
            id={axis}
            label={axis === 'rows' ? t('reports.pivotRows') : t('reports.pivotColumns')}
            of={axes}
            words="reports.axis"
            value={asked[axis]}
            onText={(to) => change({ ...turned(asked, axis, to), row: null, part: null })}
          />
        ))}
        {hasAxis(asked, 'PERIOD') && (
          <Choose label={t('reports.pivotPeriods')} id="periods" of={counts} words={(each) => each} value={String(asked.periods)} onText={(periods) => change({ periods, row: null })} />
        )}
        {!hasAxis(asked, 'INDICATOR') && <OneIndicator known={known} asked={asked} onChoose={(code) => change({ indicators: code, part: null, row: null })} />}
        {pivot.data && pivot.data.kinds.length > 0 && !hasAxis(asked, 'KIND') && (
          <Choose<PivotHead>
            label={t('reports.axis.KIND')}
            id="part"
            none={t('reports.allKinds')}
            of={pivot.data.kinds}
            code={(each) => each.code ?? ''}
            words={(each) => each.name}
            value={asked.part ?? ''}
            onText={(part) => change({ part })}
          />
        )}
      </div>
      {hasAxis(asked, 'INDICATOR') && known.length > 0 && <ManyIndicators known={known} asked={asked} onChoose={(codes) => change({ indicators: codes.join(','), row: null })} />}
      <QueryState query={!indicators.data ? indicators : !customs.data ? customs : pivot} />
      {pivot.data && (
        <StaleWhileLoading stale={pivot.isPlaceholderData}>
          <PivotTable pivot={pivot.data} page={rowPage(pivot.data.rowHeads.length, search, change)} />
        </StaleWhileLoading>
      )}
    </PageFrame>
  );
}

const topicsOf = (known: readonly Choosable[]) => [...new Set(known.map((each) => each.topic))];
const topicText = (topic: string) => (topic === 'CUSTOM' ? t('reports.custom') : tCode('reports.topic', topic));

function OneIndicator({ known, asked, onChoose }: { known: readonly Choosable[]; asked: PivotQuery; onChoose: (code: string) => void }) {
  const open = known.filter((each) => !hasAxis(asked, 'KIND') || each.byPart);
  return (
    <Choose<string> label={t('reports.indicator')} value={asked.indicators[0] ?? ''} onText={onChoose} id="indicator">
      {topicsOf(open).map((topic) => (
        <optgroup key={topic} label={topicText(topic)}>
          <SelectOptions of={open.filter((each) => each.topic === topic)} words={(each) => each.name} />
        </optgroup>
      ))}
    </Choose>
  );
}

function ManyIndicators({ known, asked, onChoose }: { known: readonly Choosable[]; asked: PivotQuery; onChoose: (codes: string[]) => void }) {
  const full = asked.indicators.length >= mostIndicators;
  return (
    <details className="panel">
      <summary>{t('reports.pivotChosen', { count: asked.indicators.length })}</summary>
      <div className={css.choices}>
        {topicsOf(known).map((topic) => (
          <Checks
            key={topic}
            label={topicText(topic)}
            of={known.filter((each) => each.topic === topic)}
            words={(each) => each.name}
            offOf={(each) => (full || asked.indicators.length === 1) && asked.indicators.includes(each.code) !== full}
            chosen={asked.indicators}
            onChoose={onChoose}
          />
        ))}
      </div>
    </details>
  );
}

const kindAt = (pivot: Pivot, row: PivotHead, column: PivotHead): IndicatorKind => row.kind ?? column.kind ?? pivot.kind ?? 'EVENTS';

function HeadText({ axis, head }: { axis: Axis; head: PivotHead }) {
  if (axis === 'PERIOD') return <bdi>{periodText(head.code ?? '')}</bdi>;
  if (axis === 'KIND' && head.code === null) return t('reports.allKinds');
  return (
    <>
      <Name>{head.name}</Name>
      {axis === 'UNIT' && head.code !== null && (
        <>
          {' '}
          <Code>{head.code}</Code>
        </>
      )}
    </>
  );
}

function PivotTable({ pivot, page }: { pivot: Pivot; page: RowPage }) {
  const seen = pivot.cells.flat().map((each) => each.seen);
  const caption = [pivot.indicatorName, pivot.partName, pivot.areaName, periodText(pivot.period)].filter((each) => each !== null);
  return (
    <section className="panel stack">
      <h2>
        {caption.map((each, index) => (
          <Fragment key={each}>
            {index > 0 && ' – '}
            <bdi>{each}</bdi>
          </Fragment>
        ))}
      </h2>
      <p className="hint">{t('reports.asOf', { day: dayText(pivot.asOf) })}</p>
      {seen.some((each) => each === 'FEW' || each === 'TENS') && <p className="hint">{t('reports.hidden')}</p>}
      {seen.includes('LATER') && <p className="hint">{t('reports.laterMore')}</p>}
      <RowsShown page={page} />
      <div className="table-wrap" tabIndex={0} role="group" aria-label={t('reports.pivot')}>
        <table className={`table ${css.pivot}`} id="pivot">
          <thead>
            <tr>
              <th scope="col">{tCode('reports.axis', pivot.rows)}</th>
              {pivot.columnHeads.map((column) => (
                <th key={column.code ?? ''} scope="col" className="number">
                  <HeadText axis={pivot.columns} head={column} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rowsOf(pivot.rowHeads, page).map((head, index) => (
              <tr key={head.code ?? ''}>
                <th scope="row">
                  <HeadText axis={pivot.rows} head={head} />
                </th>
                {pivot.columnHeads.map((column, at) => (
                  <td key={column.code ?? ''} className="number">
                    <Shown figure={pivot.cells[page.first - 1 + index]![at]!} kind={kindAt(pivot, head, column)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Turn pages={page} />
    </section>
  );
}
