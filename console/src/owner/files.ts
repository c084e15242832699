import { dateTimeText } from '../time/format';
import { zonedFields } from '../time/zone';
import { call, type FileKind, type OwnersAsk, type OwnersFile, online, Refused } from './api';
import { button, h } from './dom';
import { trouble } from './notices';
import { t } from './text';

/** Bytes as people say them, the number before its unit in every language. */
export function size(bytes: number): string {
  const text = bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : `${Math.ceil(bytes / 1e3)} kB`;
  return `\u2066${text}\u2069`;
}

/** Choosing and sending files; they are sent one after the other. */
export function choosing(ask: OwnersAsk, kind: FileKind, reload: () => Promise<void>): HTMLElement {
  const id = kind === 'VIDEO' ? 'videos' : 'picture';
  const input = h('input', { type: 'file', id, ...(kind === 'VIDEO' ? { multiple: '' } : { accept: 'image/*' }) });
  const status = h('div', { 'aria-live': 'polite' });
  input.addEventListener('change', () => void sendAll([...(input.files ?? [])]));
  async function sendAll(files: File[]): Promise<void> {
    input.disabled = true;
    try {
      for (const file of files) {
        if (file.size > ask.mostBytes) throw new Refused('file-too-large', t('owner.tooLarge'), t('owner.tooLargeMore', { size: size(ask.mostBytes) }));
        const bar = h('progress', { max: String(file.size), value: '0', 'aria-label': file.name });
        const text = h('bdi');
        status.replaceChildren(h('p', {}, h('bdi', {}, file.name)), bar, h('p', {}, text), h('p', { class: 'hint' }, t('owner.keepOpen')));
        const { send } = await import('./upload');
        await send(file, kind, (sent) => {
          if (sent !== null) bar.value = sent;
          text.textContent = sent === null ? t('owner.lineGone') : `${size(sent)} / ${size(file.size)}`;
        });
      }
      await online();
      await reload();
    } catch (failure) {
      status.replaceChildren(trouble(failure), h('p', {}, t('owner.chooseAgain')));
    } finally {
      input.disabled = false;
      input.value = '';
    }
  }
  return h(
    'div',
    { class: 'choose' },
    h('label', { for: id, class: kind === 'VIDEO' ? 'pick primary' : 'pick' }, t(kind === 'VIDEO' ? 'owner.choose' : 'owner.picture')),
    h('p', { class: 'hint' }, t(kind === 'VIDEO' ? 'owner.chooseMore' : 'owner.pictureMore', { size: size(ask.mostBytes), count: String(ask.mostFiles) })),
    input,
    status,
  );
}

const wrong = { NOT_VIDEO: 'owner.notVideo', NOT_PICTURE: 'owner.notPicture', UNREADABLE: 'owner.unreadable', INFECTED: 'owner.infected' } as const;

function state(file: OwnersFile): string {
  switch (file.state) {
    case 'RECEIVING':
      return t('owner.receiving', { received: size(file.received), size: size(file.bytes) });
    case 'RECEIVED':
      return t('owner.looking');
    case 'ACCEPTED':
      return t('owner.accepted');
    case 'REJECTED':
      return t(wrong[file.rejection ?? 'UNREADABLE']);
  }
}

/** What is on the server, with how far each is. */
export function list(files: OwnersFile[], reload: (() => Promise<void>) | null): HTMLElement {
  const rows = files.map((file) =>
    h(
      'li',
      { 'data-state': file.state },
      h('bdi', { class: 'name' }, file.name),
      ' ',
      h('bdi', { dir: 'ltr' }, size(file.bytes)),
      h('p', { class: file.state === 'REJECTED' ? 'wrong' : 'hint' }, state(file)),
      file.state === 'ACCEPTED' && file.sha256 && h('p', { class: 'hint' }, 'SHA-256 ', h('code', { dir: 'ltr' }, file.sha256)),
      reload &&
        button(t('owner.remove'), 'plain small', async () => {
          const { discard } = await import('./upload');
          await discard(file.id).catch(() => null);
          await reload();
        }),
    ),
  );
  return h('ul', { class: 'files' }, ...rows);
}

/** How far the recorder's clock is off: what its screen shows now. */
export function clock(ask: OwnersAsk, reload: () => Promise<void>): HTMLElement {
  const ahead = Date.parse(ask.now) - Date.now();
  const now = h('time', { dir: 'ltr' });
  const tick = () => {
    now.textContent = dateTimeText(Date.now() + ahead, ask.zone);
    if (now.isConnected) setTimeout(tick, 500);
  };
  setTimeout(tick);
  const f = zonedFields(Date.parse(ask.now), ask.zone);
  const two = (n: number) => String(n).padStart(2, '0');
  const shown = h('input', { type: 'datetime-local', step: '1', id: 'shown', dir: 'ltr', value: `${f.year}-${two(f.month)}-${two(f.day)}T${two(f.hour)}:${two(f.minute)}:${two(f.second)}` });
  const wrong = h('div');
  const said = ask.clock ? Math.round((Date.parse(ask.clock.shown) - Date.parse(ask.clock.at)) / 1000) : null;
  return h(
    'details',
    {},
    h('summary', {}, t('owner.clock')),
    h('p', {}, t('owner.clockMore')),
    said !== null && h('p', { class: 'notice ok' }, t(said >= 0 ? 'owner.clockAhead' : 'owner.clockBehind', { seconds: String(Math.abs(said)) })),
    h('p', {}, t('owner.clockNow'), ' ', now),
    h('label', { for: 'shown' }, t('owner.clockShown')),
    shown,
    wrong,
    button(t('owner.clockSay'), 'plain', async () => {
      const at = Date.now() + ahead;
      // The site's zone has one offset at both times, which are near each other.
      const there = zonedFields(at, ask.zone);
      const offset = Date.UTC(there.year, there.month - 1, there.day, there.hour, there.minute, there.second) - Math.floor(at / 1000) * 1000;
      const read = Date.parse(`${shown.value}Z`) - offset;
      try {
        if (!Number.isFinite(read)) throw new Refused('', t('owner.clockMissing'), '');
        await call('/api/owner/request/clock-offset', { shown: new Date(read).toISOString(), at: new Date(at).toISOString() });
        await reload();
      } catch (failure) {
        wrong.replaceChildren(trouble(failure));
      }
    }),
    choosing(ask, 'CLOCK_PICTURE', reload),
  );
}
