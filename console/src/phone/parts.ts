import { clockText, dateText } from '../time/format';
import type { App } from './app';
import { apart, button, h, ltr } from './dom';
import { leaveQuickly } from './leave';
import type { Own } from './own';
import type { Medium, Said } from './report';
import { t, tCode } from './text';

/** `27/11/2026 09:41`, left to right, by the site's clock. */
export function moment(at: string, zone: string): HTMLElement {
  const millis = Date.parse(at);
  return h('time', { datetime: at, dir: 'ltr' }, `${dateText(millis, zone)} ${clockText(millis, zone).slice(0, 5)}`);
}

/** `27/11/2026`, likewise. */
export function dayOf(at: string, zone: string): HTMLElement {
  return h('time', { datetime: at.slice(0, 10), dir: 'ltr' }, dateText(Date.parse(at), zone));
}

export function quickExit(): HTMLElement {
  const exit = h('button', { type: 'button', class: 'exit', title: t('phone.exitMore') }, t('phone.exit'));
  exit.addEventListener('click', leaveQuickly);
  return exit;
}

export function stateOf(own: Own): string {
  return own.retractionAsked && own.state !== 'RETRACTED' ? t('phone.retractionAsked') : tCode('situations.state', own.state);
}

const fact = (label: string, ...values: (Node | string)[]): HTMLElement => h('div', {}, h('dt', {}, label), h('dd', {}, ...values));

/** All that was said, to be looked over. */
export function summary(app: App, said: Said, notedAt: string | null = null): HTMLElement {
  const village = said.villageId === null ? t('phone.villageUnknown') : (app.profile.villages.find((each) => each.id === said.villageId)?.name ?? '');
  const zone = app.profile.zone;
  const now = said.precision === 'NOW' && notedAt !== null;
  const exact = said.happenedAt && (said.precision === 'ABOUT' || said.precision === 'DAY');
  const when = exact ? (said.precision === 'DAY' ? dayOf : moment)(said.happenedAt!, zone) : tCode('phone.when', said.precision);
  const marks = [...(said.danger ? [t('phone.danger')] : []), ...(said.injured ? [t('phone.injured')] : [])];
  const people = said.people.filter((each) => each.name.trim());
  return h(
    'dl',
    { class: 'facts' },
    fact(t('phone.step.1'), said.kind ? tCode('situations.kind', said.kind) : t('phone.notSaid')),
    fact(
      t('phone.step.2'),
      apart(village),
      said.placeWords ? h('p', {}, apart(said.placeWords)) : '',
      said.point ? h('p', {}, ltr(`${said.point.latitude.toFixed(5)}, ${said.point.longitude.toFixed(5)} ± ${said.point.accuracyMetres} m`)) : '',
    ),
    fact(t('phone.step.3'), when, ...(now ? [' ', moment(notedAt, zone)] : []), marks.length > 0 ? h('p', { class: 'strong' }, marks.join(' · ')) : ''),
    ...(said.seen.trim() ? [fact(t('phone.seen'), apart(said.seen))] : []),
    ...(said.told.trim() ? [fact(t('phone.told'), apart(said.told), said.toldBy ? h('p', {}, apart(said.toldBy)) : '')] : []),
    ...(people.length > 0
      ? [fact(t('phone.step.5'), ...people.map((each) => h('p', {}, apart(each.name), ' – ', tCode('situations.role', each.role), each.words ? h('small', {}, apart(each.words)) : '')))]
      : []),
  );
}

/** One file with how far it is. */
export function fileLine(medium: Medium, drop: (() => void) | null): HTMLElement {
  const state = tCode('phone.file', medium.state);
  const wrong = medium.trouble ? medium.trouble.detail || medium.trouble.title || tCode('phone.trouble', medium.trouble.code) : '';
  const size = medium.bytes > 0 ? ltr(`${Math.ceil(medium.bytes / 1000)} kB`) : '';
  return h(
    'li',
    { 'data-file': medium.state },
    h('span', {}, tCode('phone.medium', medium.kind), ' ', size, ' – ', state, medium.keepPosition ? ` · ${t('phone.placeKept')}` : ''),
    wrong && h('p', { class: 'wrong' }, wrong),
    drop && button(t('phone.drop'), 'plain small', drop),
  );
}
