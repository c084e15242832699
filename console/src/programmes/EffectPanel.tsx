import { useState } from 'react';
import { t, tCode } from '../i18n/text';
import { dayText } from '../register/days';
import { DataTable } from '../ui/DataTable';
import { Select } from '../ui/Field';
import { FigureText } from '../ui/figures';
import { Notice, QueryState, StaleWhileLoading } from '../ui/State';
import { Code, ltr, numberText } from '../ui/text';
import { EffectChart } from './EffectChart';
import css from './programmes.module.css';
import { useEffectOf } from './queries';
import { type Effect, type EffectGroup, type Indicator, indicators, type ProgrammeLine, type Ratio } from './types';

/** An indicator before and after, beside areas without one, and what must be said of it. It says how numbers changed, never why. */
export function EffectPanel({ programme, indicators: hoped }: { programme: ProgrammeLine; indicators: readonly Indicator[] }) {
  const [indicator, setIndicator] = useState<Indicator>(hoped[0] ?? indicators[0]);
  const effect = useEffectOf(programme.id, indicator);
  const choices = [...hoped, ...indicators.filter((each) => !hoped.includes(each))];
  return (
    <section className="panel stack" id="effect">
      <div className={css.programmeHead}>
        <h2>{t('programmes.effect')}</h2>
        <Select aria-label={t('programmes.indicatorLabel')} of={choices} words="programmes.indicator" value={indicator} onText={setIndicator} />
      </div>
      <QueryState query={effect} />
      {effect.data && (
        <StaleWhileLoading stale={effect.isPlaceholderData}>
          <View effect={effect.data} />
        </StaleWhileLoading>
      )}
    </section>
  );
}

function View({ effect }: { effect: Effect }) {
  const { windowBefore: before, windowAfter: after } = effect;
  return (
    <>
      {before && after && (
        <>
          <Sentence effect={effect} />
          <DataTable
            heads={[
              t('programmes.effectOf'),
              {
                number: (
                  <>
                    {t('programmes.effectBefore')} <SpanText from={before.from} to={before.to} />
                  </>
                ),
              },
              {
                number: (
                  <>
                    {t('programmes.effectAfter')} <SpanText from={after.from} to={after.to} />
                  </>
                ),
              },
              { number: t('programmes.ratio') },
            ]}
            id="effect-table"
            cards
          >
            <Group name={t('programmes.withIt')} group={effect.own} exact={effect.exact} />
            {effect.others && <Group name={t('programmes.withoutIt', { count: effect.others.areas })} group={effect.others} exact={effect.exact} />}
          </DataTable>
          {effect.difference !== null && <p>{t('programmes.difference', { value: ltr(signed(effect.difference)) })}</p>}
        </>
      )}
      <Notice tone="info" title={t('programmes.notCause')}>
        <ul className={css.caveats}>
          {effect.caveats.map((each) => (
            <li key={each}>{tCode('programmes.caveat', each)}</li>
          ))}
          <li>{t('programmes.recordedOnly')}</li>
          {!effect.exact && <li>{t('programmes.effectHidden')}</li>}
        </ul>
      </Notice>
      {effect.series.length > 0 && <EffectChart effect={effect} />}
      {effect.standard.length > 0 && (
        <p>
          {t('programmes.standardThere')}{' '}
          {effect.standard.map((each) => (
            <span key={each.year} className={css.standardYear}>
              <Code>{each.year}</Code>: {t('programmes.standardOf', { met: each.met, units: each.units })}
            </span>
          ))}
        </p>
      )}
      <p className="hint">{t(effect.counted ? 'programmes.countedHint' : 'programmes.enteredHint')}</p>
    </>
  );
}

/** What the exact numbers say, in one sentence: never a percentage of small numbers. */
function Sentence({ effect }: { effect: Effect }) {
  return <p className={css.effectSentence}>{effect.verdict ? tCode('programmes.verdictOf', effect.verdict) : t('programmes.noRatio')}</p>;
}

function SpanText({ from, to }: { from: string; to: string }) {
  return (
    <small className="block">
      <Code>
        {dayText(from)} – {dayText(to)}
      </Code>
    </small>
  );
}

function Group({ name, group, exact }: { name: string; group: EffectGroup; exact: boolean }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="number" data-label={t('programmes.effectBefore')}>
        <FigureText figure={group.knownBefore === 0 ? null : group.before} />
      </td>
      <td className="number" data-label={t('programmes.effectAfter')}>
        <FigureText figure={group.knownAfter === 0 ? null : group.after} />
      </td>
      <td className="number" data-label={t('programmes.ratio')}>
        {group.ratio ? <RatioText ratio={group.ratio} /> : exact ? t('programmes.tooFew') : '–'}
      </td>
    </tr>
  );
}

/** The ratio with its exact interval, left to right in every language. */
function RatioText({ ratio }: { ratio: Ratio }) {
  const end = (value: number | null) => (value === null ? '∞' : numberText(value, 2));
  return (
    <bdi dir="ltr">
      {ratio.value === null ? '–' : numberText(ratio.value, 2)} ({end(ratio.low)} – {end(ratio.high)})
    </bdi>
  );
}

function signed(value: number): string {
  return value > 0 ? `+${numberText(value, 1)}` : numberText(value, 1).replace('-', '−');
}
