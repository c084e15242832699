import { NavLink } from 'react-router';
import { t } from '../i18n/text';

/** The ways within reports. */
export function ReportTabs() {
  return (
    <nav className="segments segments-links" aria-label={t('reports.ways')}>
      <NavLink to="/province" end>
        {t('reports.figures')}
      </NavLink>
      <NavLink to="/province/pivot">{t('reports.pivot')}</NavLink>
      <NavLink to="/reports" end>
        {t('reports.reports')}
      </NavLink>
      <NavLink to="/reports/indicators">{t('reports.indicators')}</NavLink>
    </nav>
  );
}
