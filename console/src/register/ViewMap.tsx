import { lazy, Suspense, useState } from 'react';
import { t } from '../i18n/text';
import type { LatLng } from '../map/sector';
import { Loading } from '../ui/State';
import { sectorOf } from './words';

const GroundMap = lazy(async () => ({ default: (await import('../map/GroundMap')).GroundMap }));

interface Props {
  /** Null where none is typed yet. */
  place: LatLng | null;
  /** As it is being typed. */
  view: { direction: string; angle: string; range: string };
  onPlace: (place: LatLng) => void;
}

const number = (text: string): number | null => (text.trim() && Number.isFinite(Number(text)) ? Number(text) : null);

/** What a camera will see, as it is being typed, among the cameras that there are. */
export function ViewMap({ place, view, onPlace }: Props) {
  const [fit, setFit] = useState('');
  const sector = place && sectorOf({ latitude: place[0], longitude: place[1], directionDegrees: number(view.direction), angleDegrees: number(view.angle), rangeMetres: number(view.range) });
  return (
    <div className="map-box">
      <Suspense fallback={<Loading />}>
        <GroundMap
          label={t('register.fPlace')}
          fallback={place ?? [19.8067, 105.7764]}
          cameras={{}}
          shapes={sector ? [{ id: 'new', look: 'plain', chosen: true, sector }] : []}
          fitKey={fit || (place ? 'place' : 'cameras')}
          onPlace={(at) => {
            setFit('chosen');
            onPlace(at);
          }}
        />
      </Suspense>
    </div>
  );
}
