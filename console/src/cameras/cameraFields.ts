import { t } from '../i18n/text';
import { asciiDigits } from '../time/parse';
import type { Mistake } from '../ui/ErrorSummary';
import type { Camera } from './types';

export interface CameraFields {
  name: string;
  areaId: string;
  address: string;
  username: string;
  password: string;
  recording: boolean;
  keepDays: string;
  latitude: string;
  longitude: string;
  direction: string;
  angle: string;
  range: string;
}

export const emptyCamera: CameraFields = {
  name: '',
  areaId: '',
  address: '',
  username: '',
  password: '',
  recording: true,
  keepDays: '30',
  latitude: '',
  longitude: '',
  direction: '',
  angle: '',
  range: '',
};

export function formOf(camera: Camera): CameraFields {
  return {
    ...emptyCamera,
    name: camera.name,
    areaId: camera.areaId,
    recording: camera.recording,
    keepDays: String(camera.keepDays),
    latitude: camera.place ? String(camera.place.latitude) : '',
    longitude: camera.place ? String(camera.place.longitude) : '',
    direction: camera.place?.directionDegrees != null ? String(camera.place.directionDegrees) : '',
    angle: camera.place?.angleDegrees != null ? String(camera.place.angleDegrees) : '',
    range: camera.place?.rangeMetres != null ? String(camera.place.rangeMetres) : '',
  };
}

const decimal = (text: string): number => Number(asciiDigits(text).trim().replace(',', '.'));

/** All mistakes at once; the server checks again. */
export function checkCamera(fields: CameraFields, existing: boolean): Mistake[] {
  const found: Mistake[] = [];
  if (!fields.name.trim()) found.push({ field: 'name', message: t('cameras.fNameMissing') });
  if (!fields.areaId) found.push({ field: 'areaId', message: t('cameras.fAreaMissing') });
  const address = fields.address.trim();
  if (!address && !existing) found.push({ field: 'address', message: t('cameras.fAddressMissing') });
  else if (address && !/^rtsps?:\/\/[^\s/]+/i.test(address)) found.push({ field: 'address', message: t('cameras.fAddressWrong') });
  const days = decimal(fields.keepDays);
  if (!Number.isInteger(days) || days < 1 || days > 3650) found.push({ field: 'keepDays', message: t('cameras.fKeepWrong') });
  const latitude = fields.latitude.trim();
  const longitude = fields.longitude.trim();
  if (latitude || longitude) {
    const right = latitude && longitude && Math.abs(decimal(latitude)) <= 90 && Math.abs(decimal(longitude)) <= 180;
    if (!right) found.push({ field: 'latitude', message: t('cameras.fPlaceWrong') });
  }
  return found;
}

export function bodyOf(fields: CameraFields, existing: boolean): Record<string, unknown> {
  const address = fields.address.trim();
  return {
    name: fields.name.trim(),
    areaId: fields.areaId,
    recording: fields.recording,
    keepDays: decimal(fields.keepDays),
    ...(address || !existing ? { address } : {}),
    ...(fields.username ? { username: fields.username } : {}),
    ...(fields.password ? { password: fields.password } : {}),
    ...(fields.latitude.trim()
      ? {
          place: {
            latitude: decimal(fields.latitude),
            longitude: decimal(fields.longitude),
            directionDegrees: fields.direction.trim() ? decimal(fields.direction) : null,
            angleDegrees: fields.angle.trim() ? decimal(fields.angle) : null,
            rangeMetres: fields.range.trim() ? decimal(fields.range) : null,
          },
        }
      : {}),
  };
}
