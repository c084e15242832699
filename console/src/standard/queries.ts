import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { json, query } from '../api/client';
import type { Below, Page } from '../api/types';
import { useSiteTime } from '../time/site';
import { zonedFields } from '../time/zone';
import { type CommandOptions, useCommand } from '../ui/CommandForm';
import type { Assessment, CriteriaSet } from './types';

export const assessmentKey = (id: string) => ['standard', 'assessment', id];

/** One assessment; opening it is an entry of the log, so it is not fetched again by itself. */
export function useAssessment(id: string) {
  return useQuery({
    queryKey: assessmentKey(id),
    queryFn: () => json<Assessment>(`/api/standard/assessments/${id}`),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
}

export interface AssessmentCommand {
  what: Below<'/api/standard/assessments/{id}'>;
  body: () => unknown;
  /** Called with what came back, before the next act begins, also once the form is closed. */
  done?: (made: Assessment) => void;
}

/** Does something with an assessment; one after the other, and what comes back is shown. */
export function useAssessmentMutation(id: string, onDone?: () => void) {
  const client = useQueryClient();
  return useMutation({
    scope: { id: `standard ${id}` },
    mutationFn: ({ what, body }: AssessmentCommand) => json<Assessment>(`/api/standard/assessments/${id}/${what}`, { method: 'POST', body: body() }),
    onSuccess: (made, act) => {
      act.done?.(made);
      client.setQueryData(assessmentKey(id), made);
      void client.invalidateQueries({ queryKey: ['standard', 'list'] });
      onDone?.();
    },
  });
}

/** An act on an assessment as a form. */
export function useAssessmentCommand(id: string, what: AssessmentCommand['what'], onDone: () => void, { check, body = () => ({}) }: CommandOptions) {
  const act = useAssessmentMutation(id, onDone);
  return useCommand({ check, send: () => act.mutateAsync({ what, body }) });
}

export function useCriteria(year: number) {
  return useQuery({
    queryKey: ['standard', 'criteria', year],
    queryFn: async () => (await json<Page<CriteriaSet>>(`/api/standard/criteria${query({ year })}`)).items,
    staleTime: 60_000,
  });
}

/** The year of the site's calendar. */
export function useThisYear(): number {
  const { now, zone } = useSiteTime();
  return zonedFields(now(), zone).year;
}

/** `2026-11-26` by the site's calendar. */
export function useToday(): string {
  const { now, zone } = useSiteTime();
  const { year, month, day } = zonedFields(now(), zone);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
