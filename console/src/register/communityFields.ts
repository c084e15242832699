import type { Camera, OwnerKind } from '../cameras/types';
import { t } from '../i18n/text';
import { readPlace } from '../map/sector';
import { asciiDigits } from '../time/parse';
import type { Mistake } from '../ui/ErrorSummary';
import { readDay } from './days';
import type { ConsentForm } from './types';

export interface CommunityFields {
  name: string;
  areaId: string;
  reference: string;
  ownerKind: OwnerKind;
  keepDays: string;
  place: string;
  direction: string;
  angle: string;
  range: string;
  contactName: string;
  contactPhone: string;
  contactAddress: string;
  contactEmail: string;
  consented: boolean;
  consentForm: ConsentForm;
  consentOn: string;
  consentUntil: string;
  consentDocument: string;
}

export const emptyCommunity: CommunityFields = {
  name: '',
  areaId: '',
  reference: '',
  ownerKind: 'HOUSEHOLD',
  keepDays: '7',
  place: '',
  direction: '',
  angle: '',
  range: '',
  contactName: '',
  contactPhone: '',
  contactAddress: '',
  contactEmail: '',
  consented: false,
  consentForm: 'PAPER',
  consentOn: '',
  consentUntil: '',
  consentDocument: '',
};

const text = (value: number | null | undefined): string => (value === null || value === undefined ? '' : String(value));

export function communityFieldsOf(camera: Camera): CommunityFields {
  return {
    ...emptyCommunity,
    name: camera.name,
    areaId: camera.areaId,
    reference: camera.reference ?? '',
    ownerKind: camera.ownerKind,
    keepDays: String(camera.keepDays),
    place: camera.place ? `${camera.place.latitude}, ${camera.place.longitude}` : '',
    direction: text(camera.place?.directionDegrees),
    angle: text(camera.place?.angleDegrees),
    range: text(camera.place?.rangeMetres),
  };
}

/** A whole number within bounds; null when empty, undefined when wrong. */
function whole(value: string, least: number, most: number): number | null | undefined {
  const plain = asciiDigits(value).trim();
  if (!plain) return null;
  const number = Number(plain);
  return Number.isInteger(number) && number >= least && number <= most ? number : undefined;
}

const bounds = { keepDays: [1, 3650], direction: [0, 359], angle: [1, 360], range: [1, 2000] } as const;

/** All mistakes at once; the server checks again. */
export function checkCommunity(fields: CommunityFields, existing: boolean): Mistake[] {
  const found: Mistake[] = [];
  if (!fields.name.trim()) found.push({ field: 'name', message: t('cameras.fNameMissing') });
  if (!fields.areaId) found.push({ field: 'areaId', message: t('cameras.fAreaMissing') });
  if (fields.place.trim() && !readPlace(fields.place)) found.push({ field: 'place', message: t('find.placeWrong') });
  if (!fields.place.trim() && (fields.direction || fields.angle || fields.range)) found.push({ field: 'place', message: t('find.placeMissing') });
  for (const [field, [least, most]] of Object.entries(bounds) as [keyof typeof bounds, readonly [number, number]][]) {
    const value = whole(fields[field], least, most);
    if (value === undefined || (value === null && field === 'keepDays')) found.push({ field, message: t('register.fNumberWrong', { least, most }) });
  }
  if (!existing) {
    if (!fields.contactName.trim() && (fields.contactPhone.trim() || fields.contactAddress.trim() || fields.contactEmail.trim()))
      found.push({ field: 'contactName', message: t('register.fNameNeeded') });
    if (fields.consented && !readDay(fields.consentOn)) found.push({ field: 'consentOn', message: t('register.fDayWrong') });
    if (fields.consented && fields.consentUntil.trim() && !readDay(fields.consentUntil)) found.push({ field: 'consentUntil', message: t('register.fDayWrong') });
  }
  return found;
}

export function communityBody(fields: CommunityFields, existing: boolean): Record<string, unknown> {
  const place = readPlace(fields.place);
  return {
    name: fields.name.trim(),
    areaId: fields.areaId,
    ...(fields.reference.trim() ? { reference: fields.reference.trim() } : {}),
    ownerKind: fields.ownerKind,
    keepDays: whole(fields.keepDays, ...bounds.keepDays),
    ...(place
      ? {
          place: {
            latitude: place[0],
            longitude: place[1],
            directionDegrees: whole(fields.direction, ...bounds.direction),
            angleDegrees: whole(fields.angle, ...bounds.angle),
            rangeMetres: whole(fields.range, ...bounds.range),
          },
        }
      : {}),
    ...(!existing && fields.contactName.trim()
      ? { contact: { name: fields.contactName.trim(), phone: fields.contactPhone.trim() || null, address: fields.contactAddress.trim() || null, email: fields.contactEmail.trim() || null } }
      : {}),
    ...(!existing && fields.consented
      ? {
          consent: {
            form: fields.consentForm,
            on: readDay(fields.consentOn),
            until: fields.consentUntil.trim() ? readDay(fields.consentUntil) : null,
            document: fields.consentDocument.trim() || null,
          },
        }
      : {}),
  };
}

/** The control of a field of the body. */
export function communityField(field: string): string {
  if (field.startsWith('place')) return field.includes('direction') ? 'direction' : field.includes('angle') ? 'angle' : field.includes('range') ? 'range' : 'place';
  if (field.startsWith('contact')) return field.includes('phone') ? 'contactPhone' : field.includes('address') ? 'contactAddress' : field.includes('email') ? 'contactEmail' : 'contactName';
  if (field.startsWith('consent')) return field.includes('until') ? 'consentUntil' : field.includes('document') ? 'consentDocument' : 'consentOn';
  return field;
}
