import { useEffect, useMemo } from 'react';
import type { CoverageAnswer } from '../cameras/types';
import { Coverage } from './coverage';
import type { Playback } from './Playback';
import { usePieces } from './usePieces';

/** What is recorded around the playhead; the player is told. */
export function useCoverage(playback: Playback, cameraIds: readonly string[], at: number, spanMillis: number): Map<string, Coverage> {
  const pieces = usePieces<CoverageAnswer>('coverage', cameraIds, at, spanMillis);
  const coverages = useMemo(() => new Map([...pieces].map(([id, parts]) => [id, parts.length > 0 ? Coverage.of(parts) : Coverage.empty])), [pieces]);
  useEffect(() => {
    for (const [id, coverage] of coverages) playback.setCoverage(id, coverage);
  }, [coverages, playback]);
  return coverages;
}
