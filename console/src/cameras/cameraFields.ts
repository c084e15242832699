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

/** The name that most makers give the account of a new camera. */
const usualUser = 'admin';

export const emptyCamera: CameraFields = {
  name: '',
  areaId: '',
  address: '',
  username: usualUser,
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
    username: '',
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
  else if (address && !/^rtsp:\/\/[^\s/]+/i.test(address)) found.push({ field: 'address', message: t('cameras.fAddressWrong') });
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

/** Where the camera is and how to be let in; the usual name alone stands for nothing, since it was not typed. */
export function connectionOf({ address, username, password }: CameraFields, existing: boolean) {
  return {
    address: address.trim(),
    ...(username && (existing || password || username !== usualUser) ? { username } : {}),
    ...(password ? { password } : {}),
  };
}

export function bodyOf(fields: CameraFields, existing: boolean): Record<string, unknown> {
  const { address, ...credentials } = connectionOf(fields, existing);
  return {
    name: fields.name.trim(),
    areaId: fields.areaId,
    recording: fields.recording,
    keepDays: decimal(fields.keepDays),
    ...(address || !existing ? { address } : {}),
    ...credentials,
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
