import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { json } from '../api/client';
import type { Page } from '../api/types';
import { t } from '../i18n/text';
import type { TeamLine } from '../teams/types';
import { ButtonLink } from '../ui/Button';
import { QueryState } from '../ui/State';
import { Name } from '../ui/text';

/** The work of somebody's own team: its plan, its log, and what is kept of their own service. */
export function OwnTeam() {
  // The list names nobody, so reading it is no entry of the log.
  const teams = useQuery({ queryKey: ['teams', 'own'], queryFn: async () => (await json<Page<TeamLine>>('/api/teams?limit=5')).items });
  return (
    <section className="stack" aria-labelledby="own-team">
      <h2 id="own-team">{t('worklist.team')}</h2>
      <QueryState query={teams} />
      <div className="toolbar">
        {teams.data?.map((team) => (
          <Fragment key={team.id}>
            <ButtonLink icon="team" label={<Name>{team.name}</Name>} to={`/teams/${team.id}`} />
            <ButtonLink icon="calendar" label={t('work.plan')} to={`/teams/${team.id}/plan`} />
            <ButtonLink icon="list" label={t('work.log')} to={`/teams/${team.id}/patrols`} />
          </Fragment>
        ))}
        <ButtonLink icon="person" label={t('work.own')} to="/teams/own" />
      </div>
    </section>
  );
}
