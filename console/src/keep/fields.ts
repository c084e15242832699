import { t } from '../i18n/text';
import { readDay } from '../register/days';
import type { Mistake } from '../ui/ErrorSummary';
import type { Outcome } from './types';

const shortestReason = 10;

/** What is wrong with a reason that has to be given. */
export function reasonMistakes(reason: string): Mistake[] {
  return [...reason.trim()].length < shortestReason ? [{ field: 'reason', message: t('keep.reasonWrong') }] : [];
}

/** A paper as it is typed; `on` and `reviewOn` as people write days. */
export interface Paper {
  authority: string;
  number: string;
}

export function paperMistakes(paper: Paper, numberField: string): Mistake[] {
  const found: Mistake[] = [];
  if (!paper.authority) found.push({ field: 'authority', message: t('keep.authorityMissing') });
  if (!paper.number.trim()) found.push({ field: numberField, message: t('keep.numberMissing') });
  return found;
}

export function dayMistakes(field: string, day: string): Mistake[] {
  return readDay(day) ? [] : [{ field, message: t('register.fDayWrong') }];
}

/** What is wrong with a second person's word: to refuse takes a reason. */
export function decisionMistakes(outcome: Outcome | '', reason: string): Mistake[] {
  if (!outcome) return [{ field: 'outcome', message: t('keep.decisionMissing') }];
  return outcome === 'REFUSED' ? reasonMistakes(reason) : [];
}
