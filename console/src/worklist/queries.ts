import { useQuery } from '@tanstack/react-query';
import { json } from '../api/client';
import type { Page } from '../api/types';
import type { WorklistEntry } from './types';

/** What waits for whoever is signed in: counts that name nobody, so that every page may ask. */
export function useWorklist() {
  return useQuery({
    queryKey: ['worklist'],
    queryFn: async () => (await json<Page<WorklistEntry>>('/api/worklist')).items,
    refetchInterval: 60_000,
  });
}
