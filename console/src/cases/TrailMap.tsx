import { lazy, Suspense } from 'react';
import { t } from '../i18n/text';
import type { LatLng } from '../map/sector';
import { Loading } from '../ui/State';
import type { CasePass } from '../vehicles/types';

const GroundMap = lazy(async () => ({ default: (await import('../map/GroundMap')).GroundMap }));

function placeOf(pass: CasePass): LatLng | null {
  return pass.latitude === null || pass.longitude === null ? null : [pass.latitude, pass.longitude];
}

/** Where the passes of a case were, by their numbers in the list, with lines between those that may be of one vehicle. */
export function TrailMap({ passes }: { passes: readonly CasePass[] }) {
  const numbers = new Map<string, { at: LatLng; numbers: number[] }>();
  const trails = new Map<string, LatLng[]>();
  passes.forEach((pass, index) => {
    const at = placeOf(pass);
    if (at === null || pass.verdict === 'REJECTED') return;
    const camera = numbers.get(pass.cameraId) ?? { at, numbers: [] };
    numbers.set(pass.cameraId, { at, numbers: [...camera.numbers, index + 1] });
    if (pass.trail) trails.set(pass.trail.vehicle, [...(trails.get(pass.trail.vehicle) ?? []), at]);
  });
  if (numbers.size < 2) return null;
  const marks = [...numbers].map(([id, each]) => ({ id, at: each.at, label: each.numbers.join(', ') }));
  return (
    <div className="map-box">
      <Suspense fallback={<Loading />}>
        <GroundMap label={t('cases.trailMap')} fallback={marks[0]!.at} marks={marks} lines={[...trails.values()]} fitKey={`trail ${passes.length}`} />
      </Suspense>
    </div>
  );
}
