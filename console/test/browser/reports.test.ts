import { describe, expect, test } from 'vitest';
import { missing, setUpBrowser } from './setup';

const { open } = setUpBrowser();

describe.skipIf(missing !== null)('reports', () => {
  test('lead from the province to a commune, with map, table and course of the same indicator', async () => {
    const page = await open('/province?period=2026-Q3', { language: 'en', user: 'tonghop' });
    await page.locator('#units tbody tr').nth(8).waitFor();
    await expect.poll(() => page.locator('.reports-province-map .map-unit').count()).toBe(9);
    await expect.poll(() => page.getByText('4 of 9 communes have reported').count()).toBe(1);
    await page
      .getByRole('button', { name: /Team members/ })
      .first()
      .click();
    await page.getByRole('heading', { name: 'Team members, Quarter III of 2026' }).waitFor();
    expect(new URL(page.url()).searchParams.get('indicator')).toBe('TEAM_MEMBERS');
    await expect.poll(() => page.locator('#units thead th').nth(1).textContent()).toBe('Team members');
    await page.locator('#units thead').getByRole('button', { name: 'Team members' }).click();
    expect(new URL(page.url()).searchParams.get('sort')).toBe('-TEAM_MEMBERS');
    await expect.poll(() => page.locator('#units tbody th').first().textContent()).toContain('Hạc Thành');
    await page.locator('#units').getByRole('link', { name: 'Xã Bá Thước' }).click();
    await page.getByRole('heading', { name: 'Xã Bá Thước', level: 1 }).waitFor();
    await page.getByText('are not disclosed by village').waitFor();
    await page.getByRole('link', { name: 'Province figures' }).click();
    await page.getByRole('heading', { name: 'Tỉnh Thanh Hóa', level: 1 }).waitFor();
    expect(page.errors).toEqual([]);
  });

  test('answer by a map and three charts first, and mark one commune in all of them', async () => {
    const page = await open('/province?period=2026-Q3&indicator=TEAM_MEMBERS', { language: 'en', user: 'tonghop' });
    await page.locator('#units tbody tr').nth(8).waitFor();
    const first = await page.evaluate(() => document.querySelector('.reports-answers')!.compareDocumentPosition(document.querySelector('#units')!) & Node.DOCUMENT_POSITION_FOLLOWING);
    expect(first).toBeGreaterThan(0);
    await expect.poll(() => page.locator('.reports-answers > article').count()).toBe(4);
    await page.getByRole('heading', { name: /on the same period last year/ }).waitFor();
    await page.getByRole('heading', { name: /^Half of the units have at most/ }).waitFor();
    await page.getByRole('heading', { name: /^Rising: \d+, falling: \d+/ }).waitFor();
    await page.locator('.reports-province-map .map-unit').nth(1).click();
    await page.getByRole('heading', { name: /^Higher than \d of 9 units/ }).waitFor();
    await expect.poll(() => page.locator('#units .reports-marked').textContent()).toContain('Phường Hạc Thành');
    await expect.poll(() => page.locator('.reports-spread-marked').count()).toBe(2);
    await page.getByText('Average per commune').first().waitFor();
    await expect.poll(() => page.locator('#unit').inputValue()).not.toBe('');
    await page.getByRole('link', { name: 'Figures of Phường Hạc Thành' }).click();
    await page.getByRole('heading', { name: 'Phường Hạc Thành', level: 1 }).waitFor();
    expect(page.errors).toEqual([]);
  });

  test('show 25 units at a time, sorted by any column, and keep order and place in the address', async () => {
    const page = await open('/province?period=2026-Q3', { language: 'en', user: 'tonghop' });
    await page.route('**/api/reports/figures?*', async (route) => {
      const answer = await (await route.fetch()).json();
      const line = answer.lines[0];
      answer.lines = Array.from({ length: 166 }, (_, n) => ({ ...line, id: `${line.id.slice(0, -3)}${100 + n}`, name: `Xã ${100 + n}`, values: line.values.map(() => ({ value: n, seen: 'YES' })) }));
      await route.fulfill({ json: answer });
    });
    await page.reload();
    await expect.poll(() => page.locator('#units tbody tr').count()).toBe(25);
    await page.getByText('1–25 of 166').waitFor();
    await page.locator('#units thead button').nth(1).click();
    await expect.poll(() => page.locator('#units tbody th').first().textContent()).toContain('Xã 265');
    await page.getByRole('button', { name: 'Next page' }).click();
    await page.getByText('26–50 of 166').waitFor();
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toMatchObject({ sort: '-CASES_CLARIFIED', row: '26' });
    await page.reload();
    await expect.poll(() => page.locator('#units tbody th').first().textContent()).toContain('Xã 240');
    expect(page.errors).toEqual([]);
  });

  test('are put together by two of four, as they are told elsewhere, and taken along with a word when done', async () => {
    const page = await open('/province/pivot?period=2026-Q3', { language: 'en', user: 'tonghop' });
    await expect.poll(() => page.locator('#pivot tbody tr').count()).toBe(10);
    await page.locator('#columns').selectOption('PERIOD');
    await page.locator('#indicator').selectOption('CASES_OPENED');
    await expect.poll(() => page.locator('#pivot thead th').count()).toBe(5);
    await expect.poll(() => page.locator('#pivot tbody tr').nth(1).textContent()).toContain('≈');
    await page.locator('#rows').selectOption('KIND');
    await expect.poll(() => page.locator('#pivot tbody th').allTextContents()).toEqual(['All types', 'Theft', 'Traffic', 'Other']);
    await page.getByText('disclosed by quarter, once it has ended').waitFor();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download table (XLSX)' }).click()]);
    expect(file.suggestedFilename()).toBe('an-binh-2026-Q3.xlsx');
    await page.getByText('File an-binh-2026-Q3.xlsx downloaded').waitFor();
    expect(page.errors).toEqual([]);
    const arabic = await open('/province/pivot?period=2026-Q3', { language: 'ar', user: 'tonghop', width: 360, height: 740 });
    await arabic.locator('#pivot tbody tr').first().waitFor();
    expect(await arabic.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect(arabic.errors).toEqual([]);
  });

  test('are defined of others by the province’s analyst, and chosen in the pivot', async () => {
    const page = await open('/reports/indicators', { language: 'en', user: 'tonghop' });
    await page.getByRole('button', { name: 'Define indicator' }).click();
    const dialog = page.locator('[role="dialog"]');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => dialog.locator('.error-summary li').count()).toBe(3);
    await dialog.locator('#nameVi').fill('Vụ trộm cắp trên 100 vụ việc');
    await dialog.locator('#nameEn').fill('Thefts per 100 cases');
    await dialog.locator('#numerator').selectOption('CASES_OPENED');
    await dialog.locator('#denominator').selectOption('CASES_OPENED');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => dialog.locator('.error-summary li').count()).toBe(1);
    await dialog.locator('#numeratorPart').selectOption('THEFT');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page
      .locator('#custom-indicators')
      .getByRole('heading', { name: /Thefts per 100 cases/ })
      .waitFor();
    const pivot = await open('/province/pivot?period=2026-Q3', { language: 'en', user: 'tonghop' });
    await pivot.locator('summary', { hasText: 'indicators chosen' }).click();
    await pivot.getByLabel('Thefts per 100 cases').click();
    await expect.poll(() => pivot.locator('#pivot thead').textContent()).toContain('Thefts per 100 cases');
    const auditor = await open('/reports/indicators', { language: 'en', user: 'kiemsoat' });
    await auditor
      .locator('#custom-indicators')
      .getByRole('heading', { name: /Thefts per 100 cases/ })
      .waitFor();
    expect(await auditor.getByRole('button', { name: 'Define indicator' }).count()).toBe(0);
    expect([...page.errors, ...pivot.errors]).toEqual([]);
  });

  test('say what is hidden and what follows, and never a small number', async () => {
    const page = await open('/province?period=2026-Q3&indicator=CASES_CLARIFIED', { language: 'en', user: 'tonghop' });
    await page.locator('#units tbody tr').nth(8).waitFor();
    const last = page.locator('#units tbody tr').nth(8);
    await expect.poll(() => last.textContent()).toContain('0');
    await page.getByText('Not disclosed: 0 to 4, or withheld').first().waitFor();
    await page.keyboard.press(']');
    await expect.poll(() => new URL(page.url()).searchParams.get('period')).toBe('2026-Q4');
    await page.getByText('The period has not ended').waitFor();
    await page.getByText('disclosed by quarter, once it has ended').waitFor();
    await page.keyboard.press('[');
    await expect.poll(() => new URL(page.url()).searchParams.get('period')).toBe('2026-Q3');
    await page.locator('.reports-trend summary').first().click();
    await expect.poll(() => page.locator('#trend-table tbody tr').count()).toBe(12);
    expect(page.errors).toEqual([]);
  });

  test('tell communes in tens and the province exactly, as the server does', async () => {
    const page = await open('/province?period=2026-Q3&indicator=SITUATIONS_RECEIVED', { language: 'en', user: 'tonghop' });
    await page.locator('#units tbody tr').nth(8).waitFor();
    const column = await page.locator('#units tbody tr td:nth-of-type(1)').allTextContents();
    expect(column.slice(0, 8).every((each) => /^≈\s[\d,]*0$/.test(each.trim()))).toBe(true);
    expect(column[8]).toContain('Not disclosed: a small figure');
    const card = page.locator('.reports-figure-card', { hasText: 'Situations received' }).locator('.reports-figure-value');
    await expect.poll(() => card.textContent()).toMatch(/^[\d,]+$/);
    await page.getByText('≈ Rounded to tens').first().waitFor();
    expect(page.errors).toEqual([]);
  });

  test('say that all records count, and hatch whoever handed in nothing', async () => {
    const page = await open('/province?period=2026-Q3', { language: 'en', user: 'tonghop' });
    await page.locator('.reports-map-unreported').first().waitFor({ state: 'attached' });
    await expect.poll(() => page.locator('.reports-province-map .reports-map-unreported').count()).toBe(5);
    await page.getByText('Figures include all records, also those of units that have not reported.').waitFor();
    await expect.poll(() => page.locator('.reports-province-map .reports-province-legend').textContent()).toContain('No report for this period');
    await expect.poll(() => page.locator('#units tbody tr', { hasText: 'None yet' }).count()).toBe(5);
    await expect.poll(() => page.locator('#units tbody tr', { hasText: 'Reopened' }).count()).toBe(1);
    await page.keyboard.press(']');
    await page.getByText('The period has not ended').waitFor();
    await expect.poll(() => page.locator('.reports-map-unreported').count()).toBe(0);
    expect(page.errors).toEqual([]);
  });

  test('open the records of a number for who may read them, and refuse others', async () => {
    const page = await open('/province?period=2026-Q3', { language: 'en', user: 'diaban' });
    await page.locator('#all-figures').getByRole('link', { name: 'Open the records behind this figure: Situations received' }).click();
    await page.getByRole('heading', { name: 'Situations received', level: 1 }).waitFor();
    await expect.poll(() => page.locator('#counted-records tbody tr').count()).toBe(4);
    await page.getByRole('button', { name: 'Next page' }).click();
    await expect.poll(() => page.locator('#counted-records tbody tr').count()).toBe(3);
    await expect.poll(() => page.locator('#counted-records tbody a').first().getAttribute('href')).toMatch(/^\/situations\//);
    const team = await open('/province/records?period=2026-Q3&indicator=TEAM_MEMBERS', { language: 'en', user: 'diaban' });
    await team.locator('#counted-records tbody tr').first().waitFor();
    await expect.poll(() => team.locator('#counted-records thead th').last().textContent()).toBe('Count');
    const analyst = await open('/province?period=2026-Q3', { language: 'en', user: 'tonghop' });
    await analyst.locator('#all-figures tbody tr').first().waitFor();
    expect(
      await analyst
        .locator('#all-figures')
        .getByRole('link', { name: /Open the records/ })
        .count(),
    ).toBe(0);
    expect(page.errors).toEqual([]);
  });

  test('open the requests and packages behind the numbers of footage for an auditor', async () => {
    const page = await open('/province?period=2026-Q3&indicator=EXTRACTIONS', { language: 'en', user: 'kiemsoat' });
    await page.locator('#units').getByRole('link', { name: 'Open the records behind this figure: Extractions of images and data, Xã Bá Thước' }).click();
    await page.getByRole('heading', { name: 'Extractions of images and data', level: 1 }).waitFor();
    await page.locator('.summary').getByText('Xã Bá Thước').waitFor();
    await expect.poll(() => page.locator('#counted-records tbody a').first().getAttribute('href')).toMatch(/^\/requests\/[^/]+\/package$/);
    const requests = await open('/province/records?period=2026-Q3&indicator=REQUESTS_MADE', { language: 'en', user: 'kiemsoat' });
    await expect.poll(() => requests.locator('#counted-records tbody a').first().getAttribute('href')).toMatch(/^\/requests\/[^/]+$/);
    expect(requests.errors).toEqual([]);
  });

  test('keep no records of another number while those of this one are on their way', async () => {
    const page = await open('/province/records?period=2026-Q3&indicator=SITUATIONS_RECEIVED', { language: 'en', user: 'diaban' });
    await page.locator('#counted-records tbody a[href^="/situations/"]').first().waitFor();
    let arrive: () => void = () => undefined;
    const gate = new Promise<void>((done) => (arrive = done));
    await page.route('**/api/reports/records?*', async (route) => {
      await gate;
      await route.continue();
    });
    await page.evaluate(() => {
      history.pushState(null, '', '/province/records?period=2026-Q3&indicator=TEAM_MEMBERS');
      dispatchEvent(new PopStateEvent('popstate'));
    });
    await page.getByRole('heading', { name: 'Team members', level: 1 }).waitFor();
    expect(await page.locator('#counted-records').count()).toBe(0);
    arrive();
    await page.locator('#counted-records tbody a[href^="/teams/"]').first().waitFor();
    expect(page.errors).toEqual([]);
  });

  test('say of the figures of one quarter that another was asked for', async () => {
    const page = await open('/province?period=2026-Q3', { language: 'en', user: 'tonghop' });
    await page.locator('#units tbody tr').nth(8).waitFor();
    let arrive: () => void = () => undefined;
    const gate = new Promise<void>((done) => (arrive = done));
    await page.route('**/api/reports/figures?*', async (route) => {
      await gate;
      await route.continue();
    });
    await page.keyboard.press('[');
    await expect.poll(() => page.locator('main > [aria-busy="true"] #units').count()).toBe(1);
    expect(await page.locator('a[href^="/api/reports/letter.pdf"]').getAttribute('href')).toContain('period=2026-Q3');
    arrive();
    await expect.poll(() => page.locator('main > [aria-busy="false"] #units').count()).toBe(1);
    expect(await page.locator('a[href^="/api/reports/letter.pdf"]').getAttribute('href')).toContain('period=2026-Q2');
    expect(page.errors).toEqual([]);
  });

  test('open the records of one village by its line', async () => {
    const page = await open('/province?period=2026-Q3', { language: 'en', user: 'diaban' });
    const line = page.locator('#units tbody tr').first();
    const name = (await line.locator('th bdi').first().textContent())!;
    const cell = line.getByRole('link', { name: `Open the records behind this figure: Self-managed groups, ${name}` });
    const number = (await cell.locator('bdi').first().textContent())!;
    await cell.click();
    await page.locator('#counted-records tbody tr').first().waitFor();
    await expect.poll(() => page.locator('.summary').textContent()).toContain(name);
    await expect.poll(() => page.locator('.summary').textContent()).toContain(number);
    await expect.poll(() => page.locator('#counted-records tbody td').first().textContent()).toContain(name);
    expect(page.errors).toEqual([]);
    const phone = await open(new URL(page.url()).pathname + new URL(page.url()).search, { language: 'ar', user: 'diaban', width: 360, height: 740 });
    await phone.locator('#counted-records tbody tr').first().waitFor();
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect(phone.errors).toEqual([]);
  });

  test('ignore an indicator of the address that nobody counts', async () => {
    const page = await open('/province?period=2026-Q3&indicator=SCORES', { language: 'en', user: 'tonghop' });
    await page.locator('#units tbody tr').nth(8).waitFor();
    expect(page.errors).toEqual([]);
  });

  test('show whom a report waits for, with how often they were reminded', async () => {
    const page = await open('/reports', { language: 'en', user: 'diaban' });
    const work = page.locator('#waiting-reports');
    await work.getByText('Quarter I of 2026').waitFor();
    await expect.poll(() => work.textContent()).toMatch(/Overdue.*Reminded 2 times/);
    await expect.poll(() => page.getByRole('link', { name: 'Statistics' }).getByRole('status', { name: '2 tasks waiting' }).textContent()).toBe('2');
    const chair = await open('/reports', { language: 'en', user: 'chutich' });
    await chair.locator('#waiting-reports').getByText('Awaiting approval').first().waitFor();
    expect(chair.errors).toEqual([]);
  });

  test('are taken along by their version, which says what who approved saw', async () => {
    const page = await open('/reports/01900000-0000-7000-e600-000000000104', { language: 'en', user: 'diaban' });
    const paper = page.getByRole('link', { name: 'Download version 1 (PDF)' });
    await paper.waitFor();
    await expect.poll(() => paper.getAttribute('href')).toContain('/letter.pdf?version=1');
    await page.locator('.reports-report-steps').getByText('saw some figures rounded or hidden').first().waitFor();
    const reopened = await open('/reports/01900000-0000-7000-e600-000000000105', { language: 'en', user: 'tonghop' });
    await reopened.getByText('Report reopened').waitFor();
    expect(reopened.errors).toEqual([]);
  });

  test('are taken along as workbook and letter of what is shown', async () => {
    const page = await open('/province?period=2026-Q3', { language: 'en', user: 'tonghop' });
    const sheet = page.getByRole('link', { name: 'Download workbook (XLSX)' });
    await sheet.waitFor();
    const to = new URL((await sheet.getAttribute('href'))!, page.url());
    expect(to.pathname).toBe('/api/reports/figures.xlsx');
    expect(Object.fromEntries(to.searchParams)).toMatchObject({ period: '2026-Q3', language: 'en' });
    await expect.poll(() => page.getByRole('link', { name: 'Download report (PDF)' }).getAttribute('href')).toContain('/api/reports/letter.pdf?period=2026-Q3');
    expect(page.errors).toEqual([]);
  });

  test('are submitted with notes, and decided by somebody else', async () => {
    const page = await open('/reports', { language: 'en', user: 'diaban' });
    const row = page.locator('#own-reports tr', { hasText: 'Quarter I of 2026' });
    await row.getByRole('button', { name: 'Submit report' }).click();
    await page.getByRole('button', { name: 'Add note' }).click();
    await page.locator('[role="dialog"]').getByRole('button', { name: 'Submit report' }).click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(2);
    await page.locator('#notes-0-indicator').selectOption('TEAM_MEMBERS');
    await page.locator('#notes-0-words').fill('Ba người chuyển đi.');
    await page.locator('[role="dialog"]').getByRole('button', { name: 'Submit report' }).click();
    await page.locator('#report-figures').getByText('Ba người chuyển đi.').waitFor();
    await page.getByText('now differs from the submission').waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Approve or return' }).count()).toBe(0);
    const chair = await open(new URL(page.url()).pathname, { language: 'en', user: 'chutich' });
    await chair.getByRole('button', { name: 'Approve or return' }).click();
    await chair.getByText('Some figures are rounded or hidden for you').waitFor();
    await chair.locator('#outcome').selectOption('RETURNED');
    await chair.getByRole('button', { name: 'Approve or return' }).last().click();
    await expect.poll(() => chair.locator('.error-summary li').count()).toBe(1);
    await chair.locator('#outcome').selectOption('PASSED');
    await chair.getByRole('button', { name: 'Approve or return' }).last().click();
    await chair.locator('.reports-report-way [aria-current="step"]', { hasText: 'Approved' }).waitFor();
    expect(chair.errors).toEqual([]);
  });

  test('list the communes that are late first', async () => {
    const page = await open('/reports?view=all&period=2026-Q3', { language: 'en', user: 'tonghop' });
    await page.locator('#all-reports tbody tr').nth(8).waitFor();
    await expect.poll(() => page.getByText('No report from 5 communes').count()).toBe(1);
    await expect.poll(() => page.locator('#all-reports tbody tr').first().textContent()).toContain('Overdue');
    expect(page.errors).toEqual([]);
  });

  test('fit a phone, where the map comes when asked for, and read from right to left in Arabic', async () => {
    const phone = await open('/province?period=2026-Q3', { language: 'vi', user: 'tonghop', width: 360, height: 740 });
    await phone.locator('#units tbody tr').first().waitFor();
    expect(await phone.locator('.reports-province-map').isVisible()).toBe(false);
    await phone.getByRole('button', { name: 'Bản đồ' }).click();
    await expect.poll(() => phone.locator('.reports-province-map').isVisible()).toBe(true);
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    const arabic = await open('/province?period=2026-Q3', { language: 'ar', user: 'tonghop' });
    await arabic.locator('.reports-trend-point').first().waitFor();
    expect(await arabic.evaluate(() => document.documentElement.dir)).toBe('rtl');
    const periods = await arabic.locator('.reports-trend-period').allTextContents();
    const places = await arabic.locator('.reports-trend-period').evaluateAll((all) => all.map((each) => each.getBoundingClientRect().left));
    expect(periods[0]).toBe('Q3/24');
    expect(places[0]!).toBeLessThan(places.at(-1)!);
    expect(arabic.errors).toEqual([]);
  });
});
