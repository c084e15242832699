import { NavLink } from 'react-router';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { t } from '../i18n/text';

/** The ways within situations that somebody has. */
export function Tabs() {
  const user = useUser();
  return (
    <nav className="segments segments-links" aria-label={t('situations.ways')}>
      {may(user, 'situations') && (
        <NavLink to="/situations" end>
          {t('situations.title')}
        </NavLink>
      )}
      {may(user, 'situations') && <NavLink to="/situations/above">{t('situations.above')}</NavLink>}
      {may(user, 'situationEmergencies') && <NavLink to="/situations/emergency">{t('situations.emergency')}</NavLink>}
      <NavLink to="/situations/figures">{t('situations.figures')}</NavLink>
    </nav>
  );
}
