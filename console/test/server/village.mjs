// A village's year on the demonstration: its mediator mediates, its neighbour comes from the registration to
// the certificate of last year, a programme is copied to three villages, and the province's report is taken
// away. What it is given is said in harness.mjs; beside the demonstration's people there is `neighbour`, the
// head of the village that has no assessment of last year, and there are three villages of the name `Thôn Thử`.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { done, folder, hold, server, signIn, until } from './harness.mjs';

const here = new Date(Date.now() + 7 * 3_600_000); // Việt Nam has no summer time
const lastYear = here.getUTCFullYear() - 1;
const today = here.toISOString().slice(0, 10).split('-').reverse().join('/');

/** Takes away what a click gives, and returns where it lies. */
async function taken(page, click) {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  const file = join(folder, download.suggestedFilename());
  await download.saveAs(file);
  return file;
}

/** The words of a PDF in one line each. */
const words = (file) => execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });

async function mediation() {
  const mediator = await signIn('hoagiai');
  await mediator.goto(`${server}/mediation/new`);
  for (const question of ['VIOLENCE', 'CHILD', 'INJURY', 'OFFENCE', 'PUBLIC_INTEREST', 'BARRED', 'OTHER_LAW']) await mediator.locator(`[data-question="${question}"] input`).first().check();
  await mediator.locator('#kind').selectOption('BOUNDARY');
  for (const [index, name] of ['Cao Văn Giáp', 'Đinh Thị Ất'].entries()) {
    await mediator.locator(`#party-name-${index}`).fill(name);
    await mediator.locator(`#party-address-${index}`).fill(`Số ${index + 1}, ngõ 7`);
  }
  await mediator.locator('#about').fill('Where the hedge between two gardens stands.');
  await mediator.getByRole('button', { name: 'Register' }).click();
  await mediator.locator('[data-act="ASSIGN"].button-primary').click();
  // Who leads the team comes first, and is signed in here.
  await mediator.locator('.dialog input[type=radio]').first().check();
  await mediator.getByRole('button', { name: 'Save' }).click();
  await mediator.locator('[data-act="ACCEPT"].button-primary').click();
  await mediator.locator('.dialog input[type=checkbox]').check();
  await mediator.locator('.dialog button[type=submit]').click();
  await mediator.locator('[data-act="HOLD"].button-primary').click();
  await mediator.locator('#place').fill('Nhà văn hóa');
  await mediator.getByLabel('Private').check();
  await mediator.locator('#present').fill('Both parties');
  await mediator.locator('#words').fill('Both walked along the hedge.');
  await mediator.getByRole('button', { name: 'Save' }).click();
  await mediator.locator('[data-act="AGREE"]').click();
  for (const field of ['matter', 'course', 'agreed', 'duties', 'manner']) await mediator.locator(`#${field}`).fill('The hedge stays where the old stone lies.');
  await mediator.locator('#by').fill(`31/12/${lastYear + 2}`);
  await mediator.getByRole('button', { name: 'Save' }).click();
  await mediator.locator('[data-act="FOLLOW_UP"].button-primary').waitFor();
  await mediator.locator('#content button').click();
  const record = words(await taken(mediator, () => mediator.locator('a[href*="record.pdf"]').click()));
  assert.match(record, /Cao Văn Giáp/);
  assert.match(record, /Đinh Thị Ất/);
  done('a mediator takes a dispute down, is assigned it, holds a session, and has the record of the agreement');
}

/** Does `act` on each criterion of the list, and sees it counted. */
async function eachCriterion(page, act, answered) {
  await page.locator('.standard-item').first().waitFor();
  const codes = await page.locator('.standard-item code, .standard-item .code').allTextContents();
  assert.ok(codes.length > 10, `criteria: ${codes}`);
  for (const [index, code] of codes.entries()) {
    await page.locator('.standard-item').nth(index).click();
    await page.locator(`[data-criterion="${code}"]`).waitFor();
    await act(page);
    await page.getByText(`${index + 1} of ${codes.length} criteria ${answered}`).waitFor();
  }
}

async function standard() {
  const head = await signIn('neighbour');
  const { area } = (await (await head.request.get(`${server}/api/session`)).json()).user;
  await head.goto(`${server}/standard/register?area=${area.id}&year=${lastYear}`);
  await head.locator('#number').fill('03-NQ/CB');
  await head.locator('#on').fill(`12/02/${lastYear}`);
  await head.locator('#registrable').fill('120');
  await head.locator('#registered').fill('120');
  await head.locator('#lateReason').fill('The papers of last year came late.');
  await head.getByRole('button', { name: 'Register' }).click();
  await head.getByText(/0 of \d+ criteria answered/).waitFor();
  await eachCriterion(
    head,
    async (page) => {
      if (await page.locator('#number').count()) {
        await page.locator('#number').fill('4');
        await page.locator('#against').fill('4');
      }
      await page.locator('#answer-reason').fill('Nothing of the kind is known in the village.');
      await page.getByLabel('Met', { exact: true }).check();
    },
    'answered',
  );
  await head.getByRole('button', { name: 'Send for appraisal' }).click();
  const fields = { heldOn: `05/11/${lastYear}`, chair: 'Phạm Văn Chủ', households: '120', attended: '96', organisations: '4', votesFor: '95', votesAgainst: '1' };
  for (const [field, value] of Object.entries(fields)) await head.getByRole('dialog').locator(`#${field}`).fill(value);
  for (const body of ['Party organisation', 'Front committee', 'Local police']) await head.getByRole('dialog').getByLabel(body, { exact: true }).check();
  await head.getByRole('dialog').getByRole('button', { name: 'Send for appraisal' }).click();
  await head.getByRole('dialog').waitFor({ state: 'hidden' });
  const path = new URL(head.url()).pathname;
  done('the head of a village registers it, answers each criterion, and sends it with the minutes');

  const officer = await signIn('diaban');
  await officer.goto(server + path);
  await eachCriterion(officer, (page) => page.getByRole('button', { name: 'Accept', exact: true }).click(), 'appraised');
  await officer.getByRole('button', { name: 'Propose', exact: true }).click();
  await officer.getByRole('dialog').getByLabel('Met', { exact: true }).check();
  await officer.getByRole('dialog').getByRole('button', { name: 'Propose', exact: true }).click();
  await officer.getByRole('dialog').waitFor({ state: 'hidden' });
  done('an officer appraises it');

  const chair = await signIn('chutich');
  await chair.goto(server + path);
  await chair.getByRole('button', { name: 'Decide', exact: true }).click();
  const dialog = chair.getByRole('dialog');
  await dialog.getByLabel('Met', { exact: true }).check();
  await dialog.locator('#number').fill('88/QĐ-UBND');
  await dialog.locator('#on').fill(today);
  await dialog.locator('#lateReason').fill('The papers of last year came late.');
  await dialog.getByRole('button', { name: 'Decide', exact: true }).click();
  await chair.getByRole('button', { name: 'Issue certificate' }).click();
  await dialog.locator('#number').fill('89/GCN');
  await dialog.locator('#on').fill(today);
  await dialog.getByRole('button', { name: 'Issue certificate' }).click();
  await chair.getByRole('button', { name: 'Print certificate' }).click();
  const certificate = words(await taken(chair, () => dialog.getByRole('button', { name: 'Print certificate' }).click()));
  assert.match(certificate, /89\/GCN/);
  assert.match(certificate, new RegExp(String(lastYear)));
  done('the chair decides, gives the certificate and prints it');
}

async function programme() {
  const officer = await signIn('diaban');
  await officer.goto(`${server}/programmes`);
  await officer.locator('#programmes tbody tr', { hasText: 'Active' }).getByRole('link').first().click();
  await officer.locator('#copies').waitFor();
  const path = new URL(officer.url()).pathname;
  await officer.goto(`${server}${path}/copy`);
  for (const number of [1, 2, 3]) await officer.getByLabel(`Thôn Thử ${number}`).check();
  await officer.getByRole('button', { name: 'Replicate in 3 areas' }).click();
  await officer.locator('#copies').getByRole('link', { name: 'Thôn Thử 3' }).waitFor();
  await officer.locator('#copies').getByRole('link', { name: 'Thôn Thử 2' }).click();
  await officer.locator('#pending-act').waitFor();
  const copy = new URL(officer.url()).pathname;

  const chair = await signIn('chutich');
  await chair.goto(server + copy);
  await chair.getByLabel('Accept').check();
  await chair.locator('#number').fill('12/QĐ-UBND');
  await chair.locator('#on').fill(today);
  await chair.getByRole('button', { name: 'Record decision' }).click();
  await until('the copy is launched', async () => (await chair.locator('.page-head').textContent()).includes('Launched'));
  done('a programme is copied to three villages, and the chair launches one');
}

/** The number of an indicator in the first sheet. */
function numberIn(workbook, indicator) {
  const sheet = execFileSync('unzip', ['-p', workbook, 'xl/worksheets/sheet1.xml'], { encoding: 'utf8' });
  const row = sheet.split('<row ').find((each) => each.includes(`<t>${indicator}</t>`)) ?? assert.fail(`no ${indicator} in the workbook`);
  return Number(/<v>([\d.]+)<\/v>/.exec(row)[1]);
}

/** What a question of our own to the database counts. */
function counted(sql) {
  const postgres = join(folder, 'data', 'postgres');
  const port = readFileSync(join(postgres, '17', 'postmaster.pid'), 'utf8')
    .split('\n')[3]
    .trim();
  const environment = { ...process.env, PGPASSWORD: readFileSync(join(postgres, 'password'), 'utf8').trim() };
  return Number(execFileSync('psql', ['-h', '127.0.0.1', '-p', port, '-U', 'anbinh', '-d', 'anbinh', '-Atc', sql], { encoding: 'utf8', env: environment }));
}

async function report() {
  const analyst = await signIn('tonghop');
  await analyst.goto(`${server}/province?period=${here.getUTCFullYear()}`);
  await analyst.locator('#all-figures tbody').first().waitFor();
  assert.equal(await analyst.locator('#all-figures thead th').count(), 3, 'a year stands beside the year before, once');
  const workbook = await taken(analyst, () => analyst.getByRole('link', { name: 'Download workbook (XLSX)' }).click());
  const letter = words(await taken(analyst, () => analyst.getByRole('link', { name: 'Download report (PDF)' }).click()));
  const asked = {
    TEAMS: `select count(*) from team.team where not refused and established_on is not null and dissolved_on is null`,
    TEAM_MEMBERS: `select count(*) from team.member where state = 'RECOGNISED'`,
    GROUPS: `select count(*) from teamwork.self_managed_group where ended_on is null`,
    PROGRAMMES_COPIED: `select count(*) from programme.programme where parent_id is not null and launched_on >= '${here.getUTCFullYear()}-01-01'`,
  };
  for (const [indicator, sql] of Object.entries(asked)) {
    const number = numberIn(workbook, indicator);
    assert.equal(number, counted(sql), `${indicator} in the workbook and by a question of our own`);
    assert.ok(number > 0, `${indicator} counts something`);
  }
  assert.match(letter, new RegExp(`Thành viên tổ\\s+${numberIn(workbook, 'TEAM_MEMBERS')}\\s`));
  done('the province’s report is taken away as workbook and letter, and counts what the database has');
}

await hold('A village’s year', async () => {
  await mediation();
  await standard();
  await programme();
  await report();
});
