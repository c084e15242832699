import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { RequestBody } from '../../src/requests/types';
import { beforeGap, missing, type TestPage } from './setup';
import { setUpTeamApp } from './teamApp';

const { stub, open, openApp, reports, world, list, photoWithPlace } = setUpTeamApp();

/** All that the law and the server want of a request. */
const wanted = ['caseId', 'cameraIds', 'from', 'to', 'purpose', 'legalBasis', 'offence', 'subjectClass', 'necessity'] as const;
const mostPresses = 12;

/** A press is a click, a field that is typed into, or keys pressed together; a choice from a list is two, to open it and to choose. */
class Hand {
  presses = 0;

  async press(what: Locator): Promise<void> {
    this.presses++;
    await what.click();
  }

  async type(into: Locator, text: string): Promise<void> {
    this.presses++;
    await into.fill(text);
  }

  async key(page: TestPage, keys: string): Promise<void> {
    this.presses++;
    await page.keyboard.press(keys);
  }

  async choose(from: Locator, value: string): Promise<void> {
    this.presses += 2;
    await from.selectOption(value);
  }
}

describe.skipIf(missing !== null)('a request that begins with finding cameras', () => {
  const site = (millis: number) => {
    const iso = new Date(millis + 7 * 3_600_000).toISOString();
    return `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)} ${iso.slice(11, 19)}`;
  };

  /** From the search of cameras, which was opened from a case, to the form that asks why. */
  async function find(hand: Hand, caseId: string): Promise<TestPage> {
    const at = beforeGap(stub().world.now());
    const page = await open(`/find?case=${caseId}`, { language: 'en', user: 'dieutra' });
    await hand.type(page.locator('#place'), '19.80780, 105.77700');
    await hand.type(page.locator('#from'), site(at));
    await hand.type(page.locator('#to'), site(at + 120_000));
    await hand.press(page.getByRole('button', { name: 'Search', exact: true }));
    await hand.press(page.locator('[data-candidate="CAM-0001"] input'));
    await hand.press(page.getByRole('link', { name: 'Request extraction…' }));
    await page.waitForURL('**/requests/new/why');
    return page;
  }

  /** From the reason on; returns what the check page said and what was sent. */
  async function send(page: TestPage, hand: Hand): Promise<{ answers: string; body: RequestBody }> {
    await hand.type(page.locator('#necessity'), 'A witness saw somebody lead the motorbike away here.');
    await hand.press(page.getByRole('button', { name: 'Continue' }));
    await page.waitForURL('**/requests/new/check');
    const shown = page.locator('.requests-answers');
    await expect.poll(() => shown.textContent()).toContain('CAM-0001');
    const answers = (await shown.textContent())!;
    const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/api/requests'));
    await hand.press(page.getByRole('button', { name: 'Send request' }));
    const body = (await sent).postDataJSON() as RequestBody;
    await page.waitForURL('**/requests/*?sent=1');
    expect(page.errors).toEqual([]);
    return { answers, body };
  }

  function expectWhole(hand: Hand, body: RequestBody): void {
    for (const field of wanted) expect(body[field], field).toBeTruthy();
    expect(body.cameraIds).toHaveLength(1);
    expect(hand.presses, `${hand.presses} presses`).toBeLessThanOrEqual(mostPresses);
  }

  test('takes at most twelve presses with all that the law wants, the first of its case too', async () => {
    const hand = new Hand();
    const found = stub().world.cases.find((each) => (each as unknown as { type: string }).type === 'ASSAULT')!;
    const page = await find(hand, found.id);
    await hand.press(page.getByLabel('Điều tra, xác minh vụ việc'));
    await hand.press(page.getByLabel('Người bị nghi thực hiện hành vi'));
    const { answers, body } = await send(page, hand);
    expectWhole(hand, body);
    expect(body).toMatchObject({ caseId: found.id, offence: 'ASSAULT', legalBasis: 'CPC_2015_ART_88', urgent: false });
    expect(answers.match(/Filled in from the camera search/g)).toHaveLength(3);
    expect(answers.match(/Filled in by the type of the case/g)).toHaveLength(2);
    expect(answers).toContain('OrdinaryPreset');
  });

  test('takes fewer where one has asked for footage of the case before, and lets all of it be changed', async () => {
    const hand = new Hand();
    const last = (stub().world.evidence as unknown as { code: string; case: { id: string } }[]).findLast((each) => each.case.id === stub().world.cases.at(0)!.id)!;
    const page = await find(hand, stub().world.cases[0]!.id);
    await expect.poll(() => page.locator('main form').textContent()).toContain(`Filled in from your request \u2066${last.code}\u2069`);
    expect(await page.locator('#necessity').inputValue()).toBe('');
    const { answers, body } = await send(page, hand);
    expectWhole(hand, body);
    expect(hand.presses).toBeLessThanOrEqual(9);
    expect(answers.match(/Filled in from your request/g)).toHaveLength(4);
    for (const changed of ['Case', 'Cameras', 'Purpose', 'Legal basis', 'Offence', 'Footage subject', 'Necessity of the footage', 'Urgency']) expect(answers).toContain(changed);
  });

  test('takes eight from the first page where the case has a place, which fills in the search', async () => {
    const hand = new Hand();
    const page = await open('/', { language: 'en', user: 'dieutra' });
    await hand.press(page.locator('nav a[href="/cases"]'));
    await hand.press(page.getByRole('link', { name: /CASE-2026-0001/ }).first());
    await hand.press(page.locator('#place-of-case').getByRole('link', { name: 'Find cameras that may have seen it' }));
    await hand.press(page.locator('[data-candidate="CAM-0001"] input'));
    await hand.press(page.getByRole('link', { name: 'Request extraction…' }));
    const { body } = await send(page, hand);
    expect(body).toMatchObject({ caseId: stub().world.cases[0]!.id, cameraIds: [stub().world.cameras[0]!.id] });
    expect(hand.presses).toBe(8);
  });

  test('says nothing more of where an answer is from once somebody changed it', async () => {
    const page = await find(new Hand(), stub().world.cases[0]!.id);
    await page
      .getByText(/Filled in from your request/)
      .first()
      .waitFor();
    await page.getByLabel('Người làm chứng').check();
    await page.locator('#necessity').fill('A witness saw somebody lead the motorbike away here.');
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect.poll(() => page.locator('.requests-answers').textContent()).toContain('Người làm chứng');
    expect((await page.locator('.requests-answers').textContent())!.match(/Filled in from your request/g)).toHaveLength(3);
    await page.getByRole('link', { name: 'Change: Legal basis' }).click();
    await page.getByLabel('Bảo đảm trật tự, an toàn giao thông').check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect.poll(() => page.locator('.requests-answers').textContent()).toContain('Bảo đảm trật tự');
    expect((await page.locator('.requests-answers').textContent())!.match(/Filled in from your request/g)).toHaveLength(2);
    expect(page.errors).toEqual([]);
  });
});

describe.skipIf(missing !== null)('a new camera', () => {
  test('takes at most four answers, and is seen before it is saved', async () => {
    const page = await open('/cameras/new', { language: 'en', user: 'quantri' });
    const hand = new Hand();
    const show = () => page.getByRole('button', { name: 'Show picture' }).click();
    await hand.type(page.locator('#address'), 'rtsp://locked.example/stream1');
    await show();
    await expect.poll(() => page.locator('.notice-bad').textContent()).toContain('The camera rejects the username or password');
    await hand.type(page.locator('#password'), 'camera-1');
    await show();
    await expect.poll(() => page.getByAltText('Picture just taken from the camera').evaluate((picture: HTMLImageElement) => picture.naturalWidth)).toBeGreaterThan(0);
    await hand.type(page.locator('#name'), 'Market gate, towards the street');
    await hand.type(page.locator('#areaId'), 'hac thanh');
    await page.getByRole('option', { name: /Hạc Thành/ }).click();
    const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/api/cameras'));
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    expect((await sent).postDataJSON()).toMatchObject({ address: 'rtsp://locked.example/stream1', username: 'admin', password: 'camera-1', recording: true, keepDays: 30 });
    expect(hand.presses).toBeLessThanOrEqual(4);
    await page.waitForURL(/\/cameras\/[0-9a-f-]{36}$/);
    await page.goto(`${stub().url}/cameras/new`);
    await expect.poll(() => page.locator('#areaId').inputValue()).toContain('Hạc Thành');
  });
});

describe.skipIf(missing !== null)('a main job, from the first page', () => {
  const plays = (page: TestPage) => page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0.2);

  test('a known camera at an exact moment takes three presses', async () => {
    const hand = new Hand();
    const page = await open('/', { language: 'en', user: 'truc' });
    await page.locator('main h1').waitFor();
    const at = beforeGap(stub().world.now());
    const site = new Date(at + 7 * 3_600_000).toISOString();
    await hand.key(page, 'Control+k');
    await hand.type(page.locator('.palette-input'), `cam-0002 ${site.slice(8, 10)}/${site.slice(5, 7)} ${site.slice(11, 19)}`);
    await page.waitForFunction(() => document.querySelector('[role="option"] small')?.textContent?.includes('/'));
    await hand.key(page, 'Enter');
    await page.waitForURL(`**/play?cams=${stub().world.cameras[1]!.id}&t=*`);
    expect(Date.parse(new URL(page.url()).searchParams.get('t')!)).toBe(at);
    await page.locator('video.player-play-track-on').first().waitFor();
    expect(hand.presses).toBe(3);
    expect(page.errors).toEqual([]);
  });

  test('a decision on a request takes three', async () => {
    const hand = new Hand();
    const page = await open('/', { language: 'en', user: 'duyet' });
    await hand.press(page.locator('[data-kind="REQUEST_DECISION"]').getByRole('link', { name: 'REQ-2026-0006' }));
    await hand.press(page.getByLabel('Approve', { exact: true }));
    const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/decision'));
    await hand.press(page.getByRole('button', { name: 'Confirm decision' }));
    expect((await sent).postDataJSON()).toMatchObject({ outcome: 'APPROVE' });
    await page.locator('.decision').waitFor({ state: 'detached' });
    expect(hand.presses).toBe(3);
    expect(page.errors).toEqual([]);
  });

  test('the footage of a half-remembered plate takes seven', async () => {
    const hand = new Hand();
    const page = await open('/', { language: 'en', user: 'dieutra' });
    await page.locator('main h1').waitFor();
    await hand.key(page, 'Control+k');
    await hand.type(page.locator('.palette-input'), '36A 12?45');
    await hand.press(page.getByRole('option', { name: 'Find a vehicle: ' }));
    await hand.press(page.locator('label', { hasText: 'CASE-2026-0001' }));
    await hand.type(page.locator('#reason'), 'Identify the truck that left the scene at 18:40.');
    await hand.press(page.getByRole('button', { name: 'Continue' }));
    await hand.press(page.locator('[data-hit]').first().getByRole('link', { name: 'View footage' }));
    await page.waitForURL(/\/play\?cams=.*&t=.*:17\.240Z$/);
    await page.locator('video.player-play-track-on').first().waitFor();
    expect(hand.presses).toBe(7);
    expect(page.errors).toEqual([]);
  });

  test('a report with a photo from a team’s phone takes nine', async () => {
    const hand = new Hand();
    const page = await openApp({ language: 'en' });
    const next = page.locator('.bottom button').last();
    await hand.press(page.locator('#begin'));
    await hand.press(page.locator('[data-kind="FIRE"]'));
    await hand.press(next);
    await hand.press(next);
    await hand.type(page.locator('textarea').first(), 'Smoke in the kitchen.');
    await hand.press(next);
    await hand.press(next);
    const chosen = page.waitForEvent('filechooser');
    await hand.press(page.getByText('Take a photo'));
    await (await chosen).setFiles([{ name: 'a.jpg', mimeType: 'image/jpeg', buffer: await photoWithPlace(page) }]);
    await page.locator('[data-file="READY"]').waitFor();
    await hand.press(page.locator('.bottom .row button').first());
    await list(page, 'sent').waitFor();
    await expect.poll(() => world().media.size).toBe(1);
    expect(reports().map((each) => each.versions[0])).toMatchObject([{ kind: 'FIRE', seen: 'Smoke in the kitchen.', precision: 'NOW', villageId: stub().world.areas[3]!.id }]);
    expect(hand.presses).toBe(9);
    expect(page.errors).toEqual([]);
  });

  test('one indicator by unit and quarter takes six', async () => {
    const hand = new Hand();
    const page = await open('/', { language: 'en', user: 'tonghop' });
    await hand.press(page.locator('nav a[href="/province"]'));
    await hand.press(page.getByRole('link', { name: 'Pivot table' }));
    await hand.choose(page.locator('#columns'), 'PERIOD');
    await hand.choose(page.locator('#indicator'), 'CASES_OPENED');
    await page.getByRole('heading', { name: /^Cases opened/ }).waitFor();
    await expect.poll(() => page.locator('#pivot thead').textContent()).toMatch(/Quarter .* of .*Quarter .* of /);
    await expect.poll(() => page.locator('#pivot tbody tr').count()).toBe(10);
    expect(hand.presses).toBe(6);
    expect(page.errors).toEqual([]);
  });

  test('what a package sealed takes three for its recipient and four for its requester', async () => {
    const recipient = new Hand();
    const received = await open('/', { language: 'en', user: 'duyet' });
    await recipient.press(received.locator('nav a[href="/received"]'));
    await recipient.press(received.getByRole('button', { name: 'Check and watch' }).first());
    await received.getByText('Sealed file, unchanged since sealing').waitFor();
    await recipient.press(received.getByRole('button', { name: 'Play video' }));
    await plays(received);
    expect(recipient.presses).toBe(3);
    const requester = new Hand();
    const page = await open('/', { language: 'en', user: 'dieutra' });
    await requester.press(page.locator('nav a[href="/requests"]'));
    await requester.press(page.getByRole('link', { name: 'REQ-2026-0002' }));
    await requester.press(page.getByRole('link', { name: 'Open the evidence package' }));
    await requester.press(page.getByRole('button', { name: 'Play video' }));
    await plays(page);
    expect(requester.presses).toBe(4);
    expect([...received.errors, ...page.errors]).toEqual([]);
  });
});
