import { Link } from 'react-router';
import { usePages } from '../api/pages';
import { t, tCode } from '../i18n/text';
import { Moment } from '../time/site';
import { useAddress } from '../ui/address';
import { DataTable } from '../ui/DataTable';
import { Pages } from '../ui/Pages';
import { Segments } from '../ui/Segments';
import { Empty } from '../ui/State';
import { Code, PageFrame } from '../ui/text';
import { Person, StateBadge, TargetName, why } from './findingText';
import type { Finding } from './types';

/** What the rules found in the use of the system, for the auditor: what is open first. */
export function FindingsPage() {
  const [search, change] = useAddress();
  const state = search.get('state') ?? 'OPEN';
  const findings = usePages<Finding>('/api/findings', ['findings'], { state });
  return (
    <PageFrame title={t('oversight.findings')} lead={t('oversight.findingsLead')}>
      <div className="toolbar">
        <Segments label={t('oversight.filter')} of={['OPEN', 'CLOSED']} chosen={state} words="oversight.state" onChoose={(each) => change({ state: each })} />
      </div>
      <Pages
        pages={findings}
        empty={
          <Empty icon="finding" title={t('oversight.none')}>
            <p>{t('oversight.noneMore')}</p>
          </Empty>
        }
      >
        {(items) => <FindingTable items={items} />}
      </Pages>
    </PageFrame>
  );
}

function FindingTable({ items }: { items: Finding[] }) {
  return (
    <DataTable heads={[t('oversight.colFinding'), t('oversight.colPerson'), t('oversight.colWhy'), t('oversight.colWhen'), t('oversight.colState')]} cards>
      {items.map((each) => (
        <tr key={each.id}>
          <th scope="row">
            <Link className="row-link-plain" to={`/findings/${each.id}`}>
              <Code>{each.code}</Code> {tCode('oversight.rule', each.rule)}
            </Link>
            {each.target && (
              <small className="block">
                <TargetName target={each.target} />
              </small>
            )}
          </th>
          <td data-label={t('oversight.colPerson')}>
            <Person finding={each} />
          </td>
          <td>{why(each)}</td>
          <td data-label={t('oversight.colWhen')}>
            <Moment at={each.openedAt} />
          </td>
          <td>
            <StateBadge finding={each} />
          </td>
        </tr>
      ))}
    </DataTable>
  );
}
