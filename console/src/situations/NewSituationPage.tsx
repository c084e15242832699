import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { json } from '../api/client';
import { may, useUser } from '../api/queries';
import { AreaField } from '../areas/AreaField';
import { QuickExit } from '../mediation/QuickExit';
import { t, tCode } from '../i18n/text';
import { useSiteTime } from '../time/site';
import { isoInstant } from '../time/zone';
import { Button, ButtonLink } from '../ui/Button';
import { ErrorSummary, type Mistake } from '../ui/ErrorSummary';
import { Choose, Option, Options, TextArea, TextField } from '../ui/Field';
import { unnamed, useMistakes } from '../ui/mistakes';
import { MomentField, readMoment } from '../ui/MomentField';
import { Empty, Failure, Notice } from '../ui/State';
import { SubmitButton } from '../ui/SubmitButton';
import { PageHead, usePageTitle } from '../ui/text';
import { needed } from './ActForms';
import { useKinds } from './queries';
import { namedRoles, type NamedRole } from './types';

interface PersonFields {
  name: string;
  role: NamedRole;
  words: string;
}

const mostPeople = 10;

/** For an officer who takes a report by telephone: what is urgent first, then facts, then hearsay. */
export function NewSituationPage() {
  usePageTitle(t('situations.new'));
  const user = useUser();
  if (!may(user, 'situations')) return <Empty icon="lock" title={t('app.forbiddenTitle')}><p>{t('app.forbiddenDetail')}</p></Empty>;
  return (
    <>
      <QuickExit />
      <PageHead title={t('situations.new')} lead={<p>{t('situations.newLead')}</p>} />
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
  const [fields, setFields] = useState({ communeId: user.area?.id ?? '', villageId: '', happenedAt: '', seen: '', told: '', toldBy: '', placeWords: '', name: '', phone: '', contact: '' });
  const [people, setPeople] = useState<PersonFields[]>([]);
  const { summary, wrong, tell, tellNamed } = useMistakes();
  const set = (changes: Partial<typeof fields>) => setFields({ ...fields, ...changes });
  const setPerson = (at: number, changes: Partial<PersonFields>) => setPeople(people.map((each, index) => (index === at ? { ...each, ...changes } : each)));
  const chosen = kinds.data?.find((each) => each.code === kind);
  const spared = danger || injured || chosen?.guarded === true;
  const happened = readMoment(fields.happenedAt, time);
  const save = useMutation({
    mutationFn: () =>
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
    onSuccess: (made) => {
      void client.invalidateQueries({ queryKey: ['situations'] });
      void navigate(`/situations/${made.id}`, { replace: true });
    },
    onError: (failure) => tellNamed(failure, (field) => field.replace(/^report\.people\[(\d+)\]\.(\w+)$/, 'person-$2-$1').replace(/^(report|reporter)\./, '')),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found: Mistake[] = [
      ...needed('kind', kind),
      ...needed('communeId', fields.communeId),
      ...(precision === 'ABOUT' && happened === null ? [{ field: 'happenedAt', message: t('situations.momentWrong') }] : []),
      ...(spared || fields.seen.trim() || fields.told.trim() ? [] : [{ field: 'seen', message: t('situations.emptyReport') }]),
    ];
    tell(found);
    if (found.length === 0) save.mutate();
  };
  const general = unnamed(save.error);
  return (
    <form className="form panel" onSubmit={submit} noValidate>
      <ErrorSummary {...summary} />
      {general && <Failure failure={general} />}
      <h2>{t('situations.partWhat')}</h2>
      <Options label={t('situations.fAlarm')}>
        <Option type="checkbox" label={t('situations.danger')} checked={danger} onChange={(event) => setDanger(event.target.checked)} />
        <Option type="checkbox" label={t('situations.injured')} checked={injured} onChange={(event) => setInjured(event.target.checked)} />
      </Options>
      <Choose id="kind" label={t('situations.fKind')} error={wrong('kind')} value={kind} onChange={(event) => setKind(event.target.value)}>
        <option value="">{t('situations.choose')}</option>
        {(kinds.data ?? []).map((each) => (
          <option key={each.code} value={each.code}>
            {tCode('situations.kind', each.code)}
          </option>
        ))}
      </Choose>
      <div role="status">
        {chosen?.guarded && (
          <Notice tone="warn" title={t('situations.guarded')}>
            <p>{t('situations.guardedNew')}</p>
          </Notice>
        )}
      </div>
      <h2>{t('situations.partWhere')}</h2>
      <AreaField id="communeId" label={t('situations.field.communeId')} hint={t('situations.communeHint')} error={wrong('communeId')} value={fields.communeId} onChange={(communeId) => set({ communeId })} />
      <AreaField id="villageId" label={t('situations.fVillage')} hint={t('situations.villageHint')} error={wrong('villageId')} value={fields.villageId} onChange={(villageId) => set({ villageId })} />
      <TextField id="placeWords" label={t('situations.fPlaceWords')} optional error={wrong('placeWords')} value={fields.placeWords} onChange={(event) => set({ placeWords: event.target.value })} />
      <Options label={t('situations.fHappened')}>
        {(['NOW', 'ABOUT', 'UNKNOWN'] as const).map((each) => (
          <Option key={each} type="radio" name="precision" label={tCode('situations.precision', each)} checked={precision === each} onChange={() => setPrecision(each)} />
        ))}
      </Options>
      {precision === 'ABOUT' && <MomentField id="happenedAt" label={t('situations.field.happenedAt')} error={wrong('happenedAt')} value={fields.happenedAt} onChange={(happenedAt) => set({ happenedAt })} />}
      <h2>{t('situations.partWords')}</h2>
      <TextArea id="seen" label={t('situations.seen')} hint={t('situations.seenHint')} optional={spared} error={wrong('seen')} rows={4} value={fields.seen} onChange={(event) => set({ seen: event.target.value })} />
      <TextArea id="told" label={t('situations.told')} hint={t('situations.toldHint')} optional error={wrong('told')} rows={3} value={fields.told} onChange={(event) => set({ told: event.target.value })} />
      <TextField id="toldBy" label={t('situations.toldBy')} hint={t('situations.toldByHint')} optional error={wrong('toldBy')} value={fields.toldBy} onChange={(event) => set({ toldBy: event.target.value })} />
      {people.map((person, at) => (
        <fieldset className="form-group" key={at}>
          <legend>{t('situations.person', { number: at + 1 })}</legend>
          <TextField id={`person-name-${at}`} label={t('mediation.fName')} error={wrong(`person-name-${at}`)} autoComplete="off" value={person.name} onChange={(event) => setPerson(at, { name: event.target.value })} />
          <div className="form-row">
            <Choose id={`person-role-${at}`} label={t('situations.fRole')} value={person.role} onChange={(event) => setPerson(at, { role: event.target.value as NamedRole })}>
              {namedRoles.map((each) => (
                <option key={each} value={each}>
                  {tCode('situations.role', each)}
                </option>
              ))}
            </Choose>
            <TextField id={`person-words-${at}`} label={t('situations.fPersonWords')} optional autoComplete="off" value={person.words} onChange={(event) => setPerson(at, { words: event.target.value })} />
          </div>
        </fieldset>
      ))}
      {people.length < mostPeople && (
        <div>
          <p className="hint">{t('situations.namesHint')}</p>
          <Button small icon="plus" onClick={() => setPeople([...people, { name: '', role: 'ACCUSED', words: '' }])}>
            {t('situations.morePeople')}
          </Button>
        </div>
      )}
      <h2>{t('situations.reporter')}</h2>
      <p className="hint">{t('situations.reporterHint')}</p>
      <div className="form-row">
        <TextField id="name" label={t('mediation.fName')} optional autoComplete="off" error={wrong('name')} value={fields.name} onChange={(event) => set({ name: event.target.value })} />
        <TextField id="phone" label={t('mediation.fPhone')} optional code inputMode="tel" autoComplete="off" error={wrong('phone')} value={fields.phone} onChange={(event) => set({ phone: event.target.value })} />
      </div>
      <TextField id="contact" label={t('situations.fContact')} hint={t('situations.contactHint')} optional autoComplete="off" error={wrong('contact')} value={fields.contact} onChange={(event) => set({ contact: event.target.value })} />
      <div className="form-end">
        <SubmitButton pending={save.isPending}>{t('situations.take')}</SubmitButton>
        <ButtonLink kind="quiet" to="/situations">
          {t('app.cancel')}
        </ButtonLink>
      </div>
    </form>
  );
}
