// A journey of each role that has none in the other tests, on the demonstration: administrator, senior approver,
// ombudsman, partner and team leader, with the people who have to see what they did. Then everybody else signs in
// to what waits for them. What it is given is said in harness.mjs.
import assert from 'node:assert/strict';
import { done, given, giveReason, hold, noteCalls, server, signIn, until } from './harness.mjs';

const day = 86_400_000;
/** A day as people type it, so many days from now by the site's clock: Việt Nam has no summer time. */
const dayText = (days) => new Date(Date.now() + 7 * 3_600_000 + days * day).toISOString().slice(0, 10).split('-').reverse().join('/');

/** Who has signed in so far. */
const signedIn = new Set();

/** Waits until a screen has all that it asked for; it is no refusal, and tells of no failure. */
async function untilReady(page, what) {
  const main = page.locator('main');
  await until(`${what} is ready`, async () => page.asking.size === 0 && (await main.locator('h1, .state-title').count()) > 0 && (await main.locator('[aria-busy="true"]').count()) === 0);
  assert.equal(await main.locator('.notice-bad').count(), 0, `${what} tells of a failure`);
  assert.equal(await main.getByText('Access denied').count(), 0, `${what} is refused`);
}

const home = (page) => page.getByRole('heading', { name: 'My work', level: 1 });

/** Signs somebody in. Their home shows what waits for them, which has `work`, or says that nothing does; and what they may begin. */
async function signInHome(username, { work = [], begin = [] } = {}) {
  signedIn.add(username);
  const refused = (response) => response.status() === 403 && response.url().includes('/api/');
  const page = await signIn(username, {
    prepare: (opened) => {
      noteCalls(opened);
      opened.on('response', (response) => refused(response) && opened.faults.push(`refused: ${response.request().method()} ${response.url().replace(server, '')}`));
    },
  });
  await home(page).waitFor();
  await page.locator('main [data-kind]').or(page.getByText('Nothing waits for you')).first().waitFor();
  for (const kind of work) await page.locator(`main [data-kind="${kind}"]`).waitFor();
  for (const label of begin) await page.getByRole('main').getByRole('link', { name: label }).waitFor();
  return page;
}

async function backHome(page) {
  await section(page, 'My work');
  await home(page).waitFor();
}

/** Opens what waits for somebody, kind by kind; they are allowed to. */
async function openWork(page) {
  for (const kind of await page.locator('main [data-kind]').evaluateAll((all) => all.map((each) => each.dataset.kind))) {
    await page.locator(`main [data-kind="${kind}"] h2 a`).click();
    await home(page).waitFor({ state: 'detached' });
    await untilReady(page, kind);
    await backHome(page);
  }
}

/** Opens what waits for somebody, and every section of their menu; they are allowed to. */
async function openEverything(page) {
  const rail = page.locator('.shell-rail');
  await home(page).waitFor();
  await openWork(page);
  const closed = rail.locator('[aria-expanded="false"]');
  while ((await closed.count()) > 0) await closed.first().click();
  const sections = await rail.locator('a').evaluateAll((all) => all.map((each) => each.getAttribute('href')));
  assert.ok(sections.length > 1, `sections: ${sections}`);
  for (const path of sections) {
    await rail.locator(`a[href="${path}"]`).click();
    await rail.locator(`a[href="${path}"][aria-current="page"]`).waitFor();
    await untilReady(page, path);
  }
  await backHome(page);
}

/** Ends the browsers of people who are done: an open page goes on asking. */
const close = (...pages) => Promise.all(pages.map((page) => page.context().close()));

/** Goes to a section by the menu. */
const section = (page, name) => page.locator('.shell-rail').getByRole('link', { name, exact: true }).click();

/** Chooses an area by its code. */
async function chooseArea(page, code, within = page) {
  await within.locator('#areaId').fill(code);
  await within.getByRole('option', { name: code }).click();
}

/** Sends a form by its button; who has been here for long confirms who they are. */
async function submit(page, form, sent) {
  await form.locator('button[type=submit]').click();
  const proof = page.locator('#proof');
  await sent.or(proof).first().waitFor();
  if (await proof.isVisible()) {
    await proof.fill(given('ANBINH_PASSWORD'));
    await page.keyboard.press('Enter');
  }
  await sent.waitFor();
}

/** Finds an entry in the log: entries come a moment after what they tell of. */
async function findInLog(page, type) {
  await section(page, 'Log');
  const entry = page.locator('.log-row', { hasText: type }).first();
  const newer = page.getByRole('button', { name: /Newer entries ↑/ });
  await page.locator('.log-row').first().waitFor();
  await until(`${type} in the log`, async () => {
    if (await newer.isVisible()) await newer.click();
    return (await entry.count()) > 0;
  });
  return entry;
}

const camera = 'House at the corner of the square';

async function administrator() {
  const page = await signInHome('quantri', { begin: ['Record request', 'Add camera'] });
  await openEverything(page);
  done('an administrator signs in, and every section of the menu opens');

  await section(page, 'Register');
  await page.getByRole('link', { name: 'Add community camera' }).first().click();
  await page.locator('#name').fill(camera);
  await chooseArea(page, '14797-001');
  await page.locator('#keepDays').fill('30');
  await page.locator('#place').fill('19.8070, 105.7768');
  await page.getByLabel('Owner has consented').check();
  await page.locator('#consentOn').fill(dayText(0));
  await page.getByRole('main').getByRole('button', { name: 'Save' }).click();
  await page.locator('h1', { hasText: /CAM-\d+/ }).waitFor();
  await page.getByRole('main').getByText('Given').first().waitFor();
  done('they register a household’s camera with its owner’s consent');

  const first = 'handed over in person';
  await section(page, 'People');
  await page.getByRole('button', { name: 'Add user' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('#displayName').fill('Second auditor');
  await dialog.locator('#username').fill('auditor2');
  await dialog.locator('#password').fill(first);
  await dialog.getByLabel('Auditor').check();
  await chooseArea(page, '14797', dialog);
  await submit(page, dialog, page.locator('[data-grant="auditor2"]'));
  assert.equal(await page.locator('[data-grant="auditor2"]').getByRole('button', { name: 'Confirm or refuse' }).count(), 0, 'nobody confirms their own grant');

  const auditor = await signIn('auditor2', { password: first, prepare: noteCalls });
  await auditor.locator('#current').fill(first);
  await auditor.locator('#password').fill(given('ANBINH_PASSWORD'));
  await auditor.getByRole('main').getByRole('button', { name: 'Change password' }).click();
  await home(auditor).waitFor();
  assert.equal(await auditor.locator('.shell-rail').getByText('Oversight').count(), 0, 'no role before it is confirmed');

  const second = await signInHome('quantri2', { work: ['ROLE_GRANT'] });
  await second.getByRole('link', { name: 'Role grants to confirm' }).click();
  const grant = second.locator('[data-grant="auditor2"]');
  await grant.getByRole('button', { name: 'Confirm or refuse' }).click();
  await second.getByRole('dialog').getByLabel('Confirm', { exact: true }).check();
  await second.getByRole('dialog').locator('button[type=submit]').click();
  await grant.waitFor({ state: 'detached' });
  await auditor.reload();
  await openEverything(auditor);
  await (await findInLog(auditor, 'identity.roles-confirmed')).waitFor();
  done('they add an auditor, who sets a password; another administrator confirms the role, and the auditor finds that in the log');
  await close(page, second, auditor);
}

async function seniorApprover() {
  const investigator = await signInHome('dieutra', { begin: ['New request'] });
  await section(investigator, 'Cases');
  await investigator.getByRole('main').getByRole('link', { name: 'Open a case' }).first().click();
  await investigator.locator('#title').fill('Motorbike taken at the square');
  await investigator.getByLabel('Theft').check();
  await investigator.locator('#from').fill('-4h');
  await investigator.getByRole('main').getByRole('button', { name: 'Open a case' }).click();
  await investigator.locator('h1', { hasText: 'Motorbike taken' }).waitFor();
  await section(investigator, 'My work');
  await investigator.getByRole('main').getByRole('link', { name: 'New request' }).click();
  await investigator.getByLabel('Motorbike taken at the square').check();
  await investigator.getByRole('button', { name: 'Continue' }).click();
  await investigator.locator('#from').fill('-4h');
  await investigator.locator('#to').fill('+3h');
  await investigator.locator('#residents input[type=search]').fill(camera);
  await investigator.getByLabel(camera).check();
  await investigator.getByRole('button', { name: 'Continue' }).click();
  await giveReason(investigator, 'Nobody knows in which of three hours it was taken.');
  await investigator.getByRole('button', { name: 'Send request' }).click();
  const sent = await investigator.locator('.notice-ok').first().textContent();
  const code = /REQ-\d{4}-\d{4}/.exec(sent)?.[0] ?? assert.fail(sent);

  const ordinary = await signInHome('pheduyet', { work: ['REQUEST_DECISION'] });
  await ordinary.getByRole('link', { name: code }).click();
  await ordinary.getByText('Must be decided by a senior approver').waitFor();
  assert.ok(await ordinary.getByLabel('Approve', { exact: true }).isDisabled(), 'an approver grants no three hours');
  done(`an investigator asks for three hours (${code}), which is above the limit of an approver`);

  const page = await signInHome('capcao', { work: ['REQUEST_DECISION'] });
  await openEverything(page);
  await page.getByRole('link', { name: code }).click();
  await page.getByText('Must be decided by a senior approver').waitFor();
  await page.getByLabel('Approve', { exact: true }).check();
  await page.locator('#reason').fill('The hour is not known.');
  await submit(page, page.locator('.decision'), page.locator('.notice-ok', { hasText: 'The hour is not known.' }));
  await backHome(page);
  await page.locator('main [data-kind="REQUEST_DECISION"]').waitFor({ state: 'detached' });
  await investigator.reload();
  await investigator.locator('.notice-ok', { hasText: 'The hour is not known.' }).waitFor();
  await investigator.locator('[data-ask]').getByRole('button', { name: 'Create link' }).waitFor();
  done('a senior approver grants it; the investigator sees that, and may ask the owner');
  await close(investigator, ordinary, page);
}

/** An officer reads reports of a commune that is not theirs, and a senior approver says whether that was justified. */
async function emergencyReview() {
  const officer = await signInHome('diaban', { work: ['SITUATION_RECEIPT', 'STANDARD_ASSESSMENT'], begin: ['Record a report by phone', 'Propose team'] });
  await officer.goto(`${server}/situations/emergency`);
  const opening = officer.locator('#open');
  await chooseArea(officer, '14923', opening);
  await opening.locator('#reason').fill('A fire at the border of both communes, which spreads.');
  const search = officer.locator('#search');
  await submit(officer, opening, search);
  const code = /EMG-\d{4}-\d{4}/.exec(await search.textContent())?.[0] ?? assert.fail(await search.textContent());
  await search.locator('#kind').selectOption({ index: 1 });
  await search.locator('#day').fill(dayText(0));
  await search.locator('button[type=submit]').click();
  await search.getByText('No reports found that can be opened').waitFor();
  await officer.getByRole('button', { name: 'End now' }).click();
  await officer.locator('.emergency-bar').waitFor({ state: 'detached' });

  const page = await signInHome('capcao', { work: ['EMERGENCY_REVIEW'] });
  await page.locator('main [data-kind="EMERGENCY_REVIEW"] h2 a').click();
  await page.getByRole('link', { name: code }).click();
  await page.getByRole('main').getByText('Reports searched').waitFor();
  await page.getByLabel('Justified', { exact: true }).check();
  await page.locator('#reason').fill('The fire was seen; nothing but that day was asked for.');
  await submit(page, page.getByRole('main').locator('form'), page.locator('.notice-ok', { hasText: 'nothing but that day' }));
  await backHome(page);
  await page.locator('main [data-kind="EMERGENCY_REVIEW"]').waitFor({ state: 'detached' });
  await officer.reload();
  await opening.getByText(`${code} (`).filter({ hasText: 'Justified' }).waitFor();
  done(`an officer searches the reports of another commune in an emergency (${code}); a senior approver sees that, finds it justified, and the officer reads so`);
  await close(officer, page);
}

async function ombudsman() {
  const page = await signInHome('giamsat');
  await openEverything(page);
  await (await findInLog(page, 'extraction.decided')).locator('a').click();
  await page.getByRole('button', { name: 'Verify this entry' }).click();
  await page.locator('.log-entry .notice-ok', { hasText: 'signed with the system’s key' }).waitFor();
  const read = await page.locator('main').textContent();
  for (const hidden of ['Vũ Thị Minh', 'Nguyễn Văn An', 'Motorbike taken', camera]) assert.ok(!read.includes(hidden), `${hidden} in an ombudsman’s log`);
  await section(page, 'Figures');
  await page.getByText('shown as < 5').waitFor();
  await page.locator('[data-label="Requests"]', { hasText: '< 5' }).first().waitFor();
  done('an ombudsman finds the decision in the log without names, proves its entry, and sees the year’s figures');
  await close(page);
}

async function partner() {
  const title = 'Lights on in every lane';
  const page = await signInHome('mattran', { begin: ['Propose campaign'] });
  await openEverything(page);
  await page.getByRole('main').getByRole('link', { name: 'Propose campaign' }).click();
  await page.locator('#title').fill(title);
  await page.locator('#aim').fill('Each household keeps one light on over its gate.');
  await page.locator('#from').fill(dayText(0));
  await page.locator('#until').fill(dayText(30));
  await page.locator('#partners').fill('Women’s Union\nYouth Union');
  await page.getByRole('main').getByRole('button', { name: 'Send proposal' }).click();
  await page.getByText('Awaiting the chair’s approval').waitFor();

  const chair = await signInHome('chutich', { work: ['CAMPAIGN_DECISION'] });
  await chair.getByRole('link', { name: 'Campaigns to decide on' }).click();
  await chair.getByRole('link', { name: title }).click();
  const decision = chair.locator('#decide');
  await decision.locator('#number').fill('31/KH-UBND');
  await decision.locator('#on').fill(dayText(0));
  await submit(chair, decision, chair.locator('.page-head', { hasText: 'Running' }));
  done('a partner proposes a campaign, and the chair approves it');

  await page.reload();
  await page.getByRole('button', { name: 'Record activity' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('#kind').selectOption('MEETING');
  await dialog.locator('#on').fill(dayText(0));
  await dialog.locator('#place').fill('Nhà văn hóa');
  await dialog.locator('#attended').fill('42');
  await submit(page, dialog, page.locator('#activities li', { hasText: '42 people' }));
  await chair.reload();
  await chair.locator('#activities li', { hasText: '42 people' }).waitFor();
  done('they record who came to its first meeting, which the chair sees');
  await close(page, chair);
}

async function teamLeader() {
  const members = ['Nguyễn Đình Khoa', 'Hà Văn Sơn'];
  const words = 'All was quiet at the market and the school.';
  const page = await signInHome('totruong', { begin: ['Report from your phone', 'Patrol plan', 'Patrol log', 'My record of service'] });
  await openEverything(page);
  await section(page, 'Teams');
  await page.getByRole('link', { name: 'Tổ bảo vệ số 1' }).click();
  await page.getByRole('link', { name: 'Patrol log' }).click();
  await page.getByRole('button', { name: 'Record patrol' }).click();
  const dialog = page.getByRole('dialog');
  for (const name of members) await dialog.getByLabel(name).check();
  await dialog.locator('#words').fill(words);
  await submit(page, dialog, page.locator('main li', { hasText: words }));
  const patrol = await page.locator('main li', { hasText: words }).textContent();
  for (const name of members) assert.ok(patrol.includes(name), `${name} was on it: ${patrol}`);
  done('a team leader records a patrol of both members');

  const officer = await signInHome('diaban');
  await officer.goto(page.url());
  await officer.locator('main li', { hasText: words }).waitFor();
  const member = await signInHome('tovien');
  await member.goto(page.url());
  await member.locator('main li', { hasText: words }).waitFor();
  done('the community officer and the other member see it');
  await close(page, officer, member);
}

/** Everybody else signs in to what waits for them; their journeys are in the other tests. */
async function everybodyElse() {
  const work = { hoagiai: ['MEDIATION'], truongthon: ['STANDARD_ASSESSMENT', 'MEDIATION'] };
  const { people } = await (await fetch(`${server}/api/demo`)).json();
  const left = people.map(({ username }) => username).filter((username) => !signedIn.has(username));
  for (const username of left) {
    const page = await signInHome(username, { work: work[username] });
    await openWork(page);
    await close(page);
  }
  done(`everybody else signs in, and what waits for them opens: ${left.join(', ')}`);
}

await hold('A journey of each role', async () => {
  await administrator();
  await seniorApprover();
  await emergencyReview();
  await ombudsman();
  await partner();
  await teamLeader();
  await everybodyElse();
});
