import { describe, expect, test } from 'vitest';
import { missing, setUpBrowser, type TestPage } from './setup';

const { stub, open } = setUpBrowser();
const theCase = () => stub().world.cases.find((each) => each.code === 'CASE-2026-0001')!;
const reason = 'Identify the truck that left the scene at 18:40.';

async function search(page: TestPage, text: string): Promise<void> {
  await page.locator('#text').fill(text);
  await page.locator('#text').press('Enter');
}

const searches = () => stub().world.requests.filter((each) => each.startsWith('POST /api/sightings/searches')).length;

describe.skipIf(missing !== null)('finding a vehicle', () => {
  test('asks for case and reason once, explains each hit, loosens, goes on, and leads to the footage and back', async () => {
    const page = await open(`/cases/${theCase().id}`, { language: 'en', user: 'dieutra' });
    await page.getByRole('main').getByRole('link', { name: 'Find a vehicle' }).click();
    await expect.poll(() => page.locator('input[name="caseId"]:checked').count()).toBe(1);
    await page.locator('#reason').fill('too short');
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect.poll(() => page.locator('.error-summary li').textContent()).toContain('at least 20');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('error-summary');
    expect(await page.title()).toMatch(/^Error: /);
    await page.locator('.error-summary a').click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('reason');
    await page.locator('#reason').fill(reason);
    await page.getByRole('button', { name: 'Continue' }).click();

    const before = searches();
    await search(page, '36A 12?45 white truck Bá Thước very fast');
    const hits = page.locator('[data-hit]');
    await expect.poll(() => hits.count()).toBe(4);
    const chips = await page.locator('.vehicles-chips').textContent();
    for (const each of ['36A12?45', 'truck', 'white', 'Xã Bá Thước', '2 words not understood', 'very fast']) expect(chips).toContain(each);
    const second = hits.nth(1);
    expect(await second.locator('[data-step="ALIKE"]').textContent()).toBe('Z≈2');
    expect(await second.textContent()).toContain('Character 5: \u20662\u2069 remembered, \u2066Z\u2069 read; they look alike.');
    expect(await second.textContent()).toContain('No picture of the plate');
    await expect.poll(() => second.textContent()).toMatch(/Other readings: .*36A12845/);
    expect(await second.textContent(), 'a reading of no weight').not.toContain('36A1Z84S');
    expect(await hits.nth(2).textContent()).toMatch(/36B-128\.45.*36-B1 2845/);
    await expect
      .poll(
        () =>
          hits
            .first()
            .locator('img')
            .evaluate((image: HTMLImageElement) => image.naturalWidth),
        { message: 'the policy lets it be drawn' },
      )
      .toBeGreaterThan(0);

    await page.getByRole('button', { name: 'Allow more misreading' }).click();
    expect(await page.locator('output').textContent(), 'what the level accepts is known before it is searched').toContain('767 plates accepted · 640 more');
    await expect.poll(() => hits.count()).toBe(24);
    await page.getByRole('button', { name: 'Show more' }).click();
    await expect.poll(() => hits.count()).toBe(29);
    expect(await page.locator('.vehicles-head [role="status"]').textContent()).toContain('29');
    expect(searches() - before).toBe(3);

    await hits.first().getByRole('button', { name: 'Play this pass here' }).hover();
    await expect.poll(() => hits.first().locator('video').count()).toBe(1);
    await page.mouse.move(0, 0);
    await expect.poll(() => hits.first().locator('video').count()).toBe(0);

    const play = hits.first().getByRole('link', { name: 'View footage' });
    expect(await play.getAttribute('href')).toMatch(new RegExp(`^/play\\?cams=${stub().world.cameras[0]!.id}&t=.*:17\\.240Z$`));
    await play.click();
    await page.waitForURL('**/play?**');
    await page.goBack();
    await expect.poll(() => hits.count()).toBe(29);
    expect(searches() - before, 'who comes back finds what was found').toBe(3);

    await hits.nth(2).getByRole('link', { name: 'Add to the case' }).click();
    await expect.poll(() => page.locator('.dialog #plate').inputValue()).toBe('36B12845');
    expect(await page.locator('.dialog #kind').inputValue()).toBe('CAR');
    expect(page.errors).toEqual([]);
  });

  test('keeps passes in the case, goes by the times beside the box, and offers own cases alone', async () => {
    Object.assign(stub().world.cases.find((each) => each.code === 'CASE-2026-0003')!, { officers: [] });
    const page = await open('/cases', { language: 'en', user: 'dieutra' });
    await page.locator('main h1').waitFor();
    await page.keyboard.press('Control+k');
    await page.locator('.palette-input').fill('36A 12?45');
    await page.getByRole('option', { name: 'Find a vehicle: ' }).click();
    await page.waitForURL('**/vehicles?q=36A**');
    await expect.poll(() => page.locator('input[name="caseId"]').count(), { message: 'neither a closed one nor one of others' }).toBe(1);
    await page.locator('label', { hasText: 'CASE-2026-0001' }).click();
    await page.locator('#reason').fill(reason);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.locator('#text').fill('36A12845 white truck towards');
    await page.locator('#from').fill('nonsense');
    await page.locator('#text').press('Enter');
    await expect.poll(() => page.locator('#from-error').count()).toBe(1);
    await page.locator('#from').fill('1/11 8h');
    await page.locator('#text').press('Enter');
    await page.waitForURL('**from=**');
    const first = page.locator('[data-hit]').first();
    await first.waitFor();
    await expect.poll(() => page.locator('.vehicles-chips').textContent()).toContain('towards the camera');
    expect(await page.locator('main .button-primary').count()).toBe(1);

    await first.getByRole('button', { name: 'Confirm' }).click();
    await expect.poll(() => first.locator('[role="status"]').textContent()).toBe('Confirmed');
    await page.locator('[data-hit]').nth(1).getByRole('button', { name: 'Reject' }).click();
    await expect.poll(() => page.locator('[data-hit]').nth(1).locator('[role="status"]').textContent()).toBe('Rejected');
    await page.locator('[data-hit]').nth(1).getByRole('button', { name: 'Confirm' }).click();
    await expect.poll(() => page.locator('[data-hit]').nth(1).locator('[role="status"]').textContent(), { message: 'it can be said otherwise' }).toBe('Confirmed');
    await page.locator('main').getByRole('link', { name: 'CASE-2026-0001' }).click();
    const kept = page.locator('#passes-of-case [data-pass]');
    await expect.poll(() => kept.count()).toBe(2);
    expect(await kept.last().textContent()).toMatch(/Confirmed.*36A12845.*as the crow flies.*Nguyễn Văn Điều/);
    await expect.poll(() => page.locator('#passes-of-case .map-root canvas').count()).toBe(1);
    expect(await kept.last().getByRole('link', { name: 'View footage' }).getAttribute('href')).toMatch(/^\/play\?cams=/);

    await page.getByRole('button', { name: 'Vehicles seen together' }).click();
    await page.locator('.dialog #reason').fill(reason);
    await page.locator('.dialog').getByRole('button', { name: 'Search' }).click();
    const companions = page.locator('[data-companion]');
    await expect.poll(() => companions.count()).toBe(3);
    expect(await companions.nth(0).textContent()).toContain('fewer than 0.001');
    expect(await companions.nth(1).textContent()).toMatch(/about 14 of them.*1:11.* before/);
    expect(await companions.nth(2).textContent()).toContain('One trip only');
    await page.locator('.dialog-head button').click();

    await page.getByRole('link', { name: 'Page to print' }).click();
    await page.waitForURL('**/trail');
    const printed = page.locator('main [data-pass]');
    await expect.poll(() => printed.count()).toBe(2);
    expect(await printed.last().textContent()).toMatch(/Confirmed.*36A12845.*as the crow flies/);
    await expect.poll(() => page.locator('main .map-root canvas').count()).toBe(1);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('main').locator('a:visible, button:visible, select:visible').allTextContents(), 'nothing to press on paper').toEqual([]);
    expect((await page.locator('main').boundingBox())!.width, 'the whole width of the paper').toBeGreaterThan(1400);
    await page.emulateMedia({ media: null });
    await page.goBack();

    await kept.first().getByRole('link', { name: 'Add to a request' }).click();
    await page.getByRole('heading', { name: 'Which footage?' }).waitFor();
    await page.goBack();
    await kept.last().getByRole('link', { name: 'Add to a request' }).click();
    await expect.poll(() => page.locator('main input[type="checkbox"]:checked').count(), { message: 'cameras of both' }).toBe(2);
    expect(page.errors).toEqual([]);
  });

  test('a search takes the place of one that still runs', async () => {
    const page = await open(`/vehicles?case=${theCase().id}`, { language: 'en', user: 'dieutra' });
    await page.locator('#reason').fill(reason);
    await page.getByRole('button', { name: 'Continue' }).click();
    const held: (() => void)[] = [];
    await page.route('**/api/sightings/searches?*', async (route) => {
      await new Promise<void>((go) => held.push(go));
      await route.continue().catch(() => {}); // The page wants the first no more.
    });
    await search(page, '36A12845');
    await expect.poll(() => held.length).toBe(1);
    await page.locator('#text').press('Enter');
    await search(page, '99A12345');
    await expect.poll(() => held.length, { message: 'the same is asked once' }).toBe(2);
    for (const go of held) go();
    await page.getByText('No matching vehicle').waitFor();
    expect(page.errors).toEqual([]);
  });

  test('on a phone: says what is wrong at its field, and what to try where nothing is found', async () => {
    const page = await open(`/vehicles?case=${theCase().id}&q=99A12345`, { language: 'en', user: 'dieutra', width: 360, height: 760 });
    await page.locator('#reason').fill('truck truck truck truck');
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect.poll(() => page.locator('#reason-error').count(), { message: 'the server finds that it says nothing' }).toBe(1);
    await page.locator('#reason').fill(reason);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('No matching vehicle').waitFor();
    await page.getByRole('button', { name: 'Allow more misreading' }).last().click();
    await page.waitForURL('**wrong=40**');
    await search(page, 'abc');
    await expect.poll(() => page.locator('#text-error').count()).toBe(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    expect(page.errors).toEqual([]);
  });

  test('has stored footage analysed for the case: cost before, progress and cancel after', async () => {
    const page = await open(`/vehicles?case=${theCase().id}`, { language: 'en', user: 'dieutra', width: 360, height: 760 });
    await page.locator('#reason').fill(reason);
    await page.getByRole('button', { name: 'Continue' }).click();
    await search(page, '36A12845');
    await page.getByRole('link', { name: 'Analyse stored footage' }).click();
    expect(await page.locator('#reason').inputValue(), 'the reason of the search').toBe(reason);
    await page.getByRole('button', { name: 'Request the analysis' }).click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(3);
    await page.locator('#cameraId').fill(stub().world.cameras[1]!.code);
    await page.getByRole('option').first().click();
    await page.locator('#from').fill('1/11 8h');
    await page.locator('#to').fill('3/11 9h');
    await page.getByRole('button', { name: 'Request the analysis' }).click();
    await expect.poll(() => page.locator('#to-error').textContent()).toContain('24 hours');
    await page.locator('#to').fill('1/11 10h');
    await expect.poll(() => page.locator('[data-estimate]').textContent()).toMatch(/Stored footage2:00:00.*Processor time30:00.*nothing/);
    await page.getByRole('button', { name: 'Request the analysis' }).click();
    const job = page.locator('[data-job]');
    await expect.poll(() => job.textContent()).toMatch(/Running.*40:00.* of .*2:00:00.*12 new passes, 1 known already.*2 parts not analysed/);
    await job.locator('summary').click();
    expect(await job.textContent()).toContain('deleted at the end of its retention');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    await job.getByRole('button', { name: 'Cancel the analysis' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel the analysis' }).click();
    await expect.poll(() => job.getAttribute('data-job')).toBe('CANCELLED');
    expect(page.errors).toEqual([]);
  });

  test('is for those who may, and a page for others says so', async () => {
    const page = await open('/vehicles', { language: 'en', user: 'duyet' });
    await page.locator('main .state-title').waitFor();
    expect(await page.locator('nav a[href="/vehicles"]').count()).toBe(0);
    expect(await page.locator('#reason').count()).toBe(0);
  });
});
