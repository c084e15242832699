import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { json, query } from './client';
import type { Page, Total } from './types';

/** How many items of a list are asked for and drawn at once. */
const pageSize = 50;

/** A part of a list, as `usePages` asks for it. */
export interface Pages<T> {
  data: T[] | undefined;
  /** The place of its first item in the whole list, from 1. */
  first: number;
  /** How long the whole list is; null until its first part is there. */
  total: Total | null;
  error: Error | null;
  isPending: boolean;
  /** Whether what is shown was asked for before, and the answer to what is asked now is to come. */
  isPlaceholderData: boolean;
  /** How many items its part had when it was last shown, for the room it takes while it is asked for. */
  expected: number;
  refetch: () => Promise<unknown>;
  /** To the part that follows, the one before, and the first one; null where there is none. */
  onNext: (() => void) | null;
  onPrevious: (() => void) | null;
  onFirst: (() => void) | null;
}

/** Where a part begins: what the server gave out for it, its first item's place, and how long the list is. */
interface Place {
  after: string;
  first: number;
  total: Total | null;
}

/** The places that led to what is shown of each list: whoever comes back to it finds it as it was left. */
const trails = new Map<string, Place[]>();
const lengths = new Map<string, number>();
const listeners = new Set<() => void>();
const none: Place[] = [];

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/**
 * A list in parts: one is fetched and shown, and asked for again where that is wished; however long the list is,
 * no more than that is read.
 *
 * @param key what the list is kept under, beside its filter
 */
export function usePages<T>(
  path: string,
  key: readonly string[],
  filter: Parameters<typeof query>[0] = {},
  options: { enabled?: boolean; refetchInterval?: number; refetchOnWindowFocus?: boolean; staleTime?: number } = {},
): Pages<T> {
  const name = JSON.stringify([path, filter]);
  const trail = useSyncExternalStore(subscribe, () => trails.get(name) ?? none);
  const go = useCallback(
    (next: Place[]) => {
      trails.set(name, next);
      listeners.forEach((listener) => listener());
    },
    [name],
  );
  const place = trail.at(-1) ?? { after: '', first: 1, total: null };
  const asked = useQuery({
    queryKey: [...key, filter, place.after],
    queryFn: () => json<Page<T>>(`${path}${query({ ...filter, limit: pageSize, after: place.after })}`),
    placeholderData: keepPreviousData,
    ...options,
  });
  const page = asked.data;
  const total = place.after === '' && !asked.isPlaceholderData ? (page?.total ?? null) : place.total;
  const { next = null, items } = page ?? {};
  if (items && !asked.isPlaceholderData) lengths.set(path, items.length);
  return {
    data: items,
    first: place.first,
    total,
    error: asked.error,
    isPending: asked.isPending,
    isPlaceholderData: asked.isPlaceholderData,
    expected: lengths.get(path) ?? 10,
    refetch: asked.refetch,
    onNext: next !== null && items && !asked.isPlaceholderData ? () => go([...trail, { after: next, first: place.first + items.length, total }]) : null,
    onPrevious: trail.length > 0 ? () => go(trail.slice(0, -1)) : null,
    onFirst: trail.length > 1 ? () => go([]) : null,
  };
}
