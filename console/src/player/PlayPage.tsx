import { useEffect, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore, type CSSProperties } from 'react';
import { useNavigate, useNavigation, useSearchParams } from 'react-router';
import { may, useCameras, useUser } from '../api/queries';
import { t } from '../text/text';
import { useSiteTime, ZoneName } from '../time/site';
import { isoInstant, parseInstant } from '../time/zone';
import { Button } from '../ui/Button';
import { Empty, Failure, Loading } from '../ui/State';
import { usePageTitle } from '../ui/text';
import { CameraPicker } from './CameraPicker';
import { Coverage } from './coverage';
import { GapPanel } from './GapPanel';
import { GoTo } from './GoTo';
import { Playback } from './Playback';
import { takeStill } from './still';
import { Timeline } from './Timeline';
import type { Marks } from './TimelineCanvas';
import { zoomed } from './timelineModel';
import { Transport } from './Transport';
import { PlayTile } from './PlayTile';
import { usePlayerKeys } from './usePlayerKeys';
import { useCoverage } from './useCoverage';

const defaultSpan = 3_600_000;

/** Recordings of one to four cameras on one clock; cameras, moment and zoom are in the URL. */
export function PlayPage() {
  usePageTitle(t('player.title'));
  const user = useUser();
  const cameras = useCameras();
  const { now, zone } = useSiteTime();
  const [search, setSearch] = useSearchParams();
  const camsText = search.get('cams') ?? '';
  const ids = useMemo(() => camsText.split(',').filter(Boolean).slice(0, 4), [camsText]);
  const given = parseInstant(search.get('t') ?? '');
  const [playback] = useState(() => new Playback(Number.isFinite(given) ? given : now() - 60_000, now));
  const view = useSyncExternalStore(playback.subscribe, playback.getView);
  const span = Number(search.get('z')) || defaultSpan;
  const [marks, setMarks] = useState<Marks>({ from: null, to: null });
  const [goTo, setGoTo] = useState(false);
  const navigate = useNavigate();
  const leaving = useNavigation().state !== 'idle';
  const stage = useRef<HTMLDivElement>(null);
  const written = useRef(given);

  useEffect(() => {
    playback.start();
    return () => playback.stop();
  }, [playback]);
  useLayoutEffect(() => playback.setCameras(ids), [playback, ids]);
  const coverages = useCoverage(playback, ids, view.at, span);

  const set = (changes: Record<string, string>) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes)) next.set(name, value);
        return next;
      },
      { replace: true },
    );
  useEffect(() => {
    // While another page is being loaded, a change of the URL would call that off.
    if (view.playing || ids.length === 0 || leaving) return;
    const timer = setTimeout(() => {
      written.current = view.at;
      set({ t: isoInstant(Math.round(view.at * 1000) / 1000) });
    }, 400);
    return () => clearTimeout(timer);
  });
  useEffect(() => {
    if (Number.isFinite(given) && Number.isFinite(written.current) && Math.abs(given - written.current) > 1 && Math.abs(given - playback.instant()) > 1) {
      written.current = given;
      playback.seek(given);
    }
  }, [given, playback]);

  const shown = ids.map((id) => cameras.data?.find((camera) => camera.id === id)).filter((camera) => camera !== undefined);
  const lanes = shown.map((camera) => ({ cameraId: camera.id, label: camera.code, coverage: coverages.get(camera.id) ?? Coverage.empty }));
  const zoom = (steps: number) => set({ z: String(zoomed(span, steps)) });
  const jump = (millis: number) => playback.seek(playback.instant() + millis, millis < 0 ? -1 : 1);
  const mark = (which: 'from' | 'to') =>
    setMarks((before) => {
      const at = Math.round(playback.instant());
      const next = { ...before, [which]: at };
      return next.from !== null && next.to !== null && next.from > next.to ? { from: which === 'from' ? at : null, to: which === 'to' ? at : null } : next;
    });
  const request = () => {
    const from = marks.from ?? playback.instant() - 60_000;
    const to = marks.to ?? from + 120_000;
    void navigate(`/requests/new/what?cams=${ids.join(',')}&from=${isoInstant(Math.round(from))}&to=${isoInstant(Math.round(to))}`);
  };
  const still = () => shown.forEach((camera) => void takeStill(camera, view.frames[camera.id] ?? playback.instant(), zone));
  const actions = {
    jump,
    zoom,
    mark,
    still,
    goTo: () => setGoTo(true),
    full: () => void (document.fullscreenElement ? document.exitFullscreen() : stage.current?.requestFullscreen()),
    gap: (direction: 1 | -1) => nextGap(playback, [...coverages.values()], direction),
    first: (index: number) => {
      const id = ids[index];
      if (id) set({ cams: [id, ...ids.filter((each) => each !== id)].join(',') });
    },
  };
  usePlayerKeys(playback, actions);

  if (!may(user, 'playback')) {
    return (
      <Empty icon="lock" title={t('player.forbidden')}>
        <p>{t('app.forbiddenAsk')}</p>
      </Empty>
    );
  }
  if (cameras.isPending) return <Loading />;
  if (!cameras.data) return <Failure failure={cameras.error} retry={() => void cameras.refetch()} />;
  return (
    <div className="play">
      <div className="play-head">
        <h1>{t('player.title')}</h1>
        <CameraPicker cameras={cameras.data} chosen={ids} onChange={(next) => set({ cams: next.join(',') })} />
        <span className="play-zone">
          <ZoneName />
        </span>
        {may(user, 'request') && (
          <Button kind="primary" icon="requests" disabled={ids.length === 0} onClick={request}>
            {t('player.request')}
          </Button>
        )}
      </div>
      {shown.length === 0 ? (
        <Empty icon="camera" title={t('player.choose')}>
          <p>{t('player.chooseMore')}</p>
        </Empty>
      ) : (
        <div className="play-body">
          <div className="player" dir="ltr" ref={stage} data-at={view.at} data-playing={view.playing}>
            <div className={`player-tiles player-tiles-${shown.length}`} style={{ '--lanes': lanes.length } as CSSProperties}>
              {shown.map((camera) => (
                <PlayTile
                  key={camera.id}
                  camera={camera}
                  playback={playback}
                  at={view.at}
                  frameAt={view.frames[camera.id] ?? null}
                  state={view.states[camera.id] ?? 'idle'}
                  coverage={coverages.get(camera.id) ?? Coverage.empty}
                  alone={shown.length === 1}
                />
              ))}
            </div>
            <Transport playback={playback} view={view} marks={marks} span={span} actions={actions} />
            <Timeline playback={playback} at={view.at} spanMillis={span} lanes={lanes} marks={marks} onZoom={zoom} />
          </div>
          <GapPanel playback={playback} lanes={lanes} at={view.at} span={span} marks={marks} clearMarks={() => setMarks({ from: null, to: null })} />
        </div>
      )}
      <GoTo open={goTo} onClose={() => setGoTo(false)} at={view.at} onGo={(at) => playback.seek(at)} />
    </div>
  );
}

/** Goes to the end of the next gap, or a few seconds before the one behind. */
function nextGap(playback: Playback, coverages: readonly Coverage[], direction: 1 | -1): void {
  const at = playback.instant();
  const gaps = coverages.flatMap((coverage) => coverage.gaps).toSorted((a, b) => a.from - b.from);
  const gap = direction > 0 ? gaps.find((each) => each.from > at + 1_000) : gaps.findLast((each) => each.from < at - 4_000);
  if (gap) playback.seek(gap.from - 3_000, -1);
}
