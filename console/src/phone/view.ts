import { type App, notice, show, sure } from './app';
import { button, h } from './dom';
import { fileLine, moment, quickExit, summary } from './parts';
import type { Report } from './report';
import { t } from './text';
import { writeOn } from './write';

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
        ? h(
            'div',
            {},
            notice('warn', t('phone.beside'), t('phone.besideMore')),
            versions.before ? h('section', { 'data-version': 'BEFORE' }, h('h2', {}, t('phone.versionBefore')), summary(app, versions.before)) : null,
            h('section', { 'data-version': 'NOW' }, h('h2', {}, t('phone.versionNow')), summary(app, report.said)),
          )
        : h('div', {}, report.stage === 'QUEUED' && !report.held ? h('p', {}, t('phone.queuedMore')) : null, summary(app, report.said, report.notedAt)),
      report.media.length > 0 ? h('ul', { class: 'files' }, ...report.media.map((each) => fileLine(each, null))) : null,
      h(
        'div',
        { class: 'stack' },
        ...(report.stage === 'BESIDE' ? [] : [button(t('phone.edit'), 'primary', () => writeOn(app, report.id, taken))]),
        ...(report.stage === 'QUEUED' ? [button(t('phone.sendNow'), 'plain', () => (app.sender.kick(), app.home()))] : []),
        sure(
          t(report.stage === 'BESIDE' ? 'phone.seenBeside' : 'phone.remove'),
          t(report.stage === 'BESIDE' ? 'phone.seenBesideSure' : report.held ? 'phone.removeHeld' : 'phone.removeSure'),
          t('phone.remove'),
          async () => {
            await removeReport(app, report);
            await app.home(t('phone.removed'));
          },
        ),
      ),
    ],
    back,
  );
}

/** Takes it off the phone with its files. */
async function removeReport(app: App, report: Pick<Report, 'id' | 'media'>): Promise<void> {
  await app.vault.remove('report', report.id);
  for (const medium of report.media) await app.vault.remove('bytes', medium.id);
}
