import { type KeyboardEvent, useRef } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useCameraSearch, useCamerasOf, useUser } from '../api/queries';
import { may } from '../api/rights';
import { t } from '../i18n/text';
import { useKeys } from '../shell/keys';
import { useSiteTime } from '../time/site';
import { useAddress } from '../ui/address';
import { Begin } from '../ui/Begin';
import { Segments } from '../ui/Segments';
import { Empty, Failure, Loading } from '../ui/State';
import { numberText, PageHead, usePageTitle } from '../ui/text';
import { CameraField } from './CameraField';
import css from './cameras.module.css';
import { LiveTile } from './LiveTile';
import type { Camera } from './types';

const layouts = [1, 4, 9] as const;

/** One, four or nine live pictures; the layout and its cameras are in the URL. */
export function WallPage() {
  usePageTitle(t('cameras.wallTitle'));
  const user = useUser();
  const { layout = '4' } = useParams();
  const size = layouts.find((each) => String(each) === layout) ?? 4;
  const [search, change] = useAddress();
  const navigate = useNavigate();
  const grid = useRef<HTMLDivElement>(null);
  const { now } = useSiteTime();
  const choose = (next: number) => void navigate(`/wall/${next}?${search}`);
  const given = (search.get('cams') ?? '').split(',').slice(0, size);
  const asked = given.some(Boolean);
  const first = useCameraSearch('', layouts.at(-1)!, !asked);
  const ids = asked ? given : (first.data?.items ?? []).map((camera) => camera.id);
  const cameras = useCamerasOf(ids, { refetchInterval: 5_000 });
  const chosen: (Camera | undefined)[] = Array.from({ length: size }, (_, index) => cameras.data?.find((camera) => camera.id === ids[index] && camera.kind === 'CONNECTED' && !camera.retired));
  useKeys([
    ...layouts.map((each, index) => ({ key: String(index + 1), cap: String(index + 1), label: 'cameras.keyLayout' as const, run: () => choose(each) })),
    {
      key: 't',
      cap: 'T',
      label: 'cameras.keyJustNow' as const,
      run: () => {
        const at = Number((document.activeElement as HTMLElement | null)?.closest<HTMLElement>('[data-tile]')?.dataset['tile'] ?? 0);
        const camera = chosen[at] ?? chosen[0];
        if (camera) void navigate(`/play?cams=${camera.id}&t=${new Date(now() - 30_000).toISOString()}`);
      },
    },
  ]);

  const put = (tile: number, id: string) => {
    const ids = chosen.map((camera) => camera?.id ?? '');
    ids[tile] = id;
    change({ cams: ids.join(',') });
  };
  const onArrow = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: Math.sqrt(size), ArrowUp: -Math.sqrt(size) };
    const step = steps[event.key];
    const target = event.target as HTMLElement;
    const from = target.dataset['tile'];
    if (step === undefined || from === undefined) return;
    event.preventDefault();
    const mirrored = document.documentElement.dir === 'rtl' && Math.abs(step) === 1 ? -step : step;
    grid.current?.querySelector<HTMLElement>(`[data-tile="${Number(from) + mirrored}"]`)?.focus();
  };

  if (!may(user, 'live'))
    return (
      <Empty icon="closed" title={t('cameras.liveForbidden')}>
        <p>{t('app.forbiddenAsk')}</p>
      </Empty>
    );
  return (
    <>
      <PageHead
        title={t('cameras.wallTitle')}
        actions={<Segments label={t('cameras.wallLayout')} of={layouts} chosen={size} words={(each) => t('cameras.wallCount', { count: each })} onChoose={choose} />}
      />
      {!asked && first.error && <Failure failure={first.error} retry={() => void first.refetch()} />}
      {cameras.error && !cameras.data && <Failure failure={cameras.error} retry={() => void cameras.refetch()} />}
      {!asked && first.data?.items.length === 0 ? (
        <Empty icon="camera" title={t('cameras.emptyAll')}>
          <Begin allowed="changeCameras" label={t('cameras.add')} to="/cameras/new" by="ADMINISTRATOR" />
        </Empty>
      ) : (
        cameras.isPending && <Loading />
      )}
      {cameras.data && (
        <div className={`${css.wall} wall-${size}`} ref={grid} onKeyDown={onArrow}>
          {chosen.map((camera, index) => (
            <div key={`${index} ${camera?.id ?? ''}`} className="wall-cell" data-tile={index} tabIndex={0} role="group" aria-label={camera ? `${camera.code} ${camera.name}` : t('cameras.wallEmpty')}>
              {camera ? <LiveTile camera={camera} /> : <div className={`${css.tile} ${css.tileNone}`}>{t('cameras.wallEmpty')}</div>}
              <CameraField bare id={`wall-camera-${index}`} label={t('cameras.wallChoose', { number: numberText(index + 1) })} camera={camera} onChange={(next) => put(index, next?.id ?? '')} />
            </div>
          ))}
        </div>
      )}
    </>
  );
}
