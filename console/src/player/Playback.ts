import { type Coverage, type Snap, snap } from './coverage';
import { Track, type TrackState } from './Track';

export const speeds: readonly number[] = [0.25, 0.5, 1, 2, 4, 8, 16];

export const mostCameras = 9;
/** So many videos are loaded by the browser as they are played. */
export const fewCameras = 4;

export type Direction = 1 | -1;

export interface PlaybackView {
  at: number;
  playing: boolean;
  direction: Direction;
  rate: number;
  /** Whether the strip is being moved. */
  scrubbing: boolean;
  waiting: boolean;
  /** Set once by a jump that landed elsewhere than asked; the screen says so. */
  jumped: Snap['over'];
  states: Record<string, TrackState>;
  frames: Record<string, number | null>;
  damaged: Record<string, boolean>;
  /** Of which cameras the picture at the instant is still to come. */
  fetching: Record<string, boolean>;
}

/**
 * The clock of the player: one instant for all cameras. The first camera that has pictures leads,
 * the others follow it; where none has any, the clock goes on at the next recorded moment.
 */
export class Playback {
  private at: number;
  private playing = false;
  private direction: Direction = 1;
  private rate = 1;
  private waiting = false;
  private jumped: Snap['over'] = null;
  private tracks: Track[] = [];
  private coverages = new Map<string, Coverage>();
  private pendingSnap: 1 | -1 | null = null;
  private scrubbing = false;
  private raf = 0;
  private last = 0;
  private lastTold = 0;
  private toTell: ReturnType<typeof setTimeout> | null = null;
  private settle: ReturnType<typeof setTimeout> | null = null;
  private listeners = new Set<() => void>();
  private view: PlaybackView;

  constructor(
    at: number,
    private readonly now: () => number,
  ) {
    this.at = at;
    this.view = this.makeView();
  }

  start(): void {
    const loop = (time: number) => {
      this.raf = requestAnimationFrame(loop);
      this.tick(time);
    };
    this.raf = requestAnimationFrame(loop);
  }

  stop(): void {
    cancelAnimationFrame(this.raf);
    if (this.settle) clearTimeout(this.settle);
    if (this.toTell) clearTimeout(this.toTell);
    for (const track of this.tracks) track.close();
    this.tracks = [];
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly getView = (): PlaybackView => this.view;

  /** The instant now, each animation frame anew. */
  instant(): number {
    return this.at;
  }

  setCameras(ids: readonly string[]): void {
    const kept = new Map(this.tracks.map((track) => [track.cameraId, track]));
    this.tracks = ids.map((id) => kept.get(id) ?? new Track(id, this.now, () => this.onTrack()));
    for (const track of this.tracks) track.beOfMany(ids.length > fewCameras);
    for (const [id, track] of kept) if (!ids.includes(id)) track.close();
    for (const id of this.coverages.keys()) if (!ids.includes(id)) this.coverages.delete(id);
    this.showAll();
    this.tell();
  }

  /** Asks anew for what was refused for want of a case. */
  askAgain(): void {
    for (const track of this.tracks) track.askAgain();
  }

  track(id: string): Track | undefined {
    return this.tracks.find((track) => track.cameraId === id);
  }

  setCoverage(id: string, coverage: Coverage): void {
    this.coverages.set(id, coverage);
    if (this.pendingSnap !== null && this.isKnown(this.at)) {
      const direction = this.pendingSnap;
      this.pendingSnap = null;
      this.seek(this.at, direction);
    }
  }

  /** Goes to an instant; where nothing is recorded, to the nearest recorded one in the direction. */
  seek(requested: number, direction: 1 | -1 = 1): void {
    const at = Math.min(requested, this.now() - 3_500);
    this.jumped = null;
    this.pendingSnap = null;
    if (this.tracks.length > 0 && this.isKnown(at)) {
      const landed = snap([...this.coverages.values()], at, direction);
      if (landed?.over) this.jumped = landed.over;
      this.at = landed?.at ?? at;
    } else {
      this.at = at;
      if (this.tracks.length > 0) this.pendingSnap = direction;
    }
    this.showAll();
    this.tell();
  }

  /** While dragging: the clock moves at once, pictures follow when the hand rests. */
  scrub(at: number): void {
    this.scrubbing = true;
    this.jumped = null;
    this.at = Math.min(at, this.now() - 3_500);
    if (this.tracks.some((track) => track.state(this.at) !== 'idle')) this.showAll(true);
    if (this.settle) clearTimeout(this.settle);
    this.settle = setTimeout(() => this.showAll(), 120);
    this.tellSometimes();
  }

  endScrub(): void {
    if (this.settle) clearTimeout(this.settle);
    this.scrubbing = false;
    this.showAll();
    this.tell();
  }

  setPlaying(playing: boolean, direction: Direction = 1): void {
    this.playing = playing;
    this.direction = direction;
    this.last = 0;
    this.chooseFrames();
    if (playing && direction < 0) for (const track of this.tracks) track.pause();
    if (!playing) {
      const exact = this.tracks[0]?.frameInstant(this.at);
      for (const track of this.tracks) track.pause();
      if (exact) this.at = exact;
      this.showAll();
    }
    this.tell();
  }

  setRate(rate: number): void {
    this.rate = rate;
    this.chooseFrames();
    this.tell();
  }

  /** Plays in a direction; faster where it plays so already. */
  shuttle(direction: Direction): void {
    if (this.playing && this.direction === direction) this.changeRate(1);
    else {
      this.rate = 1;
      this.setPlaying(true, direction);
    }
  }

  changeRate(steps: number): void {
    const place = speeds.indexOf(this.rate) + steps;
    this.setRate(speeds[Math.max(0, Math.min(speeds.length - 1, place))]!);
  }

  private chooseFrames(): void {
    const keysOnly = this.playing && this.direction < 0 && this.rate > 1;
    for (const track of this.tracks) track.showKeysOnly(keysOnly);
  }

  /** One frame on or back, exactly, by the first camera with pictures. */
  async step(direction: 1 | -1): Promise<void> {
    if (this.playing) this.setPlaying(false);
    const lead = this.tracks.find((track) => track.frameInstant(this.at) !== null) ?? this.tracks[0];
    const before = this.at;
    const next = await lead?.neighbour(before, direction);
    if (next === null || next === undefined) return;
    this.jumped = Math.abs(next - before) > 1_500 ? { from: Math.min(before, next), to: Math.max(before, next), cause: null } : null;
    this.at = next;
    this.showAll();
    this.tell();
  }

  private isKnown(at: number): boolean {
    return this.tracks.every((track) => this.coverages.get(track.cameraId)?.isKnown(at));
  }

  private showAll(onlyLoaded = false): void {
    if (this.playing && !this.scrubbing) return;
    for (const track of this.tracks) {
      if (!onlyLoaded || track.state(this.at) !== 'idle') track.show(this.at);
    }
  }

  private onTrack(): void {
    this.showAll(this.scrubbing);
    if (this.scrubbing) this.tellSometimes();
    else this.tell();
  }

  private tick(time: number): void {
    const passed = this.last ? Math.min(250, time - this.last) : 0;
    this.last = time;
    if (!this.playing || this.scrubbing || this.tracks.length === 0) return;
    if (this.direction > 0) this.advance(passed);
    else this.retreat(passed);
    for (const track of this.tracks) track.prefetch(this.at, this.direction);
    this.tellSometimes();
  }

  private advance(passed: number): void {
    let lead: Track | null = null;
    for (const track of this.tracks) {
      const ready = track.follow(this.at, this.rate, lead === null);
      if (ready && lead === null) lead = track;
    }
    const loading = this.tracks.some((track) => ['loading', 'idle'].includes(track.state(this.at)));
    if (lead) {
      this.waiting = false;
      const shown = lead.instant();
      if (shown !== null && shown > this.at - 400 * this.rate) this.moveTo(shown, lead, passed);
      return;
    }
    this.waiting = loading;
    if (loading) {
      if (this.at >= this.now() - 4_500) this.setPlaying(false);
      return;
    }
    const landed = snap([...this.coverages.values()], this.at, 1);
    if (landed?.over && landed.at > this.at) {
      this.jumped = landed.over;
      this.at = landed.at;
    } else {
      this.at = Math.min(this.at + Math.max(20, passed) * this.rate, this.now() - 3_500);
    }
    this.tell();
  }

  /** Browsers play no video backwards: the frames are sought one after the other, and the clock waits for what is not loaded. */
  private retreat(passed: number): void {
    for (const track of this.tracks) track.show(this.at);
    this.waiting = this.tracks.some((track) => track.isFetching(this.at));
    if (this.waiting) return;
    const before = this.at - passed * this.rate;
    const states = this.tracks.map((track) => track.state(before));
    if (states.some((state) => ['idle', 'loading', 'ready'].includes(state))) {
      this.at = before;
      return;
    }
    const landed = snap([...this.coverages.values()], before, -1);
    if (landed && landed.at <= before && (landed.over || states.includes('none'))) {
      this.jumped = landed.over;
      this.at = landed.at;
      this.tell();
    } else this.setPlaying(false);
  }

  private moveTo(shown: number, lead: Track, passed: number): void {
    const leap = shown - this.at > 1_500 + passed * this.rate * 4;
    const others = this.tracks.filter((track) => track !== lead);
    if (leap && others.some((track) => track.frameInstant(this.at + 100) !== null)) {
      this.at += passed * this.rate;
      return;
    }
    if (leap) {
      const gap = this.coverages.get(lead.cameraId)?.gapAt(this.at + 500);
      if (gap) this.jumped = gap;
    }
    this.at = Math.max(this.at, shown);
  }

  private makeView(): PlaybackView {
    return {
      at: this.at,
      playing: this.playing,
      direction: this.direction,
      scrubbing: this.scrubbing,
      rate: this.rate,
      waiting: this.waiting,
      jumped: this.jumped,
      states: Object.fromEntries(this.tracks.map((track) => [track.cameraId, track.state(this.at)])),
      frames: Object.fromEntries(this.tracks.map((track) => [track.cameraId, track.frameInstant(this.at)])),
      damaged: Object.fromEntries(this.tracks.map((track) => [track.cameraId, track.isDamaged(this.at)])),
      fetching: Object.fromEntries(this.tracks.map((track) => [track.cameraId, track.isFetching(this.at)])),
    };
  }

  /** Of what changes with each picture, as often as somebody can read it; the last of it always. */
  private tellSometimes(): void {
    const left = this.lastTold + 90 - performance.now();
    if (left <= 0) this.tell();
    else this.toTell ??= setTimeout(() => this.tell(), left);
  }

  private tell(): void {
    if (this.toTell) clearTimeout(this.toTell);
    this.toTell = null;
    this.lastTold = performance.now();
    this.view = this.makeView();
    this.listeners.forEach((listener) => listener());
  }
}
