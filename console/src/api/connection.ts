/**
 * Whether the server answers. Any call that fails on the way marks it lost; from then on it is
 * asked every few seconds until it answers again.
 */
class Connection {
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setInterval> | null = null;
  private lastHeard = Date.now();
  private since: number | null = null;

  heard(): void {
    this.lastHeard = Date.now();
    if (this.since === null) return;
    this.since = null;
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
    this.tell();
  }

  lost(): void {
    if (this.since !== null) return;
    this.since = this.lastHeard;
    this.timer = setInterval(() => {
      fetch('/api/site', { cache: 'no-store' }).then(
        (response) => {
          if (response.ok) this.heard();
        },
        () => {},
      );
    }, 3000);
    this.tell();
  }

  /** When the server was last heard, if it is lost now. */
  readonly lostSince = (): number | null => this.since;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

export const connection = new Connection();
