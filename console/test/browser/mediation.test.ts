import { describe, expect, test } from 'vitest';
import { missing, setUpBrowser } from './setup';

const { stub, open } = setUpBrowser();
const path = (n: number) => `/mediation/01900000-0000-7000-e000-${String(n).padStart(12, '0')}`;

describe.skipIf(missing !== null)('mediation', () => {
  test('groups what is due and leads a mediator from the assignment to the agreement', async () => {
    const page = await open('/mediation', { language: 'en', user: 'hoagiai' });
    await page.locator('[data-urgency="CRITICAL"]').waitFor();
    expect(await page.locator('[data-urgency]').evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset['urgency']))).toEqual(['CRITICAL', 'OVERDUE', 'SOON', 'LATER']);
    expect(await page.locator('main').innerText()).not.toContain('Ất');
    const due = page.getByRole('status', { name: '3 tasks waiting' });
    await expect.poll(() => due.getAttribute('class')).toContain('rail-count-loud');
    await page.getByRole('link', { name: 'HG-2026-0002' }).click();
    await page.locator('[data-act="ASSIGN"].button-primary').click();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(1);
    await expect.poll(() => page.locator('.dialog input[type=radio]').nth(1).isDisabled()).toBe(true);
    await page.locator('.dialog input[type=radio]').first().check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('[data-act="ACCEPT"].button-primary').click();
    await page.locator('.dialog button[type=submit]').click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(1);
    await page.locator('.dialog input[type=checkbox]').check();
    await page.locator('.dialog button[type=submit]').click();
    await page.locator('[data-act="HOLD"].button-primary').click();
    await page.locator('#place').fill('Village hall');
    await page.getByLabel('Private').check();
    await page.locator('#present').fill('Both');
    await page.locator('#words').fill('They spoke.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('[data-act="AGREE"]').click();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(6);
    await expect.poll(() => page.locator('.mediation-agreement-items [data-item]').count()).toBe(8);
    for (const field of ['matter', 'course', 'agreed', 'duties', 'manner']) await page.locator(`#${field}`).fill('A new fence.');
    await page.locator('#by').fill('31/12/2099');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('[data-act="FOLLOW_UP"].button-primary').waitFor();
    await expect.poll(() => page.locator('a[href*="record.pdf"]').count()).toBe(0);
    await page.locator('#content button').click();
    await page.locator('a[href*="record.pdf"]').waitFor();
    expect(stub().world.requests.filter((each) => each.endsWith('/content'))).toHaveLength(1);
    expect(page.errors).toEqual([]);
  });

  test('asks why where it begins late, and keeps the button', async () => {
    const page = await open(path(1), { language: 'en', user: 'hoagiai' });
    await page.locator('[data-act="HOLD"].button-primary').click();
    await page.locator('#lateReason').waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => page.locator('.error-summary li').allInnerTexts()).toContain('Reason for the late start: required.');
    expect(page.errors).toEqual([]);
  });

  test('says whom to call for violence before any name is asked for, and leaves quickly', async () => {
    const page = await open('/mediation/new', { language: 'en', user: 'hoagiai', width: 360, height: 740 });
    await page.locator('[data-question="VIOLENCE"] input').last().check();
    await page.locator('[data-whom] a[href="tel:113"]').waitFor();
    await expect.poll(() => page.locator('#kind').count()).toBe(0);
    for (const question of ['CHILD', 'INJURY', 'OFFENCE', 'PUBLIC_INTEREST', 'BARRED', 'OTHER_LAW']) await page.locator(`[data-question="${question}"] input`).first().check();
    await page.getByRole('button', { name: 'Record and refer' }).click();
    await page.locator('.notice-warn').waitFor();
    await expect.poll(() => page.locator('[data-act]').count()).toBe(0);
    await page.locator('.quick-exit button').click();
    await page.waitForURL('**/calendar.html');
    await expect.poll(() => page.locator('td[aria-current="date"]').count()).toBe(1);
    await expect.poll(() => page.locator('body').innerText()).not.toMatch(/mediation|An Bình/i);
    await expect.poll(() => stub().world.requests).toContain('DELETE /api/session');
    await page.goBack();
    await expect.poll(() => page.locator('.quick-exit').count()).toBe(0);
    await expect.poll(() => page.locator('[data-whom]').count()).toBe(0);
  });

  test('leaves at the third Shift, and not at capitals', async () => {
    const page = await open(path(3), { language: 'en', user: 'hoagiai' });
    await page.locator('.quick-exit').waitFor();
    await page.keyboard.press('Shift');
    await page.keyboard.press('Shift+A');
    await page.keyboard.press('Shift');
    await page.waitForTimeout(100);
    expect(page.url()).toContain('/mediation/');
    await page.keyboard.press('Shift');
    await page.keyboard.press('Shift');
    await page.waitForURL('**/calendar.html');
  });

  test('tells a village head that it is there, and no more; the officer what is hidden', async () => {
    const head = await open(path(1), { language: 'en', user: 'truongthon' });
    await head.locator('#content .hint').waitFor();
    expect(await head.locator('main').innerText()).not.toMatch(/L\.T\.M|Debts|Trịnh Thị Nga\n.*Mediator/);
    await head.goto(`${stub().url}${path(5)}`);
    await head.locator('.notice-bad').waitFor();
    const officer = await open(path(5), { language: 'en', user: 'diaban' });
    await officer.locator('#content button').click();
    await officer.locator('[data-whom] a[href="tel:113"]').waitFor();
    await expect.poll(() => officer.locator('[data-act="TAKE_BACK"]').count()).toBe(0);
    await officer.goto(`${stub().url}${path(6)}`);
    await officer.locator('[data-act="TAKE_BACK"]').click();
    await officer.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => officer.locator('.error-summary li').count()).toBe(1);
    expect(officer.errors).toEqual([]);
  });

  test('has the chair recognise once the officer has confirmed, and shows figures without small ones', async () => {
    const team = '/mediation/teams/01900000-0000-7000-e000-000000000200';
    const chair = await open(team, { language: 'en', user: 'chutich' });
    await chair.getByRole('button', { name: 'Recognise', exact: true }).click();
    await chair.locator('#number').fill('15/QĐ-UBND');
    await chair.getByRole('button', { name: 'Save' }).click();
    await chair.locator('.dialog .notice-bad').waitFor();
    const officer = await open(team, { language: 'en', user: 'diaban' });
    await officer.locator('.notice-warn').getByRole('button', { name: 'Yes' }).click();
    await officer.locator('.notice-ok').waitFor();
    await chair.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => chair.locator('[data-mediator="PROPOSED"]').count()).toBe(0);
    await chair.goto(`${stub().url}/mediation`);
    await chair.waitForURL('**/mediation/figures');
    await chair.locator('td.number').first().waitFor();
    await expect.poll(() => chair.locator('tbody tr').last().innerText()).toContain('≈');
    await chair.getByText('Published up to 30/09/2026; the current quarter from 01/01/2027.').waitFor();
    await chair.getByRole('combobox', { name: 'Period' }).selectOption('Q4');
    await chair.getByText('No quarter in this period has ended yet').waitFor();
    await chair.getByText('those of the current quarter from 01/01/2027').waitFor();
    expect(chair.errors).toEqual([]);
  });
});
