import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { json } from '../api/client';
import type { Page } from '../api/types';
import { t } from '../text/text';
import { Failure, Loading } from '../ui/State';
import { Code } from '../ui/text';
import { HoldItem } from './HoldItem';
import type { WaitingHold } from './types';

/** Holds that somebody asks to lift, and those whose day of review has come. */
export function WaitingHolds() {
  const found = useQuery({
    queryKey: ['holds', 'waiting'],
    queryFn: async () => (await json<Page<WaitingHold>>('/api/holds/waiting')).items,
    refetchOnWindowFocus: false, // Each reading is an entry of the log.
  });
  return (
    <section className="panel stack" id="holds">
      <h2>{t('keep.waiting')}</h2>
      <p className="hint">{t('keep.waitingHint')}</p>
      {found.isPending && <Loading />}
      {found.error && <Failure failure={found.error} retry={() => void found.refetch()} />}
      {found.data?.length === 0 && <p className="hint">{t('keep.waitingNone')}</p>}
      {found.data?.map((each) => (
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
      ))}
    </section>
  );
}
