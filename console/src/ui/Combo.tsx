import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { t } from '../i18n/text';
import { FieldNotes, ids } from './Field';

interface Props<T> {
  id: string;
  label: string;
  /** Whether the label is for screen readers alone. */
  bare?: boolean;
  hint?: string | undefined;
  error?: string | undefined;
  placeholder: string;
  /** What is chosen, in words; empty for nothing. */
  name: string;
  /** What is typed and not chosen yet; null while nothing is sought. */
  typed: string | null;
  onType: (typed: string | null) => void;
  /** What fits, of which one is chosen. */
  items: readonly T[];
  keyOf: (item: T) => string;
  draw: (item: T) => ReactNode;
  onChoose: (item: T) => void;
  /** Called when the box was emptied. */
  onClear: () => void;
  /** What is said where nothing fits; empty while that is not known. */
  nothing: string;
}

/** A box with what is found for what is typed in it: one of many, which are never all fetched. */
export function Combo<T>({ id, label, bare = false, hint, error, placeholder, name, typed, onType, items, keyOf, draw, onChoose, onClear, nothing }: Props<T>) {
  const list = useId();
  const [at, setAt] = useState(0);
  const open = typed !== null;
  const index = Math.min(at, Math.max(0, items.length - 1));
  const choose = (item: T | undefined) => {
    if (item === undefined) return;
    onType(null);
    onChoose(item);
  };
  const leave = () => {
    if (typed !== null && typed.trim() === '' && name !== '') onClear();
    onType(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) onType(name);
      else setAt((index + (event.key === 'ArrowDown' ? 1 : -1) + items.length) % Math.max(1, items.length));
    } else if (event.key === 'Enter' && open && items.length > 0) {
      event.preventDefault();
      choose(items[index]);
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation();
      onType(null);
    }
  };
  const { describedBy } = ids(id, hint, error);
  return (
    <div className={error ? 'field field-wrong combo' : 'field combo'}>
      {!bare && <label htmlFor={id}>{label}</label>}
      <FieldNotes id={id} hint={hint} error={error} />
      <input
        id={id}
        type="text"
        role="combobox"
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        aria-label={bare ? label : undefined}
        aria-expanded={open}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={open && items.length > 0 ? `${list}-${index}` : undefined}
        aria-describedby={describedBy}
        aria-invalid={error ? true : undefined}
        placeholder={placeholder}
        value={typed ?? name}
        onFocus={(event) => event.currentTarget.select()}
        onClick={() => !open && onType(name)}
        onChange={(event) => {
          onType(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={leave}
      />
      {/* Here also when closed, since the box names it. */}
      <ul id={list} role="listbox" className="combo-choices" aria-label={t('app.ariaSuggestions')} hidden={!open || items.length === 0}>
        {items.map((item, place) => (
          <li
            key={keyOf(item)}
            id={`${list}-${place}`}
            role="option"
            aria-selected={place === index}
            onPointerMove={() => setAt(place)}
            onPointerDown={(event) => {
              event.preventDefault(); // The box keeps the focus until the choice is made.
            }}
            onClick={() => choose(item)}
          >
            {draw(item)}
          </li>
        ))}
      </ul>
      {open && items.length === 0 && nothing && (
        <p className="hint" role="status">
          {nothing}
        </p>
      )}
    </div>
  );
}
