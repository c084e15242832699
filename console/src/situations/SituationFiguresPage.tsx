import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { json, query } from '../api/client';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { EmergencyNotice } from '../emergency/EmergencyNotices';
import { t, tCode } from '../i18n/text';
import { NotYetTold, ToldUntil, yearOf } from '../time/quarters';
import { useSiteTime } from '../time/site';
import { zonedFields } from '../time/zone';
import { useAddress } from '../ui/address';
import { Button } from '../ui/Button';
import { DataTable } from '../ui/DataTable';
import { FigureCells, YearChoice } from '../ui/figures';
import { Segments } from '../ui/Segments';
import { Empty, Notice, QueryState } from '../ui/State';
import { Code, Name, PageHead, usePageTitle } from '../ui/text';
import { Tabs } from './tabs';
import { countColumns, type SituationCounts, type SituationFigures } from './types';

const yearsBack = 4;

/** How much was reported, with what makes a count doubtful beside it; the browser prints it. */
export function SituationFiguresPage() {
  usePageTitle(t('situations.figures'));
  const user = useUser();
  const { zone, now } = useSiteTime();
  const [search, change] = useAddress();
  const present = zonedFields(now(), zone);
  const asked = search.get('year') ? yearOf(search.get('year'), undefined, present.year) : null;
  const level = search.get('level') === 'COMMUNE' ? 'COMMUNE' : 'VILLAGE';
  const figures = useQuery({
    queryKey: ['situations', 'figures', asked, level],
    queryFn: () => json<SituationFigures>(`/api/situations/figures${query({ from: asked ? `${asked}-01-01` : undefined, to: asked && asked < present.year ? `${asked}-12-31` : undefined, level })}`),
  });
  const year = yearOf(search.get('year'), figures.data, present.year);
  return (
    <>
      <PageHead title={t('situations.figuresOf', { year: String(year) })} lead={t('situations.figuresLead')} actions={<Button label={t('app.print')} onClick={() => window.print()} />}>
        <Tabs />
      </PageHead>
      {!may(user, 'situations') && <EmergencyNotice />}
      <div className="toolbar">
        <YearChoice label={t('situations.year')} present={present.year} count={yearsBack} chosen={year} onChoose={(each) => change({ year: String(each) })} />
        <Segments label={t('situations.level')} of={['VILLAGE', 'COMMUNE']} chosen={level} words="situations.levelOf" onChoose={(each) => change({ level: each })} />
      </div>
      <QueryState query={figures} />
      {figures.data &&
        (figures.data.to === null ? (
          <NotYetTold nextOn={figures.data.nextOn} />
        ) : figures.data.lines.length === 0 ? (
          <Empty icon="figures" title={t('situations.figuresNone')} />
        ) : (
          <Tables figures={figures.data} level={level} />
        ))}
    </>
  );
}

function Tables({ figures, level }: { figures: SituationFigures; level: string }) {
  return (
    <>
      {!figures.exact && (
        <Notice tone="info" title={t('situations.figuresHidden')}>
          <ToldUntil told={figures} />
        </Notice>
      )}
      <Table head={tCode('situations.levelOf', level)} total={figures.total} lines={figures.lines.map((each) => [each.areaId, <Name key="name">{each.areaName}</Name>, each.counts])} />
      {figures.kinds.length > 0 && (
        <>
          <h2>{t('situations.byKind')}</h2>
          <Table head={t('situations.fKind')} lines={figures.kinds.map((each) => [each.kind, tCode('situations.kind', each.kind), each.counts])} />
        </>
      )}
      {figures.months.length > 0 && (
        <>
          <h2>{t('situations.byMonth')}</h2>
          <Table head={t('situations.month')} lines={figures.months.map((each) => [each.month, <Code key="month">{`${each.month.slice(5, 7)}/${each.month.slice(0, 4)}`}</Code>, each.counts])} />
        </>
      )}
      <p className="hint">{t('situations.figuresHint')}</p>
    </>
  );
}

function Table({ head, lines, total }: { head: string; lines: [string, ReactNode, SituationCounts][]; total?: SituationCounts }) {
  return (
    <DataTable heads={[head, ...countColumns.map((each) => ({ number: tCode('situations.count', each) }))]} cards>
      {lines.map(([key, name, counts]) => (
        <Line key={key} name={name} counts={counts} />
      ))}
      {total && <Line name={<strong>{t('situations.inAll')}</strong>} counts={total} />}
    </DataTable>
  );
}

function Line({ name, counts }: { name: ReactNode; counts: SituationCounts }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <FigureCells columns={countColumns} figures={counts} words={(each) => tCode('situations.count', each)} />
    </tr>
  );
}
