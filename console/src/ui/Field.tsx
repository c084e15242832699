import { type ComponentProps, type ReactNode, useId, useState } from 'react';
import { t, tCode } from '../i18n/text';

interface Frame {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  optional?: boolean;
}

interface Ids {
  id: string;
  describedBy: string | undefined;
}

/** What a control needs to be told about it and what is wrong with it, as `ids` names them. */
export function FieldNotes({ id, hint, error }: { id: string; hint?: ReactNode; error?: string | undefined }) {
  return (
    <>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </>
  );
}

function FieldFrame({ label, hint, error, optional, id, children }: Frame & { id: string; children: ReactNode }) {
  return (
    <div className={error ? 'field field-wrong' : 'field'}>
      <label htmlFor={id}>
        {label}
        {optional && <span className="optional"> {t('app.optional')}</span>}
      </label>
      <FieldNotes id={id} hint={hint} error={error} />
      {children}
    </div>
  );
}

export function ids(id: string, hint: ReactNode, error: string | undefined): Ids {
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return { id, describedBy: described || undefined };
}

/** Told what is typed or chosen, as a control's `onChange` is, but the text alone. */
interface Told {
  onText?: (text: string) => void;
}

const telling = (onText: Told['onText']) => (onText ? { onChange: (event: { target: { value: string } }) => onText(event.target.value) } : {});

type InputProps = Frame & Told & ComponentProps<'input'> & { code?: boolean };

/** A labelled text box. `code` marks what is read left to right in every language. */
export function TextField({ label, hint, error, optional, code, id: given, onText, ...rest }: InputProps) {
  const made = useId();
  const { id, describedBy } = ids(given ?? made, hint, error);
  return (
    <FieldFrame {...{ label, hint, error, ...(optional ? { optional } : {}) }} id={id}>
      <input id={id} type="text" dir={code ? 'ltr' : 'auto'} aria-describedby={describedBy} aria-invalid={error ? true : undefined} {...telling(onText)} {...rest} />
    </FieldFrame>
  );
}

type AreaProps = Frame & Told & ComponentProps<'textarea'>;

export function TextArea({ label, hint, error, optional, id: given, onText, ...rest }: AreaProps) {
  const made = useId();
  const { id, describedBy } = ids(given ?? made, hint, error);
  return (
    <FieldFrame {...{ label, hint, error, ...(optional ? { optional } : {}) }} id={id}>
      <textarea id={id} dir="auto" rows={4} aria-describedby={describedBy} aria-invalid={error ? true : undefined} {...telling(onText)} {...rest} />
    </FieldFrame>
  );
}

/** What one of a list of choices is told as: itself where it is a code, else its identifier or its code. */
type CodeOf<T> = T extends string ? T : string;

function codeOf<T>(choice: T): CodeOf<T> {
  const { id, code } = Object(choice) as { id?: string; code?: string };
  return (id ?? code ?? String(choice)) as CodeOf<T>;
}

/** What a choice is called; the prefix of the messages of codes stands for the message of the choice's code. */
export type Words<T> = string | ((choice: T) => ReactNode);

export function wordsOf<T>(words: Words<T>, choice: T, code: unknown = choice): ReactNode {
  return typeof words === 'string' ? tCode(words, String(code)) : words(choice);
}

interface OptionsProps<T> {
  of?: readonly T[] | undefined;
  /** What is told when it is chosen, where that is not itself, its identifier or its code. */
  code?: ((choice: T) => CodeOf<T>) | undefined;
  words?: Words<T> | undefined;
}

interface SelectProps<T> extends OptionsProps<T>, Omit<ComponentProps<'select'>, 'onChange'> {
  /** What stands first, for no choice; absent where there always is one. */
  none?: string;
  onText: (code: CodeOf<T>) => void;
}

/** The options of a list to choose from, where they stand in groups. */
export function SelectOptions<T>({ of = [], code = codeOf<T>, words = String }: OptionsProps<T>) {
  return of.map((each) => (
    <option key={code(each)} value={code(each)}>
      {wordsOf(words, each, code(each))}
    </option>
  ));
}

/** A list to choose from, without its label; its children are options that are not simply of one list. */
export function Select<T>({ of, code, words, none, onText, children, ...rest }: SelectProps<T>) {
  return (
    <select onChange={(event) => onText(event.target.value as CodeOf<T>)} {...rest}>
      {none !== undefined && <option value="">{none}</option>}
      <SelectOptions of={of} code={code} words={words} />
      {children}
    </select>
  );
}

/** A labelled list to choose from. */
export function Choose<T>({ label, hint, error, optional, id: given, ...rest }: Frame & SelectProps<T>) {
  const made = useId();
  const { id, describedBy } = ids(given ?? made, hint, error);
  return (
    <FieldFrame {...{ label, hint, error, ...(optional ? { optional } : {}) }} id={id}>
      <Select id={id} aria-describedby={describedBy} aria-invalid={error ? true : undefined} {...rest} />
    </FieldFrame>
  );
}

/** A group of radio buttons or check boxes with one question above it. */
export function Options({ label, hint, error, id: given, children }: Frame & { id?: string; children: ReactNode }) {
  const made = useId();
  const { id, describedBy } = ids(given ?? made, hint, error);
  return (
    <fieldset className={error ? 'field field-wrong' : 'field'} id={id} aria-describedby={describedBy} tabIndex={-1}>
      <legend>{label}</legend>
      <FieldNotes id={id} hint={hint} error={error} />
      <div className="options">{children}</div>
    </fieldset>
  );
}

export function Option({ label, hint, type, id: given, ...rest }: { label: ReactNode; hint?: ReactNode; type: 'radio' | 'checkbox' } & Omit<ComponentProps<'input'>, 'type'>) {
  const made = useId();
  const id = given ?? made;
  return (
    <div className="option">
      <input id={id} type={type} aria-describedby={hint ? `${id}-hint` : undefined} {...rest} />
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

interface ListProps<T> extends Frame {
  id?: string;
  of: readonly T[];
  /** What is told when it is chosen, where that is not itself, its identifier or its code. */
  code?: (choice: T) => CodeOf<T>;
  words: Words<T>;
  hintOf?: Words<T>;
  /** Which cannot be chosen. */
  offOf?: (choice: T) => boolean;
  /** What stands above them: mostly a box to search in. */
  above?: ReactNode;
  /** What stands under them. */
  children?: ReactNode;
}

interface RadiosProps<T> extends ListProps<T> {
  /** What the browser groups them by; the id by itself. */
  name?: string;
  /** The code of what is chosen, if anything. */
  value: string | null | undefined;
  onText: (code: CodeOf<T>) => void;
}

/** One of a few, all in sight under one question. */
export function Radios<T>({ name, of, code = codeOf<T>, value, words, hintOf, offOf, onText, above, children, ...frame }: RadiosProps<T>) {
  const made = useId();
  const shared = { type: 'radio', name: name ?? frame.id ?? made } as const;
  return (
    <Options {...frame}>
      {above}
      {of.map((each) => (
        <Option
          key={code(each)}
          {...shared}
          label={wordsOf(words, each, code(each))}
          hint={hintOf && wordsOf(hintOf, each, code(each))}
          disabled={offOf?.(each)}
          checked={value === code(each)}
          onChange={() => onText(code(each))}
        />
      ))}
      {children}
    </Options>
  );
}

interface ChecksProps<T> extends ListProps<T> {
  chosen: readonly string[];
  /** Told all that is chosen, the newest last. */
  onChoose: (codes: CodeOf<T>[]) => void;
}

/** Any of a few, all in sight under one question. */
export function Checks<T>({ of, code = codeOf<T>, chosen, words, hintOf, offOf, onChoose, above, children, ...frame }: ChecksProps<T>) {
  const turn = (each: CodeOf<T>) => {
    const now = chosen as readonly CodeOf<T>[];
    onChoose(now.includes(each) ? now.filter((one) => one !== each) : [...now, each]);
  };
  return (
    <Options {...frame}>
      {above}
      {of.map((each) => (
        <Option
          key={code(each)}
          type="checkbox"
          label={wordsOf(words, each, code(each))}
          hint={hintOf && wordsOf(hintOf, each, code(each))}
          disabled={offOf?.(each)}
          checked={chosen.includes(code(each))}
          onChange={() => turn(code(each))}
        />
      ))}
      {children}
    </Options>
  );
}

type TextNames<F> = { [K in keyof F]: F[K] extends string ? K : never }[keyof F] & string;

/** What is typed in a form, and a way to change some of it. */
export function useFields<F>(start: F | (() => F)) {
  const [fields, setFields] = useState(start);
  const change = (changes: Partial<F>) => setFields((before) => ({ ...before, ...changes }));
  return [fields, change] as const;
}

/**
 * Ties the controls of a form to its fields: what a control is named, shows, is told is wrong, and tells.
 * `*` in the pattern of their identifiers is the field's name.
 */
export function fieldsOf<F>(fields: F, wrong: (id: string) => string | undefined, change: (changes: Partial<F>) => void, pattern = '*') {
  return (name: TextNames<F>) => ({
    id: pattern.replace('*', name),
    error: wrong(pattern.replace('*', name)),
    value: fields[name] as string,
    onText: (text: string) => change({ [name]: text } as Partial<F>),
  });
}
