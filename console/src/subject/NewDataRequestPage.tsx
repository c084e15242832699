import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { json } from '../api/client';
import { useUser } from '../api/queries';
import type { Page } from '../api/types';
import { AreaField } from '../areas/AreaField';
import { t, tCode } from '../i18n/text';
import { dateTimeText } from '../time/format';
import { useSiteTime } from '../time/site';
import { isoInstant } from '../time/zone';
import { CommandForm, useCommand } from '../ui/CommandForm';
import type { Mistake } from '../ui/ErrorSummary';
import { Choose, fieldsOf, Radios, TextArea, TextField, useFields } from '../ui/Field';
import { MomentField, readMoment } from '../ui/MomentField';
import { toast } from '../ui/overlays';
import { PageFrame } from '../ui/text';
import { type DataRequest, requestChannels, type Term } from './types';

/** Takes down what somebody asks about their own data, as at the counter. */
export function NewDataRequestPage() {
  return (
    <PageFrame title={t('subject.new')} lead={t('subject.newLead')}>
      <Form />
    </PageFrame>
  );
}

function Form() {
  const user = useUser();
  const time = useSiteTime();
  const navigate = useNavigate();
  const client = useQueryClient();
  const terms = useQuery({ queryKey: ['dataRequests', 'terms'], queryFn: async () => (await json<Page<Term>>('/api/data-requests/terms')).items, staleTime: Infinity });
  const [fields, set] = useFields(() => ({
    kind: '',
    channel: 'COUNTER',
    areaId: user.area?.id ?? '',
    receivedAt: dateTimeText(time.now(), time.zone),
    name: '',
    contact: '',
    words: '',
    place: '',
    from: '',
    to: '',
    camera: '',
  }));
  const receivedAt = readMoment(fields.receivedAt, time);
  const from = readMoment(fields.from, time);
  const to = readMoment(fields.to, time, from ?? undefined);
  const command = useCommand({
    check: () => {
      const found: Mistake[] = [];
      if (!fields.kind) found.push({ field: 'kind', message: t('subject.kindMissing') });
      if (!fields.areaId) found.push({ field: 'areaId', message: t('cameras.fAreaMissing') });
      if (receivedAt === null) found.push({ field: 'receivedAt', message: t('subject.momentWrong') });
      for (const name of ['name', 'contact', 'words'] as const) if (!fields[name].trim()) found.push({ field: name, message: tCode('subject.missing', name) });
      if (fields.from.trim() && from === null) found.push({ field: 'from', message: t('subject.momentWrong') });
      if (fields.to.trim() && to === null) found.push({ field: 'to', message: t('subject.momentWrong') });
      return found;
    },
    send: () =>
      json<DataRequest>('/api/data-requests', {
        method: 'POST',
        body: {
          kind: fields.kind,
          channel: fields.channel,
          areaId: fields.areaId,
          receivedAt: isoInstant(receivedAt!),
          name: fields.name.trim(),
          contact: fields.contact.trim(),
          words: fields.words.trim(),
          place: fields.place.trim() || null,
          from: from === null ? null : isoInstant(from),
          to: to === null ? null : isoInstant(to),
          camera: fields.camera.trim() || null,
        },
      }),
    done: (made) => {
      void client.invalidateQueries({ queryKey: ['dataRequests'] });
      toast(t('subject.received', { code: made.code }));
      void navigate(`/data-requests/${made.id}`);
    },
  });
  const field = fieldsOf(fields, command.wrong, set);
  return (
    <CommandForm command={command} className="form panel" label={t('subject.take')} onCancel="/data-requests">
      <Radios
        {...field('kind')}
        label={t('subject.fKind')}
        of={terms.data ?? []}
        code={(term) => term.kind}
        words="subject.kind"
        hintOf={(term) => (
          <>
            {t('subject.termDays', { count: term.days })} · <bdi>{term.source}</bdi>
          </>
        )}
      />
      <div className="form-row">
        <Choose {...field('channel')} label={t('subject.fChannel')} of={requestChannels} words="subject.channel" />
        <AreaField {...field('areaId')} label={t('app.area')} />
      </div>
      <MomentField {...field('receivedAt')} label={t('subject.fReceived')} hint={t('subject.fReceivedHint')} />
      <TextField {...field('name')} label={t('subject.fName')} hint={t('subject.fNameHint')} autoComplete="off" />
      <TextField {...field('contact')} label={t('subject.fContact')} hint={t('subject.fContactHint')} autoComplete="off" />
      <TextArea {...field('words')} label={t('subject.fWords')} rows={4} />
      <fieldset className="form-group">
        <legend>{t('subject.fAbout')}</legend>
        <TextField {...field('place')} label={t('subject.fPlace')} optional />
        <div className="form-row">
          <MomentField {...field('from')} label={t('subject.fFrom')} optional />
          <MomentField {...field('to')} label={t('subject.fTo')} optional reference={from} />
        </div>
        <TextField {...field('camera')} label={t('subject.fCamera')} optional />
      </fieldset>
    </CommandForm>
  );
}
