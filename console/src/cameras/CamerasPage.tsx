import { lazy, Suspense, useDeferredValue, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { useCameraList, useCameraSummary, useUser } from '../api/queries';
import { may } from '../api/rights';
import { t, tCode, withRest } from '../i18n/text';
import { useKeys } from '../shell/keys';
import { Moment, useNow, useSiteTime } from '../time/site';
import { useAddress } from '../ui/address';
import { Begin } from '../ui/Begin';
import { Button, ButtonLink } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { useNarrow } from '../ui/narrow';
import { Pages } from '../ui/Pages';
import { SearchBox } from '../ui/SearchBox';
import { Segments } from '../ui/Segments';
import { Badge, Empty } from '../ui/State';
import { Code, Name, numberText, PageFrame } from '../ui/text';
import { AnalysisLag, AnalysisSummary } from './Analysis';
import { adviceFor } from './advice';
import css from './cameras.module.css';
import { GapLength, HealthWords } from './HealthView';
import { isDown, isOff } from './health';
import { type Outage, outages } from './outages';
import type { CameraSummary } from './types';

const LiveTile = lazy(async () => ({ default: (await withRest(import('./LiveTile'))).LiveTile }));

/** So few cameras are shown as live pictures at once. */
const mostTiles = 12;

/** Which cameras record, which do not, and why. */
export function CamerasPage() {
  const user = useUser();
  const [search, change] = useAddress();
  const text = search.get('q') ?? '';
  const onlyDown = search.get('state') === 'down';
  const cameras = useCameraList({ q: useDeferredValue(text), state: onlyDown ? 'DOWN' : 'ALL' });
  const summary = useCameraSummary();
  const live = may(user, 'live');
  const narrow = useNarrow();
  const { now } = useSiteTime();
  const all = summary.data ? summary.data.recording + summary.data.notRecording + summary.data.off : null;
  const counts = { all, down: summary.data?.notRecording ?? null };
  const tiles = live && !narrow && (search.get('view') ?? (all !== null && all <= mostTiles ? 'tiles' : 'list')) === 'tiles' && !onlyDown;

  return (
    <PageFrame
      title={t('cameras.title')}
      lead={
        <>
          {summary.data && <Summary summary={summary.data} updatedAt={summary.dataUpdatedAt} />}
          <AnalysisSummary />
        </>
      }
      actions={may(user, 'changeCameras') && <ButtonLink kind="primary" icon="add" label={t('cameras.add')} to="/cameras/new" />}
    >
      <div className="toolbar">
        <Segments
          label={t('cameras.filter')}
          of={['all', 'down'] as const}
          chosen={onlyDown ? 'down' : 'all'}
          words={(each) => (
            <>
              {t(each === 'down' ? 'cameras.filterDown' : 'app.all')} {counts[each] !== null && <b>{numberText(counts[each])}</b>}
            </>
          )}
          onChoose={(each) => change({ state: each === 'down' ? each : null })}
        />
        <SearchBox label={t('cameras.searchLabel')} value={text} onChange={(value) => change({ q: value })} />
        {live && !narrow && !onlyDown && (
          <Segments
            label={t('cameras.view')}
            of={['tiles', 'list']}
            chosen={tiles ? 'tiles' : 'list'}
            words={(each) => (
              <>
                <Icon name={each === 'tiles' ? 'wall' : 'list'} size={16} /> {t(each === 'tiles' ? 'cameras.viewTiles' : 'cameras.viewList')}
              </>
            )}
            onChoose={(each) => change({ view: each })}
          />
        )}
      </div>
      <Pages
        pages={cameras}
        empty={
          <Nothing all={all} recording={summary.data?.recording ?? 0} text={text} onlyDown={onlyDown} checkedAt={now() - (Date.now() - summary.dataUpdatedAt)} clear={() => change({ q: null })} />
        }
      >
        {(shown) =>
          tiles ? (
            <div className={css.tiles}>
              {shown.map((camera) => (
                <figure key={camera.id} className={css.tileCard}>
                  <Suspense fallback={<div className={css.tile} />}>
                    <LiveTile camera={camera} />
                  </Suspense>
                  <figcaption>
                    <HealthWords camera={camera} />
                  </figcaption>
                </figure>
              ))}
            </div>
          ) : (
            <CameraTable groups={onlyDown ? outages(shown) : [{ at: null, cameras: shown }]} stale={Boolean(cameras.error)} />
          )
        }
      </Pages>
    </PageFrame>
  );
}

function Summary({ summary, updatedAt }: { summary: CameraSummary; updatedAt: number }) {
  const now = useNow();
  const { recording, notRecording: down, off } = summary;
  const age = Math.round((Date.now() - updatedAt) / 1000);
  const [said, setSaid] = useState(down);
  useEffect(() => {
    const timer = setTimeout(() => setSaid(down), 10_000);
    return () => clearTimeout(timer);
  }, [down]);
  return (
    <p className="summary">
      <Badge tone="ok" icon="record">
        {t('cameras.sumRecording', { count: recording })}
      </Badge>
      <Badge tone={down > 0 ? 'bad' : 'mute'} icon={down > 0 ? 'danger' : 'done'}>
        {t('cameras.sumNot', { count: down })}
      </Badge>
      {off > 0 && (
        <Badge tone="mute" icon="off">
          {t('cameras.sumOff', { count: off })}
        </Badge>
      )}
      <span className={age > 20 ? 'summary-stale' : 'summary-age'}>
        {age > 20 ? (
          t('cameras.stale', { seconds: age })
        ) : (
          <>
            {t('cameras.updated')} <Moment at={now - age * 1000} show="clock" />
          </>
        )}
      </span>
      <span className="visually-hidden" role="status">
        {t('cameras.sumNot', { count: said })}
      </span>
    </p>
  );
}

function CameraTable({ groups, stale }: { groups: Outage[]; stale: boolean }) {
  const cameras = groups.flatMap((each) => each.cameras);
  const user = useUser();
  const navigate = useNavigate();
  const [row, setRow] = useState(-1);
  const at = Math.min(row, cameras.length - 1);
  const move = (by: number) => {
    const next = Math.min(cameras.length - 1, Math.max(0, at + by));
    setRow(next);
    document.getElementById(`camera-row-${next}`)?.scrollIntoView({ block: 'nearest' });
  };
  useKeys([
    { key: 'j', cap: 'J', label: 'cameras.keyRows', run: () => move(1) },
    { key: 'k', cap: 'K', label: 'cameras.keyRows', run: () => move(-1) },
    {
      key: 'o',
      cap: 'O',
      label: 'cameras.keyOpen',
      run: () => {
        const camera = cameras[at];
        if (camera) void navigate(`/cameras/${camera.id}`);
      },
    },
  ]);
  return (
    <div className={stale ? 'table-wrap stale' : 'table-wrap'}>
      <table className="table table-cards">
        <thead>
          <tr>
            <th scope="col">{t('cameras.colCamera')}</th>
            <th scope="col">{t('cameras.colState')}</th>
            <th scope="col">{t('cameras.colLast')}</th>
            <th scope="col">{t('cameras.colGap')}</th>
            <th scope="col">{t('cameras.cause')}</th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.at ?? ''} data-outage={group.at}>
            {(group.at || groups.length > 1) && (
              <tr className={css.outage}>
                <th scope="rowgroup" colSpan={5}>
                  {group.at ? (
                    <>
                      <Icon name="warn" size={16} /> {t('cameras.lostTogether', { count: group.cameras.length })} <Moment at={group.at} />
                      <small className="todo">{t('cameras.lostTogetherTodo')}</small>
                    </>
                  ) : (
                    t('cameras.lostAlone')
                  )}
                </th>
              </tr>
            )}
            {group.cameras.map((camera) => (
              <tr key={camera.id} id={`camera-row-${cameras.indexOf(camera)}`} className={camera === cameras[at] ? 'row-at' : ''} data-camera={camera.code}>
                <th scope="row">
                  <ButtonLink
                    kind="quiet"
                    label={
                      <>
                        <Code>{camera.code}</Code>
                        <Name>{camera.name}</Name>
                      </>
                    }
                    to={`/cameras/${camera.id}`}
                    className="row-link"
                  />
                  <small>
                    <bdi>{camera.areaName}</bdi>
                    {camera.simulated && <Badge tone="info">{t('cameras.simulated')}</Badge>}
                  </small>
                </th>
                <td>
                  <HealthWords camera={camera} />
                  <AnalysisLag camera={camera} />
                </td>
                <td data-label={t('cameras.colLast')}>{camera.health.lastFrameAt ? <Moment at={camera.health.lastFrameAt} /> : t('cameras.never')}</td>
                <td data-label={t('cameras.colGap')} className={isDown(camera) ? 'bad' : css.cellEmpty}>
                  <GapLength camera={camera} />
                </td>
                <td className={camera.health.cause ? '' : css.cellEmpty}>
                  {camera.health.cause && !isOff(camera) && (
                    <>
                      <span>{tCode('cameras.cause', camera.health.cause)}</span>
                      <small className="todo">{adviceFor(user, camera.health)}</small>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

interface NothingProps {
  /** How many cameras there are, where that is known. */
  all: number | null;
  recording: number;
  text: string;
  onlyDown: boolean;
  checkedAt: number;
  clear: () => void;
}

function Nothing({ all, recording, text, onlyDown, checkedAt, clear }: NothingProps) {
  if (all === 0)
    return (
      <Empty icon="camera" title={t('cameras.emptyAll')}>
        <Begin allowed="changeCameras" label={t('cameras.add')} to="/cameras/new" by="ADMINISTRATOR" />
      </Empty>
    );
  if (text) {
    return (
      <Empty title={t('cameras.emptySearch', { search: text })}>
        <Button label={t('cameras.clearSearch')} onClick={clear} />
      </Empty>
    );
  }
  if (onlyDown) {
    return (
      <Empty icon="done" title={t('cameras.emptyDown', { count: recording })}>
        <p>
          {t('cameras.emptyDownChecked')} <Moment at={checkedAt} show="clock" />
        </p>
      </Empty>
    );
  }
  return null;
}
