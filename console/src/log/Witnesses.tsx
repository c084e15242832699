import { t, tCode } from '../i18n/text';
import { Moment } from '../time/site';
import { Badge } from '../ui/State';
import css from './log.module.css';
import type { LogWitness, LogWitnesses } from './types';

/** Who outside has seen the log's newest heads, and whether they are enough. */
export function Witnesses({ witnesses }: { witnesses: LogWitnesses | null }) {
  if (witnesses === null) return <p className="hint">{t('log.w.none')}</p>;
  const { alarm, behindSince, needed, members, size } = witnesses;
  return (
    <section className={alarm ? `notice notice-bad ${css.witnesses}` : css.witnesses} aria-labelledby="log-witnesses">
      <h2 id="log-witnesses">{t('log.w.title')}</h2>
      <p>
        <Badge tone={alarm ? 'bad' : size === null ? 'mute' : 'ok'} icon={alarm ? 'danger' : size === null ? 'waiting' : 'done'}>
          {size === null ? t('log.w.quorumNever', { needed, members }) : t('log.w.quorum', { needed, members, size })}
        </Badge>
        {alarm && behindSince && (
          <>
            {' '}
            {t('log.w.behind')} <Moment at={behindSince} />
          </>
        )}
      </p>
      {witnesses.demonstration && <p className="notice notice-warn">{t('log.w.demonstration')}</p>}
      <ul>
        {witnesses.witnesses.map((witness) => (
          <Witness key={witness.key} witness={witness} />
        ))}
      </ul>
    </section>
  );
}

function Witness({ witness }: { witness: LogWitness }) {
  return (
    <li>
      <bdi className={css.witnessName}>{witness.name}</bdi>{' '}
      {witness.size === null || witness.at === null ? (
        t('log.w.never')
      ) : (
        <>
          {t('log.w.seen', { size: witness.size })} <Moment at={witness.at} />
        </>
      )}
      {witness.trouble && (
        <>
          {' · '}
          <strong>{tCode('log.w.trouble', witness.trouble)}</strong>
          {witness.since && (
            <>
              {' '}
              {t('log.w.since')} <Moment at={witness.since} />
            </>
          )}
        </>
      )}
    </li>
  );
}
