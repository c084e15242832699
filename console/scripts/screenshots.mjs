// The pictures of docs/images, from a running demonstration: every page at a desk, on a phone, and
// right to left. Usage, some minutes after ./anbinh up:
//   node console/scripts/screenshots.mjs http://localhost:8080 docs/images [names that begin so,or so]
// Adds a case with requests, one of them for a resident's camera, and a camera that nothing answers
// for, which it retires again.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launch, webp } from '../test/browser/launch.mjs';

const [server = 'http://localhost:8080', folder = 'docs/images', only = ''] = process.argv.slice(2);
const looks = [
  { name: 'desk', language: 'en', width: 1440, height: 900 },
  { name: 'phone', language: 'vi', width: 360, height: 740 },
  { name: 'arabic', language: 'ar', width: 1440, height: 900 },
];

const browser = await launch();
const people = (await (await fetch(`${server}/api/demo`)).json()).people;

/** A browser of its own, signed in as the person who holds a role; nobody for none. */
async function as(role, look, theme = 'light') {
  const context = await browser.newContext({ viewport: { width: look.width, height: look.height }, locale: look.language, timezoneId: 'Asia/Ho_Chi_Minh' });
  await context.addInitScript(
    ([language, chosen]) => {
      localStorage.setItem('anbinh.language', language);
      localStorage.setItem('anbinh.preferences', JSON.stringify({ theme: chosen }));
    },
    [look.language, theme],
  );
  if (role) {
    const { username, password } = people.find((one) => one.roles.includes(role));
    await call(context, 'POST', '/api/session', { username, password });
  }
  return context;
}

async function call(context, method, path, data) {
  await context.request.get(`${server}/api/session`);
  const token = (await context.cookies()).find((one) => one.name === 'XSRF-TOKEN')?.value ?? '';
  const answer = await context.request.fetch(`${server}${path}`, { method, data, headers: { 'X-XSRF-TOKEN': token, 'Accept-Language': 'en' } });
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
  return answer.status() === 204 ? null : answer.json();
}

/** Something to see: a camera that is down, a case with a sealed request and one that waits. */
async function prepare() {
  const investigator = await as('INVESTIGATOR', looks[0]);
  const approver = await as('APPROVER', looks[0]);
  const administrator = await as('ADMINISTRATOR', looks[0]);
  const cameras = (await call(investigator, 'GET', '/api/cameras?limit=200')).items.filter((camera) => !camera.retired);
  const { areaId } = cameras[0];
  const down = await call(administrator, 'POST', '/api/cameras', { name: 'Bến xe phía Tây', areaId, address: 'rtsp://127.0.0.1:9/stream', recording: true, keepDays: 30, simulated: true });
  const now = Date.now();
  const at = (seconds) => new Date(now - seconds * 1000).toISOString();
  const opened = await call(investigator, 'POST', '/api/cases', {
    title: 'Mất xe máy ở cổng chợ',
    type: 'THEFT',
    occurredFrom: at(170),
    occurredTo: at(80),
    areaId,
    place: 'Cổng chợ Đông Thọ',
    description: 'Xe máy màu đỏ dựng trước cổng chợ bị lấy đi trong lúc chủ xe vào mua hàng.',
  });
  const choices = await call(investigator, 'GET', '/api/requests/choices');
  const urgency = { urgent: true, urgentReason: 'SUSPECT_AT_LARGE', urgentWords: 'Người lấy xe còn ở gần chợ.' };
  const ask = (ids, further = { urgent: false }) =>
    call(investigator, 'POST', '/api/requests', {
      caseId: opened.id,
      cameraIds: ids,
      from: at(150),
      to: at(90),
      ...further,
      purpose: choices.purposes[0].code,
      legalBasis: choices.legalBases[0].code,
      offence: choices.offences[0].code,
      necessity: 'Xác định xe và hướng đi của người lấy xe máy trước cổng chợ lúc xảy ra vụ việc.',
    });
  const decide = (id, body) => call(approver, 'POST', `/api/requests/${id}/decision`, body);
  const sealed = await ask([cameras[0].id]);
  const refused = await ask(cameras.map((camera) => camera.id).slice(0, 4));
  const waiting = await ask([cameras[0].id, cameras[1].id], urgency);
  const neighbours = (await call(administrator, 'GET', '/api/cameras/register?kind=COMMUNITY&consent=GIVEN')).items;
  const resident = neighbours.find((camera) => camera.reference === 'MP-01');
  const residents = await ask([resident.id]);
  await decide(sealed.id, { outcome: 'APPROVE', reason: 'Phù hợp với vụ việc.' });
  await decide(refused.id, { outcome: 'REFUSE', reasonCode: 'TOO_WIDE', reason: 'Chỉ cần camera ở cổng chợ và ngã tư gần nhất.' });
  await decide(residents.id, { outcome: 'APPROVE', reason: 'Phù hợp với vụ việc.' });
  const { secret } = await call(investigator, 'POST', `/api/requests/${residents.id}/owner-requests/${resident.id}/link`, {});
  for (let state = ''; state !== 'SEALED'; ) {
    if (Date.now() - now > 180_000) throw new Error(`not sealed within three minutes: ${state}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
    ({ state } = await call(investigator, 'GET', `/api/requests/${sealed.id}`));
  }
  const copies = await call(investigator, 'GET', `/api/requests/${sealed.id}/copies`);
  const ordered = await call(investigator, 'POST', `/api/requests/${sealed.id}/copies`, {
    kind: 'REDACTED',
    master: copies.masters[0].name,
    reasons: ['THIRD_PERSONS'],
    words: 'Giao cho báo để tìm người làm chứng.',
    tracks: [
      {
        keys: [
          { seconds: 0, x: 0.1, y: 0.4, width: 0.3, height: 0.35 },
          { seconds: 40, x: 0.55, y: 0.4, width: 0.3, height: 0.35 },
        ],
      },
    ],
  });
  for (let state = ''; state !== 'MADE'; ) {
    if (Date.now() - now > 300_000) throw new Error(`no copy within five minutes: ${state}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
    ({ state } = (await call(investigator, 'GET', `/api/requests/${sealed.id}/copies`)).copies.find((copy) => copy.id === ordered.id));
  }
  const officer = await as('DUTY_OFFICER', looks[0]);
  const { open } = await call(officer, 'GET', '/api/emergency-accesses/own');
  const emergency = open ?? (await call(officer, 'POST', '/api/emergency-accesses', { areaId, reason: 'Trẻ lạc ở chợ từ chiều hôm kia, chưa có vụ việc.' }));
  const person = (kind, words) =>
    call(administrator, 'POST', '/api/data-requests', {
      kind,
      channel: 'COUNTER',
      areaId,
      receivedAt: at(3600),
      name: 'Lê Thị Hoa',
      contact: '0912 000 222',
      words,
      place: 'Cổng chợ Đông Thọ',
    });
  await person('DELETION', 'Xin xóa hình cửa nhà tôi.');
  const data = await person('ACCESS', 'Xin xem hình lúc tôi bị va xe trước cổng chợ sáng nay.');
  await officer.close();
  await Promise.all([investigator, approver].map((context) => context.close()));
  return {
    cameras,
    down,
    opened,
    sealed,
    waiting,
    resident,
    residents,
    secret,
    ordered,
    emergency,
    data,
    moment: at(120),
    retire: async () => call(await as('ADMINISTRATOR', looks[0]), 'DELETE', `/api/cameras/${down.id}`),
  };
}

const live = (page) =>
  page.waitForFunction(
    () => {
      const tiles = document.querySelectorAll('.cameras-tile:not(.cameras-tile-none)').length;
      return tiles > 0 && document.querySelectorAll('.cameras-tile[data-state="playing"]').length >= Math.min(4, tiles);
    },
    null,
    { timeout: 20_000 },
  );
const played = (page) => page.waitForFunction(() => [...document.querySelectorAll('.player-play-tile')].every((tile) => tile.dataset.state === 'ready'), null, { timeout: 20_000 });

const { cameras, opened, sealed, waiting, resident, residents, secret, ordered, emergency, data, down, moment, retire } = await prepare();
const ids = cameras.map((camera) => camera.id);
const { latitude, longitude } = resident.place;
const span = `from=${moment}&to=${new Date(Date.parse(moment) + 30_000).toISOString()}`;
const pages = [
  { name: 'sign-in', path: '/sign-in' },
  { name: 'cameras', role: 'DUTY_OFFICER', path: '/cameras', ready: (page, look) => (look.width > 720 ? live(page) : null) },
  { name: 'cameras-down', role: 'DUTY_OFFICER', path: '/cameras?state=down' },
  { name: 'camera', role: 'DUTY_OFFICER', path: `/cameras/${ids[0]}`, ready: live },
  { name: 'camera-down', role: 'ADMINISTRATOR', path: `/cameras/${down.id}` },
  { name: 'wall', role: 'DUTY_OFFICER', path: '/wall/4', ready: (page, look) => (look.width > 720 ? live(page) : page.locator('.cameras-tile[data-state="playing"]').first().waitFor()) },
  { name: 'player', role: 'INVESTIGATOR', path: `/play?cams=${ids[0]},${ids[1]}&t=${moment}&z=300000`, ready: played },
  { name: 'cases', role: 'INVESTIGATOR', path: '/cases' },
  { name: 'case', role: 'INVESTIGATOR', path: `/cases/${opened.id}` },
  { name: 'request-what', role: 'INVESTIGATOR', path: `/requests/new/what?case=${opened.id}&cams=${ids[0]},${ids[1]}&${span}`, ready: (page) => page.locator('.coverage-list').waitFor() },
  { name: 'requests', role: 'INVESTIGATOR', path: '/requests' },
  { name: 'decision', role: 'APPROVER', path: `/requests/${waiting.id}` },
  { name: 'package', role: 'INVESTIGATOR', path: `/requests/${sealed.id}/package`, ready: (page) => page.locator('.verdict-sentence').waitFor({ timeout: 30_000 }) },
  { name: 'log', role: 'AUDITOR', path: `/audit?object=${sealed.id}`, ready: proveFirst },
  { name: 'people', role: 'ADMINISTRATOR', path: '/people' },
  { name: 'account', role: 'APPROVER', path: '/account' },
  { name: 'register', role: 'ADMINISTRATOR', path: '/register' },
  { name: 'register-camera', role: 'ADMINISTRATOR', path: `/register/${resident.id}` },
  { name: 'register-import', role: 'ADMINISTRATOR', path: '/register/import' },
  { name: 'find', role: 'INVESTIGATOR', path: `/find?at=${latitude.toFixed(5)},${longitude.toFixed(5)}&${span}`, ready: (page) => page.locator('.find-candidate').first().waitFor() },
  { name: 'request-residents', role: 'INVESTIGATOR', path: `/requests/${residents.id}` },
  { name: 'owner', path: `/owner.html#${secret}` },
  { name: 'urgent', role: 'AUDITOR', path: '/urgent' },
  { name: 'figures', role: 'INVESTIGATOR', path: '/figures' },
  { name: 'findings', role: 'AUDITOR', path: '/findings' },
  { name: 'copy-editor', role: 'INVESTIGATOR', path: `/requests/${sealed.id}/copies/new?video=${encodeURIComponent(ordered.master)}` },
  { name: 'copy', role: 'APPROVER', path: `/requests/${sealed.id}/copies/${ordered.id}` },
  { name: 'emergency-bar', role: 'DUTY_OFFICER', path: '/cameras' },
  { name: 'reviews', role: 'SENIOR_APPROVER', path: '/reviews' },
  { name: 'review', role: 'SENIOR_APPROVER', path: `/reviews/${emergency.id}` },
  { name: 'data-requests', role: 'ADMINISTRATOR', path: '/data-requests' },
  { name: 'data-request', role: 'ADMINISTRATOR', path: `/data-requests/${data.id}` },
  { name: 'transparency', path: '/transparency' },
];

async function proveFirst(page) {
  await page.locator('.log-row a').first().click();
  await page.locator('.log-entry .button-plain').first().click();
  await page.locator('.log-entry .notice-ok').waitFor();
}

async function take(each, look, theme, name) {
  const context = await as(each.role, look, theme);
  const page = await context.newPage();
  page.on('pageerror', (error) => console.log(`${name}: ${error.message}`));
  await page.goto(`${server}${each.path}`);
  await page.locator('h1').first().waitFor();
  await each.ready?.(page, look);
  await page.waitForFunction(() => !document.querySelector('.state-loading'));
  await page.waitForTimeout(400); // the last paint
  const picture = await webp(browser, await page.screenshot());
  await writeFile(join(folder, `${name}.webp`), picture);
  await context.close();
  return picture.length;
}

await mkdir(folder, { recursive: true });
let bytes = 0;
let failed = 0;
const requested = [
  ...looks.flatMap((look) => pages.map((each) => [each, look, 'light', `${each.name}-${look.name}`])),
  ...['player', 'decision'].map((name) => [pages.find((each) => each.name === name), looks[0], 'dark', `${name}-dark`]),
].filter(([, , , name]) => only.split(',').some((begin) => name.startsWith(begin)));
for (const [each, look, theme, name] of requested) {
  try {
    bytes += await take(each, look, theme, name);
  } catch (failure) {
    failed++;
    console.log(`${name}: ${failure.message}`);
  }
}
await retire();
await browser.close();
console.log(`${requested.length - failed} pictures, ${(bytes / 1e6).toFixed(1)} MB`);
process.exitCode = failed > 0 ? 1 : 0;
