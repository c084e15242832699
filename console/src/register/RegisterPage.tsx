import { lazy, Suspense, useDeferredValue } from 'react';
import { Link, useNavigate } from 'react-router';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { AreaFilter } from '../areas/AreaField';
import { cameraKinds } from '../cameras/types';
import { t, tCode } from '../i18n/text';
import { useAddress } from '../ui/address';
import { Begin } from '../ui/Begin';
import { Button, ButtonLink } from '../ui/Button';
import { DataTable } from '../ui/DataTable';
import { Select } from '../ui/Field';
import { DialogButton } from '../ui/overlays';
import { Pages } from '../ui/Pages';
import { SearchBox } from '../ui/SearchBox';
import { Segments } from '../ui/Segments';
import { Badge, Empty, Loading } from '../ui/State';
import { Code, Name, PageFrame } from '../ui/text';
import { type RegisterFilter, useRegister, useRegisterFigures } from './queries';
import { PrintSigns } from './Signs';
import { ConsentBadge, viewWords } from './words';

const GroundMap = lazy(async () => ({ default: (await import('../map/GroundMap')).GroundMap }));

/** Every camera of one's area, connected or not, with owner, consent and view. */
export function RegisterPage() {
  const user = useUser();
  const [search, change] = useAddress();
  const filter = { q: search.get('q') ?? '', kind: search.get('kind') ?? '', consent: search.get('consent') ?? '', signed: search.get('signed') ?? '', areaId: search.get('area') ?? '' };
  const sought = useDeferredValue(filter.q);
  const register = useRegister({ ...filter, q: sought });
  const mapped = search.get('map') === 'shown';
  const figures = useRegisterFigures();
  const mayChange = may(user, 'changeCameras');

  return (
    <PageFrame
      title={t('register.title')}
      lead={
        figures.data ? (
          <p className="summary">
            <Badge tone="info" icon="connection">
              {t('register.figConnected', { count: figures.data.connected })}
            </Badge>
            <Badge tone="info" icon="people">
              {t('register.figCommunity', { count: figures.data.community })}
            </Badge>
            {figures.data.consentMissing > 0 && (
              <Badge tone="warn" icon="warn">
                {t('register.figMissing', { count: figures.data.consentMissing })}
              </Badge>
            )}
            {figures.data.consentWithdrawn > 0 && (
              <Badge tone="mute" icon="refused">
                {t('register.figWithdrawn', { count: figures.data.consentWithdrawn })}
              </Badge>
            )}
            {figures.data.notPlaced > 0 && (
              <Badge tone="mute" icon="place">
                {t('register.figNotPlaced', { count: figures.data.notPlaced })}
              </Badge>
            )}
            {figures.data.withoutSign > 0 && (
              <Badge tone="warn" icon="sign">
                {t('register.figWithoutSign', { count: figures.data.withoutSign })}
              </Badge>
            )}
          </p>
        ) : (
          <p>{t('register.lead')}</p>
        )
      }
      actions={
        <>
          <DialogButton icon="sign" label={t('register.signs')}>
            {() => <PrintSigns />}
          </DialogButton>
          {mayChange && (
            <>
              <ButtonLink icon="load" label={t('register.import')} to="/register/import" />
              <ButtonLink icon="add" label={t('register.addConnected')} to="/cameras/new" />
              <ButtonLink kind="primary" icon="add" label={t('register.add')} to="/register/new" />
            </>
          )}
        </>
      }
    >
      <div className="toolbar">
        <SearchBox label={t('register.search')} value={filter.q} onChange={(value) => change({ q: value })} />
        <Segments
          label={t('register.filterKind')}
          of={['', ...cameraKinds]}
          chosen={filter.kind}
          words={(kind) => (kind ? tCode('register.kind', kind) : t('app.all'))}
          onChoose={(kind) => change({ kind })}
        />
        <Select
          aria-label={t('register.filterConsent')}
          none={`${t('register.filterConsent')}: ${t('register.any')}`}
          of={['GIVEN', 'NONE', 'WITHDRAWN']}
          words={(state) => `${t('register.filterConsent')}: ${tCode('register.consent', state)}`}
          value={filter.consent}
          onText={(consent) => change({ consent })}
        />
        <Select
          aria-label={t('register.filterSign')}
          none={`${t('register.filterSign')}: ${t('register.any')}`}
          of={['true', 'false']}
          words={(up) => t(up === 'true' ? 'register.signUp' : 'register.signMissing')}
          value={filter.signed}
          onText={(signed) => change({ signed })}
        />
        <AreaFilter value={filter.areaId} onChange={(area) => change({ area })} />
        <Button icon="map" label={t(mapped ? 'register.mapHide' : 'register.mapShow')} aria-expanded={mapped} onClick={() => change({ map: mapped ? '' : 'shown' })} />
      </div>
      {mapped && <CamerasMap filter={{ ...filter, q: sought }} />}
      <Pages
        pages={register}
        empty={
          Object.values(filter).some(Boolean) ? (
            <Empty icon="register" title={t('register.empty')}>
              <p>{t('app.tryOther')}</p>
            </Empty>
          ) : (
            <Empty icon="register" title={t('register.emptyAll')}>
              {mayChange && <p>{t('register.emptyAdmin')}</p>}
              <Begin allowed="changeCameras" label={t('register.add')} to="/register/new" by="ADMINISTRATOR" />
            </Empty>
          )
        }
      >
        {(cameras) => (
          <DataTable heads={[t('cameras.colCamera'), t('register.colKind'), t('register.colOwner'), t('register.colConsent'), t('register.colView'), t('register.colKeep')]} cards>
            {cameras.map((camera) => (
              <tr key={camera.id}>
                <th scope="row">
                  <Link className="row-link-plain" to={`/register/${camera.id}`}>
                    <Code>{camera.code}</Code> <Name>{camera.name}</Name>
                  </Link>
                  <small>
                    <bdi>{camera.areaName}</bdi>
                    {camera.reference && <Code>{camera.reference}</Code>}
                    {camera.simulated && <Badge tone="info">{t('cameras.simulated')}</Badge>}
                    {!camera.sign && camera.kind === 'CONNECTED' && <Badge tone="warn">{t('register.signMissing')}</Badge>}
                  </small>
                </th>
                <td>{tCode('register.kind', camera.kind)}</td>
                <td data-label={t('register.colOwner')}>{tCode('register.owner', camera.ownerKind)}</td>
                <td>
                  <ConsentBadge state={camera.consent.state} />
                </td>
                <td data-label={t('register.colView')}>{viewWords(camera)}</td>
                <td data-label={t('register.colKeep')}>{t('cameras.days', { count: camera.keepDays })}</td>
              </tr>
            ))}
          </DataTable>
        )}
      </Pages>
    </PageFrame>
  );
}

/** Where the cameras of the list are; one that stands alone leads to its card. */
function CamerasMap({ filter }: { filter: RegisterFilter }) {
  const navigate = useNavigate();
  return (
    <div className="map-box register-map">
      <Suspense fallback={<Loading />}>
        <GroundMap label={t('register.map')} fallback={[19.8067, 105.7764]} cameras={filter} fitKey={JSON.stringify(filter)} search onCamera={(id) => void navigate(`/register/${id}`)} />
      </Suspense>
    </div>
  );
}
