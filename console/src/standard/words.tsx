import { useSearchParams } from 'react-router';
import { t, tCode } from '../i18n/text';
import { dayText } from '../register/days';
import { useAddress } from '../ui/address';
import { Select } from '../ui/Field';
import { Segments } from '../ui/Segments';
import { Badge } from '../ui/State';
import { Code, numberText } from '../ui/text';
import { useThisYear } from './queries';
import css from './standard.module.css';
import type { Contradiction, Ground, StandardException, StandardOutcome, StandardState } from './types';

const longestReason = 1000;

/** Whether words have too few letters or are too long for a reason; blanks and dots say nothing. */
export function wrongReason(words: string): boolean {
  const letters = words.match(/[\p{L}\p{Nd}]/gu)?.length ?? 0;
  return letters < 10 || [...words.trim()].length > longestReason;
}

/** What stands against a criterion, with its numbers. */
export function ContradictionText({ of }: { of: Contradiction }) {
  return (
    <>
      {tCode('standard.contradiction', of.code)}
      {!statements.includes(of.code) && (
        <>
          {': '}
          <strong>{of.against === null ? numberText(of.number) : t('standard.countOf', { number: of.number, of: of.against })}</strong>
        </>
      )}
    </>
  );
}

/** Those that have no number worth telling. */
const statements = ['RESOLUTION', 'PARTY_ORGANISATION', 'GUARDS', 'TEAM_MEMBER_DISCIPLINED'];

/** Why a decision was taken against numbers or records, for everybody who reads the decision. */
export function Exceptions({ of }: { of: StandardException[] }) {
  if (of.length === 0) return null;
  return (
    <ul className="bullets warn-text">
      {of.map((each) => (
        <li key={each.criterion}>
          {t('standard.exception')} <Code>{each.criterion}</Code>: <bdi>{each.reason}</bdi>
        </li>
      ))}
    </ul>
  );
}

export function StateBadge({ state, outcome, exempt }: { state: StandardState | null; outcome: StandardOutcome | null; exempt?: Ground | null }) {
  if (exempt) return <Badge tone="mute">{t('standard.exempt')}</Badge>;
  if (!state) return <Badge tone="mute">{t('standard.state.NONE')}</Badge>;
  if (state === 'REVOKED') return <Badge tone="bad">{t('standard.state.REVOKED')}</Badge>;
  if (state === 'CERTIFIED')
    return (
      <Badge tone="ok" icon="done">
        {t('standard.state.CERTIFIED')}
      </Badge>
    );
  if (outcome) return <Badge tone={outcome === 'MET' ? 'ok' : 'warn'}>{tCode('standard.outcome', outcome)}</Badge>;
  return <Badge tone="info">{tCode('standard.state', state)}</Badge>;
}

/** The last day for what comes next, and how long that is. */
export function Due({ on, left }: { on: string | null; left: number | null }) {
  if (!on || left === null) return null;
  const over = left < 0;
  return (
    <span className={over ? 'bad' : undefined}>
      <Code>{dayText(on)}</Code> · {over ? t('standard.daysOver', { count: -left }) : left === 0 ? t('standard.dueToday') : t('standard.daysLeft', { count: left })}
    </span>
  );
}

/** The year that a page is about: of its address, else this one. */
export function useYear(): number {
  const [search] = useSearchParams();
  const present = useThisYear();
  const asked = Number(search.get('year'));
  return Number.isInteger(asked) && asked >= 2000 && asked <= 2199 ? asked : present;
}

export function YearSegments({ next = false }: { next?: boolean }) {
  const [, change] = useAddress();
  const present = useThisYear();
  const year = useYear();
  const choices = next ? [present - 1, present, present + 1] : [present - 1, present];
  return <Segments label={t('standard.year')} of={choices} chosen={year} words={(each) => <Code>{each}</Code>} onChoose={(each) => change({ year: String(each) })} />;
}

/** One choice of several whose names are long. */
export function ChooseOne<T extends string>({
  label,
  choices,
  chosen,
  words,
  onChoose,
}: {
  label: string;
  choices: readonly T[];
  chosen: string;
  words: (choice: T) => string;
  onChoose: (choice: T) => void;
}) {
  return (
    <label className={css.choice}>
      <span>{label}</span>
      <Select of={choices} words={words} value={chosen} onText={(picked) => onChoose(picked as T)} />
    </label>
  );
}

/** What a sign of under-recording asks. */
export function question(kind: string, numbers: number[]): string {
  const [first = 0, second = 0, third = 0] = numbers.map((each) => numberText(each));
  return tCode('standard.question', kind, kind, { first, second, third });
}
