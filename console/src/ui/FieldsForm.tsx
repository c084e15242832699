import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { json } from '../api/client';
import { newId } from '../api/newId';
import { t } from '../i18n/text';
import { readDay } from '../register/days';
import { asciiDigits } from '../time/parse';
import { CommandForm, useCommand } from './CommandForm';
import type { Mistake } from './ErrorSummary';
import { Choose, Option, TextArea, TextField } from './Field';
import { toast } from './overlays';

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

/** A command whose form is a list of questions. */
export function FieldsForm({ path, questions, once = false, fixed = {}, body = (answers) => answers, stale, submit, onDone, onAnswer, children }: Props) {
  const client = useQueryClient();
  const [typed, setTyped] = useState<Record<string, string>>(() => Object.fromEntries(questions.map((each) => [each.name, each.start ?? ''])));
  const [id, setId] = useState(newId);
  const said = questions.map((each) => ({ each, ...read(each, (typed[each.name] ?? '').trim()) }));
  const command = useCommand({
    check: () => said.flatMap(({ each, wrong }) => (wrong ? [{ field: each.name, message: wrong } satisfies Mistake] : [])),
    send: () => json<unknown>(path, { method: 'POST', body: body({ ...(once ? { id } : {}), ...fixed, ...Object.fromEntries(said.map(({ each, answer }) => [each.name, answer])) }) }),
    done: async (made) => {
      await client.invalidateQueries({ queryKey: [stale] });
      toast(t('app.saved'));
      setId(newId());
      onDone(made);
    },
    idOf: (field) => field.replace(/\[.*$/, ''),
  });
  const set = (name: string, value: string) => {
    setTyped((before) => ({ ...before, [name]: value }));
    onAnswer?.(name, value);
  };
  return (
    <CommandForm command={command} label={submit}>
      {questions.map((each) => (
        <Asked key={each.name} question={each} value={typed[each.name] ?? ''} error={command.wrong(each.name)} onChange={(value) => set(each.name, value)} />
      ))}
      {children}
    </CommandForm>
  );
}

/** What was typed as the server takes it, or what is wrong with it. */
function read({ kind, label, optional }: Question, text: string): { answer: unknown; wrong?: string } {
  if (kind === 'yes') return { answer: text === 'yes' };
  if (text === '') return optional ? { answer: null } : { answer: null, wrong: t('work.missing', { what: label }) };
  if (kind === 'day') {
    const day = readDay(text);
    return day === null ? { answer: null, wrong: t('register.fDayWrong') } : { answer: day };
  }
  if (kind === 'number') {
    const number = Number(asciiDigits(text).replace(',', '.'));
    return Number.isFinite(number) ? { answer: number } : { answer: null, wrong: t('work.noNumber') };
  }
  return { answer: text };
}

function Asked({ question, value, error, onChange }: { question: Question; value: string; error: string | undefined; onChange: (value: string) => void }) {
  const { name, label, kind, optional = false, choices = [] } = question;
  const shared = { id: name, label, error, optional, value, onText: onChange };
  const hint = question.hint ?? (kind === 'day' ? t('teams.fDayHint') : undefined);
  const told = hint === undefined ? shared : { ...shared, hint };
  switch (kind) {
    case 'words':
      return <TextArea rows={3} {...told} />;
    case 'choice':
      return <Choose {...told} none="–" of={choices} code={([code]) => code} words={([, words]) => words} />;
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
