import { type CSSProperties, memo, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useNavigate } from 'react-router';
import { useCamerasOf, useUser } from '../api/queries';
import { may } from '../api/rights';
import { t } from '../i18n/text';
import { useSiteTime, ZoneName } from '../time/site';
import { isoInstant, parseInstant } from '../time/zone';
import { addressNow, useAddress } from '../ui/address';
import { Button } from '../ui/Button';
import { Empty, Failure, Loading } from '../ui/State';
import { usePageTitle } from '../ui/text';
import { quiet, useActivity } from './activity';
import { CameraPicker } from './CameraPicker';
import { Coverage } from './coverage';
import { GapPanel } from './GapPanel';
import { GoTo } from './GoTo';
import { Playback } from './Playback';
import { PlayTile } from './PlayTile';
import css from './player.module.css';
import { takeStill } from './still';
import { Timeline } from './Timeline';
import type { Marks } from './TimelineCanvas';
import { type PlayerActions, Transport } from './Transport';
import { zoomed } from './timelineModel';
import { useCoverage } from './useCoverage';
import { usePlayerKeys } from './usePlayerKeys';

const defaultSpan = 3_600_000;

// What does not change with the clock is not made anew with it, ten times a second.
const Picker = memo(CameraPicker);
const Controls = memo(Transport);
const Strip = memo(Timeline);
const Side = memo(GapPanel);

const spanOf = (search: URLSearchParams) => Number(search.get('z')) || defaultSpan;

/** Recordings of one to four cameras on one clock; cameras, moment and zoom are in the URL. */
export function PlayPage() {
  usePageTitle(t('player.title'));
  const user = useUser();
  const { now, zone } = useSiteTime();
  const [search, change] = useAddress();
  const camsText = search.get('cams') ?? '';
  const ids = useMemo(() => camsText.split(',').filter(Boolean).slice(0, 4), [camsText]);
  const cameras = useCamerasOf(ids);
  const given = parseInstant(search.get('t') ?? '');
  const [playback] = useState(() => new Playback(Number.isFinite(given) ? given : now() - 60_000, now));
  const view = useSyncExternalStore(playback.subscribe, playback.getView);
  const span = spanOf(search);
  const [marks, setMarks] = useState<Marks>({ from: null, to: null });
  const [showDamaged, setShowDamaged] = useState(false);
  const [goTo, setGoTo] = useState(false);
  const navigate = useNavigate();
  const stage = useRef<HTMLDivElement>(null);
  const written = useRef(given);

  useEffect(() => {
    playback.start();
    return () => playback.stop();
  }, [playback]);
  useLayoutEffect(() => playback.setCameras(ids), [playback, ids]);
  const coverages = useCoverage(playback, ids, view.at, span);
  const activities = useActivity(ids, view.at, span);

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
    void navigate(`/requests/new/what?cams=${ids.join(',')}&from=${isoInstant(Math.round(from))}&to=${isoInstant(Math.round(to))}`);
  };
  const actions = useMemo(
    (): PlayerActions => ({
      jump: (millis) => playback.seek(playback.instant() + millis, millis < 0 ? -1 : 1),
      // From the URL and not the last picture of the page, which keys can outrun.
      zoom: (steps) => change({ z: String(zoomed(spanOf(addressNow()), steps)) }),
      mark: (which) => setMarks((before) => marked(before, which, Math.round(playback.instant()))),
      still: () => shown.forEach((camera) => void takeStill(camera, playback.getView().frames[camera.id] ?? playback.instant(), zone)),
      goTo: () => setGoTo(true),
      full: () => void (document.fullscreenElement ? document.exitFullscreen() : stage.current?.requestFullscreen()),
      gap: (direction) => nextGap(playback, [...coverages.values()], direction),
      first: (index) => {
        const id = ids[index];
        if (id) change({ cams: [id, ...ids.filter((each) => each !== id)].join(',') });
      },
    }),
    [playback, change, shown, zone, coverages, ids],
  );
  const choose = useCallback((next: string[]) => change({ cams: next.join(',') }), [change]);
  const clearMarks = useCallback(() => setMarks({ from: null, to: null }), []);
  usePlayerKeys(playback, actions);

  if (!may(user, 'playback')) {
    return (
      <Empty icon="lock" title={t('player.forbidden')}>
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
        {may(user, 'request') && <Button kind="primary" icon="requests" label={t('player.request')} disabled={ids.length === 0} onClick={request} />}
      </div>
      {shown.length === 0 ? (
        <Empty icon="camera" title={t('player.choose')}>
          <p>{t('player.chooseMore')}</p>
        </Empty>
      ) : (
        <div className={css.playBody}>
          <div className={css.root} dir="ltr" ref={stage} data-at={view.at} data-playing={view.playing}>
            <div className={`${css.tiles} player-tiles-${shown.length}`} style={{ '--lanes': lanes.length } as CSSProperties}>
              {shown.map((camera) => (
                <PlayTile
                  key={camera.id}
                  camera={camera}
                  playback={playback}
                  at={view.at}
                  frameAt={view.frames[camera.id] ?? null}
                  damaged={view.damaged[camera.id] ?? false}
                  showDamaged={showDamaged}
                  onShowDamaged={setShowDamaged}
                  state={view.states[camera.id] ?? 'idle'}
                  coverage={coverages.get(camera.id) ?? Coverage.empty}
                  alone={shown.length === 1}
                />
              ))}
            </div>
            <Controls playback={playback} playing={view.playing} rate={view.rate} jumped={view.jumped} marks={marks} span={span} actions={actions} />
            <Strip playback={playback} second={Math.floor(view.at / 1_000)} spanMillis={span} lanes={lanes} marks={marks} onZoom={actions.zoom} />
          </div>
          <Side playback={playback} lanes={lanes} near={Math.round(view.at / 60_000) * 60_000} span={span} marks={marks} clearMarks={clearMarks} />
        </div>
      )}
      {goTo && <GoTo onClose={() => setGoTo(false)} at={view.at} onGo={(at) => playback.seek(at)} />}
    </div>
  );
}

function marked(before: Marks, which: 'from' | 'to', at: number): Marks {
  const next = { ...before, [which]: at };
  return next.from !== null && next.to !== null && next.from > next.to ? { from: null, to: null, [which]: at } : next;
}

/** Goes to the end of the next gap, or a few seconds before the one behind. */
function nextGap(playback: Playback, coverages: readonly Coverage[], direction: 1 | -1): void {
  const at = playback.instant();
  const gaps = coverages.flatMap((coverage) => coverage.gaps).toSorted((a, b) => a.from - b.from);
  const gap = direction > 0 ? gaps.find((each) => each.from > at + 1_000) : gaps.findLast((each) => each.from < at - 4_000);
  if (gap) playback.seek(gap.from - 3_000, -1);
}
