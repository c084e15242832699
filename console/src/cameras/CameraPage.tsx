import { lazy, Suspense } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { Navigate, useNavigate, useParams } from 'react-router';
import { useCamera, useUser } from '../api/queries';
import { may } from '../api/rights';
import { t } from '../i18n/text';
import { useKeys } from '../shell/keys';
import { Moment, useSiteTime } from '../time/site';
import { useAddress } from '../ui/address';
import { ButtonLink } from '../ui/Button';
import { Badge, Notice, QueryState } from '../ui/State';
import { Code, Fact, Name, numberText, PageHead, usePageTitle } from '../ui/text';
import { AnalysisPanel } from './AnalysisPanel';
import css from './cameras.module.css';
import { DayCoverage } from './DayCoverage';
import { CauseAdvice, GapLength, HealthWords } from './HealthView';
import { codecText, isDown, isOff } from './health';
import { MetadataPanel } from './Metadata';
import type { Camera } from './types';

const LiveTile = lazy(async () => ({ default: (await import('./LiveTile')).LiveTile }));

/** One camera: live picture, health, what is recorded, its data. */
export function CameraPage() {
  const { id = '' } = useParams();
  const camera = useCamera(id);
  if (!camera.data) return <QueryState query={camera} />;
  if (camera.data.kind === 'COMMUNITY') return <Navigate to={`/register/${camera.data.id}`} replace />;
  return <CameraView camera={camera.data} />;
}

function CameraView({ camera }: { camera: Camera }) {
  usePageTitle(`${camera.code} ${camera.name}`);
  const user = useUser();
  const navigate = useNavigate();
  const { now } = useSiteTime();
  const [search, change] = useAddress();
  const playback = may(user, 'playback');
  const tab = search.get('tab') ?? 'now';
  const justNow = () => void navigate(`/play?cams=${camera.id}&t=${new Date(now() - 30_000).toISOString()}`);
  useKeys(playback ? [{ key: 't', cap: 'T', label: 'cameras.keyJustNow', run: justNow }] : []);

  return (
    <>
      <PageHead
        title={
          <>
            <Code>{camera.code}</Code> <Name>{camera.name}</Name>
          </>
        }
        lead={
          <p className="summary">
            <bdi>{camera.areaName}</bdi>
            {camera.simulated && <Badge tone="info">{t('cameras.simulated')}</Badge>}
            {camera.retired && <Badge tone="mute">{t('cameras.retired')}</Badge>}
          </p>
        }
        actions={
          <>
            {playback && <ButtonLink icon="play" label={t('cameras.toPlay')} to={`/play?cams=${camera.id}`} />}
            <ButtonLink icon="register" label={t('register.card')} to={`/register/${camera.id}`} />
            {may(user, 'changeCameras') && !camera.retired && <ButtonLink label={t('cameras.edit')} to={`/cameras/${camera.id}/edit`} />}
          </>
        }
      />
      <div className={may(user, 'live') ? css.cameraPage : `${css.cameraPage} ${css.cameraPagePlain}`}>
        <div>
          {may(user, 'live') ? (
            <Suspense fallback={<div className={`${css.tile} ${css.tileBig}`} />}>
              <LiveTile camera={camera} big caption={false} />
            </Suspense>
          ) : (
            <Notice tone="info" title={t('cameras.liveForbidden')} />
          )}
          {playback && (
            <p className={css.underLive}>
              <ButtonLink kind="quiet" icon="time" label={t('cameras.justNow')} to={`/play?cams=${camera.id}&t=${new Date(Math.floor(now() / 10_000) * 10_000 - 30_000).toISOString()}`} />
            </p>
          )}
        </div>
        <Tabs className={css.tabs!} selectedKey={tab} onSelectionChange={(key) => change({ tab: String(key) })}>
          <TabList className={css.tabList!} aria-label={camera.name}>
            <Tab id="now">{t('cameras.tabNow')}</Tab>
            <Tab id="day">{t('cameras.tabDay')}</Tab>
            <Tab id="about">{t('cameras.tabAbout')}</Tab>
          </TabList>
          <TabPanel id="now">
            <HealthNow camera={camera} />
            <AnalysisPanel camera={camera} />
            <MetadataPanel camera={camera} />
          </TabPanel>
          <TabPanel id="day">
            <DayCoverage camera={camera} />
          </TabPanel>
          <TabPanel id="about">
            <About camera={camera} />
          </TabPanel>
        </Tabs>
      </div>
    </>
  );
}

function HealthNow({ camera }: { camera: Camera }) {
  const { health } = camera;
  return (
    <>
      <HealthWords camera={camera} />
      {!isOff(camera) && <CauseAdvice camera={camera} />}
      <dl className="facts">
        <Fact label={t('cameras.colLast')}>{health.lastFrameAt ? <Moment at={health.lastFrameAt} show="millis" /> : t('cameras.never')}</Fact>
        <Fact label={t('cameras.aboutRecorded')}>{health.recordedUntil ? <Moment at={health.recordedUntil} /> : t('cameras.never')}</Fact>
        {isDown(camera) && (
          <Fact label={t('cameras.colGap')}>
            <GapLength camera={camera} />
          </Fact>
        )}
        <Fact label={t('cameras.sound')}>{t('cameras.soundNot')}</Fact>
        {health.format && (
          <Fact label={t('cameras.colFormat')}>
            <bdi dir="ltr">
              {codecText(health.format.codec)} {health.format.width}×{health.format.height}
            </bdi>
          </Fact>
        )}
        <Fact label={t('cameras.colRate')}>
          {health.framesPerSecond !== null && t('cameras.fps', { count: numberText(health.framesPerSecond, 1) })}
          {health.bitsPerSecond !== null && (
            <>
              {' · '}
              <bdi>{t('cameras.mbit', { count: numberText(health.bitsPerSecond / 1e6, 2) })}</bdi>
            </>
          )}
        </Fact>
        <Fact label={t('cameras.clock')}>{health.clockOffsetMillis === null ? t('cameras.clk.unknown') : t('cameras.offset', { millis: health.clockOffsetMillis })}</Fact>
        <Fact label={t('cameras.timestamps')}>
          {health.quality.timestampRate === 1 ? t('cameras.timestampsRight') : t('cameras.timestampsWrong', { times: numberText(health.quality.timestampRate, 3) })}
        </Fact>
        <Fact label={t('cameras.losses')}>
          {health.quality.losses === 0 ? t('cameras.lossesNone') : t('cameras.lossesCount', { packets: health.quality.lostPackets, frames: health.quality.damagedFrames })}
        </Fact>
        {health.since && (
          <Fact label={t('cameras.inThisState')}>
            <Moment at={health.since} />
          </Fact>
        )}
      </dl>
    </>
  );
}

function About({ camera }: { camera: Camera }) {
  return (
    <dl className="facts">
      <Fact label={t('cameras.aboutCode')}>
        <Code>{camera.code}</Code>
      </Fact>
      <Fact label={t('app.area')}>
        <bdi>{camera.areaName}</bdi>
      </Fact>
      {camera.address && (
        <Fact label={t('cameras.aboutAddress')}>
          <Code>{camera.address}</Code>
        </Fact>
      )}
      <Fact label={t('cameras.aboutPlace')}>
        {camera.place ? (
          <>
            <Code>
              {camera.place.latitude.toFixed(5)}, {camera.place.longitude.toFixed(5)}
            </Code>
            {camera.place.directionDegrees !== null && <> · {t('cameras.aboutDirection', { degrees: camera.place.directionDegrees })}</>}
          </>
        ) : (
          t('app.none')
        )}
      </Fact>
      <Fact label={t('cameras.aboutKeep')}>{t('cameras.days', { count: camera.keepDays })}</Fact>
      <Fact label={t('cameras.recording')}>{camera.recording ? t('app.yes') : t('app.no')}</Fact>
      <Fact label={t('cameras.sound')}>{t('cameras.soundNot')}</Fact>
    </dl>
  );
}
