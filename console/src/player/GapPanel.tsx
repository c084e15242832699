import { Link } from 'react-router';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { t, tCode } from '../i18n/text';
import { ReferDialog } from '../referrals/ReferDialog';
import { lengthText } from '../time/format';
import { Moment, MomentRange } from '../time/site';
import { Button } from '../ui/Button';
import { Code } from '../ui/text';
import type { GapRun } from './coverage';
import type { Marks } from './marks';
import type { Playback } from './Playback';
import css from './player.module.css';
import type { Lane } from './TimelineCanvas';

interface Props {
  playback: Playback;
  lanes: readonly Lane[];
  /** Around which moment. */
  near: number;
  span: number;
  marks: Marks;
  clearMarks: () => void;
}

/** Beside the strip, as a list: the marks, and the gaps around the playhead. */
export function GapPanel({ playback, lanes, near, span, marks, clearMarks }: Props) {
  const user = useUser();
  const reach = Math.max(span, 3_600_000);
  const gaps = together(lanes)
    .filter((gap) => gap.to > near - reach && gap.from < near + reach)
    .slice(0, 100);
  const remarks = lanes
    .flatMap((lane) => lane.coverage.remarks.map((remark) => ({ label: lane.label, remark })))
    .filter(({ remark }) => remark.to > near - reach && remark.from < near + reach)
    .slice(0, 100);
  const kept = lanes.map((lane) => lane.coverage.earliest).filter((each) => each !== null);
  return (
    <aside className={css.playSide}>
      <section>
        <h2>{t('player.marks')}</h2>
        {marks.from === null && marks.to === null ? (
          <p className="hint">{t(may(user, 'request') ? 'player.marksHint' : 'player.marksOnly')}</p>
        ) : (
          <>
            <dl className="facts">
              <div>
                <dt>{t('player.in')}</dt>
                <dd>{marks.from !== null && <Moment at={marks.from} show="millis" />}</dd>
              </div>
              <div>
                <dt>{t('player.out')}</dt>
                <dd>{marks.to !== null && <Moment at={marks.to} show="millis" />}</dd>
              </div>
            </dl>
            <div className="toolbar">
              {may(user, 'refer') && marks.from !== null && marks.to !== null && <ReferDialog cameras={lanes} from={marks.from} to={marks.to} />}
              <Button small label={t('player.clearMarks')} onClick={clearMarks} />
            </div>
          </>
        )}
        {may(user, 'referrals') && (
          <p>
            <Link to="/referrals">{t('referrals.list')}</Link>
          </p>
        )}
      </section>
      <section>
        <h2>{t('player.gapsNear')}</h2>
        {gaps.length === 0 && <p className="hint">{t('player.noGapsNear')}</p>}
        <ul className="gap-list">
          {gaps.map((gap) => (
            <li key={`${gap.cameras.join()} ${gap.from}`}>
              <button type="button" className={css.gapButton} onClick={() => playback.seek(gap.from - 3_000, -1)}>
                <Code>{gap.cameras.join(' ')}</Code> <MomentRange from={gap.from} to={gap.to} /> <bdi dir="ltr">({lengthText(gap.to - gap.from)})</bdi>
                {gap.cause && <small>{tCode('cameras.cause', gap.cause)}</small>}
              </button>
            </li>
          ))}
        </ul>
      </section>
      {remarks.length > 0 && (
        <section>
          <h2>{t('player.remarksNear')}</h2>
          <ul className="gap-list">
            {remarks.map(({ label, remark }) => (
              <li key={`${label} ${remark.from}`}>
                <button type="button" className={`${css.gapButton} remark-button`} onClick={() => playback.seek(remark.from, 1)}>
                  <Code>{label}</Code> <MomentRange from={remark.from} to={remark.to} />
                  {remark.damagedFrames > 0 && <small>{t('player.remarkDamaged', { count: remark.damagedFrames })}</small>}
                  {remark.timeByReceipt && <small>{t('player.remarkTime')}</small>}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {kept.length > 0 && (
        <p className="hint">
          {t('player.keptFrom')} <Moment at={Math.min(...kept)} />
        </p>
      )}
    </aside>
  );
}

interface SharedGap extends GapRun {
  cameras: string[];
}

/** Cameras that failed over the same span are one line: the cause is likely one, too. */
function together(lanes: readonly Lane[]): SharedGap[] {
  const found = new Map<string, SharedGap>();
  for (const lane of lanes) {
    for (const gap of lane.coverage.gaps) {
      const key = `${Math.round(gap.from / 1000)} ${Math.round(gap.to / 1000)} ${gap.cause}`;
      const known = found.get(key);
      if (known) known.cameras.push(lane.label);
      else found.set(key, { ...gap, cameras: [lane.label] });
    }
  }
  return [...found.values()].toSorted((a, b) => a.from - b.from);
}
