import { describe, expect, test } from 'vitest';
import { missing, useBrowser } from './setup';

const { open, stub } = useBrowser();
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
    await page.getByRole('button', { name: 'Write a patrol down' }).click();
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
    await page.getByText('Written down late').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(page.errors).toEqual([]);
  });

  test('a patrol that never was is annulled by the officer and stays, crossed out', async () => {
    const leads = await open(`${team}/patrols`, { language: 'en', user: 'totruong' });
    await leads.getByText('Written down late').waitFor();
    expect(await leads.getByRole('button', { name: 'it never was' }).count()).toBe(0);
    const page = await open(`${team}/patrols`, { language: 'en', user: 'diaban', width: 390, height: 844 });
    await page.getByRole('button', { name: 'it never was' }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'it never was' }).click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(1);
    await page.locator('#reason').fill('Chọn nhầm ca');
    await page.getByRole('dialog').getByRole('button', { name: 'it never was' }).click();
    await page.locator('s').getByText('Chọn nhầm ca').waitFor();
    await page.getByText('Annulled', { exact: true }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(page.errors.concat(leads.errors)).toEqual([]);
  });

  test('who leads a group stops without a successor, and groups that ended are found', async () => {
    const page = await open(`/teams/groups/${id(91)}`, { language: 'en', user: 'diaban' });
    await page.getByRole('button', { name: 'Leads it no more' }).click();
    await page.locator('#on').fill('24/11/2026');
    await page.locator('#reason').fill('Xin thôi');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByText('1 earlier version').waitFor();
    expect(await page.getByRole('button', { name: 'Leads it no more' }).count()).toBe(0);
    await page.getByRole('button', { name: 'End or merge it' }).click();
    await page.locator('#on').fill('24/11/2026');
    await page.locator('#paper').fill('7/QĐ');
    await page.getByRole('dialog').getByRole('button', { name: 'End or merge it' }).click();
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    await page.goto(new URL('/teams/groups', page.url()).href);
    await page.getByText('Tổ liên gia 1').waitFor();
    expect(await page.locator('main').textContent()).not.toContain('Tổ tự quản số 1');
    await page.getByText('Also those that ended').click();
    await page.getByText('Tổ tự quản số 1').waitFor();
    expect(page.errors).toEqual([]);
  });

  test('a month is planned and says who cannot be on it; who only reads plans nothing', async () => {
    const page = await open(`${team}/plan`, { language: 'en', user: 'totruong' });
    await page.getByRole('button', { name: /Copy 8 shifts/ }).click();
    await page.getByText('7 shifts copied').waitFor();
    await page.getByRole('button', { name: 'Add a shift' }).click();
    await page.locator('#on').fill('30/11/2026');
    await page.locator('#route').fill('Khu chợ 0912 345 678');
    await page.getByLabel(/Phạm Văn Hùng/).check();
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => page.locator('#route-error').count()).toBe(1);
    await page.locator('#route').fill('Khu chợ');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    const chair = await open(`${team}/plan`, { language: 'en', user: 'chutich' });
    await chair.locator('.month-bar').waitFor();
    expect(await chair.getByRole('button', { name: 'Add a shift' }).count()).toBe(0);
    expect(page.errors.concat(chair.errors)).toEqual([]);
  });

  test('discipline is seen by the office and not by the team', async () => {
    const chair = await open(`${team}/merits`, { language: 'en', user: 'chutich' });
    await chair.getByText('Bỏ ca nhiều lần').waitFor();
    const page = await open(`${team}/merits`, { language: 'en', user: 'totruong' });
    await page.getByText('Task done well').waitFor();
    expect(await page.locator('main').textContent()).not.toContain('Bỏ ca');
    await page.goto(new URL('/teams/own', page.url()).href);
    await page.getByRole('heading', { name: 'My own record' }).waitFor();
    expect(page.errors.concat(chair.errors)).toEqual([]);
  });

  test('a sheet names what has no amount, says how each came about, and is decided by the chair', async () => {
    const page = await open(`/teams/pay/${id(61)}`, { language: 'en', user: 'chutich' });
    await page.getByText('Not calculated (which is not zero)').waitFor();
    expect(await page.locator('.paid').first().textContent()).toContain('0.70 × 2,340,000');
    expect(await page.locator('.paid').first().textContent()).toContain('no rule');
    await page.getByRole('button', { name: 'Decide the sheet' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Decide the sheet' }).click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(2);
    await page.locator('#number').fill('31/QĐ-UBND');
    await page.locator('#on').fill('24/11/2026');
    await page.getByRole('dialog').getByRole('button', { name: 'Decide the sheet' }).click();
    await page.getByText('Decided', { exact: true }).waitFor();
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
    await page.getByText('GCS-091').waitFor();

    const drill = await open(`/teams/drills/${id(31)}`, { language: 'en', user: 'diaban' });
    await drill.getByRole('button', { name: 'Note how it was' }).click();
    await drill.getByLabel('Hà Văn Sơn').selectOption('ABSENT');
    await drill.getByRole('button', { name: 'Mark all others' }).click();
    await drill.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await drill.getByText('Held').waitFor();
    expect(await drill.locator('main').textContent()).toContain('Absent');
    await drill.getByRole('button', { name: 'Correct how it was' }).click();
    await drill.getByLabel('Hà Văn Sơn').selectOption('PASSED');
    await drill.locator('#reason').fill('Ghi nhầm người');
    const [corrected] = await Promise.all([drill.waitForRequest(/\/corrections$/), drill.getByRole('dialog').getByRole('button', { name: 'Save' }).click()]);
    expect(corrected.postDataJSON()).toMatchObject({ version: 1, reason: 'Ghi nhầm người' });
    await drill.getByText('1 earlier note').waitFor();
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
    await page.getByRole('button', { name: 'Note an activity' }).click();
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
    await page.getByRole('button', { name: 'Write a message' }).click();
    await page.locator('#language').selectOption('VI');
    await page.locator('#words').fill('Khóa van ga');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.locator('#waiting').getByText('Khóa van ga').waitFor();
    await chair.reload();
    const [said] = await Promise.all([chair.waitForRequest(/\/changes\/decision$/), chair.locator('#waiting .button-primary').click()]);
    expect(said.postDataJSON()).toMatchObject({ outcome: 'ACCEPTED', version: 2 });
    await expect.poll(() => chair.locator('#waiting').count()).toBe(0);
    expect(await chair.locator('main').textContent()).toContain('Khóa van ga');
    expect(page.errors.concat(chair.errors)).toEqual([]);
  });
});
