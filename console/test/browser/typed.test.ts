import { describe, expect, test } from 'vitest';
import { missing, setUpBrowser } from './setup';

const { stub, open } = setUpBrowser();

/** Words of another script, signs that are two characters to the browser, and what would be a tag. */
const odd = 'Вулиця بلدة 👮🏽‍♀️🚓 <b id="evil">x</b> \u202eabc';

/** A form, its button, what it wants at least, a text of it, and a day or moment of it. */
const forms: [path: string, user: string, send: string, fields: string[], text: string, day: string, none: string][] = [
  ['/cases/new', 'dieutra', 'Open a case', ['title', 'type', 'from'], 'title', 'from', '31/02/2026 09:00'],
  ['/wanted-vehicles/new', 'dieutra', 'Send', ['plate', 'documentNumber', 'documentOn', 'documentAuthority', 'reason'], 'reason', 'documentOn', '30/02/2026'],
  ['/data-requests/new', 'quantri', 'Record', ['kind', 'name', 'contact', 'words'], 'words', 'receivedAt', '29/02/2026 25:61'],
  ['/campaigns/new', 'diaban', 'Send', ['title', 'aim', 'from', 'until', 'partners'], 'aim', 'from', '00/13/2026'],
];

describe.skipIf(missing !== null)('what is typed', () => {
  test.each(forms)('in %s: nothing, odd words and a day that is none are named at their fields, and stay', async (path, user, send, fields, text, day, none) => {
    const page = await open(path, { language: 'en', user });
    const submit = page.locator('main form').getByRole('button', { name: new RegExp(`^${send}`) });
    await submit.click();
    const links = page.locator('.error-summary a');
    await links.first().waitFor();
    const named = await links.evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).hash.slice(1)));
    expect(named).toEqual(expect.arrayContaining(fields));
    for (const id of named) expect(await page.locator(`[id="${id}"]`).count(), id).toBe(1);
    await page.locator(`#${text}`).fill(odd);
    await page.locator(`#${day}`).fill(none);
    await submit.click();
    await expect.poll(() => page.locator(`#${day}-error`).textContent()).toMatch(/\.$/);
    expect(await page.locator(`#${text}`).inputValue()).toBe(odd);
    expect(await page.locator(`#${day}`).inputValue()).toBe(none);
    expect(await page.locator(`#${text}-error, #evil`).count()).toBe(0);
    expect(page.errors).toEqual([]);
  });

  test('is named where it is too long, outlives a line that drops while it is saved, and a session that ends', async () => {
    const page = await open('/cases/new', { language: 'en', user: 'dieutra' });
    const long = 'Vụ việc '.repeat(30);
    await page.locator('#title').fill(long);
    await page.getByLabel('Theft').check();
    await page.locator('#from').fill('-3h');
    const save = page.locator('main form button[type="submit"]');
    await save.click();
    await expect.poll(() => page.locator('#title-error').textContent(), { message: 'too long for the server' }).toContain('200');
    expect(await page.locator('.error-summary a').evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).hash))).toEqual(['#title']);
    expect(await page.locator('#title').inputValue()).toBe(long);
    await page.locator('#title').fill(odd);
    await page.context().setOffline(true);
    await save.click();
    await expect.poll(() => page.locator('main form .notice-bad').textContent()).toContain('What you typed is kept');
    await page.context().setOffline(false);

    stub().world.sessions.clear();
    // A question of the page may have met the end first, and the dialog stands over the button.
    await save.dispatchEvent('click');
    const over = page.getByRole('alertdialog');
    await over.getByText('Sign in again in a new window').waitFor();
    const [again] = await Promise.all([page.waitForEvent('popup'), over.getByRole('button', { name: /^Sign in again/ }).click()]);
    const closed = again.waitForEvent('close');
    await again.getByText('Nguyễn Văn Điều').click();
    await closed;
    // The act that the end of the session stopped is done without another press.
    await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
    expect(stub().world.cases.shift()?.title).toBe(odd);
    expect(page.errors).toEqual([]);
  });

  test('is found again as unfinished work in the tab, to go on with or to discard', async () => {
    const page = await open('/cases/new', { language: 'en', user: 'dieutra' });
    await page.locator('#title').fill('Fence broken');
    await page.locator('nav a[href="/"]').first().click();
    const begun = page.getByRole('region', { name: 'Unfinished work' });
    await expect.poll(() => begun.textContent()).toMatch(/New case, not saved\s+Fence broken/);
    await begun.getByRole('link', { name: 'New case' }).click();
    await expect.poll(() => page.locator('#title').inputValue()).toBe('Fence broken');
    await page.getByText('Your earlier entries were restored.').waitFor();
    await page.locator('nav a[href="/"]').first().click();
    await begun.getByRole('button', { name: 'Discard draft' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Discard draft' }).click();
    await begun.getByText('No unfinished work left.').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('begun');
    expect(await page.evaluate(() => sessionStorage.getItem('anbinh.form.case'))).toBeNull();
    expect(page.errors).toEqual([]);
  });

  test('outlives a reload, also where the address gave a part of it', async () => {
    const page = await open('/wanted-vehicles/new', { language: 'en', user: 'dieutra' });
    await page.locator('#plate').fill('36A-123.45');
    await page.locator('#reason').fill('Seen leaving the place');
    await page.reload();
    await page.getByText('Your earlier entries were restored.').waitFor();
    expect(await page.locator('#plate').inputValue()).toBe('36A-123.45');
    expect(await page.locator('#reason').inputValue()).toBe('Seen leaving the place');

    await page.goto(`${stub().url}/vehicles/footage?from=2026-11-20T01:00:00Z`);
    await page.locator('#from').fill('20/11/2026 08:30');
    await page.locator('#reason').fill('A white car turned here');
    await page.reload();
    await expect.poll(() => page.locator('#from').inputValue()).toBe('20/11/2026 08:30:00');
    expect(await page.locator('#reason').inputValue()).toBe('A white car turned here');
    await page.goto(`${stub().url}/vehicles/footage?from=2026-11-21T01:00:00Z`);
    await expect.poll(() => page.locator('#from').inputValue(), { message: 'another moment is that moment' }).toContain('21/11/2026');

    await page.locator('nav a[href="/"]').first().click();
    const begun = page.getByRole('region', { name: 'Unfinished work' });
    await expect.poll(() => begun.textContent()).toMatch(/Wanted vehicle, not sent\s+36A-123.45/);
    await begun.getByRole('link', { name: 'Analysis of footage' }).click();
    await expect.poll(() => page.locator('#reason').inputValue()).toBe('A white car turned here');
    expect(page.errors).toEqual([]);
  });

  test('is there again for whoever opens a case on the way to a search for a vehicle', async () => {
    const page = await open('/vehicles', { language: 'en', user: 'dieutra' });
    await page.locator('#reason').fill('The witness saw a white car leave');
    await page.getByRole('link', { name: 'Open a new case' }).click();
    await page.locator('#title').waitFor();
    await page.goBack();
    await expect.poll(() => page.locator('#reason').inputValue()).toBe('The witness saw a white car leave');
    expect(page.errors).toEqual([]);
  });
});
