import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { json } from '../api/client';
import { t, tCode } from '../i18n/text';
import { Moment } from '../time/site';
import { Button } from '../ui/Button';
import { CommandForm, useCommand } from '../ui/CommandForm';
import type { Mistake } from '../ui/ErrorSummary';
import { Radios, TextField } from '../ui/Field';
import { saved } from '../ui/overlays';
import { Badge, Failure } from '../ui/State';
import { Name } from '../ui/text';
import { noPaper, PaperFields, paperBody, paperMistakes } from './PaperFields';
import { useTeamsChanged } from './queries';
import css from './teams.module.css';
import type { Outcome, Team } from './types';
import { Span, WarningBadge } from './words';

const prefix = 'members-';

/** The control of one of the server's fields. */
function controlOf(field: string): string {
  const item = /^items\[(\d+)\]\.(\w+)$/.exec(field);
  if (item) return `${item[2]}-${item[1]}`;
  return ['number', 'on', 'signer'].includes(field) ? prefix + field : field;
}

interface Answer {
  outcome: Outcome | null;
  reason: string;
}

/** The people who were proposed together: seen by who may read the team, decided one by one by the chair. */
export function MembersDecision({ data, proposal }: { data: Team; proposal: NonNullable<Team['proposal']> }) {
  const changed = useTeamsChanged();
  const waiting = data.members.flatMap((member) => member.terms.filter((term) => term.state === 'WAITING').map((term) => ({ member, term })));
  const [answers, setAnswers] = useState<Record<string, Answer>>({});
  const [paper, setPaper] = useState(noPaper);
  const answer = (id: string): Answer => answers[id] ?? { outcome: null, reason: '' };
  const set = (id: string, change: Partial<Answer>) => setAnswers((before) => ({ ...before, [id]: { ...answer(id), ...change } }));
  const accepts = waiting.some(({ term }) => answer(term.id).outcome === 'ACCEPTED');
  const command = useCommand({
    check: () => {
      const found: Mistake[] = [];
      waiting.forEach(({ member, term }, index) => {
        if (!answer(term.id).outcome) found.push({ field: `outcome-${index}`, message: t('teams.answerMissing', { name: member.name ?? '' }) });
        if (answer(term.id).outcome === 'REFUSED' && !answer(term.id).reason.trim()) found.push({ field: `reason-${index}`, message: t('teams.reasonMissing') });
      });
      return accepts ? [...found, ...paperMistakes(paper, prefix)] : found;
    },
    send: () =>
      json<void>(`/api/teams/${data.team.id}/recognition`, {
        method: 'POST',
        body: { items: waiting.map(({ term }) => ({ termId: term.id, outcome: answer(term.id).outcome, reason: answer(term.id).reason.trim() || null })), ...(accepts ? paperBody(paper) : {}) },
      }),
    done: saved(changed),
    idOf: controlOf,
  });
  const { wrong } = command;
  const withdraw = useMutation({
    mutationFn: () => json<void>(`/api/teams/${data.team.id}/withdrawal`, { method: 'POST' }),
    onSuccess: saved(changed),
  });
  return (
    <section className="panel stack" id="proposal">
      <h2>
        {tCode('teams.waits', 'MEMBERS')} <Badge tone="warn">{t('teams.pending')}</Badge>
      </h2>
      <p className="hint">
        {t('teams.proposedBy')} <Name>{proposal.proposedBy.displayName}</Name> · <Moment at={proposal.proposedAt} />
      </p>
      <CommandForm command={command} label={t('teams.decideButton')} may={proposal.mayDecide}>
        {withdraw.error && <Failure failure={withdraw.error} />}
        <ul className={css.teamMembers}>
          {waiting.map(({ member, term }, index) => (
            <li key={term.id}>
              <p className={css.teamMember}>
                <strong>
                  <Name>{member.name}</Name>
                </strong>
                <span>{tCode('teams.position', term.position)}</span>
                <Span from={term.from} until={term.until} />
                {member.warnings.map((warning) => (
                  <WarningBadge key={warning} warning={warning} />
                ))}
              </p>
              {proposal.mayDecide && (
                <>
                  <Radios
                    id={`outcome-${index}`}
                    label={t('teams.fOutcomeOf', { name: member.name ?? '' })}
                    error={wrong(`outcome-${index}`)}
                    of={['ACCEPTED', 'REFUSED'] as const}
                    value={answer(term.id).outcome}
                    words="teams.recognise"
                    onText={(outcome) => set(term.id, { outcome })}
                  />
                  {answer(term.id).outcome === 'REFUSED' && (
                    <TextField id={`reason-${index}`} label={t('teams.reason')} error={wrong(`reason-${index}`)} value={answer(term.id).reason} onText={(reason) => set(term.id, { reason })} />
                  )}
                </>
              )}
            </li>
          ))}
        </ul>
        {proposal.mayDecide ? accepts && <PaperFields prefix={prefix} paper={paper} onChange={setPaper} wrong={wrong} /> : <p className="hint">{t('teams.decidedByChair')}</p>}
      </CommandForm>
      {data.mayPropose && (
        <p>
          <Button kind="quiet" label={t('teams.withdraw')} disabled={withdraw.isPending} onClick={() => withdraw.mutate()} />
        </p>
      )}
    </section>
  );
}
