import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { call, json } from '../api/client';
import { useCamera } from '../api/queries';
import { AreaField } from '../areas/AreaField';
import { t, tCode } from '../i18n/text';
import { readPlace } from '../map/sector';
import { ViewMap } from '../register/ViewMap';
import { Button } from '../ui/Button';
import { CommandForm, useCommand } from '../ui/CommandForm';
import { fieldsOf, Option, TextField, useFields } from '../ui/Field';
import { toast } from '../ui/overlays';
import { Failure, Loading, Notice } from '../ui/State';
import { SureButton } from '../ui/SureDialog';
import { PageFrame, PageHead, usePageTitle } from '../ui/text';
import { bodyOf, type CameraFields, checkCamera, emptyCamera, formOf } from './cameraFields';
import css from './cameras.module.css';
import { codecText } from './health';
import type { Camera, Probe } from './types';

export function NewCameraPage() {
  return (
    <PageFrame title={t('cameras.newTitle')}>
      <CameraForm start={emptyCamera} camera={null} />
    </PageFrame>
  );
}

export function EditCameraPage() {
  const { id = '' } = useParams();
  const camera = useCamera(id);
  const title = t('cameras.editTitle', { code: camera.data?.code ?? '' });
  usePageTitle(title);
  if (camera.isPending) return <Loading />;
  if (!camera.data) return <Failure failure={camera.error} />;
  return (
    <>
      <PageHead title={title} />
      <CameraForm start={formOf(camera.data)} camera={camera.data} />
      <RetireCamera camera={camera.data} />
    </>
  );
}

function CameraForm({ start, camera }: { start: CameraFields; camera: Camera | null }) {
  const [fields, set] = useFields(start);
  const navigate = useNavigate();
  const client = useQueryClient();

  const command = useCommand({
    check: () => checkCamera(fields, camera !== null),
    send: () =>
      json<Camera>(camera ? `/api/cameras/${camera.id}` : '/api/cameras', {
        method: camera ? 'PATCH' : 'POST',
        body: bodyOf(fields, camera !== null),
      }),
    done: (saved) => {
      void client.invalidateQueries({ queryKey: ['cameras'] });
      void client.invalidateQueries({ queryKey: ['camera', saved.id] });
      toast(t('cameras.saved', { code: saved.code }));
      void navigate(`/cameras/${saved.id}`);
    },
    idOf: fieldId,
  });
  const { wrong, tell } = command;
  const probe = useMutation({
    mutationFn: () =>
      json<Probe>('/api/cameras/probe', {
        method: 'POST',
        body: { address: fields.address.trim(), ...(fields.username ? { username: fields.username } : {}), ...(fields.password ? { password: fields.password } : {}) },
      }),
  });

  const test = () => {
    const found = checkCamera(fields, false).filter((mistake) => mistake.field === 'address');
    tell(found);
    if (found.length === 0) probe.mutate();
  };

  const field = fieldsOf(fields, wrong, set);
  return (
    <CommandForm command={command} className="form panel" onCancel={camera ? `/cameras/${camera.id}` : '/cameras'}>
      <TextField {...field('name')} label={t('cameras.fName')} hint={t('cameras.fNameHint')} />
      <AreaField {...field('areaId')} label={t('app.area')} />
      <div className="form-group">
        <TextField
          {...field('address')}
          label={t('cameras.fAddress')}
          hint={camera ? t('cameras.fAddressKeep') : t('cameras.fAddressHint')}
          code
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
        />
        <div className="form-row">
          <TextField {...field('username')} label={t('cameras.fUser')} optional code autoComplete="off" />
          <TextField {...field('password')} type="password" label={t('cameras.fPassword')} hint={t('cameras.fPasswordHint')} optional code autoComplete="new-password" />
        </div>
        <Button icon="link" label={probe.isPending ? t('cameras.probing') : t('cameras.probe')} onClick={test} disabled={probe.isPending} />
        <div role="status">
          {probe.data && <ProbeResult probe={probe.data} />}
          {probe.error && <Failure failure={probe.error} />}
        </div>
      </div>
      <div className="form-row">
        <Option type="checkbox" label={t('cameras.fRecording')} checked={fields.recording} onChange={(event) => set({ recording: event.target.checked })} />
        <TextField {...field('keepDays')} label={t('cameras.fKeep')} code inputMode="numeric" />
      </div>
      <ViewMap
        view={fields}
        place={readPlace(`${fields.latitude}, ${fields.longitude}`)}
        onPlace={([latitude, longitude]) => set({ latitude: latitude.toFixed(5), longitude: longitude.toFixed(5) })}
      />
      <div className="form-row" id="place">
        <TextField {...field('latitude')} label={t('cameras.fLatitude')} optional code inputMode="decimal" />
        <TextField {...field('longitude')} label={t('cameras.fLongitude')} optional code inputMode="decimal" />
        <TextField {...field('direction')} label={t('cameras.fDirection')} optional code inputMode="decimal" />
        <TextField {...field('angle')} label={t('register.fAngle')} optional code inputMode="numeric" />
        <TextField {...field('range')} label={t('register.fRange')} optional code inputMode="numeric" />
      </div>
    </CommandForm>
  );
}

function fieldId(field: string): string {
  if (field.startsWith('place'))
    return field.includes('longitude') ? 'longitude' : field.includes('direction') ? 'direction' : field.includes('angle') ? 'angle' : field.includes('range') ? 'range' : 'latitude';
  return field;
}

function ProbeResult({ probe }: { probe: Probe }) {
  if (probe.ok) {
    return (
      <Notice tone="ok" title={t('cameras.probeOk')}>
        {probe.format && (
          <p>
            <bdi dir="ltr">
              {codecText(probe.format.codec)} {probe.format.width}×{probe.format.height}
            </bdi>
          </p>
        )}
      </Notice>
    );
  }
  return (
    <Notice tone="bad" title={t('cameras.probeFailed')}>
      {probe.cause && <p>{tCode('cameras.cause', probe.cause, probe.detail ?? probe.cause)}</p>}
      <p>{probe.advice}</p>
      {probe.detail && (
        <bdi dir="ltr" className="code">
          {probe.detail}
        </bdi>
      )}
    </Notice>
  );
}

function RetireCamera({ camera }: { camera: Camera }) {
  const navigate = useNavigate();
  const client = useQueryClient();
  return (
    <section className={`panel ${css.dangerZone}`}>
      <h2>{t('cameras.retire')}</h2>
      <p>{t('cameras.retireMore')}</p>
      <SureButton
        kind="danger"
        label={t('cameras.retire')}
        sure={t('cameras.retireSure', { code: camera.code })}
        send={() => call(`/api/cameras/${camera.id}`, { method: 'DELETE' })}
        done={() => {
          void client.invalidateQueries({ queryKey: ['cameras'] });
          toast(t('cameras.retired.done', { code: camera.code }));
          void navigate('/cameras');
        }}
      />
    </section>
  );
}
