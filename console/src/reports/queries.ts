import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { json, query } from '../api/client';
import { usePages } from '../api/pages';
import type { Page } from '../api/types';
import type { PivotQuery } from './pivot';
import type { CountedRecord, CustomIndicator, Figures, IndicatorView, Outline, Pivot, Report, ReportPlace, Sentence, Trend, WaitingReport } from './types';

export function useReportFigures(period: string, area: string | null, columns: readonly string[], enabled = true) {
  return useQuery({
    enabled,
    queryKey: ['reports', 'figures', period, area, columns],
    queryFn: () => json<Figures>(`/api/reports/figures${query({ period, area, columns: columns.join(',') })}`),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

export function useTrend(indicator: string, period: string, area: string | null, enabled: boolean) {
  return useQuery({
    enabled,
    queryKey: ['reports', 'trend', indicator, period, area],
    queryFn: () => json<Trend>(`/api/reports/trend${query({ indicator, period, area })}`),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

export function usePivot(asked: PivotQuery, enabled: boolean) {
  return useQuery({
    enabled,
    queryKey: ['reports', 'pivot', asked],
    queryFn: () => json<Pivot>(`/api/reports/pivot${query({ ...asked, indicators: asked.indicators.join(',') })}`),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

export function useSentence(year: number, area: string | null, enabled: boolean) {
  return useQuery({
    enabled,
    queryKey: ['reports', 'sentence', year, area],
    queryFn: () => json<Sentence>(`/api/reports/summary${query({ year, area })}`),
    staleTime: 60_000,
  });
}

export function useIndicators(enabled = true) {
  return useQuery({
    enabled,
    queryKey: ['reports', 'indicators'],
    queryFn: async () => (await json<Page<IndicatorView>>('/api/reports/indicators')).items,
    staleTime: 600_000,
  });
}

export function useCustomIndicators() {
  return useQuery({
    queryKey: ['reports', 'custom'],
    queryFn: async () => (await json<Page<CustomIndicator>>('/api/reports/custom-indicators')).items,
  });
}

export function useOutlines(area: string | null, enabled: boolean) {
  return useQuery({
    enabled: enabled && area !== null,
    queryKey: ['areas', 'outlines', area],
    queryFn: async () => (await json<Page<Outline>>(`/api/areas/${area}/outlines`)).items,
    staleTime: Infinity,
  });
}

export function usePlaces(period: string, area: string | null, enabled: boolean) {
  return useQuery({
    enabled,
    queryKey: ['reports', 'places', period, area],
    queryFn: async () => (await json<Page<ReportPlace>>(`/api/reports${query({ period, area })}`)).items,
    placeholderData: keepPreviousData,
  });
}

export function usePeriods(area: string | null, enabled: boolean) {
  return useQuery({
    enabled,
    queryKey: ['reports', 'periods', area],
    queryFn: async () => (await json<Page<ReportPlace>>(`/api/reports/periods${query({ area })}`)).items,
  });
}

export function useReport(id: string, version: number | null) {
  return useQuery({
    queryKey: ['reports', 'one', id, version],
    queryFn: () => json<Report>(`/api/reports/${id}${query({ version })}`),
    placeholderData: keepPreviousData,
  });
}

/** What waits for the signed-in officer or chair. */
export function useWaitingReports(enabled: boolean) {
  return useQuery({
    enabled,
    queryKey: ['reports', 'waiting'],
    queryFn: async () => (await json<Page<WaitingReport>>('/api/reports/waiting')).items,
  });
}

export function useCountedRecords(filter: { indicator: string; period: string; area: string | null; part: string | null }) {
  return usePages<CountedRecord>('/api/reports/records', ['reports', 'records'], filter);
}
