import type { ReactNode } from 'react';
import { t, tCode } from '../i18n/text';
import { MomentRange } from '../time/site';
import { Icon, type IconName } from '../ui/Icon';
import { Code, Name } from '../ui/text';
import type { Understood } from './types';
import css from './vehicles.module.css';

const mostPlaces = 3;

/** What was made of what was typed, piece by piece, and what was left over. */
export function UnderstoodList({ understood }: { understood: Understood }) {
  const { plate, classes, colours, direction, from, to, places, ignored } = understood;
  const words = ignored.split(/\s+/).filter(Boolean);
  return (
    <ul className={css.chips} aria-label={t('vehicles.understood')}>
      {plate !== null && (
        <Chip icon="search" label={t('vehicles.plate')}>
          <Code>{plate}</Code>
        </Chip>
      )}
      {classes.length > 0 && (
        <Chip icon="vehicle" label={t('vehicles.classLabel')}>
          {classes.map((each) => tCode('vehicles.class', each)).join(', ')}
        </Chip>
      )}
      {colours.length > 0 && (
        <Chip icon="picture" label={t('vehicles.colourLabel')}>
          {colours.map((each) => tCode('vehicles.colour', each)).join(', ')}
        </Chip>
      )}
      {direction !== null && (
        <Chip icon="next" label={t('vehicles.directionLabel')}>
          {tCode('vehicles.direction', direction)}
        </Chip>
      )}
      <Chip icon="time" label={t('vehicles.time')}>
        <MomentRange from={from} to={to} />
      </Chip>
      <Chip icon="place" label={t('vehicles.place')}>
        {places.length === 0 && t('vehicles.everywhere')}
        {places.slice(0, mostPlaces).map((place, index) => (
          <span key={place.id}>
            {index > 0 && ' · '}
            <Name>{place.name}</Name>
          </span>
        ))}
        {places.length > mostPlaces && <> {t('vehicles.placesMore', { count: places.length - mostPlaces })}</>}
      </Chip>
      {words.length > 0 && (
        <Chip icon="warn" label={t('vehicles.ignored', { count: words.length })} odd>
          <Name>{words.join(' ')}</Name>
        </Chip>
      )}
    </ul>
  );
}

function Chip({ icon, label, odd = false, children }: { icon: IconName; label: string; odd?: boolean; children: ReactNode }) {
  return (
    <li className={odd ? `${css.chip} ${css.chipOdd}` : css.chip}>
      <Icon name={icon} size={14} />
      <span className={css.chipLabel}>{label}</span>
      <strong>{children}</strong>
    </li>
  );
}
