import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Problem } from '../api/client';
import { t, tCode } from '../i18n/text';
import { Moment } from '../time/site';
import { Button } from '../ui/Button';
import { Option, Options, TextArea, TextField } from '../ui/Field';
import { Failure } from '../ui/State';
import { AnswerView } from './AnswerView';
import { assessmentKey, useAssessmentMutation } from './queries';
import { readNumber } from './RegisterUnitPage';
import { type AnswerVersion, type Assessment, applies, asksNumbers, type ConditionCode, type CriterionItem, counts } from './types';

const idle = 1_500;

const isConflict = (failure: unknown) => failure instanceof Problem && failure.code === 'standard-answer-changed';

function saysSame(version: AnswerVersion, said: Pick<AnswerVersion, 'met' | 'number' | 'against' | 'absent' | 'reason'>): boolean {
  return version.met === said.met && version.number === said.number && version.against === said.against && version.reason === said.reason && version.absent.join() === said.absent.join();
}

/** What the Circular asks for only where there is such a thing: what there is not. */
export function Conditions({ item, absent, onChange }: { item: CriterionItem; absent: ConditionCode[]; onChange: (absent: ConditionCode[]) => void }) {
  if (item.conditions.length === 0) return null;
  return (
    <Options label={t('standard.fAbsent')} hint={t('standard.fAbsentHint')}>
      {item.conditions.map(({ code, article, phrase }) => (
        <Option
          key={code}
          type="checkbox"
          label={tCode('standard.absent', code)}
          hint={
            <span lang="vi" dir="ltr">
              {article}: {phrase}
            </span>
          }
          checked={absent.includes(code)}
          onChange={(event) => onChange([...absent.filter((each) => each !== code), ...(event.target.checked ? [code] : [])].sort())}
        />
      ))}
    </Options>
  );
}

/**
 * The answer to a criterion, saved by itself field by field, half or whole. What somebody else saved meanwhile is written
 * over by nobody who did not see it: shown beside the fields, and saved over only when asked to.
 */
export function AnswerForm({ of, item }: { of: Assessment; item: CriterionItem }) {
  const held = counts(item);
  const [fields, setFields] = useState({
    met: held?.met ?? null,
    number: held?.number?.toString() ?? '',
    against: held?.against?.toString() ?? '',
    absent: held?.absent ?? [],
    reason: held?.reason ?? '',
  });
  const act = useAssessmentMutation(of.id);
  const client = useQueryClient();
  /** The version that the fields began with, and from then on the one that they were saved as. */
  const seen = useRef(held?.version ?? 0);
  const saved = useRef(JSON.stringify(fields));
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const numbers = asksNumbers(item, fields.absent);
  const wrongNumber = (text: string) => (text.trim() !== '' && readNumber(text) === null ? t('standard.countWrong') : undefined);
  const save = (now: typeof fields) => {
    clearTimeout(timer.current);
    const text = JSON.stringify(now);
    if (text === saved.current || wrongNumber(now.number) || wrongNumber(now.against)) return;
    saved.current = text;
    const counted = asksNumbers(item, now.absent);
    const said = {
      met: applies(item, now.absent) ? now.met : null,
      number: counted ? readNumber(now.number) : null,
      against: counted ? readNumber(now.against) : null,
      absent: now.absent,
      reason: now.reason.trim() || null,
    };
    act.mutate(
      {
        what: 'answers',
        body: () => ({ criterion: item.code, seen: seen.current, ...said }),
        done: (made) => {
          const own = made.criteria.find((each) => each.code === item.code)?.versions.findLast((each) => saysSame(each, said));
          if (own) seen.current = own.version;
        },
      },
      {
        onError: (failure) => {
          saved.current = '';
          if (isConflict(failure)) void client.invalidateQueries({ queryKey: assessmentKey(of.id) });
        },
      },
    );
  };
  const change = (part: Partial<typeof fields>, atOnce = false) => {
    const now = { ...fields, ...part };
    setFields(now);
    clearTimeout(timer.current);
    if (atOnce) save(now);
    else timer.current = setTimeout(() => save(now), idle);
  };
  const latest = useRef(() => {});
  useEffect(() => {
    latest.current = () => save(fields);
  });
  useEffect(() => () => latest.current(), []);
  const conflict = isConflict(act.error);
  const lastYears = item.lastYear?.number ?? null;
  const some = item.facts.find((each) => each.code === 'UNITS_MET');
  return (
    <form className="stack" onSubmit={(event) => event.preventDefault()} noValidate>
      <Conditions item={item} absent={fields.absent} onChange={(absent) => change({ absent }, true)} />
      {applies(item, fields.absent) && (
        <Options label={t('standard.fMet')}>
          <Option type="radio" name="met" label={t('standard.met')} checked={fields.met === true} onChange={() => change({ met: true }, true)} />
          <Option type="radio" name="met" label={t('standard.notMet')} checked={fields.met === false} onChange={() => change({ met: false }, true)} />
        </Options>
      )}
      {numbers && (
        <div className="form-row">
          <TextField
            id="number"
            label={t(item.answer === 'SHARE' ? 'standard.fSome' : 'standard.fThisYear')}
            error={wrongNumber(fields.number)}
            code
            inputMode="numeric"
            autoComplete="off"
            value={fields.number}
            onText={(number) => change({ number })}
            onBlur={() => save(fields)}
          />
          <TextField
            id="against"
            label={t(item.answer === 'SHARE' ? 'standard.fAll' : 'standard.fLastYear')}
            hint={item.answer === 'LAST_YEAR' && lastYears !== null ? t('standard.lastYearRecorded', { count: lastYears }) : undefined}
            error={wrongNumber(fields.against)}
            code
            inputMode="numeric"
            autoComplete="off"
            value={fields.against}
            onText={(against) => change({ against })}
            onBlur={() => save(fields)}
          />
        </div>
      )}
      {some && some.of !== null && <Button small label={t('standard.takeFacts')} onClick={() => change({ number: String(some.number), against: String(some.of) }, true)} />}
      <TextArea id="answer-reason" label={t('standard.fWhy')} hint={t('standard.fWhyHint')} value={fields.reason} onText={(reason) => change({ reason })} onBlur={() => save(fields)} />
      <p className="hint" role="status">
        {act.isPending ? (
          t('app.saving')
        ) : held && !act.error ? (
          <>
            {t('standard.savedAt')} <Moment at={held.at} show="clock" />
          </>
        ) : (
          t('standard.savesItself')
        )}
      </p>
      {act.error && (
        <Failure
          failure={act.error}
          retry={() => {
            if (conflict) seen.current = held?.version ?? 0;
            save(fields);
          }}
        />
      )}
      {conflict && held && <AnswerView answer={held} item={item} />}
    </form>
  );
}
