import { keepPreviousData, MutationCache, QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { json, Offline, Problem, query } from './client';
import { usePages } from './pages';
import type { Camera, CameraSummary } from '../cameras/types';
import type { Case, CaseType } from '../cases/types';
import type { EvidenceRequest, RequestChoices } from '../requests/types';
import { roles, type Page, type Role, type Session, type Site, type User } from './types';

export const queryClient: QueryClient = new QueryClient({
  mutationCache: new MutationCache({
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

export function useSession() {
  return useQuery({
    queryKey: ['session'],
    queryFn: () => json<Session>('/api/session'),
    staleTime: 60_000,
  });
}

/** The signed-in person. Only for screens behind the sign-in. */
export function useUser(): User {
  const session = useSession().data;
  if (!session?.user) throw new Error('nobody is signed in');
  return session.user;
}

export type Right =
  | 'cameras'
  | 'live'
  | 'playback'
  | 'find'
  | 'contact'
  | 'changeCameras'
  | 'cases'
  | 'request'
  | 'decide'
  | 'markUrgent'
  | 'urgentUse'
  | 'figures'
  | 'requests'
  | 'receive'
  | 'findings'
  | 'reviews'
  | 'reviewEmergencies'
  | 'holds'
  | 'dataRequests'
  | 'handleDataRequests'
  | 'mediations'
  | 'receiveMediations'
  | 'mediationTeams'
  | 'proposeMediators'
  | 'mediationFigures'
  | 'measureSection'
  | 'measures'
  | 'keepMeasures'
  | 'measureOpenings'
  | 'measureFigures'
  | 'measureKinds'
  | 'log'
  | 'suspension'
  | 'people'
  | 'areas'
  | 'changeAreas'
  | 'caseTypes'
  | 'teams'
  | 'teamFigures'
  | 'readTeams'
  | 'keepTeams'
  | 'decideTeams'
  | 'payRules'
  | 'campaigns'
  | 'keepCampaigns'
  | 'situations'
  | 'situationFigures'
  | 'situationEmergencies'
  | 'standard'
  | 'standardUnits'
  | 'standardCounts'
  | 'programmes'
  | 'readProgrammes'
  | 'keepProgrammes'
  | 'importStandard'
  | 'mediationFees'
  | 'copyProgrammes'
  | 'programmeFigures'
  | 'reports'
  | 'submitReports'
  | 'reportWork';

const rights: Record<Right, readonly Role[]> = {
  cameras: ['DUTY_OFFICER', 'INVESTIGATOR', 'APPROVER', 'ADMINISTRATOR'],
  live: ['DUTY_OFFICER'],
  playback: ['DUTY_OFFICER', 'INVESTIGATOR'],
  find: ['DUTY_OFFICER', 'INVESTIGATOR'],
  contact: ['INVESTIGATOR', 'ADMINISTRATOR'],
  changeCameras: ['ADMINISTRATOR'],
  cases: ['INVESTIGATOR', 'APPROVER'],
  request: ['INVESTIGATOR'],
  decide: ['APPROVER'],
  markUrgent: ['DUTY_OFFICER'],
  figures: ['INVESTIGATOR', 'APPROVER', 'AUDITOR', 'OMBUDSMAN', 'ADMINISTRATOR'],
  urgentUse: ['AUDITOR', 'ADMINISTRATOR'],
  requests: ['DUTY_OFFICER', 'INVESTIGATOR', 'APPROVER', 'AUDITOR'],
  receive: ['INVESTIGATOR', 'APPROVER'],
  findings: ['AUDITOR'],
  reviews: ['INVESTIGATOR', 'APPROVER', 'AUDITOR'],
  reviewEmergencies: ['SENIOR_APPROVER', 'AUDITOR'],
  holds: ['INVESTIGATOR', 'APPROVER', 'AUDITOR'],
  dataRequests: ['AUDITOR', 'ADMINISTRATOR'],
  handleDataRequests: ['ADMINISTRATOR'],
  mediations: ['COMMUNITY_OFFICER', 'MEDIATOR', 'VILLAGE_HEAD', 'AUDITOR'],
  receiveMediations: ['COMMUNITY_OFFICER', 'MEDIATOR', 'VILLAGE_HEAD'],
  mediationTeams: ['COMMUNITY_OFFICER', 'CHAIR', 'MEDIATOR', 'VILLAGE_HEAD', 'PARTNER', 'AUDITOR'],
  proposeMediators: ['VILLAGE_HEAD', 'PARTNER'],
  mediationFigures: ['COMMUNITY_OFFICER', 'CHAIR', 'MEDIATOR', 'VILLAGE_HEAD', 'PARTNER', 'ANALYST', 'AUDITOR'],
  measureSection: ['COMMUNITY_OFFICER', 'CHAIR', 'TEAM_LEADER', 'TEAM_MEMBER', 'MEDIATOR', 'VILLAGE_HEAD', 'PARTNER', 'ADMINISTRATOR', 'ANALYST', 'AUDITOR'],
  measures: ['COMMUNITY_OFFICER', 'CHAIR', 'TEAM_LEADER', 'TEAM_MEMBER', 'MEDIATOR', 'VILLAGE_HEAD', 'PARTNER'],
  keepMeasures: ['COMMUNITY_OFFICER'],
  measureOpenings: ['COMMUNITY_OFFICER', 'CHAIR'],
  measureFigures: ['COMMUNITY_OFFICER', 'CHAIR', 'ANALYST', 'AUDITOR'],
  measureKinds: ['COMMUNITY_OFFICER', 'CHAIR', 'ADMINISTRATOR', 'AUDITOR'],
  log: ['AUDITOR', 'OMBUDSMAN'],
  suspension: ['AUDITOR', 'ADMINISTRATOR'],
  people: ['ADMINISTRATOR'],
  areas: roles,
  changeAreas: ['ADMINISTRATOR'],
  caseTypes: ['ADMINISTRATOR'],
  teams: ['COMMUNITY_OFFICER', 'CHAIR', 'TEAM_LEADER', 'TEAM_MEMBER', 'AUDITOR', 'ADMINISTRATOR', 'ANALYST'],
  teamFigures: ['COMMUNITY_OFFICER', 'CHAIR', 'AUDITOR', 'ADMINISTRATOR', 'ANALYST'],
  readTeams: ['COMMUNITY_OFFICER', 'CHAIR'],
  keepTeams: ['COMMUNITY_OFFICER'],
  decideTeams: ['CHAIR'],
  payRules: ['COMMUNITY_OFFICER', 'CHAIR', 'ADMINISTRATOR'],
  campaigns: ['COMMUNITY_OFFICER', 'CHAIR', 'PARTNER', 'VILLAGE_HEAD', 'TEAM_LEADER', 'ANALYST', 'AUDITOR'],
  keepCampaigns: ['COMMUNITY_OFFICER', 'PARTNER'],
  situations: ['COMMUNITY_OFFICER'],
  situationFigures: ['COMMUNITY_OFFICER', 'CHAIR', 'ANALYST', 'AUDITOR'],
  situationEmergencies: ['COMMUNITY_OFFICER', 'CHAIR'],
  standard: ['VILLAGE_HEAD', 'COMMUNITY_OFFICER', 'CHAIR', 'ANALYST', 'AUDITOR', 'ADMINISTRATOR'],
  standardUnits: ['VILLAGE_HEAD', 'COMMUNITY_OFFICER', 'CHAIR', 'AUDITOR'],
  standardCounts: ['COMMUNITY_OFFICER', 'CHAIR', 'ANALYST', 'AUDITOR'],
  programmes: ['COMMUNITY_OFFICER', 'CHAIR', 'PARTNER', 'TEAM_LEADER', 'VILLAGE_HEAD', 'AUDITOR', 'ANALYST'],
  readProgrammes: ['COMMUNITY_OFFICER', 'CHAIR', 'PARTNER', 'TEAM_LEADER', 'VILLAGE_HEAD', 'AUDITOR'],
  keepProgrammes: ['COMMUNITY_OFFICER'],
  importStandard: ['COMMUNITY_OFFICER'],
  mediationFees: ['CHAIR', 'PARTNER', 'VILLAGE_HEAD', 'ADMINISTRATOR'],
  copyProgrammes: ['COMMUNITY_OFFICER', 'CHAIR', 'PARTNER'],
  programmeFigures: ['COMMUNITY_OFFICER', 'CHAIR', 'PARTNER', 'ANALYST', 'AUDITOR'],
  reports: ['COMMUNITY_OFFICER', 'CHAIR', 'ANALYST', 'AUDITOR'],
  submitReports: ['COMMUNITY_OFFICER'],
  reportWork: ['COMMUNITY_OFFICER', 'CHAIR'],
};

/** What the console offers; the server decides what is allowed. */
export function may(user: User, right: Right): boolean {
  return rights[right].some((role) => user.roles.includes(role));
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
