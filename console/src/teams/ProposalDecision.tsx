import { t, tCode } from '../i18n/text';
import { DecisionForm } from './DecisionForm';
import { useTeamsChanged } from './queries';
import type { TeamLine, TeamProposal } from './types';

/** The chair's decision about what the police proposed of a team. */
export function ProposalDecision({ team, act }: { team: TeamLine; act: TeamProposal }) {
  const changed = useTeamsChanged();
  return (
    <DecisionForm path={`/api/teams/${team.id}/decision`} fixed={{ actId: act.id }} choice={(each) => tCode('teams.decide', each)} onDone={changed}>
      {act.kind !== 'CHANGE' && <p className="hint">{t('teams.fromPaper')}</p>}
    </DecisionForm>
  );
}
