import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearchParams } from 'react-router';
import { json } from '../api/client';
import { useCaseTypes, useUser } from '../api/queries';
import { AreaField } from '../areas/AreaField';
import { t } from '../i18n/text';
import { useSiteTime } from '../time/site';
import { isoInstant } from '../time/zone';
import { CommandForm, useCommand } from '../ui/CommandForm';
import type { Mistake } from '../ui/ErrorSummary';
import { fieldsOf, Option, Options, TextArea, TextField, useFields } from '../ui/Field';
import { MomentField, readMoment } from '../ui/MomentField';
import { toast } from '../ui/overlays';
import { Failure, Loading } from '../ui/State';
import { PageFrame } from '../ui/text';
import { PlaceFields, ProtectionChoice, placeBody, placeMistakes } from './PlaceFields';
import type { Case, Protection } from './types';

const fieldOf: Record<string, string> = { occurredFrom: 'from', occurredTo: 'to' };

/** A new case; with `?request=1` it leads back to the request that is being written. */
export function NewCasePage() {
  const user = useUser();
  const time = useSiteTime();
  const types = useCaseTypes();
  const navigate = useNavigate();
  const forRequest = useSearchParams()[0].get('request') === '1';
  const client = useQueryClient();
  const [fields, set] = useFields({ title: '', type: '', from: '', to: '', areaId: user.area?.id ?? '', place: '', point: '', protection: 'NONE' as Protection, description: '' });
  const from = readMoment(fields.from, time);
  const to = readMoment(fields.to, time, from ?? undefined);

  const command = useCommand({
    check: () => {
      const found: Mistake[] = [];
      if (!fields.title.trim()) found.push({ field: 'title', message: t('cases.fTitleMissing') });
      if (!fields.type) found.push({ field: 'type', message: t('cases.fTypeMissing') });
      if (!fields.from.trim()) found.push({ field: 'from', message: t('cases.fFromMissing') });
      else if (from === null) found.push({ field: 'from', message: t('cases.fWhenWrong') });
      else if (from > time.now()) found.push({ field: 'from', message: t('cases.fFuture') });
      if (fields.to.trim() && to === null) found.push({ field: 'to', message: t('cases.fWhenWrong') });
      else if (to !== null && from !== null && to <= from) found.push({ field: 'to', message: t('cases.fToBefore') });
      if (!fields.areaId) found.push({ field: 'areaId', message: t('cameras.fAreaMissing') });
      if (fields.protection === 'NONE') found.push(...placeMistakes(fields));
      return found;
    },
    send: () =>
      json<Case>('/api/cases', {
        method: 'POST',
        body: {
          title: fields.title.trim(),
          type: fields.type,
          occurredFrom: isoInstant(from!),
          ...(to !== null ? { occurredTo: isoInstant(to) } : {}),
          areaId: fields.areaId,
          protection: fields.protection,
          ...(fields.protection === 'NONE' ? placeBody(fields) : {}),
          ...(fields.description.trim() ? { description: fields.description.trim() } : {}),
        },
      }),
    done: (made) => {
      void client.invalidateQueries({ queryKey: ['cases'] });
      toast(t('cases.created', { code: made.code }));
      void navigate(forRequest ? `/requests/new/case?case=${made.id}` : `/cases/${made.id}`);
    },
    idOf: (field) => fieldOf[field] ?? field.replace(/\..*/, ''),
  });
  const { wrong } = command;

  const field = fieldsOf(fields, wrong, set);
  return (
    <PageFrame title={t('cases.new')}>
      {types.error && <Failure failure={types.error} retry={() => void types.refetch()} />}
      <CommandForm command={command} className="form panel" label={t('cases.new')} onCancel={forRequest ? '/requests/new/case' : '/cases'}>
        <TextField {...field('title')} label={t('cases.fTitle')} hint={t('cases.fTitleHint')} />
        <Options id="type" label={t('cases.type')} error={wrong('type')}>
          {types.isPending && <Loading />}
          {types.data
            ?.filter((type) => type.valid)
            .map(({ code, name }) => (
              <Option key={code} type="radio" name="type" label={name} checked={fields.type === code} onChange={() => set({ type: code })} />
            ))}
        </Options>
        <div className="form-row">
          <MomentField {...field('from')} label={t('cases.fFrom')} hint={t('cases.fWhenHint')} />
          <MomentField {...field('to')} label={t('cases.fTo')} optional reference={from} />
        </div>
        <AreaField {...field('areaId')} label={t('app.area')} />
        <ProtectionChoice value={fields.protection} onChange={(protection) => set({ protection })} />
        {fields.protection === 'NONE' ? <PlaceFields value={fields} onChange={set} wrong={wrong} /> : <p className="hint">{t('cases.protectedMore')}</p>}
        <TextArea {...field('description')} label={t('cases.fDescription')} optional />
      </CommandForm>
    </PageFrame>
  );
}
