// The pictures of docs/images and the page docs/guide/tour.md that shows them, from a running
// demonstration. Usage, some minutes after ./anbinh up:
//   node console/scripts/screenshots.mjs http://localhost:8080 docs [names that begin so,or so]
// With names only these pictures are taken. It adds to the demonstration what the pages show, such as a
// case with requests, and a camera that nothing answers for, which it retires again.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launch, webp } from '../test/browser/launch.mjs';
import { tour } from './tour.mjs';

const [server = 'http://localhost:8080', folder = 'docs', only = ''] = process.argv.slice(2);
const looks = {
  desk: { language: 'en', width: 1440, height: 900, theme: 'light', words: 'at a desk' },
  phone: { language: 'vi', width: 360, height: 740, theme: 'light', words: 'on a phone' },
  arabic: { language: 'ar', width: 1440, height: 900, theme: 'light', words: 'from right to left' },
  dark: { language: 'en', width: 1440, height: 900, theme: 'dark', words: 'in the dark' },
};

const browser = await launch();
const people = (await (await fetch(`${server}/api/demo`)).json()).people;

/** A browser of its own, signed in as the person who holds a role; nobody for none. */
async function as(role, look = looks.desk) {
  const context = await browser.newContext({ viewport: { width: look.width, height: look.height }, locale: look.language, timezoneId: 'Asia/Ho_Chi_Minh' });
  context.setDefaultTimeout(15_000);
  await context.addInitScript(
    ([language, chosen]) => {
      localStorage.setItem('anbinh.language', language);
      localStorage.setItem('anbinh.preferences', JSON.stringify({ theme: chosen }));
    },
    [look.language, look.theme],
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

/** Somebody to be recognised for a team, last year of a programme to be assessed, and a report of the last quarter. */
async function propose() {
  const officer = await as('COMMUNITY_OFFICER');
  const chair = await as('CHAIR');
  const today = new Date();
  const inYears = (years) => new Date(Date.UTC(today.getUTCFullYear() + years, today.getUTCMonth(), 1)).toISOString().slice(0, 10);
  const team = (await call(officer, 'GET', '/api/teams')).items[0];
  const person = {
    name: 'Lê Văn Tâm (mô phỏng)',
    gender: 'MALE',
    birthYear: today.getUTCFullYear() - 34,
    birthOn: null,
    nationalId: null,
    phone: null,
    education: null,
    healthOn: null,
    origin: 'RECRUITED',
  };
  if ((await call(officer, 'GET', `/api/teams/${team.id}`)).proposal === null)
    await call(officer, 'POST', `/api/teams/${team.id}/members`, {
      members: [{ person, memberId: null, position: 'MEMBER', from: inYears(0), until: inYears(3), overAge: null, anotherPerson: null }],
    });
  const copy = (await call(chair, 'GET', '/api/programmes')).items.find((each) => each.parentId !== null);
  if (copy.state === 'PROPOSED') {
    const { pending } = await call(chair, 'GET', `/api/programmes/${copy.id}`);
    await call(chair, 'POST', `/api/programmes/${copy.id}/decision`, { actId: pending.id, version: pending.version, outcome: 'ACCEPTED', number: '21/QĐ-UBND', on: inYears(-1) });
  }
  const quarter = Math.floor(today.getUTCMonth() / 3);
  const period = quarter === 0 ? `${today.getUTCFullYear() - 1}-Q4` : `${today.getUTCFullYear()}-Q${quarter}`;
  const report = (await call(officer, 'GET', `/api/reports?period=${period}`)).items.find((each) => each.areaId === team.communeId);
  if (!report?.reportId) await call(officer, 'POST', '/api/reports', { areaId: team.communeId, period, notes: [] });
  const { assessmentId } = (await call(officer, 'GET', '/api/standard/units')).items.find((each) => each.state === 'SELF_ASSESSED');
  await Promise.all([officer.close(), chair.close()]);
  return { team: team.id, programme: copy.id, assessment: assessmentId };
}

/** Something to see: a camera that is down, a case with a sealed request and one that waits. */
async function prepare() {
  const investigator = await as('INVESTIGATOR');
  const approver = await as('APPROVER');
  const administrator = await as('ADMINISTRATOR');
  const cameras = (await call(investigator, 'GET', '/api/cameras?limit=200')).items.filter((camera) => !camera.retired);
  const { areaId } = cameras[0];
  const down = await call(administrator, 'POST', '/api/cameras', { name: 'Bến xe phía Tây', areaId, address: 'rtsp://127.0.0.1:9/stream', recording: true, keepDays: 30, simulated: true });
  const now = Date.now();
  const at = (seconds) => new Date(now - seconds * 1000).toISOString();
  const theft = {
    title: 'Mất xe máy ở cổng chợ',
    type: 'THEFT',
    occurredFrom: at(170),
    occurredTo: at(80),
    areaId,
    place: 'Cổng chợ Đông Thọ',
    description: 'Xe máy màu đỏ dựng trước cổng chợ bị lấy đi trong lúc chủ xe vào mua hàng.',
  };
  const opened = await call(investigator, 'POST', '/api/cases', theft);
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
  await call(investigator, 'POST', `/api/requests/${residents.id}/owner-requests/${resident.id}/messages`, { channel: 'TEXT', language: 'vi' });
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
  const officer = await as('DUTY_OFFICER');
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
  const referTo = (await call(officer, 'GET', `/api/footage-referrals/recipients?cameraIds=${cameras[0].id}`)).items[0];
  await call(officer, 'POST', '/api/footage-referrals', {
    cameraIds: [cameras[0].id],
    from: at(150),
    to: at(90),
    recipientId: referTo.id,
    note: 'Xe máy đỏ rời cổng chợ, đi về phía cầu.',
  });
  const wanted = await call(investigator, 'POST', '/api/wanted-vehicles', {
    caseId: opened.id,
    areaId,
    plate: '30V-465.97',
    objectClass: 'CAR',
    colour: 'YELLOW',
    documentNumber: '12/QĐ-CQĐT',
    documentAuthority: 'Cơ quan điều tra (mô phỏng)',
    documentOn: at(0).slice(0, 10),
    reason: 'Xe rời hiện trường ngay sau khi mất xe máy; cần xác minh người lái.',
    days: 7,
  });
  await call(approver, 'POST', `/api/wanted-vehicles/${wanted.id}/decision`, { outcome: 'APPROVE', reason: 'Phù hợp với vụ việc.' });
  const reason = 'Xác minh xe vàng rời chợ lúc bị mất xe máy.';
  const search = (caseId) => call(investigator, 'POST', '/api/sightings/searches?limit=24', { caseId, reason, text: '30V 465.97' });
  const { hits } = await search(opened.id);
  for (const hit of hits.items.slice(0, 3)) {
    await call(investigator, 'POST', `/api/cases/${opened.id}/passes`, { position: hit.position, verdict: 'CONFIRMED', note: null, remembered: '30V 465.97' });
  }
  // Five searches of which nothing comes are a finding.
  const idle = await call(investigator, 'POST', '/api/cases', { ...theft, title: 'Va quệt xe trước chợ' });
  for (let times = 0; times < 5; times++) await search(idle.id);
  const proposed = await propose();
  await Promise.all([officer, investigator, approver].map((context) => context.close()));
  return {
    cameras: cameras.map((camera) => camera.id),
    moment: at(120),
    down: down.id,
    case: opened.id,
    sealed: sealed.id,
    waiting: waiting.id,
    residents: residents.id,
    secret,
    resident: resident.id,
    place: `${resident.place.latitude.toFixed(5)},${resident.place.longitude.toFixed(5)}`,
    copy: { id: ordered.id, master: ordered.master },
    emergency: emergency.id,
    data: data.id,
    ...proposed,
    // Signed in anew: whoever retires a camera has confirmed who they are.
    retire: async () => call(await as('ADMINISTRATOR'), 'DELETE', `/api/cameras/${down.id}`),
  };
}

/** What a route's addresses match. */
function addressOf(route) {
  return new RegExp(`^${route.replaceAll(/:\w+/g, '(?:\\d+|[0-9a-f]{8}-[0-9a-f-]{27})')}$`);
}

/** Follows the page's first link of a route. */
async function follow(page, route) {
  const found = await page.waitForFunction((source) => {
    const address = new RegExp(source);
    return [...document.querySelectorAll('main a[href]')].map((link) => link.getAttribute('href')).find((href) => address.test(href.split('?')[0]));
  }, addressOf(route).source);
  await page.goto(`${server}${await found.jsonValue()}`);
}

async function take(each, look, file) {
  const context = await as(each.role, look);
  const page = await context.newPage();
  page.on('pageerror', (error) => console.log(`${file}: ${error.message}`));
  const [begin, ...routes] = each.via ?? [each.path];
  await page.goto(`${server}${begin}`);
  for (const route of routes) await follow(page, route);
  await page.locator('h1').first().waitFor();
  await each.ready?.(page, look);
  await page.waitForFunction(() => !document.querySelector('.state-loading, .map-root:not([data-drawn])'));
  await page.waitForTimeout(400); // the last paint
  const picture = await webp(browser, await page.screenshot());
  await writeFile(join(folder, 'images', file), picture);
  await context.close();
  return picture.length;
}

const file = (each, look) => `${each.name}-${look}.webp`;

/** The page of the tour, section by section. */
function written(sections) {
  const picture = (each, look) => `![${each.title}, ${looks[look].words}](../images/${file(each, look)})`;
  const shown = (each) => `### ${each.title}\n\n${each.looks.map((look) => picture(each, look)).join('\n')}\n`;
  return [
    '# A tour of every page\n',
    'Each page as a demonstration shows it: simulated cameras; people, cases and figures that are not real. Desks are in English, phones in Vietnamese. `console/scripts/screenshots.mjs` takes the pictures and writes this page; [Using the console](console.md) says what one does there.\n',
    ...sections.flatMap((section) => [`## ${section.title}\n`, ...section.pages.map(shown)]),
  ].join('\n');
}

await mkdir(join(folder, 'images'), { recursive: true });
const world = await prepare();
const sections = tour(world);
const requested = sections
  .flatMap((section) => section.pages)
  .flatMap((each) => each.looks.map((look) => ({ each, look })))
  .filter(({ each, look }) => only.split(',').some((begin) => file(each, look).startsWith(begin)));
let bytes = 0;
let failed = 0;
for (const { each, look } of requested) {
  try {
    bytes += await take(each, looks[look], file(each, look));
  } catch (failure) {
    failed++;
    console.log(`${file(each, look)}: ${failure.message}`);
  }
}
if (only === '') {
  await mkdir(join(folder, 'guide'), { recursive: true });
  await writeFile(join(folder, 'guide', 'tour.md'), written(sections));
}
await world.retire();
await browser.close();
console.log(`${requested.length - failed} pictures, ${(bytes / 1e6).toFixed(1)} MB`);
process.exitCode = failed > 0 ? 1 : 0;
