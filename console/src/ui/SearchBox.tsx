import { useEffect, useRef, useState } from 'react';

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** Says what is sought as it is typed, but not while a letter is composed: Telex builds one out of several keys. */
export function SearchBox({ label, value, onChange }: Props) {
  const [text, setText] = useState(value);
  const [composing, setComposing] = useState(false);
  const said = useRef([value]);
  const say = (now: string) => {
    said.current.push(now);
    onChange(now);
  };
  // A value that comes by another way, as by a link, is shown; one that was said here comes late and takes nothing back.
  useEffect(() => {
    const at = said.current.lastIndexOf(value);
    if (at < 0) setText(value);
    said.current = at < 0 ? [value] : said.current.slice(at);
  }, [value]);
  return (
    <input
      type="search"
      dir="auto"
      maxLength={200}
      className="search"
      aria-label={label}
      placeholder={label}
      value={text}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={(event) => {
        setComposing(false);
        say(event.currentTarget.value);
      }}
      onChange={(event) => {
        setText(event.target.value);
        if (!composing) say(event.target.value);
      }}
    />
  );
}
