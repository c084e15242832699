import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

export type ChangeAddress = ReturnType<typeof useAddress>[1];

/**
 * What the page's address asks for, and a way to change some of it; what is null or empty leaves the address.
 * A change is one of the address as it is, and not as it was drawn last: of two that follow faster than a page is drawn, none is lost.
 */
export function useAddress() {
  const [asked, setAsked] = useSearchParams();
  const change = useCallback(
    (changes: Record<string, string | null>, { goBack = false } = {}) => {
      const next = addressNow();
      for (const [name, value] of Object.entries(changes)) {
        if (value) next.set(name, value);
        else next.delete(name);
      }
      setAsked(next, { replace: !goBack });
    },
    [setAsked],
  );
  return [asked, change] as const;
}

/** What the address asks for at this moment, which may be later than what is drawn. */
export function addressNow(): URLSearchParams {
  return new URLSearchParams(location.search);
}
