import { useMemo } from 'react';
import type * as Api from '#api';
import { parseInstant } from '../time/zone';
import { type Piece, usePieces } from './usePieces';

/** How many passed the camera in a part of its time. */
export interface Activity {
  from: number;
  to: number;
  vehicles: number;
  persons: number;
}

type Answer = Api.SightingsActivityView;

export const quiet: readonly Activity[] = [];

export function activityOf(parts: readonly Piece<Answer>[]): readonly Activity[] {
  const found = parts.flatMap(({ answer }) =>
    answer.items.map(({ at, vehicles, persons }) => {
      const from = parseInstant(at);
      return { from, to: from + answer.seconds * 1000, vehicles, persons };
    }),
  );
  return found.length === 0 ? quiet : found;
}

/** What passed the cameras around the playhead. */
export function useActivity(cameraIds: readonly string[], at: number, spanMillis: number): Map<string, readonly Activity[]> {
  const pieces = usePieces<Answer>('activity', cameraIds, at, spanMillis);
  return useMemo(() => new Map([...pieces].map(([id, parts]) => [id, activityOf(parts)])), [pieces]);
}
