import { json, Problem, query } from '../api/client';
import type { FrameList } from '../cameras/types';
import { isoInstant, parseInstant } from '../time/zone';
import type { Run } from './coverage';
import { download } from './downloads';
import { type Frame, frameAt, hasFrame, instantOf, keyAtOrBefore, mediaSecondsOf, playingSecondsOf, windowMillis } from './frames';
import css from './player.module.css';

/** Whole milliseconds around what is lost. */
const lostRuns = (failure: unknown): Run[] => (failure instanceof Problem ? failure.lost : []).map((run) => ({ from: parseInstant(run.from), to: parseInstant(run.to) + 1 }));
const withoutCase = (failure: unknown) => failure instanceof Problem && failure.code === 'no-current-case';

export type TrackState = 'idle' | 'loading' | 'ready' | 'none' | 'unplayable' | 'failed' | 'noCase';

interface Window {
  from: number;
  to: number;
  /** A window that was still being recorded when it was asked for. */
  partial: boolean;
  video: HTMLVideoElement;
  frames: Frame[] | null;
  failure: unknown;
  cancel: AbortController;
  /** Whether a picture of it was ever there. */
  shown: boolean;
  requested: number | null;
  used: number;
}

/** So often in a row a video may fail before it is called unplayable: its file may just have grown. */
const mostErrors = 3;

/** Nothing newer than this is asked for: the recorder needs a moment. */
const edgeMillis = 3_000;

/**
 * One camera's recordings as a row of video windows around the playhead, each a video element over
 * the virtual MP4 of its span with the exact time of every frame. Not for several threads.
 */
export class Track {
  private windows: Window[] = [];
  private current: Window | null = null;
  private counter = 0;
  private closed = false;
  private errors = 0;
  private keysOnly = false;
  /** Whether it is one of many: fewer windows are kept, and they are loaded whole. */
  private ofMany = false;
  private readonly lost: Run[] = [];
  readonly box: HTMLDivElement = document.createElement('div');

  constructor(
    readonly cameraId: string,
    private readonly now: () => number,
    private readonly changed: () => void,
  ) {
    this.box.className = css.playTrack!;
  }

  /** More videos than a browser has connections would keep one another, and the page, from loading. */
  beOfMany(ofMany: boolean): void {
    if (ofMany === this.ofMany) return;
    this.ofMany = ofMany;
    for (const window of this.windows) this.forget(window);
  }

  /** Whether key frames stand for those after them: fast backwards, others would come too late. */
  showKeysOnly(keysOnly: boolean): void {
    this.keysOnly = keysOnly;
  }

  /** Whether it is not yet known or not yet loaded what there is at an instant. */
  isFetching(at: number): boolean {
    const window = this.find(at);
    if (!window) return !this.isLost(at);
    if (window.failure || this.errors >= mostErrors) return false;
    return !window.frames || (hasFrame(window.frames, at) && !window.shown);
  }

  private isLost(at: number): boolean {
    return this.lost.some((run) => run.from <= at && at < run.to);
  }

  private indexAt(frames: readonly Frame[], at: number): number {
    const index = frameAt(frames, at);
    return this.keysOnly && index >= 0 ? keyAtOrBefore(frames, index) : index;
  }

  /** Asks anew for what was refused for want of a case, now that it may be seen. */
  askAgain(): void {
    for (const window of this.windows.filter((each) => withoutCase(each.failure))) this.forget(window);
  }

  close(): void {
    this.closed = true;
    for (const window of this.windows) this.discard(window);
    this.windows = [];
    this.box.remove();
  }

  state(at: number): TrackState {
    const window = this.find(at);
    if (!window) return this.isLost(at) ? 'none' : 'idle';
    if (withoutCase(window.failure)) return 'noCase';
    if (window.failure) return window.failure instanceof Problem && window.failure.status === 404 ? 'none' : 'failed';
    if (!window.frames) return 'loading';
    if (!hasFrame(window.frames, at)) return 'none';
    if (window.video.error) return this.errors < mostErrors ? 'loading' : 'unplayable';
    return window.video.readyState >= 2 && !window.video.seeking ? 'ready' : 'loading';
  }

  failure(at: number): unknown {
    return this.find(at)?.failure ?? null;
  }

  /** Shows the frame of an instant, paused. One seek is in flight; the newest wish wins. */
  show(at: number): void {
    const window = this.enter(at);
    if (!window) return;
    if (!window.video.paused) window.video.pause();
    if (!window.frames) return;
    const index = this.indexAt(window.frames, at);
    if (index >= 0) this.seek(window, mediaSecondsOf(window.frames, index));
  }

  /** Keeps the video playing at the clock's instant; returns false while it cannot. */
  follow(at: number, rate: number, lead: boolean): boolean {
    const window = this.enter(at);
    if (!window?.frames || !hasFrame(window.frames, at)) {
      if (window && !window.video.paused) window.video.pause();
      return false;
    }
    const { video } = window;
    const requested = playingSecondsOf(window.frames, at)!;
    const drift = requested - video.currentTime;
    if (Math.abs(drift) > (lead ? 1 : 0.35) * Math.max(1, rate)) this.seek(window, requested);
    const speed = lead ? rate : rate * (1 + Math.max(-0.15, Math.min(0.15, drift)));
    if (Math.abs(video.playbackRate - speed) > 0.01) video.playbackRate = Math.max(0.0625, Math.min(16, speed));
    if (video.paused && !video.ended) void video.play().catch(() => {});
    return video.readyState >= 2 && !video.seeking;
  }

  pause(): void {
    for (const window of this.windows) if (!window.video.paused) window.video.pause();
  }

  /** The instant on the screen; null if the playing window is at its end or not ready. */
  instant(): number | null {
    const window = this.current;
    if (!window?.frames || window.video.readyState < 2 || window.video.seeking) return null;
    if (window.video.ended) return window.to;
    return instantOf(window.frames, window.video.currentTime);
  }

  /** The frames before and after the one shown at an instant, over window borders. */
  async neighbour(at: number, step: 1 | -1): Promise<number | null> {
    let window = this.enter(at);
    for (let tries = 0; window && tries < 3; tries++) {
      const frames = await this.framesOf(window);
      if (!frames || this.closed) return null;
      if (frames.length > 0) {
        const index = tries === 0 ? frameAt(frames, at) + step : step > 0 ? 0 : frames.length - 1;
        const frame = frames[index];
        if (frame) return frame.at;
      }
      window = this.open(step > 0 ? window.to + 1 : window.from - 1);
    }
    return null;
  }

  /** The exact time of the frame shown at an instant. */
  frameInstant(at: number): number | null {
    const frames = this.find(at)?.frames;
    if (!frames || !hasFrame(frames, at)) return null;
    return frames[this.indexAt(frames, at)]?.at ?? null;
  }

  /** Whether the frame shown at an instant is damaged. */
  isDamaged(at: number): boolean {
    const frames = this.find(at)?.frames;
    return !!frames && hasFrame(frames, at) && frames[this.indexAt(frames, at)]!.damaged;
  }

  /** Loads the window that comes next in a direction. */
  prefetch(at: number, direction: 1 | -1): void {
    const window = this.find(at);
    if (window?.frames) this.open(direction > 0 ? window.to + 1 : window.from - 1);
  }

  private find(at: number): Window | null {
    return this.windows.find((window) => window.from <= at && at < window.to) ?? null;
  }

  private enter(at: number): Window | null {
    const window = this.open(at);
    if (window !== this.current) {
      if (this.current) {
        this.current.video.pause();
        this.current.video.classList.remove(css.playTrackOn!);
      }
      this.current = window;
      window?.video.classList.add(css.playTrackOn!);
    }
    if (window) window.used = ++this.counter;
    return window;
  }

  private open(at: number): Window | null {
    const known = this.find(at);
    if (known || this.closed) return known;
    const aligned = Math.floor(at / windowMillis) * windowMillis;
    const before = this.windows.find((window) => window.partial && window.from >= aligned && window.to <= at);
    const start = before && before.to < aligned + windowMillis ? before.to : aligned;
    const edge = Math.floor((this.now() - edgeMillis) / 1_000) * 1_000;
    const end = Math.min(aligned + windowMillis, edge);
    const from = Math.max(start, ...this.lost.filter((run) => run.to <= at).map((run) => run.to));
    const to = Math.min(end, ...this.lost.filter((run) => run.to > at).map((run) => run.from));
    if (to <= at) return null;
    const video = document.createElement('video');
    video.muted = true;
    video.playsInline = true;
    video.preload = 'auto';
    video.tabIndex = -1;
    video.disableRemotePlayback = true;
    video.setAttribute('aria-hidden', 'true');
    const window: Window = {
      from,
      to,
      video,
      partial: to < aligned + windowMillis,
      frames: null,
      failure: null,
      cancel: new AbortController(),
      shown: false,
      requested: null,
      used: ++this.counter,
    };
    for (const name of ['canplay', 'ended']) video.addEventListener(name, () => this.changed());
    video.addEventListener('loadeddata', () => {
      this.errors = 0;
      window.shown = true;
      this.changed();
    });
    video.addEventListener('error', () => this.onError(window));
    video.addEventListener('seeked', () => {
      const requested = window.requested;
      window.requested = null;
      if (requested !== null && Math.abs(requested - video.currentTime) > 0.0005) this.seek(window, requested);
      this.changed();
    });
    this.windows.push(window);
    this.box.append(video);
    this.trim();
    void this.load(window);
    return window;
  }

  private async load(window: Window): Promise<void> {
    const span = query({ from: isoInstant(window.from), to: isoInstant(window.to) });
    try {
      const list = await json<FrameList>(`/api/cameras/${this.cameraId}/frames${span}`, { signal: window.cancel.signal });
      window.frames = list.frames.map((frame) => ({ at: parseInstant(frame.at), media: frame.mediaMillis, key: frame.key, damaged: frame.damaged }));
      if (window.frames.length > 0) {
        const path = `/api/cameras/${this.cameraId}/video.mp4${span}`;
        window.video.src = this.ofMany ? await download(path, window.cancel.signal) : path;
      }
    } catch (failure) {
      if (window.cancel.signal.aborted) return;
      const lost = lostRuns(failure);
      if (lost.length > 0) {
        // What was recorded before and after it is played.
        this.lost.push(...lost);
        this.forget(window);
        return;
      }
      window.failure = failure;
      // Each try without a case is one of the log's entries: it is not repeated by itself.
      if (!withoutCase(failure)) setTimeout(() => this.forget(window), 4_000);
    }
    this.changed();
  }

  /** Asks for the file anew; a codec that the browser cannot play fails again at once. */
  private onError(window: Window): void {
    if (this.closed || !this.windows.includes(window)) return;
    this.errors++;
    if (this.errors < mostErrors) setTimeout(() => this.forget(window), 300);
    this.changed();
  }

  private async framesOf(window: Window): Promise<Frame[] | null> {
    while (!window.frames && !window.failure && !window.cancel.signal.aborted) await new Promise((done) => setTimeout(done, 20));
    return window.frames;
  }

  private seek(window: Window, seconds: number): void {
    const { video } = window;
    if (video.readyState < 1 || video.seeking) {
      window.requested = seconds;
      if (video.readyState < 1) video.addEventListener('loadedmetadata', () => this.applyWanted(window), { once: true });
      return;
    }
    if (Math.abs(video.currentTime - seconds) > 0.0005) video.currentTime = seconds;
  }

  private applyWanted(window: Window): void {
    const requested = window.requested;
    window.requested = null;
    if (requested !== null) window.video.currentTime = requested;
  }

  private trim(): void {
    const spare = this.windows.filter((window) => window !== this.current).toSorted((a, b) => a.used - b.used);
    while (this.windows.length > (this.ofMany ? 2 : 4) && spare.length > 0) this.forget(spare.shift()!);
  }

  private forget(window: Window): void {
    if (window === this.current) this.current = null;
    this.windows = this.windows.filter((each) => each !== window);
    this.discard(window);
    this.changed();
  }

  private discard(window: Window): void {
    window.cancel.abort();
    window.video.pause();
    if (window.video.src.startsWith('blob:')) URL.revokeObjectURL(window.video.src);
    window.video.removeAttribute('src');
    window.video.load();
    window.video.remove();
  }
}
