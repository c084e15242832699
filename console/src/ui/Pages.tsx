import { type ReactNode, useEffect, useRef } from 'react';
import type { Pages as Part } from '../api/pages';
import { t } from '../i18n/text';
import { Button } from './Button';
import { Failure, Loading, StaleWhileLoading } from './State';

interface Props<T> {
  /** The list, as `usePages` asks for it. */
  pages: Part<T>;
  /** What is shown in place of an empty list. */
  empty: ReactNode;
  children: (items: T[]) => ReactNode;
}

/** A list that comes in parts: waiting, failure, nothing, the part itself, which one it is, and the way to the others. */
export function Pages<T>({ pages, empty, children }: Props<T>) {
  const top = useRef<HTMLDivElement>(null);
  const shown = useRef(pages.first);
  const said = useRef('');
  if (pages.data && !pages.isPlaceholderData) said.current = shownText(pages.first, pages.data.length, pages);
  useEffect(() => {
    if (shown.current === pages.first) return;
    shown.current = pages.first;
    if ((top.current?.getBoundingClientRect().top ?? 0) < 0) top.current?.scrollIntoView();
  }, [pages.first]);
  if (pages.isPending) return <Loading rows={pages.expected} />;
  if (!pages.data) {
    return (
      <>
        <Failure failure={pages.error} retry={() => void pages.refetch()} />
        <Turn pages={pages} />
      </>
    );
  }
  return (
    <div ref={top} className="pages">
      <StaleWhileLoading stale={pages.isPlaceholderData}>
        {pages.error && <Failure failure={pages.error} retry={() => void pages.refetch()} />}
        {pages.data.length > 0 ? (
          <>
            <p className="pages-shown" role="status">
              {said.current}
            </p>
            {children(pages.data)}
          </>
        ) : pages.isPlaceholderData ? (
          <Loading rows={pages.expected} />
        ) : (
          empty
        )}
      </StaleWhileLoading>
      <Turn pages={pages} />
    </div>
  );
}

/** Which part of how many is shown. */
function shownText<T>(first: number, length: number, { total, onNext }: Part<T>): string {
  const last = first + length - 1;
  if (first === 1 && onNext === null && total !== null && total.count === length) return t('app.shown', { count: length });
  if (total === null) return t(onNext ? 'app.shownFollow' : 'app.shownSome', { first, last });
  return t(total.more ? 'app.shownOfMore' : 'app.shownOf', { first, last, total: total.count });
}

/** The way to the other parts of a list, where it has some. A button that leads nowhere keeps the focus. */
export function Turn({ pages }: { pages: Pick<Part<unknown>, 'first' | 'onFirst' | 'onPrevious' | 'onNext'> }) {
  if (!pages.onNext && !pages.onPrevious && pages.first === 1) return null;
  return (
    <nav className="list-end" aria-label={t('app.turn')}>
      {pages.onFirst && <Button label={t('app.firstPage')} onClick={pages.onFirst} />}
      <Button label={t('app.previousPage')} aria-disabled={!pages.onPrevious} onClick={() => pages.onPrevious?.()} />
      <Button label={t('app.nextPage')} aria-disabled={!pages.onNext} onClick={() => pages.onNext?.()} />
    </nav>
  );
}
