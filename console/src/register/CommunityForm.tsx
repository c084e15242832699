import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { json } from '../api/client';
import { useCamera } from '../api/queries';
import { AreaField } from '../areas/AreaField';
import { type Camera, ownerKinds } from '../cameras/types';
import { t } from '../i18n/text';
import { placeText, readPlace } from '../map/sector';
import { CommandForm, useCommand } from '../ui/CommandForm';
import { Choose, fieldsOf, Option, TextField, useFields } from '../ui/Field';
import { toast } from '../ui/overlays';
import { Failure, Loading } from '../ui/State';
import { PageFrame, PageHead, usePageTitle } from '../ui/text';
import { type CommunityFields, checkCommunity, communityBody, communityField, communityFieldsOf, emptyCommunity } from './communityFields';
import { consentForms } from './types';
import { ViewMap } from './ViewMap';

export function NewCommunityCamera() {
  return (
    <PageFrame title={t('register.newTitle')}>
      <CommunityForm start={emptyCommunity} camera={null} />
    </PageFrame>
  );
}

export function EditCommunityCamera() {
  const { id = '' } = useParams();
  const camera = useCamera(id);
  const title = t('register.editTitle', { code: camera.data?.code ?? '' });
  usePageTitle(title);
  if (camera.isPending) return <Loading />;
  if (!camera.data) return <Failure failure={camera.error} />;
  return (
    <>
      <PageHead title={title} />
      <CommunityForm start={communityFieldsOf(camera.data)} camera={camera.data} />
    </>
  );
}

function CommunityForm({ start, camera }: { start: CommunityFields; camera: Camera | null }) {
  const [fields, set] = useFields(start);
  const navigate = useNavigate();
  const client = useQueryClient();
  const command = useCommand({
    check: () => checkCommunity(fields, camera !== null),
    send: () => json<Camera>(camera ? `/api/cameras/${camera.id}` : '/api/cameras/community', { method: camera ? 'PATCH' : 'POST', body: communityBody(fields, camera !== null) }),
    done: (saved) => {
      void client.invalidateQueries({ queryKey: ['register'] });
      void client.invalidateQueries({ queryKey: ['camera', saved.id] });
      toast(t('register.saved', { code: saved.code }));
      void navigate(`/register/${saved.id}`);
    },
    idOf: communityField,
  });
  const field = fieldsOf(fields, command.wrong, set);
  return (
    <CommandForm command={command} className="form panel" onCancel={camera ? `/register/${camera.id}` : '/register'}>
      <TextField {...field('name')} label={t('cameras.fName')} hint={t('cameras.fNameHint')} />
      <AreaField {...field('areaId')} label={t('app.area')} />
      <div className="form-row">
        <Choose {...field('ownerKind')} label={t('register.fOwnerKind')} of={ownerKinds} words="register.owner" />
        <TextField {...field('keepDays')} label={t('register.fKeep')} code inputMode="numeric" />
        <TextField {...field('reference')} label={t('register.fReference')} optional code />
      </div>
      <fieldset className="form-group">
        <legend>{t('register.fPlace')}</legend>
        <p className="hint">{t('register.fPlaceHint')}</p>
        <ViewMap view={fields} place={readPlace(fields.place)} onPlace={(place) => set({ place: placeText(place) })} />
        <TextField {...field('place')} label={t('find.place')} optional code />
        <div className="form-row">
          <TextField {...field('direction')} label={t('cameras.fDirection')} optional code inputMode="numeric" />
          <TextField {...field('angle')} label={t('register.fAngle')} optional code inputMode="numeric" />
          <TextField {...field('range')} label={t('register.fRange')} optional code inputMode="numeric" />
        </div>
      </fieldset>
      {!camera && (
        <>
          <fieldset className="form-group">
            <legend>{t('register.fContact')}</legend>
            <p className="hint">{t('register.contactRule')}</p>
            <div className="form-row">
              <TextField {...field('contactName')} label={t('register.contactName')} optional autoComplete="off" />
              <TextField {...field('contactPhone')} label={t('register.contactPhone')} optional code inputMode="tel" autoComplete="off" />
            </div>
            <TextField {...field('contactEmail')} label={t('register.contactEmail')} optional code inputMode="email" autoComplete="off" />
            <TextField {...field('contactAddress')} label={t('register.contactAddress')} optional autoComplete="off" />
          </fieldset>
          <fieldset className="form-group">
            <legend>{t('register.colConsent')}</legend>
            <Option type="checkbox" label={t('register.fConsent')} checked={fields.consented} onChange={(event) => set({ consented: event.target.checked })} />
            {fields.consented && (
              <>
                <div className="form-row">
                  <Choose {...field('consentForm')} label={t('register.fForm')} of={consentForms} words="register.form" />
                  <TextField {...field('consentOn')} label={t('register.fOn')} hint={t('register.fOnHint')} code />
                  <TextField {...field('consentUntil')} label={t('register.fUntil')} optional code />
                </div>
                <TextField {...field('consentDocument')} label={t('register.fDocument')} optional />
              </>
            )}
          </fieldset>
        </>
      )}
    </CommandForm>
  );
}
