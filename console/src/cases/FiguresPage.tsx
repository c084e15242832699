import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { json, query } from '../api/client';
import { t, tCode } from '../i18n/text';
import { useSiteTime } from '../time/site';
import { zonedFields } from '../time/zone';
import { useAddress } from '../ui/address';
import { DownloadLink } from '../ui/Button';
import { DataTable } from '../ui/DataTable';
import { YearChoice } from '../ui/figures';
import { Empty, Notice, QueryState } from '../ui/State';
import { Name, numberText, PageHead, usePageTitle } from '../ui/text';
import type { Figure, FigureLine, YearFigures } from './types';

const columns = ['opened', 'closed', 'clarified', 'clarifiedByFootage', 'requests', 'extractions'] as const;
const yearsBack = 4;

/** The figures of a year, counted from the records; who may see the single cases is led to them. */
export function FiguresPage() {
  usePageTitle(t('cases.figures'));
  const { zone, now } = useSiteTime();
  const [search, change] = useAddress();
  const present = zonedFields(now(), zone).year;
  const year = Number(search.get('year') ?? present);
  const figures = useQuery({ queryKey: ['figures', year], queryFn: () => json<YearFigures>(`/api/figures${query({ year })}`) });
  return (
    <>
      <PageHead
        title={t('cases.figuresOf', { year: String(year) })}
        lead={t('cases.figuresLead')}
        actions={<DownloadLink label={t('cases.figuresTable')} href={`/api/figures/table.csv${query({ year })}`} />}
      />
      <div className="toolbar">
        <YearChoice label={t('cases.year')} present={present} count={yearsBack} chosen={year} onChoose={(each) => change({ year: String(each) })} />
      </div>
      <QueryState query={figures} />
      {figures.data && <Tables figures={figures.data} />}
    </>
  );
}

function Tables({ figures }: { figures: YearFigures }) {
  if (figures.byArea.length === 0) return <Empty icon="case" title={t('cases.figuresNone')} />;
  return (
    <>
      {!figures.exact && <Notice tone="info" title={t('cases.figuresHidden')} />}
      <Table title={t('cases.byArea')} head={t('cases.commune')} year={figures.year} lines={[...figures.byArea, figures.total]} />
      <Table title={t('cases.byType')} head={t('cases.type')} year={figures.year} lines={[...figures.byType, figures.total]} />
    </>
  );
}

function Table({ title, head, year, lines }: { title: string; head: string; year: number; lines: FigureLine[] }) {
  return (
    <section className="panel stack">
      <h2>{title}</h2>
      <DataTable heads={[head, ...columns.map((column) => ({ number: tCode('cases.figure', column) }))]} cards>
        {lines.map((line) => (
          <tr key={`${line.areaId} ${line.type}`}>
            <th scope="row">{line.areaName ? <Name>{line.areaName}</Name> : line.typeName ? <Name>{line.typeName}</Name> : <strong>{t('cases.inAll')}</strong>}</th>
            {columns.map((column) => (
              <td key={column} className="number" data-label={tCode('cases.figure', column)}>
                <Cell figure={line[column]} to={casesOf(line, column, year)} />
              </td>
            ))}
          </tr>
        ))}
      </DataTable>
    </section>
  );
}

/** The list of cases that a figure counts; requests and packages are found through their cases. */
function casesOf(line: FigureLine, column: (typeof columns)[number], year: number): string | null {
  const narrowed = { area: line.areaId, type: line.type };
  switch (column) {
    case 'opened':
      return `/cases${query({ ...narrowed, opened: year })}`;
    case 'closed':
      return `/cases${query({ ...narrowed, closed: year })}`;
    case 'clarified':
      return `/cases${query({ ...narrowed, closed: year, clarified: true })}`;
    case 'clarifiedByFootage':
    case 'requests':
    case 'extractions':
      return null;
  }
}

function Cell({ figure, to }: { figure: Figure; to: string | null }) {
  if (figure.value === null) return <bdi dir="ltr">{t('cases.few')}</bdi>;
  const text = numberText(figure.value);
  if (!figure.exact) return <bdi dir="ltr">≈ {text}</bdi>;
  return to && figure.value > 0 ? <Link to={to}>{text}</Link> : text;
}
