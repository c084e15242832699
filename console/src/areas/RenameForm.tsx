import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { call } from '../api/client';
import { readDay } from '../register/days';
import { t } from '../i18n/text';
import { dateText } from '../time/format';
import { useSiteTime } from '../time/site';
import { Button } from '../ui/Button';
import { ErrorSummary, type Mistake } from '../ui/ErrorSummary';
import { TextField } from '../ui/Field';
import { unnamed, useMistakes } from '../ui/mistakes';
import { toast } from '../ui/overlays';
import { Failure } from '../ui/State';
import { SubmitButton } from '../ui/SubmitButton';
import { isToCome } from './days';
import type { AreaFacts } from './types';

/** Another name from a day on; the former one stays and is still found. */
export function RenameForm({ area, onDone }: { area: AreaFacts; onDone: () => void }) {
  const { zone, now } = useSiteTime();
  const client = useQueryClient();
  const [fields, setFields] = useState({ name: area.name, on: dateText(now(), zone), reason: '' });
  const { summary, wrong, tell, tellNamed } = useMistakes();
  const text = (name: keyof typeof fields) => ({ id: name, error: wrong(name), value: fields[name], onChange: (event: { target: { value: string } }) => setFields((before) => ({ ...before, [name]: event.target.value })) });
  const rename = useMutation({
    mutationFn: () => call(`/api/areas/${area.id}/names`, { method: 'POST', body: { name: fields.name.trim(), on: readDay(fields.on), reason: fields.reason.trim() } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['areas'] });
      toast(t(isToCome(fields.on, dateText(now(), zone)) ? 'areas.planDone' : 'areas.renamed'));
      onDone();
    },
    onError: (failure) => tellNamed(failure),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found: Mistake[] = [];
    if (!fields.name.trim()) found.push({ field: 'name', message: t('areas.nameMissing') });
    if (!readDay(fields.on)) found.push({ field: 'on', message: t('register.fDayWrong') });
    if (!fields.reason.trim()) found.push({ field: 'reason', message: t('areas.reasonMissing') });
    tell(found);
    if (found.length === 0) rename.mutate();
  };
  const failure = unnamed(rename.error);
  return (
    <form className="form panel" onSubmit={submit} noValidate aria-label={t('areas.rename')}>
      <h2>{t('areas.rename')}</h2>
      <ErrorSummary {...summary} />
      {failure && <Failure failure={failure} />}
      <TextField {...text('name')} label={t('areas.newName')} />
      <TextField {...text('on')} label={t('areas.on')} hint={t('areas.onHint')} code autoComplete="off" />
      <TextField {...text('reason')} label={t('areas.reason')} hint={t('areas.reasonHint')} />
      <div className="form-end">
        <SubmitButton pending={rename.isPending} />
        <Button kind="quiet" onClick={onDone}>
          {t('app.cancel')}
        </Button>
      </div>
    </form>
  );
}
