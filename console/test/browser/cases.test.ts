import { describe, expect, test } from 'vitest';
import { missing, setUpBrowser } from './setup';

const { stub, open } = setUpBrowser();
const made = () => stub().world as unknown as { cases: { id: string; code: string; title: string; place: string | null; point: unknown; protection: string }[]; caseTypes: { code: string }[] };
const theCase = (code: string) => made().cases.find((each) => each.code === code)!;

describe.skipIf(missing !== null)('the incidents of a case', () => {
  test('stand in order of time, each with its letter, and lead to the search and to a request', async () => {
    const found = theCase('CASE-2026-0001');
    const page = await open(`/cases/${found.id}`, { language: 'en', user: 'dieutra' });
    const incidents = page.locator('[data-incident]');
    await incidents.first().waitFor();
    await expect.poll(() => incidents.count()).toBe(3);
    await expect.poll(() => incidents.first().textContent()).toMatch(/^A.*between/);
    await expect.poll(() => page.locator('[data-withdrawn]').first().textContent()).toContain('Ghi nhầm việc của vụ khác.');
    const href = await incidents.nth(1).getByRole('link', { name: 'Find cameras that may have seen it' }).getAttribute('href');
    expect(new URLSearchParams(href!.split('?')[1]).get('at')).toBe('19.80780, 105.77700');
    expect(await incidents.nth(2).getByRole('link', { name: 'Which cameras' }).count()).toBe(0);
    await incidents.nth(1).getByRole('link', { name: 'Request extraction' }).click();
    await page.locator('#from').waitFor();
    await expect.poll(() => page.locator('#from').inputValue()).not.toBe('');
    await page.goto(`${stub().url}/requests/new/case`);
    await expect.poll(() => page.locator('#incidentId option:checked').textContent()).toContain('Lấy xe Wave');
    const other = page.getByLabel('CASE-2026-0003');
    await other.check();
    await expect.poll(() => page.locator('#incidentId').count()).toBe(0);
    expect(page.errors).toEqual([]);
  });

  test('are added, corrected with a reason, and withdrawn but still to be read', async () => {
    const found = theCase('CASE-2026-0003');
    const page = await open(`/cases/${found.id}`, { language: 'en', user: 'dieutra' });
    await page.getByRole('button', { name: 'Add incident' }).click();
    const dialog = page.locator('.dialog');
    await dialog.getByText('they belong in the restricted record').waitFor();
    await expect.poll(() => dialog.locator('#point').count(), { message: 'a protected case has no place' }).toBe(0);
    await dialog.getByLabel('Within a period').check();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(3);
    await dialog.locator('#title').fill('Second quarrel');
    await dialog.locator('#from').fill('-9h');
    await dialog.locator('#to').fill('+7h');
    await dialog.getByRole('button', { name: 'Save' }).click();
    const added = page.locator('[data-incident="Second quarrel"]');
    await added.getByText('between').waitFor();

    await added.getByRole('button', { name: 'Correct…' }).click();
    await dialog.locator('#title').fill('Loud quarrel');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(1);
    await dialog.locator('#reason').fill('A neighbour remembers it better.');
    await dialog.getByRole('button', { name: 'Save' }).click();
    const corrected = page.locator('[data-incident="Loud quarrel"]');
    await corrected.getByText('A neighbour remembers it better.').waitFor();
    await page.locator('.history').getByText('Incident corrected').waitFor();

    await corrected.getByRole('button', { name: 'Withdraw…' }).click();
    await dialog.locator('#reason').fill('It belongs to another case.');
    await dialog.getByRole('button', { name: 'Withdraw incident' }).click();
    await page.getByText('Withdrawn as entered in error (1)').click();
    await page.locator('[data-withdrawn="Loud quarrel"]').getByText('It belongs to another case.').waitFor();
    await expect.poll(() => corrected.count()).toBe(0);
    expect(page.errors).toEqual([]);
  });
});

describe.skipIf(missing !== null)('the place of a case', () => {
  test('is on the map with its cameras, leads to the search, and is changed with a reason', async () => {
    const found = theCase('CASE-2026-0001');
    const page = await open(`/cases/${found.id}`, { language: 'en', user: 'dieutra' });
    await page.locator('#place-of-case .map-root .map-camera-there').waitFor();
    await expect.poll(() => page.locator('#place-of-case .map-root .map-camera-plain').count()).toBeGreaterThan(0);
    const href = await page.locator('#place-of-case').getByRole('link', { name: 'Find cameras that may have seen it' }).getAttribute('href');
    expect(decodeURIComponent(href!)).toMatch(/^\/find\?at=19\.80780,.105\.77700&from=\S+Z&to=\S+Z&case=[-0-9a-f]+$/);

    await page.getByRole('button', { name: 'Change place…' }).click();
    await page.locator('#point').fill('nowhere');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(2);
    await page.locator('#point').fill('19.8081, 105.7768');
    await page.locator('#change-reason').fill('The witness showed the exact spot.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('19.80810, 105.77680').waitFor();
    await page.locator('.history').getByText('Place changed').waitFor();
    expect(page.errors).toEqual([]);
  });

  test('is no more once somebody says that a child is concerned', async () => {
    const found = theCase('CASE-2026-0001');
    const page = await open(`/cases/${found.id}`, { language: 'en', user: 'dieutra' });
    await page.getByRole('button', { name: 'Child, domestic violence…' }).click();
    await page.getByLabel('Yes, a child', { exact: true }).check();
    await page.getByText('will be permanently erased').waitFor();
    await page.locator('#change-reason').fill('The victim is twelve years old.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('#place-of-case .notice').waitFor();
    await expect.poll(() => page.locator('#place-of-case .map-root').count()).toBe(0);
    await expect.poll(() => page.getByRole('button', { name: 'Change place…' }).count()).toBe(0);
    expect(found.place).toBeNull();
    expect(page.errors).toEqual([]);
  });

  test('is not asked for where a new case is a protected one', async () => {
    const page = await open('/cases/new', { language: 'en', user: 'dieutra' });
    await page.locator('#point').fill('19.8081, 105.7768');
    await page.getByLabel('Yes, domestic violence').check();
    await expect.poll(() => page.locator('#point').count()).toBe(0);
    await page.locator('#title').fill('Loud quarrel');
    await page.getByLabel('Cố ý').or(page.getByLabel('Assault')).first().check();
    await page.locator('#from').fill('-3h');
    await page.getByRole('button', { name: 'Open a case' }).click();
    await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
    expect(made().cases[0]).toMatchObject({ title: 'Loud quarrel', place: null, point: null, protection: 'DOMESTIC_VIOLENCE' });
    made().cases.shift();
  });
});

describe.skipIf(missing !== null)('the types of case', () => {
  test('are added and ended by who has the whole site, and ended ones are not offered', async () => {
    const page = await open('/case-types', { language: 'en', user: 'quantri' });
    await expect.poll(() => page.locator('tr[data-type="GAMBLING"]').textContent()).toContain('31/12/2025');
    await page.getByRole('button', { name: 'Add type of case' }).click();
    await page.locator('#code').fill('fraud');
    await page.locator('.dialog').getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(5);
    for (const [name, value] of [
      ['vi', 'Lừa đảo'],
      ['en', 'Fraud'],
      ['ar', 'احتيال'],
      ['code', 'FRAUD'],
      ['validFrom', '1/12/2026'],
    ] as const)
      await page.locator(`#${name}`).fill(value);
    await page.locator('.dialog').getByRole('button', { name: 'Save' }).click();
    await page.locator('tr[data-type="FRAUD"]').waitFor();
    await page.locator('tr[data-type="OTHER"]').getByRole('button').click();
    await page.locator('#validTo').fill('31/12/2027');
    await page.locator('.dialog').getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => page.locator('tr[data-type="OTHER"]').textContent()).toContain('31/12/2027');
    expect(page.errors).toEqual([]);

    const others = await open('/case-types', { language: 'en', user: 'tatca' });
    await others.locator('tr[data-type="THEFT"]').waitFor();
    expect(await others.getByRole('button', { name: 'Add type of case' }).count()).toBe(0);
    const form = await open('/cases/new', { language: 'en', user: 'dieutra' });
    await form.getByLabel('Theft').waitFor();
    expect(await form.getByLabel('Gambling').count()).toBe(0);
    made().caseTypes.pop();
  });
});

describe.skipIf(missing !== null)('the people of a case', () => {
  test('are listed without names and read one at a time by who works on it', async () => {
    const found = theCase('CASE-2026-0001');
    const page = await open(`/cases/${found.id}`, { language: 'en', user: 'dieutra' });
    await page.locator('[data-party="VICTIM"]').waitFor();
    expect(await page.locator('main').textContent()).not.toContain('Mận');
    await page.locator('[data-party="VICTIM"]').getByRole('button', { name: 'Read record' }).click();
    await page.getByRole('dialog').getByText('Phạm Thị Mận').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('body').textContent()).not.toContain('Mận');
    await expect.poll(() => page.locator('[data-party="REPORTED"]').getByRole('button').allTextContents()).toEqual(['Request reopening…']);

    await page.getByRole('button', { name: 'Add person' }).click();
    await page.locator('.dialog').getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(6);
    await page.getByLabel('Reporter').check();
    for (const [name, value] of [
      ['name', 'Lê Văn Bền'],
      ['document', '7/TB'],
      ['article', 'Điều 56'],
      ['from', '1/11/2026'],
      ['until', '1/3/2027'],
    ] as const)
      await page.locator(`#${name}`).fill(value);
    await page.locator('.dialog').getByRole('button', { name: 'Save' }).click();
    await page.locator('[data-party="REPORTER"]').waitFor();
    await page.locator('[data-party="REPORTER"]').getByRole('button', { name: 'Erase record…' }).click();
    await page.locator('#reason').fill('Recorded in the wrong case.');
    await page.locator('.dialog').getByRole('button', { name: 'Save' }).click();
    await page.locator('[data-party="REPORTER"]').getByText('erased').waitFor();
    expect(page.errors).toEqual([]);

    stub().world.requests.length = 0;
    const approver = await open(`/cases/${found.id}`, { language: 'en', user: 'duyet' });
    await approver.getByText('restricted to the officers assigned to the case').waitFor();
    expect(stub().world.requests.filter((each) => each.includes('/parties'))).toEqual([]);
    await approver.locator('#officer').selectOption({ label: 'Đỗ Toàn Năng' });
    await approver.getByRole('button', { name: 'Assign' }).click();
    await approver.locator('#people-of-case li').getByText('Đỗ Toàn Năng').waitFor();
  });
});

describe.skipIf(missing !== null)('the vehicles of a case', () => {
  test('show a plate as it was read with all that it may mean', async () => {
    const found = theCase('CASE-2026-0001');
    const page = await open(`/cases/${found.id}`, { language: 'en', user: 'dieutra' });
    const stolen = page.locator('[data-vehicle="STOLEN"]');
    await stolen.getByText('36-B1 1234').waitFor();
    await expect.poll(() => stolen.textContent()).toContain('36B-112.34');
    await expect.poll(() => page.locator('[data-vehicle="SOUGHT"]').textContent()).toContain('unknown plate format');
    await page.getByRole('button', { name: 'Add vehicle' }).click();
    await page.locator('.dialog').getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(2);
    await page.getByLabel('Used in the offence').check();
    await page.locator('#kind').selectOption('CAR');
    await page.locator('#plate').fill('30K-012.34');
    await page.locator('#plateColour').selectOption('BLUE');
    await page.locator('.dialog').getByRole('button', { name: 'Save' }).click();
    const used = page.locator('[data-vehicle="USED"]');
    await used.getByText('30K-012.34').waitFor();
    await used.getByRole('button').click();
    await page.locator('#reason').fill('It only passed by.');
    await page.locator('.dialog').getByRole('button', { name: 'Remove vehicle' }).click();
    await expect.poll(() => used.count()).toBe(0);
    expect(page.errors).toEqual([]);
  });
});
