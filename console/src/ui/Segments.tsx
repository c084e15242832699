import { type Words, wordsOf } from './Field';

interface Props<T extends string | number> {
  label: string;
  of: readonly T[];
  chosen: T;
  words: Words<T>;
  onChoose: (choice: T) => void;
}

/** One choice of a few, all in sight: a row of buttons of which one is pressed. */
export function Segments<T extends string | number>({ label, of, chosen, words, onChoose }: Props<T>) {
  return (
    <div className="segments" role="group" aria-label={label}>
      {of.map((each) => (
        <button key={each} type="button" aria-pressed={each === chosen} onClick={() => onChoose(each)}>
          {wordsOf(words, each)}
        </button>
      ))}
    </div>
  );
}
