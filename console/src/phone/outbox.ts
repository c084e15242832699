import { type Line, NoAnswer, Refused, type Session, type Trouble } from './api';
import { locks } from './locks';
import { noteOwn } from './own';
import { announced, bodyOf, type Held, type Message, type Report, same, sayable, textWaits, whole } from './report';
import { change, type Vault } from './vault';

/**
 * How a round of sending ended. LATER: the server is there, and could not take something now. BUSY:
 * another window, or the worker, sends. OTHER: somebody else is signed in. DUE: the account must first
 * change its password or get a second factor. FULL: the phone could not keep the answer.
 */
export type Round = 'DONE' | 'LATER' | 'NO_LINE' | 'SIGNED_OUT' | 'OTHER' | 'DUE' | 'BUSY' | 'FULL';

interface Receipt {
  id: string;
  code: string;
  outcome: Held['outcome'];
  receivedAt: string;
  skewSeconds: number;
}

/** The pauses before it is tried again without anything having happened, in milliseconds. */
export const pauses = [1_000, 5_000, 15_000, 60_000, 300_000, 900_000];

/** The cookie belongs to the browser: whoever signed in meanwhile must not be taken for who wrote. */
async function session(vault: Vault, line: Line): Promise<Round | null> {
  const { user } = await line.get<Session>('/api/session');
  if (!user) return 'SIGNED_OUT';
  if (user.id !== vault.owner) return 'OTHER';
  return user.mustChangePassword || user.mustAddSecondFactor ? 'DUE' : null;
}

async function round(send: () => Promise<Round>): Promise<Round> {
  try {
    return await send();
  } catch (failure) {
    if (failure instanceof NotTheirs) return failure.round;
    if (failure instanceof NoAnswer) return failure.status === null ? 'NO_LINE' : 'LATER';
    if (failure instanceof Refused && failure.trouble.status === 401) return 'SIGNED_OUT';
    if (failure instanceof DOMException && failure.name === 'QuotaExceededError') return 'FULL';
    throw failure;
  }
}

/**
 * Sends the words that wait: those of reports first, of these those in danger, then additions. Each is
 * taken off the phone when the server has said that it has it, and not before. Everything that is sent
 * may be sent twice. What the server cannot take now holds up nothing else.
 *
 * @param guarded whether a kind needs no words; of an unknown one it does
 */
export function sendWords(vault: Vault, line: Line, guarded: (kind: string) => boolean, now: () => Date): Promise<Round> {
  return round(async () => {
    const wrong = await session(vault, line);
    if (wrong) return wrong;
    let later = false;
    const reports = await queuedReports(vault);
    const urgent = (report: Report) => Number(report.said.danger || report.said.injured);
    reports.sort((one, other) => urgent(other) - urgent(one) || one.notedAt.localeCompare(other.notedAt));
    for (const { id } of reports) later = (await passes(vault, 'report', id, () => sendText(vault, line, id, guarded, now))) || later;
    const messages = (await vault.list<Message>('message')).map((each) => each.value).filter((each) => each.stage === 'QUEUED');
    messages.sort((one, other) => one.writtenAt.localeCompare(other.writtenAt));
    for (const message of messages) later = (await passes(vault, 'message', message.id, () => sendMessage(vault, line, message))) || later;
    return later ? 'LATER' : 'DONE';
  });
}

/** Sends the files of reports whose words the server has, one by one; nobody's words wait for them. */
export function sendFiles(vault: Vault, line: Line): Promise<Round> {
  return round(async () => {
    let later = false;
    for (const { id } of await queuedReports(vault)) later = (await passes(vault, 'report', id, () => filesOf(vault, line, id))) || later;
    return later ? 'LATER' : 'DONE';
  });
}

async function queuedReports(vault: Vault): Promise<Report[]> {
  return (await vault.list<Report>('report')).map((each) => each.value).filter((each) => each.stage === 'QUEUED');
}

class NotTheirs extends Error {
  constructor(readonly round: Round) {
    super(round);
  }
}

/**
 * What the server refuses is kept with its words, to be mended and sent again; the others go on.
 *
 * @returns whether it is to be tried again
 */
async function passes(vault: Vault, what: 'report' | 'message', id: string, send: () => Promise<unknown>): Promise<boolean> {
  try {
    return (await send()) === true;
  } catch (failure) {
    if (failure instanceof NoAnswer && failure.status !== null && failure.status !== tooMany) return true;
    if (!(failure instanceof Refused) || failure.trouble.status === 401) throw failure;
    await change<Report | Message>(vault, what, id, (value) => (value.stage === 'QUEUED' ? { ...value, stage: 'REFUSED', trouble: failure.trouble } : null));
    return false;
  }
}

/** Asked too often: the others would be told the same. */
const tooMany = 429;

async function sendText(vault: Vault, line: Line, id: string, guarded: (kind: string) => boolean, now: () => Date): Promise<void> {
  const report = (await vault.find<Report>('report', id))?.value;
  if (report?.stage !== 'QUEUED') return;
  if (!textWaits(report)) {
    await withdraw(vault, line, id);
    return leave(vault, id);
  }
  if (sayable(report, report.said.kind !== null && guarded(report.said.kind)) === 'SOON') return;
  const receipt = await line.send<Receipt>('PUT', `/api/situations/${id}`, bodyOf(report, now()));
  if (receipt.id !== id || !receipt.code) throw new NoAnswer();
  const media = announced(report).map((each) => each.id);
  await change<Report>(vault, 'report', id, (there) => {
    const before = there.held;
    const changed = before !== null && !same(before.said, report.said);
    const beside = receipt.outcome === 'BESIDE' || (receipt.outcome === 'SAME' && before?.outcome === 'BESIDE');
    there.held = {
      code: receipt.code,
      outcome: beside ? 'BESIDE' : receipt.outcome,
      receivedAt: receipt.receivedAt,
      skewSeconds: receipt.skewSeconds,
      said: report.said,
      before: changed && beside ? before.said : (before?.before ?? null),
      media,
    };
    return there;
  });
  await noteOwn(vault, { id, code: receipt.code, receivedAt: receipt.receivedAt, skewSeconds: receipt.skewSeconds });
  await withdraw(vault, line, id);
  await leave(vault, id);
}

/** The server waits no more for files that it was told of and that were taken out since, such as those it refused. */
async function withdraw(vault: Vault, line: Line, id: string): Promise<void> {
  const report = (await vault.find<Report>('report', id))?.value;
  const gone = report?.held?.media.filter((each) => !report.media.some((medium) => medium.id === each)) ?? [];
  if (gone.length === 0) return;
  for (const medium of gone) {
    await line.send('DELETE', `/api/situation-media/${medium}`).catch((failure: unknown) => {
      // It has arrived after all, or is of no report: nothing more to be done.
      if (!(failure instanceof Refused) || failure.trouble.status === 401) throw failure;
    });
  }
  await change<Report>(vault, 'report', id, (there) => ({ ...there, held: there.held && { ...there.held, media: there.held.media.filter((each) => !gone.includes(each)) } }));
}

/** Gives whether a file is to be tried again. */
async function filesOf(vault: Vault, line: Line, id: string): Promise<boolean> {
  const report = (await vault.find<Report>('report', id))?.value;
  if (report?.stage !== 'QUEUED' || !report.held) return false;
  let later = false;
  for (const medium of announced(report)) {
    if (medium.state !== 'READY' || !report.held.media.includes(medium.id)) continue;
    const bytes = await vault.findBytes(medium.id);
    let trouble: Trouble | null = null;
    try {
      if (bytes) {
        const wrong = await session(vault, line);
        if (wrong) throw new NotTheirs(wrong);
        await line.sendBytes(`/api/situation-media/${medium.id}`, bytes);
      }
    } catch (failure) {
      if (failure instanceof NoAnswer && failure.status !== null && failure.status !== tooMany) {
        later = true;
        continue;
      }
      if (!(failure instanceof Refused) || failure.trouble.status === 401) throw failure;
      trouble = failure.trouble;
    }
    const lost: Trouble = { status: 0, code: 'lost', title: '', detail: '', errors: [] };
    const wrong = bytes ? trouble : lost;
    await change<Report>(vault, 'report', id, (there) => {
      there.media = there.media.map((each) => (each.id === medium.id ? { ...each, state: wrong ? 'REFUSED' : 'SENT', trouble: wrong } : each));
      return there;
    });
    if (!wrong) await vault.remove('bytes', medium.id);
  }
  await leave(vault, id);
  return later;
}

/**
 * Takes a report off the phone once the server has all of it. One that lies beside stays to be seen,
 * and one with nothing left but files that are not taken, for its reporter to take them out.
 */
async function leave(vault: Vault, id: string): Promise<void> {
  const kept = await vault.find<Report>('report', id);
  if (kept?.value.stage !== 'QUEUED') return;
  const { value: report, revision } = kept;
  if (!whole(report)) {
    const stuck = !textWaits(report) && report.media.every((each) => each.state === 'SENT' || each.state === 'REFUSED');
    if (stuck) await vault.put('report', id, { ...report, stage: 'REFUSED' }, revision);
    return;
  }
  if (report.held?.outcome === 'BESIDE') return void (await vault.put('report', id, { ...report, stage: 'BESIDE' }, revision));
  for (const medium of report.media) await vault.remove('bytes', medium.id);
  await vault.remove('report', id, revision);
}

async function sendMessage(vault: Vault, line: Line, message: Message): Promise<void> {
  const report = `/api/situations/${message.situationId}`;
  const receipt =
    message.about === 'ADDITION'
      ? await line.send<Receipt>('PUT', `${report}/additions/${message.id}`, { occurredAt: null, words: message.words })
      : await line.send<Receipt>('POST', `${report}/retraction`, { reason: message.words });
  if (receipt.id !== message.situationId) throw new NoAnswer();
  const kept = await vault.find<Message>('message', message.id);
  // What was changed meanwhile is sent as it is now.
  if (kept?.value.words === message.words) await vault.remove('message', message.id, kept.revision);
}

const sending = new Set<string>();

/** Runs by itself among all windows and the worker of this browser; BUSY where another one sends. */
export async function alone(name: 'send' | 'send-files', send: () => Promise<Round>): Promise<Round> {
  const held = locks();
  if (!held) {
    if (sending.has(name)) return 'BUSY';
    sending.add(name);
    return send().finally(() => sending.delete(name));
  }
  return held.request(`anbinh-phone-${name}`, { ifAvailable: true }, (lock) => (lock ? send() : Promise.resolve<Round>('BUSY')));
}
