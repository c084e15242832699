import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { json } from '../api/client';
import { readDay } from '../register/days';
import { t } from '../i18n/text';
import { ErrorSummary } from '../ui/ErrorSummary';
import { TextArea, TextField } from '../ui/Field';
import { unnamed, useMistakes } from '../ui/mistakes';
import { Failure } from '../ui/State';
import { SubmitButton } from '../ui/SubmitButton';
import { dayMistakes, paperMistakes, reasonMistakes } from './fields';
import { PaperFields } from './PaperFields';
import type { Keeping } from './types';

/** Puts a hold on a package: on what it rests, why, and when to look at it again. */
export function HoldForm({ path, onDone }: { path: string; onDone: (now: Keeping) => void }) {
  const [fields, setFields] = useState({ authority: '', number: '', article: '', reason: '', reviewOn: '' });
  const set = (change: Partial<typeof fields>) => setFields((before) => ({ ...before, ...change }));
  const { summary, wrong, tell, tellNamed } = useMistakes();
  const save = useMutation({
    mutationFn: () =>
      json<Keeping>(path, {
        method: 'POST',
        body: { document: fields.number.trim(), authority: fields.authority, article: fields.article.trim(), reason: fields.reason.trim(), reviewOn: readDay(fields.reviewOn) },
      }),
    onSuccess: onDone,
    onError: (failure) => tellNamed(failure),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = paperMistakes(fields, 'document');
    if (!fields.article.trim()) found.push({ field: 'article', message: t('keep.articleMissing') });
    found.push(...reasonMistakes(fields.reason), ...dayMistakes('reviewOn', fields.reviewOn));
    tell(found);
    if (found.length === 0) save.mutate();
  };
  const failure = unnamed(save.error);
  return (
    <form className="form" onSubmit={submit} noValidate>
      <p>{t('keep.holdHint')}</p>
      <ErrorSummary {...summary} />
      {failure && <Failure failure={failure} />}
      <PaperFields {...fields} numberField="document" wrong={wrong} onChange={set} />
      <TextField id="article" label={t('keep.article')} hint={t('keep.articleHint')} autoComplete="off" error={wrong('article')} value={fields.article} onChange={(event) => set({ article: event.target.value })} />
      <TextArea id="reason" label={t('keep.reason')} hint={t('keep.reasonHint')} error={wrong('reason')} rows={2} value={fields.reason} onChange={(event) => set({ reason: event.target.value })} />
      <TextField id="reviewOn" label={t('keep.reviewOn')} hint={t('keep.reviewOnHint')} code autoComplete="off" error={wrong('reviewOn')} value={fields.reviewOn} onChange={(event) => set({ reviewOn: event.target.value })} />
      <div className="form-end">
        <SubmitButton pending={save.isPending} />
      </div>
    </form>
  );
}
