import type { Sound } from './news';

/** A tone: how high in hertz, from when, in seconds. */
type Tone = readonly [hertz: number, from: number];

const length = 0.16;
const loudness = 0.25;

/** Two short tones; for danger three that rise, and again. */
const tones: Record<Sound, readonly Tone[]> = {
  urgent: [
    [880, 0],
    [660, 0.22],
  ],
  danger: [0, 0.9].flatMap((at) => [
    [660, at],
    [880, at + 0.2],
    [1175, at + 0.4],
  ]) as Tone[],
};

let context: AudioContext | null = null;

/** Browsers let a page be heard only after somebody did something in it; a wish before that waits, and is given up. */
async function running(): Promise<AudioContext | null> {
  if (typeof AudioContext === 'undefined') return null;
  const known = (context ??= new AudioContext());
  if (known.state !== 'running') await Promise.race([known.resume().catch(() => undefined), new Promise((resolve) => setTimeout(resolve, 300))]);
  return known.state === 'running' ? known : null;
}

/** Whether this page can be heard now. */
export const isAudible = async (): Promise<boolean> => (await running()) !== null;

/** Has the first press or key allow sounds. */
export function unlockByGesture(): () => void {
  const events = ['pointerdown', 'keydown'] as const;
  const stop = () => events.forEach((each) => removeEventListener(each, unlock, true));
  const unlock = () => void running().then((allowed) => allowed && stop());
  events.forEach((each) => addEventListener(each, unlock, true));
  return stop;
}

/** Plays a sound; whether it could be heard. */
export async function play(sound: Sound): Promise<boolean> {
  const audio = await running();
  if (!audio) return false;
  const start = audio.currentTime + 0.02;
  for (const [hertz, from] of tones[sound]) {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = hertz;
    // Without the edges, which crack.
    volume.gain.setValueAtTime(0, start + from);
    volume.gain.linearRampToValueAtTime(loudness, start + from + 0.015);
    volume.gain.setValueAtTime(loudness, start + from + length - 0.04);
    volume.gain.linearRampToValueAtTime(0, start + from + length);
    tone.connect(volume).connect(audio.destination);
    tone.start(start + from);
    tone.stop(start + from + length);
  }
  return true;
}

const heardKey = 'anbinh.heard';

/** Of the tabs of a browser one plays the sound of a notification: the first that asks. */
export function isFirstToHear(id: string): boolean {
  if (id !== '' && (localStorage.getItem(heardKey) ?? '') >= id) return false;
  localStorage.setItem(heardKey, id);
  return true;
}
