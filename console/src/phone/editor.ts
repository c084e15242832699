import { dropFile, mostFiles, smallerPhoto, takeFiles } from './files';
import { locks } from './locks';
import { type Medium, newReport, type Point, type Report, type Said, same } from './report';
import { change, type Vault } from './vault';

/** The editors of this window, by report: what comes late goes to the one that is open. */
const open = new Map<string, Editor>();

/** How much of what is said is kept: all, not yet all, or not all for want of room. */
export type Kept = 'SAVED' | 'SAVING' | 'FULL';

/** Somebody writing one report; all that is typed is kept at once. One window at a time. */
export class Editor {
  private saving: Promise<void> = Promise.resolve();
  private placing: Promise<unknown> = Promise.resolve();
  private waits = false;
  private given = false;
  /** Nothing of this editor is kept any more: the report goes its way. */
  private over = false;
  private readonly opened: Said;
  private listener: (state: Kept, at: Date) => void = () => undefined;

  private constructor(
    readonly vault: Vault,
    public report: Report,
    private readonly release: () => void,
  ) {
    this.opened = structuredClone(report.said);
    open.set(report.id, this);
  }

  /** Null where it is open in another window, or was sent meanwhile. */
  static async open(vault: Vault, id: string): Promise<Editor | null> {
    const release = await held(id);
    if (!release) return null;
    const report = await change<Report>(vault, 'report', id, (there) => (there.stage === 'BESIDE' || there.stage === 'DRAFT' ? null : { ...there, stage: 'DRAFT', was: there.stage }));
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

  /** Ends all of this window, with what was typed kept. */
  static async endAll(): Promise<void> {
    await Promise.all([...open.values()].map((each) => each.close()));
  }

  get said(): Said {
    return this.report.said;
  }

  onSaved(listener: (state: Kept, at: Date) => void): void {
    this.listener = listener;
  }

  /** Keeps what is said now; what is typed while it is being kept follows right after. */
  save(): Promise<void> {
    if (!this.waits && !this.over) {
      this.waits = true;
      this.listener('SAVING', new Date());
      this.saving = this.saving.then(() => this.keep());
    }
    return this.saving;
  }

  /** Keeps the words and the step, and never the stage: only Send, and who opens it, change that. */
  private async keep(): Promise<void> {
    this.waits = false;
    if (this.over) return;
    const now = new Date();
    const { said, step, notedAt } = this.report;
    const kept = structuredClone(said);
    const untouched = same(kept, this.opened);
    try {
      const there = await change<Report>(this.vault, 'report', this.report.id, (before) => ({
        ...before,
        said: kept,
        step,
        notedAt,
        was: untouched ? (before.was ?? null) : null,
        savedAt: now.toISOString(),
      }));
      if (there) this.report.media = there.media;
      else if (this.given || (await this.vault.put('report', this.report.id, { ...this.report, said: kept, savedAt: now.toISOString() }, 0)) === null) throw new Error('gone');
      this.given = true;
      if (!this.waits) this.listener('SAVED', now);
    } catch {
      this.listener('FULL', now);
    }
  }

  /** Takes files of a kind; false where the phone is full. */
  async take(kind: Medium['kind'], files: Blob[], keepPosition: boolean): Promise<boolean> {
    let placed: () => void = () => undefined;
    const named = new Promise<void>((done) => (placed = done));
    this.placing = Promise.all([this.placing, named]);
    try {
      await this.save();
      await takeFiles(this.vault, this.report.id, kind, files, keepPosition, smallerPhoto, placed);
      return true;
    } catch {
      return false;
    } finally {
      placed();
      await this.look();
    }
  }

  /** How many files it still takes. */
  get room(): number {
    return Math.max(0, mostFiles - this.report.media.length);
  }

  async drop(mediumId: string): Promise<void> {
    await dropFile(this.vault, this.report.id, mediumId);
    await this.look();
  }

  /** Puts the place that was found, also after the report was laid aside, opened again or put among what is to be sent. */
  async put(point: Point | null): Promise<void> {
    const now = open.get(this.report.id);
    if (now && !now.over) {
      now.said.point = point;
      return now.save();
    }
    await change<Report>(this.vault, 'report', this.report.id, (there) => (there.stage === 'BESIDE' ? null : { ...there, said: { ...there.said, point } }));
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

  /** Puts it among those that are to be sent, and ends; false where the phone is full and it is not. */
  async queue(): Promise<boolean> {
    await this.save();
    // A file that was chosen is named in the report before the report may leave the phone.
    await this.placing;
    try {
      const queued = await change<Report>(this.vault, 'report', this.report.id, (there) => ({ ...there, said: structuredClone(this.said), stage: 'QUEUED', was: null, trouble: null }));
      if (queued?.stage !== 'QUEUED') return false;
      this.over = true;
      return true;
    } catch {
      return false;
    }
  }

  /** Takes it off the phone at once, with its files. */
  async discard(): Promise<void> {
    this.over = true;
    await this.saving;
    await this.placing;
    await this.look();
    await this.vault.remove('report', this.report.id);
    for (const medium of this.report.media) await this.vault.remove('bytes', medium.id);
    await this.close();
  }

  /** Ends for good. Where nothing was changed, it is again what it was: what was to be sent, is. */
  async close(): Promise<void> {
    await this.saving;
    await this.placing;
    this.over = true;
    await asBefore(this.vault, this.report.id).catch(() => undefined);
    if (open.get(this.report.id) === this) open.delete(this.report.id);
    this.release();
  }
}

const asBefore = (vault: Vault, id: string) => change<Report>(vault, 'report', id, (there) => (there.stage === 'DRAFT' && there.was ? { ...there, stage: there.was, was: null } : null));

/** What was only looked at in a window that was ended becomes again what it was. */
export async function handBack(vault: Vault): Promise<void> {
  for (const { id, value } of await vault.list<Report>('report')) {
    if (value.stage !== 'DRAFT' || !value.was || open.has(id)) continue;
    const release = await held(id);
    if (!release) continue;
    await asBefore(vault, id).finally(release);
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
