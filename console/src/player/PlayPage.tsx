import { memo, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useNavigate } from 'react-router';
import { useCamerasOf, useUser } from '../api/queries';
import { may } from '../api/rights';
import { t } from '../i18n/text';
import { useSiteTime, ZoneName } from '../time/site';
import { isoInstant, parseInstant } from '../time/zone';
import { addressNow, useAddress } from '../ui/address';
import { Button } from '../ui/Button';
import { useNarrow } from '../ui/narrow';
import { toast } from '../ui/overlays';
import { Empty, Failure, Loading } from '../ui/State';
import { usePageTitle } from '../ui/text';
import { quiet, useActivity } from './activity';
import { CalendarDialog } from './CalendarDialog';
import { CameraPicker } from './CameraPicker';
import { Coverage } from './coverage';
import { eventFrom, gapFrom } from './events';
import { GapPanel } from './GapPanel';
import { GoTo } from './GoTo';
import { marked, marksAddress, marksOf } from './marks';
import { mostCameras, Playback } from './Playback';
import { PlayTile } from './PlayTile';
import css from './player.module.css';
import { copyLink, ShareLink } from './ShareLink';
import { StripFoot } from './StripFoot';
import { takeStill } from './still';
import { Timeline } from './Timeline';
import { laneSize } from './TimelineCanvas';
import { type PlayerActions, Transport } from './Transport';
import { columnsFor } from './tiles';
import { zoomed } from './timelineModel';
import { useCoverage } from './useCoverage';
import { usePlayerKeys } from './usePlayerKeys';
import { usePreviews } from './usePreviews';

const defaultSpan = 3_600_000;
const captionHeight = 30;

// What does not change with the clock is not made anew with it, ten times a second.
const Picker = memo(CameraPicker);
const Controls = memo(Transport);
const Strip = memo(Timeline);
const Foot = memo(StripFoot);
const Side = memo(GapPanel);

const spanOf = (search: URLSearchParams) => Number(search.get('z')) || defaultSpan;

const onFullScreen = (listener: () => void) => {
  document.addEventListener('fullscreenchange', listener);
  return () => document.removeEventListener('fullscreenchange', listener);
};

/** Recordings of one to nine cameras on one clock; cameras, moment, zoom and marks are in the URL. */
export function PlayPage() {
  usePageTitle(t('player.title'));
  const user = useUser();
  const { now, zone } = useSiteTime();
  const [search, change] = useAddress();
  const camsText = search.get('cams') ?? '';
  const ids = useMemo(() => camsText.split(',').filter(Boolean).slice(0, mostCameras), [camsText]);
  const cameras = useCamerasOf(ids);
  const given = parseInstant(search.get('t') ?? '');
  const [playback] = useState(() => new Playback(Number.isFinite(given) ? given : now() - 60_000, now));
  const view = useSyncExternalStore(playback.subscribe, playback.getView);
  const span = spanOf(search);
  const [markIn, markOut] = [search.get('in'), search.get('out')];
  const marks = useMemo(() => marksOf(markIn, markOut), [markIn, markOut]);
  const [showDamaged, setShowDamaged] = useState(false);
  const [goTo, setGoTo] = useState(false);
  const [calendar, setCalendar] = useState(false);
  const [link, setLink] = useState<string | null>(null);
  const full = useSyncExternalStore(onFullScreen, () => document.fullscreenElement !== null);
  const navigate = useNavigate();
  const written = useRef(given);

  useEffect(() => {
    playback.start();
    return () => playback.stop();
  }, [playback]);
  useLayoutEffect(() => playback.setCameras(ids), [playback, ids]);
  const coverages = useCoverage(playback, ids, view.at, span);
  const activities = useActivity(ids, view.at, span);
  const previewOf = usePreviews(ids, view, coverages, span);

  useEffect(() => {
    if (view.playing || ids.length === 0) return;
    const timer = setTimeout(() => {
      written.current = view.at;
      const next = addressNow();
      next.set('t', isoInstant(Math.round(view.at * 1000) / 1000));
      // Past the router, where it would call off the way to another page that is being loaded.
      history.replaceState(history.state, '', `?${next.toString()}`);
    }, 400);
    return () => clearTimeout(timer);
  });
  useEffect(() => {
    if (Number.isFinite(given) && Number.isFinite(written.current) && Math.abs(given - written.current) > 1 && Math.abs(given - playback.instant()) > 1) {
      written.current = given;
      playback.seek(given);
    }
  }, [given, playback]);

  const shown = useMemo(() => ids.map((id) => cameras.data?.find((camera) => camera.id === id && camera.kind === 'CONNECTED')).filter((camera) => camera !== undefined), [ids, cameras.data]);
  const lanes = useMemo(
    () => shown.map((camera) => ({ cameraId: camera.id, label: camera.code, coverage: coverages.get(camera.id) ?? Coverage.empty, activity: activities.get(camera.id) ?? quiet })),
    [shown, coverages, activities],
  );
  const request = () => {
    const from = marks.from ?? playback.instant() - 60_000;
    const to = marks.to ?? from + 120_000;
    void navigate(`/requests/new/what?by=player&cams=${ids.join(',')}&from=${isoInstant(Math.round(from))}&to=${isoInstant(Math.round(to))}`);
  };
  const actions = useMemo((): PlayerActions => {
    const goOn = (to: number | null, direction: 1 | -1, none: string) => {
      if (to === null) toast(none, 'info');
      else playback.seek(to, direction);
    };
    return {
      jump: (millis) => playback.seek(playback.instant() + millis, millis < 0 ? -1 : 1),
      // From the URL and not the last picture of the page, which keys can outrun.
      zoom: (steps) => change({ z: String(zoomed(spanOf(addressNow()), steps)) }),
      mark: (which) => {
        const now = addressNow();
        change(marksAddress(marked(marksOf(now.get('in'), now.get('out')), which, Math.round(playback.instant()))));
      },
      still: () => shown.forEach((camera) => void takeStill(camera, playback.getView().frames[camera.id] ?? playback.instant(), zone)),
      goTo: () => setGoTo(true),
      calendar: () => setCalendar(true),
      share: () => {
        const address = addressNow();
        address.set('t', isoInstant(Math.round(playback.instant() * 1000) / 1000));
        const whole = `${location.origin}${location.pathname}?${address.toString()}`;
        void copyLink(whole).then((copied) => setLink(copied ? null : whole));
      },
      // The whole page, so that dialogs and messages are seen over the pictures.
      full: () => void (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.()),
      gap: (direction) => goOn(gapFrom([...coverages.values()], playback.instant(), direction), -1, t('player.noMoreGaps')),
      event: (direction) => goOn(eventFrom([...activities.values()], playback.instant(), direction), direction, t('player.noMoreEvents')),
      first: (index) => {
        const id = ids[index];
        if (id) change({ cams: [id, ...ids.filter((each) => each !== id)].join(',') });
      },
    };
  }, [playback, change, shown, zone, coverages, activities, ids]);
  const choose = useCallback((next: string[]) => change({ cams: next.join(',') }), [change]);
  const clearMarks = useCallback(() => change({ in: null, out: null }), [change]);
  const tiles = useColumns(shown.length);
  const root = useRoom(shown.length > 0);
  const onPhone = useNarrow();
  const lane = useMemo(() => laneSize(lanes.length, onPhone), [lanes.length, onPhone]);
  usePlayerKeys(playback, actions);

  if (!may(user, 'playback')) {
    return (
      <Empty icon="closed" title={t('player.forbidden')}>
        <p>{t('app.forbiddenAsk')}</p>
      </Empty>
    );
  }
  if (ids.length > 0 && cameras.isPending) return <Loading />;
  if (ids.length > 0 && !cameras.data) return <Failure failure={cameras.error} retry={() => void cameras.refetch()} />;
  return (
    <div className={css.play}>
      <div className={css.playHead}>
        <h1>{t('player.title')}</h1>
        <Picker shown={shown} chosen={ids} onChange={choose} />
        <span className={css.playZone}>
          <ZoneName />
        </span>
        <Button icon="link" label={t('player.share')} disabled={ids.length === 0} onClick={actions.share} />
        {may(user, 'request') && <Button kind="primary" icon="request" label={t('player.request')} disabled={ids.length === 0} onClick={request} />}
      </div>
      {shown.length === 0 ? (
        <Empty icon="camera" title={t('player.choose')}>
          <p>{t('player.chooseMore')}</p>
        </Empty>
      ) : (
        <div className={css.playBody}>
          <div className={css.root} dir="ltr" ref={root} data-at={view.at} data-playing={view.playing} data-direction={view.direction} data-full={full}>
            <div className={css.tiles} ref={tiles}>
              {shown.map((camera, index) => (
                <PlayTile
                  key={camera.id}
                  camera={camera}
                  number={lane.numbered ? index + 1 : null}
                  playback={playback}
                  at={view.at}
                  frameAt={view.frames[camera.id] ?? null}
                  damaged={view.damaged[camera.id] ?? false}
                  showDamaged={showDamaged}
                  onShowDamaged={setShowDamaged}
                  state={view.states[camera.id] ?? 'idle'}
                  preview={previewOf(camera.id)}
                  coverage={coverages.get(camera.id) ?? Coverage.empty}
                  alone={shown.length === 1}
                />
              ))}
            </div>
            <Controls playback={playback} playing={view.playing} direction={view.direction} rate={view.rate} actions={actions} />
            <Strip playback={playback} second={Math.floor(view.at / 1_000)} spanMillis={span} lanes={lanes} size={lane} marks={marks} onZoom={actions.zoom} />
            <Foot marks={marks} jumped={view.jumped} withActivity={lanes.some((lane) => lane.activity.length > 0)} span={span} onZoom={actions.zoom} />
          </div>
          <Side playback={playback} lanes={lanes} near={Math.round(view.at / 60_000) * 60_000} span={span} marks={marks} clearMarks={clearMarks} />
        </div>
      )}
      {calendar && <CalendarDialog cameraIds={shown.map((camera) => camera.id)} at={view.at} onGo={(at) => playback.seek(at)} onClose={() => setCalendar(false)} />}
      <ShareLink address={link} onClose={() => setLink(null)} />
      {goTo && <GoTo onClose={() => setGoTo(false)} at={view.at} onGo={(at) => playback.seek(at)} />}
    </div>
  );
}

/** Tells the style how much stands above the player: bars come and go there. */
function useRoom(there: boolean) {
  const root = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = root.current;
    if (!there || !element) return;
    const fit = () => element.style.setProperty('--above', `${Math.round(element.getBoundingClientRect().top + window.scrollY)}px`);
    const observer = new ResizeObserver(fit);
    observer.observe(document.body);
    fit();
    return () => observer.disconnect();
  }, [there]);
  return root;
}

/** Keeps the pictures in as many columns as make them largest. */
function useColumns(count: number) {
  const tiles = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = tiles.current;
    if (!element) return;
    const choose = () => element.style.setProperty('--columns', String(columnsFor(count, element.clientWidth, element.clientHeight, captionHeight)));
    const observer = new ResizeObserver(choose);
    observer.observe(element);
    choose();
    return () => observer.disconnect();
  }, [count]);
  return tiles;
}
