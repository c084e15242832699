import { call, Problem, query } from '../api/client';
import { isoInstant, parseInstant } from '../time/zone';

/** A small picture of a camera, and when it was taken. */
export interface Preview {
  at: number;
  url: string;
}

export interface Wish {
  cameraId: string;
  at: number;
}

/** How many are kept: some megabytes. */
const mostKept = 300;
/** The server makes one at a time and refuses others. */
const busyMillis = 150;
const finest = 2_000;

/** How far apart previews are at a zoom: some pixels of the strip, and no closer than key frames. */
export function previewStep(spanMillis: number): number {
  return Math.max(finest, Math.ceil(spanMillis / 200 / 1_000) * 1_000);
}

/**
 * The small pictures that stand in while the strip is moved. One is asked for at a time, the newest
 * wish first; what came is kept.
 */
export class Previews {
  /** Null where none can be had; the one used longest ago is first. */
  private readonly kept = new Map<string, Preview | null>();
  /** Nothing older is asked for again: each refusal is one of the log's entries. */
  private readonly refusedBefore = new Map<string, number>();
  private wishes: { key: string; wish: Wish }[] = [];
  private running = false;
  private closed = false;

  constructor(private readonly came: () => void) {}

  find(wish: Wish, step: number): Preview | null {
    const key = keyOf(wish, step);
    const found = this.kept.get(key);
    if (found === undefined) return null;
    this.kept.delete(key);
    this.kept.set(key, found);
    return found;
  }

  /** What is wished for now, the most wanted first; earlier wishes are forgotten. */
  want(wishes: readonly Wish[], step: number): void {
    this.closed = false;
    this.wishes = wishes.map((wish) => ({ key: keyOf(wish, step), wish }));
    if (!this.running) void this.run();
  }

  close(): void {
    this.closed = true;
    for (const preview of this.kept.values()) if (preview) URL.revokeObjectURL(preview.url);
    this.kept.clear();
  }

  private async run(): Promise<void> {
    this.running = true;
    for (;;) {
      const next = this.wishes.find(({ key, wish }) => !this.kept.has(key) && wish.at > (this.refusedBefore.get(wish.cameraId) ?? -Infinity));
      if (!next || this.closed) break;
      await this.load(next.key, next.wish);
    }
    this.running = false;
  }

  private async load(key: string, wish: Wish): Promise<void> {
    try {
      const answer = await call(`/api/cameras/${wish.cameraId}/preview.jpg${query({ at: isoInstant(Math.round(wish.at)) })}`);
      const at = parseInstant(answer.headers.get('X-Anbinh-Frame-At') ?? '');
      const url = URL.createObjectURL(await answer.blob());
      if (this.closed) URL.revokeObjectURL(url);
      else this.keep(key, { at, url });
    } catch (failure) {
      if (!(failure instanceof Problem) || failure.code === 'previews-busy') await new Promise((done) => setTimeout(done, busyMillis));
      else if (failure.code === 'no-current-case') this.refusedBefore.set(wish.cameraId, wish.at);
      else this.keep(key, null);
    }
    this.came();
  }

  private keep(key: string, preview: Preview | null): void {
    this.kept.set(key, preview);
    for (const [oldest, each] of this.kept) {
      if (this.kept.size <= mostKept) break;
      if (each) URL.revokeObjectURL(each.url);
      this.kept.delete(oldest);
    }
  }
}

function keyOf(wish: Wish, step: number): string {
  return `${wish.cameraId} ${step} ${Math.floor(wish.at / step)}`;
}
