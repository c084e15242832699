import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { RequestBody } from '../../src/requests/types';
import { beforeGap, missing, setUpBrowser, type TestPage } from './setup';

const { stub, open } = setUpBrowser();

/** All that the law and the server want of a request. */
const wanted = ['caseId', 'cameraIds', 'from', 'to', 'purpose', 'legalBasis', 'offence', 'subjectClass', 'necessity'] as const;
const mostPresses = 12;

/** A press is a click, or a field that is typed into. */
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
