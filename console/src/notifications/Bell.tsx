import { NavLink } from 'react-router';
import { t } from '../i18n/text';
import css from '../shell/shell.module.css';
import { Icon } from '../ui/Icon';
import { unreadText } from '../ui/title';
import { useUnread } from './queries';

/** In the bar above every page: how much is unread, and the way to it. */
export function Bell() {
  const { count = 0, urgent = false } = useUnread().data ?? {};
  const label = count === 0 ? t('notifications.title') : t(urgent ? 'notifications.unreadUrgent' : 'notifications.unread', { count });
  return (
    <NavLink className={css.bell!} to="/notifications" end aria-label={label} title={label} data-urgent={urgent}>
      <Icon name="notification" size={22} />
      {count > 0 && (
        <span className={urgent ? `${css.bellCount} ${css.bellLoud}` : css.bellCount} aria-hidden="true">
          {urgent && <Icon name="danger" size={12} />}
          {unreadText(count)}
        </span>
      )}
    </NavLink>
  );
}
