// Pictures of every page of a running demonstration, for docs/images: desk and phone width, and
// right to left. Usage, a few minutes after ./anbinh up:
//   node console/scripts/screenshots.mjs http://localhost:8080 docs/images
import { mkdir } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const [server = 'http://localhost:8080', folder = 'docs/images'] = process.argv.slice(2);
const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const looks = [
  { name: 'vi-desk', language: 'vi', width: 1440, height: 900 },
  { name: 'en-desk', language: 'en', width: 1440, height: 900 },
  { name: 'vi-phone', language: 'vi', width: 360, height: 740 },
  { name: 'ar-desk', language: 'ar', width: 1440, height: 900 },
  { name: 'ar-phone', language: 'ar', width: 360, height: 740 },
];

await mkdir(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args });
const people = (await (await fetch(`${server}/api/demo`)).json()).people;

/** A browser of its own, signed in as the person who holds a role. */
async function as(role, look) {
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.height }, locale: look.language,
  });
  await context.addInitScript((language) => localStorage.setItem('anbinh.language', language),
    look.language);
  if (role) {
    const person = people.find((one) => one.roles.includes(role));
    await call(context, 'POST', '/api/session',
      { username: person.username, password: person.password });
  }
  return context;
}

async function call(context, method, path, data) {
  await context.request.get(`${server}/api/session`);
  const token = (await context.cookies()).find((one) => one.name === 'XSRF-TOKEN')?.value ?? '';
  const answer = await context.request.fetch(`${server}${path}`, {
    method, data, headers: { 'X-XSRF-TOKEN': token, 'Accept-Language': 'en' },
  });
  if (!answer.ok()) {
    throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
  }
  return answer.status() === 204 ? null : answer.json();
}

/** A case with one sealed request and one that waits for its decision. */
async function prepare() {
  const investigator = await as('INVESTIGATOR', looks[1]);
  const approver = await as('APPROVER', looks[1]);
  const cameras = (await call(investigator, 'GET', '/api/cameras')).items;
  const now = Date.now();
  const at = (seconds) => new Date(now - seconds * 1000).toISOString();
  const areaId = cameras[0].areaId;
  const opened = await call(investigator, 'POST', '/api/cases', {
    title: 'Mất xe máy ở cổng chợ', type: 'THEFT', occurredFrom: at(150), areaId,
  });
  const choices = await call(investigator, 'GET', '/api/requests/choices');
  const ask = (ids) => call(investigator, 'POST', '/api/requests', {
    caseId: opened.id, cameraIds: ids, from: at(120), to: at(90),
    purpose: choices.purposes[0].code, legalBasis: choices.legalBases[0].code,
    offence: choices.offences[0].code, urgent: false,
    necessity: 'Xác định xe và hướng đi của người lấy xe máy trước cổng chợ lúc xảy ra vụ việc.',
  });
  const sealed = await ask([cameras[0].id]);
  const waiting = await ask([cameras[0].id, cameras[1].id]);
  await call(approver, 'POST', `/api/requests/${sealed.id}/decision`,
    { outcome: 'APPROVE', reason: 'Phù hợp với vụ việc.' });
  for (let tries = 0; tries < 150; tries++) {
    const state = (await call(investigator, 'GET', `/api/requests/${sealed.id}`)).state;
    if (state === 'SEALED') break;
    await new Promise((done) => setTimeout(done, 1000));
  }
  await investigator.close();
  await approver.close();
  return { cameras, opened, sealed, waiting };
}

const { cameras, opened, sealed, waiting } = await prepare();
const moment = new Date(Date.now() - 60_000).toISOString();
const pages = [
  ['sign-in', null, '/'],
  ['cameras', 'DUTY_OFFICER', '/cameras'],
  ['camera', 'DUTY_OFFICER', `/cameras/${cameras[0].id}`],
  ['wall', 'DUTY_OFFICER', '/wall/4'],
  ['player', 'INVESTIGATOR',
    `/play?cams=${cameras[0].id},${cameras[1].id}&t=${moment}`],
  ['cases', 'INVESTIGATOR', '/cases'],
  ['case', 'INVESTIGATOR', `/cases/${opened.id}`],
  ['requests', 'INVESTIGATOR', '/requests'],
  ['request', 'INVESTIGATOR', `/requests/${sealed.id}`],
  ['package', 'INVESTIGATOR', `/requests/${sealed.id}/package`],
  ['inbox', 'APPROVER', '/requests'],
  ['decision', 'APPROVER', `/requests/${waiting.id}`],
  ['log', 'AUDITOR', '/audit'],
  ['people', 'ADMINISTRATOR', '/people'],
];
for (const look of looks) {
  for (const [name, role, path] of pages) {
    const context = await as(role, look);
    const page = await context.newPage();
    page.on('pageerror', (error) => console.log(`${name}-${look.name}: ${error.message}`));
    await page.goto(`${server}${path}`);
    await page.waitForTimeout(3_500);
    await page.screenshot({ path: `${folder}/${name}-${look.name}.png` });
    await context.close();
  }
  console.log(look.name);
}
await browser.close();
