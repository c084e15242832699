import type { Line } from './api';
import { alone, pauses, type Round, sendFiles, sendWords } from './outbox';
import { syncOwn } from './own';
import { findProfile } from './profile';
import type { Vault } from './vault';

export const channelName = 'anbinh-phone';
export const syncTag = 'anbinh-phone-send';

/** Sends the words that wait, by one account, as the worker and every window do. */
export async function wordsOnce(vault: Vault, line: Line): Promise<Round> {
  const profile = await findProfile(vault);
  const guarded = (kind: string) => profile?.kinds.find((each) => each.code === kind)?.guarded ?? false;
  return alone('send', () => sendWords(vault, line, guarded, () => new Date()));
}

/** Sends the files that wait, beside the words and never before them. */
export const filesOnce = (vault: Vault, line: Line): Promise<Round> => alone('send-files', () => sendFiles(vault, line));

const again = new Set<Round | null>(['NO_LINE', 'LATER', 'BUSY', 'FULL']);

/** When this window sends: at once, when the line comes back, when it is looked at, and after growing pauses. */
export class Sender {
  round: Round | null = null;
  private files: Round | null = null;
  private words: Promise<void> | null = null;
  private uploads: Promise<void> | null = null;
  private once = false;
  private filesAgain = false;
  private tries = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly others = new BroadcastChannel(channelName);
  private readonly events = new AbortController();

  /** @param end breaks off the requests of `line` */
  constructor(
    private readonly vault: Vault,
    private readonly line: Line,
    private readonly end: () => void,
    private readonly told: (round: Round | null) => void,
  ) {
    const listen = { signal: this.events.signal };
    addEventListener('online', () => this.kick(), listen);
    addEventListener('offline', () => this.told(null), listen);
    document.addEventListener('visibilitychange', () => !document.hidden && this.kick(), listen);
    this.others.onmessage = () => this.told(null);
  }

  /** Tries now; once more after that where something came in between. A file on the way holds up no words. */
  kick(): void {
    this.tries = 0;
    this.begin();
  }

  /** Ends it; kept when nothing of it is on the way any more. */
  async stop(): Promise<void> {
    this.events.abort();
    clearTimeout(this.timer);
    this.others.close();
    this.end();
    await Promise.all([this.words, this.uploads]);
  }

  private begin(): void {
    clearTimeout(this.timer);
    this.once = true;
    if (this.words || this.events.signal.aborted) return;
    this.words = this.run()
      .catch(() => undefined)
      .finally(() => (this.words = null));
  }

  private async run(): Promise<void> {
    while (this.once) {
      this.once = false;
      this.round = await wordsOnce(this.vault, this.line).catch((): Round => 'LATER');
      if (this.events.signal.aborted) return;
      if (this.round === 'DONE' || this.round === 'LATER') {
        this.upload();
        await syncOwn(this.vault, this.line, () => new Date()).catch(() => undefined);
      }
      if (this.events.signal.aborted) return;
      this.tell(this.round);
    }
    this.wait();
  }

  private upload(): void {
    this.filesAgain = true;
    if (this.uploads) return;
    this.uploads = this.runFiles()
      .catch(() => undefined)
      .finally(() => (this.uploads = null));
  }

  private async runFiles(): Promise<void> {
    while (this.filesAgain) {
      this.filesAgain = false;
      this.files = await filesOnce(this.vault, this.line).catch((): Round => 'LATER');
      if (this.events.signal.aborted) return;
      if (this.files === 'OTHER' || this.files === 'SIGNED_OUT') this.round = this.files;
      this.tell(this.files === 'OTHER' ? 'OTHER' : null);
    }
    this.wait();
  }

  private tell(round: Round | null): void {
    this.told(round);
    this.others.postMessage(round);
  }

  private wait(): void {
    const away = this.round === 'NO_LINE' || this.files === 'NO_LINE';
    if (!again.has(this.round) && !again.has(this.files)) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.begin(), pauses[Math.min(this.tries++, pauses.length - 1)]);
    if (away) void askWorker();
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
