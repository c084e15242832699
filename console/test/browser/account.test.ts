import { describe, expect, test } from 'vitest';
import { missing, setUpBrowser, type TestPage } from './setup';

const { stub, open } = setUpBrowser();

interface StubPerson {
  username: string;
  totp?: string | null;
  secondFactor?: boolean;
  mustAddSecondFactor?: boolean;
  providerLinked?: boolean;
}
interface StubWorld {
  people: StubPerson[];
  mustConfirm: boolean;
  otherSession: boolean;
  provider: { name: string | null; away: boolean };
  providerCode: string;
  invitation: string | null;
  homes: { latitude: number; longitude: number }[];
}
const world = () => stub().world as unknown as StubWorld;
const person = (username: string) => world().people.find((each) => each.username === username)!;

async function signIn(page: TestPage, username: string): Promise<void> {
  await page.locator('#username').fill(username);
  await page.locator('#password').fill('demo');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

describe.skipIf(missing !== null)('an account', () => {
  test('gains an authenticator app, shows the recovery codes once, and asks for a code at the next sign-in', async () => {
    const page = await open('/account', { language: 'en', user: 'truc' });
    await page.getByRole('button', { name: 'Add an authenticator app' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add an authenticator app' });
    expect(await dialog.locator('.account-picture-code').evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth > 0))).toBe(true);
    await dialog.locator('#totp-code').fill('000000');
    await dialog.getByRole('button', { name: 'Add an authenticator app' }).click();
    await expect.poll(() => dialog.locator('.field-error').textContent()).toContain('Mã không đúng');
    await dialog.locator('#totp-code').fill('123456');
    await dialog.getByRole('button', { name: 'Add an authenticator app' }).click();
    const codes = page.getByRole('dialog', { name: 'Store these codes now' });
    await codes.waitFor();
    await expect.poll(() => codes.locator('.account-recovery-codes li').count()).toBe(10);
    await codes.getByRole('button', { name: 'I have stored the codes' }).click();
    await expect.poll(() => page.locator('.account-factors').textContent()).toContain('10 codes left');

    await page.context().clearCookies();
    await page.goto(`${stub().url}/sign-in`);
    await signIn(page, 'truc');
    await page.getByRole('heading', { name: 'Second step' }).waitFor();
    await page.locator('#proof').fill('654321');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect.poll(() => page.locator('.field-error').textContent()).toContain('không đúng');
    await page.getByRole('button', { name: 'Recovery code' }).click();
    await page.locator('#proof').fill('aaaa-bbbb-cccc-dddd');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('heading', { name: 'My work' }).waitFor();
    person('truc').totp = null;
    expect(page.errors.filter((error) => !error.includes('422'))).toEqual([]);
  });

  test('must have one before anything else where the rule says so', async () => {
    person('duyet').mustAddSecondFactor = true;
    const page = await open('/requests', { language: 'en', user: 'duyet' });
    await page.getByText('Your account must have a second factor.').waitFor();
    expect(await page.locator('.shell-rail').count()).toBe(0);
    await page.getByRole('button', { name: 'Add an authenticator app' }).click();
    await page.locator('#totp-code').fill('123456');
    await page.getByRole('dialog').getByRole('button', { name: 'Add an authenticator app' }).click();
    await page.getByRole('button', { name: 'I have stored the codes' }).click();
    await page.locator('.shell-rail').waitFor();
    person('duyet').totp = null;
  });

  test('lists its sessions and ends the others', async () => {
    const page = await open('/account', { language: 'en', user: 'kiemsoat' });
    await page.locator('[data-session="other"]').waitFor();
    await expect.poll(() => page.locator('[data-session="other"]').textContent()).toContain('Firefox 140 · Windows');
    await page.getByRole('button', { name: 'End all other sessions' }).click();
    await expect.poll(() => page.locator('[data-session="other"]').count()).toBe(0);
    await expect.poll(() => page.locator('[data-session="present"]').textContent()).toContain('this session');
    world().otherSession = true;
  });

  test('confirms who it is before a decision, which is then made', async () => {
    world().mustConfirm = true;
    const request = stub().world.evidence.find((each) => each.code === 'REQ-2026-0001')!;
    const page = await open(`/requests/${request.id}`, { language: 'en', user: 'duyet' });
    await page.getByLabel('Approve', { exact: true }).check();
    await page.locator('#reason').fill('It fits the case.');
    await page.locator('#reason').press('Control+Enter');
    const dialog = page.getByRole('dialog', { name: 'Confirm your identity' });
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.notice-warn').count()).toBeGreaterThan(0);
    expect(stub().world.requests.filter((each) => each.endsWith('/decision')).length).toBe(1);

    await page.locator('#reason').press('Control+Enter');
    await dialog.locator('#proof').fill('wrong');
    await dialog.getByRole('button', { name: 'Confirm', exact: true }).click();
    await expect.poll(() => dialog.locator('.field-error').textContent()).toContain('không đúng');
    await dialog.locator('#proof').fill('demo');
    await dialog.getByRole('button', { name: 'Confirm', exact: true }).click();
    await expect.poll(() => page.locator('.notice-ok').first().textContent()).toContain('It fits the case');
    expect(stub().world.requests.filter((each) => each.endsWith('/decision')).length).toBe(3);
  });

  test("comes in by the office's identity provider, linked by an invitation, and the page says when it is away", async () => {
    world().provider = { name: 'SSO Thanh Hóa', away: true };
    const page = await open('/sign-in?back=%2Fcases', { language: 'en', user: null });
    await page.getByText('SSO Thanh Hóa does not respond at the moment.').waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Go to SSO Thanh Hóa' }).isDisabled()).toBe(true);
    await expect.poll(() => page.locator('#username').isEnabled()).toBe(true);

    world().provider.away = false;
    world().providerCode = 'no';
    await page.goto(`${stub().url}/sign-in#invitation=8f3K1vTq0nZ5wYb2Lr7dGA`);
    await page.getByRole('heading', { name: 'Link your account with SSO Thanh Hóa' }).waitFor();
    expect(page.url()).not.toContain('invitation');
    await page.getByRole('button', { name: 'Go to SSO Thanh Hóa' }).click();
    await page.getByText('Chưa có tài khoản nào được liên kết.').waitFor();
    expect(world().invitation).toBe('8f3K1vTq0nZ5wYb2Lr7dGA');
    expect(page.url()).not.toContain('code=');

    world().providerCode = 'yes';
    await page.goto(`${stub().url}/sign-in?back=%2Faccount`);
    await page.getByRole('button', { name: 'Go to SSO Thanh Hóa' }).click();
    await page.waitForURL('**/account');
    expect(world().invitation).toBe(null);

    await page.context().clearCookies();
    await page.goto(`${stub().url}/sign-in/return?error=access_denied`);
    await page.getByText('Sign-in was interrupted.').waitFor();
    world().provider = { name: null, away: false };
  });

  test('confirms at the provider in a window of its own, and what was being done goes on', async () => {
    Object.assign(person('quantri'), { providerLinked: true });
    world().provider = { name: 'SSO Thanh Hóa', away: false };
    const page = await open('/account', { language: 'en', user: 'quantri' });
    await page.getByRole('button', { name: 'Add an authenticator app' }).waitFor();
    world().mustConfirm = true;
    await page.getByRole('button', { name: 'Add an authenticator app' }).click();
    const dialog = page.getByRole('dialog', { name: 'Confirm your identity' });
    await dialog.getByRole('button', { name: 'Open the sign-in window' }).click();
    await page.getByRole('dialog', { name: 'Add an authenticator app' }).locator('.account-picture-code').waitFor();
    expect(world().mustConfirm).toBe(false);
    Object.assign(person('quantri'), { providerLinked: false });
    world().provider = { name: null, away: false };
  });

  test('has roles that decide confirmed by another administrator, and sees what waits', async () => {
    const page = await open('/people', { language: 'en', user: 'quantri' });
    await page.locator('.shell-rail').getByText('1', { exact: true }).waitFor();
    const own = page.locator('[data-grant="pheduyet2"]');
    await own.getByText('You took part in the grant').waitFor();
    expect(await own.getByRole('button', { name: 'Confirm or refuse' }).count()).toBe(0);
    await page.locator('[data-grant="kiemsoat2"]').getByRole('button', { name: 'Confirm or refuse' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('you have spoken to this very person').waitFor();
    await dialog.getByRole('radio').first().check();
    await dialog.locator('button[type="submit"]').click();
    await page.locator('[data-grant="kiemsoat2"]').waitFor({ state: 'detached' });
    await own.getByRole('button', { name: 'Withdraw' }).click();
    await own.waitFor({ state: 'detached' });
  });

  test('notes where somebody lives, never shows it again, and takes it away', async () => {
    const page = await open('/people', { language: 'en', user: 'quantri' });
    const row = page.locator('[data-person="truc"]');
    await row.getByRole('button', { name: 'Record home' }).click();
    const dialog = page.getByRole('dialog', { name: /^Home of / });
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => dialog.locator('.field-error').textContent()).toContain('19.80670, 105.77640');
    await dialog.locator('#home').fill('19.80671, 105.77643');
    await dialog.locator('#home').press('Enter');
    await row.getByText('home recorded').waitFor();
    expect(world().homes).toEqual([{ latitude: 19.80671, longitude: 105.77643 }]);
    await row.getByRole('button', { name: 'Record home again' }).click();
    await expect.poll(() => dialog.locator('#home').inputValue()).toBe('');
    await page.keyboard.press('Escape');
    await row.getByRole('button', { name: 'Erase home' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Erase home' }).click();
    await expect.poll(() => row.getByText('home recorded').count()).toBe(0);
  });

  test('is invited to the provider by an administrator, and unlinked', async () => {
    world().provider = { name: 'SSO Thanh Hóa', away: false };
    const page = await open('/people', { language: 'en', user: 'quantri' });
    await page.locator('[data-person="truc"]').getByRole('button', { name: 'Invite to link' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Create link' }).click();
    await expect.poll(() => page.locator('#invitation').inputValue()).toContain('#invitation=');
    await page.keyboard.press('Escape');
    person('truc').providerLinked = true;
    await page.reload();
    await page.locator('[data-person="truc"]').getByRole('button', { name: 'Remove link' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove link' }).click();
    await expect.poll(() => person('truc').providerLinked).toBe(false);
    world().provider = { name: null, away: false };
  });

  test('loses its second factors by an administrator after a question', async () => {
    Object.assign(person('dieutra'), { totp: new Date().toISOString(), secondFactor: true });
    const page = await open('/people', { language: 'en', user: 'quantri' });
    await page.locator('[data-person="dieutra"]').getByRole('button', { name: 'Reset second factor' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Reset second factor' }).click();
    await expect.poll(() => page.locator('[data-person="dieutra"]').getByRole('button', { name: 'Reset second factor' }).count()).toBe(0);
    expect(person('dieutra').totp).toBe(null);
  });
});
