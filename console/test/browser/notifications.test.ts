import { runInNewContext } from 'node:vm';
import type { CDPSession } from 'playwright-core';
import { describe, expect, test } from 'vitest';
// @ts-expect-error: the stand-in is plain JavaScript.
import { notify as notifyPerson } from '../stub/notifications.mjs';
import { missing, missingWhole, setUpBrowser, type TestPage } from './setup';

const { stub, open, another } = setUpBrowser();

interface Notified {
  reason?: string;
  count?: number;
  urgent?: boolean;
}
const notify = (username: string, kind: string, what: Notified = {}) => notifyPerson(stub().world, username, kind, what);

/** Has a page ask at once, as it does every twenty seconds: as when somebody comes back to it. */
const lookAgain = (page: TestPage) => page.evaluate(() => dispatchEvent(new Event('visibilitychange')));

const bell = (page: TestPage) => page.locator('.shell-bell');
const bar = (page: TestPage, kind: string) => page.locator(`[data-urgent-kind="${kind}"]`);
const posted = (path: string) => stub().world.requests.filter((each) => each === `POST ${path}`).length;

/** Notes the height of each tone that a page plays, in hertz, whatever the browser lets be heard. */
const listen = async (page: TestPage) => {
  await page.addInitScript(() => {
    const tones: number[] = [];
    Object.assign(window, { tones });
    const make = AudioContext.prototype.createOscillator;
    AudioContext.prototype.createOscillator = function (this: AudioContext) {
      const tone = make.call(this);
      const start = tone.start.bind(tone);
      tone.start = (when?: number) => {
        tones.push(tone.frequency.value);
        start(when);
      };
      return tone;
    };
  });
  await page.reload();
};
const tones = (page: TestPage) => page.evaluate(() => (window as unknown as { tones: number[] }).tones);

describe.skipIf(missing !== null)('the bell', () => {
  test('says on every page how much is unread, in words too, and so does the title', async () => {
    const page = await open('/cases', { language: 'en', user: 'dieutra' });
    await page.getByRole('link', { name: 'Notifications', exact: true }).waitFor();
    expect(await page.title()).toBe('Cases – An Bình');
    notify('dieutra', 'PACKAGE_READY');
    notify('dieutra', 'PACKAGE_READY', { count: 2 });
    await lookAgain(page);
    await page.getByRole('link', { name: '2 unread notifications', exact: true }).waitFor();
    expect(await bell(page).textContent()).toBe('2');
    expect(await bell(page).getAttribute('data-urgent')).toBe('false');
    await expect.poll(() => page.title()).toBe('(2) Cases – An Bình');
    await page.locator('nav a[href="/requests"]').click();
    await expect.poll(() => page.title()).toMatch(/^\(2\) .* – An Bình$/);
    await bell(page).click();
    await page.waitForURL('**/notifications');
    await expect.poll(() => page.title()).toBe('Notifications – An Bình');
    expect(page.errors).toEqual([]);
  });

  test('is loud where something is urgent, on a phone too, and is as large as a finger', async () => {
    const page = await open('/', { language: 'vi', user: 'totruong', width: 360, height: 760 });
    await bell(page).waitFor();
    notify('totruong', 'SITUATION_DANGER', { urgent: true });
    await lookAgain(page);
    await page.getByRole('link', { name: '1 thông báo chưa đọc, có việc khẩn cấp' }).waitFor();
    const box = (await bell(page).boundingBox())!;
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
    expect(box.x + box.width).toBeLessThanOrEqual(360);
    expect(await bell(page).locator('svg').count()).toBe(2);
    expect(page.errors).toEqual([]);
  });

  test('has a change of the count said politely, and at most once in ten seconds', async () => {
    const page = await open('/', { language: 'en', user: 'tonghop' });
    const said = page.locator('[data-announced="unread"]');
    await said.waitFor({ state: 'attached' });
    await bell(page).waitFor();
    expect(await said.getAttribute('role')).toBe('status');
    expect(await said.textContent()).toBe('');
    await page.clock.install();
    notify('tonghop', 'PERIOD_REPORT');
    await lookAgain(page);
    await expect.poll(() => bell(page).textContent()).toBe('1');
    await page.clock.runFor(100);
    await expect.poll(() => said.textContent()).toBe('1 unread notification');
    notify('tonghop', 'PERIOD_REPORT');
    await lookAgain(page);
    await expect.poll(() => bell(page).textContent()).toBe('2');
    await page.clock.runFor(4_000);
    expect(await said.textContent()).toBe('1 unread notification');
    await page.clock.runFor(6_500);
    await expect.poll(() => said.textContent()).toBe('2 unread notifications');
  });

  test('asks three times a minute while the page is looked at, and not while it is hidden', async () => {
    const page = await open('/', { language: 'en', user: 'tovien' });
    await bell(page).waitFor();
    await page.clock.install();
    const asked = () => stub().world.requests.filter((each) => each === 'GET /api/notifications/unread').length;
    await lookAgain(page);
    await expect.poll(asked).toBeGreaterThan(0);
    const show = (state: string) =>
      page.evaluate((now) => {
        Object.defineProperty(document, 'visibilityState', { value: now, configurable: true });
        document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
      }, state);
    await page.waitForTimeout(300);
    const before = asked();
    await page.clock.runFor(21_000);
    await expect.poll(asked).toBe(before + 1);
    await show('hidden');
    await page.clock.runFor(70_000);
    expect(asked()).toBe(before + 1);
    await show('visible');
    await expect.poll(asked).toBe(before + 2);
  });
});

describe.skipIf(missing !== null)('what is urgent', () => {
  test('is heard when it comes, danger otherwise than the rest, and not what was unread before', async () => {
    const page = await open('/cameras', { language: 'en', user: 'diaban' });
    await listen(page);
    await bar(page, 'SITUATION_DANGER').waitFor();
    await page.waitForTimeout(500);
    expect(await tones(page)).toEqual([]);
    notify('diaban', 'SITUATION_DANGER', { reason: 'REPEATED', urgent: true });
    notify('diaban', 'CAMERA_NOT_RECORDING', { urgent: true });
    await lookAgain(page);
    // One sound of all that came at once: three tones that rise, and again.
    await expect.poll(() => tones(page)).toEqual([660, 880, 1175, 660, 880, 1175]);
    await expect.poll(() => page.locator('[role="alert"]').first().textContent()).toBe('Still not received: reports of a person in danger');
    notify('diaban', 'MEDIATION');
    await lookAgain(page);
    await expect.poll(() => bell(page).textContent()).toBe('6');
    await page.waitForTimeout(500);
    expect(await tones(page)).toHaveLength(6);
    notify('diaban', 'CAMERA_NOT_RECORDING', { urgent: true });
    await lookAgain(page);
    await expect.poll(async () => (await tones(page)).slice(6)).toEqual([880, 660]);
    await page.waitForTimeout(300);
    expect(await tones(page)).toHaveLength(8);
    expect(page.errors).toEqual([]);
  });

  test('is heard in one tab of a browser, and in none where somebody switched it off', async () => {
    const page = await open('/', { language: 'en', user: 'chutich' });
    await listen(page);
    const second = await another(page.context(), '/cameras');
    await listen(second);
    await bell(second).waitFor();
    await bell(page).waitFor();
    await page.waitForTimeout(500);
    notify('chutich', 'WANTED_VEHICLE_ALERT', { urgent: true });
    await lookAgain(page);
    await lookAgain(second);
    await expect.poll(async () => [...(await tones(page)), ...(await tones(second))]).toEqual([880, 660]);
    await second.close();
    await page.getByRole('button', { name: /^Account and settings/ }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Sound for urgent notifications' }).click();
    await page.keyboard.press('Escape');
    notify('chutich', 'WANTED_VEHICLE_ALERT', { urgent: true });
    await lookAgain(page);
    await expect.poll(() => bell(page).textContent()).toBe('2');
    await page.waitForTimeout(500);
    expect((await tones(page)).length).toBeLessThanOrEqual(2);
  });

  test('is said to be unheard where the browser does not allow sounds yet, with a button that asks', async () => {
    const page = await open('/sign-in', { language: 'en', user: 'truongthon' });
    await page.addInitScript(() => {
      let pressed = false;
      let allowed = false;
      addEventListener('pointerdown', () => (pressed = true), true);
      Object.defineProperty(AudioContext.prototype, 'state', { get: () => (allowed ? 'running' : 'suspended') });
      AudioContext.prototype.resume = async () => (pressed ? void (allowed = true) : new Promise<void>(() => {}));
    });
    await page.goto(`${stub().url}/notifications`);
    await page.getByText('Sound not allowed yet').waitFor();
    await page.getByRole('button', { name: 'Try the sound' }).click();
    await expect.poll(() => page.getByText('Sound not allowed yet').count()).toBe(0);
  });

  test('stands over every page with the way to it, and danger stays until it is received', async () => {
    const page = await open('/teams', { language: 'vi', user: 'diaban' });
    await bell(page).waitFor();
    const danger = bar(page, 'SITUATION_DANGER');
    await danger.getByText('Có thể có người đang gặp nguy hiểm: 1 tin báo chưa được tiếp nhận').waitFor();
    await page.locator('nav a[href="/situations"]').click();
    await page.waitForURL('**/situations');
    await danger.waitFor();
    await page.locator('nav a[href="/areas"]').click();
    await danger.getByRole('link', { name: 'Xem ngay' }).click();
    await page.waitForURL('**/situations');
    await page.goto(`${stub().url}/notifications`);
    await danger.waitFor();
    await danger.getByRole('button', { name: 'Ẩn thông báo này' }).click();
    await expect.poll(() => danger.count()).toBe(0);
    await page.reload();
    await bell(page).waitFor();
    await page.waitForTimeout(500);
    expect(await danger.count()).toBe(0);
    notify('diaban', 'SITUATION_DANGER', { reason: 'REPEATED', urgent: true });
    await lookAgain(page);
    await danger.waitFor();
    // Also once the inbox, which is open here, has it marked as read.
    await expect.poll(() => page.title()).toBe('Thông báo – An Bình');
    await page.waitForTimeout(500);
    expect(await danger.count()).toBe(1);
    expect(page.errors).toEqual([]);
  });

  test('of other kinds goes when it was read', async () => {
    const page = await open('/cameras', { language: 'en', user: 'truc' });
    await bell(page).waitFor();
    notify('truc', 'CAMERA_NOT_RECORDING', { urgent: true });
    await lookAgain(page);
    await bar(page, 'CAMERA_NOT_RECORDING').getByText('Cameras that do not record:').waitFor();
    await bell(page).click();
    await page.locator('[data-notification]').first().waitFor();
    await expect.poll(() => bar(page, 'CAMERA_NOT_RECORDING').count()).toBe(0);
  });
});

describe.skipIf(missing !== null)('the inbox', () => {
  for (const [language, words] of [
    ['vi', ['Thêm 3: yêu cầu trích xuất chờ quyết định', 'Quá hạn 1: lệnh giữ dữ liệu đến hạn xem xét', 'Chưa đọc']],
    ['en', ['3 new: extraction requests to decide on', '1 overdue: holds due for review', 'Unread']],
    ['ar', ['جديد (3): طلبات استخراج بانتظار القرار', 'متأخر (1): أوامر حفظ حان موعد مراجعتها', 'غير مقروء']],
  ] as const) {
    test(`has days, sentences and marks in ${language}, and the site’s times`, async () => {
      const world = stub().world as unknown as { notified?: Map<string, unknown> };
      world.notified?.clear();
      const page = await open('/notifications', { language, user: 'duyet' });
      const rows = page.locator('[data-notification]');
      await rows.first().waitFor();
      expect(await rows.first().textContent()).toContain(words[0]);
      expect(await rows.nth(1).textContent()).toContain(words[1]);
      expect(await rows.first().textContent()).toContain(words[2]);
      expect(await rows.nth(1).textContent()).not.toContain(words[2]);
      const at = await rows.first().locator('time').getAttribute('datetime');
      const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', timeStyle: 'medium' }).format(new Date(at!));
      expect(await rows.first().locator('time').textContent()).toBe(clock);
      expect(page.errors).toEqual([]);
    });
  }

  test('is read once it was shown, and looks unread until the next visit', async () => {
    (stub().world as unknown as { notified?: Map<string, unknown> }).notified?.clear();
    const page = await open('/', { language: 'en', user: 'duyet' });
    await page.getByRole('link', { name: '1 unread notification', exact: true }).click();
    const unread = page.locator('[data-notification][data-unread="true"]');
    await unread.first().waitFor();
    await page.getByRole('link', { name: 'Notifications', exact: true }).waitFor();
    await expect.poll(() => page.title()).toBe('Notifications – An Bình');
    await lookAgain(page);
    await page.waitForTimeout(500);
    expect(await unread.count()).toBe(1);
    // What comes meanwhile is shown, and read too.
    notify('duyet', 'HOLD_LIFTING');
    await lookAgain(page);
    await expect.poll(() => unread.count()).toBe(2);
    await page.getByRole('link', { name: 'Notifications', exact: true }).waitFor();
    await page.locator('nav a[href="/"]').click();
    await bell(page).click();
    await page.locator('[data-notification]').first().waitFor();
    await expect.poll(() => unread.count()).toBe(0);
    await page.getByRole('link', { name: /extraction requests to decide on$/ }).click();
    await page.waitForURL('**/requests?tab=inbox');
    expect(page.errors).toEqual([]);
  });

  test('comes in parts where it is long, and says what will come where it is empty', async () => {
    for (let n = 0; n < 60; n++) notify('kiemsoat', 'FINDING');
    const page = await open('/notifications', { language: 'en', user: 'kiemsoat' });
    await page.getByText('1–50 of 60').waitFor();
    await page.getByRole('button', { name: 'Next page' }).click();
    await page.getByText('51–60 of 60').waitFor();
    await expect.poll(() => page.locator('[data-notification]').count()).toBe(10);
    const empty = await open('/notifications', { language: 'en', user: 'quantri' });
    await empty.getByText('No notifications yet').waitFor();
    await empty.getByText('A notification appears here when new work waits for you').waitFor();
  });

  test('is reached, read and followed by keys alone', async () => {
    const page = await open('/', { language: 'en', user: 'duyetcao' });
    notify('duyetcao', 'EMERGENCY_REVIEW');
    await lookAgain(page);
    await page.getByRole('link', { name: '1 unread notification', exact: true }).waitFor();
    const reach = async (what: RegExp) => {
      for (let n = 0; n < 60; n++) {
        await page.keyboard.press('Tab');
        const here = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');
        if (what.test(here)) return;
      }
      throw new Error(`${what} was not reached`);
    };
    await reach(/^1 unread notification$/);
    await page.keyboard.press('Enter');
    await page.locator('[data-notification]').first().waitFor();
    await reach(/^1 new: emergency accesses to review$/);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/reviews');
    expect(page.errors).toEqual([]);
  });
});

describe.skipIf(missing !== null)('the settings of notifications', () => {
  test('are led to from the account; an address is added with the code that came to it', async () => {
    const page = await open('/account', { language: 'vi', user: 'dieutra' });
    await page.getByRole('link', { name: 'Cài đặt thông báo' }).click();
    await page.getByRole('button', { name: 'Thêm thư điện tử…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Gửi mã xác nhận' }).click();
    expect(await dialog.locator('#target-error').textContent()).toBe('Nhập địa chỉ thư điện tử.');
    await dialog.locator('#target').fill('dieu');
    await page.keyboard.press('Enter');
    // The server's own words, at the field.
    await expect.poll(() => dialog.locator('#target-error').textContent()).toBe('Nhập địa chỉ thư điện tử như ten@example.vn.');
    await dialog.locator('#target').fill('dieu@example.vn');
    await page.keyboard.press('Enter');
    const code = dialog.locator('#code');
    await code.waitFor();
    expect([await code.getAttribute('inputmode'), await code.getAttribute('autocomplete')]).toEqual(['numeric', 'one-time-code']);
    await code.fill('12345');
    await page.keyboard.press('Enter');
    await expect.poll(() => dialog.locator('#code-error').textContent()).toBe('Nhập mã gồm 6 chữ số.');
    await code.fill('000000');
    await page.keyboard.press('Enter');
    await expect.poll(() => dialog.locator('#code-error').textContent()).toBe('Mã này không phải mã đã gửi đến nơi nhận.');
    await dialog.getByRole('button', { name: 'Gửi mã mới' }).click();
    await page.getByText('Đã gửi mã mới').waitFor();
    await code.fill('١٢٣٤٥٦');
    await page.keyboard.press('Enter');
    await expect.poll(() => dialog.count()).toBe(0);
    const address = page.locator('[data-address="EMAIL"]');
    await address.getByText('dieu@example.vn').waitFor();
    await address.getByText('chưa gửi tin nào').waitFor();
    await address.getByLabel('Chỉ việc khẩn cấp').check();
    await page.getByText('Đã lưu', { exact: true }).first().waitFor();
    await address.getByRole('button', { name: 'Gửi tin thử' }).click();
    await address.getByText('gửi lần cuối').waitFor();
    await page.reload();
    expect(await address.getByLabel('Chỉ việc khẩn cấp').isChecked()).toBe(true);
    await address.getByRole('button', { name: 'Gỡ dieu@example.vn' }).click();
    await dialog.getByText('Thông báo không đến đó nữa.').waitFor();
    await dialog.getByRole('button', { name: 'Gỡ', exact: true }).click();
    await page.getByText('Chưa có nơi nhận nào.').waitFor();
    expect(page.errors).toEqual([]);
  });

  test('say in words why the last message did not arrive, and what was not confirmed', async () => {
    const page = await open('/notifications/settings', { language: 'en', user: 'diaban' });
    await page.locator('[data-address="TEXT"]').getByText('Delivery service busy; it is tried again').waitFor();
    const unconfirmed = page.locator('[data-address]', { hasText: 'thanh.lo@example.vn' });
    await unconfirmed.getByText('not confirmed').waitFor();
    expect(await unconfirmed.getByRole('button', { name: 'Send a test message' }).count()).toBe(0);
    await unconfirmed.getByRole('button', { name: 'Enter the code…' }).click();
    await page.locator('#code').fill('123456');
    await page.keyboard.press('Enter');
    await unconfirmed.getByRole('button', { name: 'Send a test message' }).waitFor();
  });

  test('offer only the channels that the office has', async () => {
    const world = stub().world as unknown as { channels?: string[] | undefined; pushKey?: string | null | undefined };
    Object.assign(world, { channels: ['TEXT'], pushKey: null });
    const page = await open('/notifications/settings', { language: 'en', user: 'hoagiai' });
    await page.context().grantPermissions(['notifications']);
    await page.getByText('Notifications in browsers not set up by the office').waitFor();
    await page.getByRole('button', { name: 'Add a phone number…' }).waitFor();
    expect(await page.getByRole('button', { name: 'Add an email address…' }).count()).toBe(0);
    world.channels = [];
    await page.reload();
    await page.getByText('neither email nor text messages').waitFor();
    Object.assign(world, { channels: undefined, pushKey: undefined });
  });

  test('choose kinds in the groups of the menu; danger is always sent, and says why', async () => {
    const page = await open('/notifications/settings', { language: 'en', user: 'diaban' });
    const danger = page.getByLabel('Reports of a person in danger');
    await danger.waitFor();
    expect([await danger.isChecked(), await danger.isDisabled()]).toEqual([true, true]);
    await page.getByText('Always sent: a person may be in danger.').waitFor();
    expect(await page.getByLabel('Period reports with you').isChecked()).toBe(false);
    // What can be theirs: nothing of other sections, and nothing that a chair decides in these.
    expect(await page.getByRole('group', { name: 'Residents' }).getByRole('checkbox').count()).toBe(3);
    expect(await page.getByLabel('Extraction requests to decide on').count()).toBe(0);
    expect(await page.getByLabel('Proposals about teams to decide on').count()).toBe(0);
    await page.getByLabel('Reports to receive').uncheck();
    await page.getByLabel('Period reports with you').check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.reload();
    await danger.waitFor();
    expect(await page.getByLabel('Reports to receive').isChecked()).toBe(false);
    expect(await page.getByLabel('Period reports with you').isChecked()).toBe(true);
  });

  test('have quiet hours, with what is wrong at the field, and danger at any hour', async () => {
    const page = await open('/notifications/settings', { language: 'vi', user: 'tatca' });
    await page.getByText('vẫn được gửi vào bất cứ giờ nào').waitFor();
    const [from, to, save] = [page.locator('#quietFrom'), page.locator('#quietTo'), page.getByRole('button', { name: 'Lưu' })];
    await from.fill('25:00');
    await save.click();
    expect(await page.locator('#quietFrom-error').textContent()).toContain('Nhập giờ từ 00:00 đến 23:59');
    expect(await page.title()).toMatch(/^Lỗi: /);
    await from.fill('22h');
    await save.click();
    await expect.poll(() => page.locator('#quietTo-error').textContent()).toBe('Nhập cả giờ bắt đầu và giờ kết thúc, hoặc để trống cả hai.');
    await to.fill('2200');
    await save.click();
    await expect.poll(() => page.locator('#quietTo-error').textContent()).toBe('Giờ kết thúc phải khác giờ bắt đầu.');
    await to.fill('0630');
    await save.click();
    await page.getByText('Đã lưu', { exact: true }).waitFor();
    expect([await from.inputValue(), await to.inputValue()]).toEqual(['22:00', '06:30']);
    await expect.poll(() => page.title()).toBe('Cài đặt thông báo – An Bình');
    await page.reload();
    await expect.poll(() => to.inputValue()).toBe('06:30');
    expect(page.errors).toEqual([]);
  });
});

/** A browser whose push service answers with an address of its own: there is none to reach here. */
async function withPush(page: TestPage): Promise<void> {
  await page.context().grantPermissions(['notifications']);
  await page.addInitScript(() => {
    const key = 'test.subscription';
    const made = (endpoint: string, applicationServerKey: ArrayBuffer) => ({
      endpoint,
      options: { userVisibleOnly: true, applicationServerKey },
      unsubscribe: () => (localStorage.removeItem(key), Promise.resolve(true)),
    });
    const stored = () => JSON.parse(localStorage.getItem(key) ?? 'null') as { endpoint: string; key: number[] } | null;
    Object.assign(PushManager.prototype, {
      subscribe: (options: { userVisibleOnly: boolean; applicationServerKey: Uint8Array }) => {
        if (!options.userVisibleOnly || options.applicationServerKey.length !== 65) return Promise.reject(new TypeError('no'));
        localStorage.setItem(key, JSON.stringify({ endpoint: `https://push.example/${crypto.randomUUID()}`, key: [...options.applicationServerKey] }));
        const { endpoint } = stored()!;
        return Promise.resolve(made(endpoint, options.applicationServerKey.slice().buffer as ArrayBuffer));
      },
      getSubscription: () => {
        const known = stored();
        return Promise.resolve(known && made(known.endpoint, new Uint8Array(known.key).buffer));
      },
    });
  });
  await page.reload();
}

interface Shown {
  title: string;
  body: string;
  tag: string;
  lang: string;
  dir: string;
}

/** What the worker shows at present. */
const shown = (page: TestPage): Promise<Shown[]> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration('/push/');
    return (await registration!.getNotifications()).map(({ title, body, tag, lang, dir }) => ({ title, body, tag, lang, dir }));
  });

/** Has the browser hand its worker a push without a body, as from a push service. */
async function push(page: TestPage, origin: string): Promise<void> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const found = registrations.find((each) => each.scopeURL.endsWith('/push/') && !each.isDeleted);
      if (found) resolve(found.registrationId);
    });
  });
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.deliverPushMessage', { origin, registrationId: await registered, data: '' });
  await session.detach();
}

describe.skipIf(missingWhole !== null)('notifications in this browser', () => {
  const { stub, open } = setUpBrowser({ whole: true });
  test('are switched on and off, and the server learns an address and a label and no key', async () => {
    const page = await open('/notifications/settings', { language: 'en', user: 'tonghop' });
    await withPush(page);
    await page.locator('[data-push="OFF"]').waitFor();
    const body = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/api/notifications/addresses'));
    await page.getByRole('button', { name: 'Switch on in this browser' }).click();
    expect((await body).postDataJSON()).toEqual({ channel: 'PUSH', target: expect.stringMatching(/^https:\/\/push\.example\//), label: 'Chrome, Linux', urgentOnly: false });
    await page.locator('[data-push="ON"]').waitFor();
    const address = page.locator('[data-address="PUSH"]');
    await address.getByText('Chrome, Linux').waitFor();
    await address.getByText('This browser').waitFor();
    await page.getByText('Notifications keep coming after you sign out').waitFor();
    await page.locator('[data-push]').getByRole('button', { name: 'Send a test message' }).click();
    await page.locator('[data-push]').getByText('last sent').waitFor();
    // Who takes the leave back in the browser is not said to be reached.
    await page.context().clearPermissions();
    await page.reload();
    await page.locator('[data-push="OFF"]').waitFor();
    await page.context().grantPermissions(['notifications']);
    await page.reload();
    await page.locator('[data-push="ON"]').waitFor();
    await page.getByRole('button', { name: 'Switch off in this browser' }).click();
    await page.locator('[data-push="OFF"]').waitFor();
    await expect.poll(() => address.count()).toBe(0);
    expect(await page.evaluate(async () => [localStorage.getItem('anbinh.push'), (await navigator.serviceWorker.getRegistrations()).length])).toEqual([null, 0]);
    expect(page.errors).toEqual([]);
  });

  for (const [language, body, dir] of [
    ['vi', 'Có việc đang chờ bạn', 'ltr'],
    ['en', 'Something is waiting for you', 'ltr'],
    ['ar', 'هناك ما ينتظرك', 'rtl'],
  ] as const) {
    test(`show the same words for every push in ${language}, one in the place of the other`, async () => {
      const page = await open('/notifications/settings', { language, user: 'tonghop' });
      await withPush(page);
      await page.locator('[data-push="OFF"] .button-primary').click();
      await page.locator('[data-push="ON"]').waitFor();
      /** One that was handed over by hand was missed now and then, for a reason that was not found: another follows. */
      const pushUntil = async (seen: () => Promise<boolean>) => {
        for (let attempt = 0; attempt < 5 && !(await seen()); attempt++) {
          await push(page, stub().url);
          for (let n = 0; n < 20 && !(await seen()); n++) await page.waitForTimeout(100);
        }
      };
      await pushUntil(async () => (await shown(page)).length > 0);
      expect(await shown(page)).toEqual([{ title: 'An Bình', body, tag: 'anbinh', lang: language, dir }]);
      // The page that is open learns of it at once.
      const before = await bell(page).textContent();
      notifyPerson(stub().world, 'tonghop', 'PERIOD_REPORT');
      await pushUntil(async () => (await bell(page).textContent()) !== before);
      expect(await bell(page).textContent()).not.toBe(before);
      expect(await shown(page)).toHaveLength(1);
      // The worker controls no page: the phone app has its own.
      expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBe(null);
      await page.locator('[data-push="ON"] .actions button').first().click();
      await page.locator('[data-push="OFF"]').waitFor();
    });
  }

  test('go with who signs in, come back after the browser forgot them, and stay away when they were removed elsewhere', async () => {
    const page = await open('/notifications/settings', { language: 'en', user: 'truongthon' });
    await withPush(page);
    await page.getByRole('button', { name: 'Switch on in this browser' }).click();
    await page.locator('[data-push="ON"]').waitFor();
    const kept = () => page.evaluate(() => JSON.parse(localStorage.getItem('anbinh.push') ?? 'null') as { person: string; address: string; endpoint: string } | null);
    const first = (await kept())!;
    const path = '/api/notifications/addresses';
    const before = posted(path);
    await page.reload();
    await page.locator('[data-push="ON"]').waitFor();
    await page.waitForTimeout(500);
    expect(posted(path)).toBe(before);
    // The browser forgot it: it is made again.
    await page.evaluate(() => localStorage.removeItem('test.subscription'));
    await page.goto(`${stub().url}/cameras`);
    await expect.poll(async () => (await kept())?.endpoint).not.toBe(first.endpoint);
    // Another person signs in here.
    const { world } = stub() as unknown as { world: { people: { username: string; id: string }[]; signIn: (person: object) => string; notified: Map<string, { addresses: { id: string }[] }> } };
    const other = world.people.find((each) => each.username === 'hoagiai')!;
    const [name, value] = world.signIn(other).split(';')[0]!.split('=') as [string, string];
    await page.context().addCookies([{ name, value, url: stub().url }]);
    await page.goto(`${stub().url}/`);
    await expect.poll(async () => (await kept())?.person).toBe(other.id);
    // Who removes this browser from another one is not added again.
    world.notified.get(other.id)!.addresses = [];
    await page.reload();
    await expect.poll(kept).toBe(null);
    expect(page.errors).toEqual([]);
  });

  test('say where the browser blocks them, cannot have them, or fails', async () => {
    const page = await open('/notifications/settings', { language: 'en', user: 'tonghop' });
    await page.addInitScript(() => Object.defineProperty(Notification, 'permission', { get: () => (globalThis as { permission?: string }).permission ?? 'denied' }));
    await page.reload();
    await page.getByText('Notifications blocked by the browser').waitFor();
    await page.getByText('allow notifications, then reload the page').waitFor();
    const cannot = await open('/sign-in', { language: 'en', user: 'tonghop' });
    await cannot.addInitScript(() => Reflect.deleteProperty(window, 'PushManager'));
    await cannot.goto(`${stub().url}/notifications/settings`);
    await cannot.getByText('This browser cannot receive notifications').waitFor();
    const fails = await open('/sign-in', { language: 'en', user: 'tonghop' });
    await fails.context().grantPermissions(['notifications']);
    await fails.addInitScript(() =>
      Object.assign(PushManager.prototype, { subscribe: () => Promise.reject(new DOMException('push service error', 'AbortError')), getSubscription: () => Promise.resolve(null) }),
    );
    await fails.goto(`${stub().url}/notifications/settings`);
    await fails.getByRole('button', { name: 'Switch on in this browser' }).click();
    await fails.getByText('The browser could not reach its push service').waitFor();
    expect([...page.errors, ...cannot.errors, ...fails.errors]).toEqual([]);
  });

  test('lead to a page of the console that is open, and open one where none is', async () => {
    const page = await open('/notifications/settings', { language: 'en', user: 'tonghop' });
    const answer = await page.request.get(`${stub().url}/push.js`);
    const source = await answer.text();
    expect(answer.headers()['content-type']).toContain('javascript');
    expect(answer.headers()['cache-control']).toBe('no-cache');
    /** Runs the worker’s own text among some open pages, and presses its notification. */
    const pressed = async (urls: string[]) => {
      const done: string[] = [];
      const listeners: Record<string, (event: unknown) => void> = {};
      const work: Promise<unknown>[] = [];
      const pages = urls.map((url, index) => ({ url, focused: false, visibilityState: index === 1 ? 'visible' : 'hidden', focus: async () => done.push(`focus ${new URL(url).pathname}`) }));
      const clients = { matchAll: async () => pages, openWindow: async (url: string) => done.push(`open ${url}`) };
      runInNewContext(source, {
        addEventListener: (type: string, act: (event: unknown) => void) => (listeners[type] = act),
        clients,
        URL,
        location: { href: 'https://anbinh.example/push.js?language=en' },
      });
      listeners['notificationclick']!({ notification: { close: () => done.push('close') }, waitUntil: (promise: Promise<unknown>) => work.push(promise) });
      await Promise.all(work);
      return done;
    };
    const at = (path: string) => `https://anbinh.example${path}`;
    expect(await pressed([])).toEqual(['close', 'open /']);
    expect(await pressed([at('/t/'), at('/report'), at('/owner.html')])).toEqual(['close', 'open /']);
    expect(await pressed([at('/t/'), at('/cases')])).toEqual(['close', 'focus /cases']);
    expect(await pressed([at('/cases'), at('/reports'), at('/')])).toEqual(['close', 'focus /reports']);
  });
});
