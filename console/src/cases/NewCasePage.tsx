import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearchParams } from 'react-router';
import { json } from '../api/client';
import { useCaseTypes, useUser } from '../api/queries';
import { AreaField } from '../areas/AreaField';
import { t } from '../i18n/text';
import { dateTimeText } from '../time/format';
import { useSiteTime } from '../time/site';
import { isoInstant, parseInstant } from '../time/zone';
import { CommandForm, useCommand } from '../ui/CommandForm';
import type { Mistake } from '../ui/ErrorSummary';
import { fieldsOf, Option, Options, TextArea, TextField } from '../ui/Field';
import { useKeptFields } from '../ui/kept';
import { MomentField, readMoment } from '../ui/MomentField';
import { toast } from '../ui/overlays';
import { Restored } from '../ui/Restored';
import { Failure, Loading } from '../ui/State';
import { PageFrame } from '../ui/text';
import { PlaceFields, ProtectionChoice, placeBody, placeMistakes } from './PlaceFields';
import type { Case, Protection } from './types';

const fieldOf: Record<string, string> = { occurredFrom: 'from', occurredTo: 'to' };

/** An instant of the address as somebody would type it. */
function momentOf(instant: string | null, zone: string): string {
  const at = parseInstant(instant ?? '');
  return Number.isFinite(at) ? dateTimeText(at, zone) : '';
}

/** A new case; with `?request=1` it leads back to the request that is being written, with cameras and span if the address has them. */
export function NewCasePage() {
  const user = useUser();
  const time = useSiteTime();
  const types = useCaseTypes();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const forRequest = search.get('request') === '1';
  const client = useQueryClient();
  const given = { from: momentOf(search.get('from'), time.zone), to: momentOf(search.get('to'), time.zone) };
  const kept = useKeptFields(
    'case',
    { title: '', type: '', from: '', to: '', areaId: user.area?.id ?? '', place: '', point: '', protection: 'NONE' as Protection, description: '' },
    given.from ? given : {},
    // Of a protected case nothing lies in the browser's memory.
    ({ protection }) => protection === 'NONE',
  );
  const { fields, change: set } = kept;
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
      kept.forget();
      void client.invalidateQueries({ queryKey: ['cases'] });
      toast(t('cases.created', { code: made.code }));
      if (!forRequest) return void navigate(`/cases/${made.id}`);
      const next = new URLSearchParams(search);
      next.delete('request');
      next.set('case', made.id);
      void navigate(`/requests/new/case?${next.toString()}`);
    },
    idOf: (field) => fieldOf[field] ?? field.replace(/\..*/, ''),
  });
  const { wrong } = command;

  const field = fieldsOf(fields, wrong, set);
  return (
    <PageFrame title={t('cases.new')}>
      {types.error && <Failure failure={types.error} retry={() => void types.refetch()} />}
      <CommandForm command={command} className="form panel" label={t('cases.new')} onCancel={forRequest ? '/requests/new/case' : '/cases'}>
        <Restored {...kept} />
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
