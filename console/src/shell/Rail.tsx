import { useState } from 'react';
import { NavLink, useLocation } from 'react-router';
import { useUser } from '../api/queries';
import { t, tCode } from '../i18n/text';
import { useSiteTime } from '../time/site';
import { Icon } from '../ui/Icon';
import { useNarrow } from '../ui/narrow';
import { Dialog } from '../ui/overlays';
import { RailCount } from '../ui/RailCount';
import { countOf } from '../worklist/counts';
import { useWorklist } from '../worklist/queries';
import { Logo } from './Logo';
import { type Group, iconOf, menuOf, type Section, sectionsOf } from './sections';
import css from './shell.module.css';

/** As many sections stand open below their groups; of more, those of the group that one is in. */
const mostOpen = 13;

/** Of the sections that a phone shows at once; the others are behind the last button. */
const mostAtOnce = 4;

/** The menu: at the side, or below on a phone. */
export function Rail({ onKeys }: { onKeys: () => void }) {
  const { site } = useSiteTime();
  const narrow = useNarrow();
  return (
    <nav className={css.rail} aria-label={t('app.navigation')}>
      <div className={css.railBrand}>
        <Logo size={30} />
        <div>
          <strong>{t('app.name')}</strong>
          {site.name !== t('app.name') && (
            <span className={css.railSite}>
              <bdi>{site.name}</bdi>
            </span>
          )}
        </div>
      </div>
      {narrow ? <PhoneBar /> : <Menu />}
      <div className={css.railFoot}>
        <button type="button" className={css.railButton} onClick={onKeys}>
          <Icon name="keyboard" size={18} />
          <span>{t('app.keys')}</span>
          <kbd>?</kbd>
        </button>
        <span className={css.railVersion} dir="ltr">
          {site.version}
        </span>
      </div>
    </nav>
  );
}

function Menu() {
  const user = useUser();
  const all = sectionsOf(user).length <= mostOpen;
  return (
    <ul>
      {menuOf(user).map((group) =>
        group.sections.length === 1 ? group.sections.map((section) => <Entry key={section.path} section={section} />) : <GroupEntry key={group.name} group={group} openAtFirst={all} />,
      )}
    </ul>
  );
}

function GroupEntry({ group, openAtFirst }: { group: Group; openAtFirst: boolean }) {
  const { pathname } = useLocation();
  const here = group.sections.some((section) => pathname === section.path || pathname.startsWith(`${section.path}/`));
  const [chosen, setChosen] = useState<boolean | null>(null);
  const open = chosen ?? (openAtFirst || here);
  return (
    <li className={css.group}>
      <button type="button" aria-expanded={open} onClick={() => setChosen(!open)}>
        <Icon name={iconOf(group.name)} size={20} />
        <span>{tCode('app.group', group.name)}</span>
        {!open && <Count sections={group.sections} />}
        <Icon name="expand" size={14} />
      </button>
      {open && (
        <ul>
          {group.sections.map((section) => (
            <Entry key={section.path} section={section} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Entry({ section, onClick }: { section: Section; onClick?: () => void }) {
  return (
    <li>
      <NavLink to={section.path} end={section.path === '/'} onClick={onClick}>
        <Icon name={section.icon} size={20} />
        <span>{t(section.label)}</span>
        <Count sections={[section]} />
      </NavLink>
    </li>
  );
}

function Count({ sections }: { sections: Section[] }) {
  const { count, overdue } = countOf(useWorklist().data ?? [], sections);
  return <RailCount count={count} label={t('worklist.waitingCount', { count })} loud={overdue > 0} />;
}

function PhoneBar() {
  const user = useUser();
  const [open, setOpen] = useState(false);
  const sections = sectionsOf(user);
  const close = () => setOpen(false);
  return (
    <>
      <ul>
        {sections.slice(0, mostAtOnce).map((section) => (
          <Entry key={section.path} section={section} />
        ))}
        {sections.length > mostAtOnce && (
          <li>
            <button type="button" onClick={() => setOpen(true)}>
              <Icon name="menu" size={20} />
              <span>{t('app.menu')}</span>
              <Count sections={sections.slice(mostAtOnce)} />
            </button>
          </li>
        )}
      </ul>
      <Dialog open={open} onClose={close} title={t('app.menuTitle')}>
        <ul className={css.sheet}>
          {sections.map((section) => (
            <Entry key={section.path} section={section} onClick={close} />
          ))}
        </ul>
      </Dialog>
    </>
  );
}
