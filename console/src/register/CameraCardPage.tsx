import { lazy, Suspense } from 'react';
import { useParams } from 'react-router';
import { useCamera, useUser } from '../api/queries';
import { may } from '../api/rights';
import type { Camera } from '../cameras/types';
import { t, tCode } from '../i18n/text';
import { ButtonLink } from '../ui/Button';
import { DialogButton } from '../ui/overlays';
import { Badge, Loading, Notice, QueryState } from '../ui/State';
import { Code, Fact, Name, PageHead, usePageTitle } from '../ui/text';
import { ContactBox } from './ContactBox';
import { ContactForm } from './ContactForm';
import { dayText } from './days';
import { SignPanel } from './Signs';
import { Statements } from './Statements';
import { ConsentBadge, sectorOf, viewWords } from './words';

const GroundMap = lazy(async () => ({ default: (await import('../map/GroundMap')).GroundMap }));

/** A camera's card in the register: what it sees, whose it is, what the owner stated. */
export function CameraCardPage() {
  const { id = '' } = useParams();
  const camera = useCamera(id);
  if (!camera.data) return <QueryState query={camera} />;
  return <Card camera={camera.data} />;
}

function Card({ camera }: { camera: Camera }) {
  usePageTitle(`${camera.code} ${camera.name}`);
  const user = useUser();
  const change = may(user, 'changeCameras') && !camera.retired;
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
            <Badge tone="info">{tCode('register.kind', camera.kind)}</Badge>
            <ConsentBadge state={camera.consent.state} />
            {camera.simulated && <Badge tone="info">{t('cameras.simulated')}</Badge>}
            {camera.retired && <Badge tone="mute">{t('cameras.retired')}</Badge>}
          </p>
        }
        actions={
          <>
            {camera.kind === 'CONNECTED' && <ButtonLink icon="camera" label={t('register.cardLive')} to={`/cameras/${camera.id}`} />}
            {change && <ButtonLink label={t('cameras.edit')} to={camera.kind === 'CONNECTED' ? `/cameras/${camera.id}/edit` : `/register/${camera.id}/edit`} />}
          </>
        }
      />
      <div className="card-page">
        <section className="panel stack">
          <h2>{t('register.colView')}</h2>
          {camera.place && (
            <div className="map-box">
              <Suspense fallback={<Loading />}>
                <GroundMap
                  label={t('register.colView')}
                  fallback={[camera.place.latitude, camera.place.longitude]}
                  shapes={[{ id: camera.id, sector: sectorOf(camera.place), look: 'plain' }]}
                  fitKey={JSON.stringify(camera.place)}
                />
              </Suspense>
            </div>
          )}
          <dl className="facts">
            {camera.place && (
              <Fact label={t('cameras.aboutPlace')}>
                <Code>
                  {camera.place.latitude.toFixed(5)}, {camera.place.longitude.toFixed(5)}
                </Code>
              </Fact>
            )}
            <Fact label={t('register.colView')}>{viewWords(camera)}</Fact>
            <Fact label={camera.kind === 'CONNECTED' ? t('cameras.aboutKeep') : t('register.keep')}>{t('cameras.days', { count: camera.keepDays })}</Fact>
            {camera.reference && (
              <Fact label={t('register.reference')}>
                <Code>{camera.reference}</Code>
              </Fact>
            )}
          </dl>
        </section>
        <div className="stack">
          <section className="panel stack">
            <h2>{t('register.statements')}</h2>
            <dl className="facts">
              <Fact label={t('register.ownerKind')}>{tCode('register.owner', camera.ownerKind)}</Fact>
              <Fact label={t('register.colConsent')}>
                {tCode('register.consent', camera.consent.state)}
                {camera.consent.until && (
                  <>
                    {' '}
                    {t('register.consentUntil')} <Code>{dayText(camera.consent.until)}</Code>
                  </>
                )}
              </Fact>
            </dl>
            <Statements camera={camera} />
          </section>
          <SignPanel camera={camera} change={change} />
          <Contact camera={camera} change={change} read={may(user, 'contact')} />
        </div>
      </div>
    </>
  );
}

function Contact({ camera, change, read }: { camera: Camera; change: boolean; read: boolean }) {
  return (
    <section className="panel stack">
      <h2>{t('register.contact')}</h2>
      {camera.consent.state === 'WITHDRAWN' ? (
        <Notice tone="info" title={t('register.contactGone')} />
      ) : (
        <>
          {read ? <ContactBox cameraId={camera.id} /> : <Notice tone="info" title={t('register.contactForbidden')} />}
          {change && (
            <p>
              <DialogButton kind="quiet" label={t('register.contactChange')}>
                {(close) => <ContactForm cameraId={camera.id} onDone={close} />}
              </DialogButton>
            </p>
          )}
        </>
      )}
    </section>
  );
}
