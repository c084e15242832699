import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { json } from '../api/client';
import { useUser } from '../api/queries';
import { AreaField } from '../areas/AreaField';
import { t } from '../i18n/text';
import { QuickExit } from '../mediation/QuickExit';
import { useSiteTime } from '../time/site';
import { isoInstant } from '../time/zone';
import { Button } from '../ui/Button';
import { CommandForm, useCommand } from '../ui/CommandForm';
import { Choose, fieldsOf, Option, Options, Radios, TextArea, TextField, useFields } from '../ui/Field';
import { MomentField, readMoment } from '../ui/MomentField';
import { Notice } from '../ui/State';
import { PageHead, usePageTitle } from '../ui/text';
import { useKinds } from './queries';
import { needed } from './SituationForms';
import { type NamedRole, namedRoles } from './types';

interface PersonFields {
  name: string;
  role: NamedRole;
  words: string;
}

const mostPeople = 10;

/** For an officer who takes a report by telephone: what is urgent first, then facts, then hearsay. */
export function NewSituationPage() {
  usePageTitle(t('situations.new'));
  return (
    <>
      <QuickExit />
      <PageHead title={t('situations.new')} lead={t('situations.newLead')} />
      <ReportForm />
    </>
  );
}

function ReportForm() {
  const user = useUser();
  const client = useQueryClient();
  const navigate = useNavigate();
  const time = useSiteTime();
  const kinds = useKinds();
  // One identifier for the form, so that a second click makes no second report.
  const [id] = useState(() => crypto.randomUUID());
  const [kind, setKind] = useState('');
  const [danger, setDanger] = useState(false);
  const [injured, setInjured] = useState(false);
  const [precision, setPrecision] = useState<'NOW' | 'ABOUT' | 'UNKNOWN'>('NOW');
  const [fields, set] = useFields({ communeId: user.area?.id ?? '', villageId: '', happenedAt: '', seen: '', told: '', toldBy: '', placeWords: '', name: '', phone: '', contact: '' });
  const [people, setPeople] = useState<PersonFields[]>([]);
  const setPerson = (at: number, changes: Partial<PersonFields>) => setPeople(people.map((each, index) => (index === at ? { ...each, ...changes } : each)));
  const chosen = kinds.data?.find((each) => each.code === kind);
  const spared = danger || injured || chosen?.guarded === true;
  const happened = readMoment(fields.happenedAt, time);
  const command = useCommand({
    check: () => [
      ...needed('kind', kind),
      ...needed('communeId', fields.communeId),
      ...(precision === 'ABOUT' && happened === null ? [{ field: 'happenedAt', message: t('situations.momentWrong') }] : []),
      ...(spared || fields.seen.trim() || fields.told.trim() ? [] : [{ field: 'seen', message: t('situations.emptyReport') }]),
    ],
    send: () =>
      json<{ id: string }>('/api/situations', {
        method: 'POST',
        body: {
          id,
          report: {
            communeId: fields.communeId,
            villageId: fields.villageId || null,
            kind,
            danger,
            injured,
            precision,
            happenedAt: precision === 'ABOUT' && happened !== null ? isoInstant(happened) : null,
            notedAt: isoInstant(time.now()),
            deviceTime: null,
            seen: fields.seen.trim() || null,
            told: fields.told.trim() || null,
            toldBy: fields.toldBy.trim() || null,
            placeWords: fields.placeWords.trim() || null,
            point: null,
            people: people.filter((each) => each.name.trim()).map((each) => ({ name: each.name.trim(), role: each.role, words: each.words.trim() || null })),
            media: [],
          },
          reporter: { name: fields.name.trim() || null, phone: fields.phone.trim() || null, contact: fields.contact.trim() || null },
        },
      }),
    done: (made) => {
      void client.invalidateQueries({ queryKey: ['situations'] });
      void navigate(`/situations/${made.id}`, { replace: true });
    },
    idOf: (field) => field.replace(/^report\.people\[(\d+)\]\.(\w+)$/, 'person-$2-$1').replace(/^(report|reporter)\./, ''),
  });
  const { wrong } = command;
  const field = fieldsOf(fields, wrong, set);
  const personField = (person: PersonFields, at: number) => fieldsOf(person, wrong, (changes) => setPerson(at, changes), `person-*-${at}`);
  return (
    <CommandForm command={command} className="form panel" label={t('situations.take')} onCancel="/situations">
      <h2>{t('situations.partWhat')}</h2>
      <Options label={t('situations.fAlarm')}>
        <Option type="checkbox" label={t('situations.danger')} checked={danger} onChange={(event) => setDanger(event.target.checked)} />
        <Option type="checkbox" label={t('situations.injured')} checked={injured} onChange={(event) => setInjured(event.target.checked)} />
      </Options>
      <Choose id="kind" label={t('situations.fKind')} error={wrong('kind')} none={t('situations.choose')} of={kinds.data} words="situations.kind" value={kind} onText={setKind} />
      <div role="status">
        {chosen?.guarded && (
          <Notice tone="warn" title={t('situations.guarded')}>
            <p>{t('situations.guardedNew')}</p>
          </Notice>
        )}
      </div>
      <h2>{t('situations.partWhere')}</h2>
      <AreaField {...field('communeId')} label={t('situations.field.communeId')} hint={t('situations.communeHint')} />
      <AreaField {...field('villageId')} label={t('situations.fVillage')} hint={t('situations.villageHint')} />
      <TextField {...field('placeWords')} label={t('situations.fPlaceWords')} optional />
      <Radios label={t('situations.fHappened')} of={['NOW', 'ABOUT', 'UNKNOWN'] as const} value={precision} words="situations.precision" onText={setPrecision} />
      {precision === 'ABOUT' && <MomentField {...field('happenedAt')} label={t('situations.field.happenedAt')} />}
      <h2>{t('situations.partWords')}</h2>
      <TextArea {...field('seen')} label={t('situations.seen')} hint={t('situations.seenHint')} optional={spared} rows={4} />
      <TextArea {...field('told')} label={t('situations.told')} hint={t('situations.toldHint')} optional rows={3} />
      <TextField {...field('toldBy')} label={t('situations.toldBy')} hint={t('situations.toldByHint')} optional />
      {people.map((person, at) => (
        <fieldset className="form-group" key={at}>
          <legend>{t('situations.person', { number: at + 1 })}</legend>
          <TextField {...personField(person, at)('name')} label={t('mediation.fName')} autoComplete="off" />
          <div className="form-row">
            <Choose id={`person-role-${at}`} label={t('situations.fRole')} of={namedRoles} words="situations.role" value={person.role} onText={(role) => setPerson(at, { role })} />
            <TextField {...personField(person, at)('words')} label={t('situations.fPersonWords')} optional autoComplete="off" />
          </div>
        </fieldset>
      ))}
      {people.length < mostPeople && (
        <div>
          <p className="hint">{t('situations.namesHint')}</p>
          <Button small icon="add" label={t('situations.morePeople')} onClick={() => setPeople([...people, { name: '', role: 'ACCUSED', words: '' }])} />
        </div>
      )}
      <h2>{t('situations.reporter')}</h2>
      <p className="hint">{t('situations.reporterHint')}</p>
      <div className="form-row">
        <TextField {...field('name')} label={t('mediation.fName')} optional autoComplete="off" />
        <TextField {...field('phone')} label={t('mediation.fPhone')} optional code inputMode="tel" autoComplete="off" />
      </div>
      <TextField {...field('contact')} label={t('situations.fContact')} hint={t('situations.contactHint')} optional autoComplete="off" />
    </CommandForm>
  );
}
