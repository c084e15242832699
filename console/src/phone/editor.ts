import { smallerPhoto, takeFile } from './files';
import { locks } from './locks';
import { newReport, type Medium, type Report, type Said } from './report';
import { change, type Vault } from './vault';

/** Somebody writing one report; all that is typed is kept at once. One window at a time. */
export class Editor {
  private saving: Promise<void> = Promise.resolve();
  private waits = false;
  private given = false;
  private listener: (state: 'SAVED' | 'FULL', at: Date) => void = () => undefined;

  private constructor(
    readonly vault: Vault,
    public report: Report,
    private readonly release: () => void,
  ) {}

  /** Null where it is open in another window, or was sent meanwhile. */
  static async open(vault: Vault, id: string): Promise<Editor | null> {
    const release = await held(id);
    if (!release) return null;
    const report = await change<Report>(vault, 'report', id, (there) => (there.stage === 'BESIDE' ? null : { ...there, stage: 'DRAFT' }));
    if (!report || report.stage === 'BESIDE') {
      release();
      return null;
    }
    return new Editor(vault, report, release);
  }

  /** A new one, which is kept from the first word on. */
  static async begin(vault: Vault, now: Date, communeId: string, villageId: string | null): Promise<Editor> {
    const report = newReport(crypto.randomUUID(), now, communeId, villageId);
    const release = (await held(report.id)) ?? (() => undefined);
    return new Editor(vault, report, release);
  }

  get said(): Said {
    return this.report.said;
  }

  onSaved(listener: (state: 'SAVED' | 'FULL', at: Date) => void): void {
    this.listener = listener;
  }

  /** Keeps what is said now; what is typed while it is being kept follows right after. */
  save(): Promise<void> {
    if (!this.waits) {
      this.waits = true;
      this.saving = this.saving.then(() => this.keep());
    }
    return this.saving;
  }

  private async keep(): Promise<void> {
    this.waits = false;
    const now = new Date();
    const { said, step, stage } = this.report;
    const kept = structuredClone(said);
    try {
      const there = await change<Report>(this.vault, 'report', this.report.id, (before) => ({ ...before, said: kept, step, stage, savedAt: now.toISOString() }));
      if (there) this.report.media = there.media;
      else if (this.given || (await this.vault.put('report', this.report.id, { ...this.report, said: kept, savedAt: now.toISOString() }, 0)) === null) throw new Error('gone');
      this.given = true;
      this.listener('SAVED', now);
    } catch {
      this.listener('FULL', now);
    }
  }

  /** Takes files of a kind; false where the phone is full. */
  async take(kind: Medium['kind'], file: Blob, keepPosition: boolean): Promise<boolean> {
    try {
      await this.save();
      await takeFile(this.vault, this.report.id, kind, file, keepPosition, smallerPhoto);
      return true;
    } catch {
      return false;
    } finally {
      await this.look();
    }
  }

  /** Reads its files again. */
  async look(): Promise<void> {
    const there = await this.vault.find<Report>('report', this.report.id);
    if (there) this.report.media = there.value.media;
  }

  /** Whether it was put among those that are to be sent, while a file of it was being read. */
  async isQueued(): Promise<boolean> {
    return (await this.vault.find<Report>('report', this.report.id))?.value.stage === 'QUEUED';
  }

  /** Puts it among those that are to be sent; false where the phone is full and it is not. */
  async queue(): Promise<boolean> {
    await this.save();
    try {
      const queued = await change<Report>(this.vault, 'report', this.report.id, (there) => ({ ...there, said: structuredClone(this.said), stage: 'QUEUED', trouble: null }));
      return queued?.stage === 'QUEUED';
    } catch {
      return false;
    }
  }

  async close(): Promise<void> {
    await this.saving;
    this.release();
  }
}

/** Holds a report against other windows; gives what lets go of it, or null. */
function held(id: string): Promise<(() => void) | null> {
  const all = locks();
  if (!all) return Promise.resolve(() => undefined);
  return new Promise((done) => {
    void all.request(`anbinh-phone-report-${id}`, { ifAvailable: true }, (lock) => {
      if (!lock) return done(null);
      return new Promise<void>((release) => done(release));
    });
  });
}
