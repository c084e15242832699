import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { json } from '../api/client';
import type { Below } from '../api/types';
import { AreaField } from '../areas/AreaField';
import { t, tCode } from '../i18n/text';
import { type Answers, answered, ScopeFields, toBody } from '../mediation/ScopeFields';
import { disputeKinds } from '../mediation/types';
import { Moment, useSiteTime } from '../time/site';
import { isoInstant } from '../time/zone';
import { CommandForm } from '../ui/CommandForm';
import type { Mistake } from '../ui/ErrorSummary';
import { Choose, fieldsOf, Option, Options, Radios, TextArea, TextField, useFields } from '../ui/Field';
import { MomentField, readMoment } from '../ui/MomentField';
import { Failure, Loading, Notice } from '../ui/State';
import { Code, numberText } from '../ui/text';
import { useKinds, useSituationCommand } from './queries';
import { ReceiveForm } from './Receive';
import type { SituationAction, SituationCandidates, SituationDetails } from './types';

/** One act's form: what is wrong, what is sent where, and what comes of it. */
interface FormProps {
  details: SituationDetails;
  onDone: () => void;
}

const shortest = 10;

export const needed = (field: string, text: string): Mistake[] => (text.trim() ? [] : [{ field, message: t('situations.needed', { field: tCode('situations.field', field) }) }]);
const neededWords = (field: string, text: string): Mistake[] => ([...text.trim()].length < shortest ? [{ field, message: t('situations.wordsShort') }] : []);

function AcknowledgeForm({ details, onDone }: FormProps) {
  return <ReceiveForm id={details.situation.id} onDone={onDone} />;
}

function LookForm({ details, onDone }: FormProps) {
  const act = useSituationCommand(details.situation.id, 'look', onDone);
  return (
    <CommandForm command={act} label={t('situations.act.LOOK')}>
      <p>{t('situations.lookHint')}</p>
    </CommandForm>
  );
}

function ClassifyForm({ details, onDone }: FormProps) {
  const { situation } = details;
  const kinds = useKinds();
  const [kind, setKind] = useState(situation.kind);
  const [danger, setDanger] = useState(situation.danger);
  const [injured, setInjured] = useState(situation.injured);
  const [reason, setReason] = useState('');
  const act = useSituationCommand(situation.id, 'classification', onDone, { check: () => neededWords('reason', reason), body: () => ({ kind, danger, injured, reason: reason.trim() }) });
  return (
    <CommandForm command={act}>
      <Choose id="kind" label={t('situations.fKind')} error={act.wrong('kind')} of={kinds.data?.map((each) => each.code) ?? [situation.kind]} words="situations.kind" value={kind} onText={setKind} />
      <Options label={t('situations.fAlarm')} hint={t('situations.classifyHint')}>
        <Option type="checkbox" label={t('situations.danger')} checked={danger} onChange={(event) => setDanger(event.target.checked)} />
        <Option type="checkbox" label={t('situations.injured')} checked={injured} onChange={(event) => setInjured(event.target.checked)} />
      </Options>
      <TextArea id="reason" label={t('situations.field.reason')} error={act.wrong('reason')} rows={3} value={reason} onText={setReason} />
    </CommandForm>
  );
}

/** When what is written of happened: what is noted long after it is marked so. */
function useOccurred() {
  const time = useSiteTime();
  const [text, setText] = useState('');
  const at = readMoment(text, time);
  return {
    value: at === null ? null : isoInstant(at),
    check: (): Mistake[] => (text.trim() && at === null ? [{ field: 'occurredAt', message: t('situations.momentWrong') }] : []),
    field: (error: string | undefined) => (
      <MomentField id="occurredAt" label={t('situations.field.occurredAt')} hint={t('situations.occurredHint')} error={error} optional value={text} onText={setText} />
    ),
  };
}

function WriteForm({ details, onDone }: FormProps) {
  const occurred = useOccurred();
  const [words, setWords] = useState('');
  const act = useSituationCommand(details.situation.id, 'written-report', onDone, {
    check: () => [...occurred.check(), ...neededWords('words', words)],
    body: () => ({ occurredAt: occurred.value, words: words.trim() }),
  });
  return (
    <CommandForm command={act}>
      <p className="hint">{t('situations.writeHint')}</p>
      {occurred.field(act.wrong('occurredAt'))}
      <TextArea id="words" label={t('situations.field.report')} error={act.wrong('words')} rows={6} value={words} onText={setWords} />
    </CommandForm>
  );
}

function ReferForm({ details, onDone }: FormProps) {
  const [to, setTo] = useState<'POLICE' | 'OTHER'>('POLICE');
  const [authority, setAuthority] = useState('');
  const [words, setWords] = useState('');
  const act = useSituationCommand(details.situation.id, 'referral', onDone, {
    check: () => [...needed('authority', authority), ...neededWords('words', words)],
    body: () => ({ to, authority: authority.trim(), words: words.trim() }),
  });
  return (
    <CommandForm command={act}>
      <Options label={t('situations.fTo')}>
        <Option type="radio" name="to" label={t('situations.to.POLICE')} checked={to === 'POLICE'} onChange={() => setTo('POLICE')} />
        <Option type="radio" name="to" label={t('situations.to.OTHER')} checked={to === 'OTHER'} onChange={() => setTo('OTHER')} />
      </Options>
      <TextField id="authority" label={t('situations.field.authority')} hint={t('situations.authorityHint')} error={act.wrong('authority')} value={authority} onText={setAuthority} />
      <TextArea id="words" label={t('situations.field.handover')} error={act.wrong('words')} rows={4} value={words} onText={setWords} />
    </CommandForm>
  );
}

const noParty = { name: '', address: '', phone: '' };

function MediateForm({ details, onDone }: FormProps) {
  const { situation } = details;
  const [answers, setAnswers] = useState<Answers>({});
  const [fields, set] = useFields({ villageId: situation.villageId ?? '', kind: 'NEIGHBOURS', about: '', words: '' });
  const [parties, setParties] = useState([noParty, noParty]);
  const setParty = (at: number, changes: Partial<typeof noParty>) => setParties(parties.map((each, index) => (index === at ? { ...each, ...changes } : each)));
  const check = (): Mistake[] => [
    ...(answered(answers) ? [] : [{ field: 'answers', message: t('mediation.answerAll') }]),
    ...needed('villageId', fields.villageId),
    ...parties.flatMap((each, at) => [
      ...(each.name.trim() ? [] : [{ field: `party-name-${at}`, message: t('mediation.partyNameMissing', { number: at + 1 }) }]),
      ...(each.address.trim() ? [] : [{ field: `party-address-${at}`, message: t('mediation.partyAddressMissing', { number: at + 1 }) }]),
    ]),
    ...needed('about', fields.about),
    ...neededWords('words', fields.words),
  ];
  const body = () => ({
    villageId: fields.villageId,
    kind: fields.kind,
    answers: toBody(answers),
    parties: parties.map((each) => ({ name: each.name.trim(), address: each.address.trim(), phone: each.phone.trim() || null })),
    about: fields.about.trim(),
    words: fields.words.trim(),
  });
  const act = useSituationCommand(situation.id, 'mediation', onDone, { check, body });
  const field = fieldsOf(fields, act.wrong, set);
  const partyField = (party: typeof noParty, at: number) => fieldsOf(party, act.wrong, (changes) => setParty(at, changes), `party-*-${at}`);
  return (
    <CommandForm command={act} label={t('situations.act.MEDIATE')}>
      <p className="hint">{t('situations.mediateHint')}</p>
      <ScopeFields answers={answers} onChange={setAnswers} error={act.wrong('answers')} />
      <AreaField {...field('villageId')} label={t('situations.field.villageId')} />
      <Choose id="disputeKind" label={t('mediation.fKind')} of={disputeKinds} words="mediation.kind" value={fields.kind} onText={(kind) => set({ kind })} />
      {parties.map((party, at) => (
        <fieldset className="form-group" key={at}>
          <legend>{t('mediation.party', { number: at + 1 })}</legend>
          <TextField {...partyField(party, at)('name')} label={t('mediation.fName')} autoComplete="off" />
          <TextField {...partyField(party, at)('address')} label={t('mediation.fAddress')} autoComplete="off" />
        </fieldset>
      ))}
      <TextArea {...field('about')} label={t('situations.field.about')} rows={3} />
      <TextArea {...field('words')} label={t('situations.field.words')} rows={2} />
    </CommandForm>
  );
}

function ResolveForm({ details, onDone }: FormProps) {
  const occurred = useOccurred();
  const [founded, setFounded] = useState<boolean | null>(null);
  const [words, setWords] = useState('');
  const check = () => [...(founded === null ? [{ field: 'founded', message: t('situations.foundedMissing') }] : []), ...occurred.check(), ...neededWords('words', words)];
  const act = useSituationCommand(details.situation.id, 'resolution', onDone, { check, body: () => ({ founded, occurredAt: occurred.value, words: words.trim() }) });
  return (
    <CommandForm command={act}>
      <Options id="founded" label={t('situations.fFounded')} error={act.wrong('founded')}>
        <Option type="radio" name="founded" label={t('situations.state.RESOLVED_ON_SITE')} checked={founded === true} onChange={() => setFounded(true)} />
        <Option type="radio" name="founded" label={t('situations.state.NOT_FOUNDED')} checked={founded === false} onChange={() => setFounded(false)} />
      </Options>
      {occurred.field(act.wrong('occurredAt'))}
      <TextArea id="words" label={t('situations.field.words')} error={act.wrong('words')} rows={4} value={words} onText={setWords} />
    </CommandForm>
  );
}

/** An act that wants its reason and nothing else. */
function ReasonForm({ details, onDone, path, hint, label }: FormProps & { path: Below<'/api/situations/{id}'>; hint: string; label?: string }) {
  const [reason, setReason] = useState('');
  const act = useSituationCommand(details.situation.id, path, onDone, { check: () => neededWords('reason', reason), body: () => ({ reason: reason.trim() }) });
  return (
    <CommandForm command={act}>
      <p className="hint">{hint}</p>
      <TextArea id="reason" label={label ?? t('situations.field.reason')} error={act.wrong('reason')} rows={4} value={reason} onText={setReason} />
    </CommandForm>
  );
}

function RetractionForm({ details, onDone }: FormProps) {
  const [accepted, setAccepted] = useState<boolean | null>(null);
  const [reason, setReason] = useState('');
  const check = () => [...(accepted === null ? [{ field: 'accepted', message: t('situations.acceptedMissing') }] : []), ...neededWords('reason', reason)];
  const act = useSituationCommand(details.situation.id, 'retraction-decision', onDone, { check, body: () => ({ accepted, reason: reason.trim() }) });
  return (
    <CommandForm command={act}>
      <p className="hint">{t('situations.retractionHint')}</p>
      <Options id="accepted" label={t('situations.fAccepted')} error={act.wrong('accepted')}>
        <Option type="radio" name="accepted" label={t('situations.accepted.true')} checked={accepted === true} onChange={() => setAccepted(true)} />
        <Option type="radio" name="accepted" label={t('situations.accepted.false')} checked={accepted === false} onChange={() => setAccepted(false)} />
      </Options>
      <TextArea id="reason" label={t('situations.field.reason')} error={act.wrong('reason')} rows={3} value={reason} onText={setReason} />
    </CommandForm>
  );
}

export function VersionForm({ details, onDone, version }: FormProps & { version: number }) {
  const [taken, setTaken] = useState<boolean | null>(null);
  const [reason, setReason] = useState('');
  const check = () => [...(taken === null ? [{ field: 'taken', message: t('situations.takenMissing') }] : []), ...neededWords('reason', reason)];
  const act = useSituationCommand(details.situation.id, 'version-decision', onDone, { check, body: () => ({ number: version, taken, reason: reason.trim() }) });
  return (
    <CommandForm command={act}>
      <p className="hint">{t('situations.versionHint')}</p>
      <Options id="taken" label={t('situations.version', { number: version })} error={act.wrong('taken')}>
        <Option type="radio" name="taken" label={t('situations.taken.true')} checked={taken === true} onChange={() => setTaken(true)} />
        <Option type="radio" name="taken" label={t('situations.taken.false')} checked={taken === false} onChange={() => setTaken(false)} />
      </Options>
      <TextArea id="reason" label={t('situations.field.reason')} error={act.wrong('reason')} rows={3} value={reason} onText={setReason} />
    </CommandForm>
  );
}

function NoteForm({ details, onDone }: FormProps) {
  const occurred = useOccurred();
  const [correction, setCorrection] = useState(false);
  const [words, setWords] = useState('');
  const act = useSituationCommand(details.situation.id, 'notes', onDone, {
    check: () => [...occurred.check(), ...needed('words', words)],
    body: () => ({ correction, occurredAt: occurred.value, words: words.trim() }),
  });
  return (
    <CommandForm command={act}>
      <Options label={t('situations.fNote')}>
        <Option type="radio" name="correction" label={t('situations.note.NOTE')} checked={!correction} onChange={() => setCorrection(false)} />
        <Option type="radio" name="correction" label={t('situations.note.CORRECTION')} hint={t('situations.correctionHint')} checked={correction} onChange={() => setCorrection(true)} />
      </Options>
      {occurred.field(act.wrong('occurredAt'))}
      <TextArea id="words" label={t('situations.field.words')} error={act.wrong('words')} rows={4} value={words} onText={setWords} />
    </CommandForm>
  );
}

/** A question to who reported: whoever has the follow-up code reads it. */
function AskForm({ details, onDone }: FormProps) {
  // One for the same words: sent again it is sent once, and other words are another question.
  const ids = useRef(new Map<string, string>());
  const [words, setWords] = useState('');
  const idOf = (text: string) => {
    const id = ids.current.get(text) ?? crypto.randomUUID();
    ids.current.set(text, id);
    return id;
  };
  const act = useSituationCommand(details.situation.id, 'questions', onDone, { check: () => neededWords('words', words), body: () => ({ id: idOf(words.trim()), words: words.trim() }) });
  return (
    <CommandForm command={act} label={t('situations.act.ASK')}>
      <Notice tone="warn" title={t('situations.askWarn')}>
        <p>{t('situations.askHint')}</p>
      </Notice>
      <TextArea id="words" label={t('situations.field.question')} error={act.wrong('words')} rows={4} maxLength={1000} value={words} onText={setWords} />
    </CommandForm>
  );
}

function MergeForm({ details, onDone }: FormProps) {
  const { situation } = details;
  const [intoId, setIntoId] = useState('');
  const [reason, setReason] = useState('');
  const found = useQuery({ queryKey: ['situation', situation.id, 'duplicates'], queryFn: () => json<SituationCandidates>(`/api/situations/${situation.id}/duplicates`), staleTime: Infinity });
  const act = useSituationCommand(situation.id, 'merge', onDone, { check: () => [...needed('intoId', intoId), ...neededWords('reason', reason)], body: () => ({ intoId, reason: reason.trim() }) });
  if (found.isPending) return <Loading />;
  if (!found.data) return <Failure failure={found.error} />;
  if (found.data.items.length === 0) return <p>{t('situations.noCandidates')}</p>;
  return (
    <CommandForm command={act}>
      <p className="hint">{t('situations.mergeHint')}</p>
      {found.data.more && <Notice tone="warn" title={t('situations.candidatesMore')} />}
      <Options id="intoId" label={t('situations.field.intoId')} error={act.wrong('intoId')}>
        {found.data.items.map(({ situation: each, metres }) => (
          <Option
            key={each.id}
            type="radio"
            name="intoId"
            label={
              <>
                <Code>{each.code}</Code> · <Moment at={each.receivedAt} />
              </>
            }
            hint={[tCode('situations.state', each.state), metres === null ? t('situations.distanceUnknown') : t('situations.distance', { metres: numberText(metres) })].join(' · ')}
            checked={intoId === each.id}
            onChange={() => setIntoId(each.id)}
          />
        ))}
      </Options>
      <TextArea id="reason" label={t('situations.field.reason')} error={act.wrong('reason')} rows={3} value={reason} onText={setReason} />
    </CommandForm>
  );
}

function SeparateForm({ details, onDone }: FormProps) {
  const [id, setId] = useState(details.merged[0]?.id ?? '');
  const [reason, setReason] = useState('');
  const act = useSituationCommand(id, 'separation', onDone, { check: () => neededWords('reason', reason), body: () => ({ reason: reason.trim() }) });
  return (
    <CommandForm command={act}>
      <Radios label={t('situations.fMerged')} of={details.merged} value={id} words={(each) => <Code>{each.code}</Code>} onText={setId} />
      <TextArea id="reason" label={t('situations.field.reason')} error={act.wrong('reason')} rows={3} value={reason} onText={setReason} />
    </CommandForm>
  );
}

const forms: Record<SituationAction, (props: FormProps) => ReactNode> = {
  ACKNOWLEDGE: AcknowledgeForm,
  ASK: AskForm,
  LOOK: LookForm,
  CLASSIFY: ClassifyForm,
  WRITE: WriteForm,
  REFER: ReferForm,
  MEDIATE: MediateForm,
  RESOLVE: ResolveForm,
  CLOSE: (props) => (
    <ReasonForm
      {...props}
      path="closure"
      hint={t(['RESIDENT', 'ANONYMOUS', 'OPEN311'].includes(props.details.situation.channel) ? 'situations.closeHintCode' : 'situations.closeHint')}
      label={t('situations.field.answer')}
    />
  ),
  REOPEN: (props) => <ReasonForm {...props} path="reopening" hint={t('situations.reopenHint')} />,
  STEP_ASIDE: (props) => <ReasonForm {...props} path="recusal" hint={t('situations.asideHint')} />,
  DECIDE_RETRACTION: RetractionForm,
  NOTE: NoteForm,
  MERGE: MergeForm,
  SEPARATE: SeparateForm,
};

/** The form of an act. */
export function ActForm({ act, ...props }: FormProps & { act: SituationAction }) {
  const Form = forms[act];
  return <Form {...props} />;
}
