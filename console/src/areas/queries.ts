import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { json, query } from '../api/client';
import type { Page } from '../api/types';
import type { AreaFacts, Branch, FoundArea } from './types';

/** Today's areas by what people call them, be it by a former name. */
export function useAreaSearch(q: string, enabled = true) {
  const sought = q.trim();
  return useQuery({
    enabled: enabled && sought !== '',
    queryKey: ['areas', 'search', sought],
    queryFn: async () => (await json<Page<FoundArea>>(`/api/areas/search${query({ q: sought.slice(0, 200) })}`)).items,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

/** The areas directly in one, or at the top. */
export function useBranches(below: string | null, enabled = true) {
  return useQuery({
    enabled,
    queryKey: ['areas', 'tree', below],
    queryFn: async () => (await json<Page<Branch>>(`/api/areas/tree${query({ below })}`)).items,
    staleTime: 60_000,
  });
}

export function useArea(id: string, enabled = true) {
  return useQuery({
    enabled: enabled && id !== '',
    queryKey: ['areas', 'one', id],
    queryFn: () => json<AreaFacts>(`/api/areas/${id}`),
    staleTime: 60_000,
  });
}
