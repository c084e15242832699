import { type Line, NoAnswer, Refused } from '../../src/phone/api';
import { newReport, type Report, type Said } from '../../src/phone/report';
import type { Kept, Vault, What } from '../../src/phone/vault';

export const me = '01900000-0000-7000-8000-000000000115';

/** A vault in memory. `full` refuses bytes, as a phone without room does. */
export class MemoryVault implements Vault {
  readonly owner = me;
  readonly values = new Map<string, { revision: number; text: string }>();
  readonly bytes = new Map<string, ArrayBuffer>();
  readonly unopened = new Set<string>();
  full = false;

  async list<T>(what: What): Promise<Kept<T>[]> {
    return [...this.values].filter(([key]) => key.startsWith(`${what}/`)).map(([key, { revision, text }]) => ({ id: key.slice(what.length + 1), revision, value: JSON.parse(text) as T }));
  }
  async find<T>(what: What, id: string): Promise<Kept<T> | null> {
    const kept = this.values.get(`${what}/${id}`);
    return kept ? { id, revision: kept.revision, value: JSON.parse(kept.text) as T } : null;
  }
  async put(what: What, id: string, value: unknown, was: number): Promise<number | null> {
    if ((this.values.get(`${what}/${id}`)?.revision ?? 0) !== was) return null;
    this.values.set(`${what}/${id}`, { revision: was + 1, text: JSON.stringify(value) });
    return was + 1;
  }
  async putBytes(id: string, bytes: ArrayBuffer): Promise<void> {
    if (this.full) throw new DOMException('no room', 'QuotaExceededError');
    this.bytes.set(id, bytes);
  }
  async findBytes(id: string): Promise<ArrayBuffer | null> {
    return this.bytes.get(id) ?? null;
  }
  async remove(what: What, id: string, was?: number): Promise<void> {
    if (was !== undefined && this.values.get(`${what}/${id}`)?.revision !== was) return;
    if (what === 'bytes') this.bytes.delete(id);
    else this.values.delete(`${what}/${id}`);
  }
  async report(id: string): Promise<Report | null> {
    return (await this.find<Report>('report', id))?.value ?? null;
  }
}

type Answer = (body: Record<string, unknown>) => unknown;

/** A server that takes everything, once; `before` may stand in the way of a request. */
export class FakeServer implements Line {
  readonly asked: string[] = [];
  readonly bodies: Record<string, unknown>[] = [];
  user: string | null = me;
  before: ((what: string) => void | Promise<void>) | null = null;
  after: ((what: string) => void | Promise<void>) | null = null;
  outcome = 'NEW';
  readonly answers = new Map<string, Answer>();

  private async ask<T>(what: string, body: Record<string, unknown>, answer: Answer): Promise<T> {
    this.asked.push(what);
    await this.before?.(what);
    const path = what.split(' ')[1]!;
    const given = (this.answers.get(path.split('?')[0]!) ?? answer)(body);
    await this.after?.(what);
    return given as T;
  }
  get<T>(path: string): Promise<T> {
    return this.ask<T>(`GET ${path}`, {}, () => ({ user: this.user ? { id: this.user, roles: ['TEAM_MEMBER'], mustChangePassword: false, mustAddSecondFactor: false } : null }));
  }
  send<T>(method: string, path: string, body?: unknown): Promise<T> {
    this.bodies.push(body as Record<string, unknown>);
    const id = path.split('/')[3];
    return this.ask<T>(`${method} ${path}`, body as Record<string, unknown>, () => ({ id, code: 'TH-2026-482193', outcome: this.outcome, receivedAt: '2026-11-27T02:00:00Z', skewSeconds: 3_600 }));
  }
  sendBytes<T>(path: string, bytes: ArrayBuffer): Promise<T> {
    return this.ask<T>(`PUT ${path}`, { bytes: bytes.byteLength }, () => ({ already: false }));
  }
}

export const noLine = (): never => {
  throw new NoAnswer();
};
export const notNow = (status = 503): never => {
  throw new NoAnswer(status);
};
export const refuse = (status: number, code: string, errors: { field: string; message: string }[] = []): never => {
  throw new Refused({ status, code, title: 'no', detail: 'not so', errors });
};

export const noted = new Date('2026-11-27T01:00:00Z');
export const now = () => new Date('2026-11-27T01:30:00Z');

export async function queued(vault: MemoryVault, id: string, said: Partial<Said> = {}, more: Partial<Report> = {}): Promise<Report> {
  const report = newReport(id, noted, 'commune', 'village');
  const made: Report = { ...report, stage: 'QUEUED', said: { ...report.said, kind: 'THEFT', seen: 'A bicycle is gone.', ...said }, ...more };
  await vault.put('report', id, made, 0);
  return made;
}
