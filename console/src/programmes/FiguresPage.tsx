import { t, tCode } from '../i18n/text';
import { useSiteTime } from '../time/site';
import { zonedFields } from '../time/zone';
import { useAddress } from '../ui/address';
import { DataTable } from '../ui/DataTable';
import { FigureText, YearChoice } from '../ui/figures';
import { Segments } from '../ui/Segments';
import { Empty, QueryState, StaleWhileLoading } from '../ui/State';
import { numberText, PageFrame } from '../ui/text';
import { useFigures } from './queries';
import { figureColumns, type ProgrammeFigures } from './types';
import { Tabs } from './words';

const yearsBack = 3;

/** How many programmes there are of each kind, or in each commune. */
export function FiguresPage() {
  const { zone, now } = useSiteTime();
  const [search, change] = useAddress();
  const present = zonedFields(now(), zone).year;
  const year = Number(search.get('year') ?? present);
  const level = search.get('level') === 'COMMUNE' ? 'COMMUNE' : 'KIND';
  const figures = useFigures(year, level);
  return (
    <PageFrame title={t('programmes.figures')} lead={t('programmes.figuresLead')} below={<Tabs />}>
      <div className="toolbar">
        <YearChoice label={t('programmes.year')} present={present} count={yearsBack} chosen={year} onChoose={(each) => change({ year: String(each) })} />
        <Segments label={t('programmes.level')} of={['KIND', 'COMMUNE']} chosen={level} words="programmes.levelOf" onChoose={(each) => change({ level: each })} />
      </div>
      <QueryState query={figures} />
      {figures.data && (
        <StaleWhileLoading stale={figures.isPlaceholderData}>
          {figures.data.lines.length === 0 ? <Empty icon="figures" title={t('programmes.none')} /> : <Table figures={figures.data} level={level} />}
        </StaleWhileLoading>
      )}
    </PageFrame>
  );
}

function Table({ figures, level }: { figures: ProgrammeFigures; level: string }) {
  return (
    <>
      <DataTable heads={[tCode('programmes.levelOf', level), ...figureColumns.map((each) => ({ number: tCode('programmes.count', each) })), { number: tCode('programmes.count', 'attended') }]} cards>
        {figures.lines.map((line) => (
          <tr key={line.id}>
            <th scope="row">
              <bdi>{line.name}</bdi>
            </th>
            {figureColumns.map((each) => (
              <td key={each} className="number" data-label={tCode('programmes.count', each)}>
                {numberText(line[each])}
              </td>
            ))}
            <td className="number" data-label={tCode('programmes.count', 'attended')}>
              <FigureText figure={line.attended} />
            </td>
          </tr>
        ))}
      </DataTable>
      <p className="hint">{t(figures.exact ? 'programmes.attendedAnew' : 'programmes.attendedHidden')}</p>
    </>
  );
}
