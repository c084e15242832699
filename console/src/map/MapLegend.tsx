import { t } from '../i18n/text';
import type { Shape } from './GroundMap';
import css from './map.module.css';

/** What the colours of the views on a map mean. */
export function MapLegend({ looks }: { looks: readonly (readonly [Shape['look'], string])[] }) {
  return (
    <ul className={css.legend} aria-label={t('find.legend')}>
      {looks.map(([look, label]) => (
        <li key={look}>
          <svg viewBox="0 0 22 12" aria-hidden="true">
            <path className={`${css.view} map-view-${look}`} d="M1 1h20v10H1z" />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
