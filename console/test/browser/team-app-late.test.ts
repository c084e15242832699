import { describe, expect, test } from 'vitest';
import { missing } from './setup';
import { setUpTeamApp } from './teamApp';

const { stub, another, world, reports, openApp, offline, next, sendIt, list, write, stored, photoWithPlace, signInAs } = setUpTeamApp();

describe.skipIf(missing !== null)('the phone app of a team, where things cross', () => {
  test('shows nothing of one account to another that opens it in the same browser', async () => {
    const page = await openApp({ language: 'en' });
    await write(page, 'DOMESTIC_VIOLENCE', 'Shouting in the house.');
    const context = page.context();
    await page.close();
    await signInAs(context, 'tovien');
    const theirs = await another(context, '/t/');
    await theirs.getByRole('button', { name: 'Leave them for that account' }).click();
    await theirs.locator('#begin').waitFor();
    await expect.poll(() => theirs.locator('#lists li').count()).toBe(0);
    expect(theirs.errors).toEqual([]);
  });

  test('leaves nothing half behind where somebody signs out while an answer is on the way', async () => {
    const page = await openApp({ language: 'en', week: 2 });
    await list(page, 'sent').first().waitFor();
    let answer: () => void = () => undefined;
    const gate = new Promise<void>((done) => (answer = done));
    let asked: () => void = () => undefined;
    const under = new Promise<void>((done) => (asked = done));
    await page.context().route('**/api/situations/own*', async (route) => {
      asked();
      await gate;
      await route.continue().catch(() => undefined);
    });
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await under;
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.locator('.sure .danger').click();
    await page.locator('form').waitFor();
    answer();
    await page.context().unroute('**/api/situations/own*');
    expect(await stored(page)).toEqual([]);
    await page.locator('input[type=text]').fill('totruong');
    await page.locator('input[type=password]').fill('demo');
    await page.locator('form button').click();
    await list(page, 'sent').first().waitFor();
    expect(page.errors).toEqual([]);
  });

  test('shows nothing more while the session ends, and signs in who comes next only when it has ended', async () => {
    const page = await openApp({ language: 'en', week: 2 });
    await list(page, 'sent').first().waitFor();
    let arrive: () => void = () => undefined;
    const gate = new Promise<void>((done) => (arrive = done));
    await page.context().route('**/api/session', async (route) => {
      if (route.request().method() === 'DELETE') await gate;
      await route.continue();
    });
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.locator('.sure .danger').click();
    await page.locator('input[type=text]').fill('tovien');
    expect(await page.locator('#lists').count()).toBe(0);
    await page.locator('input[type=password]').fill('demo');
    const before = stub().world.requests.length;
    await page.locator('form button').click();
    await expect.poll(() => page.locator('form button').isDisabled()).toBe(true);
    expect(stub().world.requests.slice(before)).not.toContain('POST /api/session');
    arrive();
    await page.locator('#begin').waitFor();
    expect(
      stub()
        .world.requests.filter((each) => /(POST|DELETE) .api.session$/.test(each))
        .slice(-2),
    ).toEqual(['DELETE /api/session', 'POST /api/session']);
    await page.reload();
    await page.locator('#begin').waitFor();
    expect(page.errors).toEqual([]);
  });

  test('sends what was sent though the place is found later, and all photos that were chosen', async () => {
    const page = await openApp({ language: 'en' });
    await page.evaluate(() => {
      navigator.geolocation.getCurrentPosition = (found) => void Object.assign(globalThis, { found });
    });
    await offline(page, true);
    await page.locator('#begin').click();
    await page.locator('[data-kind="FIGHT"]').click();
    await page.getByRole('button', { name: 'Add the phone’s location' }).click();
    await next(page);
    await page.locator('#step input[type=checkbox]').first().check();
    for (let n = 0; n < 3; n++) await next(page);
    const photo = await photoWithPlace(page);
    await page
      .locator('[data-take="PHOTO"]')
      .last()
      .setInputFiles(['a', 'b', 'c'].map((name) => ({ name: `${name}.jpg`, mimeType: 'image/jpeg', buffer: photo })));
    await sendIt(page);
    await list(page, 'waiting').waitFor();
    await page.evaluate(() => (globalThis as unknown as { found(at: object): void }).found({ coords: { latitude: 19.8, longitude: 105.7, accuracy: 9 } }));
    await expect.poll(() => list(page, 'drafts').count()).toBe(0);
    await offline(page, false);
    await list(page, 'sent').waitFor();
    await expect.poll(() => world().media.size).toBe(3);
    await expect.poll(() => list(page, 'waiting').count()).toBe(0);
    expect(reports()[0]!.versions.at(-1)).toMatchObject({ danger: true, point: { latitude: 19.8 } });
    expect(page.errors).toEqual([]);
  });

  test('keeps what is being recorded when somebody sends, and lets go of the microphone', async () => {
    const page = await openApp({ language: 'en' });
    await page.evaluate(() => {
      const heard = { on: false };
      class Recorder {
        static isTypeSupported = () => true;
        state = 'inactive';
        ondataavailable: ((event: object) => void) | null = null;
        onstop: (() => void) | null = null;
        start() {
          this.state = 'recording';
        }
        stop() {
          this.state = 'inactive';
          this.ondataavailable?.({ data: new Blob(['sound']) });
          this.onstop?.();
        }
      }
      Object.assign(globalThis, { heard, MediaRecorder: Recorder });
      navigator.mediaDevices.getUserMedia = async () => {
        heard.on = true;
        return { getTracks: () => [{ stop: () => (heard.on = false) }] } as unknown as MediaStream;
      };
    });
    const hears = () => page.evaluate(() => (globalThis as unknown as { heard: { on: boolean } }).heard.on);
    await write(page, 'NOISE', 'Loud music.');
    await next(page);
    await next(page);
    await page.getByRole('button', { name: 'Record voice' }).click();
    await page.getByRole('button', { name: 'Stop recording' }).waitFor();
    expect(await hears()).toBe(true);
    await sendIt(page);
    await list(page, 'sent').waitFor();
    expect([...world().media.values()].map((each) => each.toString())).toEqual(['sound']);
    expect(await hears()).toBe(false);
  });

  test('sends who is in danger while a video is on the way', async () => {
    const page = await openApp({ language: 'en' });
    await write(page, 'FIRE', 'Smoke.');
    await next(page);
    await next(page);
    await page.locator('[data-take="VIDEO"]').setInputFiles([{ name: 'a.mp4', mimeType: 'video/mp4', buffer: Buffer.from('video') }]);
    await page.locator('[data-file="READY"]').waitFor();
    let arrive: () => void = () => undefined;
    const gate = new Promise<void>((done) => (arrive = done));
    await page.context().route('**/api/situation-media/*', async (route) => {
      await gate;
      await route.continue();
    });
    await sendIt(page);
    await list(page, 'waiting').getByText('Text received by the server').waitFor();
    await page.locator('#begin').click();
    await page.locator('[data-kind="FIGHT"]').click();
    await next(page);
    await page.locator('#step input[type=checkbox]').first().check();
    await sendIt(page);
    await expect.poll(() => reports().map((each) => each.versions[0]!['danger'])).toEqual([false, true]);
    await page.locator('#queued').getByText('The server has received it').waitFor();
    expect(world().media.size).toBe(0);
    arrive();
    await expect.poll(() => list(page, 'waiting').count()).toBe(0);
  });

  test('takes a draft off the phone, and a message that waits, at once', async () => {
    const page = await openApp({ language: 'en', week: 1 });
    await list(page, 'sent').waitFor();
    await offline(page, true);
    await write(page, 'DOMESTIC_VIOLENCE', 'Shouting in the house.');
    await page.getByRole('button', { name: 'Remove from this phone' }).click();
    await page.locator('.sure .danger').click();
    await page.getByText('Removed from this phone').waitFor();
    await expect.poll(() => list(page, 'drafts').count()).toBe(0);
    await list(page, 'sent').locator('button').click();
    await page.getByText('Request withdrawal').click();
    await page.locator('details[open] textarea').fill('He makes me.');
    await page.getByRole('button', { name: 'Send request' }).click();
    await list(page, 'waiting').locator('button').click();
    await expect.poll(() => page.locator('textarea').inputValue()).toBe('He makes me.');
    await page.getByRole('button', { name: 'Remove from this phone' }).click();
    await page.locator('.sure .danger').click();
    await page.getByText('Removed from this phone').waitFor();
    expect((await stored(page)).filter((row) => row.what !== 'about')).toEqual([]);
    expect(page.errors).toEqual([]);
  });
});
