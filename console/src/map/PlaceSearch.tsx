import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useId, useState } from 'react';
import type * as Api from '#api';
import { json, query } from '../api/client';
import type { Page } from '../api/types';
import { t, tCode } from '../i18n/text';
import { Combo } from '../ui/Combo';
import { Name } from '../ui/text';
import css from './map.module.css';

export type FoundPlace = Api.AreasFoundPlace;

/** Whether it is at one point, so that it is a place to choose; a street or a commune is not. */
export function isSpot(place: FoundPlace): boolean {
  return place.bounds === null && place.kind !== 'STREET';
}

/** Where something is by its name, also a former one: an area, a street, a landmark that the office entered. */
export function PlaceSearch({ onChoose }: { onChoose: (place: FoundPlace) => void }) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [name, setName] = useState('');
  const sought = useDeferredValue(typed ?? '').trim();
  const searching = typed !== null && sought !== '' && sought !== name;
  const found = useQuery({
    queryKey: ['places', sought],
    queryFn: async () => (await json<Page<FoundPlace>>(`/api/places/search${query({ q: sought })}`)).items,
    enabled: searching,
    staleTime: 60_000,
    placeholderData: (before) => before,
  });
  return (
    <div className={css.search} role="search" aria-label={t('map.search')}>
      <Combo
        id={id}
        label={t('map.search')}
        bare
        placeholder={t('map.searchHint')}
        name={name}
        typed={typed}
        onType={setTyped}
        items={searching ? (found.data ?? []) : []}
        keyOf={(each) => `${each.kind} ${each.name} ${each.latitude} ${each.longitude}`}
        draw={(each) => (
          <>
            <Name>{each.name}</Name>
            {each.former && (
              <small className="area-former">
                {t('areas.formerly')} <Name>{each.former}</Name>
              </small>
            )}
            <small>
              <bdi>{[tCode('map.kind', each.kind), each.within].filter(Boolean).join(' · ')}</bdi>
            </small>
          </>
        )}
        onChoose={(each) => {
          setName(each.name);
          onChoose(each);
        }}
        onClear={() => setName('')}
        nothing={searching && found.data && !found.isPlaceholderData ? t('map.none') : ''}
      />
    </div>
  );
}
