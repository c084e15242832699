import { describe, expect, test } from 'vitest';
import { missing, setUpBrowser } from './setup';

const { stub, open } = setUpBrowser();
interface World {
  standard: { assessments: { criteria: { code: string; versions: { version: number; reason: string; by: { id: string; displayName: string } }[] }[] }[] };
}
const one = (n: number) => `/standard/01900000-0000-7000-f000-00000000010${n}`;

describe.skipIf(missing !== null)('the yearly standard', () => {
  test('lets the head of a village answer field by field, and saves by itself', async () => {
    const page = await open(one(1), { language: 'en', user: 'truongthon' });
    await expect.poll(() => page.locator('.page-head').textContent()).toContain('9 of 14 criteria answered');
    expect(await page.getByRole('button', { name: 'Send for appraisal' }).count()).toBe(0);
    await expect.poll(() => page.locator('[data-criterion]').getAttribute('data-criterion')).toBe('4.4.a');
    await page.getByLabel('Met', { exact: true }).check();
    await page.locator('#number').fill('٣');
    await page.locator('#against').fill('7');
    await page.locator('#answer-reason').fill('Three small thefts, seven the year before.');
    await page.locator('#answer-reason').blur();
    await expect.poll(() => page.locator('[data-criterion] [role=status]').textContent()).toMatch(/Saved.*\d\d:\d\d/);
    await expect.poll(() => page.locator('.page-head').textContent()).toContain('10 of 14 criteria answered');
    await page.locator('h1').click();
    await page.keyboard.press('n');
    await page.waitForURL('**?c=4.4.b');
    await page.reload();
    await page.goto(`${stub().url}${one(1)}?c=4.4.a`);
    await expect.poll(() => page.locator('#number').inputValue()).toBe('3');
    await expect.poll(() => page.locator('[data-criterion]').textContent()).not.toContain('versions of the answer');
    await page.locator('#answer-reason').fill('Four small thefts, seven the year before.');
    await page.locator('#answer-reason').blur();
    await expect.poll(() => page.locator('[data-criterion]').textContent()).toContain('2 versions of the answer');
    expect(page.errors).toEqual([]);
    await page.context().close();
  });

  test('writes over no answer that somebody else gave meanwhile until it was looked at', async () => {
    const page = await open(`${one(1)}?c=4.2`, { language: 'en', user: 'truongthon' });
    await page.locator('#answer-reason').waitFor();
    const versions = (stub().world as unknown as World).standard.assessments[0]!.criteria.find((each) => each.code === '4.2')!.versions;
    const before = versions.length;
    const other = 'The rules are of another year.';
    versions.push({ ...versions.at(-1)!, version: before + 1, reason: other, by: { id: crypto.randomUUID(), displayName: 'Hoàng Văn Khác' } });
    await page.getByRole('button', { name: 'Still valid' }).click();
    await expect.poll(() => page.locator('[data-criterion]').textContent()).toContain('confirmed as still valid');
    await page.locator('#answer-reason').fill('The rules of the village are kept by all.');
    await page.locator('#answer-reason').blur();
    await expect.poll(() => page.locator('[data-criterion] [role=alert]').count()).toBe(1);
    expect(versions).toHaveLength(before + 1);
    await expect.poll(() => page.locator('[data-criterion] form').first().textContent()).toContain(other);
    await page.locator('[data-criterion] [role=alert] button').click();
    await expect.poll(() => versions.length).toBe(before + 2);
    await expect.poll(() => page.locator('[data-criterion] [role=alert]').count()).toBe(0);
    await page.context().close();
  });

  test('shows one criterion a page on a phone, and renews last year’s document', async () => {
    const page = await open(one(1), { language: 'vi', user: 'truongthon', width: 360, height: 760 });
    await page.locator('.standard-list a').first().click();
    await page.waitForURL('**?c=4.1');
    await expect.poll(() => page.locator('.standard-list').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Còn giá trị' }).click();
    await expect.poll(() => page.locator('[data-criterion]').textContent()).toContain('xác nhận còn giá trị');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.getByRole('link', { name: 'Tất cả tiêu chí' }).click();
    await expect.poll(() => page.locator('.standard-list').isVisible()).toBe(true);
    await page.context().close();
  });

  test('has who appraises see questions, change an answer beside the old one, and ask back', async () => {
    const page = await open(`${one(2)}?c=4.4.a`, { language: 'en', user: 'diaban' });
    await expect.poll(() => page.locator('.notice-info').textContent()).toContain('7 last year, none this year');
    await page.getByRole('button', { name: 'Change…' }).click();
    await page.getByLabel('Not met').check();
    await page.locator('#number').fill('4');
    await page.getByRole('button', { name: 'Change the answer' }).click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(1);
    await page.locator('#reason').fill('The book of reports has four thefts.');
    await page.getByRole('button', { name: 'Change the answer' }).click();
    await expect.poll(() => page.locator('[data-criterion]').textContent()).toContain('Answer after appraisal');
    await expect.poll(() => page.locator('[data-criterion]').textContent()).toContain('Unit’s earlier answer');
    await page.goto(`${stub().url}${one(2)}?c=4.5`);
    await page.getByRole('button', { name: 'Query…' }).click();
    await page.locator('#reason').fill('Which decision rated the force?');
    await page.getByRole('button', { name: 'Query', exact: true }).click();
    await expect.poll(() => page.locator('[data-criterion]').textContent()).toContain('Queried');
    await expect.poll(() => page.getByRole('button', { name: 'Propose' }).count()).toBe(0);
    expect(page.errors).toEqual([]);
    await page.context().close();
  });

  test('lets the chair decide only what the criteria allow', async () => {
    const page = await open(one(3), { language: 'vi', user: 'chutich' });
    await page.getByRole('button', { name: 'Quyết định' }).click();
    await expect.poll(() => page.getByLabel('Đạt tiêu chuẩn', { exact: true }).isDisabled()).toBe(true);
    await page.getByLabel('Chưa đạt tiêu chuẩn').check();
    await page.getByRole('dialog').getByRole('button', { name: 'Quyết định' }).click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(3);
    await page.locator('#number').fill('88/QĐ-UBND');
    await page.locator('#on').fill('31/10/2026');
    await page.getByRole('dialog').getByRole('button', { name: 'Quyết định' }).click();
    await expect.poll(() => page.locator('.error-summary').textContent()).toContain('Nhập ngày sau ngày cuối của kỳ đánh giá: 31/10/2026.');
    await page.locator('#on').fill('20/11/2026');
    await page.locator('#reason').fill('Tiêu chí 4.4.b không đạt.');
    await page.getByRole('dialog').getByRole('button', { name: 'Quyết định' }).click();
    await expect.poll(() => page.locator('.page-head').textContent()).toContain('Chưa đạt tiêu chuẩn');
    await page.context().close();
  });

  test('takes a decision against records only with a reason for the criterion, which readers see', async () => {
    const page = await open(one(5), { language: 'vi', user: 'chutich' });
    await expect.poll(() => page.locator('[data-contradicted]').textContent()).toContain('Nhiều hơn số đã ghi của năm trước');
    await page.getByRole('button', { name: 'Quyết định' }).click();
    await page.getByLabel('Đạt tiêu chuẩn', { exact: true }).check();
    await page.locator('#number').fill('89/QĐ-UBND');
    await page.locator('#on').fill('20/11/2026');
    const reason = page.getByLabel('Lý do vẫn đạt tiêu chí 4.4.a');
    await reason.fill('. . . . . . . . . . . .');
    await page.getByRole('dialog').getByRole('button', { name: 'Quyết định' }).click();
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(1);
    await reason.fill('Bốn vụ nhỏ do đợt sáp nhập thôn, đã xử lý xong.');
    await page.getByRole('dialog').getByRole('button', { name: 'Quyết định' }).click();
    await expect.poll(() => page.locator('.history').textContent()).toContain('Bốn vụ nhỏ do đợt sáp nhập thôn');
    await page.context().close();
    const reader = await open('/standard', { language: 'en', user: 'diaban' });
    await expect.poll(() => reader.locator('table').textContent()).toContain('Met by exception, criterion 4.4.a: Bốn vụ nhỏ');
    expect(reader.errors).toEqual([]);
    await reader.context().close();
  });

  test('shows a commune’s share and says how many are needed, right to left too', async () => {
    const page = await open(`/standard/communes/${stub().world.areas[1]!.id}`, { language: 'ar', user: 'diaban' });
    const text = async () => (await page.locator('.check-list').textContent())?.replace(/[\u2066\u2069]/g, '');
    await expect.poll(text).toContain('16 من 25 (64%)');
    expect(await text()).toContain('المطلوب 18');
    await expect.poll(() => page.locator('.check-warn').count()).toBe(1);
    await page.context().close();
    const figures = await open('/standard', { language: 'vi', user: 'tonghop' });
    await figures.waitForURL('**/standard/communes');
    await expect.poll(() => figures.locator('table').textContent()).toContain('16/25 (64%)');
    await figures.goto(`${stub().url}/standard/communes/${stub().world.areas[1]!.id}`);
    await expect.poll(() => figures.locator('.check-list').textContent()).toContain('16');
    await expect.poll(() => figures.locator('table').count()).toBe(0);
    await figures.context().close();
  });

  test('registers by numbers: all, or it says how many are missing', async () => {
    const page = await open('/standard/register?area=01900000-0000-7000-8000-000000000004', { language: 'vi', user: 'truongthon' });
    await page.locator('#number').fill('03-NQ/CB');
    await page.locator('#on').fill('12/02/2026');
    await page.locator('#registrable').fill('120');
    await page.locator('#registered').fill('117');
    await page.getByRole('button', { name: 'Đăng ký' }).click();
    await expect.poll(() => page.locator('.error-summary').textContent()).toContain('Còn thiếu 3: phải đủ 100%.');
    await page.context().close();
  });
});
