import { notice, show, sure, type App } from './app';
import { apart, button, h, ltr } from './dom';
import { dayOf, moment, quickExit } from './home';
import type { Medium, Report, Said } from './report';
import { t, tCode } from './text';
import { writeOn } from './write';

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
    fact(t('phone.step.2'), apart(village), said.placeWords ? h('p', {}, apart(said.placeWords)) : '', said.point ? h('p', {}, ltr(`${said.point.latitude.toFixed(5)}, ${said.point.longitude.toFixed(5)} ± ${said.point.accuracyMetres} m`)) : ''),
    fact(t('phone.step.3'), when, ...(now ? [' ', moment(notedAt, zone)] : []), marks.length > 0 ? h('p', { class: 'strong' }, marks.join(' · ')) : ''),
    ...(said.seen.trim() ? [fact(t('phone.seen'), apart(said.seen))] : []),
    ...(said.told.trim() ? [fact(t('phone.told'), apart(said.told), said.toldBy ? h('p', {}, apart(said.toldBy)) : '')] : []),
    ...(people.length > 0 ? [fact(t('phone.step.5'), ...people.map((each) => h('p', {}, apart(each.name), ' – ', tCode('situations.role', each.role), each.words ? h('small', {}, apart(each.words)) : '')))] : []),
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

/** A report that is to be sent, or that needs its reporter. */
export function viewReport(app: App, report: Report): void {
  const back = () => void app.home();
  const trouble = report.trouble;
  const taken = trouble?.code === 'situation-id-taken';
  const versions = report.stage === 'BESIDE' && report.held;
  show(
    [
      h('header', { class: 'top' }, button(t('phone.back'), 'plain', back), quickExit()),
      h('h1', {}, t('phone.report'), ' ', moment(report.notedAt, app.profile.zone)),
      report.held ? notice('ok', t('phone.hasWords', { code: report.held.code })) : null,
      trouble ? notice('bad', trouble.title || t('phone.refused'), trouble.detail, ...trouble.errors.map((each) => each.message), t(taken ? 'phone.taken' : 'phone.refusedMore')) : null,
      versions
        ? h('div', {}, notice('warn', t('phone.beside'), t('phone.besideMore')), versions.before ? h('section', { 'data-version': 'BEFORE' }, h('h2', {}, t('phone.versionBefore')), summary(app, versions.before)) : null, h('section', { 'data-version': 'NOW' }, h('h2', {}, t('phone.versionNow')), summary(app, report.said)))
        : h('div', {}, report.stage === 'QUEUED' && !report.held ? h('p', {}, t('phone.queuedMore')) : null, summary(app, report.said, report.notedAt)),
      report.media.length > 0 ? h('ul', { class: 'files' }, ...report.media.map((each) => fileLine(each, null))) : null,
      h(
        'div',
        { class: 'stack' },
        ...(report.stage === 'BESIDE'
          ? []
          : [button(t('phone.edit'), 'primary', () => writeOn(app, report.id, taken))]),
        ...(report.stage === 'QUEUED' ? [button(t('phone.sendNow'), 'plain', () => (app.sender.kick(), app.home()))] : []),
        sure(t(report.stage === 'BESIDE' ? 'phone.seenBeside' : 'phone.remove'), t(report.stage === 'BESIDE' ? 'phone.seenBesideSure' : report.held ? 'phone.removeHeld' : 'phone.removeSure'), t('phone.remove'), async () => {
          await removeReport(app, report);
          await app.home(t('phone.removed'));
        }),
      ),
    ],
    back,
  );
}

/** Takes it off the phone with its files. */
export async function removeReport(app: App, report: Pick<Report, 'id' | 'media'>): Promise<void> {
  await app.vault.remove('report', report.id);
  for (const medium of report.media) await app.vault.remove('bytes', medium.id);
}
