import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { json } from '../api/client';
import { useArea } from '../areas/queries';
import { t, tCode } from '../i18n/text';
import { dayText, readDay } from '../register/days';
import { asciiDigits } from '../time/parse';
import { CommandForm, useCommand } from '../ui/CommandForm';
import type { Mistake } from '../ui/ErrorSummary';
import { fieldsOf, Option, Options, TextArea, TextField, useFields } from '../ui/Field';
import { toast } from '../ui/overlays';
import { Failure, Loading } from '../ui/State';
import { Code, Name, PageHead, usePageTitle } from '../ui/text';
import { assessmentKey, useCriteria, useToday } from './queries';
import type { Assessment, CriteriaSet, UnitKind } from './types';
import { useYear, wrongReason } from './words';

/** Reads a whole number; null when it is none. */
export function readNumber(text: string): number | null {
  const plain = asciiDigits(text).trim();
  return /^\d{1,7}$/.test(plain) ? Number(plain) : null;
}

/** Registers a unit for a year: by numbers and papers, not by a tick. */
export function RegisterUnitPage() {
  usePageTitle(t('standard.register'));
  const [search] = useSearchParams();
  const year = useYear();
  const areaId = search.get('area') ?? '';
  const area = useArea(areaId, areaId !== '');
  const sets = useCriteria(year);
  const today = useToday();
  if (area.isPending || sets.isPending) return <Loading />;
  if (!area.data || !sets.data) return <Failure failure={area.error ?? sets.error} />;
  const kind: UnitKind = area.data.kind === 'WARD' ? 'COMMUNE' : (area.data.kind as UnitKind);
  const set = sets.data.find((each) => each.unitKind === kind);
  const late = set !== undefined && today > set.registerUntil;
  return (
    <>
      <PageHead
        title={t('standard.register')}
        lead={
          <p>
            <Name>{area.data.name}</Name> · <Code>{year}</Code>
            {set && (
              <>
                {' · '}
                {t('standard.registerUntil')} <Code>{dayText(set.registerUntil)}</Code>
              </>
            )}
          </p>
        }
      />
      <RegistrationForm areaId={areaId} year={year} kind={kind} late={late} documents={set?.documents ?? []} />
    </>
  );
}

function RegistrationForm({ areaId, year, kind, late, documents }: { areaId: string; year: number; kind: UnitKind; late: boolean; documents: CriteriaSet['documents'] }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [fields, set] = useFields({ number: '', on: '', planNumber: '', planOn: '', registered: '', registrable: '', lateReason: '' });
  const [party, setParty] = useState(true);
  const conditional = documents.some((each) => each.code === 'RESOLUTION' && each.conditional);
  const plan = documents.some((each) => each.code === 'PLAN');
  const counts = kind !== 'COMMUNE';
  const who = kind === 'RESIDENTIAL_AREA' ? 'households' : 'staff';
  const command = useCommand({
    check: () => {
      const found: Mistake[] = [];
      if (party && !fields.number.trim()) found.push({ field: 'number', message: t('standard.numberMissing') });
      if (party && !readDay(fields.on)) found.push({ field: 'on', message: t('register.fDayWrong') });
      if (plan && !fields.planNumber.trim()) found.push({ field: 'planNumber', message: t('standard.planMissing') });
      if (plan && !readDay(fields.planOn)) found.push({ field: 'planOn', message: t('register.fDayWrong') });
      if (counts) {
        const some = readNumber(fields.registered);
        const all = readNumber(fields.registrable);
        if (!all) found.push({ field: 'registrable', message: t('standard.countWrong') });
        if (!some) found.push({ field: 'registered', message: t('standard.countWrong') });
        else if (all && some < all) found.push({ field: 'registered', message: t('standard.allRegister', { count: all - some }) });
      }
      if (late && wrongReason(fields.lateReason)) found.push({ field: 'lateReason', message: t('standard.reasonWrong') });
      return found;
    },
    send: () =>
      json<Assessment>('/api/standard/assessments', {
        method: 'POST',
        body: {
          areaId,
          year,
          partyOrganisation: party,
          number: party ? fields.number.trim() : null,
          on: party ? readDay(fields.on) : null,
          planNumber: plan ? fields.planNumber.trim() : null,
          planOn: plan ? readDay(fields.planOn) : null,
          registered: counts ? readNumber(fields.registered) : null,
          registrable: counts ? readNumber(fields.registrable) : null,
          lateReason: late ? fields.lateReason.trim() : null,
        },
      }),
    done: (made) => {
      client.setQueryData(assessmentKey(made.id), made);
      void client.invalidateQueries({ queryKey: ['standard', 'list'] });
      toast(t('standard.registered', { code: made.code }));
      void navigate(`/standard/${made.id}`, { replace: true });
    },
  });
  const { wrong } = command;
  const field = fieldsOf(fields, wrong, set);
  return (
    <CommandForm command={command} className="panel form" label={t('standard.register')} onCancel={`/standard?year=${year}`}>
      {conditional && (
        <Options id="partyOrganisation" label={t('standard.fParty')} hint={t('standard.fPartyHint')} error={wrong('partyOrganisation')}>
          <Option type="radio" name="party" label={t('standard.partyYes')} checked={party} onChange={() => setParty(true)} />
          <Option type="radio" name="party" label={t('standard.partyNo')} checked={!party} onChange={() => setParty(false)} />
        </Options>
      )}
      {party && (
        <div className="form-row">
          <TextField {...field('number')} label={t('standard.fResolution')} hint={t('standard.fResolutionHint')} autoComplete="off" />
          <TextField {...field('on')} label={t('standard.fOn')} hint={t('register.fOnHint')} code autoComplete="off" />
        </div>
      )}
      {plan && (
        <div className="form-row">
          <TextField {...field('planNumber')} label={t('standard.fPlan')} hint={t('standard.fPlanHint')} autoComplete="off" />
          <TextField {...field('planOn')} label={t('standard.fPlanOn')} hint={t('register.fOnHint')} code autoComplete="off" />
        </div>
      )}
      {counts && (
        <div className="form-row">
          <TextField {...field('registrable')} label={tCode('standard.all', who)} code inputMode="numeric" autoComplete="off" />
          <TextField {...field('registered')} label={tCode('standard.some', who)} hint={t('standard.allHint')} code inputMode="numeric" autoComplete="off" />
        </div>
      )}
      {late && <TextArea {...field('lateReason')} label={t('standard.fLate')} hint={t('standard.fLateHint')} />}
    </CommandForm>
  );
}
