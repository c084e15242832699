import { Link } from 'react-router';
import type * as Api from '#api';
import { t, tCode } from '../i18n/text';
import { dayText } from '../register/days';
import { DataTable } from '../ui/DataTable';
import { Badge, Empty, QueryState } from '../ui/State';
import { Code, Name } from '../ui/text';
import { WorkPage } from './work/CommunePages';
import { useWork } from './work/queries';

type Standing = Api.TeamStandingView;

/** Whom age, health or residence concerns today or soon, and the teams of which too few serve. */
export function StandingPage() {
  return (
    <WorkPage title={t('teams.standing')} lead={t('teams.standingLead')}>
      {(commune) => <StandingOf commune={commune} />}
    </WorkPage>
  );
}

function StandingOf({ commune }: { commune: string }) {
  const standing = useWork<Standing>('/api/team-standing', { communeId: commune });
  if (!standing.data) return <QueryState query={standing} />;
  const { members, teams } = standing.data;
  if (members.length === 0 && teams.length === 0) return <Empty icon="team" title={t('teams.standingNone')} />;
  return (
    <div className="stack">
      {teams.length > 0 && (
        <section className="panel stack">
          <h2>{t('teams.weak')}</h2>
          <ul className="link-rows">
            {teams.map((each) => (
              <li key={each.teamId}>
                <Link to={`/teams/${each.teamId}`}>
                  <Name>{each.name}</Name>
                </Link>
                <span>{t('teams.weakCount', { serving: each.serving, least: each.least })}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {members.length > 0 && (
        <DataTable heads={[t('teams.concerned'), t('teams.concernTeam'), t('teams.concerns')]} cards>
          {members.map((each) => (
            <tr key={each.memberId}>
              <th scope="row">
                <Link className="row-link-plain" to={`/teams/${each.teamId}/members/${each.memberId}`}>
                  <Name>{each.name}</Name>
                </Link>
              </th>
              <td data-label={t('teams.concernTeam')}>
                <Name>{each.teamName}</Name>
              </td>
              <td data-label={t('teams.concerns')}>
                {each.concerns.map((one) => (
                  <p key={one.kind}>
                    <Badge tone={one.soon ? 'warn' : 'bad'}>{tCode('teams.concern', one.kind)}</Badge> <Code>{dayText(one.on)}</Code>
                  </p>
                ))}
              </td>
            </tr>
          ))}
        </DataTable>
      )}
    </div>
  );
}
