import { useEffect, useReducer, useState } from 'react';
import type { Coverage } from './coverage';
import { fewCameras, type PlaybackView } from './Playback';
import { type Preview, Previews, previewStep } from './previews';

/** The small pictures of what is not loaded; asked for while the strip is moved, and shown until the real ones are there. */
export function usePreviews(cameraIds: readonly string[], view: PlaybackView, coverages: ReadonlyMap<string, Coverage>, spanMillis: number): (cameraId: string) => Preview | null {
  const [, came] = useReducer((count: number) => count + 1, 0);
  const [previews] = useState(() => new Previews(came));
  const { at, scrubbing, fetching } = view;
  const step = previewStep(spanMillis);
  useEffect(() => () => previews.close(), [previews]);
  useEffect(() => {
    // Many videos take their time wherever one goes.
    const wanted = scrubbing || cameraIds.length > fewCameras ? cameraIds.filter((id) => fetching[id] && coverages.get(id)?.runAt(at)) : [];
    previews.want(
      wanted.map((cameraId) => ({ cameraId, at })),
      step,
    );
  }, [previews, cameraIds, at, scrubbing, fetching, coverages, step]);
  return (cameraId) => (fetching[cameraId] ? previews.find({ cameraId, at }, step) : null);
}
