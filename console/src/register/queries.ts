import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { json, query } from '../api/client';
import type { Camera, ConsentStatement, Page, RegisterFigures } from '../api/types';

export interface RegisterFilter {
  q: string;
  kind: string;
  consent: string;
}

/** The register in parts; more are fetched when asked for. */
export function useRegister(filter: RegisterFilter) {
  return useInfiniteQuery({
    queryKey: ['register', filter],
    queryFn: ({ pageParam }) => json<Page<Camera>>(`/api/cameras/register${query({ ...filter, limit: 100, after: pageParam })}`),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (previous) => previous,
  });
}

export function useRegisterFigures() {
  return useQuery({ queryKey: ['register', 'figures'], queryFn: () => json<RegisterFigures>('/api/cameras/register/figures') });
}

/** Some cameras that are on the map, for finding one's way. */
export function usePlacedCameras() {
  return useQuery({
    queryKey: ['register', 'placed'],
    queryFn: async () => (await json<Page<Camera>>(`/api/cameras/register${query({ placed: true, limit: 200 })}`)).items,
    staleTime: 60_000,
  });
}

export function useStatements(id: string) {
  return useQuery({
    queryKey: ['register', 'consents', id],
    queryFn: async () => (await json<Page<ConsentStatement>>(`/api/cameras/${id}/consents`)).items,
  });
}
