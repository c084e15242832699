import { useQuery } from '@tanstack/react-query';
import { json, query } from '../api/client';
import { usePages } from '../api/pages';
import type { Page } from '../api/types';
import type { Camera } from '../cameras/types';
import type { ConsentStatement, RegisterFigures } from './types';

export interface RegisterFilter {
  q: string;
  kind: string;
  consent: string;
  /** `false` for those without a sign. */
  signed: string;
  /** An area, with all below it. */
  areaId: string;
}

/** The register in parts. */
export function useRegister(filter: RegisterFilter) {
  return usePages<Camera>('/api/cameras/register', ['register'], { ...filter });
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
