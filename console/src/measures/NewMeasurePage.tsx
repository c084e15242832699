import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { json } from '../api/client';
import { newId } from '../api/newId';
import { AreaField } from '../areas/AreaField';
import { t, tCode } from '../i18n/text';
import { QuickExit } from '../mediation/QuickExit';
import { dayText, readDay } from '../register/days';
import { dateText } from '../time/format';
import { useSiteTime } from '../time/site';
import { CommandForm, useCommand } from '../ui/CommandForm';
import type { Mistake } from '../ui/ErrorSummary';
import { Choose, Option, Options, TextField, useFields } from '../ui/Field';
import { Badge, Notice } from '../ui/State';
import { PageHead, usePageTitle } from '../ui/text';
import { isoToday } from './MeasuresPage';
import { Longest, useRules } from './rules';
import { type MeasureDetails, type MeasureKind, measureKinds } from './types';

const days = ['on', 'from', 'until'] as const;
const words = ['name', 'number', 'organ', 'article'] as const;

/** A measure as its paper has it; without the paper and an end date there is none. */
export function NewMeasurePage() {
  usePageTitle(t('measures.new'));
  return (
    <>
      <QuickExit />
      <PageHead title={t('measures.new')} lead={t('measures.newLead')} />
      <RecordForm />
    </>
  );
}

function RecordForm() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { zone, now } = useSiteTime();
  const [id] = useState(newId);
  const rules = useRules();
  const [kind, setKind] = useState<MeasureKind | ''>('');
  const [minor, setMinor] = useState<boolean | null>(null);
  const [fields, set] = useFields({ villageId: '', name: '', number: '', organ: '', article: '', on: '', from: '', until: '' });
  const today = isoToday(dateText(now(), zone));
  const rule = (rules.data ?? []).find((each) => each.kind === kind && each.from <= (readDay(fields.on) ?? today));
  const command = useCommand({
    check: () => {
      const found: Mistake[] = [];
      const missing = (field: string, there: unknown) => {
        if (!there) found.push({ field, message: t('measures.missing', { what: tCode('measures.f', field) }) });
      };
      missing('kind', kind);
      missing('number', fields.number.trim());
      missing('organ', fields.organ.trim());
      missing('article', fields.article.trim());
      for (const each of days) if (!readDay(fields[each])) found.push({ field: each, message: t('measures.dayMissing', { what: tCode('measures.f', each) }) });
      missing('name', fields.name.trim());
      missing('villageId', fields.villageId);
      missing('minor', minor !== null);
      return found;
    },
    send: () =>
      json<MeasureDetails>('/api/measures', {
        method: 'POST',
        body: {
          id,
          kind,
          minor,
          villageId: fields.villageId,
          ...Object.fromEntries(words.map((each) => [each, fields[each].trim()])),
          ...Object.fromEntries(days.map((each) => [each, readDay(fields[each])])),
        },
      }),
    done: (made) => {
      void client.invalidateQueries({ queryKey: ['measures'] });
      void navigate(`/measures/${made.measure.id}`, { replace: true });
    },
  });
  const { wrong } = command;
  const text = (field: (typeof words)[number], code = false) => (
    <TextField id={field} label={tCode('measures.f', field)} error={wrong(field)} code={code} autoComplete="off" value={fields[field]} onText={(text) => set({ [field]: text })} />
  );
  const day = (field: (typeof days)[number]) => (
    <TextField
      id={field}
      label={tCode('measures.f', field)}
      hint={field === 'until' ? t('measures.untilHint') : t('register.fOnHint')}
      error={wrong(field)}
      code
      autoComplete="off"
      value={fields[field]}
      onText={(text) => set({ [field]: text })}
      onBlur={() => {
        const read = readDay(fields[field]);
        if (read) set({ [field]: dayText(read) });
      }}
    />
  );
  return (
    <CommandForm command={command} className="form panel" label={t('measures.record')} onCancel="/measures">
      <h2>{t('measures.basis')}</h2>
      <Choose id="kind" label={t('measures.f.kind')} error={wrong('kind')} none={t('measures.choose')} of={measureKinds} words="measures.kindOf" value={kind} onText={setKind} />
      {rule && (
        <Notice tone="info" title={<bdi>{rule.law}</bdi>}>
          <p className="summary">
            <span>{t('measures.decidedBy', { who: tCode('measures.decider', rule.decidedBy) })}</span>
            <Longest rule={rule} />
            {!rule.checked && <Badge tone="warn">{t('measures.unchecked')}</Badge>}
          </p>
        </Notice>
      )}
      <div className="form-row">
        {text('number', true)}
        {day('on')}
      </div>
      <div className="form-row">
        {text('organ')}
        {text('article')}
      </div>
      <div className="form-row">
        {day('from')}
        {day('until')}
      </div>
      <h2>{t('measures.person')}</h2>
      <p className="hint">{t('measures.personHint')}</p>
      {text('name')}
      <AreaField id="villageId" label={t('measures.f.villageId')} error={wrong('villageId')} value={fields.villageId} onText={(villageId) => set({ villageId })} />
      <Options id="minor" label={t('measures.f.minor')} error={wrong('minor')}>
        <Option type="radio" name="minor" label={t('measures.minorNo')} checked={minor === false} onChange={() => setMinor(false)} />
        <Option type="radio" name="minor" label={t('measures.minorYes')} checked={minor === true} onChange={() => setMinor(true)} />
      </Options>
      {minor && <p className="hint">{t('measures.minorMore')}</p>}
    </CommandForm>
  );
}
