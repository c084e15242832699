import { useQuery, useQueryClient } from '@tanstack/react-query';
import { json } from '../api/client';
import { useCaseOfficers, useUser } from '../api/queries';
import { may } from '../api/rights';
import type { Page } from '../api/types';
import type { Case } from '../cases/types';
import { t, tCode } from '../i18n/text';
import { lengthText } from '../time/format';
import { Moment, MomentRange } from '../time/site';
import { ButtonLink } from '../ui/Button';
import { Badge, QueryState } from '../ui/State';
import { SureButton } from '../ui/SureDialog';
import { Code, ltr, Name } from '../ui/text';
import type { AnalysisJob } from './types';

const key = ['analysisJobs'];
const tones = { WAITING: 'mute', RUNNING: 'info', DONE: 'ok', CANCELLED: 'mute', FAILED: 'bad' } as const;
const isOpen = ({ state }: AnalysisJob) => state === 'WAITING' || state === 'RUNNING';

export function useJobsChanged(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: key });
}

function useJobs(path: string) {
  return useQuery({
    queryKey: [...key, path],
    queryFn: async () => (await json<Page<AnalysisJob>>(path)).items,
    refetchInterval: ({ state }) => (state.data?.some(isOpen) ? 5_000 : false),
  });
}

/** The stored footage that is analysed for a case, for those who work on it. */
export function CaseAnalysisJobs({ each }: { each: Case }) {
  const user = useUser();
  const officers = useCaseOfficers(each.id);
  const on = officers.data?.items.some((officer) => officer.id === user.id) ?? false;
  return on && may(user, 'analyseFootage') ? <JobsOfCase each={each} /> : null;
}

function JobsOfCase({ each }: { each: Case }) {
  const jobs = useJobs(`/api/cases/${each.id}/analysis-jobs`);
  return (
    <section className="panel stack" id="analysis-of-case">
      <h2>{t('vehicles.jobs')}</h2>
      <QueryState query={jobs} />
      {jobs.data?.length === 0 && <p className="hint">{t('vehicles.jobsNone')}</p>}
      {jobs.data && jobs.data.length > 0 && <Jobs jobs={jobs.data} />}
      {each.state === 'OPEN' && (
        <p>
          <ButtonLink small label={t('vehicles.analyse')} to={`/vehicles/footage?case=${each.id}`} />
        </p>
      )}
    </section>
  );
}

/** What of a camera's stored footage is analysed or waits for it, for administrators. */
export function CameraAnalysisJobs({ cameraId }: { cameraId: string }) {
  const jobs = useJobs('/api/sightings/analysis/jobs?limit=200').data?.filter((each) => each.cameraId === cameraId && isOpen(each)) ?? [];
  if (jobs.length === 0) return null;
  return (
    <>
      <h3>{t('vehicles.jobs')}</h3>
      <Jobs jobs={jobs} />
    </>
  );
}

function Jobs({ jobs }: { jobs: readonly AnalysisJob[] }) {
  return (
    <ul className="link-rows">
      {jobs.map((job) => (
        <Job key={job.id} job={job} />
      ))}
    </ul>
  );
}

function Job({ job }: { job: AnalysisJob }) {
  const changed = useJobsChanged();
  const progress = t('vehicles.jobProgress', { done: ltr(lengthText(job.analysedSeconds * 1000)), all: ltr(lengthText(job.recordedSeconds * 1000)) });
  const missing = job.notAnalysed.reduce((sum, each) => sum + each.segments, 0);
  return (
    <li data-job={job.state}>
      <Badge tone={tones[job.state]}>{tCode('vehicles.jobState', job.state)}</Badge>
      <span>
        <Code>{job.cameraCode}</Code> <Name>{job.cameraName}</Name>
      </span>
      <MomentRange from={job.from} to={job.to} />
      {isOpen(job) && <progress max={Math.max(1, job.recordedSeconds)} value={job.analysedSeconds} aria-label={progress} />}
      <span>{progress}</span>
      <span>{t('vehicles.jobPasses', { found: job.found, known: job.known })}</span>
      {job.state === 'CANCELLED' && <span>{job.cancelledBy ? t('vehicles.jobCancelledBy', { name: job.cancelledBy.displayName }) : t('vehicles.jobCaseClosed')}</span>}
      {job.paused && <Badge tone="warn">{t('vehicles.jobPaused')}</Badge>}
      {job.doneAt && (
        <span>
          {t('vehicles.estimateDone')} <Moment at={job.doneAt} />
        </span>
      )}
      {missing > 0 && (
        <details>
          <summary>{t('vehicles.jobMissing', { count: missing })}</summary>
          {job.notAnalysed.map((each) => (
            <p key={each.from}>
              <MomentRange from={each.from} to={each.to} /> {tCode('vehicles.jobGap', each.reason)}
            </p>
          ))}
        </details>
      )}
      <small className="hint">
        <Name>{job.requestedBy.displayName}</Name> · <Moment at={job.requestedAt} />
      </small>
      {job.mayCancel && (
        <SureButton
          small
          kind="quiet"
          label={t('vehicles.jobCancel')}
          sure={t('vehicles.jobCancelSure')}
          send={() => json(`/api/sightings/analysis/jobs/${job.id}/cancellation`, { method: 'POST' })}
          done={() => void changed()}
        />
      )}
    </li>
  );
}
