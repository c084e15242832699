import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { json } from '../api/client';
import type { Below, Page } from '../api/types';
import { t, tCode } from '../i18n/text';
import { readDay } from '../register/days';
import { dateText } from '../time/format';
import { useSiteTime } from '../time/site';
import { CommandForm, type CommandOptions, useCommand } from '../ui/CommandForm';
import type { Mistake } from '../ui/ErrorSummary';
import { fieldsOf, Option, Options, Radios, TextArea, TextField, useFields } from '../ui/Field';
import { toast } from '../ui/overlays';
import { Failure, Loading } from '../ui/State';
import { Name } from '../ui/text';
import css from './mediation.module.css';
import { type Answers, answered, ScopeFields, toBody } from './ScopeFields';
import { correctedItems, exclusions, followUpResults, type MediationAction, type MediationDetails, type MediatorChoice, stoppers } from './types';

/** One act's form: what is wrong, what is sent where, and what comes of it. */
export interface FormProps {
  details: MediationDetails;
  onDone: () => void;
}

export function useToday(): string {
  const { zone, now } = useSiteTime();
  return dateText(now(), zone);
}

function useMediationCommand(details: MediationDetails, path: Below<'/api/mediations/{id}'>, onDone: () => void, { check, body = () => ({}) }: CommandOptions = {}) {
  const client = useQueryClient();
  return useCommand({
    check,
    send: () => json<MediationDetails>(`/api/mediations/${details.mediation.id}/${path}`, { method: 'POST', body: body() }),
    done: (made) => {
      client.setQueryData(['mediation', made.mediation.id], made);
      void client.invalidateQueries({ queryKey: ['mediations'] });
      // Reading it is an entry of the log, so it is fetched again only where it changed and is in sight.
      void client.invalidateQueries({ queryKey: ['mediationContent', made.mediation.id] });
      toast(t('app.saved'));
      onDone();
    },
  });
}

const needed = (field: string, text: string): Mistake[] => (text.trim() ? [] : [{ field, message: t('mediation.needed', { field: tCode('mediation.field', field) }) }]);
const neededDay = (field: string, text: string): Mistake[] => (readDay(text) ? [] : [{ field, message: t('register.fDayWrong') }]);
const neededReason = (field: string, text: string): Mistake[] => ([...text.trim()].length < 10 ? [{ field, message: t('mediation.reasonShort') }] : []);

function ScopeForm({ details, onDone }: FormProps) {
  const [answers, setAnswers] = useState<Answers>({});
  const act = useMediationCommand(details, 'scope', onDone, {
    check: () => (answered(answers) ? [] : [{ field: 'answers', message: t('mediation.answerAll') }]),
    body: () => ({ answers: toBody(answers) }),
  });
  return (
    <CommandForm command={act}>
      <p className="hint">{t('mediation.scopeLead')}</p>
      <ScopeFields answers={answers} onChange={setAnswers} error={act.wrong('answers')} />
    </CommandForm>
  );
}

export function ReviewForm({ details, onDone }: FormProps) {
  const [answers, setAnswers] = useState<Answers>({});
  const [reason, setReason] = useState('');
  const act = useMediationCommand(details, 'review', onDone, {
    check: () => [...(answered(answers) ? [] : [{ field: 'answers', message: t('mediation.answerAll') }]), ...neededReason('reason', reason)],
    body: () => ({ answers: toBody(answers), reason: reason.trim() }),
  });
  return (
    <CommandForm command={act}>
      <p className="hint">{t('mediation.reviewHint')}</p>
      <ScopeFields answers={answers} onChange={setAnswers} error={act.wrong('answers')} />
      <TextArea id="reason" label={t('mediation.field.reason')} error={act.wrong('reason')} value={reason} onText={setReason} />
    </CommandForm>
  );
}

export function TakeBackForm({ details, onDone }: FormProps) {
  const [reason, setReason] = useState('');
  const act = useMediationCommand(details, 'withdrawal', onDone, { check: () => neededReason('reason', reason), body: () => ({ reason: reason.trim() }) });
  return (
    <CommandForm command={act}>
      <p className="hint">{t('mediation.takeBackHint')}</p>
      <TextArea id="reason" label={t('mediation.field.reason')} error={act.wrong('reason')} value={reason} onText={setReason} />
    </CommandForm>
  );
}

function useMediators(id: string) {
  return useQuery({ queryKey: ['mediation', id, 'mediators'], queryFn: async () => (await json<Page<MediatorChoice>>(`/api/mediations/${id}/mediators`)).items });
}

function MediatorOptions({ id, chosen, error, freeOnly, onChoose }: { id: string; chosen: string; error?: string | undefined; freeOnly: boolean; onChoose: (id: string) => void }) {
  const mediators = useMediators(id);
  if (mediators.isPending) return <Loading />;
  if (!mediators.data) return <Failure failure={mediators.error} />;
  return (
    <Radios
      id="mediatorId"
      label={t('mediation.field.mediatorId')}
      error={error}
      of={mediators.data}
      value={chosen}
      words={(each) => <Name>{each.name}</Name>}
      hintOf={(each) => [each.leader ? t('mediation.leader') : '', each.free ? '' : t('mediation.notFree')].filter(Boolean).join(' · ') || undefined}
      offOf={(each) => freeOnly && !each.free}
      onText={onChoose}
    />
  );
}

export function AssignForm({ details, onDone }: FormProps) {
  const [mediatorId, setMediatorId] = useState('');
  const [chosen, setChosen] = useState(false);
  const act = useMediationCommand(details, 'assignment', onDone, { check: () => needed('mediatorId', mediatorId), body: () => ({ mediatorId, chosen }) });
  return (
    <CommandForm command={act}>
      <p className="hint">{t('mediation.assignHint')}</p>
      <MediatorOptions id={details.mediation.id} chosen={mediatorId} error={act.wrong('mediatorId')} freeOnly onChoose={setMediatorId} />
      <Options label={t('mediation.fChosen')}>
        <Option type="checkbox" label={t('mediation.chosenByParties')} checked={chosen} onChange={(event) => setChosen(event.target.checked)} />
      </Options>
    </CommandForm>
  );
}

function AcceptForm({ details, onDone }: FormProps) {
  const [sure, setSure] = useState(false);
  const act = useMediationCommand(details, 'acceptance', onDone, { check: () => (sure ? [] : [{ field: 'noInterest', message: t('mediation.declareMissing') }]), body: () => ({ noInterest: true }) });
  return (
    <CommandForm command={act} label={t('mediation.act.ACCEPT')}>
      <p className="hint">{t('mediation.acceptHint')}</p>
      <Options id="noInterest" label={t('mediation.declaration')} error={act.wrong('noInterest')}>
        <Option type="checkbox" label={t('mediation.noInterest')} checked={sure} onChange={(event) => setSure(event.target.checked)} />
      </Options>
    </CommandForm>
  );
}

function ExcludeForm({ details, onDone }: FormProps) {
  const [mediatorId, setMediatorId] = useState('');
  const [cause, setCause] = useState<(typeof exclusions)[number]>('KIN');
  const [words, setWords] = useState('');
  const act = useMediationCommand(details, 'exclusions', onDone, {
    check: () => [...needed('mediatorId', mediatorId), ...needed('words', words)],
    body: () => ({ mediatorId, cause, words: words.trim() }),
  });
  return (
    <CommandForm command={act}>
      <p className="hint">{t('mediation.excludeHint')}</p>
      <MediatorOptions id={details.mediation.id} chosen={mediatorId} error={act.wrong('mediatorId')} freeOnly={false} onChoose={setMediatorId} />
      <Radios label={t('mediation.fCause')} of={exclusions} value={cause} words="mediation.cause" onText={setCause} />
      <TextArea id="words" label={t('mediation.field.words')} error={act.wrong('words')} rows={2} value={words} onText={setWords} />
    </CommandForm>
  );
}

function StartForm({ details, onDone }: FormProps) {
  const [on, setOn] = useState('');
  const act = useMediationCommand(details, 'start-day', onDone, { check: () => neededDay('on', on), body: () => ({ on: readDay(on) }) });
  return (
    <CommandForm command={act}>
      <p className="hint">{t('mediation.startHint')}</p>
      <TextField id="on" label={t('mediation.field.on')} hint={t('register.fOnHint')} error={act.wrong('on')} code autoComplete="off" value={on} onText={setOn} />
    </CommandForm>
  );
}

function SessionForm({ details, onDone }: FormProps) {
  const today = useToday();
  const [fields, set] = useFields({ on: today, place: '', present: '', words: '', lateReason: '' });
  const [openly, setOpenly] = useState<boolean | null>(null);
  const { startBy, startedOn } = details.mediation;
  const day = readDay(fields.on);
  const late = startedOn === null && startBy !== null && day !== null && day > startBy;
  const check = () => [
    ...neededDay('on', fields.on),
    ...needed('place', fields.place),
    ...(openly === null ? [{ field: 'openly', message: t('mediation.openlyMissing') }] : []),
    ...needed('present', fields.present),
    ...needed('words', fields.words),
    ...(late ? needed('lateReason', fields.lateReason) : []),
  ];
  const act = useMediationCommand(details, 'sessions', onDone, {
    check,
    body: () => ({ on: day, place: fields.place.trim(), openly, present: fields.present.trim(), words: fields.words.trim(), lateReason: fields.lateReason.trim() || null }),
  });
  const field = fieldsOf(fields, act.wrong, set);
  return (
    <CommandForm command={act}>
      <div className="form-row">
        <TextField {...field('on')} label={t('mediation.fSessionOn')} hint={t('register.fOnHint')} code autoComplete="off" />
        <TextField {...field('place')} label={t('mediation.field.place')} />
      </div>
      {(late || act.wrong('lateReason')) && <TextArea {...field('lateReason')} label={t('mediation.field.lateReason')} hint={t('mediation.lateHint')} rows={2} />}
      <Options id="openly" label={t('mediation.fOpenly')} hint={t('mediation.openlyHint')} error={act.wrong('openly')}>
        <Option type="radio" name="openly" label={t('mediation.openly.false')} checked={openly === false} onChange={() => setOpenly(false)} />
        <Option type="radio" name="openly" label={t('mediation.openly.true')} checked={openly === true} onChange={() => setOpenly(true)} />
      </Options>
      <TextArea {...field('present')} label={t('mediation.field.present')} rows={2} />
      <TextArea {...field('words')} label={t('mediation.fSessionWords')} rows={4} />
    </CommandForm>
  );
}

const written = ['matter', 'course', 'duties', 'manner'] as const;

/** The eight items of article 24.2 as a check list: a and b are known, h is by hand. */
function AgreementForm({ details, onDone }: FormProps) {
  const [fields, set] = useFields({ agreed: '', by: '', matter: '', course: '', duties: '', manner: '' });
  const [paper, setPaper] = useState(true);
  const area = (id: keyof typeof fields, item: string) => (
    <li data-item={item} data-done={fields[id].trim() !== ''}>
      <TextArea id={id} label={tCode('mediation.item', item)} error={act.wrong(id)} rows={3} value={fields[id]} onText={(text) => set({ [id]: text })} />
    </li>
  );
  const check = () => [
    ...(paper ? [...needed('matter', fields.matter), ...needed('course', fields.course)] : []),
    ...needed('agreed', fields.agreed),
    ...(paper ? [...needed('duties', fields.duties), ...needed('manner', fields.manner)] : []),
    ...neededDay('by', fields.by),
  ];
  const body = () => ({ agreed: fields.agreed.trim(), by: readDay(fields.by), written: paper, ...Object.fromEntries(written.map((each) => [each, paper ? fields[each].trim() : null])) });
  const act = useMediationCommand(details, 'agreement', onDone, { check, body });
  return (
    <CommandForm command={act}>
      <Options label={t('mediation.fPaper')}>
        <Option type="radio" name="paper" label={t('mediation.paperYes')} checked={paper} onChange={() => setPaper(true)} />
        <Option type="radio" name="paper" label={t('mediation.paperNo')} checked={!paper} onChange={() => setPaper(false)} />
      </Options>
      <ol className={css.agreementItems}>
        {paper && (
          <>
            <li data-item="a" data-done="true">
              {t('mediation.item.a')} <small>{t('mediation.itemKnown')}</small>
            </li>
            <li data-item="b" data-done="true">
              {t('mediation.item.b')} <small>{t('mediation.itemKnown')}</small>
            </li>
            {area('matter', 'c')}
            {area('course', 'd')}
          </>
        )}
        {area('agreed', 'dd')}
        {paper && area('duties', 'e')}
        {paper && area('manner', 'g')}
        <li>
          <TextField id="by" label={t('mediation.field.by')} hint={t('register.fOnHint')} error={act.wrong('by')} code autoComplete="off" value={fields.by} onText={(by) => set({ by })} />
        </li>
        {paper && (
          <li data-item="h">
            {t('mediation.item.h')} <small>{t('mediation.itemByHand')}</small>
          </li>
        )}
      </ol>
    </CommandForm>
  );
}

/** Ends without an agreement: the parties are shown the way to an authority, or it is handed over. */
export function EndForm({ details, onDone, path }: FormProps & { path: 'failure' | 'escalation' }) {
  const [authority, setAuthority] = useState('');
  const [reason, setReason] = useState('');
  const act = useMediationCommand(details, path, onDone, {
    check: () => [...needed('authority', authority), ...neededReason('reason', reason)],
    body: () => ({ authority: authority.trim(), reason: reason.trim() }),
  });
  return (
    <CommandForm command={act}>
      <p className="hint">{t(path === 'failure' ? 'mediation.failureHint' : 'mediation.escalationHint')}</p>
      <TextField id="authority" label={t('mediation.field.authority')} error={act.wrong('authority')} value={authority} onText={setAuthority} />
      <TextArea id="reason" label={t(path === 'failure' ? 'mediation.field.reason' : 'mediation.fHandover')} error={act.wrong('reason')} value={reason} onText={setReason} />
    </CommandForm>
  );
}

function StopForm({ details, onDone }: FormProps) {
  const [stoppedBy, setStoppedBy] = useState<(typeof stoppers)[number]>('ONE_PARTY');
  const [reason, setReason] = useState('');
  const act = useMediationCommand(details, 'stop', onDone, { check: () => neededReason('reason', reason), body: () => ({ stoppedBy, reason: reason.trim() }) });
  return (
    <CommandForm command={act}>
      <p className="hint">{t('mediation.stopHint')}</p>
      <Radios label={t('mediation.fStopper')} of={stoppers} value={stoppedBy} words="mediation.stopper" onText={setStoppedBy} />
      <TextArea id="reason" label={t('mediation.field.reason')} error={act.wrong('reason')} value={reason} onText={setReason} />
    </CommandForm>
  );
}

function FollowUpForm({ details, onDone }: FormProps) {
  const today = useToday();
  const [on, setOn] = useState(today);
  const [result, setResult] = useState<(typeof followUpResults)[number]>('URGED');
  const [words, setWords] = useState('');
  const act = useMediationCommand(details, 'follow-ups', onDone, { check: () => [...neededDay('on', on), ...needed('words', words)], body: () => ({ on: readDay(on), result, words: words.trim() }) });
  return (
    <CommandForm command={act}>
      <Radios label={t('mediation.fResult')} of={followUpResults} value={result} words="mediation.result" onText={setResult} />
      <TextField id="on" label={t('mediation.field.on')} hint={t('register.fOnHint')} error={act.wrong('on')} code autoComplete="off" value={on} onText={setOn} />
      <TextArea id="words" label={t('mediation.field.words')} error={act.wrong('words')} rows={3} value={words} onText={setWords} />
    </CommandForm>
  );
}

function CorrectForm({ details, onDone }: FormProps) {
  const [item, setItem] = useState<(typeof correctedItems)[number]>('ABOUT');
  const [words, setWords] = useState('');
  const act = useMediationCommand(details, 'corrections', onDone, { check: () => needed('words', words), body: () => ({ item, words: words.trim() }) });
  return (
    <CommandForm command={act}>
      <p className="hint">{t('mediation.correctHint')}</p>
      <Radios label={t('mediation.fItem')} of={correctedItems} value={item} words="mediation.corrected" onText={setItem} />
      <TextArea id="words" label={t('mediation.field.words')} error={act.wrong('words')} rows={3} value={words} onText={setWords} />
    </CommandForm>
  );
}

const forms: Record<MediationAction, (props: FormProps) => ReactNode> = {
  CHECK: ScopeForm,
  REVIEW: ReviewForm,
  TAKE_BACK: TakeBackForm,
  EXCLUDE: ExcludeForm,
  ASSIGN: AssignForm,
  ACCEPT: AcceptForm,
  AGREE_START: StartForm,
  HOLD: SessionForm,
  AGREE: AgreementForm,
  FAIL: (props) => <EndForm {...props} path="failure" />,
  ESCALATE: (props) => <EndForm {...props} path="escalation" />,
  STOP: StopForm,
  FOLLOW_UP: FollowUpForm,
  CORRECT: CorrectForm,
  PRINT: () => null,
};

/** The form of an act; printing has none. */
export function ActForm({ act, ...props }: FormProps & { act: MediationAction }) {
  const Form = forms[act];
  return <Form {...props} />;
}
