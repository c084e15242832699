import { useState } from 'react';
import { t, tCode } from '../i18n/text';
import css from '../shell/shell.module.css';
import { ButtonLink } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { places } from '../worklist/places';
import type { WorklistEntry } from '../worklist/types';
import { isDanger, urgentOf } from './news';
import type { Notification } from './types';

const storageKey = 'anbinh.urgent.dismissed';

/** Goes with the session: who signs in next has dismissed nothing. */
const read = (): Record<string, string> => JSON.parse(sessionStorage.getItem(storageKey) ?? '{}') as Record<string, string>;

/** Urgent work that waits, on every page until it is done or dismissed; it comes back with what is newer. */
export function UrgentBar({ items, worklist }: { items: readonly Notification[]; worklist: readonly WorklistEntry[] }) {
  const [dismissed, setDismissed] = useState(read);
  const urgent = urgentOf(items, worklist, dismissed);
  const dismiss = (kind: string, id: string) => {
    const now = { ...dismissed, [kind]: id };
    sessionStorage.setItem(storageKey, JSON.stringify(now));
    setDismissed(now);
  };
  if (urgent.length === 0) return null;
  return (
    <section className={css.urgent} aria-label={t('notifications.urgentNow')}>
      {urgent.map(({ kind, id, count }) => (
        <div key={kind} className={isDanger(kind) ? `${css.urgentRow} ${css.urgentDanger}` : css.urgentRow} data-urgent-kind={kind}>
          <Icon name={isDanger(kind) ? 'danger' : places[kind].icon} size={20} />
          <strong>{isDanger(kind) ? t('notifications.danger', { count }) : t('notifications.waiting', { what: tCode('worklist.kind', kind), count })}</strong>
          <ButtonLink small label={t('notifications.open')} to={places[kind].to} />
          <button type="button" className="icon-button" aria-label={t('notifications.dismiss')} onClick={() => dismiss(kind, id)}>
            <Icon name="close" size={16} />
          </button>
        </div>
      ))}
    </section>
  );
}
