import { useQuery } from '@tanstack/react-query';
import { json, query } from '../api/client';
import { t, tCode } from '../i18n/text';
import { NotYetTold, ToldUntil, yearOf } from '../time/quarters';
import { useSiteTime } from '../time/site';
import { zonedFields } from '../time/zone';
import { useAddress } from '../ui/address';
import { Button } from '../ui/Button';
import { DataTable } from '../ui/DataTable';
import { Select } from '../ui/Field';
import { FigureCells, YearChoice } from '../ui/figures';
import { Segments } from '../ui/Segments';
import { Empty, Notice, QueryState } from '../ui/State';
import { Name, numberText, PageHead, usePageTitle } from '../ui/text';
import { Tabs } from './tabs';
import { countColumns, type MediationCounts, type MediationFigures } from './types';

const yearsBack = 4;
const periods = ['YEAR', 'H1', 'H2', 'Q1', 'Q2', 'Q3', 'Q4'] as const;
type Period = (typeof periods)[number];
/** The first and the last day of each. */
const spans: Record<Period, readonly [string, string]> = {
  YEAR: ['01-01', '12-31'],
  H1: ['01-01', '06-30'],
  H2: ['07-01', '12-31'],
  Q1: ['01-01', '03-31'],
  Q2: ['04-01', '06-30'],
  Q3: ['07-01', '09-30'],
  Q4: ['10-01', '12-31'],
};
const monthOf = (day: string): number => Number(day.slice(0, 2));

/** What came of mediations by village or commune, as the yearly report has it (article 15.5); the browser prints it. */
export function MediationFiguresPage() {
  usePageTitle(t('mediation.figures'));
  const { zone, now } = useSiteTime();
  const [search, change] = useAddress();
  const present = zonedFields(now(), zone);
  const asked = search.get('year') || search.get('period') ? yearOf(search.get('year'), undefined, present.year) : null;
  const offered = periods.filter((each) => (asked ?? present.year) < present.year || monthOf(spans[each][0]) <= present.month);
  const period = offered.find((each) => each === search.get('period')) ?? 'YEAR';
  const level = search.get('level') === 'COMMUNE' ? 'COMMUNE' : 'VILLAGE';
  const [from, to] = spans[period];
  // Without an end, it is as far as the reader may see: today, or the last quarter that is over.
  const end = asked && (asked < present.year || monthOf(to) < present.month) ? `${asked}-${to}` : undefined;
  const figures = useQuery({
    queryKey: ['mediations', 'figures', asked, period, level],
    queryFn: () => json<MediationFigures>(`/api/mediations/figures${query({ from: asked ? `${asked}-${from}` : undefined, to: end, level })}`),
  });
  const year = yearOf(search.get('year'), figures.data, present.year);
  return (
    <>
      <PageHead title={t('mediation.figuresOf', { year: String(year) })} lead={t('mediation.figuresLead')} actions={<Button label={t('app.print')} onClick={() => window.print()} />}>
        <Tabs />
      </PageHead>
      <div className="toolbar">
        <YearChoice label={t('mediation.year')} present={present.year} count={yearsBack} chosen={year} onChoose={(each) => change({ year: String(each) })} />
        <Select aria-label={t('mediation.period')} of={offered} words="mediation.periodOf" value={period} onText={(picked) => change({ year: String(year), period: picked })} />
        <Segments label={t('mediation.level')} of={['VILLAGE', 'COMMUNE']} chosen={level} words="mediation.levelOf" onChoose={(each) => change({ level: each })} />
      </div>
      <QueryState query={figures} />
      {figures.data &&
        (figures.data.to === null ? (
          <NotYetTold nextOn={figures.data.nextOn} />
        ) : figures.data.lines.length === 0 ? (
          <Empty icon="figures" title={t('mediation.figuresNone')} />
        ) : (
          <Table figures={figures.data} level={level} />
        ))}
    </>
  );
}

function Table({ figures, level }: { figures: MediationFigures; level: string }) {
  return (
    <>
      {!figures.exact && (
        <Notice tone="info" title={t('mediation.figuresHidden')}>
          <ToldUntil told={figures} />
        </Notice>
      )}
      <DataTable heads={[tCode('mediation.levelOf', level), ...countColumns.map((each) => ({ number: tCode('mediation.count', each) })), { number: t('mediation.success') }]} cards>
        {figures.lines.map((each) => (
          <Line key={each.areaId} name={<Name>{each.areaName}</Name>} counts={each.counts} />
        ))}
        <Line name={<strong>{t('mediation.inAll')}</strong>} counts={figures.total} />
      </DataTable>
      <p className="hint">{t('mediation.successHint')}</p>
    </>
  );
}

function Line({ name, counts }: { name: React.ReactNode; counts: MediationCounts }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <FigureCells columns={countColumns} figures={counts} words={(each) => tCode('mediation.count', each)} />
      <td className="number" data-label={t('mediation.success')}>
        {counts.success === null ? '–' : <bdi dir="ltr">{numberText(counts.success)} %</bdi>}
      </td>
    </tr>
  );
}
