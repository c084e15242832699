import { json } from '../api/client';
import { t } from '../i18n/text';
import { readDay } from '../register/days';
import { CommandForm, useCommand } from '../ui/CommandForm';
import { fieldsOf, TextArea, TextField, useFields } from '../ui/Field';
import { dayMistakes, paperMistakes, reasonMistakes } from './fields';
import { PaperFields } from './PaperFields';
import type { Keeping } from './types';

/** Puts a hold on a package: on what it rests, why, and when to look at it again. */
export function HoldForm({ path, onDone }: { path: string; onDone: (now: Keeping) => void }) {
  const [fields, set] = useFields({ authority: '', number: '', article: '', reason: '', reviewOn: '' });
  const command = useCommand({
    check: () => {
      const found = paperMistakes(fields, 'document');
      if (!fields.article.trim()) found.push({ field: 'article', message: t('keep.articleMissing') });
      found.push(...reasonMistakes(fields.reason), ...dayMistakes('reviewOn', fields.reviewOn));
      return found;
    },
    send: () =>
      json<Keeping>(path, {
        method: 'POST',
        body: { document: fields.number.trim(), authority: fields.authority, article: fields.article.trim(), reason: fields.reason.trim(), reviewOn: readDay(fields.reviewOn) },
      }),
    done: onDone,
  });
  const { wrong } = command;
  const field = fieldsOf(fields, wrong, set);
  return (
    <CommandForm command={command}>
      <p>{t('keep.holdHint')}</p>
      <PaperFields {...fields} numberField="document" wrong={wrong} onChange={set} />
      <TextField {...field('article')} label={t('keep.article')} hint={t('keep.articleHint')} autoComplete="off" />
      <TextArea {...field('reason')} label={t('keep.reason')} hint={t('keep.reasonHint')} rows={2} />
      <TextField {...field('reviewOn')} label={t('keep.reviewOn')} hint={t('keep.reviewOnHint')} code autoComplete="off" />
    </CommandForm>
  );
}
