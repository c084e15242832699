import { useQueryClient } from '@tanstack/react-query';
import { json } from '../api/client';
import { useCaseTypes } from '../api/queries';
import { t } from '../i18n/text';
import { placeText } from '../map/sector';
import { dateTimeText } from '../time/format';
import { useSiteTime } from '../time/site';
import { isoInstant, parseInstant } from '../time/zone';
import { CommandForm, useCommand } from '../ui/CommandForm';
import type { Mistake } from '../ui/ErrorSummary';
import { Choose, fieldsOf, Radios, TextArea, TextField, useFields } from '../ui/Field';
import { MomentField, readMoment } from '../ui/MomentField';
import { PlaceFields, placeBody, placeMistakes } from './PlaceFields';
import { type Case, type Incident, type Timing, timings } from './types';

const shortestReason = 10;
const fieldOf: Record<string, string> = { occurredFrom: 'from', occurredTo: 'to', note: 'incidentNote' };

/** What is known of an incident: a new one, or one that is corrected with a reason. */
export function IncidentForm({ each, incident, onDone }: { each: Case; incident: Incident | null; onDone: () => void }) {
  const time = useSiteTime();
  const types = useCaseTypes();
  const client = useQueryClient();
  const shown = (instant: string | null | undefined) => {
    const at = instant ? parseInstant(instant) : NaN;
    return Number.isFinite(at) ? dateTimeText(at, time.zone, at % 1000 !== 0) : '';
  };
  const [fields, set] = useFields({
    title: incident?.title ?? '',
    type: incident?.type ?? '',
    timing: incident?.timing ?? ('EXACT' as Timing),
    from: shown(incident?.occurredFrom),
    to: shown(incident?.occurredTo),
    place: incident?.place ?? '',
    point: incident?.point ? placeText([incident.point.latitude, incident.point.longitude]) : '',
    report: incident?.report ?? '',
    note: incident?.note ?? '',
    reason: '',
  });
  const from = readMoment(fields.from, time);
  const to = readMoment(fields.to, time, from ?? undefined);
  const guarded = each.protection !== 'NONE';

  const command = useCommand({
    check: () => {
      const found: Mistake[] = [];
      const add = (bad: boolean, field: string, message: string) => {
        if (bad) found.push({ field, message });
      };
      add(!fields.title.trim() || fields.title.trim().length > 200, 'title', t('cases.incidentTitleWrong'));
      add(!fields.from.trim(), 'from', t('cases.fFromMissing'));
      add(Boolean(fields.from.trim()) && from === null, 'from', t('cases.fWhenWrong'));
      add(from !== null && from > time.now(), 'from', t('cases.fFuture'));
      add(!fields.to.trim() && fields.timing === 'BETWEEN', 'to', t('cases.incidentToMissing'));
      add(Boolean(fields.to.trim()) && to === null, 'to', t('cases.fWhenWrong'));
      add(to !== null && from !== null && to <= from, 'to', t('cases.fToBefore'));
      add(to !== null && from !== null && to > from && to > time.now(), 'to', t('cases.fFuture'));
      if (!guarded) found.push(...placeMistakes(fields));
      add(fields.report.trim().length > 100, 'report', t('cases.incidentReportWrong'));
      add(fields.note.trim().length > 2000, 'incidentNote', t('cases.incidentNoteWrong'));
      add(incident !== null && fields.reason.trim().length < shortestReason, 'reason', t('cases.reasonWrong'));
      return found;
    },
    send: () =>
      json<Incident>(`/api/cases/${each.id}/incidents${incident ? `/${incident.id}/correction` : ''}`, {
        method: 'POST',
        body: {
          title: fields.title.trim(),
          type: fields.type || null,
          timing: fields.timing,
          occurredFrom: isoInstant(from!),
          occurredTo: to === null ? null : isoInstant(to),
          ...(guarded ? {} : placeBody(fields)),
          report: fields.report.trim() || null,
          note: fields.note.trim() || null,
          ...(incident ? { reason: fields.reason.trim() } : {}),
        },
      }),
    done: () => {
      void client.invalidateQueries({ queryKey: ['case', each.id] });
      onDone();
    },
    idOf: (field) => fieldOf[field] ?? field.replace(/\..*/, ''),
  });
  const { wrong } = command;

  const field = fieldsOf(fields, wrong, set);
  return (
    <CommandForm command={command} onCancel={onDone}>
      <p className="hint">{t('cases.incidentNoNames')}</p>
      <TextField {...field('title')} label={t('cases.incidentTitle')} hint={t('cases.incidentTitleHint')} />
      <Choose
        {...field('type')}
        label={t('cases.type')}
        none={t('cases.incidentSameType', { type: each.typeName })}
        of={types.data?.filter((type) => type.valid || type.code === incident?.type)}
        words={(type) => type.name}
      />
      <Radios {...field('timing')} label={t('cases.incidentTiming')} of={timings} words="cases.timing" hintOf="cases.timingHint" />
      <div className="form-row">
        <MomentField {...field('from')} label={t('cases.fFrom')} hint={t('cases.fWhenHint')} />
        <MomentField {...field('to')} label={t('cases.fTo')} optional={fields.timing === 'EXACT'} reference={from} />
      </div>
      {guarded ? <p className="hint">{t('cases.protectedMore')}</p> : <PlaceFields value={fields} onChange={set} wrong={wrong} />}
      <TextField {...field('report')} label={t('cases.incidentReport')} hint={t('cases.incidentReportHint')} optional />
      <TextArea id="incidentNote" label={t('cases.note')} optional error={wrong('incidentNote')} rows={3} value={fields.note} onText={(note) => set({ note })} />
      {incident && <TextArea {...field('reason')} label={t('cases.reason')} hint={t('cases.reasonHint')} rows={2} />}
    </CommandForm>
  );
}
