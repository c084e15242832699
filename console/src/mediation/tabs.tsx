import { useQuery } from '@tanstack/react-query';
import { NavLink } from 'react-router';
import { json } from '../api/client';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import type { Page } from '../api/types';
import { language, t } from '../i18n/text';
import { useSiteTime } from '../time/site';
import { zonedFields } from '../time/zone';
import { Name } from '../ui/text';

/** The ways within mediation that somebody has. */
export function Tabs() {
  const user = useUser();
  return (
    <nav className="segments segments-links" aria-label={t('mediation.ways')}>
      {may(user, 'mediations') && (
        <NavLink to="/mediation" end>
          {t('mediation.title')}
        </NavLink>
      )}
      {may(user, 'mediationTeams') && <NavLink to="/mediation/teams">{t('mediation.teams')}</NavLink>}
      <NavLink to="/mediation/figures">{t('mediation.figures')}</NavLink>
      {may(user, 'mediationFees') && <NavLink to="/mediation/fees">{t('mediation.fees')}</NavLink>}
      {may(user, 'mediate') && <NavLink to="/mediation/book-entry">{t('mediation.bookEntry')}</NavLink>}
    </nav>
  );
}

/** The books of the villages whose team somebody leads, to print. */
export function Books() {
  const user = useUser();
  const { zone, now } = useSiteTime();
  const year = zonedFields(now(), zone).year;
  const books = useQuery({
    enabled: may(user, 'mediate'),
    queryKey: ['mediations', 'books'],
    queryFn: async () => (await json<Page<{ villageId: string; villageName: string }>>('/api/mediations/books')).items,
  });
  return (
    <>
      {(books.data ?? []).map((each) => (
        <a
          key={each.villageId}
          className="button button-plain"
          href={`/api/mediations/book.pdf?villageId=${each.villageId}&year=${year}&language=${language()}`}
          download={`${t('mediation.bookFile')}-${year}.pdf`}
        >
          <span>
            {t('mediation.book', { year: String(year) })} {(books.data?.length ?? 0) > 1 && <Name>{each.villageName}</Name>}
          </span>
        </a>
      ))}
    </>
  );
}
