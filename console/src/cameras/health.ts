import { t, tCode } from '../i18n/text';
import type { IconName } from '../ui/Icon';
import type { Camera, Health } from './types';

export type Tone = 'ok' | 'warn' | 'bad' | 'mute';
export interface StateWord {
  tone: Tone;
  icon: IconName;
  topic: string;
  word: string;
}

/** A camera's clock is called wrong from this offset on. */
const clockToleranceMillis = 2_000;
const staleMillis = 5_000;

/** Whether footage is being lost now, or would be if nobody looked: the headline of a camera. */
function isRecording(camera: Camera): boolean {
  return camera.recording && camera.health.connection === 'CONNECTED' && camera.health.storage === 'OK';
}

export function isOff(camera: Camera): boolean {
  return camera.retired || !camera.recording || camera.health.connection === 'OFF';
}

/** Cameras that should record and do not. */
export function isDown(camera: Camera): boolean {
  return !isOff(camera) && !isRecording(camera);
}

/** Connected, recording, picture, clock: four states that are independent of one another. */
export function stateWords(camera: Camera, now: number, parse: (text: string) => number): StateWord[] {
  const { health } = camera;
  return [connectionWord(health), recordingWord(camera), pictureWord(camera, now, parse), clockWord(health)];
}

function connectionWord(health: Health): StateWord {
  const tones: Record<Health['connection'], Tone> = { CONNECTED: 'ok', CONNECTING: 'warn', DOWN: 'bad', OFF: 'mute' };
  return {
    tone: tones[health.connection],
    icon: 'connection',
    topic: t('cameras.connection'),
    word: tCode('cameras.conn', health.connection),
  };
}

function recordingWord(camera: Camera): StateWord {
  const topic = t('cameras.recording');
  if (isOff(camera)) return { tone: 'mute', icon: 'record', topic, word: t('cameras.rec.off') };
  if (camera.health.storage === 'FULL') return { tone: 'bad', icon: 'record', topic, word: t('cameras.rec.full') };
  if (camera.health.storage === 'FAILED') return { tone: 'bad', icon: 'record', topic, word: t('cameras.rec.failed') };
  return isRecording(camera) ? { tone: 'ok', icon: 'record', topic, word: t('cameras.rec.yes') } : { tone: 'bad', icon: 'record', topic, word: t('cameras.rec.no') };
}

function pictureWord(camera: Camera, now: number, parse: (text: string) => number): StateWord {
  const topic = t('cameras.picture');
  const { health } = camera;
  const last = health.lastFrameAt;
  if (!last) return { tone: 'mute', icon: 'picture', topic, word: t('cameras.pic.unknown') };
  const percent = Math.round(health.quality.damagedShare * 100);
  if (percent >= 1 && now - parse(last) <= staleMillis + 5_000) return { tone: 'warn', icon: 'picture', topic, word: t('cameras.pic.damaged', { percent }) };
  return now - parse(last) <= staleMillis + 5_000
    ? { tone: 'ok', icon: 'picture', topic, word: t('cameras.pic.yes') }
    : { tone: isOff(camera) ? 'mute' : 'bad', icon: 'picture', topic, word: t('cameras.pic.old') };
}

function clockWord(health: Health): StateWord {
  const topic = t('cameras.clock');
  if (health.quality.timestampRate !== 1) return { tone: 'warn', icon: 'time', topic, word: t('cameras.clk.rate') };
  if (health.clockOffsetMillis === null) return { tone: 'mute', icon: 'time', topic, word: t('cameras.clk.unknown') };
  const seconds = Math.round(health.clockOffsetMillis / 100) / 10;
  return Math.abs(health.clockOffsetMillis) <= clockToleranceMillis
    ? { tone: 'ok', icon: 'time', topic, word: t('cameras.clk.ok') }
    : { tone: 'warn', icon: 'time', topic, word: t('cameras.clk.off', { seconds }) };
}

/** `H264` is written H.264, as people know it. */
export function codecText(codec: string): string {
  return codec.replace(/^(?:H\.?|x)(26[45])$/i, 'H.$1');
}
