import { useState } from 'react';

const personKey = 'anbinh.person';
const prefix = 'anbinh.form.';

/** Forms whose fields stay in the tab until they are sent or thrown away. */
export type KeptForm = 'case' | 'wanted-vehicle' | 'analysis' | 'vehicle-search';

interface Kept<F> {
  fields: Partial<F>;
  /** What the address said when it was typed. */
  given?: Partial<F>;
  /** When it was last typed in. */
  at: number;
}

/** What somebody typed in a tab is for them alone: it goes when another person signs in there. */
export function keepFor(person: string): void {
  const before = sessionStorage.getItem(personKey);
  if (before === person) return;
  if (before !== null) sessionStorage.clear();
  sessionStorage.setItem(personKey, person);
}

export function readKept<F>(form: KeptForm): Kept<F> | null {
  try {
    return JSON.parse(sessionStorage.getItem(prefix + form) ?? 'null') as Kept<F> | null;
  } catch {
    return null;
  }
}

export function forgetKept(form: KeptForm): void {
  sessionStorage.removeItem(prefix + form);
}

/**
 * The fields of a form as `useFields` has them, kept in the tab from the first letter on.
 *
 * @param given what the address says
 * @param mayKeep whether it may lie in the browser's memory
 */
export function useKeptFields<F extends object>(form: KeptForm, start: F, given: Partial<F> = {}, mayKeep: (fields: F) => boolean = () => true) {
  const [kept, setKept] = useState(() => readKept<F>(form));
  // Over a reload what was typed stays; an address that says something else says it anew.
  const [fields, setFields] = useState<F>(() => (JSON.stringify(kept?.given) === JSON.stringify(given) ? { ...start, ...given, ...kept?.fields } : { ...start, ...kept?.fields, ...given }));
  const change = (changes: Partial<F>) =>
    setFields((before) => {
      const next = { ...before, ...changes };
      if (mayKeep(next)) sessionStorage.setItem(prefix + form, JSON.stringify({ fields: next, given, at: Date.now() } satisfies Kept<F>));
      else forgetKept(form);
      return next;
    });
  const forget = () => {
    forgetKept(form);
    setKept(null);
  };
  return {
    fields,
    change,
    /** Whether what is shown was begun before. */
    restored: kept !== null,
    /** It was sent. */
    forget,
    /** It is thrown away, and the form is as new. */
    discard: () => {
      forget();
      setFields({ ...start, ...given });
    },
  };
}
