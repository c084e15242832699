import { describe, expect, test } from 'vitest';
import { missing, setUpBrowser } from './setup';

const { open, stub } = setUpBrowser();
const team = '/teams/01900000-0000-7000-e100-000000000001';
const id = (n: number) => `01900000-0000-7000-e200-${String(n).padStart(12, '0')}`;

interface Work {
  patrols: { id: string }[];
  sheets: { decidedAt: string | null }[];
}
const work = () => (stub().world as unknown as { work: Work }).work;

describe.skipIf(missing !== null)('the work of teams', () => {
  test('a patrol is written down on a phone, once, and about nobody', async () => {
    const page = await open(`${team}/patrols`, { language: 'en', user: 'totruong', width: 390, height: 844 });
    await page.getByRole('button', { name: 'Record patrol' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(2);
    await page.getByLabel(/Phạm Văn Hùng/).check();
    await page.locator('#words').fill('Gặp người đi xe 36B1-123.45');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => page.locator('#words-error').textContent()).toContain('biển số');
    await page.locator('#words').fill('Địa bàn yên tĩnh.');
    const [sent] = await Promise.all([page.waitForRequest(/\/patrols$/), page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()]);
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    const body = sent.postDataJSON() as { id: string; startedAt: string };
    expect(work().patrols.filter((each) => each.id === body.id)).toHaveLength(1);
    expect(body.startedAt).toMatch(/Z$/);
    await page.getByText('Recorded late').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(page.errors).toEqual([]);
  });

  test('a patrol that never was is annulled by the officer and stays, crossed out', async () => {
    const leads = await open(`${team}/patrols`, { language: 'en', user: 'totruong' });
    await leads.getByText('Recorded late').waitFor();
    expect(await leads.getByRole('button', { name: 'Annul patrol' }).count()).toBe(0);
    const page = await open(`${team}/patrols`, { language: 'en', user: 'diaban', width: 390, height: 844 });
    await page.getByRole('button', { name: 'Annul patrol' }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Annul patrol' }).click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(1);
    await page.locator('#reason').fill('Chọn nhầm ca');
    await page.getByRole('dialog').getByRole('button', { name: 'Annul patrol' }).click();
    await page.locator('s').getByText('Chọn nhầm ca').waitFor();
    await page.getByText('Annulled', { exact: true }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(page.errors.concat(leads.errors)).toEqual([]);
  });

  test('who leads a group stops without a successor, and groups that ended are found', async () => {
    const page = await open(`/teams/groups/${id(91)}`, { language: 'en', user: 'diaban' });
    await page.getByRole('button', { name: 'End leadership' }).click();
    await page.locator('#on').fill('24/11/2026');
    await page.locator('#reason').fill('Xin thôi');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByText('1 earlier version').waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'End leadership' }).count()).toBe(0);
    await page.getByRole('button', { name: 'End or merge' }).click();
    await page.locator('#on').fill('24/11/2026');
    await page.locator('#paper').fill('7/QĐ');
    await page.getByRole('dialog').getByRole('button', { name: 'End or merge' }).click();
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    await page.goto(new URL('/teams/groups', page.url()).href);
    await page.getByText('Tổ liên gia 1').waitFor();
    await expect.poll(() => page.locator('main').textContent()).not.toContain('Tổ tự quản số 1');
    await page.getByText('Including ended groups').click();
    await page.getByText('Tổ tự quản số 1').waitFor();
    expect(page.errors).toEqual([]);
  });

  test('a month is planned and says who cannot be on it; who only reads plans nothing', async () => {
    const page = await open(`${team}/plan`, { language: 'en', user: 'totruong' });
    await page.getByRole('button', { name: /Copy 8 shifts/ }).click();
    await page.getByText('7 shifts copied').waitFor();
    await page.getByRole('button', { name: 'Add shift' }).click();
    await page.locator('#on').fill('30/11/2026');
    await page.locator('#route').fill('Khu chợ 0912 345 678');
    await page.getByLabel(/Phạm Văn Hùng/).check();
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => page.locator('#route-error').count()).toBe(1);
    await page.locator('#route').fill('Khu chợ');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    const chair = await open(`${team}/plan`, { language: 'en', user: 'chutich' });
    await chair.locator('.teams-month-bar').waitFor();
    expect(await chair.getByRole('button', { name: 'Add shift' }).count()).toBe(0);
    expect(page.errors.concat(chair.errors)).toEqual([]);
  });

  test('discipline is seen by the office and not by the team', async () => {
    const chair = await open(`${team}/merits`, { language: 'en', user: 'chutich' });
    await chair.getByText('Bỏ ca nhiều lần').waitFor();
    const page = await open(`${team}/merits`, { language: 'en', user: 'totruong' });
    await page.getByText('Completed its tasks well').waitFor();
    expect(await page.locator('main').textContent()).not.toContain('Bỏ ca');
    await page.goto(new URL('/teams/own', page.url()).href);
    await page.getByRole('heading', { name: 'My record of service' }).waitFor();
    await page.getByText('Patrol hours').waitFor();
    await page.route('**/api/teams/own-record', (route) =>
      route.fulfill({ status: 404, contentType: 'application/problem+json', json: { status: 404, code: 'not-a-member', title: 'Nobody in a team', detail: 'It is not bound.' } }),
    );
    await page.reload();
    await page.locator('.state', { hasText: 'Ask the commune' }).waitFor();
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
    expect(page.errors.concat(chair.errors)).toEqual([]);
  });

  test('a sheet names what has no amount, says how each came about, and is decided by the chair', async () => {
    const page = await open(`/teams/pay/${id(61)}`, { language: 'en', user: 'chutich' });
    await page.getByText('Not calculated (not the same as zero)').waitFor();
    await expect.poll(() => page.locator('.teams-paid').first().textContent()).toContain('0.70 × 2,340,000');
    await expect.poll(() => page.locator('.teams-paid').first().textContent()).toContain('no rate');
    await page.getByRole('button', { name: 'Approve sheet' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Approve sheet' }).click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(2);
    await page.locator('#number').fill('31/QĐ-UBND');
    await page.locator('#on').fill('24/11/2026');
    await page.getByRole('dialog').getByRole('button', { name: 'Approve sheet' }).click();
    await page.getByText('Approved', { exact: true }).waitFor();
    expect(work().sheets[0]!.decidedAt).not.toBeNull();
    expect(page.errors).toEqual([]);
  });

  test('equipment is received and returned; who left with some is named; a drill is noted', async () => {
    const page = await open('/teams/equipment', { language: 'en', user: 'diaban' });
    await page.locator('#outstanding').getByText('Bùi Văn Tư').waitFor();
    await page.getByRole('button', { name: 'Receive equipment' }).click();
    await page.locator('#kind').selectOption('SUPPORT_TOOL');
    await page.locator('#name').fill('Gậy cao su');
    await page.locator('#serials').fill('GCS-041');
    await page.locator('#on').fill('24/11/2026');
    await page.locator('#paper').fill('05/PNK');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => page.locator('#serials-error').count()).toBe(1);
    await page.locator('#serials').fill('GCS-090\nGCS-091');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByText('GCS-091', { exact: true }).waitFor();

    const drill = await open(`/teams/drills/${id(31)}`, { language: 'en', user: 'diaban' });
    await drill.getByRole('button', { name: 'Record result' }).click();
    await drill.getByLabel('Hà Văn Sơn').selectOption('ABSENT');
    await drill.getByRole('button', { name: 'Mark all others' }).click();
    await drill.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await drill.getByText('Held').waitFor();
    await expect.poll(() => drill.locator('main').textContent()).toContain('Absent');
    await drill.getByRole('button', { name: 'Correct result' }).click();
    await drill.getByLabel('Hà Văn Sơn').selectOption('PASSED');
    await drill.locator('#reason').fill('Ghi nhầm người');
    const [corrected] = await Promise.all([drill.waitForRequest(/\/corrections$/), drill.getByRole('dialog').getByRole('button', { name: 'Save' }).click()]);
    expect(corrected.postDataJSON()).toMatchObject({ version: 1, reason: 'Ghi nhầm người' });
    await drill.getByText('1 earlier entry').waitFor();
    expect(page.errors.concat(drill.errors)).toEqual([]);
  });

  test('a campaign is decided by the chair, and its partners note what was done', async () => {
    const chair = await open(`/campaigns/${id(102)}`, { language: 'ar', user: 'chutich' });
    await chair.locator('#decide #number').fill('22/KH-UBND');
    await chair.locator('#decide #on').fill('24/11/2026');
    await chair.locator('#decide .button-primary').click();
    await expect.poll(() => chair.locator('#decide').count()).toBe(0);
    expect(await chair.evaluate(() => document.documentElement.dir)).toBe('rtl');

    const page = await open(`/campaigns/${id(102)}`, { language: 'en', user: 'diaban' });
    await page.getByRole('button', { name: 'Record activity' }).click();
    await page.locator('#kind').selectOption('MEETING');
    await page.locator('#on').fill('24/11/2026');
    await page.locator('#place').fill('Nhà văn hóa');
    await page.locator('#attended').fill('96');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.locator('#activities').getByText('96 people').waitFor();
    await page.locator('#activities').getByRole('button', { name: 'Withdraw' }).first().click();
    await page.locator('#reason').fill('Gõ nhầm');
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
    await page.locator('#activities s').getByText('96 people').waitFor();
    // What is said after the approval waits for the chair, who decides about what they saw.
    await page.getByRole('button', { name: 'Record message' }).click();
    await page.locator('#language').selectOption('VI');
    await page.locator('#words').fill('Khóa van ga');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.locator('#waiting').getByText('Khóa van ga').waitFor();
    await page.locator('#campaign-history summary').click();
    await page.locator('#campaign-history').getByText('Awaiting approval', { exact: true }).waitFor();
    await expect.poll(() => page.locator('#campaign-history').textContent()).toContain('Khóa van ga');
    await chair.reload();
    const [said] = await Promise.all([chair.waitForRequest(/\/changes\/decision$/), chair.locator('#waiting .button-primary').click()]);
    expect(said.postDataJSON()).toMatchObject({ outcome: 'ACCEPTED', version: 2 });
    await expect.poll(() => chair.locator('#waiting').count()).toBe(0);
    await expect.poll(() => chair.locator('main').textContent()).toContain('Khóa van ga');
    // What is refused stays in the history, with why.
    await page.reload();
    await page.getByRole('button', { name: 'Record message' }).click();
    await page.locator('#language').selectOption('EN');
    await page.locator('#words').fill('Close the valve');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.locator('#waiting').getByText('Close the valve').waitFor();
    await chair.reload();
    await chair.locator('#waiting .segments button').last().click();
    await chair.locator('#waiting #reason').fill('Chưa rõ');
    await chair.locator('#waiting .button-primary').click();
    await expect.poll(() => chair.locator('#waiting').count()).toBe(0);
    await chair.locator('#campaign-history summary').click();
    await expect.poll(() => chair.locator('#campaign-history').textContent()).toContain('Close the valve');
    await expect.poll(() => chair.locator('#campaign-history').textContent()).toContain('Chưa rõ');
    expect(page.errors.concat(chair.errors)).toEqual([]);
  });

  test('a campaign says which materials wait for the checker or are gone, and saves neither', async () => {
    const page = await open(`/campaigns/${id(101)}`, { language: 'en', user: 'diaban' });
    const row = (title: string) => page.locator('li', { hasText: title });
    await row('Bài phát thanh số 1').getByText('Awaiting malware check').waitFor();
    await expect.poll(() => row('Áp phích cũ').locator('.badge-bad').textContent()).toContain('Malware found, content erased');
    await expect.poll(() => page.locator('a[download]').allTextContents()).toEqual(['Tờ rơi phòng cháy']);
    await expect.poll(() => row('Tờ rơi phòng cháy').textContent()).toContain('Not checked for malware');
    expect(page.errors).toEqual([]);
  });

  test('what is sent once more under the same identifier is there once', async () => {
    const page = await open('/teams/equipment', { language: 'en', user: 'diaban' });
    await page.getByRole('button', { name: 'Receive equipment' }).click();
    await page.locator('#kind').selectOption('LIGHT');
    await page.locator('#name').fill('Đèn pin');
    await page.locator('#count').fill('2');
    await page.locator('#on').fill('24/11/2026');
    await page.locator('#paper').fill('06/PNK');
    await page.route('**/api/team-equipment', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
    const save = page.getByRole('dialog').getByRole('button', { name: 'Save' });
    const sent = () => page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/team-equipment'));
    const [lost] = await Promise.all([sent(), save.click()]);
    await page.getByRole('dialog').locator('.notice-bad').waitFor();
    await page.unroute('**/api/team-equipment');
    const [again] = await Promise.all([sent(), save.click()]);
    const id = (lost.postDataJSON() as { id: string }).id;
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect((again.postDataJSON() as { id: string }).id).toBe(id);
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    await page.getByRole('button', { name: 'Receive equipment' }).click();
    await page.locator('#kind').selectOption('LIGHT');
    await page.locator('#name').fill('Đèn pin');
    await page.locator('#count').fill('1');
    await page.locator('#on').fill('24/11/2026');
    await page.locator('#paper').fill('07/PNK');
    const [other] = await Promise.all([sent(), page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()]);
    expect((other.postDataJSON() as { id: string }).id).not.toBe(id);
    expect(page.errors.filter((each) => !each.includes('ERR_FAILED'))).toEqual([]);
  });

  test('a rule ends with a day, and a sheet of a commune that is no more is calculated where its teams are', async () => {
    const rules = await open('/teams/pay-rules', { language: 'en', user: 'quantri' });
    await rules.getByRole('button', { name: 'Set last day' }).first().click();
    await rules.locator('#until').fill('30/06/2024');
    await rules.locator('#source').fill('Nghị định mới');
    await rules.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => rules.locator('#until-error').count()).toBe(1);
    await rules.locator('#until').fill('30/06/2027');
    await rules.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await rules.getByText('until 30/06/2027 (Nghị định mới)').waitFor();

    const page = await open(`/teams/pay/${id(62)}`, { language: 'en', user: 'diaban' });
    await page.getByText('Xã Thiết Kế no longer exists').waitFor();
    const own = page.locator('#divided-months .link-rows > li').filter({ hasText: 'Xã Bá Thước' });
    await own.getByText('No sheet yet').waitFor();
    const [sent] = await Promise.all([page.waitForRequest(/\/sheets$/), page.getByRole('button', { name: 'Calculate for Xã Bá Thước' }).first().click()]);
    expect(sent.postDataJSON()).toMatchObject({ communeId: '01900000-0000-7000-8000-000000000002', month: '2026-06' });
    await page.waitForURL((url) => !url.pathname.endsWith(id(62)));
    await page.getByText('Xã Bá Thước').first().waitFor();
    await page.goto(new URL('/teams/pay', page.url()).href);
    const parts = page.locator('#divided-months .link-rows > li');
    await expect.poll(() => parts.filter({ hasText: 'Xã Bá Thước' }).textContent()).toContain('Awaiting the chair');
    await expect.poll(() => parts.filter({ hasText: 'Xã Ban Công' }).textContent()).toContain('No sheet yet');
    expect(await page.locator('#divided-months').getByRole('button').count()).toBe(0);
    await page.goto(new URL('/teams', page.url()).href);
    await page.locator('#divided-waiting').getByText('Xã Ban Công').waitFor();
    await page.goto(new URL(`/teams/pay/${id(62)}`, page.url()).href);
    await page.getByText('The commune no longer exists: the successor’s sheet').waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Calculate' }).count()).toBe(0);
    expect(page.errors.concat(rules.errors)).toEqual([]);
  });

  test('groups come in from a spreadsheet on the page of lists, or are named cell by cell', async () => {
    const page = await open('/teams/groups', { language: 'en', user: 'diaban', width: 390, height: 844 });
    await page.getByRole('link', { name: 'Import from a spreadsheet' }).click();
    await page.getByText('commune').first().waitFor();
    const file = (text: string) => ({ name: 'to.csv', mimeType: 'text/csv', buffer: Buffer.from(`commune,village,kind,group,households,name\n${text}`) });
    await page.getByLabel('Choose a file').setInputFiles(file('14923,14923-001,SECURITY,Tổ 1,,Lê Văn A\n'));
    await expect.poll(() => page.locator('.table-mistakes').textContent()).toContain('E2');
    await page.getByLabel('Choose a file').setInputFiles(file('14923,14923-001,SECURITY,Tổ 1,40,Lê Văn A\n'));
    const [taken] = await Promise.all([page.waitForRequest(/groups\/import\?/), page.getByRole('button', { name: 'Import 1' }).click()]);
    expect(taken.url()).toContain(`checked=${'ce'.repeat(32)}`);
    await page.getByText('1 group and 1 leader imported').waitFor();
    await page.locator('#sort').selectOption('teams');
    await page.getByText('Each row is a member').waitFor();
    expect(page.errors).toEqual([]);
  });

  test('an officer of the province chooses the commune once, on every page of teams and programmes', async () => {
    const page = await open('/teams/patrols', { language: 'en', user: 'diabantinh' });
    for (const [path, shown] of [
      ['/teams/patrols', 'Tổ bảo vệ Cành Nàng 1'],
      ['/teams/drills', 'Tập huấn Luật'],
      ['/teams/equipment', 'Bình chữa cháy'],
      ['/teams/pay', 'Thôn Cành Nàng 2'],
      ['/teams/groups', 'Tổ liên gia 1'],
      ['/programmes/indicators', 'Thôn Tráng'],
    ] as const) {
      await page.goto(new URL(path, page.url()).href);
      await page
        .getByText(/Choose a commune|No commune chosen yet/)
        .first()
        .waitFor();
      await page.locator('#commune').fill('Bá Thước');
      await page.getByRole('option', { name: 'Xã Bá Thước' }).first().click();
      await page.getByText(shown).first().waitFor();
      expect(await page.locator('main .notice-bad').count(), path).toBe(0);
    }
    // Chosen once, it stays while one goes from page to page.
    await page.goto(new URL('/teams/groups?commune=01900000-0000-7000-8000-000000000002', page.url()).href);
    await page.getByRole('link', { name: 'Tổ liên gia 1' }).click();
    await page.locator('.page-head').getByRole('link', { name: 'Groups' }).click();
    await page.getByText('Tổ liên gia 1').waitFor();
    for (const path of [
      '/teams',
      '/teams/new',
      `${team}`,
      `${team}/plan`,
      `${team}/patrols`,
      `${team}/merits`,
      `/teams/drills/${id(31)}`,
      `/teams/equipment/${id(41)}`,
      `/teams/pay/${id(61)}`,
      '/teams/pay-rules',
      `/teams/groups/${id(91)}`,
      '/teams/import',
      '/campaigns',
      `/campaigns/${id(101)}`,
      '/campaigns/new',
      '/programmes',
      '/programmes/new',
      '/programmes/kinds',
      '/programmes/figures',
    ]) {
      await page.goto(new URL(path, page.url()).href);
      await page.locator('main h1').waitFor();
      await expect.poll(() => page.locator('main .state-loading').count()).toBe(0);
      expect(await page.locator('main .notice-bad').count(), path).toBe(0);
    }
    expect(page.errors).toEqual([]);
  });
});
