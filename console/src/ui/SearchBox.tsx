import { useState } from 'react';

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** Says what is sought as it is typed, but not while a letter is composed: Telex builds one out of several keys. */
export function SearchBox({ label, value, onChange }: Props) {
  const [text, setText] = useState(value);
  const [composing, setComposing] = useState(false);
  return (
    <input
      type="search"
      dir="auto"
      className="search"
      aria-label={label}
      placeholder={label}
      value={text}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={(event) => {
        setComposing(false);
        onChange(event.currentTarget.value);
      }}
      onChange={(event) => {
        setText(event.target.value);
        if (!composing) onChange(event.target.value);
      }}
    />
  );
}
