import { describe, expect, test } from 'vitest';
import { missing, setUpBrowser } from './setup';

const { stub, open } = setUpBrowser();
const path = (n: number) => `/measures/01900000-0000-7000-d500-${String(n).padStart(12, '0')}`;
const names = /Giả Định/;

describe.skipIf(missing !== null)('legal measures', () => {
  test('lists one’s own by end date, names nobody, and opens the content by a button of its own', async () => {
    const page = await open('/measures', { language: 'en', user: 'diaban' });
    await page.locator('[data-group="KEPT"] tbody tr').first().waitFor();
    await expect.poll(() => page.locator('[data-group]').count()).toBe(1);
    expect(await page.locator('main').innerText()).not.toMatch(names);
    expect(await page.locator('main input').count()).toBe(0);
    await page.goto(stub().url + path(1));
    await page.locator('[data-act="SET_TASK"].button-primary').waitFor();
    await expect.poll(() => page.locator('main').innerText()).not.toMatch(names);
    expect(stub().world.requests.filter((each) => each.includes('/api/measures/') && each.endsWith('/content'))).toHaveLength(0);
    await page.locator('#content button').click();
    await page.locator('[data-content]').waitFor();
    await expect.poll(() => page.locator('[data-content]').innerText()).toMatch(names);
    await expect.poll(() => page.locator('[data-tasks] li').count()).toBe(3);
    expect(page.errors).toEqual([]);
  });

  test('records as the paper has it, and names all that is missing', async () => {
    const page = await open('/measures/new', { language: 'en', user: 'diaban' });
    await page.getByRole('button', { name: 'Record for confirmation' }).click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(10);
    await page.locator('#kind').selectOption('COMMUNE_EDUCATION');
    await page.getByText('Not checked against the law').waitFor();
    await page.locator('#number').fill('77/QĐ-UBND');
    await page.locator('#organ').fill('Chủ tịch Ủy ban nhân dân xã');
    await page.locator('#article').fill('Điều 89');
    for (const [field, day] of [
      ['on', '01/11/2026'],
      ['from', '02/11/2026'],
      ['until', '01/02/2027'],
    ] as const)
      await page.locator(`#${field}`).fill(day);
    await page.locator('#name').fill('Người Giả Định Mười');
    await page.locator('#villageId').fill('Cành Nàng');
    await page.locator('li[role="option"]').first().click();
    await page.getByLabel('Under 18').check();
    await page.getByRole('button', { name: 'Record for confirmation' }).click();
    await page.waitForURL(/\/measures\/[0-9a-f-]{36}$/);
    await page.locator('.notice-warn').first().waitFor();
    expect(page.errors).toEqual([]);
  });

  test('has the chair open it before they confirm, and closes it to them', async () => {
    const page = await open('/measures', { language: 'en', user: 'chutich' });
    await page.locator('[data-group="ASKED"] tbody tr').first().waitFor();
    await page.goto(stub().url + path(4));
    await expect.poll(() => page.locator('[data-act="CONFIRM"]').isDisabled()).toBe(true);
    await page.locator('#content button').click();
    await page.locator('[data-change="EXTENDED"]').waitFor();
    await page.locator('[data-act="CONFIRM"]').click();
    await page.locator('.dialog button[type=submit]').click();
    await page.waitForURL('**/measures');
    await page.goto(stub().url + path(4));
    await page.locator('.notice-bad').waitFor();
    expect(page.errors).toEqual([]);
  });

  test('tells the chair of a paper that ends one earlier, and by when they may object', async () => {
    const page = await open(path(7), { language: 'ar', user: 'chutich', width: 360, height: 740, touch: true });
    await page.locator('.notice-warn time').waitFor();
    await expect.poll(() => page.locator('.notice-warn').innerText()).toContain('إنهاء أبكر بانتظار الرئيس');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await page.locator('#content button').click();
    await page.locator('[data-change="ENDED_EARLY"]').waitFor();
    await expect.poll(() => page.locator('[data-tasks]').count()).toBe(0);
    await page.locator('[data-act="REFUSE"]').click();
    await page.locator('#cause').selectOption('NO_PAPER');
    await page.locator('.dialog button[type=submit]').click();
    await page.waitForURL('**/measures');
    const keeper = await open(path(7), { language: 'en', user: 'diaban' });
    await keeper.locator('[data-act="CHANGE"]').click();
    await keeper.locator('#change').selectOption('SHORTENED');
    await keeper.getByText('The chair is informed and may object').waitFor();
    await keeper.locator('#until').fill('30/11/2026');
    await keeper.locator('#number').fill('95/QĐ-UBND');
    await keeper.locator('#organ').fill('Chair of the commune');
    await keeper.locator('.dialog button[type=submit]').click();
    await keeper.getByText('Shortening awaiting the chair').first().waitFor();
    await keeper.locator('[data-act="WITHDRAW"]').click();
    await keeper.locator('.dialog button[type=submit]').click();
    await keeper.locator('[data-act="CHANGE"]').waitFor();
    expect([...page.errors, ...keeper.errors]).toEqual([]);
  });

  test('shows a helper on a phone the name, the tasks and the end, and nothing else', async () => {
    const page = await open('/measures', { language: 'vi', user: 'tovien', width: 360, height: 740, touch: true });
    await page.locator('[data-group="HELPED"] tbody tr').first().waitFor();
    expect(await page.locator('main').innerText()).not.toMatch(/Giáo dục tại xã|Giả Định/);
    await page.goto(stub().url + path(1));
    await page.locator('#content button').click();
    await page.locator('[data-tasks] li').first().waitFor();
    const said = await page.locator('main').innerText();
    expect(said).toContain('Người Giả Định Một');
    expect(said).not.toMatch(/QĐ-UBND|Giáo dục tại xã|Cành Nàng|Vi Văn Quyết/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await page.locator('[data-task="IDENTITY_PAPERS"] button').click();
    await expect.poll(() => page.locator('.dialog textarea').count()).toBe(0);
    await page.locator('.dialog button[type=submit]').click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(1);
    await page.locator('#result').selectOption('DONE');
    await page.locator('.dialog button[type=submit]').click();
    await expect.poll(() => page.locator('[data-tasks] li button').count()).toBe(1);
    await page.locator('[data-act="STEP_ASIDE"]').click();
    await page.locator('#cause').selectOption('KIN');
    await page.locator('.dialog button[type=submit]').click();
    await page.waitForURL('**/measures');
    expect(page.errors).toEqual([]);
  });

  test('changes by another paper, and says how far an extension may reach', async () => {
    const page = await open(path(5), { language: 'en', user: 'diaban' });
    await page.locator('[data-act="CHANGE"]').click();
    await page.locator('#change').selectOption('SUSPENDED');
    await expect.poll(() => page.locator('#until').count()).toBe(0);
    await page.locator('#change').selectOption('EXTENDED');
    await page.locator('#until').fill('01/03/2027');
    await page.locator('#number').fill('99/QĐ-TA');
    await page.locator('#organ').fill('Court');
    await page.locator('.dialog button[type=submit]').click();
    await page.getByText('Extension awaiting confirmation').first().waitFor();
    expect(page.errors).toEqual([]);
  });

  test('assigns only who is asked to be no kin', async () => {
    const page = await open(path(5), { language: 'en', user: 'diaban' });
    await page.locator('[data-act="ASSIGN"]').click();
    await page.locator('.dialog input[type=radio]').first().check();
    await page.locator('.dialog button[type=submit]').click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(1);
    await page.locator('#noKin').check();
    await page.locator('.dialog button[type=submit]').click();
    await page.locator('[data-helpers] li').waitFor();
    expect(page.errors).toEqual([]);
  });

  test('sets a task for one of several helpers', async () => {
    const page = await open(path(1), { language: 'en', user: 'diaban' });
    await page.locator('[data-act="SET_TASK"]').click();
    await page.locator('#helperId').selectOption({ label: 'Hà Thị Mến' });
    await page.locator('#task').selectOption('VISIT');
    await page.locator('#dueOn').fill('01/12/2026');
    const sent = page.waitForRequest((each) => each.url().endsWith('/tasks') && each.method() === 'POST');
    await page.locator('.dialog button[type=submit]').click();
    expect((await sent).postDataJSON()).toMatchObject({ helperId: '01900000-0000-7000-d500-000000000601' });
    expect(page.errors).toEqual([]);
  });

  test('lets the keeper end that somebody helps who is kin', async () => {
    const page = await open(path(1), { language: 'ar', user: 'diaban', width: 360, height: 740, touch: true });
    await page.locator('[data-end-helper]').first().waitFor();
    await expect.poll(() => page.locator('[data-end-helper]').count()).toBe(2);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await page.locator('[data-end-helper]').first().click();
    await page.locator('.dialog button[type=submit]').click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(1);
    await page.locator('#cause').selectOption('KIN');
    await page.locator('.dialog button[type=submit]').click();
    await expect.poll(() => page.locator('[data-end-helper]').count()).toBe(1);
    await expect.poll(() => page.locator('[data-helpers] .badge-mute').count()).toBe(1);
    expect(stub().world.requests.filter((each) => /helpers\/[^/]+\/end$/.test(each)).length).toBeGreaterThan(0);
    expect(page.errors).toEqual([]);
  });

  test('keeps a sealed one shut: two sign for an hour, and never for a minor', async () => {
    const officer = await open(path(6), { language: 'en', user: 'diaban' });
    await officer.locator('[data-act="ASK_OPENING"]').waitFor();
    expect(await officer.locator('#content button').count()).toBe(0);
    await officer.clock.install();
    await officer.goto(`${stub().url}/measures/openings`);
    await officer.locator('[data-opening="ASKED"]').waitFor();
    const chair = await open('/measures/openings', { language: 'ar', user: 'chutich' });
    await chair.locator('[data-opening="ASKED"] .button-primary').click();
    await expect.poll(() => chair.locator('[data-opening="ASKED"]').count()).toBe(0);
    await officer.clock.fastForward(21_000);
    await expect.poll(() => officer.locator('[data-opening="ASKED"]').count()).toBe(0);
    await officer.locator('[data-opening="OPEN"] button').first().click();
    await officer.locator('[data-content]').waitFor();
    await expect.poll(() => officer.locator('[data-content]').innerText()).toMatch(names);
    expect(officer.errors).toEqual([]);
    expect(chair.errors).toEqual([]);
  });

  test('takes the content from the screen when its last day is over', async () => {
    const page = await open('/measures', { language: 'en', user: 'diaban' });
    await page.clock.install();
    await page.goto(stub().url + path(1));
    await page.locator('#content button').click();
    await page.locator('[data-content]').waitFor();
    await page.clock.fastForward(62 * 86_400_000);
    await expect.poll(() => page.locator('[data-content]').count()).toBe(0);
    expect(page.errors).toEqual([]);
  });

  test('tells counts only, and leaves quickly', async () => {
    const page = await open('/measures', { language: 'en', user: 'tonghop' });
    await page.waitForURL('**/measures/figures');
    await page.locator('td.number').first().waitFor();
    await expect.poll(() => page.locator('main').innerText()).toMatch(/< 5[^]*≈ 20/);
    const officer = await open(path(1), { language: 'en', user: 'diaban' });
    await officer.locator('.quick-exit button').click();
    await officer.waitForURL('**/calendar.html');
    await expect.poll(() => officer.locator('body').innerText()).not.toMatch(/measure|Giả Định/i);
  });

  test('says which rules nobody compared with the law, and lets an administrator add one', async () => {
    const page = await open('/measures/kinds', { language: 'en', user: 'quantri' });
    await page.locator('[data-rules] li').first().waitFor();
    await expect.poll(() => page.locator('[data-rules] .badge-warn').count()).toBe(7);
    await page.getByRole('button', { name: 'Add rule' }).click();
    await page.locator('.dialog button[type=submit]').click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(6);
    expect(page.errors).toEqual([]);
  });
});
