import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { json, query } from '../api/client';
import type { Answer, Search } from './types';

const shownAtOnce = 24;
const key = ['vehicles', 'searches'];

/** The hits of a search in parts, each asked for once: every one is an entry of the log. */
export function useVehicleSearch(asked: Pick<Search, 'caseId' | 'reason' | 'text' | 'misreading' | 'strict' | 'from' | 'to'> | null) {
  return useInfiniteQuery({
    enabled: asked !== null,
    queryKey: [...key, asked],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      json<Answer>(`/api/sightings/searches${query({ limit: shownAtOnce, after: pageParam })}`, {
        method: 'POST',
        body: asked,
      }),
    getNextPageParam: ({ hits }) => hits.next,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

/** Asks once more for what is asked already, from its first part. */
export function useSearchAgain(): () => void {
  const client = useQueryClient();
  return () => void client.resetQueries({ queryKey: key, type: 'active' });
}
