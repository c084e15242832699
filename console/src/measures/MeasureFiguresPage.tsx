import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { json, query } from '../api/client';
import type { Figure } from '../cases/types';
import { t, tCode } from '../i18n/text';
import { NotYetTold, ToldUntil, yearOf } from '../time/quarters';
import { useSiteTime } from '../time/site';
import { zonedFields } from '../time/zone';
import { useAddress } from '../ui/address';
import { DataTable } from '../ui/DataTable';
import { FigureCells, FigureText, YearChoice } from '../ui/figures';
import { Segments } from '../ui/Segments';
import { Empty, Notice, QueryState, StaleWhileLoading } from '../ui/State';
import { Name, PageFrame } from '../ui/text';
import { Tabs } from './tabs';
import { type MeasureCounts, type MeasureFigures, measureCounts } from './types';

const yearsBack = 3;
const quarters = [1, 2, 3, 4] as const;

/** How many measures began, are in force and ended: counts only, small ones hidden from everybody. */
export function MeasureFiguresPage() {
  const { zone, now } = useSiteTime();
  const [search, change] = useAddress();
  const present = zonedFields(now(), zone);
  const asked = search.get('year') && search.get('quarter') ? { year: search.get('year')!, quarter: search.get('quarter')! } : {};
  const figures = useQuery({
    queryKey: ['measures', 'figures', asked],
    queryFn: () => json<MeasureFigures>(`/api/measures/figures${query(asked)}`),
    placeholderData: keepPreviousData,
  });
  const year = yearOf(search.get('year'), figures.data, present.year);
  const running = Math.ceil(present.month / 3);
  const last = year < present.year ? quarters.length : running;
  const quarter = Math.min(last, Number(search.get('quarter')) || (figures.data ? Math.ceil(Number(figures.data.from.slice(5, 7)) / 3) : running));
  return (
    <PageFrame title={t('measures.figures')} lead={t('measures.figuresLead')} below={<Tabs />}>
      <div className="toolbar">
        <YearChoice label={t('measures.year')} present={present.year} count={yearsBack} chosen={year} onChoose={(each) => change({ year: String(each), quarter: String(quarter) })} />
        <Segments
          label={t('measures.quarter')}
          of={quarters.filter((each) => each <= last)}
          chosen={quarter as 1}
          words={(each) => t('measures.quarterOf', { quarter: each })}
          onChoose={(each) => change({ year: String(year), quarter: String(each) })}
        />
      </div>
      <QueryState query={figures} />
      {figures.data && (
        <StaleWhileLoading stale={figures.isPlaceholderData}>
          <Told figures={figures.data} />
        </StaleWhileLoading>
      )}
    </PageFrame>
  );
}

function Told({ figures }: { figures: MeasureFigures }) {
  if (figures.to === null) return <NotYetTold nextOn={figures.nextOn} />;
  if (figures.lines.length === 0 && figures.kinds.length === 0) return <Empty icon="figures" title={t('measures.figuresNone')} />;
  return (
    <>
      <Notice tone="info" title={t('measures.figuresHidden')}>
        <ToldUntil told={figures} />
      </Notice>
      {figures.kinds.length > 0 && (
        <section className="stack">
          <h2>{t('measures.byKind')}</h2>
          <Table first={t('measures.kind')}>
            {figures.kinds.map((each) => (
              <Line key={each.kind} name={tCode('measures.kindOf', each.kind)} counts={each} />
            ))}
            <Line name={<strong>{t('measures.inAll')}</strong>} counts={figures} />
          </Table>
        </section>
      )}
      <section className="stack">
        <h2>{t('measures.byCommune')}</h2>
        <Table first={t('measures.commune')} openings>
          {figures.lines.map((each) => (
            <Line key={each.communeId} name={<Name>{each.communeName}</Name>} counts={each} openings={each.openings} />
          ))}
          <Line name={<strong>{t('measures.inAll')}</strong>} counts={figures} openings={figures.openings} />
        </Table>
      </section>
    </>
  );
}

function Table({ first, openings = false, children }: { first: string; openings?: boolean; children: React.ReactNode }) {
  return (
    <DataTable heads={[first, ...measureCounts.map((each) => ({ number: tCode('measures.count', each) })), openings && { number: t('measures.count.openings') }]} cards>
      {children}
    </DataTable>
  );
}

function Line({ name, counts, openings }: { name: React.ReactNode; counts: MeasureCounts; openings?: Figure }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <FigureCells columns={measureCounts} figures={counts} words={(each) => tCode('measures.count', each)} />
      {openings && (
        <td className="number" data-label={t('measures.count.openings')}>
          <FigureText figure={openings} />
        </td>
      )}
    </tr>
  );
}
