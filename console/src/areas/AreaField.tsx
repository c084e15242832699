import { useDeferredValue, useState } from 'react';
import { useUser } from '../api/queries';
import type { AreaKind } from '../api/types';
import { t, tCode } from '../i18n/text';
import { dayText } from '../register/days';
import { Combo } from '../ui/Combo';
import { Name } from '../ui/text';
import { useArea, useAreaSearch, useBranches } from './queries';
import { type Former, isCommune } from './types';

interface Props {
  id: string;
  label: string;
  /** The identifier of the chosen area; empty for none. */
  value: string;
  onText: (id: string) => void;
  error?: string | undefined;
  hint?: string;
  /** Whether it narrows a list: the label is for screen readers, and nothing is chosen at first. */
  filter?: boolean;
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
export function AreaField({ id, label, value, onText, error, hint, filter = false, within, communes = false }: Props) {
  const user = useUser();
  const [typed, setTyped] = useState<string | null>(null);
  const [chosen, setChosen] = useState<{ id: string; name: string } | null>(within || communes ? null : user.area);
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
    ? (found.data ?? [])
        .filter((each) => (!within || each.above.includes(within.name)) && fits(each.kind))
        .map((each) => ({ id: each.id, name: each.name, note: [tCode('areas.kind', each.kind), ...each.above, each.code].join(' · '), formerly: each.formerly }))
    : [
        ...(user.area && !within && !communes ? [{ ...user.area, note: t('areas.own'), formerly: null }] : []),
        ...(near.data ?? []).filter((each) => fits(each.kind)).map((each) => ({ id: each.id, name: each.name, note: `${tCode('areas.kind', each.kind)} · ${each.code}`, formerly: null })),
      ];
  const choose = (item: Item) => {
    setChosen({ id: item.id, name: item.name });
    onText(item.id);
  };
  return (
    <Combo
      id={id}
      label={label}
      bare={filter}
      hint={hint}
      error={error}
      placeholder={filter ? label : t('areas.searchHint')}
      name={name}
      typed={typed}
      onType={setTyped}
      items={items}
      keyOf={(item) => `${item.id} ${item.note}`}
      draw={(item) => (
        <>
          <Name>{item.name}</Name>
          {item.formerly && <FormerName former={item.formerly} />}
          <small>
            <bdi>{item.note}</bdi>
          </small>
        </>
      )}
      onChoose={choose}
      onClear={() => onText('')}
      nothing={searching && found.data && !found.isPlaceholderData ? t('areas.noneFound') : ''}
    />
  );
}

/** Narrows a list to an area and all below it. */
export function AreaFilter({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  return <AreaField id="area-filter" label={t('areas.filter')} value={value} onText={onChange} filter />;
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
