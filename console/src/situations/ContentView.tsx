import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { json } from '../api/client';
import { t, tCode } from '../i18n/text';
import { Moment } from '../time/site';
import { Button } from '../ui/Button';
import { Badge, Failure, Loading } from '../ui/State';
import { bytesText, Code, Name, numberText, Phone } from '../ui/text';
import { differences } from './differences';
import css from './situations.module.css';
import type { ReportVersion, SituationContent, SituationDetails, SituationReporter } from './types';

const GroundMap = lazy(async () => ({ default: (await import('../map/GroundMap')).GroundMap }));

/** What was written, opened when somebody asks for it, since each reading is an entry of the log. */
export function ContentPanel({ details, content, onDecide }: { details: SituationDetails; content: UseQueryResult<SituationContent>; onDecide: ((version: number) => void) | null }) {
  const { situation } = details;
  return (
    <section className="panel stack" id="content">
      <h2>{t('situations.content')}</h2>
      {!details.readsContent && !situation.erasedAt && <p className="hint">{t(situation.guarded && !situation.receiver ? 'situations.contentAfter' : 'situations.contentClosed')}</p>}
      {details.readsContent && content.isPending && (
        <>
          <p className="hint">{t('situations.readHint')}</p>
          <p>
            <Button icon="open" label={t('situations.readContent')} disabled={content.isFetching} onClick={() => void content.refetch()} />
          </p>
        </>
      )}
      {content.error && <Failure failure={content.error} retry={() => void content.refetch()} />}
      {content.data && <Content content={content.data} guarded={situation.guarded} onDecide={onDecide} />}
    </section>
  );
}

export function Content({ content, guarded, onDecide }: { content: SituationContent; guarded: boolean; onDecide: ((version: number) => void) | null }) {
  const current = content.versions.find((each) => each.number === content.current)!;
  const others = content.versions.filter((each) => each.number !== content.current).toReversed();
  return (
    <div className="stack" data-content>
      <Words version={current} map={!guarded} />
      {others.map((each) => (
        <section key={each.number} className={`stack ${css.version}`} data-version={each.status}>
          <h3>
            {t('situations.version', { number: each.number })} <Badge tone={each.status === 'BESIDE' ? 'warn' : 'mute'}>{tCode('situations.versionStatus', each.status)}</Badge>
          </h3>
          <p className="hint">
            <Moment at={each.at} /> · {each.by ? <Name>{each.by.displayName}</Name> : t('situations.reporter')} · {t('situations.versionMarked')}
          </p>
          <Words version={each} map={false} against={current} />
          {each.status === 'BESIDE' && onDecide && (
            <p>
              <Button kind="primary" label={t('situations.decideVersion')} onClick={() => onDecide(each.number)} />
            </p>
          )}
        </section>
      ))}
      {content.notes.length > 0 && (
        <>
          <h3>{t('situations.notes')}</h3>
          <ul className="stack">
            {content.notes.map((each, index) => (
              <li key={index} data-note={each.what}>
                <Moment at={each.at} /> <strong>{tCode('situations.note', each.what)}</strong> · {each.by ? <Name>{each.by.displayName}</Name> : t('situations.reporter')}
                {each.occurredAt && (
                  <small className={each.late ? 'block warn-text' : 'block'}>
                    {t('situations.occurred')} <Moment at={each.occurredAt} /> {each.late && t('situations.lateNote')}
                  </small>
                )}
                {each.authority && (
                  <p>
                    {t('situations.field.authority')}: <bdi>{each.authority}</bdi>
                  </p>
                )}
                <p dir="auto">{each.words}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** A map only of what counts, and none of what is guarded. */
function Words({ version, map, against }: { version: ReportVersion; map: boolean; against?: ReportVersion }) {
  const { words, said, circumstances } = version;
  const at = words.point ? ([words.point.latitude, words.point.longitude] as const) : null;
  return (
    <>
      <p className="hint">
        {t('situations.said')}: {tCode('situations.kind', said.kind)} {said.danger && <Badge tone="bad">{t('situations.danger')}</Badge>}{' '}
        {said.injured && <Badge tone="bad">{t('situations.injured')}</Badge>}
      </p>
      {circumstances && (
        <p className="hint" data-circumstances>
          {circumstances.villageName ? <bdi>{circumstances.villageName}</bdi> : t('situations.noVillage')}
          {circumstances.happenedAt && (
            <>
              {' '}
              · {t('situations.occurred')} <Moment at={circumstances.happenedAt} />
            </>
          )}
          {circumstances.clockDoubtful && <small className="block warn-text">{t('situations.clockDoubtful')}</small>}
        </p>
      )}
      <div className={css.factsHearsay}>
        <Part title={t('situations.seen')} name="seen">
          {words.seen ? <Said text={words.seen} other={against && (against.words.seen ?? '')} /> : <p className="hint">{t('situations.nothing')}</p>}
        </Part>
        <Part title={t('situations.told')} name="told">
          {words.told ? <Said text={words.told} other={against && (against.words.told ?? '')} /> : <p className="hint">{t('situations.nothing')}</p>}
          {words.toldBy && (
            <small>
              {t('situations.toldBy')}: <bdi>{words.toldBy}</bdi>
            </small>
          )}
        </Part>
      </div>
      {(words.placeWords || at) && (
        <Part title={t('situations.place')} name="place">
          {words.placeWords && <p dir="auto">{words.placeWords}</p>}
          {at && (
            <>
              <p>
                <Code>
                  {at[0].toFixed(5)}, {at[1].toFixed(5)}
                </Code>
                {words.point?.accuracyMetres != null && <small> ± {numberText(words.point.accuracyMetres)} m</small>}
              </p>
              {map && (
                <div className={css.situationMap}>
                  <Suspense fallback={<Loading />}>
                    <GroundMap
                      label={t('situations.map')}
                      place={[at[0], at[1]]}
                      fallback={[at[0], at[1]]}
                      fitKey={`${at[0]},${at[1]}`}
                      {...(words.point?.accuracyMetres != null ? { toleranceMetres: words.point.accuracyMetres } : {})}
                    />
                  </Suspense>
                </div>
              )}
            </>
          )}
        </Part>
      )}
      {words.people.length > 0 && (
        <Part title={t('situations.people')} name="people">
          <ul className="stack">
            {words.people.map((each, index) => (
              <li key={index}>
                <Name>{each.name}</Name> · {tCode('situations.role', each.role)}
                {each.words && (
                  <small className="block">
                    <bdi>{each.words}</bdi>
                  </small>
                )}
              </li>
            ))}
          </ul>
          <p className="hint">{t('situations.peopleHint')}</p>
        </Part>
      )}
    </>
  );
}

/** What was written; beside a version that counts, with what is otherwise there marked. */
function Said({ text, other }: { text: string; other: string | undefined }) {
  return <p dir="auto">{other === undefined ? text : differences(text, other).map((each, index) => (each.isNew ? <mark key={index}>{each.text}</mark> : each.text))}</p>;
}

function Part({ title, name, children }: { title: string; name: string; children: ReactNode }) {
  return (
    <div className="stack" data-part={name}>
      <h3>{title}</h3>
      {children}
    </div>
  );
}

/** Who reported: for the first officer only; forgotten when the page is left. */
export function Reporter({ details }: { details: SituationDetails }) {
  const { situation } = details;
  const found = useQuery({
    enabled: false,
    gcTime: 0,
    queryKey: ['situationReporter', situation.id],
    queryFn: () => json<SituationReporter>(`/api/situations/${situation.id}/reporter`),
    staleTime: Infinity,
  });
  return (
    <div className="stack" id="reporter">
      <h2>{t('situations.reporter')}</h2>
      {!details.opensReporter && <p className="hint">{t('situations.reporterClosed')}</p>}
      {details.opensReporter && !found.data && (
        <p>
          <Button small icon="open" label={t('situations.openReporter')} disabled={found.isFetching} onClick={() => void found.refetch()} />
        </p>
      )}
      {found.error && <Failure failure={found.error} />}
      {found.data && (
        <p data-reporter>
          {found.data.name ? <Name>{found.data.name}</Name> : t('situations.anonymous')}
          {found.data.phone && (
            <>
              {' · '}
              <Phone number={found.data.phone} />
            </>
          )}
          {found.data.contact && (
            <small className="block">
              <bdi>{found.data.contact}</bdi>
            </small>
          )}
          {situation.channel !== 'TEAM' && (found.data.name || found.data.phone) && <small className="block">{t('situations.asStated')}</small>}
        </p>
      )}
    </div>
  );
}

/** The files, those that never came among them; each is opened by itself, since that is an entry of the log. */
export function MediaList({ details }: { details: SituationDetails }) {
  const [open, setOpen] = useState<string[]>([]);
  if (details.media.length === 0) return null;
  return (
    <div className="stack" id="media">
      <h2>{t('situations.media')}</h2>
      <ul className="stack">
        {details.media.map((each) => (
          <li key={each.id} data-medium={each.arrivedAt ? 'there' : each.withdrawnAt ? 'withdrawn' : 'waiting'}>
            {tCode('situations.mediaKind', each.kind)}
            {each.arrivedAt ? (
              <>
                {' '}
                · {bytesText(each.bytes ?? 0)}
                <small className="block">
                  {t(each.keepPosition ? 'situations.positionKept' : 'situations.positionRemoved')} · {t(each.checked ? 'situations.malwareChecked' : 'situations.malwareUnchecked')}
                </small>
                {details.readsContent && !open.includes(each.id) && <Button small label={t('situations.openMedium')} onClick={() => setOpen([...open, each.id])} />}
                {details.readsContent && open.includes(each.id) && <Medium id={each.id} kind={each.kind} />}
              </>
            ) : (
              <strong className="block warn-text">
                {each.withdrawnAt ? (
                  <>
                    {t('situations.mediumWithdrawn')} <Moment at={each.withdrawnAt} />
                  </>
                ) : (
                  <>
                    {t('situations.mediumMissing')} <Moment at={each.announcedAt} />
                  </>
                )}
              </strong>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Medium({ id, kind }: { id: string; kind: 'PHOTO' | 'VOICE' | 'VIDEO' }) {
  const source = `/api/situation-media/${id}`;
  const name = tCode('situations.mediaKind', kind);
  if (kind === 'PHOTO') return <img className={css.situationMedium} src={source} alt={name} />;
  return kind === 'VOICE' ? <audio controls preload="metadata" src={source} aria-label={name} /> : <video className={css.situationMedium} controls preload="metadata" src={source} aria-label={name} />;
}
