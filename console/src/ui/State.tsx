import { type ReactNode, useEffect, useState } from 'react';
import { Offline, Problem } from '../api/client';
import { t } from '../i18n/text';
import { Button } from './Button';
import { Icon, type IconName } from './Icon';
import { usePageTitle } from './text';

/** Whether an answer is late; a quick one brings nothing into sight that goes at once. */
function useLate(): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return late;
}

/** The room of what is on its way, from the first moment on, so that nothing moves when it comes. */
export function Loading({ rows = 3 }: { rows?: number }) {
  const late = useLate();
  return (
    <div className="state-loading" data-late={late} aria-busy="true">
      <div className="skeleton" aria-hidden="true">
        {Array.from({ length: rows }, (_, row) => (
          <span key={row} />
        ))}
      </div>
      {late && (
        <p className="visually-hidden" role="status">
          {t('app.loading')}
        </p>
      )}
    </div>
  );
}

/** Something is done for the reader, who is told what. */
export function Working({ what }: { what: string }) {
  const late = useLate();
  return (
    <div className="state state-loading" aria-busy="true">
      {late && (
        <>
          <span className="spinner" aria-hidden="true" />
          <p role="status">{what}</p>
        </>
      )}
    </div>
  );
}

interface Query {
  isPending: boolean;
  error: unknown;
  refetch: () => unknown;
}

/** What stands for an answer that is not there: that it is on its way, or why it is not. */
export function QueryState({ query }: { query: Query }) {
  if (query.isPending) return <Loading />;
  if (query.error) return <Failure failure={query.error} retry={() => void query.refetch()} />;
  return null;
}

/** What was answered before and stays until the answer to what is asked now is there: seen to be so. */
export function StaleWhileLoading({ stale, children }: { stale: boolean; children: ReactNode }) {
  return (
    <div className={stale ? 'stack stale' : 'stack'} aria-busy={stale}>
      {children}
    </div>
  );
}

/** Nothing to show: what was asked, and what to do next. */
export function Empty({ title, children, icon = 'search' }: { title: string; children?: ReactNode; icon?: IconName }) {
  return (
    <div className="state">
      <Icon name={icon} size={28} />
      <p className="state-title">{title}</p>
      {children && <div className="state-more">{children}</div>}
    </div>
  );
}

/** A page that is not for the reader. */
export function Forbidden() {
  usePageTitle(t('app.forbiddenTitle'));
  return (
    <Empty icon="closed" title={t('app.forbiddenTitle')}>
      <p>{t('app.forbiddenDetail')}</p>
    </Empty>
  );
}

/** Why a screen or an act did not work, in the server's words; what was typed is kept. */
export function Failure({ failure, retry }: { failure: unknown; retry?: () => void }) {
  const forbidden = failure instanceof Problem && failure.status === 403;
  const missing = failure instanceof Problem && failure.status === 404;
  const title =
    failure instanceof Offline
      ? t('app.offlineTitle')
      : failure instanceof Problem
        ? failure.title || t(forbidden ? 'app.forbiddenTitle' : missing ? 'app.missingTitle' : 'app.failedTitle')
        : t('app.failedTitle');
  return (
    <div className={forbidden ? 'notice notice-warn' : 'notice notice-bad'} role="alert">
      <Icon name={forbidden ? 'closed' : 'danger'} />
      <div>
        <p className="notice-title">{title}</p>
        {failure instanceof Problem && failure.detail && <p>{failure.detail}</p>}
        {failure instanceof Offline && <p>{t('app.offlineDetail')}</p>}
        {forbidden && <p>{t('app.forbiddenDetail')}</p>}
        {failure instanceof Problem && failure.retryAfterSeconds !== null && <p>{t('app.retryAfter', { seconds: failure.retryAfterSeconds })}</p>}
        {retry && <Button small label={t('app.retry')} onClick={retry} />}
        {failure instanceof Problem && failure.traceId && (
          <p className="trace">
            {t('app.trace')} <bdi dir="ltr">{failure.traceId}</bdi>
          </p>
        )}
      </div>
    </div>
  );
}

export type Tone = 'info' | 'ok' | 'warn' | 'bad';
const toneIcons: Record<Tone, IconName> = { info: 'info', ok: 'done', warn: 'warn', bad: 'danger' };

export function Notice({ tone, title, children }: { tone: Tone; title?: ReactNode; children?: ReactNode }) {
  return (
    <div className={`notice notice-${tone}`}>
      <Icon name={toneIcons[tone]} />
      <div>
        {title && <p className="notice-title">{title}</p>}
        {children}
      </div>
    </div>
  );
}

/** A state as icon, colour and word together. */
export function Badge({ tone, icon, children }: { tone: Tone | 'mute'; icon?: IconName; children: ReactNode }) {
  return (
    <span className={`badge badge-${tone}`}>
      {icon && <Icon name={icon} size={14} />}
      {children}
    </span>
  );
}
