import { useQuery } from '@tanstack/react-query';
import { json } from '../api/client';
import type { Page } from '../api/types';
import type { CasePass } from '../vehicles/types';

/** The passes that a case keeps, the earliest first. Each reading is an entry of the log. */
export function useCasePasses(caseId: string) {
  return useQuery({
    queryKey: ['case', caseId, 'passes'],
    queryFn: async () => (await json<Page<CasePass>>(`/api/cases/${caseId}/passes`)).items,
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });
}
