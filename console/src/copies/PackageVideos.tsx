import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { json } from '../api/client';
import { t, tCode } from '../i18n/text';
import { useKeys } from '../shell/keys';
import { clockText, dateTimeText } from '../time/format';
import { MomentRange, useSiteTime, ZoneName } from '../time/site';
import { parseInstant } from '../time/zone';
import { Button, ButtonLink } from '../ui/Button';
import { Choose } from '../ui/Field';
import { Icon } from '../ui/Icon';
import { Badge, Notice, QueryState, type Tone } from '../ui/State';
import { Code, Name } from '../ui/text';
import { useCopies } from './CopiesSection';
import { type Chapter, chapterAfter, chapterBefore, chaptersOf, gapAt } from './chapters';
import css from './copies.module.css';
import type { CameraVideos, Copies, PackagedVideo, PackageVideosAnswer } from './types';
import { useVideoPlayback } from './useVideoPlayback';
import { useVideoKeys, VideoView } from './VideoView';

interface Props {
  /** Of the request or the hand-over by which the videos are seen. */
  path: string;
  /** What the verifier says of the package; null while it is asked. */
  checked: Tone | null;
  /** What was made of them; only for who may know. */
  copies?: Copies;
  /** Where a copy is made; only for who may. */
  newCopy?: string;
}

/** The sealed videos of a request's package for who may watch them. */
export function RequestVideos({ id, checked }: { id: string; checked: Tone | null }) {
  const copies = useCopies(id).data;
  if (!copies?.mayWatch) return null;
  return <PackageVideos path={`/api/requests/${id}`} checked={checked} copies={copies} {...(copies.mayOrder && { newCopy: `/requests/${id}/copies/new` })} />;
}

/** The sealed videos of a package, each with its gaps and passes beside it. */
export function PackageVideos({ path, ...rest }: Props) {
  const videos = useQuery({
    queryKey: ['videos', path],
    queryFn: () => json<PackageVideosAnswer>(`${path}/videos`),
    staleTime: Infinity, // What is sealed stays as it is, and each look is an entry of the log.
  });
  const [chosenCamera, chooseCamera] = useState('');
  const [chosenFile, chooseFile] = useState('');
  if (!videos.data) return <QueryState query={videos} />;
  const { cameras } = videos.data;
  const camera = cameras.find((each) => each.cameraId === chosenCamera) ?? cameras.find((each) => each.videos.length > 0) ?? cameras[0];
  if (!camera) return null;
  const video = camera.videos.find((each) => each.name === chosenFile) ?? camera.videos[0];
  return (
    <section className="panel stack" id="videos">
      <h2>{t('copies.sealed')}</h2>
      {cameras.length > 1 && (
        <Choose
          label={t('copies.camera')}
          of={cameras}
          code={(each: CameraVideos) => each.cameraId}
          words={(each: CameraVideos) => `${each.code} ${each.name}`}
          value={camera.cameraId}
          onText={(cameraId: string) => chooseCamera(cameraId)}
        />
      )}
      {camera.videos.length > 1 && (
        <Choose label={t('copies.file')} of={camera.videos} code={(each: PackagedVideo) => each.name} words={fileName} value={video?.name} onText={(name: string) => chooseFile(name)} />
      )}
      {video ? <SealedVideo key={video.name} camera={camera} video={video} {...rest} /> : <NoVideo camera={camera} />}
    </section>
  );
}

const fileName = (video: PackagedVideo) => video.name.slice(video.name.lastIndexOf('/') + 1);

function NoVideo({ camera }: { camera: CameraVideos }) {
  return (
    <>
      <p>{t('copies.noVideo')}</p>
      <ul className={css.chapters}>
        {chaptersOf(camera).map((chapter) => (
          <li key={chapter.key}>
            <ChapterText chapter={chapter} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Whether the browser says that it may be able to play such a file. */
const canPlay = (mediaType: string) => document.createElement('video').canPlayType(mediaType) !== '';

function SealedVideo({ camera, video, checked, copies, newCopy }: Omit<Props, 'path'> & { camera: CameraVideos; video: PackagedVideo }) {
  const [copyShown, showCopy] = useState(false);
  const [started, start] = useState<{ seconds: number; plays: boolean } | null>(null);
  const [broken, setBroken] = useState(() => !canPlay(video.mediaType));
  const master = copies?.masters.find((each) => each.name === video.name);
  const copyUrl = video.copyUrl ?? (master && !master.original ? master.watchUrl : null);
  const show = (copy: boolean) => {
    showCopy(copy);
    start({ seconds: 0, plays: true });
  };
  return (
    <>
      <p className="summary">
        <Seal checked={checked} />
        <bdi dir="ltr" className="file-name">
          {fileName(video)}
        </bdi>
        <Code>{camera.code}</Code> <Name>{camera.name}</Name>
        <ZoneName short />
      </p>
      {copyShown && (
        <Notice tone="info" title={t('copies.copyShown')}>
          {!broken && <Button small label={t('copies.playSealed')} onClick={() => show(false)} />}
        </Notice>
      )}
      {broken && !copyShown ? (
        <WithChapters camera={camera} at={null} goTo={null}>
          <Notice tone="warn" title={t('copies.sealedCannotPlay')}>
            <p>
              <bdi dir="ltr" className="file-name">
                {video.mediaType}
              </bdi>
            </p>
            {copyUrl ? (
              <Button small icon="play" label={t('copies.playCopy')} onClick={() => show(true)} />
            ) : newCopy ? (
              <>
                <p>{t('copies.sealedCannotPlayMake')}</p>
                <ButtonLink small label={t('copies.make')} to={`${newCopy}?video=${encodeURIComponent(video.name)}`} />
              </>
            ) : (
              <p>{t('copies.sealedCannotPlayAsk')}</p>
            )}
          </Notice>
        </WithChapters>
      ) : started ? (
        <Playing
          key={String(copyShown)}
          camera={camera}
          url={copyShown ? copyUrl! : video.url}
          label={fileName(video)}
          startsAt={video.startsAt}
          begin={started}
          onBroken={copyShown ? undefined : () => setBroken(true)}
        />
      ) : (
        <WithChapters camera={camera} at={null} goTo={(seconds) => start({ seconds, plays: false })}>
          <button type="button" className={css.poster} onClick={() => start({ seconds: 0, plays: true })}>
            <Icon name="play" size={32} />
            {t('copies.play')}
          </button>
          <p className="hint">{t('copies.playLogged')}</p>
        </WithChapters>
      )}
    </>
  );
}

function Seal({ checked }: { checked: Tone | null }) {
  if (checked === null) return <Badge tone="mute">{t('copies.sealed.wait')}</Badge>;
  return (
    <Badge tone={checked} icon={checked === 'ok' ? 'done' : 'warn'}>
      {tCode('copies.sealed', checked)}
    </Badge>
  );
}

interface PlayingProps {
  camera: CameraVideos;
  url: string;
  label: string;
  startsAt: string | null;
  begin: { seconds: number; plays: boolean };
  onBroken: (() => void) | undefined;
}

function Playing({ camera, url, label, startsAt, begin, onBroken }: PlayingProps) {
  const { zone } = useSiteTime();
  const video = useVideoPlayback(onBroken);
  const chapters = chaptersOf(camera);
  const goTo = (chapter: Chapter | undefined) => chapter?.seconds !== null && chapter !== undefined && video.seek(chapter.seconds);
  useVideoKeys(video);
  useKeys([
    { key: 'n', shift: false, cap: 'N', label: 'copies.keyNext', run: () => void goTo(chapterAfter(chapters, video.place)) },
    { key: 'p', shift: false, cap: 'P', label: 'copies.keyPrevious', run: () => void goTo(chapterBefore(chapters, video.place)) },
  ]);
  const first = startsAt === null ? null : parseInstant(startsAt);
  const gap = first === null ? null : gapAt(chapters, first, video.place);
  return (
    <WithChapters camera={camera} at={video.place} goTo={video.seek}>
      <VideoView
        video={video}
        url={`${url}#t=${begin.seconds}`}
        label={label}
        autoPlay={begin.plays}
        {...(first !== null && { clock: (seconds: number) => dateTimeText(first + seconds * 1000, zone, true) })}
      >
        {gap && (
          <div className={css.gapNow} dir="auto">
            <ChapterText chapter={gap} />
            <Button small label={t('copies.gapSkip')} onClick={() => video.seek((gap.to - first!) / 1000)} />
          </div>
        )}
      </VideoView>
    </WithChapters>
  );
}

/** So many chapters are drawn at once. */
const shownAtOnce = 200;

interface WithChaptersProps {
  camera: CameraVideos;
  at: number | null;
  /** Null where nothing plays. */
  goTo: ((seconds: number) => void) | null;
  children: ReactNode;
}

function WithChapters({ camera, at, goTo, children }: WithChaptersProps) {
  const [all, setAll] = useState(false);
  const chapters = chaptersOf(camera);
  const here = at === null ? undefined : chapters.findLast((chapter) => chapter.seconds !== null && chapter.seconds <= at + 0.001);
  return (
    <div className={css.copyEditor}>
      <div className="stack">{children}</div>
      <section className="stack">
        <h3>{t('copies.chapters')}</h3>
        {chapters.length === 0 ? <p className="hint">{t('copies.chaptersNone')}</p> : camera.passes.length > 0 && <p className="hint">{t('copies.chaptersHint')}</p>}
        <ol className={css.chapters}>
          {(all ? chapters : chapters.slice(0, shownAtOnce)).map((chapter) => (
            <li key={chapter.key}>
              {chapter.seconds === null || goTo === null ? (
                <ChapterText chapter={chapter} />
              ) : (
                <button type="button" className={css.chapter} aria-current={chapter === here ? 'true' : undefined} onClick={() => goTo(chapter.seconds!)}>
                  <ChapterText chapter={chapter} />
                </button>
              )}
            </li>
          ))}
        </ol>
        {!all && chapters.length > shownAtOnce && <Button small label={t('copies.chaptersAll', { count: chapters.length })} onClick={() => setAll(true)} />}
      </section>
    </div>
  );
}

function ChapterText({ chapter }: { chapter: Chapter }) {
  const { zone } = useSiteTime();
  if (chapter.what === 'gap') {
    return (
      <>
        <Icon name="gap" size={15} /> <strong>{t('copies.gap')}</strong> <MomentRange from={chapter.from} to={chapter.to} /> <small>{tCode('cameras.cause', chapter.cause)}</small>
      </>
    );
  }
  return (
    <>
      <time dir="ltr" dateTime={new Date(chapter.from).toISOString()}>
        {clockText(chapter.from, zone)}
      </time>{' '}
      {chapter.plate === null ? <span>{t('copies.plateNone')}</span> : <Code>{chapter.plate}</Code>}
      <small>
        {[
          ...(chapter.confidence === null ? [] : [t('vehicles.percent', { percent: Math.round(chapter.confidence * 100) })]),
          ...(chapter.kind === null ? [] : [tCode('vehicles.class', chapter.kind)]),
          ...(chapter.weakness === null ? [] : [tCode('vehicles.weakness', chapter.weakness)]),
        ].join(' · ')}
      </small>
    </>
  );
}
