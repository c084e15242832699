import { lazy, Suspense, useState } from 'react';
import { t } from '../i18n/text';
import { placeText, readPlace } from '../map/sector';
import type { Mistake } from '../ui/ErrorSummary';
import { fieldsOf, Radios, TextField } from '../ui/Field';
import { Loading } from '../ui/State';
import { type Protection, protections } from './types';

const GroundMap = lazy(async () => ({ default: (await import('../map/GroundMap')).GroundMap }));

/** Where a case happened as it is being typed: in words, and on the map. */
export interface PlaceTyped {
  place: string;
  point: string;
}

interface Props {
  value: PlaceTyped;
  onChange: (change: Partial<PlaceTyped>) => void;
  wrong: (field: string) => string | undefined;
}

export function PlaceFields({ value, onChange, wrong }: Props) {
  const [fit, setFit] = useState('');
  const point = readPlace(value.point);
  const field = fieldsOf(value, wrong, onChange);
  return (
    <>
      <TextField {...field('place')} label={t('cases.fPlace')} hint={t('cases.fPlaceHint')} optional />
      <TextField {...field('point')} label={t('cases.fPoint')} hint={t('cases.fPointHint')} optional code autoComplete="off" />
      <div className="map-box">
        <Suspense fallback={<Loading />}>
          <GroundMap
            label={t('cases.fPoint')}
            fallback={point ?? [19.8067, 105.7764]}
            cameras={{}}
            place={point}
            fitKey={fit || (point ? 'point' : 'cameras')}
            onPlace={(at) => {
              setFit('chosen');
              onChange({ point: placeText(at) });
            }}
          />
        </Suspense>
      </div>
    </>
  );
}

/** The words and the point as they are sent; null is not known. */
export function placeBody({ place, point }: PlaceTyped) {
  const read = readPlace(point);
  return { place: place.trim() || null, point: read ? { latitude: read[0], longitude: read[1] } : null };
}

export function placeMistakes({ place, point }: PlaceTyped): Mistake[] {
  const found: Mistake[] = [];
  if (place.trim().length > 200) found.push({ field: 'place', message: t('cases.fPlaceWrong') });
  if (point.trim() && !readPlace(point)) found.push({ field: 'point', message: t('find.placeWrong') });
  return found;
}

/** Whether a case says no more of its place than the commune; a person says so, never the machine. */
export function ProtectionChoice({ value, onChange }: { value: Protection; onChange: (value: Protection) => void }) {
  return <Radios id="protection" label={t('cases.fProtection')} hint={t('cases.fProtectionHint')} of={protections} value={value} words="cases.protection" onText={onChange} />;
}
