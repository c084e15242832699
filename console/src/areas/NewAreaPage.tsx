import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { json } from '../api/client';
import { useUser } from '../api/queries';
import type { Area, AreaKind } from '../api/types';
import { t, tCode } from '../i18n/text';
import { ButtonLink } from '../ui/Button';
import { ErrorSummary, type Mistake } from '../ui/ErrorSummary';
import { Choose, TextField } from '../ui/Field';
import { unnamed, useMistakes } from '../ui/mistakes';
import { toast } from '../ui/overlays';
import { Failure } from '../ui/State';
import { SubmitButton } from '../ui/SubmitButton';
import { PageHead, usePageTitle } from '../ui/text';
import { AreaField } from './AreaField';
import { useArea } from './queries';
import { kindsWithin } from './types';

/** A single area below another; many at once come by an import. */
export function NewAreaPage() {
  usePageTitle(t('areas.newTitle'));
  const user = useUser();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [address] = useSearchParams();
  const [fields, setFields] = useState({ parentId: address.get('below') ?? user.area?.id ?? '', code: '', name: '', kind: '' });
  const parent = useArea(fields.parentId);
  const kinds = fields.parentId === '' ? kindsWithin(null) : kindsWithin(parent.data?.kind ?? 'PROVINCE');
  const kind = kinds.includes(fields.kind as AreaKind) ? fields.kind : (kinds[0] ?? '');
  const { summary, wrong, tell, tellNamed } = useMistakes();
  const set = (change: Partial<typeof fields>) => setFields((before) => ({ ...before, ...change }));
  const save = useMutation({
    mutationFn: () => json<Area>('/api/areas', { method: 'POST', body: { code: fields.code.trim().toUpperCase(), name: fields.name.trim(), kind, parentId: fields.parentId || null } }),
    onSuccess: async (made) => {
      await client.invalidateQueries({ queryKey: ['areas'] });
      toast(t('areas.added', { name: made.name }));
      void navigate(`/areas/${made.id}`);
    },
    onError: (failure) => tellNamed(failure),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found: Mistake[] = [];
    if (!fields.name.trim()) found.push({ field: 'name', message: t('areas.nameMissing') });
    if (!/^[A-Za-z0-9][A-Za-z0-9-]{0,31}$/.test(fields.code.trim())) found.push({ field: 'code', message: t('areas.codeWrong') });
    if (!kind) found.push({ field: 'kind', message: t('areas.kindMissing') });
    tell(found);
    if (found.length === 0) save.mutate();
  };
  const failure = unnamed(save.error);
  return (
    <>
      <PageHead title={t('areas.newTitle')} />
      <form className="form panel" onSubmit={submit} noValidate>
        <ErrorSummary {...summary} />
        {failure && <Failure failure={failure} />}
        <AreaField id="parentId" label={t('areas.parent')} hint={t('areas.parentHint')} error={wrong('parentId')} value={fields.parentId} onChange={(parentId) => set({ parentId })} />
        <Choose id="kind" label={t('areas.fKind')} error={wrong('kind')} value={kind} onChange={(event) => set({ kind: event.target.value })}>
          {kinds.map((each) => (
            <option key={each} value={each}>
              {tCode('areas.kind', each)}
            </option>
          ))}
        </Choose>
        <TextField id="name" label={t('areas.name')} hint={t('areas.nameHint')} error={wrong('name')} value={fields.name} onChange={(event) => set({ name: event.target.value })} />
        <TextField id="code" label={t('areas.code')} hint={t('areas.codeHint')} code autoComplete="off" error={wrong('code')} value={fields.code} onChange={(event) => set({ code: event.target.value })} />
        <div className="form-end">
          <SubmitButton pending={save.isPending}>{t('areas.add')}</SubmitButton>
          <ButtonLink kind="quiet" to="/areas">
            {t('app.cancel')}
          </ButtonLink>
        </div>
      </form>
    </>
  );
}
