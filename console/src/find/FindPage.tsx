import { useQuery } from '@tanstack/react-query';
import { type FormEvent, lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { json, query } from '../api/client';
import { useChoices, useUser } from '../api/queries';
import { may } from '../api/rights';
import { t } from '../i18n/text';
import { MapLegend } from '../map/MapLegend';
import { type LatLng, placeText, readPlace } from '../map/sector';
import type { Candidate, Candidates } from '../register/types';
import { useKeys } from '../shell/keys';
import { dateTimeText } from '../time/format';
import { useSiteTime } from '../time/site';
import { parseInstant } from '../time/zone';
import { useAddress } from '../ui/address';
import { Button, ButtonLink } from '../ui/Button';
import { ErrorSummary, type Mistake } from '../ui/ErrorSummary';
import { TextField } from '../ui/Field';
import { MomentField, readMoment } from '../ui/MomentField';
import { useMistakes } from '../ui/mistakes';
import { Empty, Failure, Loading, Working } from '../ui/State';
import { PageFrame } from '../ui/text';
import { CandidateCard } from './CandidateCard';
import css from './find.module.css';
import { lookOf, requestable } from './looks';

const GroundMap = lazy(async () => ({ default: (await import('../map/GroundMap')).GroundMap }));
const longestMillis = 24 * 3_600_000;

/** Which cameras could have seen a place at a time: a map beside the ranked list. The question is in
 * the URL, so that an answer can be gone back to, with the case and the incident from whose page it was asked. */
export function FindPage() {
  const user = useUser();
  const limits = useChoices(may(user, 'request')).data?.limits;
  const mostCameras = limits?.mostCameras ?? Infinity;
  const mostMinutes = limits ? limits.longestCameraMillis / 60_000 : Infinity;
  const clock = useSiteTime();
  const [search, change] = useAddress();
  const askedFor = { case: search.get('case') ?? undefined, incident: search.get('incident') ?? undefined };
  const asked = { at: readPlace(search.get('at') ?? ''), from: parseInstant(search.get('from') ?? ''), to: parseInstant(search.get('to') ?? '') };
  const shown = (at: number, otherwise: number) => dateTimeText(Number.isFinite(at) ? at : otherwise, clock.zone);
  const [place, setPlace] = useState(asked.at ? placeText(asked.at) : '');
  const [from, setFrom] = useState(() => shown(asked.from, Math.floor(clock.now() / 60_000) * 60_000 - 15 * 60_000));
  const [to, setTo] = useState(() => shown(asked.to, Math.floor(clock.now() / 60_000) * 60_000));
  const { summary, wrong, tell } = useMistakes();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [at, setAt] = useState(-1);
  const centre = useRef<() => LatLng>(() => [0, 0]);
  const whole = asked.at !== null && Number.isFinite(asked.from) && Number.isFinite(asked.to);
  const found = useQuery({
    queryKey: ['find', search.get('at'), search.get('from'), search.get('to')],
    queryFn: () => json<Candidates>(`/api/cameras/candidates${query({ latitude: asked.at![0], longitude: asked.at![1], from: search.get('from'), to: search.get('to') })}`),
    enabled: whole,
    staleTime: 60_000,
    refetchOnWindowFocus: false, // Each search is an entry of the log.
  });
  const items = useMemo(() => found.data?.items ?? [], [found.data]);
  useEffect(() => {
    setChosen([]);
    setAt(-1);
  }, [found.data]);

  const ask = (placeNow: string) => {
    const read = readPlace(placeNow);
    const start = readMoment(from, clock);
    const end = readMoment(to, clock, start ?? undefined);
    const wrongs: Mistake[] = [];
    const add = (bad: boolean, field: string, message: string) => {
      if (bad && !wrongs.some((each) => each.field === field)) wrongs.push({ field, message });
    };
    add(!placeNow.trim(), 'place', t('find.placeMissing'));
    add(!read, 'place', t('find.placeWrong'));
    add(!from.trim(), 'from', t('find.momentMissing'));
    add(start === null, 'from', t('find.momentWrong'));
    add(!to.trim(), 'to', t('find.momentMissing'));
    add(end === null, 'to', t('find.momentWrong'));
    add(start !== null && end !== null && end <= start, 'to', t('find.toBefore'));
    add(start !== null && end !== null && end - start > longestMillis, 'to', t('find.tooLong'));
    tell(wrongs);
    if (wrongs.length > 0) return;
    change({ at: placeText(read!), from: new Date(start!).toISOString(), to: new Date(end!).toISOString() }, { goBack: true });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask(place);
  };
  const choose = (candidate: Candidate, on: boolean) =>
    setChosen((before) => (on ? [...before.filter((id) => id !== candidate.id), candidate.id].slice(0, mostCameras) : before.filter((id) => id !== candidate.id)));
  const toggle = (candidate: Candidate | undefined) => candidate && requestable(candidate) && choose(candidate, !chosen.includes(candidate.id));
  const show = (index: number) => {
    setAt(index);
    document.getElementById(`candidate-${index}`)?.scrollIntoView({ block: 'nearest' });
  };
  useKeys([
    { key: 'j', cap: 'J', label: 'find.keyRows', run: () => show(Math.min(items.length - 1, at + 1)) },
    { key: 'k', cap: 'K', label: 'find.keyRows', run: () => show(Math.max(0, at - 1)) },
    { key: 'x', cap: 'X', label: 'find.keyChoose', run: () => void toggle(items[at]) },
  ]);

  const minutes = whole ? Math.ceil(((asked.to - asked.from) / 60_000) * chosen.length) : 0;
  return (
    <PageFrame
      title={t('find.title')}
      lead={t('find.lead')}
      below={
        <form className={`${css.form} panel`} onSubmit={submit} noValidate>
          <ErrorSummary {...summary} />
          <TextField id="place" label={t('find.place')} hint={t('find.placeHint')} code autoComplete="off" error={wrong('place')} value={place} onText={setPlace} />
          <MomentField id="from" label={t('find.from')} hint={t('requests.momentHint')} error={wrong('from')} value={from} onText={setFrom} />
          <MomentField id="to" label={t('find.to')} hint={t('requests.momentHint')} error={wrong('to')} value={to} onText={setTo} />
          <Button kind="primary" icon="search" label={t(found.isFetching ? 'find.searching' : 'find.search')} type="submit" />
        </form>
      }
    >
      <div className={css.root}>
        <div className={css.map}>
          <div className="map-box">
            <Suspense fallback={<Loading />}>
              <GroundMap
                label={t('find.map')}
                fallback={[19.8067, 105.7764]}
                cameras={{}}
                place={readPlace(place)}
                toleranceMetres={found.data?.toleranceMetres ?? 0}
                shapes={items.map((candidate, index) => ({
                  id: candidate.id,
                  sector: candidate.sector,
                  look: lookOf(candidate),
                  label: String(index + 1),
                  chosen: index === at || chosen.includes(candidate.id),
                }))}
                fitKey={found.data ? `found ${found.dataUpdatedAt}` : 'cameras'}
                onReady={(middle) => {
                  centre.current = middle;
                }}
                onPlace={(where) => {
                  setPlace(placeText(where));
                  if (whole) ask(placeText(where));
                }}
                onShape={(id) => show(items.findIndex((each) => each.id === id))}
              />
            </Suspense>
          </div>
          <p className="actions">
            <Button small label={t('find.centre')} onClick={() => setPlace(placeText(centre.current()))} />
          </p>
          <MapLegend
            looks={[
              ['there', t('find.legendThere')],
              ['part', t('find.legendPart')],
              ['ask', t('find.legendAsk')],
              ['gone', t('find.legendGone')],
            ]}
          />
        </div>
        <section className={css.list} aria-live="polite">
          {found.isLoading && <Working what={t('find.searching')} />}
          {found.error && <Failure failure={found.error} retry={() => void found.refetch()} />}
          {found.data && items.length === 0 && (
            <Empty icon="nearby" title={t('find.none')}>
              <p>{t('find.noneMore')}</p>
            </Empty>
          )}
          {found.data && items.length > 0 && (
            <>
              <h2>{t('find.results', { count: found.data.total })}</h2>
              {found.data.total > items.length && <p className="hint">{t('find.resultsFirst', { count: items.length })}</p>}
              <p className="hint">{t('find.limits', { metres: found.data.toleranceMetres })}</p>
              <ol>
                {items.map((candidate, index) => (
                  <CandidateCard
                    key={candidate.id}
                    candidate={candidate}
                    index={index}
                    here={index === at}
                    chosen={chosen.includes(candidate.id)}
                    full={chosen.length >= mostCameras}
                    span={{ from: asked.from, to: asked.to }}
                    onPoint={() => setAt(index)}
                    onChoose={(on) => choose(candidate, on)}
                  />
                ))}
              </ol>
            </>
          )}
          {chosen.length > 0 && may(user, 'request') && (
            <div className="find-basket">
              <span role="status">
                {t('find.chosen', { count: chosen.length })}
                {limits && <> · {t('find.minutes', { minutes, most: mostMinutes })}</>}
              </span>
              {minutes <= mostMinutes ? (
                <ButtonLink
                  kind="primary"
                  icon="request"
                  label={t('find.request')}
                  to={`/requests/new${query({ by: 'find', ...askedFor, cams: chosen.join(','), from: search.get('from'), to: search.get('to') })}`}
                />
              ) : (
                <span className="bad">{t('find.tooMuch', { most: mostMinutes })}</span>
              )}
            </div>
          )}
        </section>
      </div>
    </PageFrame>
  );
}
