import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { json } from '../../api/client';
import { readDay } from '../../register/days';
import { asciiDigits } from '../../time/parse';
import { t } from '../../i18n/text';
import { ErrorSummary, type Mistake } from '../../ui/ErrorSummary';
import { Choose, Option, TextArea, TextField } from '../../ui/Field';
import { unnamed, useMistakes } from '../../ui/mistakes';
import { toast } from '../../ui/overlays';
import { Failure } from '../../ui/State';
import { SubmitButton } from '../../ui/SubmitButton';
import { newId } from './words';

/** One question of a form; its answer goes into the body under its name. */
export interface Question {
  name: string;
  label: string;
  hint?: string;
  kind: 'text' | 'code' | 'words' | 'day' | 'number' | 'choice' | 'yes';
  optional?: boolean;
  choices?: readonly (readonly [value: string, label: string])[];
  start?: string;
}

interface Props {
  path: string;
  questions: readonly Question[];
  /** Whether what is sent has an identifier of its own, so that it is there once however often it is sent. */
  once?: boolean;
  /** What is sent along with the answers. */
  fixed?: Record<string, unknown>;
  /** Another way from the answers to the body. */
  body?: (answers: Record<string, unknown>) => unknown;
  /** What was fetched under this is fetched anew. */
  stale: string;
  submit?: string;
  onDone: (made: unknown) => void;
  /** Told whatever is typed, where something else depends on it. */
  onAnswer?: (name: string, text: string) => void;
  children?: ReactNode;
}

/** A form of a few questions for one act: all that is wrong is named at once, and what was typed stays. */
export function ActForm({ path, questions, once = false, fixed = {}, body = (answers) => answers, stale, submit, onDone, onAnswer, children }: Props) {
  const client = useQueryClient();
  const [typed, setTyped] = useState<Record<string, string>>(() => Object.fromEntries(questions.map((each) => [each.name, each.start ?? ''])));
  const [id, setId] = useState(newId);
  const { summary, wrong, tell, tellNamed } = useMistakes();
  const save = useMutation({
    mutationFn: (answers: Record<string, unknown>) => json<unknown>(path, { method: 'POST', body: body({ ...(once ? { id } : {}), ...fixed, ...answers }) }),
    onSuccess: async (made) => {
      await client.invalidateQueries({ queryKey: [stale] });
      toast(t('app.saved'));
      setId(newId());
      onDone(made);
    },
    onError: (failure) => tellNamed(failure, (field) => field.replace(/\[.*$/, '')),
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const found: Mistake[] = [];
    const answers: Record<string, unknown> = {};
    for (const each of questions) {
      const text = (typed[each.name] ?? '').trim();
      if (each.kind === 'yes') answers[each.name] = text === 'yes';
      else if (text === '') {
        if (!each.optional) found.push({ field: each.name, message: t('work.missing', { what: each.label }) });
        answers[each.name] = null;
      } else if (each.kind === 'day') {
        answers[each.name] = readDay(text);
        if (answers[each.name] === null) found.push({ field: each.name, message: t('register.fDayWrong') });
      } else if (each.kind === 'number') {
        answers[each.name] = Number(asciiDigits(text).replace(',', '.'));
        if (!Number.isFinite(answers[each.name])) found.push({ field: each.name, message: t('work.noNumber') });
      } else answers[each.name] = text;
    }
    tell(found);
    if (found.length === 0) save.mutate(answers);
  };
  const failure = unnamed(save.error);
  const set = (name: string, value: string) => {
    setTyped((before) => ({ ...before, [name]: value }));
    onAnswer?.(name, value);
  };
  return (
    <form className="form" onSubmit={send} noValidate>
      <ErrorSummary {...summary} />
      {failure && <Failure failure={failure} />}
      {questions.map((each) => (
        <Asked key={each.name} question={each} value={typed[each.name] ?? ''} error={wrong(each.name)} onChange={(value) => set(each.name, value)} />
      ))}
      {children}
      <div className="form-end">
        <SubmitButton pending={save.isPending}>{submit}</SubmitButton>
      </div>
    </form>
  );
}

function Asked({ question, value, error, onChange }: { question: Question; value: string; error: string | undefined; onChange: (value: string) => void }) {
  const { name, label, kind, optional = false, choices = [] } = question;
  const shared = { id: name, label, error, optional, value, onChange: (event: { target: { value: string } }) => onChange(event.target.value) };
  const hint = question.hint ?? (kind === 'day' ? t('teams.fDayHint') : undefined);
  const told = hint === undefined ? shared : { ...shared, hint };
  switch (kind) {
    case 'words':
      return <TextArea rows={3} {...told} />;
    case 'choice':
      return (
        <Choose {...told}>
          <option value="">–</option>
          {choices.map(([code, words]) => (
            <option key={code} value={code}>
              {words}
            </option>
          ))}
        </Choose>
      );
    case 'yes':
      return <Option id={name} type="checkbox" label={label} checked={value === 'yes'} onChange={(event) => onChange(event.target.checked ? 'yes' : '')} />;
    case 'text':
      return <TextField {...told} />;
    case 'code':
    case 'day':
    case 'number':
      return <TextField code autoComplete="off" inputMode={kind === 'number' ? 'decimal' : 'text'} {...told} />;
  }
}

/** The paper of an act: number, day, who signed. */
export function paperQuestions(): Question[] {
  return [
    { name: 'number', label: t('teams.fNumber'), hint: t('teams.fNumberHint'), kind: 'code' },
    { name: 'on', label: t('teams.fOn'), kind: 'day' },
    { name: 'signer', label: t('teams.fSigner'), kind: 'text', optional: true },
  ];
}
