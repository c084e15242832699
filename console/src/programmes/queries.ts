import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { json, query } from '../api/client';
import type { Page } from '../api/types';
import type { Copy, Effect, Indicator, IndicatorLine, IndicatorVersion, Kind, Programme, ProgrammeFigures } from './types';

export function useKinds() {
  return useQuery({
    queryKey: ['programmes', 'kinds'],
    queryFn: async () => (await json<Page<Kind>>('/api/programme-kinds?limit=200')).items,
    staleTime: 60_000,
  });
}

export function useProgramme(id: string) {
  return useQuery({
    queryKey: ['programmes', 'one', id],
    queryFn: () => json<Programme>(`/api/programmes/${id}`),
  });
}

/** What it was copied from and where to. */
export function useCopies(id: string) {
  return useQuery({
    queryKey: ['programmes', 'copies', id],
    queryFn: async () => (await json<Page<Copy>>(`/api/programmes/${id}/copies`)).items,
  });
}

export function useEffectOf(id: string, indicator: Indicator) {
  return useQuery({
    queryKey: ['programmes', 'effect', id, indicator],
    queryFn: () => json<Effect>(`/api/programmes/${id}/effect${query({ indicator })}`),
    placeholderData: keepPreviousData,
  });
}

export function useNumbers(communeId: string, indicator: Indicator, year: number, quarter: number) {
  return useQuery({
    enabled: communeId !== '',
    queryKey: ['programmes', 'numbers', communeId, indicator, year, quarter],
    queryFn: async () => (await json<Page<IndicatorLine>>(`/api/programme-indicators${query({ communeId, indicator, year, quarter })}`)).items,
  });
}

/** What was ever entered for an area and a quarter, newest first. */
export function useNumberHistory(communeId: string, areaId: string, indicator: Indicator, at: { year: number; quarter: number }, enabled: boolean) {
  return useQuery({
    enabled,
    queryKey: ['programmes', 'number-history', communeId, areaId, indicator, at],
    queryFn: async () => (await json<Page<IndicatorVersion>>(`/api/programme-indicators/history${query({ communeId, areaId, indicator, ...at })}`)).items,
  });
}

export function useFigures(year: number, level: 'KIND' | 'COMMUNE') {
  return useQuery({
    queryKey: ['programmes', 'figures', year, level],
    queryFn: () => json<ProgrammeFigures>(`/api/programmes/figures${query({ year, level })}`),
    placeholderData: keepPreviousData,
  });
}

/** Has everything about programmes fetched anew. */
export function useProgrammesChanged() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['programmes'] });
}
