import { readDay } from '../register/days';
import { t } from '../text/text';
import type { Mistake } from '../ui/ErrorSummary';
import { TextField } from '../ui/Field';

export interface PaperDraft {
  number: string;
  on: string;
  signer: string;
}

export const noPaper: PaperDraft = { number: '', on: '', signer: '' };

/** The paper of a decision: number, day, who signed. */
export function PaperFields({ paper, onChange, wrong }: { paper: PaperDraft; onChange: (paper: PaperDraft) => void; wrong: (field: string) => string | undefined }) {
  return (
    <div className="form-row">
      <TextField id="number" label={t('teams.fNumber')} hint={t('teams.fNumberHint')} code autoComplete="off" error={wrong('number')} value={paper.number} onChange={(event) => onChange({ ...paper, number: event.target.value })} />
      <TextField id="on" label={t('teams.fOn')} hint={t('teams.fDayHint')} code autoComplete="off" error={wrong('on')} value={paper.on} onChange={(event) => onChange({ ...paper, on: event.target.value })} />
      <TextField id="signer" label={t('teams.fSigner')} optional error={wrong('signer')} value={paper.signer} onChange={(event) => onChange({ ...paper, signer: event.target.value })} />
    </div>
  );
}

export function paperMistakes(paper: PaperDraft): Mistake[] {
  const found: Mistake[] = [];
  if (!paper.number.trim()) found.push({ field: 'number', message: t('teams.numberMissing') });
  if (!readDay(paper.on)) found.push({ field: 'on', message: t('register.fDayWrong') });
  return found;
}

export function paperBody(paper: PaperDraft) {
  return { number: paper.number.trim() || null, on: readDay(paper.on), signer: paper.signer.trim() || null };
}
