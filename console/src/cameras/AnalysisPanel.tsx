import { useMutation, useQueryClient } from '@tanstack/react-query';
import { json } from '../api/client';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { t, tCode } from '../i18n/text';
import { lengthText } from '../time/format';
import { Moment } from '../time/site';
import { Option } from '../ui/Field';
import { Failure } from '../ui/State';
import { Fact, numberText } from '../ui/text';
import { CameraAnalysisJobs } from '../vehicles/AnalysisJobs';
import { analysisKey, useAnalysis } from './Analysis';
import type { AnalysisAnswer, Camera } from './types';

/** Whether a camera's footage is analysed, how far, what was left out, and the switch. */
export function AnalysisPanel({ camera }: { camera: Camera }) {
  const user = useUser();
  const client = useQueryClient();
  const analysis = useAnalysis();
  const change = useMutation({
    mutationFn: (on: boolean) => json<AnalysisAnswer>(`/api/sightings/analysis/cameras/${camera.id}`, { method: 'PATCH', body: { on } }),
    onSuccess: (answer) => client.setQueryData(analysisKey, answer),
  });
  if (!analysis) return null;
  const own = analysis.cameras.find((each) => each.cameraId === camera.id);
  const on = own?.switchedOn ?? false;
  return (
    <section className="stack" data-analysis={on ? 'on' : 'off'}>
      <h2>{t('cameras.analysis')}</h2>
      {may(user, 'changeCameras') && !camera.retired ? (
        <Option
          type="checkbox"
          label={t('cameras.analysisSwitch')}
          hint={t('cameras.analysisHint')}
          checked={change.isPending ? change.variables : on}
          disabled={change.isPending}
          onChange={(event) => change.mutate(event.target.checked)}
        />
      ) : (
        <p>{t(on ? 'cameras.analysisOn' : 'cameras.analysisOff')}</p>
      )}
      {change.error && <Failure failure={change.error} />}
      {on && analysis.state !== 'RUNNING' && <p>{tCode('cameras.analysisState', analysis.state)}</p>}
      {own && (
        <dl className="facts">
          <Fact label={t('cameras.analysisUntil')}>
            <Moment at={own.analysedUntil} />
          </Fact>
          {own.lagSeconds !== null && <Fact label={t('cameras.analysisBehind')}>{lengthText(own.lagSeconds * 1000)}</Fact>}
          {own.notAnalysed.length > 0 && (
            <Fact label={t('cameras.analysisMissing')}>
              {own.notAnalysed.map((each) => (
                <span key={each.from} className="line">
                  <Moment at={each.from} show="clock" />–<Moment at={each.to} show="clock" /> {tCode('cameras.analysisReason', each.reason)}
                </span>
              ))}
            </Fact>
          )}
          {analysis.camerasPerCore !== null && <Fact label={t('cameras.analysisCost')}>{t('cameras.analysisCore', { count: numberText(analysis.camerasPerCore, 1) })}</Fact>}
        </dl>
      )}
      {may(user, 'watchAnalysis') && <CameraAnalysisJobs cameraId={camera.id} />}
    </section>
  );
}
