import type { Line } from './api';
import { change, type Vault } from './vault';

/** What stays on the phone of a report that was sent: its number, its day and how it stands. */
export interface Own {
  id: string;
  code: string;
  receivedAt: string;
  state: string;
  outcome: string | null;
  retractionAsked: boolean;
  /** Files that the server still waits for. */
  waiting: number;
  skewSeconds: number;
}

interface OwnAnswer {
  items: (Omit<Own, 'waiting' | 'skewSeconds'> & { waiting: string[] })[];
  cursor: number;
  more: boolean;
}

export interface OwnList {
  cursor: number;
  syncedAt: string | null;
  items: Own[];
}

const id = 'own';
const page = 200;
/** The phone keeps so many, the newest; the office has all. */
export const mostOwn = 300;

async function changeList(vault: Vault, changed: (list: OwnList) => OwnList): Promise<void> {
  for (;;) {
    if (await change<OwnList>(vault, 'about', id, changed)) return;
    await vault.put('about', id, { cursor: 0, syncedAt: null, items: [] } satisfies OwnList, 0);
  }
}

function merged(items: Own[], fresh: Own[]): Own[] {
  const byId = new Map(items.map((each) => [each.id, each]));
  for (const each of fresh) byId.set(each.id, each);
  return [...byId.values()].sort((one, other) => other.receivedAt.localeCompare(one.receivedAt)).slice(0, mostOwn);
}

export async function ownList(vault: Vault): Promise<OwnList> {
  return (await vault.find<OwnList>('about', id))?.value ?? { cursor: 0, syncedAt: null, items: [] };
}

/** Notes a report that the server has just taken. */
export async function noteOwn(vault: Vault, taken: Pick<Own, 'id' | 'code' | 'receivedAt' | 'skewSeconds'>): Promise<void> {
  await changeList(vault, (list) => {
    const known = list.items.find((each) => each.id === taken.id);
    const fresh: Own = { state: 'SUBMITTED', outcome: null, retractionAsked: false, waiting: 0, ...known, ...taken };
    return { ...list, items: merged(list.items, [fresh]) };
  });
}

/** Asks how one's reports stand that changed since the last time: one request for up to two hundred. */
export async function syncOwn(vault: Vault, line: Line, now: () => Date): Promise<void> {
  let { cursor } = await ownList(vault);
  for (let more = true; more; ) {
    const answer = await line.get<OwnAnswer>(`/api/situations/own?since=${cursor}&limit=${page}`);
    await changeList(vault, (list) => {
      const skews = new Map(list.items.map((each) => [each.id, each.skewSeconds]));
      const fresh = answer.items.map(({ id: one, code, receivedAt, state, outcome, retractionAsked, waiting }) => ({
        id: one,
        code,
        receivedAt,
        state,
        outcome,
        retractionAsked,
        waiting: waiting.length,
        skewSeconds: skews.get(one) ?? 0,
      }));
      return { cursor: Math.max(list.cursor, answer.cursor), syncedAt: now().toISOString(), items: merged(list.items, fresh) };
    });
    more = answer.more && answer.cursor > cursor;
    cursor = answer.cursor;
  }
}

/** Takes it out of this phone's list; at the server nothing changes. */
export async function forgetOwn(vault: Vault, requested: string): Promise<void> {
  await changeList(vault, (list) => ({ ...list, items: list.items.filter((each) => each.id !== requested) }));
}
