import { GapCause } from '../cameras/GapCause';
import { t } from '../i18n/text';
import { lengthText } from '../time/format';
import { Moment, MomentRange } from '../time/site';
import { parseInstant } from '../time/zone';
import { Code, Name, numberText } from '../ui/text';
import css from './requests.module.css';
import type { CameraCoverage } from './types';

interface Props {
  coverage: readonly CameraCoverage[];
  cameras: readonly { id: string; code: string; name: string }[];
  from: string;
  to: string;
}

/** What is recorded of a request, camera by camera: a bar, the share, and the gaps in words. */
export function CoverageList({ coverage, cameras, from, to }: Props) {
  const start = parseInstant(from);
  const length = Math.max(1, parseInstant(to) - start);
  const share = (at: string) => `${(Math.max(0, Math.min(1, (parseInstant(at) - start) / length)) * 100).toFixed(2)}%`;
  return (
    <ul className="coverage-list">
      {coverage.map((each) => {
        const camera = cameras.find((one) => one.id === each.cameraId);
        if (each.owner) return <OwnersPart key={each.cameraId} camera={camera} owner={each.owner} />;
        const percent = each.requestedMillis > 0 ? (each.coveredMillis / each.requestedMillis) * 100 : 0;
        return (
          <li key={each.cameraId}>
            <p className={css.coverageHead}>
              <span>
                <Code>{camera?.code}</Code> <Name>{camera?.name}</Name>
              </span>
              <strong className={percent < 99.5 ? 'warn-text' : ''}>{percent > 0 ? t('requests.covered', { percent: percentText(percent) }) : t('requests.coveredNone')}</strong>
            </p>
            <div className={`day-bar ${css.coverageBar}`} dir="ltr" aria-hidden="true">
              {each.recorded.map((run) => (
                <span key={run.from} className="day-run" style={{ insetInlineStart: share(run.from), width: `calc(${share(run.to)} - ${share(run.from)})` }} />
              ))}
              {each.gaps.map((gap) => (
                <span key={gap.from} className="day-gap" style={{ insetInlineStart: share(gap.from), width: `calc(${share(gap.to)} - ${share(gap.from)})` }} />
              ))}
            </div>
            {each.gaps.map((gap) => (
              <p key={gap.from} className="hint">
                {t('requests.gapOf')} <MomentRange from={gap.from} to={gap.to} /> <bdi dir="ltr">({lengthText(parseInstant(gap.to) - parseInstant(gap.from))})</bdi>
                {' · '}
                <GapCause gap={gap} />
              </p>
            ))}
            {each.keptUntil && (
              <p className="hint">
                {t('requests.keptUntil')} <Moment at={each.keptUntil} />
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** A community camera: only its owner can tell what there is. */
function OwnersPart({ camera, owner }: { camera: Props['cameras'][number] | undefined; owner: NonNullable<CameraCoverage['owner']> }) {
  return (
    <li>
      <p className={css.coverageHead}>
        <span>
          <Code>{camera?.code}</Code> <Name>{camera?.name}</Name>
        </span>
        <strong className={owner.gone ? 'warn-text' : ''}>{t(owner.gone ? 'requests.ownerGone' : 'requests.ownerKeeps')}</strong>
      </p>
      <p className="hint">
        {t(owner.gone ? 'requests.ownerGoneSince' : 'requests.ownerUntil')} <Moment at={owner.until} />
      </p>
    </li>
  );
}

/** Never rounds up to 100. */
export function percentText(percent: number): string {
  return percent >= 99.95 && percent < 100 ? numberText(Math.floor(percent * 100) / 100, 2) : numberText(percent, percent >= 100 ? 0 : 1);
}

export function coveredPercent(coverage: readonly CameraCoverage[]): number {
  const ours = coverage.filter((each) => !each.owner);
  const asked = ours.reduce((sum, each) => sum + each.requestedMillis, 0);
  const covered = ours.reduce((sum, each) => sum + each.coveredMillis, 0);
  return asked > 0 ? (covered / asked) * 100 : 0;
}
