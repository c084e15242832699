import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { json } from '../api/client';
import { t, tCode } from '../i18n/text';
import { Moment } from '../time/site';
import { ButtonLink, DownloadLink } from '../ui/Button';
import { Badge, QueryState } from '../ui/State';
import { bytesText, Code, ltr, Name } from '../ui/text';
import css from './copies.module.css';
import type { Copies, VideoCopy } from './types';

/** Whether something of it is still on its way. */
const moving = (copy: VideoCopy) => copy.state === 'ORDERED' || (copy.state === 'CONFIRMED' && !copy.archive);

export function useCopies(id: string) {
  return useQuery({
    queryKey: ['copies', id],
    queryFn: () => json<Copies>(`/api/requests/${id}/copies`),
    refetchInterval: (state) => (state.state.data?.copies.some(moving) ? 1_500 : 20_000),
  });
}

/** The videos of a package, and the redacted and court copies of them. */
export function CopiesSection({ id }: { id: string }) {
  const copies = useCopies(id);
  if (!copies.data) return <QueryState query={copies} />;
  const { data } = copies;
  return (
    <section className="panel stack copies" id="copies">
      <h2>{t('copies.title')}</h2>
      <p className="hint">{t('copies.lead')}</p>
      <h3>{t('copies.videos')}</h3>
      {data.masters.length === 0 && <p>{t('copies.videosNone')}</p>}
      <ul className={css.list}>
        {data.masters.map((master) => (
          <li key={master.name}>
            <bdi dir="ltr" className="file-name">
              {master.name}
            </bdi>
            <span className="hint">
              {ltr(bytesText(master.bytes))}
              {master.given && ` · ${t('copies.given')}`}
            </span>
            {data.mayWatch && (
              <ButtonLink
                small
                kind={data.mayOrder ? 'primary' : 'plain'}
                label={t(data.mayOrder ? 'copies.make' : 'copies.watch')}
                to={`/requests/${id}/copies/new?video=${encodeURIComponent(master.name)}`}
              />
            )}
          </li>
        ))}
      </ul>
      <h3>{t('copies.copies')}</h3>
      {data.copies.length === 0 && <p>{t('copies.none')}</p>}
      <ul className={css.list}>
        {data.copies.map((copy) => (
          <CopyItem key={copy.id} id={id} copy={copy} />
        ))}
      </ul>
    </section>
  );
}

const tones = { ORDERED: 'info', MADE: 'warn', CONFIRMED: 'ok', REFUSED: 'bad', FAILED: 'bad' } as const;

export function CopyBadge({ copy }: { copy: VideoCopy }) {
  return (
    <Badge tone={tones[copy.state]}>
      {tCode('copies.state', copy.state)}
      {copy.state === 'ORDERED' && ` ${copy.percent}%`}
    </Badge>
  );
}

function CopyItem({ id, copy }: { id: string; copy: VideoCopy }) {
  return (
    <li data-copy={copy.code}>
      <Link to={`/requests/${id}/copies/${copy.id}`} className="row-link-plain">
        <Code>{copy.code}</Code> <span className="name">{tCode('copies.kind', copy.kind)}</span>
      </Link>
      <CopyBadge copy={copy} />
      <span className="hint">
        <Name>{copy.orderedBy.displayName}</Name> · <Moment at={copy.orderedAt} />
      </span>
      {copy.why && <span>{tCode('copies.why', copy.why)}</span>}
      {copy.mayReview && <ButtonLink small kind="primary" label={t('copies.openReview')} to={`/requests/${id}/copies/${copy.id}`} />}
      <CopyDownload copy={copy} />
    </li>
  );
}

export function CopyDownload({ copy }: { copy: VideoCopy }) {
  if (copy.state === 'CONFIRMED' && !copy.archive) return <span className="hint">{t('copies.sealing')}</span>;
  return copy.packageUrl && <DownloadLink icon="download" small label={t('copies.download', { size: ltr(bytesText(copy.archive!.bytes)) })} href={copy.packageUrl} download={`${copy.code}.zip`} />;
}
