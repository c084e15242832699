import type { ReactNode } from 'react';

interface Props<T extends string | number> {
  label: string;
  choices: readonly T[];
  chosen: T;
  words: (choice: T) => ReactNode;
  onChoose: (choice: T) => void;
}

/** One choice of a few, all in sight: a row of buttons of which one is pressed. */
export function Segments<T extends string | number>({ label, choices, chosen, words, onChoose }: Props<T>) {
  return (
    <div className="segments" role="group" aria-label={label}>
      {choices.map((each) => (
        <button key={each} type="button" aria-pressed={each === chosen} onClick={() => onChoose(each)}>
          {words(each)}
        </button>
      ))}
    </div>
  );
}
