import { useQuery } from '@tanstack/react-query';
import { json } from '../api/client';
import { t, tCode } from '../i18n/text';
import { NotFound } from '../shell/ErrorPage';
import { Moment, useSiteTime } from '../time/site';
import { Empty, Notice, QueryState } from '../ui/State';
import { Code, PageFrame } from '../ui/text';
import css from './demo.module.css';
import type { DemoMessage, DemoMessages } from './types';

/** What a demonstration sent to owners and officers, as their telephones would show it; of no other installation. */
export function MailboxPage() {
  const { site } = useSiteTime();
  if (!site.demonstration) return <NotFound />;
  return <Mailbox />;
}

function Mailbox() {
  const messages = useQuery({
    queryKey: ['demo', 'messages'],
    queryFn: () => json<DemoMessages>('/api/demo/messages'),
    refetchInterval: 3_000,
  });
  return (
    <PageFrame title={t('app.mailbox')} lead={t('app.mailboxLead')}>
      <Notice tone="info">
        <p>{t('app.mailboxDemo')}</p>
      </Notice>
      {!messages.data ? (
        <QueryState query={messages} />
      ) : messages.data.items.length === 0 ? (
        <Empty icon="mail" title={t('app.mailboxNone')} />
      ) : (
        <ol className={css.messages} aria-live="polite">
          {messages.data.items.map((message) => (
            <Item key={message.id} message={message} />
          ))}
        </ol>
      )}
    </PageFrame>
  );
}

function Item({ message }: { message: DemoMessage }) {
  return (
    <li className="panel stack">
      <p className="summary">
        <strong>{tCode('app.mailboxType', message.type)}</strong>
        <span>
          {t('app.mailboxTo')} <Code>{message.to}</Code>
        </span>
        <Moment at={message.at} />
      </p>
      <p className={css.text} lang={message.language} dir="auto">
        {message.text}
      </p>
      {message.link && (
        <p>
          <a href={message.link} target="_blank" rel="noreferrer" className="button button-plain">
            {t('app.mailboxOpen')}
          </a>
        </p>
      )}
    </li>
  );
}
