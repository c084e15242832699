import type { Line } from './api';
import { alone, pauses, sendWaiting, type Round } from './outbox';
import { syncOwn } from './own';
import type { Profile } from './profile';
import { findProfile } from './profile';
import type { Vault } from './vault';

export const channelName = 'anbinh-phone';
export const syncTag = 'anbinh-phone-send';

/** Sends what waits, by one account, as the worker and every window do. */
export async function sendOnce(vault: Vault, line: Line): Promise<Round> {
  const profile: Profile | null = await findProfile(vault);
  const guarded = (kind: string) => profile?.kinds.find((each) => each.code === kind)?.guarded ?? false;
  return alone(() => sendWaiting(vault, line, guarded, () => new Date()));
}

/** When this window sends: at once, when the line comes back, when it is looked at, and after growing pauses. */
export class Sender {
  round: Round | null = null;
  private running = false;
  private once = false;
  private tries = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly others = new BroadcastChannel(channelName);
  private readonly events = new AbortController();

  constructor(
    private readonly vault: Vault,
    private readonly line: Line,
    private readonly told: () => void,
  ) {
    const listen = { signal: this.events.signal };
    addEventListener('online', () => this.kick(), listen);
    addEventListener('offline', () => this.told(), listen);
    document.addEventListener('visibilitychange', () => !document.hidden && this.kick(), listen);
    this.others.onmessage = () => this.told();
  }

  /** Tries now; once more after that where something came in between. */
  kick(): void {
    this.tries = 0;
    this.begin();
  }

  stop(): void {
    this.events.abort();
    clearTimeout(this.timer);
    this.others.close();
  }

  private begin(): void {
    clearTimeout(this.timer);
    this.once = true;
    if (this.running || this.events.signal.aborted) return;
    this.running = true;
    void this.run().finally(() => (this.running = false));
  }

  private async run(): Promise<void> {
    while (this.once) {
      this.once = false;
      this.round = await sendOnce(this.vault, this.line).catch((): Round => 'NO_LINE');
      if (this.round === 'DONE') await syncOwn(this.vault, this.line, () => new Date()).catch(() => undefined);
      if (this.events.signal.aborted) return;
      this.told();
      this.others.postMessage(this.round);
    }
    if (this.round === 'NO_LINE' || this.round === 'BUSY') {
      this.timer = setTimeout(() => this.begin(), pauses[Math.min(this.tries++, pauses.length - 1)]);
      if (this.round === 'NO_LINE') void askWorker();
    }
  }
}

/** Asks the browser to wake the worker when there is a line, where it can (Background Sync). */
async function askWorker(): Promise<void> {
  try {
    const registration = (await navigator.serviceWorker.ready) as ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } };
    await registration.sync?.register(syncTag);
  } catch {
    // Without it the next look at the app sends.
  }
}
