import { useDeferredValue, useId, useState, type KeyboardEvent } from 'react';
import { useUser } from '../api/queries';
import type { AreaKind } from '../api/types';
import { dayText } from '../register/days';
import { t, tCode } from '../text/text';
import { Name } from '../ui/text';
import { useArea, useAreaSearch, useBranches } from './queries';
import { isCommune, type Former } from './types';

interface Props {
  id: string;
  label: string;
  /** The identifier of the chosen area; empty for none. */
  value: string;
  onChange: (id: string) => void;
  error?: string | undefined;
  hint?: string;
  /** Only what lies in this one; what is elsewhere is not offered. */
  within?: { id: string; name: string };
  /** Only communes and wards; what else there is is not offered. */
  communes?: boolean;
}

interface Item {
  id: string;
  name: string;
  note: string;
  formerly: Former | null;
}

/** An area, found as it is typed: with accents or without, by code, by a former name. */
export function AreaField({ id, label, value, onChange, error, hint, within, communes = false }: Props) {
  const user = useUser();
  const list = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [chosen, setChosen] = useState<{ id: string; name: string } | null>(within || communes ? null : user.area);
  const [at, setAt] = useState(0);
  const open = typed !== null;
  const known = chosen?.id === value ? chosen : null;
  const named = useArea(value, known === null);
  const name = value === '' ? '' : (known?.name ?? named.data?.name ?? '');
  const sought = useDeferredValue(typed ?? '');
  const searching = open && sought.trim() !== '' && sought !== name;
  const found = useAreaSearch(sought, searching);
  const near = useBranches(within?.id ?? user.area?.id ?? null, open && !searching);
  const fits = (kind: AreaKind) => !communes || isCommune(kind);
  const items: Item[] = searching
    ? (found.data ?? []).filter((each) => (!within || each.above.includes(within.name)) && fits(each.kind)).map((each) => ({ id: each.id, name: each.name, note: [tCode('areas.kind', each.kind), ...each.above, each.code].join(' · '), formerly: each.formerly }))
    : [...(user.area && !within && !communes ? [{ ...user.area, note: t('areas.own'), formerly: null }] : []), ...(near.data ?? []).filter((each) => fits(each.kind)).map((each) => ({ id: each.id, name: each.name, note: `${tCode('areas.kind', each.kind)} · ${each.code}`, formerly: null }))];
  const index = Math.min(at, Math.max(0, items.length - 1));

  const choose = (item: Item | undefined) => {
    if (!item) return;
    setChosen({ id: item.id, name: item.name });
    setTyped(null);
    onChange(item.id);
  };
  const leave = () => {
    if (typed !== null && typed.trim() === '' && value !== '') onChange('');
    setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) setTyped(name);
      else setAt((index + (event.key === 'ArrowDown' ? 1 : -1) + items.length) % Math.max(1, items.length));
    } else if (event.key === 'Enter' && open && items.length > 0) {
      event.preventDefault();
      choose(items[index]);
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation();
      setTyped(null);
    }
  };
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className={error ? 'field field-wrong area-field' : 'field area-field'}>
      <label htmlFor={id}>{label}</label>
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
      <input
        id={id}
        type="text"
        role="combobox"
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        aria-expanded={open}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={open && items.length > 0 ? `${list}-${index}` : undefined}
        aria-describedby={described || undefined}
        aria-invalid={error ? true : undefined}
        placeholder={t('areas.searchHint')}
        value={typed ?? name}
        onFocus={(event) => event.currentTarget.select()}
        onClick={() => !open && setTyped(name)}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={leave}
      />
      {/* Here also when closed, since the box names it. */}
      <ul id={list} role="listbox" className="area-choices" aria-label={t('app.ariaSuggestions')} hidden={!open || items.length === 0}>
        {items.map((item, place) => (
          <li
            key={`${item.id} ${item.note}`}
            id={`${list}-${place}`}
            role="option"
            aria-selected={place === index}
            onPointerMove={() => setAt(place)}
            onPointerDown={(event) => {
              event.preventDefault(); // The box keeps the focus until the choice is made.
            }}
            onClick={() => choose(item)}
          >
            <Name>{item.name}</Name>
            {item.formerly && <FormerName former={item.formerly} />}
            <small>
              <bdi>{item.note}</bdi>
            </small>
          </li>
        ))}
      </ul>
      {searching && found.data && items.length === 0 && !found.isPlaceholderData && (
        <p className="hint" role="status">
          {t('areas.noneFound')}
        </p>
      )}
    </div>
  );
}

/** By which past name an area was found. */
export function FormerName({ former }: { former: Former }) {
  return (
    <small className="area-former">
      {t('areas.formerly')} <Name>{[former.name, former.district].filter(Boolean).join(', ')}</Name>
      {former.until && (
        <>
          {' '}
          ({t('areas.until')} <bdi dir="ltr">{dayText(former.until)}</bdi>)
        </>
      )}
    </small>
  );
}
