import { beforeAll, describe, expect, test } from 'vitest';
import { missing, setUpBrowser } from './setup';

const { stub, open } = setUpBrowser();

describe.skipIf(missing !== null)('cameras', () => {
  beforeAll(() => {
    const { cameras } = stub().world;
    cameras.push({ ...cameras[0]!, id: cameras[0]!.id.replace(/.$/, 'f'), code: 'CAM-0009', name: 'Ngã tư Đông Thọ' });
  });

  test('one that dies is listed as not recording, its tile shows no old picture, and six of one switch are one row', async () => {
    const page = await open('/cameras?view=tiles', { language: 'en', user: 'truc' });
    const tile = page.locator('.cameras-tile-card', { hasText: 'CAM-0004' }).locator('.cameras-tile');
    await expect.poll(() => tile.getAttribute('data-state')).toBe('playing');
    stub().world.takeDown('CAM-0004');
    await expect.poll(() => tile.textContent()).toContain('No picture since');
    expect(await tile.locator('video').evaluate((video) => getComputedStyle(video).visibility)).toBe('hidden');
    await page.goto(`${stub().url}/cameras?state=down`);
    await expect.poll(() => page.locator('[data-camera="CAM-0004"]').textContent()).toContain('Check the camera');
    expect(await page.locator('[data-outage]').count()).toBe(0);
    const six = ['CAM-0001', 'CAM-0002', 'CAM-0004', 'CAM-0006', 'CAM-0007', 'CAM-0009'];
    for (const code of six) stub().world.takeDown(code);
    const group = page.locator('[data-outage]');
    await expect.poll(() => group.locator('[data-camera]').count()).toBe(6);
    expect(await group.count()).toBe(1);
    expect(await group.locator('th[scope="rowgroup"]').innerText()).toMatch(/6 cameras lost at the same moment \d\d\/\d\d\/\d{4} [\d:]{8}\s+Check the switch/);
    expect(await page.locator('tbody:not([data-outage]) [data-camera="CAM-0003"]').count()).toBe(1);
    stub().world.offline.clear();
  });

  test('an administrator switches the analysis of footage on, and sees how far it is', async () => {
    const { id } = stub().world.cameras[0]!;
    const page = await open(`/cameras/${id}`, { language: 'en', user: 'quantri' });
    await page.getByLabel('Analyse plates and vehicles').click();
    await expect.poll(() => page.locator('[data-analysis="on"]').textContent()).toContain('One core follows about 4.0 cameras');
    expect(await page.locator('[data-analysis="on"]').textContent()).toContain('skipped, too far behind');
    await page.goto(`${stub().url}/cameras?view=list`);
    await expect.poll(() => page.locator('[data-camera="CAM-0001"]').textContent()).toContain('Analysis 1:00 behind');
    await page.goto(`${stub().url}/cameras/${id}`);
    await page.getByLabel('Analyse plates and vehicles').click();
    await expect.poll(() => page.locator('[data-analysis="off"]').count()).toBe(1);
  });

  test('an administrator has a camera tell of vehicles itself, and sees why it does not', async () => {
    const { id } = stub().world.cameras[0]!;
    const page = await open(`/cameras/${id}`, { language: 'en', user: 'quantri' });
    const label = 'This camera tells of vehicles itself (ONVIF metadata)';
    await page.getByLabel('Path of its own on the camera').fill('/exi');
    await page.getByLabel(label).click();
    await expect.poll(() => page.locator('[data-metadata="on"]').textContent()).toContain('choose no compression or GZIP');
    expect(await page.locator('[data-metadata="on"]').textContent()).toContain('/exi');
    await page.getByLabel(label).click();
    await page.getByLabel('Path of its own on the camera').fill('');
    await page.getByLabel(label).click();
    await expect.poll(() => page.locator('[data-metadata="on"]').textContent()).toContain('Connected');
    await page.getByLabel(label).click();
    await expect.poll(() => page.locator('[data-metadata="off"]').count()).toBe(1);
    const officer = await open(`/cameras/${id}`, { language: 'en', user: 'truc' });
    await expect.poll(() => officer.locator('[data-metadata="off"]').textContent()).toContain('Switched off');
    expect(await officer.getByLabel(label).count()).toBe(0);
  });

  test('live pictures stay close to the edge', async () => {
    const page = await open(`/cameras/${stub().world.cameras[0]!.id}`, { language: 'en', user: 'truc' });
    await expect.poll(() => page.locator('.cameras-tile').getAttribute('data-state')).toBe('playing');
    await page.waitForTimeout(3_000);
    const lag = (): Promise<number> => page.locator('.cameras-tile video').evaluate((video: HTMLVideoElement) => video.buffered.end(video.buffered.length - 1) - video.currentTime);
    await expect.poll(lag).toBeLessThan(1);
  });

  test('where there is only the managed kind of media source, as on an iPhone, it is played', async () => {
    const page = await open('/cameras', { language: 'en', user: 'truc' });
    await page.evaluate(() => Object.assign(globalThis, { ManagedMediaSource: MediaSource, MediaSource: undefined }));
    await page.locator(`a[href="/cameras/${stub().world.cameras[0]!.id}"]`).first().click();
    await expect.poll(() => page.locator('.cameras-tile').getAttribute('data-state')).toBe('playing');
    expect(await page.locator('.cameras-tile video').evaluate((video: HTMLVideoElement) => video.disableRemotePlayback)).toBe(true);
  });

  test('a live picture that the browser does not come to show is begun anew', async () => {
    const { id } = stub().world.cameras[0]!;
    const page = await open('/cameras?view=list', { language: 'en', user: 'truc' });
    await page.evaluate(() => {
      const shown = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'readyState')!;
      Object.defineProperty(HTMLMediaElement.prototype, 'readyState', { configurable: true, get: () => 1 });
      Object.assign(globalThis, { showAgain: () => Object.defineProperty(HTMLMediaElement.prototype, 'readyState', shown) });
    });
    let streams = 0;
    page.on('websocket', (socket) => (streams += socket.url().endsWith(`/${id}/live`) ? 1 : 0));
    await page.locator(`a[href="/cameras/${id}"]`).first().click();
    await expect.poll(() => streams, { timeout: 20_000 }).toBeGreaterThan(1);
    expect(await page.locator('.cameras-tile').getAttribute('data-state')).toBe('connecting');
    await page.evaluate('showAgain()');
    await expect.poll(() => page.locator('.cameras-tile').getAttribute('data-state')).toBe('playing');
  });

  test('the search finds names without their marks', async () => {
    const page = await open('/cameras?view=list', { user: 'quantri' });
    await page.locator('input[type="search"]').fill('canh nang');
    await expect.poll(() => page.locator('tbody tr').count()).toBe(1);
    await expect.poll(() => page.locator('tbody tr').textContent()).toContain('Cổng chợ Cành Nàng');
    await page.locator('input[type="search"]').pressSequentially(' 99');
    await page.getByRole('button', { name: 'Bỏ tìm kiếm' }).click();
    await expect.poll(() => page.locator('tbody tr').count()).toBeGreaterThan(1);
    await expect.poll(() => page.locator('input[type="search"]').inputValue()).toBe('');
  });

  test('the form tells all mistakes at once and the server’s at their fields', async () => {
    const page = await open('/cameras/new', { language: 'en', user: 'quantri' });
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(3);
    await page.locator('#name').fill('Gate');
    await page.locator('#areaId').fill('hac thanh');
    await page.getByRole('option', { name: /Hạc Thành/ }).click();
    await page.locator('#address').fill('rtsp://taken');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => page.locator('.notice-bad').textContent()).toContain('No device responds at this address');
    await page.getByRole('button', { name: 'Save without a picture' }).click();
    await expect.poll(() => page.locator('#address-error').textContent()).toContain('CAM-0001');
    await page.locator('#address').fill('rtsp://ok.example/stream');
    await page.getByRole('button', { name: 'Show picture' }).click();
    await expect.poll(() => page.locator('.notice-ok').textContent()).toContain('1920×1080');
  });

  test('times are the site’s, whatever the browser’s zone', async () => {
    const texts: string[] = [];
    for (const timezoneId of ['America/New_York', 'Asia/Tokyo']) {
      const page = await open('/cameras?state=down', { user: 'quantri', timezoneId });
      await page.locator('[data-camera="CAM-0003"]').waitFor();
      texts.push(await page.locator('[data-camera="CAM-0003"] time').first().innerText());
      await expect.poll(() => page.locator('.shell-top-clock').textContent()).toContain('+07:00');
    }
    expect(texts[0]).toBe(texts[1]);
  });
});
