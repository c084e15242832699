import { Link, useParams } from 'react-router';
import { t, tCode } from '../i18n/text';
import { dayText } from '../register/days';
import { Moment } from '../time/site';
import { ButtonLink } from '../ui/Button';
import { DialogButton } from '../ui/overlays';
import { Badge, Notice, QueryState } from '../ui/State';
import { Code, Fact, Name, numberText, PageHead, Phone, usePageTitle } from '../ui/text';
import { MembersDecision } from './MembersDecision';
import { ProposalDecision } from './ProposalDecision';
import { useTeam } from './queries';
import { ChangeForm, EndForm } from './TeamForms';
import css from './teams.module.css';
import { leads, type Member, type Team, type TeamProposal } from './types';
import { PaperText, StateBadge, TermBadge, WarningBadge } from './words';
import { TeamTabs } from './work/words';

/** A team: what it is, who is in it, what waits, and what was decided. */
export function TeamPage() {
  const { id = '' } = useParams();
  const team = useTeam(id);
  usePageTitle(team.data?.team.name ?? t('teams.title'));
  if (!team.data) return <QueryState query={team} />;
  return <View data={team.data} />;
}

function View({ data }: { data: Team }) {
  const { team } = data;
  const pending = data.proposals.find((act) => act.decision === null);
  const established = team.state === 'ESTABLISHED';
  const changes = data.mayPropose && established && !pending;
  const proposes = data.mayPropose && (established || team.state === 'PROPOSED');
  return (
    <>
      <PageHead
        title={<Name>{team.name}</Name>}
        lead={
          <p className="summary">
            <StateBadge state={team.state} />
            <Code>{team.code}</Code>
            <bdi>{team.communeName}</bdi>
          </p>
        }
        actions={
          <>
            {proposes && !data.proposal && <ButtonLink kind="primary" icon="add" label={t('teams.proposeMembers')} to={`/teams/${team.id}/propose`} />}
            <DialogButton shown={changes} label={t('teams.change')}>
              {(close) => <ChangeForm team={team} strength={data.strength} onDone={close} />}
            </DialogButton>
            <DialogButton shown={changes} kind="quiet" label={t('teams.dissolve')}>
              {(close) => <EndForm team={team} onDone={close} />}
            </DialogButton>
          </>
        }
      >
        {team.state !== 'PROPOSED' && team.state !== 'REFUSED' && <TeamTabs team={team.id} />}
      </PageHead>
      <div className="stack">
        {pending && <Pending act={pending} data={data} />}
        {data.proposal && <MembersDecision data={data} proposal={data.proposal} />}
        <div className="card-page">
          <section className="panel stack" id="members">
            <h2>{t('teams.members')}</h2>
            <Members data={data} />
          </section>
          <section className="panel stack">
            <h2>{t('teams.about')}</h2>
            <dl className="facts">
              <Fact label={t('teams.areas')}>
                {team.areas.length === 0
                  ? '–'
                  : team.areas.map((area) => (
                      <span key={area.id} className="block">
                        <Name>{area.name}</Name>
                      </span>
                    ))}
              </Fact>
              {data.office && <Fact label={tCode('teams.sum', 'planned')}>{team.planned === null ? '–' : numberText(team.planned)}</Fact>}
              {team.establishedOn && (
                <Fact label={t('teams.establishedOn')}>
                  <Code>{dayText(team.establishedOn)}</Code>
                </Fact>
              )}
              {team.dissolvedOn && (
                <Fact label={t('teams.dissolvedOn')}>
                  <Code>{dayText(team.dissolvedOn)}</Code>
                </Fact>
              )}
            </dl>
            {!data.office && <p className="hint">{t('teams.ownHint')}</p>}
            {data.office && <p className="hint">{t('teams.readHint')}</p>}
          </section>
        </div>
        {data.office && <History data={data} />}
      </div>
    </>
  );
}

/** What of the team waits for the chair. */
function Pending({ act, data }: { act: TeamProposal; data: Team }) {
  return (
    <section className="panel stack" id="pending-act">
      <h2>
        {tCode('teams.waits', act.kind)} <Badge tone="warn">{t('teams.pending')}</Badge>
      </h2>
      <ProposalFacts act={act} />
      {data.mayDecideProposal ? <ProposalDecision team={data.team} act={act} /> : <p className="hint">{t('teams.decidedByChair')}</p>}
    </section>
  );
}

function ProposalFacts({ act }: { act: TeamProposal }) {
  return (
    <dl className="facts">
      <Fact label={t('teams.proposedBy')}>
        <Name>{act.proposedBy.displayName}</Name> · <Moment at={act.proposedAt} />
      </Fact>
      {act.planned !== null && <Fact label={tCode('teams.sum', 'planned')}>{numberText(act.planned)}</Fact>}
      {act.areas.length > 0 && (
        <Fact label={t('teams.areas')}>
          <bdi>{act.areas.map((area) => area.name).join(', ')}</bdi>
        </Fact>
      )}
      {act.from && (
        <Fact label={t('teams.from')}>
          <Code>{dayText(act.from)}</Code>
        </Fact>
      )}
      {act.reason && (
        <Fact label={t('teams.reason')}>
          <bdi>{act.reason}</bdi>
        </Fact>
      )}
    </dl>
  );
}

function Members({ data }: { data: Team }) {
  const present = data.members.filter((member) => member.state === 'RECOGNISED' || member.state === null);
  const past = data.members.filter((member) => member.state === 'LEFT' || member.state === 'REFUSED');
  return (
    <>
      {data.office && data.team.state === 'ESTABLISHED' && !present.some(leads) && <Notice tone="warn" title={t('teams.noLeader')} />}
      {present.length === 0 ? (
        <p>{t('teams.nobody')}</p>
      ) : (
        <ul className={css.teamMembers}>
          {present.map((member) => (
            <MemberRow key={member.id} member={member} data={data} />
          ))}
        </ul>
      )}
      {past.length > 0 && (
        <details>
          <summary>{t('teams.past', { count: past.length })}</summary>
          <ul className={css.teamMembers}>
            {past.map((member) => (
              <MemberRow key={member.id} member={member} data={data} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function MemberRow({ member, data }: { member: Member; data: Team }) {
  const name = member.name ? <Name>{member.name}</Name> : <em>{t('teams.erased')}</em>;
  return (
    <li>
      <p className={css.teamMember}>
        {data.office && member.name ? (
          <Link className="row-link-plain" to={`/teams/${data.team.id}/members/${member.id}`}>
            {name}
          </Link>
        ) : (
          <strong>{name}</strong>
        )}
        {member.position && <span>{tCode('teams.position', member.position)}</span>}
        {member.termState && member.state === 'RECOGNISED' && <TermBadge state={member.termState} />}
        {member.state === 'REFUSED' && <Badge tone="mute">{tCode('teams.term', 'REFUSED')}</Badge>}
      </p>
      <p className="hint">
        {member.phone && <Phone number={member.phone} />}
        {member.state === 'RECOGNISED' && member.terms.some((term) => term.imported) && <> {t('teams.fromList')} </>}
        {member.until && member.state === 'RECOGNISED' && (
          <>
            {' '}
            {t('teams.until')} <Code>{dayText(member.until)}</Code>
          </>
        )}
        {member.leftOn && member.leftReason && (
          <>
            {' '}
            {t('teams.left')} <Code>{dayText(member.leftOn)}</Code> · {tCode('teams.leaving', member.leftReason)}
          </>
        )}
      </p>
      {member.state === 'RECOGNISED' && member.warnings.length > 0 && (
        <p className="summary">
          {member.warnings.map((warning) => (
            <WarningBadge key={warning} warning={warning} />
          ))}
        </p>
      )}
    </li>
  );
}

/** What was proposed and decided, newest first. */
function History({ data }: { data: Team }) {
  const decided = data.proposals.filter((act) => act.decision !== null);
  if (decided.length === 0) return null;
  return (
    <section className="panel stack" id="history">
      <h2>{t('teams.history')}</h2>
      <ol className="plain-list stack">
        {decided.map((act) => (
          <li key={act.id}>
            <p className="summary">
              <strong>{tCode('teams.act', act.kind)}</strong>
              <Badge tone={act.decision?.outcome === 'ACCEPTED' ? 'ok' : 'mute'}>{tCode('teams.outcome', act.decision?.outcome ?? '')}</Badge>
              {act.decision?.paper && <PaperText paper={act.decision.paper} />}
            </p>
            <ProposalFacts act={act} />
            {act.imported ? (
              <p className="hint">{t('teams.imported')}</p>
            ) : (
              act.decision?.by && (
                <p className="hint">
                  {t('teams.decidedBy')} <Name>{act.decision.by.displayName}</Name> · <Moment at={act.decision.at} />
                  {act.decision.reason && (
                    <>
                      : <bdi>{act.decision.reason}</bdi>
                    </>
                  )}
                </p>
              )
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
