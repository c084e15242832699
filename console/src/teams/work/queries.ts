import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { json, query } from '../../api/client';
import type { Page } from '../../api/types';

/** What is an entry of the log when it is read, so it is not fetched again by itself. */
const noted = { staleTime: Infinity, refetchOnWindowFocus: false, placeholderData: keepPreviousData } as const;

/** One thing of the work of teams. */
export function useWork<T>(path: string, filter: Parameters<typeof query>[0] = {}, enabled = true) {
  return useQuery({ enabled, queryKey: ['teams', 'work', path, filter], queryFn: () => json<T>(`${path}${query(filter)}`), ...noted });
}

/** A list of it that is never long. */
export function useWorkList<T>(path: string, filter: Parameters<typeof query>[0] = {}, enabled = true) {
  return useQuery({ enabled, queryKey: ['teams', 'work', path, filter], queryFn: async () => (await json<Page<T>>(`${path}${query(filter)}`)).items, ...noted });
}

export const notedPages = { staleTime: Infinity, refetchOnWindowFocus: false } as const;
