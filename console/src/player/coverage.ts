import type { CoverageAnswer } from '../cameras/types';
import { parseInstant } from '../time/zone';

export interface Run {
  from: number;
  to: number;
}
export interface GapRun extends Run {
  cause: string | null;
}

export interface RemarkRun extends Run {
  damagedFrames: number;
  timeByReceipt: boolean;
  uncertaintyMillis: number | null;
}

/** What is known of one camera's recordings: runs, gaps with their cause, and where it was asked. */
export class Coverage {
  private constructor(
    readonly recorded: readonly Run[],
    readonly gaps: readonly GapRun[],
    readonly remarks: readonly RemarkRun[],
    readonly asked: readonly Run[],
    readonly earliest: number | null,
    readonly latest: number | null,
  ) {}

  static readonly empty = new Coverage([], [], [], [], null, null);

  /** Joins the answers for several spans. */
  static of(parts: readonly { from: number; to: number; answer: CoverageAnswer }[]): Coverage {
    const recorded: Run[] = [];
    const gaps: GapRun[] = [];
    // A file on the edge of two answers is in both.
    const remarks = new Map<number, RemarkRun>();
    let earliest: number | null = null;
    let latest: number | null = null;
    for (const { answer } of parts) {
      for (const run of answer.recorded) recorded.push({ from: parseInstant(run.from), to: parseInstant(run.to) });
      for (const gap of answer.gaps.filter(isMissing)) gaps.push({ from: parseInstant(gap.from), to: parseInstant(gap.to), cause: gap.cause });
      for (const { from, to, damagedFrames, timeByReceipt, uncertaintyMillis } of answer.remarks)
        remarks.set(parseInstant(from), { from: parseInstant(from), to: parseInstant(to), damagedFrames, timeByReceipt, uncertaintyMillis });
      if (answer.earliest) earliest = Math.min(earliest ?? Infinity, parseInstant(answer.earliest));
      if (answer.latest) latest = Math.max(latest ?? -Infinity, parseInstant(answer.latest));
    }
    return new Coverage(
      join(recorded, () => true),
      join(gaps, (a, b) => a.cause === b.cause),
      [...remarks.values()].toSorted((a, b) => a.from - b.from),
      join(
        parts.map(({ from, to }) => ({ from, to })),
        () => true,
      ),
      earliest,
      latest,
    );
  }

  runAt(at: number): Run | null {
    return within(this.recorded, at);
  }

  gapAt(at: number): GapRun | null {
    return within(this.gaps, at);
  }

  /** What has to be said about the file of an instant. */
  remarkAt(at: number): RemarkRun | null {
    return within(this.remarks, at);
  }

  isKnown(at: number): boolean {
    return within(this.asked, at) !== null;
  }

  /** The first recorded instant at or after `at` that is known. */
  next(at: number): number | null {
    const run = this.recorded.find((each) => each.to > at);
    return run ? Math.max(run.from, at) : null;
  }

  /** The last recorded instant before or at `at`; a moment before the run's end. */
  previous(at: number): number | null {
    const run = this.recorded.findLast((each) => each.from <= at);
    return run ? Math.min(at, Math.max(run.from, run.to - 100)) : null;
  }
}

/** Whether footage is missing: not what is still to come. */
export function isMissing(gap: { cause: string }): boolean {
  return gap.cause !== 'BEING_RECORDED' && gap.cause !== 'FUTURE';
}

function within<T extends Run>(runs: readonly T[], at: number): T | null {
  return runs.find((run) => run.from <= at && at < run.to) ?? null;
}

/** Sorts and joins runs that touch or overlap (as they do at the edges of two answers). */
function join<T extends Run>(runs: readonly T[], alike: (a: T, b: T) => boolean): T[] {
  const sorted = runs.toSorted((a, b) => a.from - b.from);
  const joined: T[] = [];
  for (const run of sorted) {
    const last = joined.at(-1);
    if (last && run.from <= last.to + 1 && alike(last, run)) last.to = Math.max(last.to, run.to);
    else joined.push({ ...run });
  }
  return joined;
}

export interface Snap {
  at: number;
  /** What was jumped over; null if the moment asked for is recorded. */
  over: (Run & { cause: string | null }) | null;
}

/**
 * Where a jump lands: on the moment itself if any of the cameras recorded it, else on the next
 * recorded moment in the direction of the jump, else in the other direction.
 */
export function snap(coverages: readonly Coverage[], at: number, direction: 1 | -1): Snap | null {
  if (coverages.some((each) => each.runAt(at) !== null)) return { at, over: null };
  const ahead = coverages.map((each) => each.next(at)).filter((each) => each !== null);
  const behind = coverages.map((each) => each.previous(at)).filter((each) => each !== null);
  const next = ahead.length > 0 ? Math.min(...ahead) : null;
  const previous = behind.length > 0 ? Math.max(...behind) : null;
  const target = direction > 0 ? (next ?? previous) : (previous ?? next);
  if (target === null) return null;
  const gap = coverages.map((each) => each.gapAt(at)).find((each) => each !== null) ?? null;
  const from = gap?.from ?? (target > at ? (previous ?? at) : target);
  const to = gap?.to ?? (target > at ? target : (next ?? at));
  return { at: target, over: { from, to, cause: gap?.cause ?? null } };
}
