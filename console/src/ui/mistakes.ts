import { useState } from 'react';
import { Problem } from '../api/client';
import type { Mistake } from './ErrorSummary';

/** What is wrong in a form: found before it is sent, or named by the server. */
export function useMistakes() {
  const [summary, setSummary] = useState<{ mistakes: Mistake[]; attempt: number }>({ mistakes: [], attempt: 0 });
  const tell = (mistakes: Mistake[]) => setSummary((before) => ({ mistakes, attempt: before.attempt + 1 }));
  return {
    /** For the form's `ErrorSummary`. */
    summary,
    wrong: (id: string) => summary.mistakes.find((mistake) => mistake.field === id)?.message,
    tell,
    /** Tells what the server named, if anything; `idOf` is the control of one of its fields. */
    tellNamed: (failure: Error, idOf = (field: string) => field) => {
      if (isNamed(failure)) tell(failure.errors.map((error) => ({ field: idOf(error.field), message: error.message })));
    },
  };
}

/** A failure that no field of a form explains. */
export function unnamed(failure: Error | null): Error | null {
  return failure && !isNamed(failure) ? failure : null;
}

function isNamed(failure: Error): failure is Problem {
  return failure instanceof Problem && failure.errors.length > 0;
}
