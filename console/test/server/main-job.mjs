// The main job as people do it in a browser, against a real server: what it is given is said in
// harness.mjs, and
//   ANBINH_CUT   a POST there ends the second camera
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { done, download, given, giveReason, hold, server, signIn, until } from './harness.mjs';

async function run() {
  const officer = await signIn('officer');
  await officer.locator('.shell-rail').getByRole('link', { name: 'Cameras' }).click();
  const tiles = officer.locator('.cameras-tile-card');
  for (const code of ['CAM-0001', 'CAM-0002']) {
    await tiles.filter({ hasText: code }).locator('.cameras-tile[data-state="playing"]').waitFor();
  }
  done('the duty officer sees both cameras live');

  const lost = tiles.filter({ hasText: 'CAM-0002' }).locator('.cameras-tile');
  await fetch(given('ANBINH_CUT'), { method: 'POST' });
  const cutAt = Date.now();
  const list = await officer.context().newPage();
  await list.goto(`${server}/cameras?state=down`);
  const row = list.locator('[data-camera="CAM-0002"]');
  await until('the camera in the list of those that do not record', () => row.count(), 10_000);
  const listedAfter = Date.now() - cutAt;
  assert.match(await row.locator('time').first().textContent(), /^\d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d$/);
  assert.equal(await list.locator('[data-camera="CAM-0001"]').count(), 0);
  await list.close();
  await officer.bringToFront();
  await until('the words in its tile', async () => (await lost.textContent()).includes('No picture since'), Math.max(1, cutAt + 10_000 - Date.now()));
  assert.equal(await lost.locator('video').evaluate((video) => getComputedStyle(video).visibility), 'hidden');
  done(`a camera is cut off: listed with its last picture after ${listedAfter} ms; its tile shows no old picture`);

  const auditor = await signIn('auditor');
  const approver = await signIn('approver');
  await approver.getByRole('heading', { name: 'My work' }).waitFor();
  done('auditor and approver sign in, to what waits for them');

  const page = await signIn('investigator');
  await page.locator('.shell-rail').getByRole('link', { name: 'Cameras' }).click();
  await page.locator('[data-camera="CAM-0001"] a').first().click();
  const cameraId = await until('the camera’s page', () => /cameras\/([^/?]+)$/.exec(page.url())?.[1]);
  const enough = async () => {
    const now = Date.now();
    const span = `from=${new Date(now - 300_000).toISOString()}&to=${new Date(now).toISOString()}`;
    const runs = await page.evaluate((path) => fetch(path).then((answer) => answer.json()), `/api/cameras/${cameraId}/coverage?${span}`);
    return runs.recorded.some((each) => Date.parse(each.to) - Date.parse(each.from) > 44_000);
  };
  await until('44 seconds of recording', enough, 60_000);
  done('44 seconds are recorded');
  await page.getByRole('link', { name: /Last 30 seconds/ }).waitFor();
  await page.keyboard.press('t'); // Half a minute back from now; the link is from when the page was drawn.
  const player = page.locator('.player-root');
  const tile = page.locator('.player-play-tile');
  const ready = () => page.locator('.player-play-tile[data-state="ready"]').waitFor();
  const playhead = async () => Number(await player.getAttribute('data-at'));
  const frame = async () => Number(await tile.getAttribute('data-frame-at'));
  await ready();
  // Until the page says so and not for a number of times: a busy machine draws the zoom later than it takes the keys.
  const zoomed = async () => (await page.locator('.player-transport-zoom').textContent()) === '1 min' || (await page.keyboard.press('+'));
  await until('a minute on the strip', zoomed);
  const began = await playhead();
  const strip = page.locator('.player-timeline');
  const { width } = await strip.boundingBox();
  // By the strip and not by the page: what is still loading moves the strip, and the click would meet something else.
  await strip.click({ position: { x: width / 2 - (3 * width) / 60, y: 20 } });
  await until('the playhead three seconds earlier', async () => Math.abs(began - (await playhead()) - 3_000) < 200);
  await ready();
  done('the investigator opens the camera and goes back on the time line');

  const first = await frame();
  for (let step = 1; step <= 3; step++) {
    const before = await frame();
    await page.keyboard.press('.');
    await until('the next frame', async () => (await frame()) > before);
  }
  const stepped = (await frame()) - first;
  assert.ok(Math.abs(stepped - 200) <= 2, `three frames at 15 a second take 200 ms, not ${stepped}`);
  for (let step = 1; step <= 3; step++) {
    const before = await frame();
    await page.keyboard.press(',');
    await until('the frame before', async () => (await frame()) < before);
  }
  assert.equal(await frame(), first, 'three steps back lead to where three steps on began');
  done('three frames on and three back, exactly');

  await page.keyboard.press('i');
  const markedFrom = Math.round(await playhead());
  await page.keyboard.press('ArrowRight');
  await until('five seconds on', async () => (await playhead()) >= markedFrom + 4_990);
  await ready();
  await page.keyboard.press('o');
  const markedTo = Math.round(await playhead());
  const [still] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('s')]);
  assert.match(still.suggestedFilename(), /^CAM-0001_\d{4}-\d\d-\d\d_\d\d-\d\d-\d\d\.\d{3}\.jpg$/);
  const site = new Date(markedTo + 7 * 3_600_000).toISOString();
  assert.ok(still.suggestedFilename().includes(site.slice(11, 16).replace(':', '-')), 'a still is named by the time of the site');
  assert.deepEqual([...readFileSync(await still.path()).subarray(0, 2)], [0xff, 0xd8], 'a still is a JPEG');
  done('marks in and out; a still with the site’s time in its name');

  await page.getByRole('button', { name: 'Request extraction…' }).click();
  await page.locator('#from').waitFor();
  const asked = [await page.locator('#from').inputValue(), await page.locator('#to').inputValue()];
  await until('what is recorded of it', async () => (await page.locator('.coverage-list').textContent()).includes('100% recorded'));
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('link', { name: 'Open a new case' }).click();
  await page.locator('#title').fill('Motorbike taken at the market gate');
  await page.getByLabel('Theft').check();
  await page.locator('#from').fill('-2m');
  await page.getByRole('button', { name: 'Open a case' }).click();
  await page.getByLabel('Motorbike taken at the market gate').waitFor();
  await page.getByRole('button', { name: 'Continue' }).click();
  await giveReason(page, 'Shows who led the motorbike away from the gate.');
  await page.getByRole('button', { name: 'Send request' }).waitFor();
  await until('the marks of the player and the new case among the answers', async () => {
    const answers = await page.locator('.requests-answers').textContent();
    return answers.includes(asked[0].slice(0, 19)) && answers.includes('Motorbike taken');
  });
  await page.getByRole('button', { name: 'Send request' }).click();
  const sent = await page.locator('.notice-ok').first().textContent();
  const code = /REQ-\d{4}-\d{4}/.exec(sent)?.[0] ?? assert.fail(sent);
  const requestId = /requests\/([^/?]+)/.exec(page.url())[1];
  done(`the case is opened and ${code} sent, with the marks of the player`);

  await auditor.goto(`${server}/audit`);
  await auditor.locator('.log-row').first().waitFor();
  assert.equal(await page.locator('.decision').count(), 0, 'the requester sees nothing to decide with');
  assert.match(await page.locator('.check-list').textContent(), /another person decides/);
  const forged = await page.evaluate((id) => {
    const token = decodeURIComponent(/XSRF-TOKEN=([^;]*)/.exec(document.cookie)[1]);
    return fetch(`/api/requests/${id}/decision`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token },
      body: JSON.stringify({ outcome: 'APPROVE', reason: 'mine' }),
    }).then(async (answer) => ({ status: answer.status, code: (await answer.json()).code }));
  }, requestId);
  const forgedAt = Date.now();
  assert.deepEqual(forged, { status: 403, code: 'own-request' });
  const refusals = (path) =>
    fetch(path)
      .then((answer) => answer.json())
      .then((page) => page.items.filter((item) => item.refused).length);
  await until('the refusal among what the auditor may read', () => auditor.evaluate(refusals, `/api/log?object=${requestId}`), 2_000);
  const readableAfter = Date.now() - forgedAt;
  const newer = auditor.getByRole('button', { name: /Newer entries ↑/ });
  const seen = auditor.locator('.log-row', { hasText: 'Trial investigator' }).filter({ hasText: 'refused' });
  await until('the refusal in the auditor’s log', async () => {
    if (await newer.isVisible()) await newer.click();
    return (await seen.count()) > 0;
  });
  const visibleAfter = Date.now() - forgedAt;
  await auditor.goto(`${server}/audit?object=${requestId}`);
  done(`the requester cannot decide: no form, a forged call gets 403, which the auditor can read after ${readableAfter} ms and sees on the open page after ${visibleAfter} ms`);

  await approver.reload();
  await approver.getByRole('link', { name: code }).click();
  const facts = await approver.locator('.check-list').textContent();
  assert.match(facts, /Decided by a person other than the requester/);
  assert.match(facts, /No other request by this person/);
  await approver.locator('.decision').getByRole('button').click();
  await approver.locator('.error-summary').waitFor();
  await approver.getByLabel('Approve', { exact: true }).check();
  await approver.locator('#reason').fill('Fits the case.');
  await approver.keyboard.press('Control+Enter');
  const confirmation = approver.getByRole('dialog', { name: 'Confirm your identity' });
  await confirmation.locator('#proof').fill(given('ANBINH_PASSWORD'));
  await approver.keyboard.press('Enter');
  await approver.locator('.notice-ok', { hasText: 'Fits the case.' }).waitFor();
  done('the approver reads the facts, approves in the inbox from the keyboard, and confirms who they are');

  await page.getByRole('link', { name: 'Open the evidence package' }).click({ timeout: 45_000 });
  await page.locator('.verdict-ok').waitFor({ timeout: 30_000 });
  assert.match(await page.locator('.requests-verdict').textContent(), /Seal/);
  assert.match(await page.locator('h1').textContent(), /EXT-\d{4}-\d{4}/);
  const { zip, key } = await download(page);
  done('sealed; the package’s page shows the seal and the verdict; downloaded');

  const verified = spawnSync(given('ANBINH_JAVA'), ['-jar', given('ANBINH_VERIFIER'), 'verify', '--lang', 'en', '--key', key, zip], { encoding: 'utf8' });
  assert.equal(verified.status, 0, `the verifier refuses the package: ${verified.stdout}${verified.stderr}`);
  done('the verifier, outside of the browser: intact');

  await page.locator('main').getByRole('link', { name: code }).click();
  await page.getByLabel('Useful', { exact: true }).check();
  await page.getByLabel('the vehicle').check();
  await page.getByRole('button', { name: 'Record outcome' }).click();
  await page.locator('.badge', { hasText: 'outcome recorded' }).first().waitFor();
  done('the outcome is noted');

  const acts = ['extraction.requested', 'access.denied', 'extraction.decided', 'extraction.sealed', 'extraction.handed-over', 'extraction.outcome'];
  // Again and again: entries of the log come a moment after what they tell of.
  const missing = async () => {
    await auditor.reload();
    await auditor.locator('.log-row').first().waitFor();
    for (const more of await auditor.locator('.log-more[aria-expanded="false"]').all()) await more.click();
    const types = await auditor.locator('.log-type').allTextContents();
    return acts.filter((act) => !types.includes(act));
  };
  await until(`${acts} in the log of ${code}`, async () => (await missing()).length === 0);
  await auditor.locator('.log-row', { hasText: 'extraction.decided' }).locator('a').click();
  await auditor.getByRole('button', { name: 'Verify this entry' }).click();
  await auditor.locator('.log-entry .notice-ok', { hasText: 'signed with the system’s key' }).waitFor();
  done('the auditor finds every step in the log, and the browser proves the decision’s entry');
}

await hold('The main job', run);
