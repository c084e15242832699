import { call, query } from '../api/client';
import type { Camera } from '../cameras/types';
import { t } from '../i18n/text';
import { isoInstant, zonedFields } from '../time/zone';
import { toast } from '../ui/overlays';

const two = (value: number): string => String(value).padStart(2, '0');

/** `CAM-0412_2026-11-24_09-02-51.240+07.jpg`: the site's time, as on the screen. */
export function stillName(code: string, at: number, zone: string): string {
  const f = zonedFields(at, zone);
  const millis = String(f.milli).padStart(3, '0');
  return `${code}_${f.year}-${two(f.month)}-${two(f.day)}_${two(f.hour)}-${two(f.minute)}-${two(f.second)}.${millis}.jpg`;
}

/** Downloads the frame on the screen. */
export async function takeStill(camera: Camera, at: number, zone: string): Promise<void> {
  try {
    const response = await call(`/api/cameras/${camera.id}/still.jpg${query({ at: isoInstant(Math.round(at * 1000) / 1000) })}`);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await response.blob());
    link.download = stillName(camera.code, at, zone);
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    toast(t('player.stillDone', { name: link.download }));
  } catch {
    toast(t('player.stillFailed'), 'bad');
  }
}
