import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearchParams } from 'react-router';
import { json } from '../api/client';
import { useUser } from '../api/queries';
import type { Area, AreaKind } from '../api/types';
import { t } from '../i18n/text';
import { CommandForm, useCommand } from '../ui/CommandForm';
import type { Mistake } from '../ui/ErrorSummary';
import { Choose, fieldsOf, TextField, useFields } from '../ui/Field';
import { toast } from '../ui/overlays';
import { PageFrame } from '../ui/text';
import { AreaField } from './AreaField';
import { useArea } from './queries';
import { kindsWithin } from './types';

/** A single area below another; many at once come by an import. */
export function NewAreaPage() {
  const user = useUser();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [address] = useSearchParams();
  const [fields, set] = useFields({ parentId: address.get('below') ?? user.area?.id ?? '', code: '', name: '', kind: '' });
  const parent = useArea(fields.parentId);
  const kinds = fields.parentId === '' ? kindsWithin(null) : kindsWithin(parent.data?.kind ?? 'PROVINCE');
  const kind = kinds.includes(fields.kind as AreaKind) ? fields.kind : (kinds[0] ?? '');
  const command = useCommand({
    check: () => {
      const found: Mistake[] = [];
      if (!fields.name.trim()) found.push({ field: 'name', message: t('areas.nameMissing') });
      if (!/^[A-Za-z0-9][A-Za-z0-9-]{0,31}$/.test(fields.code.trim())) found.push({ field: 'code', message: t('areas.codeWrong') });
      if (!kind) found.push({ field: 'kind', message: t('areas.kindMissing') });
      return found;
    },
    send: () => json<Area>('/api/areas', { method: 'POST', body: { code: fields.code.trim().toUpperCase(), name: fields.name.trim(), kind, parentId: fields.parentId || null } }),
    done: async (made) => {
      await client.invalidateQueries({ queryKey: ['areas'] });
      toast(t('areas.added', { name: made.name }));
      void navigate(`/areas/${made.id}`);
    },
  });
  const { wrong } = command;
  const field = fieldsOf(fields, wrong, set);
  return (
    <PageFrame title={t('areas.newTitle')}>
      <CommandForm command={command} className="form panel" label={t('areas.add')} onCancel="/areas">
        <AreaField {...field('parentId')} label={t('areas.parent')} hint={t('areas.parentHint')} />
        <Choose id="kind" label={t('areas.fKind')} error={wrong('kind')} of={kinds} words="areas.kind" value={kind} onText={(kind) => set({ kind })} />
        <TextField {...field('name')} label={t('areas.name')} hint={t('areas.nameHint')} />
        <TextField {...field('code')} label={t('areas.code')} hint={t('areas.codeHint')} code autoComplete="off" />
      </CommandForm>
    </PageFrame>
  );
}
