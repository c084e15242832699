import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { json, query } from '../api/client';
import { usePages } from '../api/pages';
import type { Page } from '../api/types';
import type { Camera } from '../cameras/types';
import type { Bounds, CameraCell, ConsentStatement, RegisterFigures } from './types';

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

/** Where the cameras of the register are, those close to each other as one: all of them, or those on a part of the map. */
export function useCameraCells(filter: Partial<RegisterFilter> | undefined, part: Bounds | null, enabled = true) {
  return useQuery({
    queryKey: ['register', 'map', filter, part],
    queryFn: async () => (await json<Page<CameraCell>>(`/api/cameras/register/map${query({ ...filter, ...part })}`)).items,
    enabled: enabled && filter !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

export function useStatements(id: string) {
  return useQuery({
    queryKey: ['register', 'consents', id],
    queryFn: async () => (await json<Page<ConsentStatement>>(`/api/cameras/${id}/consents`)).items,
  });
}
