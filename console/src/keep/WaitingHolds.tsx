import { Link } from 'react-router';
import { usePages } from '../api/pages';
import { t } from '../i18n/text';
import { Pages } from '../ui/Pages';
import { Code } from '../ui/text';
import { HoldItem } from './HoldItem';
import type { WaitingHold } from './types';

/** Holds that somebody asks to lift, and those whose day of review has come. */
export function WaitingHolds() {
  // Each reading is an entry of the log.
  const found = usePages<WaitingHold>('/api/holds/waiting', ['holds', 'waiting'], {}, { refetchOnWindowFocus: false });
  return (
    <section className="panel stack" id="holds">
      <h2>{t('keep.waiting')}</h2>
      <p className="hint">{t('keep.waitingHint')}</p>
      <Pages pages={found} empty={<p className="hint">{t('keep.waitingNone')}</p>}>
        {(items) =>
          items.map((each) => (
            <article key={each.hold.id} className="reopening stack">
              <p>
                <Link to={`/requests/${each.requestId}/package#keeping`}>
                  <Code>{each.extraction}</Code>
                </Link>
              </p>
              <ul className="handovers">
                <HoldItem hold={each.hold} />
              </ul>
            </article>
          ))
        }
      </Pages>
    </section>
  );
}
