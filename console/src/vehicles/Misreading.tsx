import { useEffect, useState } from 'react';
import { t, tCode } from '../i18n/text';
import { Button } from '../ui/Button';
import { Code, numberText } from '../ui/text';
import { levelStep, mostMisreading, platesUpTo } from './levels';
import type { Level } from './types';
import css from './vehicles.module.css';

/** While somebody still moves the slider, nothing is searched: each search is an entry of the log. */
const restMillis = 600;

interface Props {
  levels: readonly Level[];
  value: number;
  onChoose: (misreading: number) => void;
}

/** How wrong a reading may be. What that accepts is known beforehand, and shown while the slider moves. */
export function Misreading({ levels, value, onChoose }: Props) {
  const [at, setAt] = useState(value);
  useEffect(() => setAt(value), [value]);
  useEffect(() => {
    if (at === value) return;
    const timer = setTimeout(() => onChoose(at), restMillis);
    return () => clearTimeout(timer);
  }, [at, value]);
  const move = (to: number) => setAt(Math.min(mostMisreading, Math.max(0, to)));
  const level = levels.find(({ cost }) => cost === at);
  const words = tCode('vehicles.level', String(at));
  return (
    <div className={css.misreading}>
      <label htmlFor="misreading">{t('vehicles.misreading')}</label>
      <div className={css.slider}>
        <Button small label="−" aria-label={t('vehicles.stricter')} aria-disabled={at === 0} onClick={() => move(at - levelStep)} />
        <input id="misreading" type="range" min={0} max={mostMisreading} step={levelStep} value={at} aria-valuetext={words} onChange={(event) => move(Number(event.target.value))} />
        <Button small label="+" aria-label={t('vehicles.looser')} aria-disabled={at === mostMisreading} onClick={() => move(at + levelStep)} />
      </div>
      <output htmlFor="misreading" className={css.accepted}>
        <strong>{words}</strong>
        <span>
          {t('vehicles.plates', { count: platesUpTo(levels, at) })}
          {level && level.plates > 0 && at > 0 && <> · {t('vehicles.platesMore', { count: numberText(level.plates) })}</>}
        </span>
        {level && level.examples.length > 0 && (
          <span className={css.examples}>
            {t('vehicles.example')}{' '}
            {level.examples.map((each) => (
              <Code key={each}>{each}</Code>
            ))}
          </span>
        )}
      </output>
      <p className="hint">{t('vehicles.misreadingHint')}</p>
    </div>
  );
}
