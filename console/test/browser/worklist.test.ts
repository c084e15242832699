import { describe, expect, test } from 'vitest';
import { beforeGap, missing, setUpBrowser, type TestPage } from './setup';

const { stub, open } = setUpBrowser();

describe.skipIf(missing !== null)('what waits for somebody', () => {
  test('stands first, the urgent before the rest, each leading to where it is done', async () => {
    const page = await open('/', { language: 'en', user: 'duyet' });
    const entries = page.locator('[data-kind]');
    await entries.first().waitFor();
    const kinds = await entries.evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset['kind']));
    expect(kinds.slice(0, 2)).toEqual(['REQUEST_DECISION', 'HOLD_REVIEW']);
    const decisions = page.locator('[data-kind="REQUEST_DECISION"]');
    await expect.poll(() => decisions.textContent()).toMatch(/Urgent or overdue: 2.*Next due.*REQ-2026-0006.*23 hours left/s);
    expect(await page.locator('[data-kind="HOLD_REVIEW"] .badge').textContent(), 'all of them: no second number').toBe('Urgent or overdue');
    const waiting = page.locator('nav a[href="/requests"] .rail-count');
    expect(await waiting.getAttribute('aria-label')).toBe('3 tasks waiting');
    await decisions.getByRole('link', { name: 'REQ-2026-0006' }).click();
    await page.getByLabel('Refuse', { exact: true }).check();
    await page.locator('#reason').fill('Another request asks for the same.');
    await page.locator('#reasonCode').selectOption({ index: 1 });
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => waiting.textContent()).toBe('2');
    expect(page.errors).toEqual([]);
  });

  test('is said to be nothing at a time, and leaves what one may begin', async () => {
    const page = await open('/', { language: 'en', user: 'truongthon' });
    await page.getByText('Nothing waits for you').waitFor();
    await expect.poll(() => page.locator('main').textContent()).toMatch(/Updated at\s*\d\d:\d\d:\d\d/);
  });

  test('leads who is in a team to the phone app and to the work of the team', async () => {
    for (const user of ['totruong', 'tovien']) {
      const page = await open('/', { language: 'en', user });
      await page.getByText('Nothing waits for you').waitFor();
      const way = (name: string) => page.locator('main').getByRole('link', { name, exact: true });
      for (const [name, title] of [
        ['Patrol plan', 'Patrol plan'],
        ['Patrol log', 'Patrol log'],
        ['My record of service', 'My record of service'],
      ] as const) {
        await way(name).click();
        await page.getByRole('heading', { level: 1, name: title }).waitFor();
        await page.locator('nav a[href="/"]').click();
      }
      await way('Report from your phone').click();
      await page.waitForURL('**/t/');
      await page.getByRole('heading', { name: 'Reports' }).first().waitFor();
      expect(page.errors).toEqual([]);
    }
  });

  test('leads who begins nothing to where they work', async () => {
    const page = await open('/', { language: 'en', user: 'tonghop' });
    await page.getByText('Nothing waits for you').waitFor();
    await page.getByRole('region', { name: 'Go to' }).getByRole('link', { name: 'Statistics' }).click();
    await page.waitForURL('**/province');
    expect(page.errors).toEqual([]);
  });

  test('has for a day the news that reports were opened in an emergency, on every page', async () => {
    const page = await open('/standard', { language: 'en', user: 'chutich' });
    const count = page.locator('nav a[href="/situations"] .rail-count');
    await expect.poll(() => count.textContent()).toBe('1');
    await page.locator('nav a[href="/"]').click();
    await page.locator('[data-kind="EMERGENCY_NOTICE"]').getByRole('link').click();
    await page.locator('#told tbody tr').first().waitFor();
    expect(page.errors).toEqual([]);
  });

  test('is received from the list where nothing is to be read for it, and the focus stays on the page', async () => {
    const page = await open('/', { language: 'en', user: 'diaban' });
    const waiting = page.locator('[data-kind="SITUATION_DANGER"]');
    const button = waiting.getByRole('button', { name: /^Receive/ }).first();
    await button.waitFor();
    const code = (await button.getAttribute('aria-label'))!.replace('Receive ', '');
    await button.click();
    await page.getByRole('dialog').getByRole('button', { name: 'Receive' }).click();
    await expect.poll(() => waiting.filter({ hasText: code }).count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    expect(stub().world.requests.filter((each) => each.startsWith('POST') && each.endsWith('/acknowledgement'))).toHaveLength(1);
    expect(page.errors).toEqual([]);
  });

  /** The duty officer, who has just referred a minute and a half of the first camera to the investigator. */
  async function refer(note: string): Promise<{ officer: TestPage; link: string }> {
    const at = beforeGap(stub().world.now());
    const [from, to] = [new Date(at).toISOString(), new Date(at + 90_000).toISOString()];
    const link = `/play?cams=${stub().world.cameras[0]!.id}&t=${from}&in=${from}&out=${to}`;
    const officer = await open(link, { language: 'en', user: 'truc' });
    await officer.getByRole('button', { name: 'Refer to investigator…' }).click();
    const dialog = officer.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Refer footage' }).click();
    await expect.poll(() => dialog.locator('.error-summary').textContent()).toContain('Choose an investigator.');
    await dialog.getByLabel('Nguyễn Văn Điều').check();
    await dialog.getByLabel(/^Reason for the referral/).fill(note);
    await dialog.getByRole('button', { name: 'Refer footage' }).click();
    await officer.getByText('Footage referred', { exact: true }).waitFor();
    return { officer, link };
  }

  test('is footage that a duty officer referred, which leads to a request that is filled in', async () => {
    const { officer, link } = await refer('Truck stopped at the gate.');
    const page = await open('/', { language: 'en', user: 'dieutra' });
    const waiting = page.locator('[data-kind="FOOTAGE_REFERRAL"]');
    await expect.poll(() => waiting.locator('li a').first().getAttribute('href')).toBe(link);
    await waiting.getByRole('link', { name: 'Footage referred to you' }).click();
    const card = page.locator('[data-referral="OPEN"]').filter({ hasText: 'Truck stopped at the gate.' });
    await card.getByRole('button', { name: 'Request extraction…' }).click();
    await page.waitForURL('**/requests/new/case');
    await page.goBack();
    await expect.poll(() => page.locator('[data-referral="ACCEPTED"]').filter({ hasText: 'Truck stopped' }).count()).toBe(1);
    const next = page.locator('[data-referral="OPEN"]').first();
    await next.getByRole('button', { name: 'Dismiss…' }).click();
    await page.locator('#reason').fill('No case has to do with it.');
    await page.getByRole('button', { name: 'Record dismissal' }).click();
    await page.locator('[data-referral="DISMISSED"]').getByText('No case has to do with it.').waitFor();
    expect([...officer.errors, ...page.errors]).toEqual([]);
  });

  test('is footage no more once the duty officer has withdrawn it', async () => {
    const { officer } = await refer('Sent to the wrong person.');
    await officer.goto(`${stub().url}/referrals`);
    await officer.locator('[data-referral="OPEN"]').filter({ hasText: 'Sent to the wrong person.' }).getByRole('button', { name: 'Withdraw…' }).click();
    await officer.getByRole('dialog').getByText('The referral leaves the recipient').waitFor();
    await officer.getByRole('button', { name: 'Withdraw referral' }).click();
    await officer.locator('[data-referral="WITHDRAWN"]').waitFor();
    const page = await open('/referrals', { language: 'en', user: 'dieutra' });
    await page.locator('[data-referral]').first().waitFor();
    expect(await page.getByText('Sent to the wrong person.').count()).toBe(0);
    expect([...officer.errors, ...page.errors]).toEqual([]);
  });

  test('has its counts in a menu in groups, of which a phone reaches all', async () => {
    const desk = await open('/', { language: 'en', user: 'kiemsoat' });
    const group = desk.getByRole('button', { name: 'Oversight' });
    expect(await desk.locator('nav a[href="/findings"]').count()).toBe(0);
    await group.click();
    await desk.locator('nav a[href="/findings"]').click();
    await desk.getByRole('heading', { level: 1 }).waitFor();
    expect(await group.getAttribute('aria-expanded')).toBe('true');
    const phone = await open('/', { language: 'vi', user: 'kiemsoat', width: 360, height: 760 });
    await phone.getByRole('button', { name: /^Tất cả/ }).click();
    expect(await phone.getByRole('dialog').getByRole('link').count()).toBe(18);
    await phone.getByRole('dialog').getByRole('link', { name: 'Nhật ký' }).click();
    await phone.waitForURL('**/audit');
    await expect.poll(() => phone.getByRole('dialog').count()).toBe(0);
    expect([...desk.errors, ...phone.errors]).toEqual([]);
  });
});

describe.skipIf(missing !== null)('a new installation', () => {
  test('says on the first page what is left to do, until it is done or skipped', async () => {
    const page = await open('/setup', { language: 'en', user: 'quantri' });
    await page.route('**/api/site', async (route) => route.fulfill({ json: { ...(await (await route.fetch()).json()), demonstration: false } }));
    await page.goto(new URL('/', page.url()).href);
    await page.getByRole('link', { name: '4 setup steps left' }).click();
    const step = (name: string) => page.locator(`[data-step="${name}"]`);
    await expect.poll(() => step('PEOPLE').textContent()).toContain('Roles that nobody holds yet: Approver, Auditor.');
    expect(await step('CAMERAS').getAttribute('data-state')).toBe('DONE');
    expect(await step('SECOND_ADMINISTRATOR').getByRole('button').count(), 'nobody does without').toBe(0);
    await step('WITNESS').getByRole('button', { name: 'Skip this step' }).click();
    await page.getByText('3 setup steps left').waitFor();
    await step('WITNESS').getByRole('button', { name: 'Resume this step' }).click();
    await page.getByText('4 setup steps left').waitFor();
    await step('PEOPLE').getByRole('link', { name: 'Add people' }).click();
    await page.waitForURL('**/people');
    expect(page.errors).toEqual([]);
  });
});

describe.skipIf(missing !== null)('the guide of a role', () => {
  test('is offered once, and found again', async () => {
    const page = await open('/', { language: 'en', user: 'truc' });
    await page.getByRole('link', { name: 'Open the guide' }).click();
    await page.getByRole('heading', { level: 1, name: 'Duty officer: your work in An Bình' }).waitFor();
    await page.locator('nav a[href="/"]').click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByText('New to An Bình?').count()).toBe(0);
    await page.getByRole('button', { name: /^Account and settings/ }).click();
    await page.getByRole('menuitem', { name: 'Guide' }).click();
    await page.locator('#main').getByRole('link', { name: 'Live wall' }).click();
    await page.waitForURL('**/wall/4');
    expect(page.errors).toEqual([]);
  });

  test('is one sheet of paper for each role, in Vietnamese and in English', async () => {
    for (const language of ['vi', 'en'] as const) {
      const page = await open('/guide', { language, user: 'quantri' });
      for (const role of ['INVESTIGATOR', 'ADMINISTRATOR', 'COMMUNITY_OFFICER']) {
        await page.locator('select').selectOption(role);
        await page.waitForURL(`**/guide?role=${role}`);
        const sheet = (await page.pdf({ format: 'A4' })).toString('latin1');
        expect(sheet.match(/\/Type \/Page\b(?!s)/g), `${language} ${role}`).toHaveLength(1);
      }
      expect(page.errors).toEqual([]);
    }
  });
});
