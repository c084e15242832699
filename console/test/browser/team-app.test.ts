import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
// @ts-expect-error: the stand-in is plain JavaScript.
import { fillWeek } from '../stub/phone.mjs';
import { missing } from './setup';
import { setUpTeamApp } from './teamApp';

const { stub, open, another, world, reports, openApp, offline, next, sendIt, list, saved, write, stored, photoWithPlace, signInAs } = setUpTeamApp();

describe.skipIf(missing !== null)('the phone app of a team', () => {
  for (const language of ['vi', 'en', 'ar'] as const) {
    test(`reports without a line and sends when it is back, in ${language}`, async () => {
      const page = await openApp({ language });
      await offline(page, true);
      await page.reload();
      await page.locator('#begin').waitFor();
      await write(page, 'THEFT', 'Mất một xe đạp màu xanh.');
      await sendIt(page);
      await list(page, 'waiting').waitFor();
      await expect.poll(() => page.locator('[data-line="OFFLINE"]').count()).toBe(1);
      expect(await list(page, 'sent').count()).toBe(0);
      expect((await stored(page)).map((row) => row.text).join(' ')).not.toContain('xe đạp');
      await offline(page, false);
      await list(page, 'sent').waitFor();
      expect(reports()).toHaveLength(1);
      expect(reports()[0]!.versions[0]).toMatchObject({
        kind: 'THEFT',
        seen: 'Mất một xe đạp màu xanh.',
        precision: 'NOW',
        communeId: stub().world.areas[1]!.id,
        villageId: stub().world.areas[3]!.id,
      });
      expect(await list(page, 'waiting').count()).toBe(0);
      expect((await stored(page)).filter((row) => row.what === 'report')).toEqual([]);
      await expect.poll(() => page.locator('html').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr');
      const small = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('button, a, summary')].filter((each) => each.getBoundingClientRect().height < 48).map((each) => each.textContent),
      );
      expect(small).toEqual([]);
      expect(page.errors).toEqual([]);
    });
  }

  test('sends three reports with photos, written without a line, in order and once each, past a server that fails', async () => {
    const page = await openApp();
    const kinds = ['THEFT', 'NOISE', 'FIRE'];
    const words = ['Mất một xe đạp.', 'Loa kẹo kéo sau 23 giờ.', 'Khói ở bếp.'];
    const photo = await photoWithPlace(page);
    await offline(page, true);
    for (const [index, kind] of kinds.entries()) {
      await write(page, kind, words[index]!);
      await next(page);
      await next(page);
      await page
        .locator('[data-take="PHOTO"]')
        .last()
        .setInputFiles([{ name: 'a.jpg', mimeType: 'image/jpeg', buffer: photo }]);
      await page.locator('[data-file="READY"]').waitFor();
      await sendIt(page);
      await expect.poll(() => list(page, 'waiting').count()).toBe(index + 1);
    }
    // The window is ended, and opened again without a line.
    const context = page.context();
    await page.close();
    const again = await another(context, '/t/');
    await expect.poll(() => list(again, 'waiting').count()).toBe(3);
    await expect.poll(() => again.locator('[data-list="waiting"]').innerText()).toContain('Chờ gửi');
    await again.evaluate(() => {
      const heard = Object.assign(globalThis, { alerts: 0 });
      new MutationObserver(() => (heard.alerts += document.querySelectorAll('#line[role="alert"], #line [role="alert"]').length)).observe(document.body, {
        subtree: true,
        childList: true,
        attributes: true,
      });
    });
    const asked: string[] = [];
    let failures = 0;
    world().answer = (id) => {
      if (!asked.includes(id)) asked.push(id);
      if (id === asked[1] && failures++ === 0) throw Object.assign(new Error('Hãy thử lại sau.'), { status: 500, code: 'internal' });
      return null;
    };
    await offline(again, false);
    await expect.poll(() => failures).toBeGreaterThan(0);
    expect((await stored(again)).filter((row) => row.what === 'report').length, 'what is not received stays on the phone').toBeGreaterThan(0);
    await expect
      .poll(
        async () => {
          await again.evaluate(() => dispatchEvent(new Event('online')));
          return reports().length;
        },
        { timeout: 30_000 },
      )
      .toBe(3);
    await expect.poll(() => world().media.size, { timeout: 30_000 }).toBe(3);
    expect(
      asked.map((id) =>
        world()
          .reports.get(id)!
          .versions.map(({ seen }) => seen),
      ),
      'in the order of writing, one version each',
    ).toEqual(words.map((each) => [each]));
    await expect.poll(() => list(again, 'waiting').count()).toBe(0);
    expect(await list(again, 'sent').count()).toBe(3);
    await expect.poll(async () => (await stored(again)).filter((row) => row.what === 'report' || row.what === 'bytes').length).toBe(0);
    expect(await again.evaluate(() => (globalThis as unknown as { alerts: number }).alerts)).toBe(0);
    world().answer = null;
  });

  test('says where it is only when it is told to, and all else that a report can say', async () => {
    const page = await openApp({ language: 'en' });
    await page.context().grantPermissions(['geolocation'], { origin: stub().url });
    await page.context().setGeolocation({ latitude: 19.8078, longitude: 105.777, accuracy: 14.4 });
    await page.locator('#begin').click();
    await page.locator('[data-kind="NEIGHBOUR_DISPUTE"]').click();
    await page.getByLabel('Another village').first().check();
    await page.locator('select').selectOption({ label: 'Thôn Tráng' });
    await page.getByLabel('Description of the place').fill('At the well');
    await page.getByRole('button', { name: 'Add the phone’s location' }).click();
    await page.getByRole('button', { name: 'Remove location' }).waitFor();
    await next(page);
    await page.getByLabel('Earlier, at about').check();
    await sendIt(page);
    await page.getByText('Enter the date and time').waitFor();
    await page.locator('input[type=datetime-local]').fill('2026-11-26T21:30');
    await next(page);
    await sendIt(page);
    await page.getByText('Write a few words').waitFor();
    await page.getByLabel('Heard from others').fill('They shouted.');
    await page.getByLabel('Source, in general terms').fill('A neighbour');
    await next(page);
    await page.getByRole('button', { name: 'Add a person' }).click();
    await page.getByLabel('Name or description').fill('Quách Văn Mỗ');
    await page.locator('#step select').selectOption('WITNESS');
    await next(page);
    await next(page);
    await expect.poll(() => page.locator('dl').textContent()).toContain('Quách Văn Mỗ');
    await sendIt(page);
    await list(page, 'sent').waitFor();
    expect(reports()[0]!.versions[0]).toMatchObject({
      villageId: stub().world.areas.find((each) => (each as { name?: string }).name === 'Thôn Tráng')!.id,
      placeWords: 'At the well',
      point: { latitude: 19.8078, longitude: 105.777, accuracyMetres: 14 },
      precision: 'ABOUT',
      happenedAt: '2026-11-26T14:30:00.000Z',
      seen: null,
      told: 'They shouted.',
      toldBy: 'A neighbour',
      people: [{ name: 'Quách Văn Mỗ', role: 'WITNESS', words: null }],
    });
    expect(page.errors).toEqual([]);
  });

  test('is woken by the browser to send, where it has a way to do so, with no window open', async () => {
    const page = await openApp({ language: 'en' });
    const context = page.context();
    await offline(page, true);
    await write(page, 'THEFT', 'A bicycle is gone.');
    await sendIt(page);
    await list(page, 'waiting').waitFor();
    await page.goto('about:blank');
    const worker = context.serviceWorkers()[0]!;
    await offline(page, false);
    await worker.evaluate(() => {
      const woken = new Event('sync') as Event & { tag: string; waitUntil(work: Promise<unknown>): void };
      Object.assign(woken, { tag: 'anbinh-phone-send', waitUntil: (work: Promise<unknown>) => void work.catch(() => undefined) });
      dispatchEvent(woken);
    });
    await expect.poll(() => reports().map((each) => each.by)).toEqual(['totruong']);
  });

  test('sends photos small and without their place, each once, after the words', async () => {
    const page = await openApp();
    await write(page, 'FIRE', 'Khói ở bếp.');
    await next(page);
    await next(page);
    const photo = await photoWithPlace(page);
    await page
      .locator('[data-take="PHOTO"]')
      .last()
      .setInputFiles([{ name: 'a.jpg', mimeType: 'image/jpeg', buffer: photo }]);
    await page.locator('[data-file="READY"]').waitFor();
    await page.locator('#step input[type=checkbox]').check();
    await page
      .locator('[data-take="PHOTO"]')
      .last()
      .setInputFiles([{ name: 'b.jpg', mimeType: 'image/jpeg', buffer: photo }]);
    await expect.poll(() => page.locator('[data-file="READY"]').count()).toBe(2);
    const asked = stub().world.requests.length;
    await sendIt(page);
    await expect.poll(() => world().media.size).toBe(2);
    await list(page, 'sent').waitFor();
    const [small, whole] = [...world().media.values()];
    expect(small!.toString('latin1')).not.toMatch(/GPS|Secret|Exif/);
    expect(small!.length).toBeLessThan(photo.length);
    expect(small!.readUInt16BE(small!.indexOf(Buffer.from([0xff, 0xc0])) + 7)).toBe(1_600);
    expect(whole!.equals(photo)).toBe(true);
    expect([...reports()[0]!.media.values()].map((each) => each.keepPosition)).toEqual([false, true]);
    const puts = stub()
      .world.requests.slice(asked)
      .filter((each) => each.startsWith('PUT'));
    expect(puts.map((each) => each.split('/')[2])).toEqual(['situations', 'situation-media', 'situation-media']);
    await expect.poll(async () => (await stored(page)).filter((row) => row.what === 'bytes' || row.what === 'report').length).toBe(0);
    expect(page.errors).toEqual([]);
  });

  test('loses nothing when it is ended in the middle, and sends at the next opening what had no answer', async () => {
    const page = await openApp();
    await write(page, 'NOISE', 'Loa kẹo kéo sau 23 giờ.');
    const context = page.context();
    await page.close();
    const later = await another(context, '/t/');
    await list(later, 'drafts').waitFor();
    await list(later, 'drafts').locator('button').click();
    await expect.poll(() => later.locator('textarea').first().inputValue()).toBe('Loa kẹo kéo sau 23 giờ.');
    // The server takes it and the line breaks before it says so, and stays broken.
    let taken = false;
    await context.route('**/api/situations/*', async (route) => {
      if (!taken) {
        taken = true;
        await route.fetch();
      }
      await route.abort();
    });
    await sendIt(later);
    await expect.poll(() => reports().length).toBe(1);
    await later.close();
    await context.unroute('**/api/situations/*');
    const last = await another(context, '/t/');
    await list(last, 'sent').waitFor();
    expect(reports()).toHaveLength(1);
    expect(reports()[0]!.versions).toHaveLength(1);
    // Everything may be sent more than once: the worker, which is woken at once, sends beside the next window.
    expect(reports()[0]!.puts).toBeGreaterThan(1);
  });

  test('says that a full phone keeps nothing, and never that it did', async () => {
    const page = await openApp({ language: 'en' });
    await write(page, 'NOISE', 'Loud music.');
    await next(page);
    await next(page);
    await page.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await page
      .locator('[data-take="PHOTO"]')
      .last()
      .setInputFiles([{ name: 'a.jpg', mimeType: 'image/jpeg', buffer: await photoWithPlace(page) }]);
    await page.locator('.notice.bad').first().waitFor();
    await expect.poll(() => page.locator('[data-file]').count()).toBe(0);
    await expect.poll(() => page.locator('#saved').getAttribute('data-saved')).toBe('FULL');
    await sendIt(page);
    await page.locator('.notice.bad').first().waitFor();
    await expect.poll(() => page.locator('#step').count()).toBe(1);
    expect(reports()).toEqual([]);
    const again = await another(page.context(), '/t/');
    await list(again, 'drafts').waitFor();
  });

  test('keeps what waits when the session ends, and sends it after the sign-in', async () => {
    const page = await openApp({ language: 'en' });
    await offline(page, true);
    await write(page, 'THEFT', 'A bicycle is gone.');
    await sendIt(page);
    await list(page, 'waiting').waitFor();
    await page.context().clearCookies();
    await offline(page, false);
    await page.locator('#line').getByRole('button', { name: 'Sign in' }).click();
    expect(reports()).toEqual([]);
    await page.locator('input[type=text]').fill('totruong');
    await page.locator('input[type=password]').fill('demo');
    await page.locator('form button').click();
    await list(page, 'sent').waitFor();
    expect(reports()[0]!.by).toBe('totruong');
  });

  test('shows nothing to another account, sends nothing as theirs, and asks about what was not sent', async () => {
    const page = await openApp({ language: 'en' });
    await offline(page, true);
    await write(page, 'DOMESTIC_VIOLENCE', 'Shouting in the house.');
    await sendIt(page);
    await list(page, 'waiting').waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.locator('.sure .danger').click();
    await page.getByRole('button', { name: 'keep them, encrypted' }).click();
    await page.locator('form').waitFor();
    await offline(page, false);
    await page.locator('input[type=text]').fill('tovien');
    await page.locator('input[type=password]').fill('demo');
    await page.locator('form button').click();
    await page.getByRole('button', { name: 'Leave them for that account' }).click();
    await page.locator('#begin').waitFor();
    await page.locator('[data-line="ONLINE"]').waitFor();
    await expect.poll(() => page.locator('#lists li').count()).toBe(0);
    expect(reports()).toEqual([]);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.locator('.sure .danger').click();
    await page.locator('input[type=text]').fill('totruong');
    await page.locator('input[type=password]').fill('demo');
    await page.locator('form button').click();
    await list(page, 'sent').waitFor();
    expect(reports().map((each) => each.by)).toEqual(['totruong']);
  });

  test('sends nothing while somebody else is signed in in the same browser', async () => {
    const page = await openApp({ language: 'en' });
    await offline(page, true);
    await write(page, 'THEFT', 'A bicycle is gone.');
    await sendIt(page);
    await signInAs(page.context(), 'tovien');
    await offline(page, false);
    await page.getByText('Another account is signed in').waitFor();
    expect(await page.locator('#lists').count()).toBe(0);
    expect(reports()).toEqual([]);
  });

  test('sends once from two windows, and opens a report in one of them only', async () => {
    const page = await openApp({ language: 'en' });
    await offline(page, true);
    await write(page, 'THEFT', 'A bicycle is gone.');
    const other = await another(page.context(), '/t/');
    await list(other, 'drafts').locator('button').click();
    await other.getByText('open in another window').waitFor();
    await sendIt(page);
    await list(page, 'waiting').waitFor();
    await offline(page, false);
    await Promise.all([page, other].map((each) => each.evaluate(() => dispatchEvent(new Event('online')))));
    await Promise.all([page, other].map((each) => list(each, 'sent').waitFor()));
    expect(reports()[0]!.puts).toBe(1);
  });

  test('says that its clock is wrong, and sends what it takes for now', async () => {
    const page = await openApp({ language: 'en' });
    await page.clock.setFixedTime(Date.now() - 7_200_000);
    await page.locator('#begin').click();
    await page.locator('[data-kind="FIGHT"]').click();
    await next(page);
    await page.locator('#step input[type=checkbox]').first().check();
    await sendIt(page);
    await list(page, 'sent').locator('button').click();
    await page.getByText(/It is .12[0-2]. minutes off/).waitFor();
    expect(reports()[0]!.versions[0]).toMatchObject({ danger: true, seen: null });
  });

  test('shows what the server does not take, and both versions where an officer had the first', async () => {
    const page = await openApp({ language: 'en' });
    world().answer = () => {
      throw Object.assign(new Error('See the fields.'), { status: 400, code: 'invalid', title: 'Not valid', errors: [{ field: 'seen', message: 'Leave out the number.' }] });
    };
    await write(page, 'FRAUD', 'He asked for money.');
    await sendIt(page);
    await list(page, 'needs').locator('button').click();
    await page.getByText('Leave out the number.').waitFor();
    world().answer = null;
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByText('Leave out the number.').waitFor();
    // Its photo does not get through: the words are at the server, and an officer has them.
    await next(page);
    await next(page);
    world().mediaAway = true;
    await page
      .locator('[data-take="PHOTO"]')
      .last()
      .setInputFiles([{ name: 'a.jpg', mimeType: 'image/jpeg', buffer: await photoWithPlace(page) }]);
    await page.locator('[data-file="READY"]').waitFor();
    await sendIt(page);
    await list(page, 'waiting').getByText('Text received by the server').waitFor();
    reports()[0]!.held = true;
    await list(page, 'waiting').locator('button').click();
    // Whoever goes back before the report is open has gone back; whoever presses back twice goes back two steps.
    await page.evaluate(() => {
      const press = (name: string) => [...document.querySelectorAll('button')].find((each) => each.textContent === name)!.click();
      press('Edit');
      press('Back');
    });
    await list(page, 'waiting').getByText('Text received by the server').waitFor();
    await page.waitForTimeout(300);
    expect(await page.locator('[data-step]').count()).toBe(0);
    await list(page, 'waiting').locator('button').click();
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.locator('[data-step="6"]').waitFor();
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('button', { name: 'Back' }).click();
    await page.locator('textarea').first().fill('She asked for money.');
    world().mediaAway = false;
    await sendIt(page);
    await list(page, 'needs').locator('button').click();
    await expect.poll(() => page.locator('[data-version="BEFORE"]').textContent()).toContain('He asked');
    await expect.poll(() => page.locator('[data-version="NOW"]').textContent()).toContain('She asked');
    await page.getByRole('button', { name: 'Mark as read' }).click();
    await page.locator('.sure .danger').click();
    await list(page, 'sent').waitFor();
    await expect.poll(() => list(page, 'needs').count()).toBe(0);
  });

  test('shows all kinds alike, goes back by the key of the phone, and leaves for a calendar without a trace', async () => {
    const page = await openApp({ language: 'en' });
    const guarded = [];
    for (const kind of ['THEFT', 'CHILD']) {
      await page.locator('#begin').click();
      await page.locator(`[data-kind="${kind}"]`).click();
      await saved(page);
      await page.getByText('Thôn Son').waitFor({ state: 'attached' });
      guarded.push(
        await page
          .locator('#phone')
          .textContent()
          .then((text) => text!.replace(/\d\d:\d\d/, '')),
      );
      await page.keyboard.press('Escape');
      await page.locator('[data-step="1"]').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('#begin').waitFor();
    }
    expect(guarded[0]).toBe(guarded[1]);
    const lines = (await list(page, 'drafts').allTextContents()).map((each) => each.replace(/\d\d:\d\d/, ''));
    expect(lines[0]).toBe(lines[1]);
    expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2);
    await offline(page, true);
    await page.getByRole('button', { name: 'Quick exit' }).click();
    await page.locator('table').waitFor();
    expect(page.url()).toContain('/t/calendar.html');
    await expect.poll(() => page.locator('body').textContent()).not.toMatch(/An Bình|Report/);
    await page.goto(`${stub().url}/t/`);
    await page.locator('form').waitFor();
    await expect.poll(() => page.locator('#lists').count()).toBe(0);
    await offline(page, false);
  });

  test('adds to a report, asks to take it back, and shows what came of it without a word of an officer', async () => {
    const page = await openApp({ language: 'en', week: 1 });
    await list(page, 'sent').locator('button').click();
    await expect.poll(() => page.locator('.facts').innerText()).toMatch(/Outcome[\s\S]*Resolved on site/);
    await page.getByText('Add information').click();
    await page.locator('details[open] textarea').fill('He came back.');
    await page.getByRole('button', { name: 'Send addition' }).click();
    await expect.poll(() => [...world().additions.values()]).toEqual(['He came back.']);
    await list(page, 'sent').locator('button').click();
    await page.getByText('Request withdrawal').click();
    await page.locator('details[open] textarea').fill('It was a mistake.');
    await page.getByRole('button', { name: 'Send request' }).click();
    await list(page, 'sent').getByText('awaiting an officer').waitFor();
    expect((await stored(page)).filter((row) => row.what === 'message')).toEqual([]);
  });

  test('keeps itself once somebody is in it, and not while they sign in', async () => {
    const page = await open('/t/', { user: null, width: 360, height: 760, touch: true });
    const kept = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
    await page.locator('input[type="password"]').fill('demo');
    expect(await kept()).toBe(0);
    await page.locator('input[type="text"], #username').first().fill('totruong');
    await page.locator('form button').click();
    await page.locator('#begin').waitFor();
    await expect.poll(kept).toBe(1);
  });

  test('asks for a week that it was off in two requests', async () => {
    const page = await openApp();
    await page.close();
    fillWeek(stub().world, 60);
    const asked = stub().world.requests.length;
    const again = await another(page.context(), '/t/');
    await expect.poll(() => list(again, 'sent').count()).toBe(60);
    const requests = stub().world.requests.slice(asked);
    expect(requests.filter((each) => each.includes('/own'))).toHaveLength(1);
    expect(requests.length).toBeLessThanOrEqual(8);
  });

  test('keeps files of its shell and nothing of the API', async () => {
    const page = await openApp();
    const kept = await page.evaluate(async () =>
      (await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map((each) => new URL(each.url).pathname)))).flat(),
    );
    expect(kept).toContain('/t/');
    expect(kept.filter((path) => path.startsWith('/api/'))).toEqual([]);
    const manifest = JSON.parse(await page.evaluate(async () => (await fetch('/t/ar.webmanifest')).text())) as { dir: string; start_url: string; icons: { src: string }[] };
    expect([manifest.dir, manifest.start_url]).toEqual(['rtl', '/t/']);
    expect(
      readFileSync(new URL('../../dist/t/icon-512.png', import.meta.url))
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
  });
});
