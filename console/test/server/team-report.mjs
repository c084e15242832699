// A team member reports from a phone without a line, and sends when it is back; the officer's desk has
// it. What it is given is said in harness.mjs; the member and the officer are `member` and `community`.
import assert from 'node:assert/strict';
import { crc32, deflateSync } from 'node:zlib';
import { done, given, hold, open, server, signIn } from './harness.mjs';

const words = 'A bicycle is gone from the gate <img src=x onerror=alert(1)>';

/** A black picture of 40 by 30 points, as PNG. */
function picture() {
  const part = (type, data) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const framed = Buffer.alloc(body.length + 8);
    framed.writeUInt32BE(data.length, 0);
    body.copy(framed, 4);
    framed.writeUInt32BE(crc32(body), body.length + 4);
    return framed;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(40, 0);
  head.writeUInt32BE(30, 4);
  head.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), part('IHDR', head), part('IDAT', deflateSync(Buffer.alloc(30 * 41))), part('IEND', Buffer.alloc(0))]);
}

async function run() {
  const phone = await open('member', { viewport: { width: 360, height: 760 }, hasTouch: true });
  await phone.goto(`${server}/t/`);
  await phone.locator('#username, input[type=text]').first().fill('member');
  await phone.locator('input[type=password]').fill(given('ANBINH_PASSWORD'));
  await phone.locator('form button').click();
  await phone.locator('#begin').waitFor();
  await phone.evaluate(() => navigator.serviceWorker.ready);
  done('a team member signs in on a phone, which keeps the app');

  await phone.context().setOffline(true);
  await phone.reload();
  await phone.locator('#begin').click();
  await phone.locator('[data-kind="THEFT"]').click();
  await phone.getByRole('button', { name: 'Continue' }).click();
  await phone.getByRole('button', { name: 'Continue' }).click();
  await phone.locator('textarea').first().fill(words);
  await phone.locator('#saved[data-saved="SAVED"]').waitFor();
  await phone.getByRole('button', { name: 'Continue' }).click();
  await phone.getByRole('button', { name: 'Continue' }).click();
  await phone
    .locator('[data-take="PHOTO"]')
    .last()
    .setInputFiles([{ name: 'gate.png', mimeType: 'image/png', buffer: picture() }]);
  await phone.locator('[data-file="READY"]').waitFor();
  await phone.getByRole('button', { name: 'Send', exact: true }).click();
  await phone.locator('[data-list="waiting"] li').waitFor();
  assert.match(await phone.locator('[data-list="waiting"] li').textContent(), /not received by the server yet/);
  done('without a line it opens, takes the report down with a photo, and says that it waits');

  await phone.context().setOffline(false);
  await phone.locator('[data-list="sent"] li').first().waitFor();
  await phone.locator('[data-list="waiting"]').waitFor({ state: 'detached' });
  const code = /TH-\S+/.exec(await phone.locator('[data-list="sent"] li').first().textContent())[0].slice(0, 14);
  done(`the line is back: the server has it as ${code}, words and photo`);

  const officer = await signIn('community');
  await officer.goto(`${server}/situations`);
  await officer.locator('tr', { hasText: code }).getByRole('link').first().click();
  await officer.locator('[data-act="ACKNOWLEDGE"]').first().click();
  await officer.getByRole('dialog').getByRole('button', { name: 'Receive' }).click();
  await officer.locator('#content button').first().click();
  await officer.locator('[data-content]').waitFor();
  const read = await officer.locator('body').textContent();
  assert.ok(read.includes(words), 'the desk shows the words as text');
  assert.equal(await officer.locator('img[src="x"]').count(), 0, 'and makes no picture of them');
  assert.ok(!read.includes('Files not received'), 'the photo is there');
  done('the officer’s desk has the report, receives it and reads it');

  await phone.getByRole('button', { name: 'Send now' }).waitFor({ state: 'detached' });
  await phone.evaluate(() => dispatchEvent(new Event('online')));
  await phone.locator('[data-list="sent"] li', { hasText: code }).getByText('Received').waitFor();
  done('the phone says that an officer has it');
}

await hold('A team’s report without a line', run);
