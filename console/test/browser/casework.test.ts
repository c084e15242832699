import { describe, expect, test } from 'vitest';
import { beforeGap, missing, setUpBrowser } from './setup';

const { stub, open } = setUpBrowser();

describe.skipIf(missing !== null)('a request', () => {
  test('tells all mistakes at once, keeps what was typed, and returns to the check page', async () => {
    const page = await open('/requests/new/why', { language: 'en', user: 'dieutra' });
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(5);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('error-summary');
    expect(await page.title()).toMatch(/^Error: /);
    const summary = await page.locator('.error-summary li').allTextContents();
    await expect.poll(() => page.locator('.field-error').allTextContents()).toEqual(summary);
    await page.locator('body').press('Tab');
    await page.getByRole('button', { name: 'Continue' }).click();
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('error-summary');
    await page.locator('.error-summary a').last().click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('necessity');

    await page.getByLabel('Điều tra, xác minh vụ việc').check();
    await page.getByLabel('Thu thập chứng cứ trong tố tụng hình sự').check();
    await page.locator('#offence').selectOption('THEFT');
    await page.getByLabel('Người bị nghi thực hiện hành vi').check();
    await page.locator('#necessity').fill('A witness saw somebody lead the motorbike away here.');
    await page.locator('#paperNumber').fill('12/YC-CQĐT');
    await page.locator('#paperDate').fill('32/11/2026');
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(1);
    await page.locator('#paperDate').fill('24/11/2026');
    await page.locator('#paperSha256').setInputFiles({ name: 'scan.png', mimeType: 'image/png', buffer: Buffer.from('paper') });
    await expect.poll(() => page.locator('main form').textContent()).toContain('SHA-256 382635c9325bf327');
    await page.getByRole('button', { name: 'Continue' }).click();

    await page.waitForURL('**/requests/new/case');
    await page.getByLabel('Trộm xe máy trước chợ Cành Nàng').check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForURL('**/requests/new/what');
    const at = beforeGap(stub().world.now());
    const site = (millis: number) => {
      const iso = new Date(millis + 7 * 3_600_000).toISOString();
      return `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)} ${iso.slice(11, 19)}`;
    };
    await page.locator('#from').fill(site(at));
    await page.locator('#to').fill(site(at + 600_000));
    await page.getByLabel('Cổng chợ Cành Nàng').check();
    await expect.poll(() => page.locator('.coverage-list').textContent()).toContain('74.0% recorded');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForURL('**/requests/new/check');
    await page.getByRole('link', { name: 'Change: Necessity of the footage' }).click();
    await page.locator('#necessity').fill('Changed: a witness saw somebody lead the motorbike away.');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForURL('**/requests/new/check');
    await expect.poll(() => page.locator('.requests-answers').textContent()).toContain('Changed: a witness');
    await expect.poll(() => page.locator('.requests-answers').textContent()).toContain('12/YC-CQĐT · 24/11/2026');
    await page.getByRole('button', { name: 'Send request' }).click();
    await page.waitForURL('**/requests/*?sent=1');
    await expect.poll(() => page.locator('.notice-ok').textContent()).toContain('REQ-2026-');
    expect(page.errors).toEqual([]);
  });

  test('and its case are found among all by the palette', async () => {
    const page = await open('/cases', { language: 'en', user: 'dieutra' });
    await page.locator('table').waitFor();
    await page.keyboard.press('Control+k');
    await page.locator('.palette-input').fill('req-2026-0001');
    await expect.poll(() => page.locator('[role="option"]').allTextContents()).toEqual([expect.stringContaining('REQ-2026-0001')]);
    await page.locator('.palette-input').fill('trộm xe máy');
    await expect.poll(() => page.locator('[role="option"]').first().textContent()).toMatch(/Trộm xe máy.*Cases$/);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/cases/*');
    expect(page.errors).toEqual([]);
  });

  test('stands in a list of which one part is shown at a time', async () => {
    const page = await open('/cases', { language: 'en', user: 'dieutra' });
    const asked: string[] = [];
    let total = { count: 2 * stub().world.cases.length, more: false };
    await page.route('**/api/cases?*', async (route) => {
      const after = new URL(route.request().url()).searchParams.get('after');
      asked.push(after ?? '');
      const { items } = (await (await route.fetch()).json()) as { items: { id: string; title: string }[] };
      const more = items.map((each) => ({ ...each, id: `${each.id}-2`, title: `${each.title} 2` }));
      await route.fulfill({ json: after ? { items: more, next: null, total: null } : { items, next: 'older', total } });
    });
    await page.reload();
    const count = stub().world.cases.length;
    await expect.poll(() => page.locator('.pages-shown').textContent()).toBe(`1–${count} of ${2 * count}`);
    await page.getByRole('button', { name: 'Next page' }).click();
    await expect.poll(() => page.locator('.pages-shown').textContent()).toBe(`${count + 1}–${2 * count} of ${2 * count}`);
    expect([...new Set(asked)]).toEqual(['', 'older']); // The first may be asked for anew meanwhile.
    expect(await page.locator('tbody tr').count()).toBe(count);
    await page.getByRole('button', { name: 'Previous page' }).click();
    await expect.poll(() => page.locator('.pages-shown').textContent()).toBe(`1–${count} of ${2 * count}`);
    total = { count: 500, more: true };
    await page.reload();
    await expect.poll(() => page.locator('.pages-shown').textContent()).toBe(`1–${count} of more than 500`);
  });

  test('cannot be decided by its requester, and the screen says why', async () => {
    const own = stub().world.evidence.find((each) => each.code === 'REQ-2026-0001')!;
    const page = await open(`/requests/${own.id}`, { language: 'en', user: 'dieutra' });
    await page.locator('.history').waitFor();
    expect(await page.locator('.decision').count()).toBe(0);
    const both = stub().world as unknown as { people: { username: string; roles: string[] }[] };
    both.people.find((person) => person.username === 'dieutra')!.roles.push('APPROVER');
    await page.reload();
    await page.locator('.decision').waitFor();
    await expect.poll(() => page.locator('.decision input[type="radio"]:enabled').count()).toBe(0);
    await expect.poll(() => page.locator('.decision').textContent()).toContain('This is your own request');
    const status = await page.evaluate(
      (id) => fetch(`/api/requests/${id}/decision`, { method: 'POST', headers: { 'X-XSRF-TOKEN': 'stub-token' }, body: '{"outcome":"APPROVE"}' }).then((answer) => answer.status),
      own.id,
    );
    expect(status).toBe(403);
    both.people.find((person) => person.username === 'dieutra')!.roles.pop();
  });

  test('shows what to know before deciding: the time of the case, warnings, earlier requests', async () => {
    const request = stub().world.evidence.find((each) => each.code === 'REQ-2026-0001')!;
    const page = await open(`/requests/${request.id}`, { language: 'en', user: 'duyet' });
    await page.locator('.check-list').waitFor();
    await expect.poll(() => page.locator('.facts').first().textContent()).toContain('Time of the case');
    const checks = await page.locator('.check-list > li').allTextContents();
    expect(checks.join()).toContain('Decided by a person other than the requester');
    expect(checks.join()).toContain('Thời gian cách xa thời điểm của vụ việc CASE-2026-0001');
    await page.getByText(/2 other requests by this person/).click();
    await expect.poll(() => page.locator('.check-list a').count()).toBe(2);
  });

  test('that somebody else decides first leaves the second approver their draft', async () => {
    const made = stub().world.makeRequest(90, 'REQUESTED', stub().world.now());
    stub().world.evidence.push(made);
    const second = await open(`/requests/${made.id}`, { language: 'en', user: 'duyet2' });
    await second.getByLabel('Refuse').check();
    await second.locator('#reason').fill('Too wide for a theft of minutes.');
    await second.locator('#reasonCode').selectOption({ index: 1 });
    const first = await open(`/requests/${made.id}`, { language: 'en', user: 'duyet' });
    await first.getByLabel('Approve', { exact: true }).check();
    await first.getByRole('button', { name: 'Confirm decision' }).click();
    await first.locator('.decision').waitFor({ state: 'detached' });
    await second.getByRole('button', { name: 'Confirm decision' }).click();
    const told = second.locator('.notice-warn[role="alert"]');
    await told.waitFor();
    const text = (await told.textContent())!;
    expect(text).toContain('Already decided by: Phạm Quang Duyệt');
    expect(text).toMatch(/\d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d/);
    expect(text).toContain('Too wide for a theft of minutes.');
    await second.reload();
    await told.waitFor();
    await second.getByRole('button', { name: 'Discard draft' }).click();
    await expect.poll(() => told.count()).toBe(0);
    stub().world.evidence.pop();
  });

  test('keeps the marks of the player while its case is opened', async () => {
    const at = beforeGap(stub().world.now());
    const span = `from=${new Date(at).toISOString()}&to=${new Date(at + 60_000).toISOString()}`;
    const page = await open(`/requests/new/what?cams=${stub().world.cameras[0]!.id}&${span}`, { language: 'en', user: 'dieutra' });
    const from = await page.locator('#from').inputValue();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('link', { name: 'Open a new case' }).click();
    await page.locator('#title').fill('Fence broken');
    await page.getByLabel('Theft').check();
    await page.locator('#from').fill('-3h');
    await page.getByRole('button', { name: 'Open a case' }).click();
    await page.waitForURL('**/requests/new/case?case=*');
    await expect.poll(() => page.locator('input[name="caseId"]:checked').count()).toBe(1);
    await page.goto(`${stub().url}/requests/new/what`);
    await expect.poll(() => page.locator('#from').inputValue()).toBe(from);
    stub().world.cases.shift();
  });

  test('is approved for less by another person, from the keyboard', async () => {
    const request = stub().world.evidence.find((each) => each.code === 'REQ-2026-0001')!;
    const page = await open(`/requests/${request.id}`, { language: 'en', user: 'duyet' });
    await page.getByLabel('Approve in part').check();
    await page.locator('#reason').fill('Only the first camera is needed.');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => page.locator('.error-summary').textContent()).toContain('Reduce the time or the cameras');
    await page.getByLabel('Ngã ba Quốc lộ 217').uncheck();
    await page.locator('#reason').press('Control+Enter');
    await expect.poll(() => page.locator('.notice-ok').first().textContent()).toContain('Only the first camera');
  });
});

describe.skipIf(missing !== null)('the log', () => {
  test('proves an entry on the reader’s machine', async () => {
    const page = await open('/audit/17', { language: 'en', user: 'kiemsoat' });
    await page.getByRole('button', { name: 'Verify this entry' }).click();
    await expect.poll(() => page.locator('.log-entry .notice').textContent()).toContain('signed with the system’s key');
    await expect.poll(() => page.locator('.log-entry .notice').getAttribute('class')).toContain('notice-ok');
  });

  test('says who outside has seen it, and raises the alarm when one contradicts it', async () => {
    const page = await open('/audit', { language: 'en', user: 'kiemsoat' });
    const witnesses = page.locator('.log-witnesses');
    await expect.poll(() => witnesses.textContent()).toContain('Confirmed by 2 of 3');
    await expect.poll(() => witnesses.textContent()).toContain('xa-ban.example/w1 no confirmation yet · no response');
    stub().world.log.witnessed = false;
    await expect.poll(() => witnesses.getAttribute('class')).toContain('notice-bad');
    await expect.poll(() => witnesses.textContent()).toContain('has seen a longer log');
    stub().world.log.witnessed = true;
    await expect.poll(() => witnesses.getAttribute('class')).not.toContain('notice-bad');
  });

  test('keeps its filters in the URL as chips that can be removed', async () => {
    const page = await open('/audit?type=SIGN_IN', { language: 'en', user: 'kiemsoat' });
    await page.locator('.log-row').first().waitFor();
    await expect.poll(() => page.locator('.log-row').count()).toBe(9);
    await page.getByRole('link', { name: 'Remove filter act' }).click();
    await expect.poll(() => page.locator('.log-row').count()).toBeGreaterThan(40);
    expect(new URL(page.url()).search).toBe('');
  });
});

describe.skipIf(missing !== null)('above the ordinary caps', () => {
  test('an approver grants a part only, and reads why; a senior approver the whole', async () => {
    const above = stub().world.evidence.find((each) => each.code === 'REQ-2026-0005')!;
    const page = await open(`/requests/${above.id}`, { language: 'en', user: 'duyet' });
    await page.locator('.decision').waitFor();
    await expect.poll(() => page.locator('.notice-info').textContent()).toContain('Must be decided by a senior approver');
    await expect.poll(() => page.locator('.notice-info li').count()).toBe(2);
    await expect.poll(() => page.getByLabel('Approve', { exact: true }).isDisabled()).toBe(true);
    expect(await page.getByLabel(/^Approve in part/).isDisabled()).toBe(false);
    const senior = await open(`/requests/${above.id}`, { language: 'en', user: 'duyetcao' });
    await senior.locator('.decision').waitFor();
    expect(await senior.getByLabel('Approve', { exact: true }).isDisabled()).toBe(false);
    const inbox = await open('/requests', { language: 'en', user: 'duyet' });
    await inbox.locator('tr', { hasText: 'REQ-2026-0005' }).getByText('senior approver decides').waitFor();
  });
});

describe.skipIf(missing !== null)('the urgent way', () => {
  test('wants a reason and words before anything is secured', async () => {
    const page = await open('/requests/new/why', { language: 'en', user: 'dieutra' });
    await page.getByLabel(/^Urgent:/).check();
    await page.getByRole('button', { name: 'Continue' }).click();
    const wrong = () => page.locator('.error-summary li').allTextContents();
    await expect.poll(wrong).toEqual(expect.arrayContaining(['Choose the reason for urgency.', 'Describe the circumstances in 10 to 500 characters.']));
    await page.locator('#urgentReason').selectOption('LIFE_IN_DANGER');
    await page.locator('#urgentWords').fill('A hurt man walked away from the market.');
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect.poll(wrong).toHaveLength(5);
  });

  test('is open to the duty officer, shows its clock, and its use to the auditor', async () => {
    const waiting = stub().world.evidence.find((each) => each.code === 'REQ-2026-0005')!;
    const officer = await open(`/requests/${waiting.id}`, { language: 'en', user: 'truc' });
    await officer.getByRole('button', { name: 'Mark as urgent' }).click();
    const dialog = officer.getByRole('dialog');
    await dialog.locator('#urgentReason').selectOption('SUSPECT_AT_LARGE');
    await dialog.locator('#urgentWords').fill('He left the market on a motorbike.');
    await dialog.getByRole('button', { name: 'Mark as urgent' }).click();
    await expect.poll(() => officer.locator('.notice-warn').first().textContent()).toMatch(/left: (24:00:0|23:59:)/);
    await expect.poll(() => officer.getByRole('button', { name: 'Mark as urgent' }).count()).toBe(0);

    const auditor = await open('/urgent', { language: 'en', user: 'kiemsoat' });
    await auditor.getByText('1 urgent request was not ratified').waitFor();
    await expect.poll(() => auditor.locator('tbody tr').first().textContent()).toContain('certificate of deletion');
    await auditor.getByText('4 / 5 (80 %)').waitFor();
  });
});

describe.skipIf(missing !== null)('the figures of a year', () => {
  test('lead to the cases that they count, and hide small ones from who may not see cases', async () => {
    const page = await open('/figures', { language: 'en', user: 'dieutra' });
    await page.locator('tbody tr', { hasText: 'Theft' }).getByRole('link', { name: '61' }).click();
    await page.waitForURL(/\/cases\?type=THEFT&opened=\d{4}$/);
    await page.getByText('Only the cases counted in one figure').waitFor();
    const hidden = await open('/figures', { language: 'en', user: 'kiemsoat' });
    const row = hidden.locator('tbody tr', { hasText: 'Public order' });
    await row.waitFor();
    await expect.poll(() => row.locator('td').first().textContent()).toBe('< 5');
    expect(await hidden.locator('tbody a').count()).toBe(0);
  });
});

describe.skipIf(missing !== null)('the time line of a case', () => {
  test('tells what happened and takes a note that stays', async () => {
    const found = stub().world.cases.find((each) => each.code === 'CASE-2026-0001')!;
    const page = await open(`/cases/${found.id}`, { language: 'en', user: 'dieutra' });
    await page.getByRole('heading', { name: 'Timeline' }).waitFor();
    await page.getByRole('button', { name: 'Add note' }).click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(1);
    await page.locator('#words').fill('Spoke with the owner of the stall.');
    await page.getByRole('button', { name: 'Add note' }).click();
    await page.locator('.history', { hasText: 'Spoke with the owner of the stall.' }).waitFor();
    await expect.poll(() => page.locator('#words').inputValue()).toBe('');
    const approver = await open(`/cases/${found.id}`, { language: 'en', user: 'duyet' });
    await approver.locator('.history', { hasText: 'Spoke with the owner' }).waitFor();
    expect(await approver.locator('#words').count()).toBe(0);
  });

  test('names a request that its reader may not open, without a way to it', async () => {
    const [found] = stub().world.cases;
    const [hidden, readable] = found!.requests;
    hidden!.mayRead = false;
    const page = await open(`/cases/${found!.id}`, { language: 'en', user: 'dieutra' });
    await page.getByRole('link', { name: readable!.code }).first().waitFor();
    expect(await page.getByText(hidden!.code, { exact: true }).count()).toBeGreaterThan(0);
    expect(await page.getByRole('link', { name: hidden!.code }).count()).toBe(0);
  });

  test('does not take what was typed in one case along to another that was open before', async () => {
    const [first, second] = stub().world.cases;
    const page = await open(`/cases/${second!.id}`, { language: 'en', user: 'dieutra' });
    const lead = async (to: { id: string; title: string }) => {
      await page.keyboard.press('Control+k');
      await page.locator('.palette-input').fill(to.title);
      await page
        .getByRole('option')
        .filter({ hasText: to.title })
        .filter({ hasText: /Cases$/ })
        .click();
      await page.waitForURL(`**/cases/${to.id}`);
      await page.locator('main h1', { hasText: to.title }).waitFor();
    };
    await page.locator('#words').waitFor();
    await lead(first!);
    await page.locator('#words').fill('Of the first case only.');
    await lead(second!);
    expect(await page.locator('#words').inputValue()).toBe('');
    expect(page.errors).toEqual([]);
  });
});

describe.skipIf(missing !== null)('a finding', () => {
  test('says why it is shown, leads to the log, and is closed with a reason', async () => {
    const page = await open('/findings', { language: 'en', user: 'kiemsoat' });
    await page.getByRole('link', { name: /FIND-2026-0004/ }).click();
    await page.getByText('5 views of footage of one camera in 30 days').waitFor();
    await expect.poll(() => page.getByRole('link', { name: 'Entry 20' }).getAttribute('href')).toBe('/audit/20');
    await page.getByRole('button', { name: 'Close finding' }).click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(2);
    await page.getByLabel('Explained: part of duty').check();
    await page.locator('#reason').fill('Asked the chief: a missing child was looked for.');
    await page.getByRole('button', { name: 'Close finding' }).click();
    await page.locator('main p', { hasText: 'a missing child was looked for.' }).waitFor();
    await expect.poll(() => page.locator('form.panel').count()).toBe(0);
  });

  test('is nobody else’s business', async () => {
    const page = await open('/findings', { language: 'en', user: 'dieutra' });
    await page.locator('.state-title').waitFor();
    expect(await page.getByRole('link', { name: 'Findings' }).count()).toBe(0);
  });
});

describe.skipIf(missing !== null)('the weekly sample', () => {
  test('is answered look by look, with a reason', async () => {
    const page = await open('/sampled-accesses', { language: 'en', user: 'kiemsoat' });
    const row = page.locator('tbody tr').first();
    await expect.poll(() => row.textContent()).toContain('Overdue');
    await row.getByRole('button', { name: 'Answer' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => dialog.locator('.error-summary li').count()).toBe(2);
    await dialog.getByLabel('Clear', { exact: true }).check();
    await dialog.locator('#reason').fill('The watch before had reported the camera as down.');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => page.locator('tbody tr').count()).toBe(2);
    await page.getByRole('button', { name: 'Answered' }).click();
    await page.getByText('The watch before had reported').waitFor();
  });
});

describe.skipIf(missing !== null)('a request about personal data', () => {
  test('is taken down, answered, and refused only by a law', async () => {
    const page = await open('/data-requests/new', { language: 'en', user: 'quantri' });
    await page.getByRole('button', { name: 'Record request' }).click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(5);
    await page.getByLabel('Access or copy').check();
    await page.locator('#areaId').fill('hac thanh');
    await page.getByRole('option', { name: /Hạc Thành/ }).click();
    await page.locator('#name').fill('Phạm Văn Bình');
    await page.locator('#contact').fill('0912 000 333');
    await page.locator('#words').fill('What do you hold about me?');
    await page.getByRole('button', { name: 'Record request' }).click();
    await page.getByText('Phạm Văn Bình').waitFor();
    await page.getByRole('button', { name: 'Record confirmation of receipt' }).click();
    await page.getByText('In progress').waitFor();
    await page.getByRole('button', { name: 'Record outcome' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Refused').check();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => dialog.locator('.error-summary li').count()).toBe(2);
    await dialog.locator('#article').fill('Article 32, Law 91/2025/QH15');
    await dialog.locator('#reason').fill('The footage was overwritten before they asked.');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' }); // whose field holds the same words
    await page.getByText('The footage was overwritten').waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Record outcome' }).count()).toBe(0);
  });
});

describe.skipIf(missing !== null)('a sealed package', () => {
  const packagePath = () => `/requests/${stub().world.evidence.find((each) => each.code === 'REQ-2026-0002')!.id}/package`;

  test('is handed over to somebody outside, who signs the printed receipt', async () => {
    const page = await open(packagePath(), { language: 'en', user: 'dieutra' });
    const custody = page.locator('.custody');
    await expect.poll(() => custody.textContent()).toContain('Receipt 1 is in the package. Signed scan attached.');
    await custody.getByText('Single clips stamped with this receipt').click();
    const clip = custody.getByRole('link', { name: 'CAM-0002_20261125T174500+0700.mp4' });
    await expect.poll(() => clip.getAttribute('href')).toMatch(/^\/api\/requests\/[^/]+\/handovers\/[^/]+\/clips\/CAM-0002_20261125T174500%2B0700\.mp4$/);
    await custody.getByRole('button', { name: 'Hand over the package' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^An external person/).check();
    await dialog.getByRole('button', { name: 'Hand over the package' }).click();
    await expect.poll(() => dialog.locator('.error-summary li').count()).toBe(4);
    await dialog.locator('#name').fill('Lê Thị Giám');
    await dialog.locator('#office').fill('Thanh tra tỉnh');
    await dialog.getByLabel('Service identity card').check();
    await dialog.locator('#medium').selectOption('DISC');
    await dialog.getByRole('button', { name: 'Hand over the package' }).click();
    const item = custody.locator('.handovers > li', { hasText: 'Lê Thị Giám' });
    const printed = page.waitForEvent('download');
    await item.getByRole('button', { name: /^Download receipt/ }).click();
    expect((await printed).suggestedFilename()).toBe('EXT-2026-0002-receipt.pdf');
    await item.locator('input[type=file]').setInputFiles({ name: 'paper.txt', mimeType: 'text/plain', buffer: Buffer.from('signed') });
    await expect.poll(() => item.locator('.field-error').textContent()).toContain('PDF');
    await item.locator('input[type=file]').setInputFiles({ name: 'paper.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') });
    await expect.poll(() => item.textContent()).toContain('Attached; choose another file to replace it.');
    await item.getByRole('button', { name: 'The recipient has signed' }).click();
    await expect.poll(() => item.textContent()).toContain('Receipt 2 is in the package.');
    await expect.poll(() => custody.locator('.history').textContent()).toContain('Handed over toLê Thị Giámby Nguyễn Văn Điều');
  });

  test('is taken back while nobody has confirmed it', async () => {
    const page = await open(packagePath(), { language: 'en', user: 'dieutra' });
    const item = page.locator('.handovers > li', { hasText: 'Trần Văn Tòa' });
    await item.getByRole('button', { name: 'Withdraw handover' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw handover' }).click();
    await expect.poll(() => item.textContent()).toContain('withdrawn');
    await expect.poll(() => item.getByRole('button').count()).toBe(0);
  });

  test('is confirmed by whom it is handed over to, after they showed that it is them', async () => {
    const page = await open('/received', { language: 'en', user: 'duyet' });
    (stub().world as unknown as { mustConfirm: boolean }).mustConfirm = true;
    await page.getByRole('button', { name: 'Confirm receipt' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Confirm receipt' }).click();
    await page.locator('#proof').fill('demo');
    await page.locator('#proof').press('Enter');
    await expect.poll(() => page.locator('main').textContent()).toContain('Confirmed, receipt');
    await expect.poll(() => page.getByRole('button', { name: 'Confirm receipt' }).count()).toBe(0);
    expect(page.errors).toEqual([]);
  });
});
