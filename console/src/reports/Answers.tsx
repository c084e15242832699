import { useState } from 'react';
import { Link } from 'react-router';
import { query } from '../api/client';
import { t } from '../i18n/text';
import type { ChangeAddress } from '../ui/address';
import { Failure, StaleWhileLoading } from '../ui/State';
import { Name, numberText } from '../ui/text';
import { ChangeChart } from './ChangeChart';
import { below, changes, spread, yearChange } from './chartData';
import { ProvinceMap } from './ProvinceMap';
import { useOutlines, useTrend } from './queries';
import css from './reports.module.css';
import { SpreadChart } from './SpreadChart';
import { TrendChart } from './TrendChart';
import type { Figures, IndicatorFigure, Trend } from './types';
import { figureText, isEmpty, periodText, recordsPath } from './words';

interface Props {
  figures: Figures;
  indicator: IndicatorFigure;
  /** The unit that all of them mark; null for none. */
  marked: string | null;
  area: string | null;
  change: ChangeAddress;
}

const fewest = 3;

/** A map, and what a number has to be asked: is it more than a year ago, how are units spread, which of them changed. */
export function Answers({ figures, indicator, marked, area, change }: Props) {
  const province = figures.areaKind === 'PROVINCE';
  const column = figures.columns.indexOf(indicator.code);
  const unit = figures.lines.find((line) => line.id === marked) ?? null;
  const trend = useTrend(indicator.code, figures.period, province && unit ? unit.id : area, true);
  const values = column < 0 ? [] : figures.lines.flatMap((line) => line.values[column] ?? []);
  const spreads = spread(values);
  const own = unit ? (values[figures.lines.indexOf(unit)] ?? null) : null;
  const changed = changes(figures.lines, column);
  const compares = spreads.told >= fewest;
  return (
    <section className={css.answers} aria-label={indicator.name}>
      {province && <MapCard figures={figures} indicator={indicator} column={column} marked={marked} change={change} />}
      <article className="panel stack">
        <h2>{trend.data ? trendTitle(trend.data, indicator) : t('reports.trendUnknown')}</h2>
        <p className="hint">
          <Name>{unit && province ? unit.name : figures.areaName}</Name>, <bdi>{indicator.name}</bdi>
        </p>
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
      </article>
      {compares && (
        <article className="panel stack">
          <h2>
            {own && own.value !== null
              ? t('reports.spreadUnit', { below: numberText(below(values, own.value)), count: numberText(spreads.told) })
              : t('reports.spreadHalf', { value: figureText({ value: spreads.median, seen: 'YES' }, indicator.kind) })}
          </h2>
          <p className="hint">
            {unit && own ? (
              <>
                <Name>{unit.name}</Name>: <bdi dir="ltr">{figureText(own, indicator.kind)}</bdi>
              </>
            ) : (
              periodText(figures.period)
            )}
          </p>
          <SpreadChart spread={spreads} kind={indicator.kind} marked={unit && own && own.value !== null ? { name: unit.name, value: own.value } : null} />
        </article>
      )}
      {compares && changed.untold < figures.lines.length && (
        <article className="panel stack">
          <h2>{t('reports.changeTitle', { up: numberText(changed.up), down: numberText(changed.down) })}</h2>
          <p className="hint">
            <bdi>{periodText(figures.before)}</bdi> → <bdi>{periodText(figures.period)}</bdi>
          </p>
          <ChangeChart changes={changed} kind={indicator.kind} rounded={values.some((each) => each.seen === 'TENS')} marked={marked} />
        </article>
      )}
    </section>
  );
}

function trendTitle(trend: Trend, indicator: IndicatorFigure): string {
  const share = indicator.kind === 'SHARE';
  const by = yearChange(trend, share);
  if (by === null) return t('reports.trendUnknown');
  if (by === 0) return t('reports.trendSame');
  const size = numberText(Math.abs(by), share ? 1 : 0);
  if (share) return t(by > 0 ? 'reports.trendPointsUp' : 'reports.trendPointsDown', { by: size });
  return t(by > 0 ? 'reports.trendUp' : 'reports.trendDown', { by: size });
}

/** The map; on a phone it comes when it is asked for. A press on a unit marks it everywhere. */
function MapCard({ figures, indicator, column, marked, change }: Pick<Props, 'figures' | 'indicator' | 'marked' | 'change'> & { column: number }) {
  const outlines = useOutlines(figures.areaId, true);
  const [shown, setShown] = useState(false);
  const unreported = new Set(figures.over ? figures.lines.filter((line) => line.report === null || line.report === 'OPEN').map((line) => line.id) : []);
  const unit = figures.lines.find((line) => line.id === marked);
  return (
    <article className={shown ? 'panel map-shown' : `panel ${css.mapAsked}`}>
      <button type="button" className={`button button-plain ${css.mapToggle}`} aria-expanded={shown} onClick={() => setShown(!shown)}>
        <span>{t('reports.map')}</span>
      </button>
      <div className={css.mapPart}>
        <h2>
          <bdi>{indicator.name}</bdi>, <bdi>{periodText(figures.period)}</bdi>
        </h2>
        {outlines.data && column >= 0 && (
          <ProvinceMap
            outlines={outlines.data}
            lines={figures.lines}
            column={column}
            kind={indicator.kind}
            label={indicator.name}
            chosen={marked}
            unreported={unreported}
            onOpen={(id) => change({ unit: id === marked ? null : id })}
          />
        )}
        {unit && (
          <p>
            <Link to={`/province${query({ period: figures.period, area: unit.id, indicator: indicator.code })}`}>{t('reports.openUnit', { name: unit.name })}</Link>
          </p>
        )}
      </div>
    </article>
  );
}
