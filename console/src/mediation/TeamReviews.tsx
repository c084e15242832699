import { useQuery } from '@tanstack/react-query';
import { json } from '../api/client';
import type { Page, PersonRef } from '../api/types';
import { t, tCode } from '../i18n/text';
import { dayText } from '../register/days';
import { FieldsForm } from '../ui/FieldsForm';
import { DialogButton } from '../ui/overlays';
import { Failure } from '../ui/State';
import { Code, Name } from '../ui/text';
import type { MediationTeam } from './types';

interface Review {
  year: number;
  heldOn: string;
  organisation: string;
  activity: string;
  proposal: string;
  by: PersonRef;
}

const proposals = ['KEEP', 'ADD', 'REPLACE', 'REORGANISE'] as const;

/** The yearly reviews of a team (article 12.3). */
export function TeamReviews({ team }: { team: MediationTeam }) {
  const path = `/api/mediation-teams/${team.id}/reviews`;
  const reviews = useQuery({ queryKey: ['mediationTeams', team.id, 'reviews'], queryFn: async () => (await json<Page<Review>>(path)).items });
  return (
    <section className="panel stack" id="reviews">
      <h2>{t('mediation.review')}</h2>
      {reviews.error && <Failure failure={reviews.error} />}
      {reviews.data?.length === 0 && <p>{t('mediation.reviewNone')}</p>}
      <ol className="plain-list stack">
        {(reviews.data ?? []).map((each) => (
          <li key={each.year}>
            <p>
              <strong>{each.year}</strong> · <Code>{dayText(each.heldOn)}</Code> · {tCode('mediation.reviewProposals', each.proposal)} · <Name>{each.by.displayName}</Name>
            </p>
            <p>
              <bdi>{each.organisation}</bdi>
            </p>
            <p>
              <bdi>{each.activity}</bdi>
            </p>
          </li>
        ))}
      </ol>
      {team.mayPropose && (
        <p>
          <DialogButton icon="add" label={t('mediation.reviewNew')}>
            {(close) => (
              <FieldsForm
                path={path}
                stale="mediationTeams"
                questions={[
                  { name: 'year', label: t('mediation.reviewYear'), kind: 'number' },
                  { name: 'heldOn', label: t('mediation.electionDay'), hint: t('teams.fDayHint'), kind: 'day' },
                  { name: 'organisation', label: t('mediation.reviewOrganisation'), kind: 'words' },
                  { name: 'activity', label: t('mediation.reviewActivity'), kind: 'words' },
                  { name: 'proposal', label: t('mediation.reviewProposal'), kind: 'choice', choices: proposals.map((each) => [each, tCode('mediation.reviewProposals', each)] as const) },
                ]}
                onDone={close}
              />
            )}
          </DialogButton>
        </p>
      )}
    </section>
  );
}
