/** What a live tile shows, and since when. */
export type LiveState =
  | { kind: 'connecting' }
  | { kind: 'playing'; delaySeconds: number; skipped: boolean; damaged: boolean }
  | { kind: 'nothing'; lastPictureAt: number | null; attempt: number; cause: string | null }
  | { kind: 'unsupported'; codec: string }
  | { kind: 'refused'; why: 'signedOut' | 'forbidden' | 'missing' }
  | { kind: 'paused' };

/** After this long without a new picture the old one is no longer shown. */
const staleMillis = 5_000;
const keepSeconds = 20;

/** How fast to play to stay near the live edge, or that only a jump helps. */
export function chase(lagSeconds: number): number | 'jump' {
  if (lagSeconds > 1) return 'jump';
  if (lagSeconds > 0.45) return 1.15;
  if (lagSeconds > 0.25) return 1.04;
  return 1;
}

/** Media Source Extensions. iPhones have the managed kind only (W3C Media Source Extensions 2, section 5). */
function mediaSource(): typeof MediaSource | undefined {
  const { MediaSource: plain, ManagedMediaSource: managed } = globalThis as { MediaSource?: typeof MediaSource; ManagedMediaSource?: typeof MediaSource };
  return plain ?? managed;
}

/** `hev1…` and `hvc1…` are H.265, `avc1…` is H.264. */
function codecName(codecs: string): string {
  if (/^(hev1|hvc1)/.test(codecs)) return 'H.265';
  if (/^avc[13]/.test(codecs)) return 'H.264';
  return codecs;
}

interface Hello {
  event?: string;
  codecs?: string;
  cause?: string;
}

/**
 * Plays one camera's live picture into a video element: fragments from a WebSocket go into Media
 * Source Extensions as they come. Reconnects by itself; stops while told to pause.
 */
export class LiveStream {
  private socket: WebSocket | null = null;
  private source: MediaSource | null = null;
  private buffer: SourceBuffer | null = null;
  private queue: ArrayBuffer[] = [];
  private attempt = 0;
  private lastPictureAt: number | null = null;
  private cause: string | null = null;
  private skippedUntil = 0;
  private damagedUntil = 0;
  private started = false;
  /** Since when pictures come of which the browser shows none. */
  private darkSince: number | null = null;
  private ended = false;
  private paused = false;
  private timer: ReturnType<typeof setInterval>;
  private retry: ReturnType<typeof setTimeout> | null = null;
  private state: LiveState = { kind: 'connecting' };

  constructor(
    private readonly cameraId: string,
    private readonly video: HTMLVideoElement,
    private readonly now: () => number,
    private readonly onState: (state: LiveState) => void,
  ) {
    this.timer = setInterval(() => this.tick(), 250);
    this.open();
  }

  /** Stops for good. */
  close(): void {
    this.ended = true;
    clearInterval(this.timer);
    this.drop();
  }

  pause(paused: boolean): void {
    if (paused === this.paused || this.ended) return;
    this.paused = paused;
    if (paused) {
      this.drop();
      this.tell({ kind: 'paused' });
    } else {
      this.attempt = 0;
      this.tell({ kind: 'connecting' });
      this.open();
    }
  }

  private open(): void {
    if (this.ended || this.paused) return;
    const address = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/api/cameras/${this.cameraId}/live`;
    const socket = new WebSocket(address);
    socket.binaryType = 'arraybuffer';
    this.socket = socket;
    socket.onmessage = (event: MessageEvent<string | ArrayBuffer>) => {
      if (socket !== this.socket) return;
      if (typeof event.data === 'string') this.onText(event.data);
      else this.onFragment(event.data);
    };
    socket.onclose = (event) => {
      if (socket === this.socket) this.onClose(event.code);
    };
  }

  private onText(text: string): void {
    let message: Hello;
    try {
      message = JSON.parse(text) as Hello;
    } catch {
      return;
    }
    if (message.event === 'skipped') this.skippedUntil = Date.now() + 4_000;
    else if (message.event === 'gap') this.cause = message.cause ?? null;
    if (message.codecs) this.prepare(message.codecs);
  }

  private prepare(codecs: string): void {
    const type = `video/mp4; codecs="${codecs}"`;
    const Source = mediaSource();
    if (!Source?.isTypeSupported(type)) {
      this.drop();
      this.tell({ kind: 'unsupported', codec: codecName(codecs) });
      return;
    }
    this.queue = [];
    this.started = false;
    const source = new Source();
    this.source = source;
    this.buffer = null;
    const url = URL.createObjectURL(source);
    source.addEventListener(
      'sourceopen',
      () => {
        URL.revokeObjectURL(url);
        if (source !== this.source) return;
        this.buffer = source.addSourceBuffer(type);
        this.buffer.addEventListener('updateend', () => this.pump());
        this.pump();
      },
      { once: true },
    );
    this.video.src = url;
  }

  private onFragment(fragment: ArrayBuffer): void {
    if (!this.source) return;
    if (fragment.byteLength > 8 && isFragment(fragment)) {
      this.lastPictureAt = this.now();
      this.attempt = 0;
      this.cause = null;
      if (isDamaged(fragment)) this.damagedUntil = Date.now() + 2_000;
    }
    this.queue.push(fragment);
    if (this.queue.length > 600) this.reconnect();
    else this.pump();
  }

  private pump(): void {
    const { buffer, source } = this;
    if (!buffer || buffer.updating || source?.readyState !== 'open') return;
    try {
      const ranges = buffer.buffered;
      if (ranges.length > 0) {
        const end = ranges.end(ranges.length - 1);
        if (!this.started) {
          this.started = true;
          if (this.video.currentTime < ranges.start(ranges.length - 1)) this.video.currentTime = ranges.start(ranges.length - 1);
          void this.video.play().catch(() => {});
        }
        if (this.video.currentTime - ranges.start(0) > keepSeconds * 2) {
          buffer.remove(0, Math.min(this.video.currentTime, end) - keepSeconds);
          return;
        }
      }
      const next = this.queue.shift();
      if (next) buffer.appendBuffer(next);
    } catch {
      this.reconnect();
    }
  }

  private tick(): void {
    if (this.paused || this.state.kind === 'unsupported' || this.state.kind === 'refused') return;
    const age = this.lastPictureAt === null ? Infinity : this.now() - this.lastPictureAt;
    if (age > staleMillis) {
      if (this.lastPictureAt !== null || this.attempt > 0) {
        this.tell({ kind: 'nothing', lastPictureAt: this.lastPictureAt, attempt: this.attempt, cause: this.cause });
      }
      return;
    }
    const ranges = this.video.buffered;
    if (ranges.length === 0) return;
    const lag = ranges.end(ranges.length - 1) - this.video.currentTime;
    const speed = chase(lag);
    if (speed !== 'jump') {
      if (this.video.playbackRate !== speed) this.video.playbackRate = speed;
    } else if (!this.video.seeking) {
      this.video.currentTime = ranges.end(ranges.length - 1) - 0.15;
    }
    if (this.video.paused && this.started) void this.video.play().catch(() => {});
    if (this.video.readyState < 2) {
      this.darkSince ??= Date.now();
      if (Date.now() - this.darkSince > staleMillis) this.reconnect();
    } else {
      this.darkSince = null;
      this.tell({ kind: 'playing', delaySeconds: Math.max(0, lag), skipped: Date.now() < this.skippedUntil, damaged: Date.now() < this.damagedUntil });
    }
  }

  private onClose(code: number): void {
    this.drop();
    if (this.ended || this.paused || this.state.kind === 'unsupported') return;
    if (code === 4401) this.tell({ kind: 'refused', why: 'signedOut' });
    else if (code === 4403) this.tell({ kind: 'refused', why: 'forbidden' });
    else if (code === 4404) this.tell({ kind: 'refused', why: 'missing' });
    else this.reconnect();
  }

  private reconnect(): void {
    this.drop();
    if (this.ended || this.paused) return;
    if (this.state.kind === 'playing') this.tell({ kind: 'connecting' });
    this.attempt++;
    this.retry = setTimeout(() => this.open(), Math.min(10_000, 500 * 2 ** Math.min(this.attempt, 5)));
  }

  private drop(): void {
    if (this.retry) clearTimeout(this.retry);
    this.retry = null;
    const socket = this.socket;
    this.socket = null;
    socket?.close();
    this.source = null;
    this.buffer = null;
    this.queue = [];
    this.started = false;
    this.darkSince = null;
    this.video.removeAttribute('src');
    this.video.load();
  }

  private tell(state: LiveState): void {
    const before = this.state;
    this.state = state;
    if (JSON.stringify(before) !== JSON.stringify(state)) this.onState(state);
  }
}

/** Whether a picture says that parts of it never came (ISO/IEC 14496-12: `sample_degradation_priority`, where the recorder writes it). */
function isDamaged(bytes: ArrayBuffer): boolean {
  return bytes.byteLength > 112 && new DataView(bytes).getUint16(98) !== 0;
}

function isFragment(bytes: ArrayBuffer): boolean {
  const view = new DataView(bytes);
  const type = view.getUint32(4);
  return type === 0x6d6f6f66 || type === 0x73747970 || type === 0x6d646174;
}
