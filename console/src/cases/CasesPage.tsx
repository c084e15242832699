import { useDeferredValue } from 'react';
import { Link } from 'react-router';
import { useCases, useCaseTypes, useUser } from '../api/queries';
import { may } from '../api/rights';
import { t, tCode } from '../i18n/text';
import { Moment } from '../time/site';
import { useAddress } from '../ui/address';
import { Begin } from '../ui/Begin';
import { ButtonLink } from '../ui/Button';
import { DataTable } from '../ui/DataTable';
import { Pages } from '../ui/Pages';
import { SearchBox } from '../ui/SearchBox';
import { Segments } from '../ui/Segments';
import { Badge, Empty } from '../ui/State';
import { Code, Name, numberText, PageFrame } from '../ui/text';

const narrowings = ['type', 'area', 'opened', 'closed', 'clarified'] as const;

/** The cases of one's area; a figure of a year leads to those that it counts. */
export function CasesPage() {
  const user = useUser();
  const [search, change] = useAddress();
  const types = useCaseTypes();
  const state = search.get('state') ?? '';
  const text = search.get('q') ?? '';
  const narrowing = Object.fromEntries(narrowings.map((name) => [name, search.get(name)]));
  const narrowed = narrowings.some((name) => search.has(name));
  const cases = useCases(useDeferredValue(text), state, true, narrowing);
  return (
    <PageFrame title={t('cases.title')} actions={may(user, 'request') && <ButtonLink kind="primary" icon="add" label={t('cases.new')} to="/cases/new" />}>
      <div className="toolbar">
        <Segments
          label={t('cases.filter')}
          of={['', 'OPEN', 'CLOSED']}
          chosen={state}
          words={(each) => (each ? tCode('cases.state', each) : t('app.all'))}
          onChoose={(each) => change({ state: each })}
        />
        <SearchBox label={t('cases.searchLabel')} value={text} onChange={(value) => change({ q: value })} />
      </div>
      {narrowed && (
        <p className="hint">
          {t('cases.narrowed')} {search.get('type') && <>· {types.data?.find((type) => type.code === search.get('type'))?.name ?? search.get('type')} </>}
          {search.get('opened') && <>· {t('cases.openedIn', { year: search.get('opened') ?? '' })} </>}
          {search.get('closed') && <>· {t(search.get('clarified') ? 'cases.clarifiedIn' : 'cases.closedIn', { year: search.get('closed') ?? '' })} </>}·{' '}
          <Link to="/cases">{t('cases.narrowedNot')}</Link>
        </p>
      )}
      <Pages
        pages={cases}
        empty={
          text || state || narrowed ? (
            <Empty icon="case" title={t('cases.emptySearch')}>
              <p>{t('app.tryOther')}</p>
            </Empty>
          ) : (
            <Empty icon="case" title={t('cases.empty')}>
              <Begin allowed="request" label={t('cases.new')} to="/cases/new" by="INVESTIGATOR" />
            </Empty>
          )
        }
      >
        {(items) => (
          <DataTable heads={[t('cases.colCase'), t('cases.type'), t('cases.colWhen'), t('cases.colState'), { number: t('cases.colRequests') }]} cards>
            {items.map((each) => (
              <tr key={each.id}>
                <th scope="row">
                  <Link className="row-link-plain" to={`/cases/${each.id}`}>
                    <Code>{each.code}</Code> <Name>{each.title}</Name>
                  </Link>
                  <small>
                    <bdi>{[each.place, each.areaName].filter(Boolean).join(' · ')}</bdi>
                  </small>
                </th>
                <td>{each.typeName}</td>
                <td data-label={t('cases.colWhen')}>
                  <Moment at={each.occurredFrom} />
                </td>
                <td>
                  <CaseBadge state={each.state} />
                </td>
                <td className="number" data-label={t('cases.colRequests')}>
                  {numberText(each.requests.length)}
                </td>
              </tr>
            ))}
          </DataTable>
        )}
      </Pages>
    </PageFrame>
  );
}

export function CaseBadge({ state }: { state: 'OPEN' | 'CLOSED' }) {
  return (
    <Badge tone={state === 'OPEN' ? 'info' : 'mute'} icon={state === 'OPEN' ? 'case' : 'done'}>
      {tCode('cases.state', state)}
    </Badge>
  );
}
