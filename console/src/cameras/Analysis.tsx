import { useQuery } from '@tanstack/react-query';
import { json } from '../api/client';
import { t, tCode } from '../i18n/text';
import { lengthText } from '../time/format';
import { Badge } from '../ui/State';
import { numberText } from '../ui/text';
import type { AnalysisAnswer, Camera } from './types';

export const analysisKey = ['cameras', 'analysis'];

export function useAnalysis() {
  return useQuery({ queryKey: analysisKey, queryFn: () => json<AnalysisAnswer>('/api/sightings/analysis'), refetchInterval: 15_000 }).data;
}

/** Of how many cameras footage is analysed, and how many one processor follows. */
export function AnalysisSummary() {
  const analysis = useAnalysis();
  const on = analysis?.cameras.filter((each) => each.switchedOn).length ?? 0;
  if (!analysis || on === 0) return null;
  return (
    <p className="summary">
      <Badge tone={analysis.state === 'RUNNING' ? 'info' : 'warn'}>{t('cameras.analysisCount', { count: on })}</Badge>
      {analysis.state !== 'RUNNING' && <span>{tCode('cameras.analysisState', analysis.state)}</span>}
      {analysis.camerasPerCore !== null && <span>{t('cameras.analysisCore', { count: numberText(analysis.camerasPerCore, 1) })}</span>}
    </p>
  );
}

/** How far the analysis of a camera is behind, where it is switched on. */
export function AnalysisLag({ camera }: { camera: Camera }) {
  const lag = useAnalysis()?.cameras.find((each) => each.cameraId === camera.id)?.lagSeconds ?? null;
  return lag === null ? null : <small>{t('cameras.analysisLag', { length: lengthText(lag * 1000) })}</small>;
}
