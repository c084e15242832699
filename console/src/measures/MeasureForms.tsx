import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type * as Api from '#api';
import { json } from '../api/client';
import { newId } from '../api/newId';
import type { Below, Page } from '../api/types';
import { t, tCode } from '../i18n/text';
import { dayText } from '../register/days';
import { dateText } from '../time/format';
import { useSiteTime } from '../time/site';
import { Option, Options } from '../ui/Field';
import { FieldsForm, type Question } from '../ui/FieldsForm';
import { Empty, Failure, Loading } from '../ui/State';
import { Name } from '../ui/text';
import { changeKinds, helperEnds, type MeasureAction, type MeasureChoice, type MeasureDetails, type MeasureHelper, type MeasureTask, refusals, taskKinds, taskResults } from './types';

/** One act's form. `version` is that of what was read. */
export interface FormProps {
  details: MeasureDetails;
  version: number;
  onDone: () => void;
}

const stale = 'measures';
/** Of acts after which it is closed to whoever did them: it is not asked for again. */
const closed = 'measureClosed';
const of = (prefix: string, codes: readonly string[]) => codes.map((each) => [each, tCode(prefix, each)] as const);
const path = (details: MeasureDetails, act: Below<'/api/measures/{id}', 'GET' | 'POST'>) => `/api/measures/${details.measure.id}/${act}`;

function useToday(): string {
  const { zone, now } = useSiteTime();
  return dateText(now(), zone);
}

function ConfirmForm({ details, version, onDone }: FormProps) {
  return (
    <FieldsForm path={path(details, 'confirmation')} stale={closed} questions={[]} fixed={{ version }} submit={t('measures.act.CONFIRM')} onDone={onDone}>
      <p>{t('measures.confirmHint')}</p>
    </FieldsForm>
  );
}

function RefuseForm({ details, version, onDone }: FormProps) {
  return (
    <FieldsForm
      path={path(details, 'refusal')}
      stale={closed}
      fixed={{ version }}
      questions={[{ name: 'cause', label: t('measures.refusal'), kind: 'choice', choices: refusals.map((each) => [each, tCode('measures.refusalOf', each)] as const) }]}
      submit={t('measures.act.REFUSE')}
      onDone={onDone}
    >
      <p className="hint">{t('measures.refuseHint')}</p>
    </FieldsForm>
  );
}

/** The keeper takes back a paper that waits for the chair. */
function WithdrawForm({ details, onDone }: FormProps) {
  return (
    <FieldsForm path={path(details, 'withdrawal')} stale={stale} questions={[]} submit={t('measures.act.WITHDRAW')} onDone={onDone}>
      <p>{t('measures.withdrawHint')}</p>
    </FieldsForm>
  );
}

function TaskForm({ details, onDone }: FormProps) {
  const [id] = useState(newId);
  const helpers = details.helpers.filter((each) => !each.ended);
  return (
    <FieldsForm
      path={path(details, 'tasks')}
      stale={stale}
      fixed={{ id }}
      questions={[
        { name: 'task', label: t('measures.taskLabel'), kind: 'choice', choices: of('measures.task', taskKinds) },
        { name: 'dueOn', label: t('measures.dueOn'), kind: 'day' },
        ...(helpers.length > 1
          ? [{ name: 'helperId', label: t('measures.whose'), hint: t('measures.whoseHint'), kind: 'choice', optional: true, choices: helpers.map((each) => [each.id, each.name] as const) } as const]
          : []),
      ]}
      onDone={onDone}
    >
      <p className="hint">{t('measures.taskHint')}</p>
    </FieldsForm>
  );
}

/** What came of a task, in a fixed word. */
export function TaskResultForm({ measure, task, onDone }: { measure: string; task: MeasureTask; onDone: () => void }) {
  const today = useToday();
  return (
    <FieldsForm
      path={`/api/measures/${measure}/tasks/${task.id}/result`}
      stale={stale}
      questions={[
        { name: 'result', label: `${tCode('measures.task', task.task)} · ${dayText(task.dueOn)}`, kind: 'choice', choices: of('measures.result', taskResults) },
        { name: 'on', label: t('measures.doneOn'), kind: 'day', start: today },
      ]}
      onDone={onDone}
    />
  );
}

function ChangeForm({ details, onDone }: FormProps) {
  const [change, setChange] = useState('');
  const today = useToday();
  const moves = change === 'SHORTENED' || change === 'ENDED_EARLY' || change === 'EXTENDED';
  const questions: Question[] = [
    { name: 'change', label: t('measures.changeLabel'), kind: 'choice', choices: of('measures.change', changeKinds) },
    { name: 'number', label: t('measures.number'), hint: t('measures.otherPaper'), kind: 'code' },
    { name: 'organ', label: t('measures.organ'), kind: 'text' },
    { name: 'on', label: t('measures.on'), kind: 'day', start: today },
    ...(moves ? [{ name: 'until', label: t('measures.newUntil'), kind: 'day' } as const] : []),
  ];
  return (
    <FieldsForm
      path={path(details, 'changes')}
      stale={stale}
      questions={questions}
      body={(answers) => ({ until: null, ...answers })}
      onAnswer={(name, text) => name === 'change' && setChange(text)}
      onDone={onDone}
    >
      {change === 'EXTENDED' && <p className="hint">{t('measures.extendHint', { day: details.longest ? dayText(details.longest) : '' })}</p>}
      {(change === 'SHORTENED' || change === 'ENDED_EARLY') && <p className="hint">{t('measures.shortenHint')}</p>}
    </FieldsForm>
  );
}

/** Somebody out of a list, as radio buttons. */
function Pick({ choices, chosen, onChoose }: { choices: MeasureChoice[]; chosen: string; onChoose: (id: string) => void }) {
  if (choices.length === 0) return <Empty icon="people" title={t('measures.nobody')} />;
  return (
    <Options label={t('measures.who')}>
      {choices.map((each) => {
        const id = each.personId ?? each.memberId ?? '';
        return (
          <Option
            key={id}
            type="radio"
            name="who"
            label={<Name>{each.name}</Name>}
            hint={each.personId === null ? t('measures.noAccount') : undefined}
            checked={chosen === id}
            onChange={() => onChoose(id)}
          />
        );
      })}
    </Options>
  );
}

type Choices = Api.MeasureMeasureChoices;

function useChoices(details: MeasureDetails) {
  const appoints = details.measure.part === 'APPOINTS';
  return useQuery({
    queryKey: ['measures', 'choices', details.measure.id],
    queryFn: async () => (appoints ? { keepers: (await json<Page<MeasureChoice>>(path(details, 'keepers'))).items, helpers: [] } : json<Choices>(path(details, 'choices'))),
  });
}

function AssignForm({ details, onDone }: FormProps) {
  const choices = useChoices(details);
  const [chosen, setChosen] = useState('');
  const [noKin, setNoKin] = useState(false);
  if (choices.isPending) return <Loading />;
  if (!choices.data) return <Failure failure={choices.error} />;
  const one = choices.data.helpers.find((each) => (each.personId ?? each.memberId) === chosen);
  return (
    <FieldsForm
      path={path(details, 'helpers')}
      stale={stale}
      questions={[]}
      body={() => ({ personId: one?.personId ?? null, memberId: one?.personId ? null : (one?.memberId ?? null), noKin })}
      submit={t('measures.act.ASSIGN')}
      onDone={onDone}
    >
      <p className="hint">{t('measures.assignHint')}</p>
      <Pick choices={choices.data.helpers} chosen={chosen} onChoose={setChosen} />
      <Option id="noKin" type="checkbox" label={t('measures.noKin')} checked={noKin} onChange={(event) => setNoKin(event.target.checked)} />
    </FieldsForm>
  );
}

function HandOverForm({ details, onDone }: FormProps) {
  const choices = useChoices(details);
  const [personId, setPersonId] = useState('');
  if (choices.isPending) return <Loading />;
  if (!choices.data) return <Failure failure={choices.error} />;
  return (
    <FieldsForm
      path={path(details, details.measure.part === 'APPOINTS' ? 'appointment' : 'keeper')}
      stale={closed}
      questions={[]}
      body={() => ({ personId: personId || null })}
      submit={t('measures.act.HAND_OVER')}
      onDone={onDone}
    >
      <p className="hint">{t('measures.handOverHint')}</p>
      <Pick choices={choices.data.keepers} chosen={personId} onChoose={setPersonId} />
    </FieldsForm>
  );
}

function StepAsideForm({ details, onDone }: FormProps) {
  return (
    <FieldsForm
      path={path(details, 'recusal')}
      stale={closed}
      questions={[{ name: 'cause', label: t('measures.cause'), kind: 'choice', choices: of('measures.helperEnd', helperEnds) }]}
      submit={t('measures.act.STEP_ASIDE')}
      onDone={onDone}
    >
      <p className="hint">{t('measures.stepAsideHint')}</p>
    </FieldsForm>
  );
}

/** The keeper ends that somebody helps: it is closed to them at once. */
export function EndHelperForm({ measure, helper, onDone }: { measure: string; helper: MeasureHelper; onDone: () => void }) {
  return (
    <FieldsForm
      path={`/api/measures/${measure}/helpers/${helper.id}/end`}
      stale={stale}
      questions={[{ name: 'cause', label: t('measures.cause'), kind: 'choice', choices: of('measures.helperEnd', helperEnds) }]}
      submit={t('measures.act.END_HELPER')}
      onDone={onDone}
    >
      <p>
        <Name>{helper.name}</Name>
      </p>
      <p className="hint">{t('measures.endHelperHint')}</p>
    </FieldsForm>
  );
}

/** The wish to open a sealed measure, by its number. */
export function OpeningForm({ code, onDone }: { code?: string; onDone: () => void }) {
  const questions: Question[] = [
    ...(code ? [] : [{ name: 'code', label: t('measures.code'), hint: t('measures.codeHint'), kind: 'code' } as const]),
    { name: 'reason', label: t('measures.reason'), hint: t('measures.reasonHint'), kind: 'words' },
  ];
  return (
    <FieldsForm path="/api/measure-openings" stale={stale} fixed={code ? { code } : {}} questions={questions} submit={t('measures.act.ASK_OPENING')} onDone={onDone}>
      <p className="hint">{t('measures.openingHint')}</p>
    </FieldsForm>
  );
}

const forms: Record<MeasureAction, (props: FormProps) => ReactNode> = {
  CONFIRM: ConfirmForm,
  REFUSE: RefuseForm,
  SET_TASK: TaskForm,
  ASSIGN: AssignForm,
  CHANGE: ChangeForm,
  WITHDRAW: WithdrawForm,
  HAND_OVER: HandOverForm,
  STEP_ASIDE: StepAsideForm,
  ASK_OPENING: ({ details, onDone }) => <OpeningForm code={details.measure.code} onDone={onDone} />,
  NOTE_TASK: () => null,
  END_HELPER: () => null,
};

/** The form of an act; tasks and helpers have theirs beside them. */
export function ActForm({ act, ...props }: FormProps & { act: MeasureAction }) {
  const Form = forms[act];
  return <Form {...props} />;
}
