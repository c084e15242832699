// From the report of a theft to a sealed package of one connected camera and two of residents, whose
// owners send their videos from telephones, and to what every judge says of it. What it is given is
// said in harness.mjs, and
//   ANBINH_VIDEO    a video that a recorder might give
//   ANBINH_JUDGE   the script that asks the judges
//   ANBINH_SOURCE_KEY  with which a system sends what passed a camera
// Whatever people may name, somebody has named to harm whoever reads it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { done, download, folder, given, giveReason, hold, open, server, signIn, until } from './harness.mjs';

const harmful = '<img src=x onerror=alert(1)>';
const title = `Motorbike taken ${harmful}`;
const place = '19.8070, 105.7770';
const pictures = process.env.ANBINH_PICTURES;

/** What is kept for who wants to see what people saw. */
async function picture(page, name) {
  if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}

/** That a name is shown as it is, and does nothing. */
async function assertHarmless(page, what) {
  assert.ok((await page.locator('body').textContent()).includes(harmful), `${what} shows the name as text`);
  assert.equal(await page.locator('img[src="x"]').count(), 0, `${what} makes a picture of a name`);
}

function output(program, ...parameters) {
  const ran = spawnSync(program, parameters, { encoding: 'utf8', cwd: folder });
  assert.equal(ran.status, 0, `${program}: ${ran.error ?? ran.stderr}`);
  return ran.stdout;
}

function judge(zip, key) {
  const environment = { ...process.env, ANBINH_VERIFIER: given('ANBINH_VERIFIER'), JAVA_HOME: join(given('ANBINH_JAVA'), '../..') };
  const all = process.env.ANBINH_TEST_TOOLS ? ['--all'] : [];
  return spawnSync(given('ANBINH_JUDGE'), [...all, zip, key], { encoding: 'utf8', env: environment });
}

/** A motorbike passes the market gate; one character of its plate is misread. */
async function passTheGate() {
  const pass = { id: 'gate-1', camera: 'CAM-0001', from: new Date(Date.now() - 20_000).toISOString(), class: 'MOTORBIKE', readings: [{ text: '36BI12345', confidence: 0.8 }], model: 'test 1' };
  const answer = await fetch(`${server}/api/sightings/batches`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${given('ANBINH_SOURCE_KEY')}` },
    body: JSON.stringify({ sightings: [pass] }),
  });
  assert.deepEqual(await answer.json(), { stored: 1, repeated: 0, refused: [] });
}

async function run() {
  const page = await signIn('investigator');
  await page.goto(`${server}/cases/new`);
  await page.locator('#title').fill(title);
  await page.getByLabel('Theft').check();
  await page.locator('#from').fill('-40s');
  await page.locator('#to').fill('+15s');
  await page.locator('#place').fill('Market gate');
  await page.locator('#point').fill(place);
  await picture(page, '1-new-case');
  await page.getByRole('button', { name: 'Open a case' }).click();
  await page.getByRole('link', { name: 'Find cameras that may have seen it' }).waitFor();
  await picture(page, '2-case');
  await assertHarmless(page, 'the case');
  const caseId = /cases\/([^/?]+)/.exec(page.url())[1];
  done('the theft is reported as a case, with its place and time');

  await page.getByRole('link', { name: 'Find cameras that may have seen it' }).click();
  for (const code of ['CAM-0001', 'CAM-0003', 'CAM-0004']) {
    await page.locator(`[data-candidate="${code}"]`).getByRole('checkbox').check();
  }
  await picture(page, '3-found');
  await assertHarmless(page, 'the search');
  const basket = page.locator('.find-basket');
  assert.match(await basket.textContent(), /3 of at most 10 selected/);
  await basket.getByRole('link').click();
  done('the search finds the cameras that could have seen it; three are in the basket');

  // The cameras, their time and the case that the search began with are chosen.
  await page.getByRole('heading', { name: 'Why is it needed?' }).waitFor();
  await picture(page, '4-request-why');

  await passTheGate();
  await page.goto(`${server}/cases/${caseId}`);
  await page.getByRole('main').getByRole('link', { name: 'Find a vehicle' }).click();
  await page.locator('#reason').fill('A witness remembers part of the plate of the motorbike.');
  await page.getByRole('button', { name: 'Continue' }).click();
  const hit = page.locator('[data-hit="36BI12345"]');
  await until('the vehicle that the witness remembers', async () => {
    await page.locator('#text').fill('36B1 12?45 motorbike');
    await page.locator('#text').press('Enter');
    await page.waitForTimeout(1_000);
    return hit.count();
  });
  await picture(page, '4-vehicle');
  await hit.getByRole('button', { name: 'Confirm' }).click();
  await hit.getByText('Confirmed').waitFor();
  await hit.getByRole('link', { name: 'Add to a request' }).click();
  await page.getByRole('heading', { name: 'Which footage?' }).waitFor();
  await until('the gate among the cameras', async () => (await page.locator('.coverage-list').textContent()).includes('CAM-0001'));
  done('what a witness remembers of a plate finds the misread pass, and it is added to the request');

  await page.getByRole('button', { name: 'Continue' }).click();
  await giveReason(page, 'Shows who led the motorbike away from the gate.');
  await page.getByRole('button', { name: 'Send request' }).waitFor();
  await until('what there is of all three', async () => /CAM-0001[^]*CAM-0003[^]*CAM-0004/.test(await page.locator('.requests-answers').textContent()));
  await assertHarmless(page, 'the answers');
  await picture(page, '5-answers');
  await page.getByRole('button', { name: 'Send request' }).click();
  const sent = await page.locator('.notice-ok').first().textContent();
  const code = /REQ-\d{4}-\d{4}/.exec(sent)?.[0] ?? assert.fail(sent);
  done(`${code} asks for all three at once`);

  const approver = await signIn('approver');
  await approver.getByRole('link', { name: code }).click();
  await approver.getByLabel('Approve', { exact: true }).check();
  await approver.locator('#reason').fill('All three see the gate.');
  await approver.keyboard.press('Control+Enter');
  const answered = approver.locator('.notice-ok', { hasText: 'All three see the gate.' });
  const confirmation = approver.locator('#proof');
  await answered.or(confirmation).first().waitFor();
  if (await confirmation.isVisible()) {
    await confirmation.fill(given('ANBINH_PASSWORD'));
    await approver.keyboard.press('Enter');
  }
  await answered.waitFor();
  await assertHarmless(approver, 'the inbox');
  done('another person approves it');

  await page.reload(); // It looks by itself only now and then.
  const [shop, house] = ['CAM-0003', 'CAM-0004'].map((each) => page.locator(`[data-ask="${each}"]`));
  await shop.getByRole('button', { name: 'Create link' }).click();
  const link = await page.locator('#owner-link').inputValue();
  await picture(page, '6-link');
  await page.locator('.dialog .icon-button').click();
  await house.getByRole('button', { name: 'Create link' }).click();
  const sheet = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download letter with QR code (PDF)' }).click();
  await (await sheet).saveAs(join(folder, 'sheet.pdf'));
  await page.locator('.dialog .icon-button').click();
  await picture(page, '7-asked');
  output('pdftoppm', '-r', '150', '-gray', '-singlefile', 'sheet.pdf', 'sheet');
  const scanned = output('zbarimg', '--quiet', '--raw', 'sheet.pgm').trim();
  assert.ok(output('pdftotext', '-raw', 'sheet.pdf', '-').replace(/\s/g, '').includes(harmful.replace(/\s/g, '')), 'the sheet shows the name as text');
  done('one owner is given a link, the other a sheet, whose code is scanned');

  await Promise.all([ownerOfTheShop(link), ownerOfTheHouse(scanned)]);

  await page.getByRole('link', { name: 'Open the evidence package' }).click({ timeout: 120_000 });
  await page.locator('.verdict-ok').waitFor();
  await picture(page, '10-package');
  const { zip, key } = await download(page);
  done('sealed with what all three gave, and downloaded');

  const accepted = judge(zip, key);
  assert.equal(accepted.status, 0, accepted.stdout + accepted.stderr);
  assert.match(accepted.stdout, /, 0 refused, /);
  const altered = join(folder, 'altered.zip');
  const bytes = readFileSync(zip);
  bytes[bytes.length >> 1] ^= 1;
  writeFileSync(altered, bytes);
  const refused = judge(altered, key);
  assert.equal(refused.status, 1, refused.stdout + refused.stderr);
  done(`the judges: ${accepted.stdout.trim().split('\n').at(-1)}; with one byte altered: ${refused.stdout.trim().split('\n').at(-1)}`);

  assert.match(output('unzip', '-p', zip, '*/sightings.json'), /36BI12345/, 'the package lists what passed, as readings');
  output('unzip', '-qo', zip, '*/bag/data/record.html', '-d', 'unpacked');
  const record = await open('record', { viewport: { width: 1000, height: 1400 } });
  await record.goto(`${pathToFileURL(join(folder, 'unpacked'))}/${/EXT-\d{4}-\d{4}/.exec(zip)[0]}/bag/data/record.html`);
  await assertHarmless(record, 'the record');
  await picture(record, '11-record');
  await page.goto(`${server}/cases/${caseId}`);
  await page.locator('#place-of-case').getByText('extracted').first().waitFor();
  await picture(page, '12-case-after');
  done('the record and the case name them, and nothing that was named to harm did');
}

const phone = { viewport: { width: 390, height: 780 }, isMobile: true, hasTouch: true };

async function ownerOfTheShop(link) {
  const page = await open('owner-of-the-shop', phone);
  await page.goto(link);
  await page.locator('#videos').waitFor({ state: 'attached' });
  await picture(page, '8-phone');
  await page.locator('#videos').setInputFiles(given('ANBINH_VIDEO'));
  await page.locator('[data-state="ACCEPTED"]').waitFor();
  await page.getByRole('button', { name: 'Provide these files' }).click();
  await page.locator('.notice.ok').waitFor();
  await picture(page, '9-phone-given');
  done('the owner of the shop sends a video and hands it over');
}

/** Over a slow line that is cut in the middle of the video. */
async function ownerOfTheHouse(link) {
  const page = await open('owner-of-the-house', phone);
  const video = join(folder, `Camera ${harmful}.mp4`);
  copyFileSync(given('ANBINH_VIDEO'), video);
  const size = readFileSync(video).length;
  const line = await slowLine(size / 3);
  try {
    await page.goto(link.replace(server, line.address));
    await page.locator('#videos').waitFor({ state: 'attached' });
    await assertHarmless(page, 'the owner’s page');
    const offsets = [];
    page.on('request', (request) => {
      if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset']));
    });
    const before = line.carried();
    await page.locator('#videos').setInputFiles(video);
    await until('a third of the video', () => line.carried() - before > size / 3);
    await page.context().setOffline(true);
    line.cut();
    await page.getByText('Connection lost.').waitFor();
    await picture(page, '8-phone-cut');
    await page.context().setOffline(false);
    await page.locator('[data-state="ACCEPTED"]').waitFor();
    assert.ok(offsets.length > 1 && offsets.at(-1) > 0 && offsets.at(-1) < size, `goes on where it was cut: ${offsets} of ${size}`);
    await assertHarmless(page, 'the list of files');
    await page.getByRole('button', { name: 'Provide these files' }).click();
    await page.locator('.notice.ok').waitFor();
    done(`the owner of the house sends one over a line that is cut, from ${offsets.at(-1)} of ${size} bytes on`);
  } finally {
    line.close();
  }
}

/** A line to the server that carries so many bytes a second, until it is cut; the next one is fast. */
async function slowLine(bytesPerSecond) {
  const { hostname, port } = new URL(server);
  const open = new Set();
  let slow = true;
  let carried = 0;
  const line = createServer((near) => {
    const far = connect(Number(port), hostname);
    open.add(near);
    near.on('error', () => {}).on('close', () => far.destroy());
    far.on('error', () => {}).on('close', () => near.destroy());
    far.pipe(near);
    near.on('data', (piece) => {
      carried += piece.length;
      far.write(piece);
      if (!slow) return;
      near.pause();
      setTimeout(() => near.resume(), (1_000 * piece.length) / bytesPerSecond);
    });
  });
  await new Promise((ready) => line.listen(0, '127.0.0.1', ready));
  const cut = () => {
    slow = false;
    for (const each of open) each.destroy();
  };
  return {
    address: `http://127.0.0.1:${line.address().port}`,
    carried: () => carried,
    cut,
    close: () => {
      cut();
      line.close();
    },
  };
}

await hold('From a theft to a package that every judge accepts', run);
