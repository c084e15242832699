import type { Camera, CameraPlace, ConsentState } from '../cameras/types';
import { t, tCode } from '../i18n/text';
import { Badge } from '../ui/State';
import type { Sector } from './types';

/** What is assumed where the register does not say; as the server does. */
const assumedAngle = 110;
const assumedRange = 50;

export function sectorOf(place: CameraPlace): Sector {
  const { latitude, longitude, directionDegrees, angleDegrees, rangeMetres } = place;
  return {
    latitude,
    longitude,
    directionDegrees: directionDegrees ?? 0,
    angleDegrees: directionDegrees === null ? 360 : (angleDegrees ?? assumedAngle),
    rangeMetres: rangeMetres ?? assumedRange,
  };
}

export function ConsentBadge({ state }: { state: ConsentState }) {
  const tone = state === 'GIVEN' ? 'ok' : state === 'WITHDRAWN' ? 'bad' : state === 'NOT_NEEDED' ? 'mute' : 'warn';
  const icon = state === 'GIVEN' ? 'done' : state === 'WITHDRAWN' ? 'refused' : state === 'NOT_NEEDED' ? 'info' : 'warn';
  return (
    <Badge tone={tone} icon={icon}>
      {tCode('register.consent', state)}
    </Badge>
  );
}

export function viewWords({ place }: Camera): string {
  if (!place) return t('register.viewNone');
  const { directionDegrees, angleDegrees, rangeMetres } = place;
  if (directionDegrees !== null && angleDegrees !== null && rangeMetres !== null) {
    return t('register.viewText', { direction: directionDegrees, angle: angleDegrees, range: rangeMetres });
  }
  const missing = [
    directionDegrees === null ? t('register.viewDirection') : '',
    angleDegrees === null && directionDegrees !== null ? t('register.viewAngle') : '',
    rangeMetres === null ? t('register.viewRange') : '',
  ].filter(Boolean);
  return t('register.viewPart', { missing: missing.join(', ') });
}
