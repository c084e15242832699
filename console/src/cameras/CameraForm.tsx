import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useNavigate, useParams } from 'react-router';
import { call, json } from '../api/client';
import { useCamera } from '../api/queries';
import { AreaField } from '../areas/AreaField';
import type { Camera, Probe } from './types';
import { t, tCode } from '../i18n/text';
import { Button, ButtonLink } from '../ui/Button';
import { ErrorSummary } from '../ui/ErrorSummary';
import { Option, TextField } from '../ui/Field';
import { unnamed, useMistakes } from '../ui/mistakes';
import { toast } from '../ui/overlays';
import { Failure, Loading, Notice } from '../ui/State';
import { SubmitButton } from '../ui/SubmitButton';
import { SureDialog } from '../ui/SureDialog';
import { PageHead, usePageTitle } from '../ui/text';
import { codecText } from './health';
import { checkCamera, emptyCamera, formOf, bodyOf, type CameraFields } from './cameraFields';

export function NewCameraPage() {
  usePageTitle(t('cameras.newTitle'));
  return (
    <>
      <PageHead title={t('cameras.newTitle')} />
      <CameraForm start={emptyCamera} camera={null} />
    </>
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
  const [fields, setFields] = useState(start);
  const { summary, wrong, tell, tellNamed } = useMistakes();
  const navigate = useNavigate();
  const client = useQueryClient();
  const set = (change: Partial<CameraFields>) => setFields((before) => ({ ...before, ...change }));

  const save = useMutation({
    mutationFn: () =>
      json<Camera>(camera ? `/api/cameras/${camera.id}` : '/api/cameras', {
        method: camera ? 'PATCH' : 'POST',
        body: bodyOf(fields, camera !== null),
      }),
    onSuccess: (saved) => {
      void client.invalidateQueries({ queryKey: ['cameras'] });
      void client.invalidateQueries({ queryKey: ['camera', saved.id] });
      toast(t('cameras.saved', { code: saved.code }));
      void navigate(`/cameras/${saved.id}`);
    },
    onError: (failure) => tellNamed(failure, fieldId),
  });
  const probe = useMutation({
    mutationFn: () =>
      json<Probe>('/api/cameras/probe', {
        method: 'POST',
        body: { address: fields.address.trim(), ...(fields.username ? { username: fields.username } : {}), ...(fields.password ? { password: fields.password } : {}) },
      }),
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = checkCamera(fields, camera !== null);
    tell(found);
    if (found.length === 0) save.mutate();
  };
  const test = () => {
    const found = checkCamera(fields, false).filter((mistake) => mistake.field === 'address');
    tell(found);
    if (found.length === 0) probe.mutate();
  };
  const generalFailure = unnamed(save.error);

  return (
    <form className="form panel" onSubmit={submit} noValidate>
      <ErrorSummary {...summary} />
      {generalFailure && <Failure failure={generalFailure} />}
      <TextField id="name" label={t('cameras.fName')} hint={t('cameras.fNameHint')} error={wrong('name')} value={fields.name} onChange={(event) => set({ name: event.target.value })} />
      <AreaField id="areaId" label={t('app.area')} error={wrong('areaId')} value={fields.areaId} onChange={(areaId) => set({ areaId })} />
      <div className="form-group">
        <TextField
          id="address"
          label={t('cameras.fAddress')}
          hint={camera ? t('cameras.fAddressKeep') : t('cameras.fAddressHint')}
          code
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          error={wrong('address')}
          value={fields.address}
          onChange={(event) => set({ address: event.target.value })}
        />
        <div className="form-row">
          <TextField id="username" label={t('cameras.fUser')} optional code autoComplete="off" error={wrong('username')} value={fields.username} onChange={(event) => set({ username: event.target.value })} />
          <TextField
            id="password"
            type="password"
            label={t('cameras.fPassword')}
            hint={t('cameras.fPasswordHint')}
            optional
            code
            autoComplete="new-password"
            error={wrong('password')}
            value={fields.password}
            onChange={(event) => set({ password: event.target.value })}
          />
        </div>
        <Button icon="link" onClick={test} disabled={probe.isPending}>
          {probe.isPending ? t('cameras.probing') : t('cameras.probe')}
        </Button>
        <div role="status">
          {probe.data && <ProbeResult probe={probe.data} />}
          {probe.error && <Failure failure={probe.error} />}
        </div>
      </div>
      <div className="form-row">
        <Option type="checkbox" label={t('cameras.fRecording')} checked={fields.recording} onChange={(event) => set({ recording: event.target.checked })} />
        <TextField id="keepDays" label={t('cameras.fKeep')} code inputMode="numeric" error={wrong('keepDays')} value={fields.keepDays} onChange={(event) => set({ keepDays: event.target.value })} />
      </div>
      <div className="form-row" id="place">
        <TextField id="latitude" label={t('cameras.fLatitude')} optional code inputMode="decimal" error={wrong('latitude')} value={fields.latitude} onChange={(event) => set({ latitude: event.target.value })} />
        <TextField id="longitude" label={t('cameras.fLongitude')} optional code inputMode="decimal" value={fields.longitude} onChange={(event) => set({ longitude: event.target.value })} />
        <TextField id="direction" label={t('cameras.fDirection')} optional code inputMode="decimal" value={fields.direction} onChange={(event) => set({ direction: event.target.value })} />
        <TextField id="angle" label={t('register.fAngle')} optional code inputMode="numeric" error={wrong('angle')} value={fields.angle} onChange={(event) => set({ angle: event.target.value })} />
        <TextField id="range" label={t('register.fRange')} optional code inputMode="numeric" error={wrong('range')} value={fields.range} onChange={(event) => set({ range: event.target.value })} />
      </div>
      <div className="form-end">
        <SubmitButton pending={save.isPending} />
        <ButtonLink kind="quiet" to={camera ? `/cameras/${camera.id}` : '/cameras'}>
          {t('app.cancel')}
        </ButtonLink>
      </div>
    </form>
  );
}

function fieldId(field: string): string {
  if (field.startsWith('place')) return field.includes('longitude') ? 'longitude' : field.includes('direction') ? 'direction' : field.includes('angle') ? 'angle' : field.includes('range') ? 'range' : 'latitude';
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
  const [asking, setAsking] = useState(false);
  const navigate = useNavigate();
  const client = useQueryClient();
  const retire = useMutation({
    mutationFn: () => call(`/api/cameras/${camera.id}`, { method: 'DELETE' }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['cameras'] });
      toast(t('cameras.retired.done', { code: camera.code }));
      void navigate('/cameras');
    },
  });
  return (
    <section className="panel danger-zone">
      <h2>{t('cameras.retire')}</h2>
      <p>{t('cameras.retireMore')}</p>
      <Button kind="danger" onClick={() => setAsking(true)}>
        {t('cameras.retire')}
      </Button>
      <SureDialog open={asking} onClose={() => setAsking(false)} title={t('cameras.retire')} act={retire} onSure={() => retire.mutate()}>
        {t('cameras.retireSure', { code: camera.code })}
      </SureDialog>
    </section>
  );
}
