import { NoAnswer, Refused, type Line, type Session, type Trouble } from './api';
import { locks } from './locks';
import { noteOwn } from './own';
import { announced, bodyOf, same, sayable, textWaits, whole, type Held, type Message, type Report } from './report';
import { change, type Vault } from './vault';

/**
 * How a round of sending ended. BUSY: another window, or the worker, sends. OTHER: somebody else is
 * signed in. DUE: the account must first change its password or get a second factor.
 */
export type Round = 'DONE' | 'NO_LINE' | 'SIGNED_OUT' | 'OTHER' | 'DUE' | 'BUSY';

interface Receipt {
  id: string;
  code: string;
  outcome: Held['outcome'];
  receivedAt: string;
  skewSeconds: number;
}

/** The pauses before it is tried again without anything having happened, in milliseconds. */
export const pauses = [1_000, 5_000, 15_000, 60_000, 300_000, 900_000];

/**
 * Sends what waits: the words of all reports first, those in danger before the others, then additions,
 * then files one by one. Each is taken off the phone when the server has said that it has it, and not
 * before. Everything that is sent may be sent twice.
 *
 * @param guarded whether a kind needs no words; of an unknown one it does
 */
export async function sendWaiting(vault: Vault, line: Line, guarded: (kind: string) => boolean, now: () => Date): Promise<Round> {
  try {
    // The cookie belongs to the browser: whoever signed in meanwhile must not be taken for who wrote.
    const { user } = await line.get<Session>('/api/session');
    if (!user) return 'SIGNED_OUT';
    if (user.id !== vault.owner) return 'OTHER';
    if (user.mustChangePassword || user.mustAddSecondFactor) return 'DUE';
    const reports = (await vault.list<Report>('report')).map((each) => each.value).filter((each) => each.stage === 'QUEUED');
    const urgent = (report: Report) => Number(report.said.danger || report.said.injured);
    reports.sort((one, other) => urgent(other) - urgent(one) || one.notedAt.localeCompare(other.notedAt));
    for (const { id } of reports) await refusedTo(vault, 'report', id, () => sendText(vault, line, id, guarded, now));
    const messages = (await vault.list<Message>('message')).map((each) => each.value).filter((each) => each.stage === 'QUEUED');
    messages.sort((one, other) => one.writtenAt.localeCompare(other.writtenAt));
    for (const message of messages) await refusedTo(vault, 'message', message.id, () => sendMessage(vault, line, message));
    for (const { id } of reports) await refusedTo(vault, 'report', id, () => sendFiles(vault, line, id));
    return 'DONE';
  } catch (failure) {
    if (failure instanceof NoAnswer) return 'NO_LINE';
    if (failure instanceof Refused && failure.trouble.status === 401) return 'SIGNED_OUT';
    throw failure;
  }
}

/** What the server refuses is kept with its words, to be mended and sent again; the others go on. */
async function refusedTo(vault: Vault, what: 'report' | 'message', id: string, send: () => Promise<void>): Promise<void> {
  try {
    await send();
  } catch (failure) {
    if (!(failure instanceof Refused) || failure.trouble.status === 401) throw failure;
    await change<Report | Message>(vault, what, id, (value) => (value.stage === 'QUEUED' ? { ...value, stage: 'REFUSED', trouble: failure.trouble } : null));
  }
}

async function sendText(vault: Vault, line: Line, id: string, guarded: (kind: string) => boolean, now: () => Date): Promise<void> {
  const report = (await vault.find<Report>('report', id))?.value;
  if (report?.stage !== 'QUEUED' || !textWaits(report)) return;
  if (sayable(report, report.said.kind !== null && guarded(report.said.kind)) === 'SOON') return;
  const receipt = await line.send<Receipt>('PUT', `/api/situations/${id}`, bodyOf(report, now()));
  if (receipt.id !== id || !receipt.code) throw new NoAnswer();
  const media = announced(report).map((each) => each.id);
  await change<Report>(vault, 'report', id, (there) => {
    const before = there.held;
    const changed = before !== null && !same(before.said, report.said);
    const beside = receipt.outcome === 'BESIDE' || (receipt.outcome === 'SAME' && before?.outcome === 'BESIDE');
    there.held = { code: receipt.code, outcome: beside ? 'BESIDE' : receipt.outcome, receivedAt: receipt.receivedAt, skewSeconds: receipt.skewSeconds, said: report.said, before: changed && beside ? before.said : (before?.before ?? null), media };
    return there;
  });
  await noteOwn(vault, { id, code: receipt.code, receivedAt: receipt.receivedAt, skewSeconds: receipt.skewSeconds });
  await leave(vault, id);
}

async function sendFiles(vault: Vault, line: Line, id: string): Promise<void> {
  const report = (await vault.find<Report>('report', id))?.value;
  if (report?.stage !== 'QUEUED' || !report.held) return;
  for (const medium of announced(report)) {
    if (medium.state !== 'READY' || !report.held.media.includes(medium.id)) continue;
    const bytes = await vault.findBytes(medium.id);
    let trouble: Trouble | null = null;
    try {
      if (bytes) await line.sendBytes(`/api/situation-media/${medium.id}`, bytes);
    } catch (failure) {
      if (!(failure instanceof Refused) || failure.trouble.status === 401) throw failure;
      trouble = failure.trouble;
    }
    const lost: Trouble = { status: 0, code: 'lost', title: '', detail: '', errors: [] };
    const wrong = bytes ? trouble : lost;
    await change<Report>(vault, 'report', id, (there) => {
      there.media = there.media.map((each) => (each.id === medium.id ? { ...each, state: wrong ? 'REFUSED' : 'SENT', trouble: wrong } : each));
      if (wrong && there.stage === 'QUEUED') there.stage = 'REFUSED';
      return there;
    });
    if (!wrong) await vault.remove('bytes', medium.id);
  }
  await leave(vault, id);
}

/** Takes a report off the phone once the server has all of it; one that lies beside stays to be seen. */
async function leave(vault: Vault, id: string): Promise<void> {
  const kept = await vault.find<Report>('report', id);
  if (kept?.value.stage !== 'QUEUED' || !whole(kept.value)) return;
  if (kept.value.held?.outcome === 'BESIDE') await vault.put('report', id, { ...kept.value, stage: 'BESIDE' }, kept.revision);
  else await vault.remove('report', id);
}

async function sendMessage(vault: Vault, line: Line, message: Message): Promise<void> {
  const report = `/api/situations/${message.situationId}`;
  const receipt =
    message.about === 'ADDITION'
      ? await line.send<Receipt>('PUT', `${report}/additions/${message.id}`, { occurredAt: null, words: message.words })
      : await line.send<Receipt>('POST', `${report}/retraction`, { reason: message.words });
  if (receipt.id !== message.situationId) throw new NoAnswer();
  await vault.remove('message', message.id);
}

let sending = false;

/** Runs by itself among all windows and the worker of this browser; BUSY where another one sends. */
export async function alone(send: () => Promise<Round>): Promise<Round> {
  const held = locks();
  if (!held) {
    if (sending) return 'BUSY';
    sending = true;
    return send().finally(() => (sending = false));
  }
  return held.request('anbinh-phone-send', { ifAvailable: true }, (lock) => (lock ? send() : Promise.resolve<Round>('BUSY')));
}
