import { keepPreviousData, MutationCache, QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Camera, CameraSummary } from '../cameras/types';
import type { Case, CaseOfficers, CaseType } from '../cases/types';
import type { EvidenceRequest, RequestChoices } from '../requests/types';
import { json, Offline, Problem, query, signedInAgain } from './client';
import { usePages } from './pages';
import type { Page, Session, Site, User } from './types';

export const queryClient: QueryClient = new QueryClient({
  mutationCache: new MutationCache({
    // Whatever was done may have been one of the things that waited.
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: ['worklist'] }),
    onError: (failure) => {
      if (failure instanceof Problem && failure.code === 'read-only') void queryClient.invalidateQueries({ queryKey: ['site', 'read-only'] });
    },
  }),
  defaultOptions: {
    // The server is on the local network as often as not: the browser's idea of "online" says nothing.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      staleTime: 5_000,
      retry: (count, failure) => (failure instanceof Problem ? false : failure instanceof Offline && count < 2),
      refetchOnWindowFocus: true,
    },
  },
});

export function useSite() {
  return useQuery({
    queryKey: ['site'],
    queryFn: () => json<Site>('/api/site'),
    staleTime: Infinity,
  });
}

/** Who is signed in; somebody whose session ended while they were writing stays so until they say. */
async function readSession(): Promise<Session> {
  const found = await json<Session>('/api/session');
  return found.user === null && (await signedInAgain()) ? readSession() : found;
}

export function useSession() {
  return useQuery({
    queryKey: ['session'],
    queryFn: readSession,
    staleTime: 60_000,
  });
}

/** The signed-in person. Only for screens behind the sign-in. */
export function useUser(): User {
  const session = useSession().data;
  if (!session?.user) throw new Error('nobody is signed in');
  return session.user;
}

/** The connected cameras in which all words occur, in parts, as they are now. */
export function useCameraList(filter: { q: string; state: 'ALL' | 'DOWN' }) {
  return usePages<Camera>('/api/cameras', ['cameras', 'list'], filter, { refetchInterval: 5_000 });
}

/** The first of the connected cameras in which all words occur, to choose from. */
export function useCameraSearch(search: string, limit: number, enabled = true) {
  return useQuery({
    enabled,
    queryKey: ['cameras', 'search', search, limit],
    queryFn: () => json<Page<Camera>>(`/api/cameras${query({ q: search, limit })}`),
    staleTime: 30_000,
    placeholderData: keepPreviousData,
  });
}

/** Some cameras, whatever their kind; those that there are not, or that one may not see, are missing. */
export function useCamerasOf(ids: readonly string[], { refetchInterval }: { refetchInterval?: number } = {}) {
  const asked = [...new Set(ids)].filter(Boolean).sort();
  return useQuery({
    enabled: asked.length > 0,
    queryKey: ['cameras', 'of', asked],
    queryFn: async () => (await json<Page<Camera>>(`/api/cameras?limit=200&${asked.map((id) => `id=${encodeURIComponent(id)}`).join('&')}`)).items,
    staleTime: 30_000,
    placeholderData: keepPreviousData,
    ...(refetchInterval ? { refetchInterval } : {}),
  });
}

export function useCamera(id: string) {
  const client = useQueryClient();
  return useQuery({
    queryKey: ['camera', id],
    queryFn: () => json<Camera>(`/api/cameras/${id}`),
    refetchInterval: 5_000,
    placeholderData: () =>
      client
        .getQueriesData<Page<Camera>>({ queryKey: ['cameras', 'list'] })
        .flatMap(([, page]) => page?.items ?? [])
        .find((camera) => camera.id === id),
  });
}

export function useCameraSummary() {
  return useQuery({
    queryKey: ['cameras', 'summary'],
    queryFn: () => json<CameraSummary>('/api/cameras/summary'),
    refetchInterval: 5_000,
  });
}

/** Which cases of a figure of a year: all texts of the address, as the server takes them. */
export interface CaseNarrowing {
  type?: string | null;
  area?: string | null;
  opened?: string | null;
  closed?: string | null;
  clarified?: string | null;
  own?: string | null;
}

/** The newest cases, of those in which all words occur. */
export function useCases(search: string, state: string, enabled = true, narrowing: CaseNarrowing = {}) {
  return usePages<Case>('/api/cases', ['cases'], { q: search, state, ...narrowing }, { enabled });
}

/** The types of case, those that ended among them. */
export function useCaseTypes() {
  return useQuery({
    queryKey: ['caseTypes'],
    queryFn: async () => (await json<Page<CaseType>>('/api/case-types')).items,
    staleTime: 60_000,
  });
}

export function useCase(id: string | undefined) {
  return useQuery({
    queryKey: ['case', id],
    queryFn: () => json<Case>(`/api/cases/${id}`),
    enabled: Boolean(id),
  });
}

/** Who works on a case, and who could. */
export function useCaseOfficers(id: string, enabled = true) {
  return useQuery({ queryKey: ['case', id, 'officers'], queryFn: () => json<CaseOfficers>(`/api/cases/${id}/officers`), enabled: enabled && id !== '', staleTime: 60_000 });
}

export function useRequests(filter: { mine?: boolean; code?: string }, enabled = true) {
  return usePages<EvidenceRequest>('/api/requests', ['requests'], filter, { enabled, refetchInterval: 10_000 });
}

/** What waits for a decision, the most urgent first. */
export function useWaiting(enabled: boolean) {
  return usePages<EvidenceRequest>('/api/requests/waiting', ['requests', 'waiting'], {}, { enabled, refetchInterval: 10_000 });
}

const underWay = new Set(['APPROVED', 'COLLECTING']);

export function useRequest(id: string) {
  return useQuery({
    queryKey: ['request', id],
    queryFn: () => json<EvidenceRequest>(`/api/requests/${id}`),
    refetchInterval: (state) => (underWay.has(state.state.data?.state ?? '') ? 1_000 : 10_000),
  });
}

export function useChoices(enabled = true) {
  return useQuery({
    enabled,
    queryKey: ['requests', 'choices'],
    queryFn: () => json<RequestChoices>('/api/requests/choices'),
    staleTime: Infinity,
  });
}
