import { useQueries } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { json, query } from '../api/client';
import { useSiteTime } from '../time/site';
import { isoInstant } from '../time/zone';
import { chunks } from './timelineModel';

/** The answer for a piece of the strip. */
export interface Piece<A> {
  from: number;
  to: number;
  answer: A;
}

/** Asks what there is of each camera around the playhead, piece by piece; new only when an answer is. */
export function usePieces<A>(what: 'coverage' | 'activity', cameraIds: readonly string[], at: number, spanMillis: number): Map<string, Piece<A>[]> {
  const { now } = useSiteTime();
  const rounded = Math.floor(at / 1_800_000) * 1_800_000;
  const pieces = useMemo(() => cameraIds.flatMap((id) => chunks(rounded, spanMillis).map((piece) => ({ id, ...piece }))), [cameraIds, rounded, spanMillis]);
  const answers = useQueries({
    queries: pieces.map((piece) => ({
      queryKey: [what, piece.id, piece.from, piece.to],
      queryFn: () => json<A>(`/api/cameras/${piece.id}/${what}${query({ from: isoInstant(piece.from), to: isoInstant(piece.to) })}`),
      staleTime: piece.to < now() ? 300_000 : 8_000,
      refetchInterval: piece.to >= now() && piece.from < now() ? 10_000 : (false as const),
    })),
  });
  const stamp = answers.map((answer) => answer.dataUpdatedAt).join();
  const latest = useRef(answers);
  latest.current = answers;
  return useMemo(() => {
    const found = new Map<string, Piece<A>[]>(cameraIds.map((id) => [id, []]));
    pieces.forEach(({ id, from, to }, index) => {
      const answer = latest.current[index]?.data;
      if (answer) found.get(id)?.push({ from, to, answer });
    });
    return found;
    // The answers themselves are new objects at each render; their times tell when they changed.
  }, [stamp, pieces, cameraIds]);
}
