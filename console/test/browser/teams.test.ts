import { describe, expect, test } from 'vitest';
import { missing, setUpBrowser } from './setup';

const { open, stub } = setUpBrowser();
const team = '/teams/01900000-0000-7000-e100-000000000001';

describe.skipIf(missing !== null)('teams', () => {
  test('stand on one page with what is missing, and hide small counts from who only counts', async () => {
    const page = await open('/teams', { language: 'en', user: 'chutich' });
    await page.getByText('1 village without a team').first().waitFor();
    await expect.poll(() => page.locator('#roster-total').textContent()).toContain('1 team without a leader');
    await page
      .locator('#waiting-teams')
      .getByRole('link', { name: /Establishment proposed/ })
      .waitFor();
    await page.locator('#taken-lists').getByText('12 teams and 35 members').waitFor();
    await page.locator('#roster-teams').getByRole('link', { name: 'Tổ bảo vệ Cành Nàng 1' }).click();
    await page.getByRole('heading', { name: 'Tổ bảo vệ Cành Nàng 1' }).waitFor();
    expect(page.errors).toEqual([]);

    const figures = await open('/teams', { language: 'en', user: 'tonghop' });
    await figures.locator('#roster-communes').getByRole('link', { name: 'Xã Bá Thước' }).click();
    await figures.locator('#roster-teams').waitFor();
    await expect.poll(() => figures.locator('#roster-teams a').count()).toBe(0);
    await expect.poll(() => figures.locator('.teams-roster-groups').textContent()).toContain('< 5');
    await expect.poll(() => figures.locator('#roster-teams tbody tr').first().textContent()).toContain('< 5');
    expect(await figures.locator('#taken-lists').count()).toBe(0);
    expect(await figures.getByRole('link', { name: 'Propose team' }).count()).toBe(0);
    expect(figures.errors).toEqual([]);
  });

  test('are proposed by the police and established by the chair', async () => {
    const page = await open('/teams/new', { language: 'en', user: 'diaban' });
    await page.getByLabel('Thôn Cành Nàng 1').waitFor();
    await page.getByRole('button', { name: 'Send proposal' }).click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(2);
    await page.getByLabel('Thôn Cành Nàng 1').check();
    await page.locator('#name').fill('Tổ bảo vệ Cành Nàng 3');
    await page.getByRole('button', { name: 'Send proposal' }).click();
    await page.getByRole('heading', { name: 'Tổ bảo vệ Cành Nàng 3' }).waitFor();
    await page.getByText('To be decided by the chair.').waitFor();
    const url = new URL(page.url()).pathname;

    const chair = await open(url, { language: 'en', user: 'chutich' });
    await chair.getByLabel('Accept').check();
    await chair.getByRole('button', { name: 'Record decision' }).click();
    await expect.poll(() => chair.locator('.error-summary li').count()).toBe(2);
    await chair.locator('#number').fill('12/QĐ-UBND');
    await chair.locator('#on').fill('24/11/2026');
    await chair.getByRole('button', { name: 'Record decision' }).click();
    await chair.locator('#history').waitFor();
    await expect.poll(() => chair.locator('.page-head').textContent()).toContain('Established');
    expect(page.errors.concat(chair.errors)).toEqual([]);
  });

  test('have members proposed together and recognised one by one', async () => {
    const chair = await open(team, { language: 'en', user: 'chutich' });
    await chair.locator('#outcome-0').getByLabel('Recognise', { exact: true }).check();
    await chair.locator('#outcome-1').getByLabel('Do not recognise').check();
    await chair.locator('#members-number').fill('13/QĐ-UBND');
    await chair.locator('#members-on').fill('24/11/2026');
    await chair.locator('#proposal').getByRole('button', { name: 'Record decision' }).click();
    await expect.poll(() => chair.locator('.error-summary li').count()).toBe(1);
    await chair.locator('#reason-1').fill('Chưa có giấy khám sức khỏe.');
    await chair.locator('#proposal').getByRole('button', { name: 'Record decision' }).click();
    await expect.poll(() => chair.locator('#proposal').count()).toBe(0);
    await expect.poll(() => chair.locator('#members').textContent()).toContain('Lê Thị Nga');

    const page = await open(`${team}/propose`, { language: 'en', user: 'diaban' });
    await page.getByRole('button', { name: 'Add person' }).click();
    await page.locator('#name-0').fill('Lê Văn Mới');
    await page.locator('#born-0').fill('1985');
    await page.locator('#gender-0').selectOption('MALE');
    await page.locator('#origin-0').selectOption('RECRUITED');
    await page.locator('#nationalId-0').fill('1');
    await page.locator('#from-0').fill('24/11/2026');
    await page.locator('#until-0').fill('23/11/2031');
    await page.getByRole('button', { name: 'Send proposal' }).click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBeGreaterThan(3);
    await page.getByRole('button', { name: 'Remove person' }).last().click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(0);
    await page.getByRole('button', { name: 'Send proposal' }).click();
    await expect.poll(() => page.locator('#nationalId-0-error').textContent()).toContain('12 chữ số');
    await page.locator('#nationalId-0').fill('038085000001');
    await page.getByRole('button', { name: 'Send proposal' }).click();
    await page.locator('#proposal').waitFor();
    await page.getByRole('button', { name: 'Withdraw proposal' }).click();
    await expect.poll(() => page.locator('#proposal').count()).toBe(0);
    expect(page.errors.concat(chair.errors)).toEqual([]);
  });

  test('lose villages that have ended by a change, which the chair who saw it decides', async () => {
    const village = '01900000-0000-7000-8000-0000000000ee';
    stub().world.teams[0]!.team.areas.push({ id: village, name: 'Thôn Cũ' });
    const page = await open(team, { language: 'en', user: 'diaban' });
    await page.getByRole('button', { name: 'Propose a change' }).click();
    await page.getByLabel(/Thôn Cũ/).uncheck();
    await page.locator('#from').fill('24/11/2026');
    await page.locator('#reason').fill('Sáp nhập thôn.');
    const [sent] = await Promise.all([page.waitForRequest(/\/changes$/), page.getByRole('dialog').getByRole('button', { name: 'Send proposal' }).click()]);
    expect((sent.postDataJSON() as { areaIds: string[] }).areaIds).not.toContain(village);
    await page.locator('#pending-act').waitFor();
    expect(page.errors).toEqual([]);
  });

  test('show who is in one the names and telephones of the others, and nothing more', async () => {
    const page = await open('/teams', { language: 'en', user: 'totruong' });
    await page.getByRole('link', { name: 'Tổ bảo vệ Cành Nàng 1' }).click();
    await page.getByText('You can see the names and phone numbers of your team.').waitFor();
    await expect.poll(() => page.locator('#members').textContent()).toContain('Hà Văn Sơn');
    await expect.poll(() => page.locator('#members a[href^="tel:"]').count()).toBeGreaterThan(1);
    expect(await page.locator('main').textContent()).not.toMatch(/1975|BH-0000|18\/QĐ/);
    expect(await page.getByRole('link', { name: 'Propose members' }).count()).toBe(0);
    expect(page.errors).toEqual([]);
  });

  test('come in as a list, or are named cell by cell; a member is corrected and leaves', async () => {
    const page = await open('/teams/import', { language: 'en', user: 'diaban' });
    const file = (text: string) => ({ name: 'to.csv', mimeType: 'text/csv', buffer: Buffer.from(`commune,team,villages,name,position\n${text}`) });
    await page.getByLabel('Choose a file').setInputFiles(file('14923,Tổ 1,14923-001,Lê Văn A,\n'));
    await expect.poll(() => page.locator('.table-mistakes').textContent()).toContain('E2');
    await page.getByLabel('Choose a file').setInputFiles(file('14923,Tổ 1,14923-001,Lê Văn A,LEADER\n'));
    const [taken] = await Promise.all([page.waitForRequest(/\/import\?/), page.getByRole('button', { name: 'Import 1 team and 1 member' }).click()]);
    expect(taken.url()).toContain(`checked=${'ef'.repeat(32)}`);
    await page.getByText('1 team and 1 member imported').waitFor();

    const member = await open(`${team}/members/01900000-0000-7000-e100-000000000031`, { language: 'en', user: 'diaban' });
    await member.getByText('038075000031').waitFor();
    await member.getByRole('button', { name: 'Correct record' }).click();
    await member.locator('#badge').fill('BH-000032');
    await member.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => member.locator('#badge-error').textContent()).toContain('đã cấp');
    await member.locator('#badge').fill('BH-000099');
    await member.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => member.locator('.facts').textContent()).toContain('BH-000099');
    await member.getByRole('button', { name: 'Record departure' }).click();
    await member.locator('#on').fill('20/11/2026');
    await member.locator('#reason').selectOption('MOVED');
    await member.getByRole('dialog').getByRole('button', { name: 'Record departure' }).click();
    await member.getByText('Left from 20/11/2026 · Moved away').waitFor();
    expect(page.errors.concat(member.errors)).toEqual([]);
  });
});
