import { t } from '../i18n/text';
import { Choose, TextField } from '../ui/Field';
import { authorities } from './types';

interface Props {
  authority: string;
  number: string;
  /** What the server calls the number of the paper. */
  numberField: string;
  wrong: (id: string) => string | undefined;
  onChange: (change: { authority?: string; number?: string }) => void;
}

/** Whose paper something rests on, and its number. */
export function PaperFields({ authority, number, numberField, wrong, onChange }: Props) {
  return (
    <div className="form-row">
      <Choose id="authority" label={t('keep.authority')} error={wrong('authority')} none="" of={authorities} words="keep.authority" value={authority} onText={(authority) => onChange({ authority })} />
      <TextField id={numberField} label={t('keep.number')} autoComplete="off" error={wrong(numberField)} value={number} onText={(number) => onChange({ number })} />
    </div>
  );
}
