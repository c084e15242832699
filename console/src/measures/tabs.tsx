import { NavLink } from 'react-router';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { t } from '../i18n/text';

/** The ways within legal measures that somebody has; one way is none to choose. */
export function Tabs() {
  const user = useUser();
  const ways = [
    may(user, 'measures') && (
      <NavLink key="own" to="/measures" end>
        {t('measures.own')}
      </NavLink>
    ),
    may(user, 'measureOpenings') && (
      <NavLink key="openings" to="/measures/openings">
        {t('measures.openings')}
      </NavLink>
    ),
    may(user, 'measureFigures') && (
      <NavLink key="figures" to="/measures/figures">
        {t('measures.figures')}
      </NavLink>
    ),
    may(user, 'measureKinds') && (
      <NavLink key="kinds" to="/measures/kinds">
        {t('measures.kinds')}
      </NavLink>
    ),
  ].filter(Boolean);
  if (ways.length < 2) return null;
  return (
    <nav className="segments segments-links" aria-label={t('measures.ways')}>
      {ways}
    </nav>
  );
}
