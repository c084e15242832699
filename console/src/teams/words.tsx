import { tCode } from '../i18n/text';
import { dayText } from '../register/days';
import { Badge } from '../ui/State';
import { Code } from '../ui/text';
import type { Paper, TeamState, TermState, Warning } from './types';

const stateTones = { PROPOSED: 'warn', REFUSED: 'mute', ESTABLISHED: 'ok', DISSOLVED: 'mute' } as const;

export function StateBadge({ state }: { state: TeamState }) {
  return <Badge tone={stateTones[state]}>{tCode('teams.state', state)}</Badge>;
}

const termTones = { WAITING: 'warn', REFUSED: 'mute', TO_COME: 'info', RUNNING: 'ok', ENDING: 'warn', OVER: 'bad' } as const;

export function TermBadge({ state }: { state: TermState }) {
  return (
    <Badge tone={termTones[state]} {...(state === 'ENDING' || state === 'OVER' ? { icon: 'time' as const } : {})}>
      {tCode('teams.term', state)}
    </Badge>
  );
}

export function WarningBadge({ warning }: { warning: Warning }) {
  return <Badge tone="warn">{tCode('teams.warning', warning)}</Badge>;
}

/** A paper of a decision, by number and day. */
export function PaperText({ paper }: { paper: Paper }) {
  return (
    <>
      <Code>{paper.number}</Code> · <Code>{dayText(paper.on)}</Code>
      {paper.signer && (
        <>
          {' '}
          · <bdi>{paper.signer}</bdi>
        </>
      )}
    </>
  );
}

/** Two days, the last one with them. */
export function Span({ from, until }: { from: string; until: string }) {
  return (
    <Code>
      {dayText(from)} – {dayText(until)}
    </Code>
  );
}
