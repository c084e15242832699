import { describe, expect, test } from 'vitest';
import { BadFile, dropFile, makeRest, mostBytes, takeFiles } from '../../src/phone/files';
import { sendFiles, sendWords } from '../../src/phone/outbox';
import { forgetOwn, mostOwn, ownList, syncOwn } from '../../src/phone/own';
import { findProfile, isOfTeam, refreshProfile, refreshVillages } from '../../src/phone/profile';
import { bodyOf, instantOf, type Message, newReport, pastNow, type Report, sayable, textWaits } from '../../src/phone/report';
import { makeKey, seal, sha256, unseal } from '../../src/phone/seal';
import { change } from '../../src/phone/vault';
import { FakeServer, MemoryVault, me, noLine, noted, notNow, now, queued, refuse } from './phoneWorld';

const bytes = (text: string) => new TextEncoder().encode(text).buffer as ArrayBuffer;
const guarded = (kind: string) => kind === 'CHILD';
const words = (vault: MemoryVault, server: FakeServer) => sendWords(vault, server, guarded, now);
/** As the worker does: words, then files. */
const send = async (vault: MemoryVault, server: FakeServer) => {
  const round = await words(vault, server);
  if (round !== 'DONE') return round;
  return sendFiles(vault, server);
};
const asIs = async (photo: Blob) => photo;
const medium = (id: string, state: 'MAKING' | 'READY') => ({ id, kind: 'PHOTO' as const, state, bytes: 3, sha256: 'ab', keepPosition: false, trouble: null });

describe('what lies on the phone', () => {
  test('opens by its key and its name only, and not when it was changed', async () => {
    const key = await makeKey();
    const sealed = await seal(key, 'report/1', bytes('a secret'));
    expect(new TextDecoder().decode(await unseal(key, 'report/1', sealed))).toBe('a secret');
    expect(new TextDecoder().decode(sealed.bytes)).not.toContain('secret');
    await expect(unseal(key, 'report/2', sealed)).rejects.toThrow();
    await expect(unseal(await makeKey(), 'report/1', sealed)).rejects.toThrow();
    new Uint8Array(sealed.bytes)[0]! ^= 1;
    await expect(unseal(key, 'report/1', sealed)).rejects.toThrow();
  });

  test('has a key that nobody gets out', async () => {
    await expect(crypto.subtle.exportKey('raw', await makeKey())).rejects.toThrow();
  });

  test('is told by its SHA-256', async () => {
    expect(await sha256(bytes('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

describe('a report', () => {
  test('says what was filled in, and nothing for what was not', () => {
    const report = newReport('1', noted, 'commune', 'village');
    Object.assign(report.said, {
      kind: 'THEFT',
      seen: ' gone ',
      happenedAt: '2026-11-26T00:00:00Z',
      people: [
        { name: ' Mỗ ', role: 'WITNESS', words: '' },
        { name: ' ', role: 'OTHER', words: 'x' },
      ],
    });
    const body = bodyOf(report, now());
    expect(body).toMatchObject({ communeId: 'commune', villageId: 'village', seen: 'gone', told: null, placeWords: null, happenedAt: null, precision: 'NOW', media: [] });
    for (const [field, at] of [
      ['notedAt', noted],
      ['deviceTime', now()],
    ] as const)
      expect(body[field], 'to the minute').toBe(`${at.toISOString().slice(0, 16)}:00.000Z`);
    expect(body['people']).toEqual([{ name: 'Mỗ', role: 'WITNESS', words: null }]);
    expect(bodyOf({ ...report, said: { ...report.said, precision: 'DAY' } }, now())['happenedAt']).toBe('2026-11-26T00:00:00.000Z');
  });

  test('that was laid aside happened when it was begun, and not when it is sent', () => {
    const report = newReport('1', noted, 'commune', null);
    const later = (hours: number) => new Date(noted.getTime() + hours * 3_600_000);
    expect(pastNow(report, later(0.9))).toBeNull();
    expect(pastNow(report, later(20))?.said).toMatchObject({ precision: 'ABOUT', happenedAt: noted.toISOString() });
    expect(pastNow({ ...report, said: { ...report.said, precision: 'DAY' } }, later(20))).toBeNull();
    expect(pastNow({ ...report, stage: 'QUEUED' }, later(20))).toBeNull();
  });

  test('needs words, a file, danger, or a kind that is spared them', () => {
    const report = newReport('1', noted, 'commune', null);
    expect(sayable(report, false)).toBe('NO');
    expect(sayable(report, true)).toBe('YES');
    expect(sayable({ ...report, said: { ...report.said, danger: true } }, false)).toBe('YES');
    expect(sayable({ ...report, said: { ...report.said, told: 'x' } }, false)).toBe('YES');
    expect(sayable({ ...report, media: [medium('m', 'MAKING')] }, false)).toBe('SOON');
    expect(sayable({ ...report, media: [medium('m', 'READY')] }, false)).toBe('YES');
  });

  test('takes times by the clock of the site, and no day that is none', () => {
    expect(instantOf('2026-11-27T08:30', 'Asia/Ho_Chi_Minh')).toBe('2026-11-27T01:30:00.000Z');
    expect(instantOf('2026-11-27', 'Asia/Ho_Chi_Minh')).toBe('2026-11-26T17:00:00.000Z');
    expect(instantOf('2026-02-30', 'Asia/Ho_Chi_Minh')).toBeNull();
    expect(instantOf('', 'Asia/Ho_Chi_Minh')).toBeNull();
  });
});

describe('the outbox', () => {
  test('sends all words first, danger before the rest, and files after them; then nothing is left', async () => {
    const vault = new MemoryVault();
    const server = new FakeServer();
    await queued(vault, 'one', {}, { media: [medium('photo', 'READY')] });
    await queued(vault, 'two', { danger: true });
    vault.bytes.set('photo', bytes('jpg'));
    expect(await send(vault, server)).toBe('DONE');
    expect(server.asked).toEqual(['GET /api/session', 'PUT /api/situations/two', 'PUT /api/situations/one', 'GET /api/session', 'PUT /api/situation-media/photo']);
    expect(await vault.list('report')).toEqual([]);
    expect(vault.bytes.size).toBe(0);
    const own = await ownList(vault);
    expect(own.items.map((each) => each.code)).toEqual(['TH-2026-482193', 'TH-2026-482193']);
    expect(JSON.stringify([...vault.values])).not.toContain('bicycle');
  });

  test('keeps all of it while the server has not said that it has it', async () => {
    const vault = new MemoryVault();
    const server = new FakeServer();
    const report = await queued(vault, 'one');
    server.before = (what) => void (what.startsWith('PUT') && noLine());
    expect(await send(vault, server)).toBe('NO_LINE');
    expect(await vault.report('one')).toEqual(report);
    expect((await ownList(vault)).items).toEqual([]);
  });

  test('sends again what was taken without an answer, as the same report', async () => {
    const vault = new MemoryVault();
    const server = new FakeServer();
    await queued(vault, 'one');
    server.after = (what) => void (what.startsWith('PUT') && noLine());
    expect(await send(vault, server)).toBe('NO_LINE');
    server.after = null;
    server.outcome = 'SAME';
    expect(await send(vault, server)).toBe('DONE');
    const [first, again] = server.bodies;
    expect(again).toEqual(first);
    expect(await vault.list('report')).toEqual([]);
  });

  test('takes no answer for a receipt that is of another report', async () => {
    const vault = new MemoryVault();
    const server = new FakeServer();
    await queued(vault, 'one');
    server.answers.set('/api/situations/one', () => ({ welcome: 'to the hotspot' }));
    expect(await send(vault, server)).toBe('NO_LINE');
    expect((await vault.report('one'))!.held).toBeNull();
  });

  test('keeps what is refused with the reason, to be mended, and lets the others go', async () => {
    const vault = new MemoryVault();
    const server = new FakeServer();
    await queued(vault, 'bad', { danger: true });
    await queued(vault, 'good');
    server.before = (what) => void (what.endsWith('/bad') && refuse(400, 'invalid', [{ field: 'villageId', message: 'not in the commune' }]));
    expect(await send(vault, server)).toBe('DONE');
    const bad = (await vault.report('bad'))!;
    expect(bad.stage).toBe('REFUSED');
    expect(bad.trouble!.errors[0]!.field).toBe('villageId');
    expect(bad.said.seen).toBe('A bicycle is gone.');
    expect(await vault.report('good')).toBeNull();
    await send(vault, server);
    expect(server.asked.filter((each) => each.endsWith('/bad'))).toHaveLength(1);
  });

  test('sends nothing for another account, for none, or for one that has something due', async () => {
    const vault = new MemoryVault();
    const server = new FakeServer();
    await queued(vault, 'one');
    server.user = 'somebody else';
    expect(await send(vault, server)).toBe('OTHER');
    server.user = null;
    expect(await send(vault, server)).toBe('SIGNED_OUT');
    server.user = me;
    server.answers.set('/api/session', () => ({ user: { id: me, mustChangePassword: true } }));
    expect(await send(vault, server)).toBe('DUE');
    server.answers.clear();
    server.before = (what) => void (what.startsWith('PUT') && refuse(401, 'not-signed-in'));
    expect(await send(vault, server)).toBe('SIGNED_OUT');
    expect(server.bodies).toHaveLength(1);
    expect((await vault.report('one'))!.stage).toBe('QUEUED');
  });

  test('lets a file that is still being made hold up nothing, and does not lose it', async () => {
    const vault = new MemoryVault();
    const server = new FakeServer();
    await queued(vault, 'one', {}, { media: [medium('photo', 'MAKING')] });
    await send(vault, server);
    expect(server.asked).toEqual(['GET /api/session', 'PUT /api/situations/one']);
    expect((await vault.report('one'))!.held!.code).toBe('TH-2026-482193');
    vault.bytes.set('photo', bytes('jpg'));
    await makeRest(vault, asIs);
    server.outcome = 'SAME';
    await send(vault, server);
    expect(server.asked.slice(2)).toEqual(['GET /api/session', 'PUT /api/situations/one', 'GET /api/session', 'PUT /api/situation-media/photo']);
    expect(server.bodies[1]!['media']).toHaveLength(1);
    expect(await vault.report('one')).toBeNull();
  });

  test('waits for the file of a report that says nothing else', async () => {
    const vault = new MemoryVault();
    const server = new FakeServer();
    await queued(vault, 'one', { seen: '' }, { media: [medium('photo', 'MAKING')] });
    await send(vault, server);
    expect(server.asked).toEqual(['GET /api/session']);
  });

  test('keeps what somebody changes while it is being sent', async () => {
    const vault = new MemoryVault();
    const server = new FakeServer();
    await queued(vault, 'one');
    server.after = async (what) => void (what.startsWith('PUT') && (await change<Report>(vault, 'report', 'one', (there) => ({ ...there, said: { ...there.said, seen: 'Two bicycles are gone.' } }))));
    await send(vault, server);
    const there = (await vault.report('one'))!;
    expect(there.held!.said.seen).toBe('A bicycle is gone.');
    expect(textWaits(there)).toBe(true);
  });

  test('shows both versions where an officer had the first, and leaves when they were seen', async () => {
    const vault = new MemoryVault();
    const server = new FakeServer();
    await queued(vault, 'one', {}, { media: [medium('photo', 'MAKING')] });
    await send(vault, server);
    await dropFile(vault, 'one', 'photo');
    await change<Report>(vault, 'report', 'one', (there) => ({ ...there, said: { ...there.said, seen: 'Two are gone.' } }));
    server.outcome = 'BESIDE';
    await send(vault, server);
    const there = (await vault.report('one'))!;
    expect(there.stage).toBe('BESIDE');
    expect([there.held!.before!.seen, there.held!.said.seen]).toEqual(['A bicycle is gone.', 'Two are gone.']);
    await send(vault, server);
    expect(server.bodies).toHaveLength(2);
  });

  test('says which file the server does not take, and sends the others', async () => {
    const vault = new MemoryVault();
    const server = new FakeServer();
    await queued(vault, 'one', {}, { media: [medium('bad', 'READY'), medium('good', 'READY'), medium('gone', 'READY')] });
    vault.bytes.set('bad', bytes('bad')).set('good', bytes('good'));
    server.before = (what) => void (what.endsWith('/bad') && refuse(415, 'situation-media-type'));
    await send(vault, server);
    const there = (await vault.report('one'))!;
    expect(there.stage).toBe('REFUSED');
    expect(there.media.map((each) => `${each.id} ${each.state} ${each.trouble?.code ?? ''}`)).toEqual(['bad REFUSED situation-media-type', 'good SENT ', 'gone REFUSED lost']);
    await dropFile(vault, 'one', 'bad');
    await dropFile(vault, 'one', 'gone');
    await change<Report>(vault, 'report', 'one', (each) => ({ ...each, stage: 'QUEUED' }));
    server.before = null;
    await send(vault, server);
    expect(await vault.report('one')).toBeNull();
    expect(
      server.asked.filter((each) => each.startsWith('DELETE')),
      'nobody waits for them',
    ).toEqual(['DELETE /api/situation-media/bad', 'DELETE /api/situation-media/gone']);
  });

  test('sends words while a file is on the way', async () => {
    const vault = new MemoryVault();
    const server = new FakeServer();
    await queued(vault, 'video', {}, { media: [medium('video', 'READY')] });
    vault.bytes.set('video', bytes('mp4'));
    await words(vault, server);
    let arrived: () => void = () => undefined;
    server.before = (what) => (what.includes('media') ? new Promise<void>((done) => (arrived = done)) : undefined);
    const files = sendFiles(vault, server);
    await queued(vault, 'danger', { danger: true });
    expect(await words(vault, server)).toBe('DONE');
    expect(await vault.report('danger')).toBeNull();
    expect(await vault.report('video')).not.toBeNull();
    arrived();
    expect(await files).toBe('DONE');
    expect(await vault.report('video')).toBeNull();
  });

  test('is not held up by one report or file that the server cannot take now', async () => {
    const vault = new MemoryVault();
    const server = new FakeServer();
    await queued(vault, 'bad', { danger: true });
    await queued(vault, 'good', {}, { media: [medium('bad', 'READY'), medium('good', 'READY')] });
    vault.bytes.set('bad', bytes('bad')).set('good', bytes('good'));
    server.before = (what) => void (what.endsWith('/bad') && notNow(500));
    expect(await words(vault, server)).toBe('LATER');
    expect(await sendFiles(vault, server)).toBe('LATER');
    expect((await vault.report('bad'))!.stage).toBe('QUEUED');
    expect((await vault.report('good'))!.media.map((each) => each.state)).toEqual(['READY', 'SENT']);
    // Who asks too often does not go on asking.
    server.asked.length = 0;
    server.before = (what) => void (what.startsWith('PUT') && notNow(429));
    await queued(vault, 'more');
    expect(await words(vault, server)).toBe('LATER');
    expect(server.asked).toEqual(['GET /api/session', 'PUT /api/situations/bad']);
  });

  test('sends no file for another account that signed in between', async () => {
    const vault = new MemoryVault();
    const server = new FakeServer();
    await queued(vault, 'one', {}, { media: [medium('a', 'READY'), medium('b', 'READY')] });
    vault.bytes.set('a', bytes('a')).set('b', bytes('b'));
    await words(vault, server);
    server.after = (what) => void (what.endsWith('/a') && (server.user = 'somebody else'));
    expect(await sendFiles(vault, server)).toBe('OTHER');
    expect((await vault.report('one'))!.media.map((each) => each.state)).toEqual(['SENT', 'READY']);
  });

  test('comes back with a file that was refused while it was still written', async () => {
    const vault = new MemoryVault();
    const server = new FakeServer();
    await queued(vault, 'one', {}, { media: [{ ...medium('heic', 'READY'), state: 'REFUSED' }] });
    await send(vault, server);
    expect(await vault.report('one')).toMatchObject({ stage: 'REFUSED', held: { code: 'TH-2026-482193' } });
    await dropFile(vault, 'one', 'heic');
    await change<Report>(vault, 'report', 'one', (each) => ({ ...each, stage: 'QUEUED' }));
    await send(vault, server);
    expect(server.bodies).toHaveLength(1);
    expect(await vault.report('one')).toBeNull();
  });

  test('leaves no bytes of a file whose end was not noted', async () => {
    const vault = new MemoryVault();
    const server = new FakeServer();
    await queued(vault, 'one', {}, { media: [{ ...medium('sent', 'READY'), state: 'SENT' }] });
    vault.bytes.set('sent', bytes('jpg'));
    await send(vault, server);
    expect(vault.bytes.size).toBe(0);
  });

  test('sends additions and requests to take back, and keeps what is refused', async () => {
    const vault = new MemoryVault();
    const server = new FakeServer();
    const message = (id: string, about: Message['about'], situationId = 's'): Message => ({
      id,
      situationId,
      about,
      words: 'more',
      writtenAt: `2026-11-27T0${id}:00:00Z`,
      stage: 'QUEUED',
      trouble: null,
    });
    await vault.put('message', '1', message('1', 'ADDITION'), 0);
    await vault.put('message', '2', message('2', 'RETRACTION'), 0);
    await vault.put('message', '3', message('3', 'ADDITION', 'gone'), 0);
    server.before = (what) => void (what.includes('/gone/') && refuse(404, 'no-such-situation'));
    expect(await send(vault, server)).toBe('DONE');
    expect(server.asked.slice(1)).toEqual(['PUT /api/situations/s/additions/1', 'POST /api/situations/s/retraction', 'PUT /api/situations/gone/additions/3']);
    expect((await vault.list<Message>('message')).map((each) => `${each.id} ${each.value.stage}`)).toEqual(['3 REFUSED']);
  });
});

describe('files', () => {
  test('are in the report before they are read, and ready when they are made', async () => {
    const vault = new MemoryVault();
    await queued(vault, 'one');
    let seen = '';
    await takeFiles(vault, 'one', 'PHOTO', [new Blob(['original'])], false, async () => {
      seen = (await vault.report('one'))!.media[0]!.state;
      return new Blob(['small']);
    });
    expect(seen).toBe('MAKING');
    const [made] = (await vault.report('one'))!.media;
    expect(made).toMatchObject({ state: 'READY', bytes: 5, keepPosition: false, sha256: await sha256(bytes('small')) });
    expect(new TextDecoder().decode(vault.bytes.get(made!.id))).toBe('small');
  });

  test('go as they are where the place is requested, and never where they are too large for that', async () => {
    const vault = new MemoryVault();
    await queued(vault, 'one');
    await takeFiles(vault, 'one', 'PHOTO', [new Blob(['original'])], true, async () => new Blob(['small']));
    await takeFiles(vault, 'one', 'PHOTO', [new Blob([new Uint8Array(mostBytes.PHOTO + 1)])], true, async () => new Blob(['small']));
    expect((await vault.report('one'))!.media.map((each) => [each.bytes, each.keepPosition])).toEqual([
      [8, true],
      [5, false],
    ]);
  });

  test('are all named in the report before the first is made, and the place is kept in photos alone', async () => {
    const vault = new MemoryVault();
    await queued(vault, 'one');
    const states: string[][] = [];
    await takeFiles(vault, 'one', 'PHOTO', [new Blob(['1']), new Blob(['2']), new Blob(['3'])], false, async (photo) => {
      states.push((await vault.report('one'))!.media.map((each) => each.state));
      return photo;
    });
    expect(states[0]).toEqual(['MAKING', 'MAKING', 'MAKING']);
    await takeFiles(vault, 'one', 'VIDEO', [new Blob(['video'])], true, asIs);
    expect((await vault.report('one'))!.media.map((each) => `${each.state} ${each.keepPosition}`)).toEqual(['READY false', 'READY false', 'READY false', 'READY false']);
    await expect(takeFiles(vault, 'gone', 'PHOTO', [new Blob(['x'])], false, asIs)).rejects.toThrow('lost');
  });

  test('are not in the report where the phone is full', async () => {
    const vault = new MemoryVault();
    await queued(vault, 'one');
    vault.full = true;
    await expect(takeFiles(vault, 'one', 'PHOTO', [new Blob(['x'])], false, asIs)).rejects.toThrow('no room');
    expect((await vault.report('one'))!.media).toEqual([]);
  });

  test('that cannot be read, or were not kept in time, say so, and their report comes back', async () => {
    const vault = new MemoryVault();
    await queued(vault, 'one', {}, { media: [medium('lost', 'MAKING')] });
    await takeFiles(vault, 'one', 'PHOTO', [new Blob(['heic'])], false, async () => {
      throw new BadFile('unreadable');
    });
    expect(await makeRest(vault, asIs)).toBe(true);
    const there = (await vault.report('one'))!;
    expect(there.media.map((each) => each.trouble!.code)).toEqual(['lost', 'unreadable']);
    expect(there.stage).toBe('QUEUED');
    expect(vault.bytes.size).toBe(0);
    // Its words do not wait for somebody to take the file out.
    const server = new FakeServer();
    await send(vault, server);
    expect(server.bodies).toHaveLength(1);
    expect(await vault.report('one')).toMatchObject({ stage: 'REFUSED', held: { code: 'TH-2026-482193' } });
    expect(await makeRest(vault, asIs)).toBe(false);
  });

  test('that are too large are not sent', async () => {
    const vault = new MemoryVault();
    await queued(vault, 'one');
    await takeFiles(vault, 'one', 'VOICE', [new Blob([new Uint8Array(mostBytes.VOICE + 1)])], false, asIs);
    await takeFiles(vault, 'one', 'VIDEO', [new Blob([new Uint8Array(mostBytes.VIDEO + 1)])], false, asIs);
    expect((await vault.report('one'))!.media.map((each) => `${each.state} ${each.trouble!.code}`)).toEqual(['REFUSED large', 'REFUSED large']);
  });
});

describe('one’s own reports', () => {
  const item = (n: number, more: object = {}) => ({
    id: `id-${n}`,
    code: `TH-${n}`,
    receivedAt: new Date(Date.UTC(2026, 10, 1, 0, n)).toISOString(),
    state: 'ACKNOWLEDGED',
    outcome: null,
    retractionAsked: false,
    waiting: [],
    ...more,
  });

  test('of a week come in one request, and as many more as the server says', async () => {
    const vault = new MemoryVault();
    const server = new FakeServer();
    const pages = [
      { items: Array.from({ length: 200 }, (_, n) => item(n)), cursor: 200, more: true },
      { items: [item(0, { state: 'CLOSED', outcome: 'NOT_FOUNDED', waiting: ['x'] })], cursor: 230, more: false },
    ];
    server.answers.set('/api/situations/own', () => pages.shift());
    await syncOwn(vault, server, now);
    expect(server.asked).toEqual(['GET /api/situations/own?since=0&limit=200', 'GET /api/situations/own?since=200&limit=200']);
    const list = await ownList(vault);
    expect([list.cursor, list.items.length, list.items.at(-1)!.state, list.items.at(-1)!.waiting]).toEqual([230, 200, 'CLOSED', 1]);
  });

  test('are kept to the newest, and may be forgotten', async () => {
    const vault = new MemoryVault();
    const server = new FakeServer();
    server.answers.set('/api/situations/own', () => ({ items: Array.from({ length: mostOwn + 20 }, (_, n) => item(n)), cursor: 400, more: false }));
    await syncOwn(vault, server, now);
    expect((await ownList(vault)).items).toHaveLength(mostOwn);
    await forgetOwn(vault, `id-${mostOwn + 19}`);
    expect((await ownList(vault)).items[0]!.id).toBe(`id-${mostOwn + 18}`);
  });
});

describe('what the phone knows of its account', () => {
  const user = { id: me, displayName: 'Khoa', roles: ['TEAM_LEADER'], area: { id: 'v', name: 'V' }, mustChangePassword: false, mustAddSecondFactor: false };

  test('is the commune of its village, the villages and the kinds', async () => {
    const vault = new MemoryVault();
    const server = new FakeServer();
    server.answers
      .set('/api/site', () => ({ zone: 'Asia/Ho_Chi_Minh' }))
      .set('/api/situation-kinds', () => ({ items: [{ code: 'CHILD', urgent: true, guarded: true, mediable: false }] }))
      .set('/api/areas/v', () => ({
        id: 'v',
        name: 'V',
        kind: 'RESIDENTIAL_AREA',
        above: [
          { id: 'c', name: 'C', kind: 'COMMUNE' },
          { id: 'p', name: 'P', kind: 'PROVINCE' },
        ],
      }))
      .set('/api/areas/tree', () => ({
        items: [
          { id: 'v', name: 'V', kind: 'RESIDENTIAL_AREA' },
          { id: 's', name: 'S', kind: 'SCHOOL' },
          { id: 'w', name: 'W', kind: 'RESIDENTIAL_AREA' },
        ],
      }));
    expect(await findProfile(vault)).toBeNull();
    const soon = await refreshProfile(vault, server, user);
    expect(soon.villages).toEqual([{ id: 'v', name: 'V' }]);
    await refreshVillages(vault, server, soon);
    expect((await refreshProfile(vault, server, user)).villages).toHaveLength(2);
    expect(await findProfile(vault)).toMatchObject({ communeId: 'c', villageId: 'v', villages: [{ id: 'v' }, { id: 'w' }], kinds: [{ code: 'CHILD', guarded: true }] });
    server.answers.set('/api/areas/v', () => ({ id: 'v', name: 'V', kind: 'COMMUNE', above: [] }));
    expect(await refreshProfile(vault, server, user)).toMatchObject({ communeId: 'v', villageId: null });
    expect(isOfTeam(user)).toBe(true);
    expect(isOfTeam({ ...user, roles: ['AUDITOR'] })).toBe(false);
  });
});
