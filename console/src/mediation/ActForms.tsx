import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { json } from '../api/client';
import type { Page } from '../api/types';
import { readDay } from '../register/days';
import { t, tCode } from '../i18n/text';
import { dateText } from '../time/format';
import { useSiteTime } from '../time/site';
import { ErrorSummary, type Mistake } from '../ui/ErrorSummary';
import { Option, Options, TextArea, TextField } from '../ui/Field';
import { unnamed, useMistakes } from '../ui/mistakes';
import { toast } from '../ui/overlays';
import { Failure, Loading } from '../ui/State';
import { SubmitButton } from '../ui/SubmitButton';
import { Name } from '../ui/text';
import { answered, ScopeFields, toBody, type Answers } from './ScopeFields';
import { correctedItems, exclusions, followUpResults, stoppers, type MediationAct, type MediationDetails, type MediatorChoice } from './types';

/** One act's form: what is wrong, what is sent where, and what comes of it. */
export interface FormProps {
  details: MediationDetails;
  onDone: () => void;
}

export function useToday(): string {
  const { zone, now } = useSiteTime();
  return dateText(now(), zone);
}

export function useAct(details: MediationDetails, path: string, onDone: () => void) {
  const client = useQueryClient();
  const mistakes = useMistakes();
  const save = useMutation({
    mutationFn: (body: unknown) => json<MediationDetails>(`/api/mediations/${details.mediation.id}/${path}`, { method: 'POST', body }),
    onSuccess: (made) => {
      client.setQueryData(['mediation', made.mediation.id], made);
      void client.invalidateQueries({ queryKey: ['mediations'] });
      // Reading it is an entry of the log, so it is fetched again only where it changed and is in sight.
      void client.invalidateQueries({ queryKey: ['mediationContent', made.mediation.id] });
      toast(t('app.saved'));
      onDone();
    },
    onError: (failure) => mistakes.tellNamed(failure),
  });
  return { save, ...mistakes };
}

type Act = ReturnType<typeof useAct>;

export function ActForm({ act, check, body, label, children }: { act: Act; check: () => Mistake[]; body: () => unknown; label?: string; children: ReactNode }) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = check();
    act.tell(found);
    if (found.length === 0) act.save.mutate(body());
  };
  const failure = unnamed(act.save.error);
  return (
    <form className="form" onSubmit={submit} noValidate>
      <ErrorSummary {...act.summary} />
      {failure && <Failure failure={failure} />}
      {children}
      <div className="form-end">
        <SubmitButton pending={act.save.isPending}>{(label ?? t('app.save'))}</SubmitButton>
      </div>
    </form>
  );
}

const needed = (field: string, text: string): Mistake[] => (text.trim() ? [] : [{ field, message: t('mediation.needed', { field: tCode('mediation.field', field) }) }]);
const neededDay = (field: string, text: string): Mistake[] => (readDay(text) ? [] : [{ field, message: t('register.fDayWrong') }]);
const neededReason = (field: string, text: string): Mistake[] => ([...text.trim()].length < 10 ? [{ field, message: t('mediation.reasonShort') }] : []);

export function ScopeForm({ details, onDone }: FormProps) {
  const act = useAct(details, 'scope', onDone);
  const [answers, setAnswers] = useState<Answers>({});
  return (
    <ActForm act={act} check={() => (answered(answers) ? [] : [{ field: 'answers', message: t('mediation.answerAll') }])} body={() => ({ answers: toBody(answers) })}>
      <p className="hint">{t('mediation.scopeLead')}</p>
      <ScopeFields answers={answers} onChange={setAnswers} error={act.wrong('answers')} />
    </ActForm>
  );
}

export function ReviewForm({ details, onDone }: FormProps) {
  const act = useAct(details, 'review', onDone);
  const [answers, setAnswers] = useState<Answers>({});
  const [reason, setReason] = useState('');
  return (
    <ActForm
      act={act}
      check={() => [...(answered(answers) ? [] : [{ field: 'answers', message: t('mediation.answerAll') }]), ...neededReason('reason', reason)]}
      body={() => ({ answers: toBody(answers), reason: reason.trim() })}
    >
      <p className="hint">{t('mediation.reviewHint')}</p>
      <ScopeFields answers={answers} onChange={setAnswers} error={act.wrong('answers')} />
      <TextArea id="reason" label={t('mediation.field.reason')} error={act.wrong('reason')} value={reason} onChange={(event) => setReason(event.target.value)} />
    </ActForm>
  );
}

export function TakeBackForm({ details, onDone }: FormProps) {
  const act = useAct(details, 'taking-back', onDone);
  const [reason, setReason] = useState('');
  return (
    <ActForm act={act} check={() => neededReason('reason', reason)} body={() => ({ reason: reason.trim() })}>
      <p className="hint">{t('mediation.takeBackHint')}</p>
      <TextArea id="reason" label={t('mediation.field.reason')} error={act.wrong('reason')} value={reason} onChange={(event) => setReason(event.target.value)} />
    </ActForm>
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
    <Options id="mediatorId" label={t('mediation.field.mediatorId')} error={error}>
      {mediators.data.map((each) => (
        <Option
          key={each.id}
          type="radio"
          name="mediatorId"
          disabled={freeOnly && !each.free}
          label={<Name>{each.name}</Name>}
          hint={[each.leader ? t('mediation.leader') : '', each.free ? '' : t('mediation.notFree')].filter(Boolean).join(' · ') || undefined}
          checked={chosen === each.id}
          onChange={() => onChoose(each.id)}
        />
      ))}
    </Options>
  );
}

export function AssignForm({ details, onDone }: FormProps) {
  const act = useAct(details, 'assignment', onDone);
  const [mediatorId, setMediatorId] = useState('');
  const [chosen, setChosen] = useState(false);
  return (
    <ActForm act={act} check={() => needed('mediatorId', mediatorId)} body={() => ({ mediatorId, chosen })}>
      <p className="hint">{t('mediation.assignHint')}</p>
      <MediatorOptions id={details.mediation.id} chosen={mediatorId} error={act.wrong('mediatorId')} freeOnly onChoose={setMediatorId} />
      <Options label={t('mediation.fChosen')}>
        <Option type="checkbox" label={t('mediation.chosenByParties')} checked={chosen} onChange={(event) => setChosen(event.target.checked)} />
      </Options>
    </ActForm>
  );
}

export function AcceptForm({ details, onDone }: FormProps) {
  const act = useAct(details, 'acceptance', onDone);
  const [sure, setSure] = useState(false);
  return (
    <ActForm act={act} check={() => (sure ? [] : [{ field: 'noInterest', message: t('mediation.declareMissing') }])} body={() => ({ noInterest: true })} label={t('mediation.act.ACCEPT')}>
      <p className="hint">{t('mediation.acceptHint')}</p>
      <Options id="noInterest" label={t('mediation.declaration')} error={act.wrong('noInterest')}>
        <Option type="checkbox" label={t('mediation.noInterest')} checked={sure} onChange={(event) => setSure(event.target.checked)} />
      </Options>
    </ActForm>
  );
}

export function ExcludeForm({ details, onDone }: FormProps) {
  const act = useAct(details, 'exclusions', onDone);
  const [mediatorId, setMediatorId] = useState('');
  const [cause, setCause] = useState<(typeof exclusions)[number]>('KIN');
  const [words, setWords] = useState('');
  return (
    <ActForm act={act} check={() => [...needed('mediatorId', mediatorId), ...needed('words', words)]} body={() => ({ mediatorId, cause, words: words.trim() })}>
      <p className="hint">{t('mediation.excludeHint')}</p>
      <MediatorOptions id={details.mediation.id} chosen={mediatorId} error={act.wrong('mediatorId')} freeOnly={false} onChoose={setMediatorId} />
      <Options label={t('mediation.fCause')}>
        {exclusions.map((each) => (
          <Option key={each} type="radio" name="cause" label={tCode('mediation.cause', each)} checked={cause === each} onChange={() => setCause(each)} />
        ))}
      </Options>
      <TextArea id="words" label={t('mediation.field.words')} error={act.wrong('words')} rows={2} value={words} onChange={(event) => setWords(event.target.value)} />
    </ActForm>
  );
}

export function StartForm({ details, onDone }: FormProps) {
  const act = useAct(details, 'start-day', onDone);
  const [on, setOn] = useState('');
  return (
    <ActForm act={act} check={() => neededDay('on', on)} body={() => ({ on: readDay(on) })}>
      <p className="hint">{t('mediation.startHint')}</p>
      <TextField id="on" label={t('mediation.field.on')} hint={t('register.fOnHint')} error={act.wrong('on')} code autoComplete="off" value={on} onChange={(event) => setOn(event.target.value)} />
    </ActForm>
  );
}

export function SessionForm({ details, onDone }: FormProps) {
  const act = useAct(details, 'sessions', onDone);
  const today = useToday();
  const [fields, setFields] = useState({ on: today, place: '', present: '', words: '', lateReason: '' });
  const [openly, setOpenly] = useState<boolean | null>(null);
  const set = (changes: Partial<typeof fields>) => setFields({ ...fields, ...changes });
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
  return (
    <ActForm act={act} check={check} body={() => ({ on: day, place: fields.place.trim(), openly, present: fields.present.trim(), words: fields.words.trim(), lateReason: fields.lateReason.trim() || null })}>
      <div className="form-row">
        <TextField id="on" label={t('mediation.fSessionOn')} hint={t('register.fOnHint')} error={act.wrong('on')} code autoComplete="off" value={fields.on} onChange={(event) => set({ on: event.target.value })} />
        <TextField id="place" label={t('mediation.field.place')} error={act.wrong('place')} value={fields.place} onChange={(event) => set({ place: event.target.value })} />
      </div>
      {(late || act.wrong('lateReason')) && <TextArea id="lateReason" label={t('mediation.field.lateReason')} hint={t('mediation.lateHint')} error={act.wrong('lateReason')} rows={2} value={fields.lateReason} onChange={(event) => set({ lateReason: event.target.value })} />}
      <Options id="openly" label={t('mediation.fOpenly')} hint={t('mediation.openlyHint')} error={act.wrong('openly')}>
        <Option type="radio" name="openly" label={t('mediation.openly.false')} checked={openly === false} onChange={() => setOpenly(false)} />
        <Option type="radio" name="openly" label={t('mediation.openly.true')} checked={openly === true} onChange={() => setOpenly(true)} />
      </Options>
      <TextArea id="present" label={t('mediation.field.present')} error={act.wrong('present')} rows={2} value={fields.present} onChange={(event) => set({ present: event.target.value })} />
      <TextArea id="words" label={t('mediation.fSessionWords')} error={act.wrong('words')} rows={4} value={fields.words} onChange={(event) => set({ words: event.target.value })} />
    </ActForm>
  );
}

const written = ['matter', 'course', 'duties', 'manner'] as const;

/** The eight items of article 24.2 as a check list: a and b are known, h is by hand. */
export function AgreementForm({ details, onDone }: FormProps) {
  const act = useAct(details, 'agreement', onDone);
  const [fields, setFields] = useState({ agreed: '', by: '', matter: '', course: '', duties: '', manner: '' });
  const [paper, setPaper] = useState(true);
  const set = (changes: Partial<typeof fields>) => setFields({ ...fields, ...changes });
  const area = (id: keyof typeof fields, item: string) => (
    <li data-item={item} data-done={fields[id].trim() !== ''}>
      <TextArea id={id} label={tCode('mediation.item', item)} error={act.wrong(id)} rows={3} value={fields[id]} onChange={(event) => set({ [id]: event.target.value })} />
    </li>
  );
  const check = () => [
    ...(paper ? [...needed('matter', fields.matter), ...needed('course', fields.course)] : []),
    ...needed('agreed', fields.agreed),
    ...(paper ? [...needed('duties', fields.duties), ...needed('manner', fields.manner)] : []),
    ...neededDay('by', fields.by),
  ];
  const body = () => ({ agreed: fields.agreed.trim(), by: readDay(fields.by), written: paper, ...Object.fromEntries(written.map((each) => [each, paper ? fields[each].trim() : null])) });
  return (
    <ActForm act={act} check={check} body={body}>
      <Options label={t('mediation.fPaper')}>
        <Option type="radio" name="paper" label={t('mediation.paperYes')} checked={paper} onChange={() => setPaper(true)} />
        <Option type="radio" name="paper" label={t('mediation.paperNo')} checked={!paper} onChange={() => setPaper(false)} />
      </Options>
      <ol className="agreement-items">
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
          <TextField id="by" label={t('mediation.field.by')} hint={t('register.fOnHint')} error={act.wrong('by')} code autoComplete="off" value={fields.by} onChange={(event) => set({ by: event.target.value })} />
        </li>
        {paper && (
          <li data-item="h">
            {t('mediation.item.h')} <small>{t('mediation.itemByHand')}</small>
          </li>
        )}
      </ol>
    </ActForm>
  );
}

/** Ends without an agreement: the parties are shown the way to an authority, or it is handed over. */
export function EndForm({ details, onDone, path }: FormProps & { path: 'failure' | 'escalation' }) {
  const act = useAct(details, path, onDone);
  const [authority, setAuthority] = useState('');
  const [reason, setReason] = useState('');
  return (
    <ActForm act={act} check={() => [...needed('authority', authority), ...neededReason('reason', reason)]} body={() => ({ authority: authority.trim(), reason: reason.trim() })}>
      <p className="hint">{t(path === 'failure' ? 'mediation.failureHint' : 'mediation.escalationHint')}</p>
      <TextField id="authority" label={t('mediation.field.authority')} error={act.wrong('authority')} value={authority} onChange={(event) => setAuthority(event.target.value)} />
      <TextArea id="reason" label={t(path === 'failure' ? 'mediation.field.reason' : 'mediation.fHandover')} error={act.wrong('reason')} value={reason} onChange={(event) => setReason(event.target.value)} />
    </ActForm>
  );
}

export function StopForm({ details, onDone }: FormProps) {
  const act = useAct(details, 'stop', onDone);
  const [stoppedBy, setStoppedBy] = useState<(typeof stoppers)[number]>('ONE_PARTY');
  const [reason, setReason] = useState('');
  return (
    <ActForm act={act} check={() => neededReason('reason', reason)} body={() => ({ stoppedBy, reason: reason.trim() })}>
      <p className="hint">{t('mediation.stopHint')}</p>
      <Options label={t('mediation.fStopper')}>
        {stoppers.map((each) => (
          <Option key={each} type="radio" name="stoppedBy" label={tCode('mediation.stopper', each)} checked={stoppedBy === each} onChange={() => setStoppedBy(each)} />
        ))}
      </Options>
      <TextArea id="reason" label={t('mediation.field.reason')} error={act.wrong('reason')} value={reason} onChange={(event) => setReason(event.target.value)} />
    </ActForm>
  );
}

export function FollowUpForm({ details, onDone }: FormProps) {
  const act = useAct(details, 'follow-ups', onDone);
  const today = useToday();
  const [on, setOn] = useState(today);
  const [result, setResult] = useState<(typeof followUpResults)[number]>('URGED');
  const [words, setWords] = useState('');
  return (
    <ActForm act={act} check={() => [...neededDay('on', on), ...needed('words', words)]} body={() => ({ on: readDay(on), result, words: words.trim() })}>
      <Options label={t('mediation.fResult')}>
        {followUpResults.map((each) => (
          <Option key={each} type="radio" name="result" label={tCode('mediation.result', each)} checked={result === each} onChange={() => setResult(each)} />
        ))}
      </Options>
      <TextField id="on" label={t('mediation.field.on')} hint={t('register.fOnHint')} error={act.wrong('on')} code autoComplete="off" value={on} onChange={(event) => setOn(event.target.value)} />
      <TextArea id="words" label={t('mediation.field.words')} error={act.wrong('words')} rows={3} value={words} onChange={(event) => setWords(event.target.value)} />
    </ActForm>
  );
}

export function CorrectForm({ details, onDone }: FormProps) {
  const act = useAct(details, 'corrections', onDone);
  const [item, setItem] = useState<(typeof correctedItems)[number]>('ABOUT');
  const [words, setWords] = useState('');
  return (
    <ActForm act={act} check={() => needed('words', words)} body={() => ({ item, words: words.trim() })}>
      <p className="hint">{t('mediation.correctHint')}</p>
      <Options label={t('mediation.fItem')}>
        {correctedItems.map((each) => (
          <Option key={each} type="radio" name="item" label={tCode('mediation.corrected', each)} checked={item === each} onChange={() => setItem(each)} />
        ))}
      </Options>
      <TextArea id="words" label={t('mediation.field.words')} error={act.wrong('words')} rows={3} value={words} onChange={(event) => setWords(event.target.value)} />
    </ActForm>
  );
}

/** Each act's form; printing has none. */
export function formOf(act: MediationAct, props: FormProps): ReactNode {
  switch (act) {
    case 'CHECK':
      return <ScopeForm {...props} />;
    case 'REVIEW':
      return <ReviewForm {...props} />;
    case 'TAKE_BACK':
      return <TakeBackForm {...props} />;
    case 'EXCLUDE':
      return <ExcludeForm {...props} />;
    case 'ASSIGN':
      return <AssignForm {...props} />;
    case 'ACCEPT':
      return <AcceptForm {...props} />;
    case 'AGREE_START':
      return <StartForm {...props} />;
    case 'HOLD':
      return <SessionForm {...props} />;
    case 'AGREE':
      return <AgreementForm {...props} />;
    case 'FAIL':
      return <EndForm {...props} path="failure" />;
    case 'ESCALATE':
      return <EndForm {...props} path="escalation" />;
    case 'STOP':
      return <StopForm {...props} />;
    case 'FOLLOW_UP':
      return <FollowUpForm {...props} />;
    case 'CORRECT':
      return <CorrectForm {...props} />;
    case 'PRINT':
      return null;
  }
}
