import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { json, query } from '../api/client';
import { useCamerasOf } from '../api/queries';
import { CameraField } from '../cameras/CameraField';
import { CaseChoice } from '../cases/CaseChoice';
import { t } from '../i18n/text';
import { lengthText } from '../time/format';
import { Moment, useSiteTime } from '../time/site';
import { CommandForm, useCommand } from '../ui/CommandForm';
import type { Mistake } from '../ui/ErrorSummary';
import { fieldsOf, TextArea } from '../ui/Field';
import { useKeptFields } from '../ui/kept';
import { MomentField, readMoment } from '../ui/MomentField';
import { toast } from '../ui/overlays';
import { Restored } from '../ui/Restored';
import { Failure, Notice } from '../ui/State';
import { Fact, ltr, PageFrame } from '../ui/text';
import { useJobsChanged } from './AnalysisJobs';
import { momentOf } from './moments';
import { longestReason, shortestReason } from './PurposeForm';
import type { AnalysisEstimate, AnalysisJob, AnalysisRequest } from './types';

const longestSpan = 24 * 60 * 60_000;

/** Stored footage of a camera that is to be analysed for a case; what it takes is told before it is asked for. */
export function AnalyseFootagePage() {
  const navigate = useNavigate();
  const changed = useJobsChanged();
  const clock = useSiteTime();
  const [search] = useSearchParams();
  const location = useLocation();
  const given = {
    caseId: search.get('case') ?? '',
    cameraId: search.get('camera') ?? '',
    from: momentOf(search.get('from'), clock.zone),
    to: momentOf(search.get('to'), clock.zone),
    reason: (location.state as { reason?: string } | null)?.reason ?? '',
  };
  const kept = useKeptFields('analysis', { caseId: '', cameraId: '', from: '', to: '', reason: '' }, Object.fromEntries(Object.entries(given).filter(([, value]) => value)));
  const { fields, change: set } = kept;
  const camera = useCamerasOf([fields.cameraId]).data?.find((each) => each.id === fields.cameraId);
  const from = readMoment(fields.from, clock);
  const to = readMoment(fields.to, clock, from ?? undefined);
  const isSpan = from !== null && to !== null && from < to && to - from <= longestSpan;
  const span = isSpan ? { from: new Date(from).toISOString(), to: new Date(to).toISOString() } : null;
  const command = useCommand({
    check: () => {
      const found: Mistake[] = [];
      if (!fields.caseId) found.push({ field: 'caseId', message: t('requests.caseMissing') });
      if (!fields.cameraId) found.push({ field: 'cameraId', message: t('vehicles.cameraMissing') });
      if (from === null) found.push({ field: 'from', message: t('find.momentWrong') });
      if (to === null) found.push({ field: 'to', message: t('find.momentWrong') });
      else if (from !== null && to <= from) found.push({ field: 'to', message: t('find.toBefore') });
      else if (from !== null && !isSpan) found.push({ field: 'to', message: t('vehicles.analyseSpanLong') });
      if (fields.reason.trim().length < shortestReason) found.push({ field: 'reason', message: t('vehicles.reasonWrong') });
      return found;
    },
    send: () =>
      json<AnalysisJob>('/api/sightings/analysis/jobs', {
        method: 'POST',
        body: { caseId: fields.caseId, cameraId: fields.cameraId, ...span!, reason: fields.reason.trim() } satisfies AnalysisRequest,
      }),
    done: async () => {
      kept.forget();
      await changed();
      toast(t('vehicles.analyseSent'));
      void navigate(`/cases/${fields.caseId}`);
    },
  });
  const { wrong } = command;
  const field = fieldsOf(fields, wrong, set);
  return (
    <PageFrame title={t('vehicles.analyse')} lead={t('vehicles.analyseLead')}>
      <CommandForm command={command} className="form panel" label={t('vehicles.analyseSend')} onCancel={fields.caseId ? `/cases/${fields.caseId}` : '/vehicles'}>
        <Restored {...kept} />
        <CaseChoice own hint={t('vehicles.caseHint')} error={wrong('caseId')} value={fields.caseId} onChoose={(caseId) => set({ caseId })} />
        <CameraField id="cameraId" label={t('vehicles.camera')} hint={t('vehicles.cameraHint')} error={wrong('cameraId')} camera={camera} onChange={(chosen) => set({ cameraId: chosen?.id ?? '' })} />
        <div className="form-row">
          <MomentField {...field('from')} label={t('find.from')} hint={t('requests.momentHint')} />
          <MomentField {...field('to')} label={t('find.to')} hint={t('vehicles.analyseSpanHint')} reference={from} />
        </div>
        {fields.cameraId && span && <Estimate cameraId={fields.cameraId} {...span} />}
        <TextArea {...field('reason')} label={t('vehicles.analyseReason')} hint={t('vehicles.reasonHint')} rows={3} maxLength={longestReason} />
      </CommandForm>
    </PageFrame>
  );
}

/** How much is stored, what that takes, and when it will be done. */
function Estimate(asked: { cameraId: string; from: string; to: string }) {
  const estimate = useQuery({
    queryKey: ['analysisEstimate', asked],
    queryFn: () => json<AnalysisEstimate>(`/api/sightings/analysis/jobs/estimate${query(asked)}`),
    placeholderData: keepPreviousData,
    retry: false,
  });
  if (estimate.error) return <Failure failure={estimate.error} />;
  if (!estimate.data) return null;
  const { recordedSeconds, processorSeconds, jobsBefore, secondsBefore, doneAt } = estimate.data;
  if (recordedSeconds === 0) return <Notice tone="warn" title={t('vehicles.estimateNothing')} />;
  const length = (seconds: number) => lengthText(seconds * 1000);
  return (
    <section>
      <h2>{t('vehicles.estimate')}</h2>
      <dl className="facts" data-estimate>
        <Fact label={t('vehicles.estimateStored')}>{length(recordedSeconds)}</Fact>
        <Fact label={t('vehicles.estimateProcessor')}>{processorSeconds === null ? t('vehicles.estimateUnknown') : length(processorSeconds)}</Fact>
        <Fact label={t('vehicles.estimateBefore')}>
          {jobsBefore === 0 ? t('vehicles.estimateBeforeNone') : t('vehicles.estimateBeforeSome', { count: jobsBefore, length: ltr(length(secondsBefore)) })}
        </Fact>
        {doneAt && (
          <Fact label={t('vehicles.estimateDone')}>
            <Moment at={doneAt} />
          </Fact>
        )}
      </dl>
    </section>
  );
}
