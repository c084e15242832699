import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useNavigate, useParams } from 'react-router';
import { call, json } from '../api/client';
import { useCamera, useUser } from '../api/queries';
import { AreaField } from '../areas/AreaField';
import { useArea } from '../areas/queries';
import { isCommune } from '../areas/types';
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
import { bodyOf, type CameraFields, checkCamera, connectionOf, emptyCamera, formOf } from './cameraFields';
import css from './cameras.module.css';
import { codecText } from './health';
import type { Camera, Probe } from './types';

/** Where the last camera was added in this tab: mostly the next one is there, too. */
const lastArea = 'anbinh.camera-area';

export function NewCameraPage() {
  const user = useUser();
  const own = useArea(user.area?.id ?? '');
  if (user.area && own.isPending) return <Loading />;
  const commune = own.data && isCommune(own.data.kind) ? own.data.id : '';
  return (
    <PageFrame title={t('cameras.newTitle')} lead={t('cameras.newLead')}>
      <CameraForm start={{ ...emptyCamera, areaId: sessionStorage.getItem(lastArea) ?? commune }} camera={null} />
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

  const existing = camera !== null;
  const connection = connectionOf(fields, existing);
  const probe = useMutation({ mutationFn: (body: typeof connection) => json<Probe>('/api/cameras/probe', { method: 'POST', body }) });
  const probed = !probe.isPending && JSON.stringify(probe.variables) === JSON.stringify(connection);
  const shown = probed && probe.data?.ok === true;
  const result = useRef<HTMLDivElement>(null);

  const command = useCommand({
    check: () => checkCamera(fields, existing),
    send: async () => {
      // Nobody saves a new camera unseen: its picture comes first, or why there is none.
      if (!existing && !probed) {
        await probe.mutateAsync(connection).catch(() => null);
        return null;
      }
      return json<Camera>(camera ? `/api/cameras/${camera.id}` : '/api/cameras', { method: camera ? 'PATCH' : 'POST', body: bodyOf(fields, existing) });
    },
    done: (saved) => {
      if (!saved) return result.current?.focus();
      if (!existing) sessionStorage.setItem(lastArea, saved.areaId);
      void client.invalidateQueries({ queryKey: ['cameras'] });
      void client.invalidateQueries({ queryKey: ['camera', saved.id] });
      toast(t('cameras.saved', { code: saved.code }));
      void navigate(`/cameras/${saved.id}`);
    },
    idOf: fieldId,
  });
  const { wrong, tell } = command;

  const test = () => {
    const found = checkCamera(fields, false).filter((mistake) => mistake.field === 'address');
    tell(found);
    if (found.length === 0) probe.mutate(connection);
  };

  const field = fieldsOf(fields, wrong, set);
  const more = (
    <>
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
    </>
  );
  return (
    <CommandForm
      command={command}
      className="form panel"
      label={!existing && probed && !shown ? t('cameras.saveUnseen') : undefined}
      disabled={probe.isPending}
      onCancel={camera ? `/cameras/${camera.id}` : '/cameras'}
    >
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
        <Button icon="camera" label={probe.isPending ? t('cameras.probing') : t('cameras.probe')} onClick={test} disabled={probe.isPending} />
        <div role="status" ref={result} tabIndex={-1}>
          {probed && probe.data && <ProbeResult probe={probe.data} />}
          {probed && probe.error && <Failure failure={probe.error} />}
        </div>
      </div>
      <TextField {...field('name')} label={t('cameras.fName')} hint={t('cameras.fNameHint')} />
      <AreaField {...field('areaId')} label={t('app.area')} />
      {existing ? (
        more
      ) : (
        <details className={css.more} open={wrong('keepDays') || wrong('latitude') ? true : undefined}>
          <summary>{t('cameras.moreSettings')}</summary>
          <div className="stack">{more}</div>
        </details>
      )}
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
        {probe.picture ? <img className={css.probe} src={`data:image/jpeg;base64,${probe.picture}`} alt={t('cameras.probePicture')} /> : <p>{t('cameras.probeNoPicture')}</p>}
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
