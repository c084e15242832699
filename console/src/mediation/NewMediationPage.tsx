import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { json } from '../api/client';
import { useUser } from '../api/queries';
import { AreaField } from '../areas/AreaField';
import { t } from '../i18n/text';
import { dayText, readDay } from '../register/days';
import { dateText } from '../time/format';
import { asciiDigits } from '../time/parse';
import { useSiteTime } from '../time/site';
import { Button } from '../ui/Button';
import { CommandForm, useCommand } from '../ui/CommandForm';
import type { Mistake } from '../ui/ErrorSummary';
import { Choose, fieldsOf, Radios, TextArea, TextField, useFields } from '../ui/Field';
import { PageHead, usePageTitle } from '../ui/text';
import { QuickExit } from './QuickExit';
import { type Answers, answered, ScopeFields, stopped, toBody } from './ScopeFields';
import { type Basis, bases, type DisputeKind, disputeKinds, type MediationDetails } from './types';

interface PartyFields {
  name: string;
  address: string;
  phone: string;
}

const emptyParty: PartyFields = { name: '', address: '', phone: '' };
const mostParties = 10;

/** Whether it may be mediated comes first: where it may not, nobody fills in a form before the call. */
export function NewMediationPage() {
  usePageTitle(t('mediation.new'));
  return (
    <>
      <QuickExit />
      <PageHead title={t('mediation.new')} lead={t('mediation.newLead')} />
      <ReceptionForm />
    </>
  );
}

/** An entry of the village's book on paper, taken over by who leads its team. */
export function BookEntryPage() {
  usePageTitle(t('mediation.bookEntry'));
  return (
    <>
      <QuickExit />
      <PageHead title={t('mediation.bookEntry')} lead={t('mediation.bookEntryLead')} />
      <ReceptionForm book />
    </>
  );
}

function ReceptionForm({ book = false }: { book?: boolean }) {
  const user = useUser();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { zone, now } = useSiteTime();
  const [answers, setAnswers] = useState<Answers>({});
  const [fields, set] = useFields({
    villageId: user.area?.id ?? '',
    otherVillageId: '',
    receivedOn: dateText(now(), zone),
    about: '',
    year: '',
    number: '',
    endedOn: '',
    outcome: 'AGREED',
    words: '',
  });
  const [basis, setBasis] = useState<Basis>('PARTY_ASKS');
  const [kind, setKind] = useState<DisputeKind | ''>('');
  const [parties, setParties] = useState<PartyFields[]>([emptyParty, emptyParty]);
  const setParty = (index: number, changes: Partial<PartyFields>) => setParties(parties.map((each, at) => (at === index ? { ...each, ...changes } : each)));
  const guards = answers.VIOLENCE === true || answers.CHILD === true;
  const referred = stopped(answers).length > 0;
  const filled = parties.filter((each) => each.name.trim() || each.address.trim());
  const command = useCommand({
    check: () => {
      const found: Mistake[] = [];
      if (!answered(answers)) found.push({ field: 'answers', message: t('mediation.answerAll') });
      if (!fields.villageId) found.push({ field: 'villageId', message: t('mediation.villageMissing') });
      if (!readDay(fields.receivedOn)) found.push({ field: 'receivedOn', message: t('register.fDayWrong') });
      if (book) {
        if (!/^\d{4}$/.test(asciiDigits(fields.year))) found.push({ field: 'year', message: t('work.missing', { what: t('mediation.bookYear') }) });
        if (!/^\d{1,4}$/.test(asciiDigits(fields.number))) found.push({ field: 'number', message: t('work.missing', { what: t('mediation.bookNumber') }) });
        if (!readDay(fields.endedOn)) found.push({ field: 'endedOn', message: t('register.fDayWrong') });
        if (!fields.words.trim()) found.push({ field: 'words', message: t('work.missing', { what: t('mediation.bookWords') }) });
      }
      if (!guards || book) {
        if (!kind) found.push({ field: 'kind', message: t('mediation.kindMissing') });
        parties.forEach((each, index) => {
          if (index >= 2 && !each.name.trim() && !each.address.trim()) return;
          if (!each.name.trim()) found.push({ field: `party-name-${index}`, message: t('mediation.partyNameMissing', { number: index + 1 }) });
          if (!each.address.trim()) found.push({ field: `party-address-${index}`, message: t('mediation.partyAddressMissing', { number: index + 1 }) });
        });
        if (!fields.about.trim()) found.push({ field: 'about', message: t('mediation.aboutMissing') });
      }
      return found;
    },
    send: () =>
      json<MediationDetails>(book ? '/api/mediations/book-entries' : '/api/mediations', {
        method: 'POST',
        body: {
          villageId: fields.villageId,
          ...(book
            ? { year: Number(asciiDigits(fields.year)), number: Number(asciiDigits(fields.number)), endedOn: readDay(fields.endedOn), outcome: fields.outcome, words: fields.words.trim() }
            : { otherVillageId: referred ? null : fields.otherVillageId || null }),
          basis,
          kind: kind || 'OTHER',
          receivedOn: readDay(fields.receivedOn),
          answers: toBody(answers),
          parties: filled.map((each) => ({ name: each.name.trim(), address: each.address.trim(), phone: each.phone.trim() || null })),
          about: fields.about.trim() || null,
        },
      }),
    done: (made) => {
      void client.invalidateQueries({ queryKey: ['mediations'] });
      void navigate(`/mediation/${made.mediation.id}`, { replace: true });
    },
    idOf: (field) => field.replace(/^parties\[(\d+)\]\.(\w+)$/, 'party-$2-$1').replace(/^answers.*/, 'answers'),
  });
  const { wrong } = command;
  const field = fieldsOf(fields, wrong, set);
  const partyField = (party: PartyFields, index: number) => fieldsOf(party, wrong, (changes) => setParty(index, changes), `party-*-${index}`);
  return (
    <CommandForm command={command} className="form panel" label={t(referred ? 'mediation.refer' : 'mediation.take')} onCancel="/mediation">
      <h2>{t('mediation.scope')}</h2>
      <p className="hint">{t('mediation.scopeLead')}</p>
      <ScopeFields answers={answers} onChange={setAnswers} error={wrong('answers')} />
      <h2>{t('mediation.reception')}</h2>
      <div className="form-row">
        <AreaField {...field('villageId')} label={t('mediation.colVillage')} hint={t('mediation.villageHint')} />
        <TextField
          {...field('receivedOn')}
          label={t('mediation.fReceivedOn')}
          hint={t('register.fOnHint')}
          code
          autoComplete="off"
          onBlur={() => {
            const day = readDay(fields.receivedOn);
            if (day) set({ receivedOn: dayText(day) });
          }}
        />
      </div>
      <Radios id="basis" label={t('mediation.fBasis')} hint={t('mediation.fBasisHint')} of={bases} value={basis} words="mediation.basis" onText={setBasis} />
      {book && (
        <>
          <div className="form-row">
            {(['year', 'number', 'endedOn'] as const).map((name) => (
              <TextField
                key={name}
                id={name}
                label={t(name === 'year' ? 'mediation.bookYear' : name === 'number' ? 'mediation.bookNumber' : 'mediation.bookEnded')}
                error={wrong(name)}
                code
                autoComplete="off"
                value={fields[name]}
                onText={(text) => set({ [name]: text })}
              />
            ))}
          </div>
          <Choose {...field('outcome')} label={t('mediation.bookOutcome')} of={['AGREED', 'NOT_AGREED', 'STOPPED'] as const} words="mediation.bookOutcomes" />
        </>
      )}
      {guards && !book && <p className="hint">{t('mediation.partiesNotNeeded')}</p>}
      {(!guards || book) && <Choose id="kind" label={t('mediation.fKind')} error={wrong('kind')} none={t('mediation.choose')} of={disputeKinds} words="mediation.kind" value={kind} onText={setKind} />}
      {parties.map((party, index) => (
        <fieldset className="form-group" key={index}>
          <legend>{t('mediation.party', { number: index + 1 })}</legend>
          <TextField {...partyField(party, index)('name')} label={t('mediation.fName')} optional={guards} autoComplete="off" />
          <div className="form-row">
            <TextField {...partyField(party, index)('address')} label={t('mediation.fAddress')} optional={guards} autoComplete="off" />
            <TextField {...partyField(party, index)('phone')} label={t('mediation.fPhone')} optional code inputMode="tel" autoComplete="off" />
          </div>
        </fieldset>
      ))}
      {parties.length < mostParties && (
        <p>
          <Button small icon="add" label={t('mediation.moreParties')} onClick={() => setParties([...parties, emptyParty])} />
        </p>
      )}
      <TextArea {...field('about')} label={t('mediation.fAbout')} hint={t('mediation.fAboutHint')} optional={guards} rows={4} />
      {book && <TextArea {...field('words')} label={t('mediation.bookWords')} rows={4} />}
      {!referred && !book && <AreaField {...field('otherVillageId')} label={t('mediation.fOther')} hint={t('mediation.fOtherHint')} />}
    </CommandForm>
  );
}
