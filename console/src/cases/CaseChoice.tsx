import { useDeferredValue, useState } from 'react';
import { Link } from 'react-router';
import { useCase, useCaseOfficers, useCases, useUser } from '../api/queries';
import { t } from '../i18n/text';
import { Moment } from '../time/site';
import { Radios } from '../ui/Field';
import { Failure, Loading, Notice } from '../ui/State';
import { Code, Name } from '../ui/text';

interface Props {
  hint: string;
  error: string | undefined;
  /** Whether only those are offered that the reader works on. */
  own?: boolean;
  /** Where a new case is opened. */
  newCase?: string;
  /** The identifier of the chosen case; empty for none. */
  value: string;
  onChoose: (caseId: string) => void;
}

/** One of the open cases of the area, or of one's own, found by what is typed where there are many; or a new one. */
export function CaseChoice({ newCase = '/cases/new', ...choice }: Props) {
  return (
    <>
      <OpenCases {...choice} />
      <p>
        <Link to={newCase}>{t('requests.caseNew')}</Link>
      </p>
    </>
  );
}

function OpenCases({ hint, error, own = false, value, onChoose }: Omit<Props, 'newCase'>) {
  const user = useUser();
  const [search, setSearch] = useState('');
  const cases = useCases(useDeferredValue(search), 'OPEN', true, own ? { own: 'true' } : {});
  const chosen = useCase(value || undefined).data;
  const on = useCaseOfficers(value, own).data?.items.some((officer) => officer.id === user.id) ?? false;
  if (cases.isPending) return <Loading />;
  if (!cases.data) return <Failure failure={cases.error} />;
  const items = cases.data;
  const shown = chosen?.state === 'OPEN' && (on || !own) && !items.some((each) => each.id === chosen.id) ? [chosen, ...items] : items;
  if (shown.length === 0 && !search) return <Notice tone="info" title={t(own ? 'requests.caseNoneOwn' : 'requests.caseNone')} />;
  return (
    <Radios
      id="caseId"
      label={t('requests.case')}
      hint={hint}
      error={error}
      above={
        (items.length > 6 || search) && (
          <input type="search" dir="auto" aria-label={t('cases.searchLabel')} placeholder={t('cases.searchLabel')} value={search} onChange={(event) => setSearch(event.target.value)} />
        )
      }
      of={shown}
      value={value}
      words={(each) => (
        <>
          <Code>{each.code}</Code> <Name>{each.title}</Name>
        </>
      )}
      hintOf={(each) => (
        <>
          <Moment at={each.occurredFrom} /> · <bdi>{[each.place, each.areaName].filter(Boolean).join(' · ')}</bdi>
        </>
      )}
      onText={onChoose}
    />
  );
}
