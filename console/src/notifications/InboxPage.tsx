import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { call } from '../api/client';
import { usePages } from '../api/pages';
import type { Page } from '../api/types';
import { t } from '../i18n/text';
import { Moment, useSiteTime } from '../time/site';
import { ButtonLink } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { Pages } from '../ui/Pages';
import { Badge, Empty } from '../ui/State';
import { Code, PageFrame } from '../ui/text';
import { places } from '../worklist/places';
import { byDay, dayWord, isDanger } from './news';
import css from './notifications.module.css';
import { SoundBlocked } from './SoundSettings';
import type { Notification } from './types';
import { sentence } from './words';

/** What somebody was notified of, by days. What is shown is read from then on, and looks unread until the page is left. */
export function InboxPage() {
  const pages = usePages<Notification>('/api/notifications', ['notifications', 'list']);
  const fresh = useReading(pages.first === 1 && !pages.isPlaceholderData ? pages.data : undefined);
  return (
    <PageFrame title={t('notifications.title')} lead={t('notifications.lead')} actions={<ButtonLink icon="notification" label={t('notifications.toSettings')} to="/notifications/settings" />}>
      <SoundBlocked />
      <Pages
        pages={pages}
        empty={
          <Empty icon="notification" title={t('notifications.none')}>
            <p>{t('notifications.noneMore')}</p>
          </Empty>
        }
      >
        {(items) => <Days items={items} fresh={fresh} />}
      </Pages>
    </PageFrame>
  );
}

/** Marks as read what is shown; answers with what was unread when it was first shown. */
function useReading(items: readonly Notification[] | undefined): ReadonlySet<string> {
  const client = useQueryClient();
  const fresh = useRef(new Set<string>());
  const marked = useRef('');
  const { mutate } = useMutation({
    mutationFn: (upTo: string) => call('/api/notifications/read', { method: 'POST', body: { upTo } }),
    onSuccess: (_, upTo) => {
      // What is kept of the list is as the server has it now: the next visit begins with that.
      const readAt = new Date().toISOString();
      client.setQueriesData<Page<Notification>>(
        { queryKey: ['notifications', 'list'] },
        (page) => page && { ...page, items: page.items.map((each) => (each.id <= upTo && each.readAt === null ? { ...each, readAt } : each)) },
      );
      void client.invalidateQueries({ queryKey: ['notifications', 'unread'] });
    },
    onError: () => {
      marked.current = '';
    },
  });
  for (const each of items ?? []) if (each.readAt === null) fresh.current.add(each.id);
  const newest = items?.[0]?.id ?? '';
  const any = items?.some((each) => each.readAt === null) ?? false;
  useEffect(() => {
    if (!any || newest <= marked.current) return;
    const mark = () => {
      if (document.hidden) return;
      document.removeEventListener('visibilitychange', mark);
      marked.current = newest;
      mutate(newest);
    };
    document.addEventListener('visibilitychange', mark);
    mark();
    return () => document.removeEventListener('visibilitychange', mark);
  }, [any, newest, mutate]);
  return fresh.current;
}

function Days({ items, fresh }: { items: readonly Notification[]; fresh: ReadonlySet<string> }) {
  const { zone, now } = useSiteTime();
  return byDay(items, zone).map(({ day, items: ofDay }) => {
    const word = dayWord(day, now(), zone);
    return (
      <section key={day} className={css.day} aria-labelledby={`day-${day}`}>
        <h2 id={`day-${day}`}>
          {word && <>{t(word === 'today' ? 'notifications.today' : 'notifications.yesterday')} </>}
          <Code>{day}</Code>
        </h2>
        <ul className={css.rows}>
          {ofDay.map((each) => (
            <Row key={each.id} item={each} unread={each.readAt === null || fresh.has(each.id)} />
          ))}
        </ul>
      </section>
    );
  });
}

function Row({ item, unread }: { item: Notification; unread: boolean }) {
  const place = places[item.kind];
  return (
    <li className={[css.row, unread && css.unread, item.urgent && css.urgent].filter(Boolean).join(' ')} data-notification={item.id} data-unread={unread}>
      <span className={isDanger(item.kind) ? `${css.icon} ${css.danger}` : css.icon}>
        <Icon name={place.icon} size={20} />
      </span>
      <span className={css.text}>
        <Link to={place.to}>{sentence(item)}</Link>
        <small>
          <Moment at={item.at} show="clock" />
        </small>
      </span>
      <span className={css.marks}>
        {item.urgent && (
          <Badge tone="bad" icon="danger">
            {t('notifications.urgent')}
          </Badge>
        )}
        {unread && (
          <Badge tone="info" icon="record">
            {t('notifications.unreadMark')}
          </Badge>
        )}
      </span>
    </li>
  );
}
