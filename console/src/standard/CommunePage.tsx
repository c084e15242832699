import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { json, query } from '../api/client';
import { t } from '../i18n/text';
import { Icon } from '../ui/Icon';
import { QueryState } from '../ui/State';
import { Name, PageHead, usePageTitle } from '../ui/text';
import { share } from './CommunesPage';
import { UnitTable } from './StandardPage';
import type { CommuneView } from './types';
import { Exceptions, StateBadge, useYear, YearSegments } from './words';

/** A commune's share of recognised units (article 5.4), computed and shown; a person decides. */
export function CommunePage() {
  const { id = '' } = useParams();
  const year = useYear();
  const commune = useQuery({
    queryKey: ['standard', 'list', 'commune', id, year],
    queryFn: () => json<CommuneView>(`/api/standard/communes/${id}${query({ year })}`),
  });
  usePageTitle(commune.data?.standing.communeName ?? t('standard.communes'));
  if (!commune.data) return <QueryState query={commune} />;
  const { standing, percent, allRegistered, enoughMet, units } = commune.data;
  return (
    <>
      <PageHead
        title={<Name>{standing.communeName}</Name>}
        lead={
          <p className="summary">
            <StateBadge state={standing.state} outcome={standing.outcome} />
            {standing.exempt > 0 && <span>{t('standard.exemptCount', { count: standing.exempt })}</span>}
          </p>
        }
      />
      <div className="toolbar">
        <YearSegments />
      </div>
      <section className="panel stack">
        <h2>{t('standard.rule', { percent })}</h2>
        <ul className="check-list">
          <RuleLine holds={allRegistered}>
            {t('standard.ruleRegistered')} <strong>{share(standing.registered, standing.units)}</strong>
          </RuleLine>
          <RuleLine holds={enoughMet}>
            {t('standard.ruleMet')} <strong>{share(standing.met, standing.units)}</strong>, {t('standard.ruleNeeds', { count: standing.needed })}
          </RuleLine>
        </ul>
        <Exceptions of={standing.exceptions} />
        <p className="hint">{t('standard.ruleHint')}</p>
      </section>
      {units.length > 0 && <UnitTable units={units} year={year} />}
    </>
  );
}

function RuleLine({ holds, children }: { holds: boolean; children: ReactNode }) {
  return (
    <li className={holds ? 'check-ok' : 'check-warn'}>
      <Icon name={holds ? 'done' : 'warn'} size={16} />
      <span>
        {children} · {t(holds ? 'standard.ruleHolds' : 'standard.ruleFails')}
      </span>
    </li>
  );
}
