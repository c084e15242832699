import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { json } from '../api/client';
import { useAreas, useUser } from '../api/queries';
import { caseTypes, type Case } from '../api/types';
import { t, tCode } from '../text/text';
import { useSiteTime } from '../time/site';
import { isoInstant } from '../time/zone';
import { Button, ButtonLink } from '../ui/Button';
import { ErrorSummary, type Mistake } from '../ui/ErrorSummary';
import { Choose, Option, Options, TextArea, TextField } from '../ui/Field';
import { MomentField, readMoment } from '../ui/MomentField';
import { unnamed, useMistakes } from '../ui/mistakes';
import { toast } from '../ui/overlays';
import { Failure } from '../ui/State';
import { PageHead, usePageTitle } from '../ui/text';

/** A new case; with `?request=1` it leads back to the request that is being written. */
export function NewCasePage() {
  usePageTitle(t('cases.new'));
  const user = useUser();
  const time = useSiteTime();
  const areas = useAreas();
  const navigate = useNavigate();
  const forRequest = useSearchParams()[0].get('request') === '1';
  const client = useQueryClient();
  const [fields, setFields] = useState({ title: '', type: '', from: '', to: '', areaId: user.area?.id ?? '', place: '', description: '' });
  const { summary, wrong, tell, tellNamed } = useMistakes();
  const set = (change: Partial<typeof fields>) => setFields((before) => ({ ...before, ...change }));
  const from = readMoment(fields.from, time);
  const to = readMoment(fields.to, time, from ?? undefined);

  const save = useMutation({
    mutationFn: () =>
      json<Case>('/api/cases', {
        method: 'POST',
        body: {
          title: fields.title.trim(),
          type: fields.type,
          occurredFrom: isoInstant(from!),
          ...(to !== null ? { occurredTo: isoInstant(to) } : {}),
          areaId: fields.areaId,
          ...(fields.place.trim() ? { place: fields.place.trim() } : {}),
          ...(fields.description.trim() ? { description: fields.description.trim() } : {}),
        },
      }),
    onSuccess: (made) => {
      void client.invalidateQueries({ queryKey: ['cases'] });
      toast(t('cases.created', { code: made.code }));
      void navigate(forRequest ? `/requests/new/case?case=${made.id}` : `/cases/${made.id}`);
    },
    onError: (failure) => {
      const names: Record<string, string> = { occurredFrom: 'from', occurredTo: 'to' };
      tellNamed(failure, (field) => names[field] ?? field);
    },
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found: Mistake[] = [];
    if (!fields.title.trim()) found.push({ field: 'title', message: t('cases.fTitleMissing') });
    if (!fields.type) found.push({ field: 'type', message: t('cases.fTypeMissing') });
    if (!fields.from.trim()) found.push({ field: 'from', message: t('cases.fFromMissing') });
    else if (from === null) found.push({ field: 'from', message: t('cases.fWhenWrong') });
    else if (from > time.now()) found.push({ field: 'from', message: t('cases.fFuture') });
    if (fields.to.trim() && to === null) found.push({ field: 'to', message: t('cases.fWhenWrong') });
    else if (to !== null && from !== null && to <= from) found.push({ field: 'to', message: t('cases.fToBefore') });
    if (!fields.areaId) found.push({ field: 'areaId', message: t('cameras.fAreaMissing') });
    tell(found);
    if (found.length === 0) save.mutate();
  };
  const general = unnamed(save.error);

  return (
    <>
      <PageHead title={t('cases.new')} />
      <form className="form panel" onSubmit={submit} noValidate>
        <ErrorSummary {...summary} />
        {general && <Failure failure={general} />}
        <TextField id="title" label={t('cases.fTitle')} hint={t('cases.fTitleHint')} error={wrong('title')} value={fields.title} onChange={(event) => set({ title: event.target.value })} />
        <Options id="type" label={t('cases.type')} error={wrong('type')}>
          {caseTypes.map((type) => (
            <Option key={type} type="radio" name="type" label={tCode('cases.type', type)} checked={fields.type === type} onChange={() => set({ type })} />
          ))}
        </Options>
        <div className="form-row">
          <MomentField id="from" label={t('cases.fFrom')} hint={t('cases.fWhenHint')} error={wrong('from')} value={fields.from} onChange={(text) => set({ from: text })} />
          <MomentField id="to" label={t('cases.fTo')} optional error={wrong('to')} value={fields.to} {...(from !== null ? { reference: from } : {})} onChange={(text) => set({ to: text })} />
        </div>
        <Choose id="areaId" label={t('app.area')} error={wrong('areaId')} value={fields.areaId} onChange={(event) => set({ areaId: event.target.value })}>
          <option value="">{t('cameras.fAreaChoose')}</option>
          {(areas.data ?? (user.area ? [user.area] : [])).map((area) => (
            <option key={area.id} value={area.id}>
              {area.name}
            </option>
          ))}
        </Choose>
        <TextField id="place" label={t('cases.fPlace')} optional error={wrong('place')} value={fields.place} onChange={(event) => set({ place: event.target.value })} />
        <TextArea id="description" label={t('cases.fDescription')} optional error={wrong('description')} value={fields.description} onChange={(event) => set({ description: event.target.value })} />
        <div className="form-end">
          <Button kind="primary" type="submit" disabled={save.isPending}>
            {save.isPending ? t('app.saving') : t('cases.new')}
          </Button>
          <ButtonLink kind="quiet" to={forRequest ? '/requests/new/case' : '/cases'}>
            {t('app.cancel')}
          </ButtonLink>
        </div>
      </form>
    </>
  );
}
