import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { json, query } from '../api/client';
import { usePages } from '../api/pages';
import type { Page } from '../api/types';
import type { MemberDetails, Roster, Standard, TakenList, Team, Waiting } from './types';

export function useRoster(area: string | null, enabled = true) {
  return useQuery({
    enabled,
    queryKey: ['teams', 'roster', area],
    queryFn: () => json<Roster>(`/api/teams/roster${query({ area })}`),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

/** One team with its people; opening it is an entry of the log, so it is not fetched again by itself. */
export function useTeam(id: string) {
  return useQuery({
    queryKey: ['teams', 'one', id],
    queryFn: () => json<Team>(`/api/teams/${id}`),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
}

/** All of one member; the same. */
export function useMember(team: string, id: string) {
  return useQuery({
    queryKey: ['teams', 'member', team, id],
    queryFn: () => json<MemberDetails>(`/api/teams/${team}/members/${id}`),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
}

/** What waits for the signed-in chair. */
export function useWaitingTeams(enabled: boolean) {
  return usePages<Waiting>('/api/teams/waiting', ['teams', 'waiting'], {}, { enabled });
}

/** What law and province say of teams. */
export function useStandard() {
  return useQuery({
    queryKey: ['teams', 'standard'],
    queryFn: () => json<Standard>('/api/teams/standard'),
    staleTime: Infinity,
  });
}

/** The last lists that were taken in. */
export function useTakenLists(enabled: boolean) {
  return useQuery({
    enabled,
    queryKey: ['teams', 'lists'],
    queryFn: async () => (await json<Page<TakenList>>('/api/teams/lists')).items,
  });
}

/** Has everything about teams fetched anew. */
export function useTeamsChanged() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['teams'] });
}
