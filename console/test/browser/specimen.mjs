// The visual language in its four looks: `npm run specimen -- <folder>`, after a build. A page of all parts
// in the console's own styles, which no visitor sees; its words are messages of the console.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startStub } from '../stub/server.mjs';
import { launch, webp } from './launch.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const folder = process.argv[2] ?? join(root, '..', 'docs', 'images');
const messages = Object.fromEntries(
  readdirSync(join(root, 'messages')).flatMap((file) => Object.entries(JSON.parse(readFileSync(join(root, 'messages', file), 'utf8'))).map(([key, texts]) => [`${file.slice(0, -5)}.${key}`, texts])),
);
const styles = readFileSync(join(root, 'dist', 'index.html'), 'utf8').match(/<link rel="stylesheet"[^>]*>/g);
const icons = [...readFileSync(join(root, 'src', 'ui', 'Icon.tsx'), 'utf8').matchAll(/^ {2}(\w+): '(M[^']+)',$/gm)].map(([, name, path]) => ({ name, path }));

function page(language, theme) {
  const t = (key) => messages[key][['vi', 'en', 'ar'].indexOf(language)];
  const icon = (name, size = 18) =>
    `<svg class="icon" width="${size}" height="${size}" viewBox="0 0 20 20" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"><path d="${icons.find((each) => each.name === name).path}"/></svg>`;
  const tones = { info: 'info', ok: 'done', warn: 'warn', bad: 'danger' };
  const panel = (title, body) => `<section class="panel stack"><h2 dir="ltr"><code>${title}</code></h2>${body}</section>`;
  const badge = (tone, name, key) => `<span class="badge badge-${tone}">${icon(name, 14)}${t(key)}</span>`;
  const row = (code, tone, name, key) =>
    `<tr><th scope="row"><a class="row-link-plain" href="#"><span class="code">${code}</span> <bdi class="name">Ngã tư Bờ Hồ Đẫm Ẩm</bdi></a></th><td><time dir="ltr">02/12/2026 07:45:00</time></td><td>${badge(tone, name, key)}</td></tr>`;
  const rows = [
    row('REQ-2026-0001', 'warn', 'waiting', 'requests.state.REQUESTED'),
    row('REQ-2026-0002', 'ok', 'package', 'requests.state.SEALED'),
    row('REQ-2026-0003', 'bad', 'refused', 'requests.state.REFUSED'),
    row('REQ-2026-0004', 'mute', 'off', 'requests.state.CANCELLED'),
  ].join('');
  const button = (kind, key, name) => `<button type="button" class="button${kind && ` button-${kind}`}">${name ? icon(name, 16) : ''}${t(key)}</button>`;
  return `<!doctype html><html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}" data-theme="${theme}" data-density="comfortable"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
${styles.join('')}
<style>main{display:grid;gap:var(--space-6);padding:var(--space-6);grid-template-columns:repeat(auto-fit,minmax(min(100%,440px),1fr));align-items:start}code{font:400 var(--text-s)/var(--line) var(--mono);color:var(--mute)}
.all{display:grid;grid-template-columns:repeat(auto-fill,minmax(124px,1fr));gap:var(--space-3)}.all span{display:flex;gap:var(--space-3);align-items:center;font-size:var(--text-xs)}
.specimen{grid-column:1/-1}@media(min-width:1000px){.wide{grid-column:span 2}}.dark-ground{display:flex;flex-wrap:wrap;gap:var(--space-3);padding:var(--space-5);background:var(--stage);border-radius:var(--radius-l)}</style>
<body><main>
${panel('type', ['xxl', 'xl', 'l', 'm', 's', 'xs'].map((size) => `<div class="type-${size}"><style>.type-${size}{font-size:var(--text-${size});line-height:var(--line${/l/.test(size) ? '-head' : ''})}</style>${t('cameras.connection')} · ẲẪẬ · اللغة <code dir="ltr">${size}</code></div>`).join(''))}
${panel(
  'states',
  `<div class="actions">${Object.entries(tones)
    .map(([tone, name]) => badge(tone, name, { info: 'requests.state.APPROVED', ok: 'cameras.conn.CONNECTED', warn: 'cameras.conn.CONNECTING', bad: 'cameras.conn.DOWN' }[tone]))
    .join('')}${badge('mute', 'off', 'cameras.conn.OFF')}</div>${Object.entries(tones)
    .map(
      ([tone, name]) =>
        `<div class="notice notice-${tone}">${icon(name)}<div><p class="notice-title">${t({ info: 'app.signInBack', ok: 'app.saved', warn: 'app.forbiddenTitle', bad: 'app.offlineTitle' }[tone])}</p></div></div>`,
    )
    .join('')}`,
)}
${panel(
  'controls',
  `<div class="actions">${button('primary', 'app.save', 'done')}${button('', 'app.retry')}${button('danger', 'app.signIn')}${button('quiet', 'app.cancel')}<button type="button" class="button" disabled>${t('app.save')}</button></div>
<div class="segments"><button type="button" aria-pressed="true">${t('cameras.conn.CONNECTED')}</button><button type="button" aria-pressed="false">${t('cameras.conn.OFF')}</button></div>
<div class="field"><label for="one">${t('requests.purpose')}</label><select id="one"><option>${t('requests.urgent.PERSON_MISSING')}</option></select></div>
<div class="field field-wrong"><label for="two">${t('requests.urgentWords')}</label><p class="field-error">${t('requests.urgentWordsWrong')}</p><input id="two" aria-invalid="true"></div>`,
)}
<section class="table-wrap wide"><table class="table table-cards"><thead><tr><th scope="col">${t('requests.colRequest')}</th><th scope="col">${t('requests.colWhat')}</th><th scope="col">${t('requests.colState')}</th></tr></thead><tbody>${rows}</tbody></table></section>
<section class="stack"><div class="state-loading" data-late="true"><div class="skeleton"><span></span><span></span><span></span><span></span></div></div><div class="dark-ground" dir="ltr">${['playBack', 'stepBack', 'play', 'stepForward', 'gapNext', 'eventNext', 'still'].map((name) => `<button type="button" class="transport-button${name === 'play' ? ' transport-play' : ''}">${icon(name)}</button>`).join('')}</div></section>
${panel('icons', `<div class="all" dir="ltr">${icons.map(({ name }) => `<span>${icon(name, 20)}${name}</span>`).join('')}</div>`).replace('class="panel', 'class="panel specimen')}
</main></body></html>`;
}

const looks = [
  { name: 'desk', language: 'vi', theme: 'light', width: 1440 },
  { name: 'dark', language: 'en', theme: 'dark', width: 1440 },
  { name: 'phone', language: 'vi', theme: 'light', width: 360 },
  { name: 'arabic', language: 'ar', theme: 'light', width: 1440 },
];
const stub = await startStub();
const browser = await launch();
for (const look of looks) {
  const context = await browser.newContext({ viewport: { width: look.width, height: 900 }, reducedMotion: 'reduce' });
  const shown = await context.newPage();
  await shown.route('**/specimen', (route) => route.fulfill({ contentType: 'text/html', body: page(look.language, look.theme) }));
  await shown.goto(`${stub.url}/specimen`);
  await shown.evaluate(() => document.fonts.ready);
  writeFileSync(join(folder, `visual-language-${look.name}.webp`), await webp(browser, await shown.screenshot({ fullPage: true })));
  await context.close();
}
await browser.close();
await stub.close();
