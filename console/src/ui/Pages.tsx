import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { t } from '../text/text';
import { Button } from './Button';
import { Failure, Kept, Loading } from './State';

interface Props<T> {
  /** The list, as `usePages` asks for it. */
  pages: UseInfiniteQueryResult<T[]>;
  /** What is shown in place of an empty list. */
  empty: ReactNode;
  children: (items: T[]) => ReactNode;
}

/** A list that comes in parts: waiting, failure, nothing, the list itself, and the way to more of it. */
export function Pages<T>({ pages, empty, children }: Props<T>) {
  if (pages.isPending) return <Loading />;
  if (!pages.data) return <Failure failure={pages.error} retry={() => void pages.refetch()} />;
  return (
    <Kept stale={pages.isPlaceholderData}>
      {pages.error && <Failure failure={pages.error} retry={() => void pages.refetch()} />}
      {pages.data.length > 0 ? children(pages.data) : pages.isPlaceholderData ? <Loading /> : empty}
      {pages.data.length > 0 && (
        <p className="list-end">
          <span role="status">{t('app.shown', { count: pages.data.length })}</span>
          {pages.hasNextPage && (
            <Button disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
              {t('app.more')}
            </Button>
          )}
        </p>
      )}
    </Kept>
  );
}
