import { t } from '../i18n/text';
import { readDay } from '../register/days';
import type { Mistake } from '../ui/ErrorSummary';
import { fieldsOf, TextField } from '../ui/Field';
import type { Question } from '../ui/FieldsForm';

export interface PaperDraft {
  number: string;
  on: string;
  signer: string;
}

export const noPaper: PaperDraft = { number: '', on: '', signer: '' };

/** The paper of a decision: number, day, who signed. `prefix` tells the fields of two forms on a page apart. */
export function PaperFields({ prefix = '', paper, onChange, wrong }: { prefix?: string; paper: PaperDraft; onChange: (paper: PaperDraft) => void; wrong: (field: string) => string | undefined }) {
  const field = fieldsOf(paper, wrong, (changes) => onChange({ ...paper, ...changes }), `${prefix}*`);
  return (
    <div className="form-row">
      <TextField {...field('number')} label={t('teams.fNumber')} hint={t('teams.fNumberHint')} code autoComplete="off" />
      <TextField {...field('on')} label={t('teams.fOn')} hint={t('teams.fDayHint')} code autoComplete="off" />
      <TextField {...field('signer')} label={t('teams.fSigner')} optional />
    </div>
  );
}

export function paperMistakes(paper: PaperDraft, prefix = ''): Mistake[] {
  const found: Mistake[] = [];
  if (!paper.number.trim()) found.push({ field: `${prefix}number`, message: t('teams.numberMissing') });
  if (!readDay(paper.on)) found.push({ field: `${prefix}on`, message: t('register.fDayWrong') });
  return found;
}

export function paperBody(paper: PaperDraft) {
  return { number: paper.number.trim() || null, on: readDay(paper.on), signer: paper.signer.trim() || null };
}

/** The paper of an act: number, day, who signed. */
export function paperQuestions(): Question[] {
  return [
    { name: 'number', label: t('teams.fNumber'), hint: t('teams.fNumberHint'), kind: 'code' },
    { name: 'on', label: t('teams.fOn'), kind: 'day' },
    { name: 'signer', label: t('teams.fSigner'), kind: 'text', optional: true },
  ];
}
