import { useQueryClient } from '@tanstack/react-query';
import { call } from '../api/client';
import { t } from '../i18n/text';
import { readDay } from '../register/days';
import { dateText } from '../time/format';
import { useSiteTime } from '../time/site';
import { CommandForm, useCommand } from '../ui/CommandForm';
import type { Mistake } from '../ui/ErrorSummary';
import { fieldsOf, TextField, useFields } from '../ui/Field';
import { toast } from '../ui/overlays';
import { isToCome } from './days';
import type { AreaFacts } from './types';

/** Another name from a day on; the former one stays and is still found. */
export function RenameForm({ area, onDone }: { area: AreaFacts; onDone: () => void }) {
  const { zone, now } = useSiteTime();
  const client = useQueryClient();
  const [fields, set] = useFields({ name: area.name, on: dateText(now(), zone), reason: '' });
  const command = useCommand({
    check: () => {
      const found: Mistake[] = [];
      if (!fields.name.trim()) found.push({ field: 'name', message: t('areas.nameMissing') });
      if (!readDay(fields.on)) found.push({ field: 'on', message: t('register.fDayWrong') });
      if (!fields.reason.trim()) found.push({ field: 'reason', message: t('areas.reasonMissing') });
      return found;
    },
    send: () => call(`/api/areas/${area.id}/names`, { method: 'POST', body: { name: fields.name.trim(), on: readDay(fields.on), reason: fields.reason.trim() } }),
    done: async () => {
      await client.invalidateQueries({ queryKey: ['areas'] });
      toast(t(isToCome(fields.on, dateText(now(), zone)) ? 'areas.planDone' : 'areas.renamed'));
      onDone();
    },
  });
  const field = fieldsOf(fields, command.wrong, set);
  return (
    <CommandForm command={command} className="form panel" aria-label={t('areas.rename')} head={<h2>{t('areas.rename')}</h2>} onCancel={onDone}>
      <TextField {...field('name')} label={t('areas.newName')} />
      <TextField {...field('on')} label={t('areas.on')} hint={t('areas.onHint')} code autoComplete="off" />
      <TextField {...field('reason')} label={t('areas.reason')} hint={t('areas.reasonHint')} />
    </CommandForm>
  );
}
