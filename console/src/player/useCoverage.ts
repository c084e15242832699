import { useQueries } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { json, query } from '../api/client';
import type { CoverageAnswer } from '../cameras/types';
import { useSiteTime } from '../time/site';
import { isoInstant } from '../time/zone';
import { Coverage } from './coverage';
import type { Playback } from './Playback';
import { chunks } from './timelineModel';

/** Asks for what is recorded around the playhead, piece by piece, and tells the player. */
export function useCoverage(playback: Playback, cameraIds: readonly string[], at: number, spanMillis: number): Map<string, Coverage> {
  const { now } = useSiteTime();
  const rounded = Math.floor(at / 1_800_000) * 1_800_000;
  const pieces = useMemo(() => cameraIds.flatMap((id) => chunks(rounded, spanMillis).map((piece) => ({ id, ...piece }))), [cameraIds, rounded, spanMillis]);
  const answers = useQueries({
    queries: pieces.map((piece) => ({
      queryKey: ['coverage', piece.id, piece.from, piece.to],
      queryFn: () => json<CoverageAnswer>(`/api/cameras/${piece.id}/coverage${query({ from: isoInstant(piece.from), to: isoInstant(piece.to) })}`),
      staleTime: piece.to < now() ? 300_000 : 8_000,
      refetchInterval: piece.to >= now() && piece.from < now() ? 10_000 : (false as const),
    })),
  });
  const stamp = answers.map((answer) => answer.dataUpdatedAt).join();
  const latest = useRef(answers);
  latest.current = answers;
  const coverages = useMemo(() => {
    const found = new Map<string, Coverage>();
    for (const id of cameraIds) {
      const parts = pieces.flatMap((piece, index) => {
        const answer = piece.id === id ? latest.current[index]?.data : undefined;
        return answer ? [{ from: piece.from, to: piece.to, answer }] : [];
      });
      found.set(id, parts.length > 0 ? Coverage.of(parts) : Coverage.empty);
    }
    return found;
    // The answers themselves are new objects at each render; their times tell when they changed.
  }, [stamp, pieces, cameraIds]);
  useEffect(() => {
    for (const [id, coverage] of coverages) playback.setCoverage(id, coverage);
  }, [coverages, playback]);
  return coverages;
}
