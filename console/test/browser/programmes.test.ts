import { describe, expect, test } from 'vitest';
import { missing, setUpBrowser } from './setup';

const { open } = setUpBrowser();
const one = (n: number) => `/programmes/01900000-0000-7000-e500-00000000010${n}`;

/** Comes back to a page from another window, a minute later: it is fetched anew. */
async function lookAgain(page: Awaited<ReturnType<typeof open>>) {
  await page.evaluate(() => {
    const now = Date.now;
    Date.now = () => now() + 60_000;
    window.dispatchEvent(new Event('visibilitychange'));
  });
}

describe.skipIf(missing !== null)('programmes', () => {
  test('are found by words without accents, by kind and by what waits', async () => {
    const page = await open('/programmes', { language: 'en', user: 'chutich' });
    await page.locator('#programmes tbody tr').nth(2).waitFor();
    await page.getByRole('searchbox').fill('bao luc');
    await expect.poll(() => page.locator('#programmes tbody tr').count()).toBe(1);
    await page.getByRole('searchbox').fill('');
    await page.getByLabel('Show').selectOption('waiting');
    await expect.poll(() => page.locator('#programmes tbody tr').count()).toBe(3);
    await page.getByLabel('Type', { exact: true }).selectOption({ label: 'Dòng họ tự quản về an ninh, trật tự' });
    await expect.poll(() => page.locator('#programmes tbody tr').count()).toBe(1);
    await expect.poll(() => page.getByRole('link', { name: 'Propose programme' }).count()).toBe(0);
    // Both at once, faster than the page is drawn: neither is lost.
    await page.locator('.programmes-programme-filters').evaluate((filters) => {
      for (const each of filters.querySelectorAll('select')) {
        each.value = '';
        each.dispatchEvent(new Event('change', { bubbles: true }));
      }
    });
    await expect.poll(() => new URL(page.url()).search).toBe('');
    expect(page.errors).toEqual([]);
  });

  test('are proposed from a kind, and launched by the chair who names the version that they saw', async () => {
    const page = await open('/programmes/kinds', { language: 'en', user: 'diaban' });
    await page.locator('section', { hasText: 'Camera với an ninh' }).getByRole('link', { name: 'Propose programme of this type' }).click();
    await page.getByLabel('Thôn Tráng').waitFor();
    await page.locator('[id="content.criteria[0]"]').fill(' ');
    await page.getByRole('button', { name: 'Send proposal' }).click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(2);
    await page.locator('[id="content.criteria[0]"]').fill('Vị trí camera đều có biển báo.');
    await page.getByLabel('Thôn Tráng').check();
    await page.locator('#name').fill('Camera thôn Tráng');
    await page.getByRole('button', { name: 'Send proposal' }).click();
    await page.getByRole('heading', { name: 'Camera thôn Tráng' }).waitFor();
    await page.getByText('To be decided by the chair.').waitFor();
    const url = new URL(page.url()).pathname;

    const chair = await open(url, { language: 'en', user: 'chutich' });
    await chair.getByLabel('Accept').waitFor();
    await page.getByRole('link', { name: 'Revise content' }).click();
    await page.locator('[id="content.goal"]').fill('Mục tiêu khác');
    await page.getByRole('button', { name: 'Send proposal' }).click();
    await page.locator('#content').getByText('Mục tiêu khác').waitFor();
    await chair.getByLabel('Accept').check();
    await chair.locator('#number').fill('12/QĐ-UBND');
    await chair.locator('#on').fill('24/11/2026');
    const [sent] = await Promise.all([chair.waitForRequest(/\/decision$/), chair.getByRole('button', { name: 'Record decision' }).click()]);
    expect((sent.postDataJSON() as { version: number }).version).toBe(1);
    await chair.getByText('Nội dung không còn như bạn đã xem.').waitFor();
    // Back from another window, the page is fetched anew: what was ticked for version 1 does not count for version 2.
    await lookAgain(chair);
    await chair.getByText('revised to version 2').waitFor();
    expect(await chair.getByRole('button', { name: 'Record decision' }).isVisible()).toBe(false);
    await chair.locator('#content').getByText('Mục tiêu khác').waitFor();
    await chair.getByRole('button', { name: 'I have read the new version' }).click();
    await expect.poll(() => chair.getByLabel('Accept').isChecked()).toBe(false);
    await chair.getByLabel('Accept').check();
    await chair.locator('#number').fill('12/QĐ-UBND');
    await chair.locator('#on').fill('24/11/2026');
    await chair.getByRole('button', { name: 'Record decision' }).click();
    await chair.locator('#history').getByText('Read version 2').click();
    await chair.locator('#history').getByText('Mục tiêu khác').waitFor();
    await expect.poll(() => chair.locator('.page-head').textContent()).toContain('Launched');
    expect(page.errors).toEqual([]);
  });

  test('have activities with counts of who came, from a phone, without numbers of people', async () => {
    const page = await open(one(1), { language: 'en', user: 'totruong', width: 360, height: 760 });
    await page.getByRole('button', { name: 'Record activity' }).click();
    await page.locator('#activity-attended').fill('٢٠');
    await page.locator('#activity-women').fill('21');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(4);
    await page.locator('#activity-on').fill('24/11/2026');
    await page.locator('#activity-what').fill('Sinh hoạt quý IV');
    await page.locator('#activity-place').fill('Nhà văn hóa');
    await page.locator('#activity-women').fill('9');
    await page.locator('#activity-outcome').fill('Gọi 0912 345 678');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => page.locator('#activity-outcome-error').textContent()).toContain('số điện thoại');
    await page.locator('#activity-outcome').fill('Thống nhất giờ giấc');
    const [sent] = await Promise.all([page.waitForRequest(/\/activities$/), page.getByRole('button', { name: 'Save' }).click()]);
    expect(sent.postDataJSON()).toMatchObject({ attended: 20, women: 9, youth: null });
    await page.locator('#activities').getByText('20 participants').waitFor();
    await expect.poll(() => page.locator('#effect').count()).toBe(0);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    expect(page.errors).toEqual([]);
  });

  test('are copied to three villages in one step, and what stands in the way is named', async () => {
    const page = await open(`${one(1)}/copy`, { language: 'en', user: 'diaban' });
    await page.getByLabel('Thôn Cành Nàng 1').check();
    await page.getByLabel('Thôn Tráng').check();
    await page.getByLabel('Thôn Đòn').check();
    await page.getByLabel('Thôn Son').check();
    await page.locator('#rules input').first().uncheck();
    await page.getByRole('button', { name: 'Replicate in 4 areas' }).click();
    await expect.poll(() => page.locator('.error-summary').textContent()).toContain('Thôn Cành Nàng 1 (MH-0001)');
    await page.getByLabel('Thôn Cành Nàng 1').uncheck();
    const [sent] = await Promise.all([page.waitForRequest(/\/copies$/), page.getByRole('button', { name: 'Replicate in 3 areas' }).click()]);
    expect(sent.postDataJSON()).toMatchObject({ version: 1, rules: [1, 2], criteria: [0, 1, 2] });
    await page.locator('#copies').getByText('4 replications').waitFor();
    await expect.poll(() => page.locator('#copies .programmes-copy-tree .programmes-copy-tree li').count()).toBe(4);
    await page.locator('#copies').getByRole('link', { name: 'Thôn Son' }).click();
    await page.locator('#pending-act').waitFor();
    await expect.poll(() => page.locator('#content').textContent()).not.toContain('Có quy ước phù hợp');
    await expect.poll(() => page.locator('#about').textContent()).toContain('MH-0001');
    await page.goBack();
    expect(page.errors).toEqual([]);
  });

  test('that lie in several communes need the consent of each, and a launch is corrected by another decision', async () => {
    const page = await open(one(2), { language: 'en', user: 'chutich' });
    await page.locator('#communes').getByRole('button', { name: 'Record written consent' }).click();
    await page.getByRole('dialog').locator('#number').fill('5/CV-UBND');
    await page.getByRole('dialog').locator('#on').fill('24/11/2026');
    await page.getByRole('dialog').getByRole('button', { name: 'Record written consent' }).click();
    await page.locator('#communes').getByText('5/CV-UBND').waitFor();
    const officer = await open(one(1), { language: 'en', user: 'diaban' });
    await officer.getByRole('button', { name: 'Suspend, end or correct' }).click();
    await officer.getByLabel('Correct launch date').check();
    await officer.locator('#step-reason').fill('Gõ nhầm năm');
    await officer.getByRole('button', { name: 'Send proposal' }).click();
    await officer.getByText('Correction of the launch date proposed').waitFor();
    await officer.goto(new URL('/programmes/new', officer.url()).href);
    await officer.locator('#kindId').selectOption({ label: 'Liên kết địa bàn giáp ranh' });
    // As many adjoining communes as there are, each once and with villages.
    for (const [index, name] of ['Hạc Thành', 'Hạc Thành'].entries()) {
      await officer.getByRole('button', { name: 'Add adjoining commune' }).click();
      const field = officer.locator(`#other-${index + 1}`);
      await field.fill(name);
      await officer.getByRole('option', { name }).first().click();
    }
    await officer.getByLabel('Thôn Đòn').check();
    await officer.getByRole('button', { name: 'Send proposal' }).click();
    await expect.poll(() => officer.locator('.error-summary').textContent()).toContain('already been chosen');
    await expect.poll(() => officer.locator('.error-summary').textContent()).toContain('Choose villages of the adjoining commune');
    await officer.getByRole('button', { name: 'Remove this commune' }).last().click();
    await expect.poll(() => officer.locator('.programmes-programme-other').count()).toBe(1);
    expect(page.errors.concat(officer.errors)).toEqual([]);
  });

  test('that lie in several communes are assessed by each, side by side, and once for all', async () => {
    const page = await open(one(6), { language: 'en', user: 'diaban' });
    const table = page.locator('.programme-parts');
    await table.waitFor();
    await expect.poll(() => table.locator('thead th').allTextContents()).toEqual(['Criterion', 'Xã Bá Thước', 'Phường Hạc Thành', 'Xã Điền Lư']);
    await expect.poll(() => table.locator('tbody tr').first().locator('td').allTextContents()).toEqual(['Met', 'Not met', '–']);
    await expect.poll(() => table.locator('tbody tr').last().textContent()).toContain('Not assessed yet');
    await page.locator('.page-head').getByRole('link', { name: 'Xã Điền Lư' }).click();
    await page.getByText('of its own part').waitFor();
    for (const index of [0, 1, 2]) await page.locator(`[id="answers[${index}]"]`).getByLabel('Met', { exact: true }).check();
    await page.locator('#partnersAsked').fill('2');
    await page.locator('#partnersAgreed').fill('2');
    await page.locator('#conclusion').selectOption('CONTINUE');
    await page.locator('#words').fill('Giao ban đều');
    const [made] = await Promise.all([page.waitForRequest(/\/assessments$/), page.getByRole('button', { name: 'Send assessment' }).click()]);
    expect((made.postDataJSON() as { communeId: string }).communeId).toMatch(/080$/);
    await expect.poll(() => page.locator('.programme-parts tbody tr').first().locator('td').allTextContents()).toEqual(['Met', 'Not met', 'Met']);
    const arabic = await open(one(6), { language: 'ar', user: 'chutich', width: 360, height: 760 });
    await arabic.locator('.programme-parts').waitFor();
    expect(await arabic.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(page.errors.concat(arabic.errors)).toEqual([]);
  });

  test('that lie in several communes have activities of a part each, and say which came after its year was assessed', async () => {
    const page = await open(one(6), { language: 'en', user: 'diaban' });
    const items = page.locator('#activities .programme-items > li');
    await items.first().waitFor();
    await expect.poll(() => items.first().textContent()).toContain('Xã Bá Thước');
    const late = items.filter({ hasText: 'Recorded after the annual assessment' });
    await expect.poll(() => late.count()).toBe(1);
    await expect.poll(() => late.textContent()).toContain('Phường Hạc Thành');
    expect(await late.getByRole('button', { name: 'Correct' }).count()).toBe(0);
    await page.locator('#activities').getByRole('button', { name: 'Record activity' }).click();
    await page.locator('#activity-what').fill('Giao ban quý III');
    await page.locator('#activity-on').fill('20/09/2024');
    await page.locator('#activity-place').fill('Nhà văn hóa');
    await page.locator('#activity-attended').fill('18');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => page.locator('.error-summary li').allTextContents()).toEqual(['Choose the commune.']);
    await page.locator('#activity-communeId').selectOption({ label: 'Xã Điền Lư' });
    const [made] = await Promise.all([page.waitForRequest(/\/activities$/), page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()]);
    expect((made.postDataJSON() as { communeId: string }).communeId).toMatch(/080$/);
    await items.filter({ hasText: 'Giao ban quý III' }).getByText('Xã Điền Lư').waitFor();
    const phone = await open(one(6), { language: 'ar', user: 'diaban', width: 360, height: 760 });
    await phone.getByText('دُوّن بعد تقييم السنة').waitFor();
    expect(await phone.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(page.errors.concat(phone.errors)).toEqual([]);
  });

  test('are assessed criterion by criterion, and confirmed by the chair', async () => {
    const page = await open(`${one(2)}`, { language: 'en', user: 'chutich' });
    await page.getByLabel('Accept').check();
    await page.locator('#number').fill('12/QĐ-UBND');
    await page.locator('#on').fill('24/11/2024');
    await page.getByRole('button', { name: 'Record decision' }).click();
    await page.locator('#history').waitFor();
    const officer = await open(`${one(2)}/assess`, { language: 'en', user: 'diaban' });
    await officer.getByRole('button', { name: 'Send assessment' }).click();
    await expect.poll(() => officer.locator('.error-summary li').count()).toBe(7);
    // Somebody else assesses meanwhile, and the page is fetched anew behind the form: its year stays.
    const heading = await officer.locator('.page-head h1').textContent();
    await officer.route(`**/api${one(2)}`, async (route) => {
      const response = await route.fetch();
      const body = (await response.json()) as { may: { assess: { year: number }[] } };
      for (const each of body.may.assess) each.year -= 1;
      await route.fulfill({ response, json: body });
    });
    await Promise.all([officer.waitForResponse(`**/api${one(2)}`), lookAgain(officer)]);
    await officer.unroute(`**/api${one(2)}`);
    for (const index of [0, 1]) await officer.locator(`[id="answers[${index}]"]`).getByLabel('Met', { exact: true }).check();
    await officer.locator('[id="answers[2]"]').getByLabel('Not met').check();
    await officer.locator('#partnersAsked').fill('3');
    await officer.locator('#partnersAgreed').fill('2');
    await officer.locator('#conclusion').selectOption('CONTINUE');
    await officer.locator('#words').fill('Hoạt động đều');
    await officer.getByRole('button', { name: 'Send assessment' }).click();
    await expect.poll(() => officer.locator('.error-summary li').count()).toBe(1);
    await officer.locator('[id="answers[2].words"]').fill('Thiếu một buổi');
    await expect.poll(() => officer.locator('.page-head h1').textContent()).toBe(heading);
    const [made] = await Promise.all([officer.waitForRequest(/\/assessments$/), officer.getByRole('button', { name: 'Send assessment' }).click()]);
    expect(heading).toContain(String((made.postDataJSON() as { year: number }).year));
    await officer.locator('#assessments').getByText('2 of the 3 organisations consulted agree').waitFor();
    await officer.getByText('To be confirmed by the chair.').waitFor();
    await page.reload();
    await page.locator('#assessments').getByLabel('Confirm').check();
    await page.locator('#assessments').getByRole('button', { name: 'Record decision' }).click();
    await expect.poll(() => page.locator('#assessments summary').first().textContent()).toContain('Confirmed');
    expect(page.errors.concat(officer.errors)).toEqual([]);
  });

  test('show before and after with a table, an interval and what must be said, and no ratio of small numbers', async () => {
    const page = await open(one(1), { language: 'en', user: 'diaban' });
    await page.locator('#effect-table').waitFor();
    await expect.poll(() => page.locator('#effect-table tbody tr').first().textContent()).toContain('0.44 (0.23 – 0.82)');
    await page.getByText('Before the launch, figures were above the usual level').waitFor();
    await page.getByText('These figures show how things changed, not why.').waitFor();
    await page.locator('.programmes-effect-chart summary').click();
    await expect.poll(() => page.locator('#effect-series tbody tr').count()).toBe(18);
    await page.getByLabel('Indicator').selectOption('DOMESTIC_VIOLENCE');
    await page.getByText('Fewer than 20 in total').waitFor();
    await expect.poll(() => page.locator('#effect-table').textContent()).toContain('Too few');
    await expect.poll(() => page.getByText('Compared with other villages').count()).toBe(0);
    expect(await page.locator('#effect').textContent()).not.toMatch(/%(?! confidence interval)/);
    expect(await page.locator('#effect').textContent()).not.toMatch(/caused|because of the programme/i);

    const arabic = await open(one(1), { language: 'ar', user: 'chutich' });
    await arabic.locator('#effect-table').waitFor();
    await expect.poll(() => arabic.locator('.effect-scroll').getAttribute('dir')).toBe('ltr');
    expect(await arabic.locator('#effect').textContent()).not.toMatch(/[٠-٩]/);
    expect(await arabic.locator('#effect-table tbody').textContent(), 'no interval of rounded numbers').not.toContain('(');
    await expect.poll(() => arabic.locator('#effect-series tbody').textContent()).toContain('< 5');
    expect(page.errors.concat(arabic.errors)).toEqual([]);
  });

  test('have numbers entered for all villages at once, and figures that name nobody', async () => {
    const page = await open('/programmes/indicators?commune=01900000-0000-7000-8000-000000000002', { language: 'en', user: 'diaban' });
    await page.getByLabel('Thôn Tráng').fill('x');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => page.locator('.error-summary').textContent()).toContain('Thôn Tráng');
    await page.getByLabel('Thôn Tráng').fill('0');
    await page.getByLabel('Thôn Cành Nàng 1').fill('5');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => page.locator('#reason-error').count()).toBe(1);
    await page.locator('#reason').fill('Gõ nhầm');
    // What is typed while the save is on its way is still there after it.
    let arrive = () => {};
    const gate = new Promise<void>((done) => (arrive = done));
    await page.route('**/api/programme-indicators', async (route) => {
      await gate;
      await route.continue();
    });
    const [sent] = await Promise.all([
      page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/programme-indicators')),
      page.getByRole('button', { name: 'Save' }).click(),
    ]);
    const { values } = sent.postDataJSON() as { values: { value: number; replaces: string | null }[] };
    expect(values.map((each) => [each.value, each.replaces !== null])).toEqual([
      [5, true],
      [0, false],
    ]);
    await page.getByLabel('Thôn Tráng').fill('');
    await page.locator('#reason').fill('Nhầm thôn');
    arrive();
    const [taken] = await Promise.all([
      page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/programme-indicators')),
      page.getByRole('button', { name: 'Save' }).click(),
    ]);
    expect(taken.postDataJSON()).toMatchObject({ reason: 'Nhầm thôn', values: [{ value: null }] });
    await page.getByText('History of figures entered').first().click();
    await page.getByText(': Gõ nhầm').first().waitFor();

    const figures = await open('/programmes', { language: 'en', user: 'tonghop' });
    await figures.locator('.table tbody tr').first().waitFor();
    expect(new URL(figures.url()).pathname).toBe('/programmes/figures');
    await expect.poll(() => figures.locator('.table').textContent()).toContain('< 5');
    expect(page.errors.concat(figures.errors)).toEqual([]);
  });

  test('come in from a list of an old encoding once somebody saw what it becomes', async () => {
    const page = await open('/programmes/import', { language: 'en', user: 'diaban' });
    const list = { name: 'mo-hinh.csv', mimeType: 'text/csv', buffer: Buffer.from('commune,villages,kind,name\n14923,,CLAN,NguyÔn\n') };
    await page.getByLabel('Choose a file').setInputFiles(list);
    await page.getByText('1 cell is converted from TCVN3 (ABC) to Unicode').waitFor();
    await page.getByText('Tæ hßa gi¶i Thµnh NguyÔn').waitFor();
    await page.locator('#encoding').selectOption('UNICODE');
    await expect.poll(() => page.locator('.notice-bad').textContent()).toContain('1 mistake');
    await expect.poll(() => page.getByRole('button', { name: 'Import 1' }).count()).toBe(0);
    await page.locator('#encoding').selectOption('TCVN3');
    const [sent] = await Promise.all([page.waitForRequest((request) => /\/import\?/.test(request.url()) && request.method() === 'POST'), page.getByRole('button', { name: 'Import 1' }).click()]);
    expect(new URL(sent.url()).searchParams.get('encoding')).toBe('TCVN3');
    expect(new URL(sent.url()).searchParams.get('checked')).toBe('ad'.repeat(32));
    await page.getByText('1 item imported.').waitFor();
    expect(page.errors).toEqual([]);
  });
});
