import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { json } from '../api/client';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import type { Page } from '../api/types';
import { t } from '../i18n/text';
import { dayText, readDay } from '../register/days';
import { Button } from '../ui/Button';
import { CommandForm, useCommand } from '../ui/CommandForm';
import { DataTable } from '../ui/DataTable';
import type { Mistake } from '../ui/ErrorSummary';
import { fieldsOf, Option, Options, TextField, useFields } from '../ui/Field';
import { Badge, Empty, Failure, QueryState } from '../ui/State';
import { Code, Name, PageFrame } from '../ui/text';
import type { SpecialDay } from './types';

const key = ['workingDays'];

/** Holidays, and weekends that are worked; administrators of the whole site keep them. */
export function WorkingDaysPage() {
  const user = useUser();
  const client = useQueryClient();
  const days = useQuery({ queryKey: key, queryFn: async () => (await json<Page<SpecialDay>>('/api/working-days')).items });
  const remove = useMutation({
    mutationFn: (day: string) => json<void>(`/api/working-days/${day}`, { method: 'DELETE' }),
    onSuccess: () => Promise.all([client.invalidateQueries({ queryKey: key }), client.invalidateQueries({ queryKey: ['dataRequests'] })]),
  });
  const keeps = may(user, 'handleDataRequests') && user.area === null;
  return (
    <PageFrame title={t('subject.days')} lead={t('subject.daysLead')}>
      <QueryState query={days} />
      {remove.error && <Failure failure={remove.error} />}
      {days.data?.length === 0 && (
        <Empty icon="calendar" title={t('subject.daysNone')}>
          <p>{t('subject.daysNoneMore')}</p>
        </Empty>
      )}
      {days.data && days.data.length > 0 && (
        <DataTable heads={[t('subject.fDay'), t('subject.fDayName'), t('subject.colState'), keeps && t('people.colAct')]} cards>
          {days.data.map((each) => (
            <tr key={each.day}>
              <th scope="row">
                <Code>{dayText(each.day)}</Code>
              </th>
              <td>
                <Name>{each.name}</Name>
              </td>
              <td>
                <Badge tone={each.working ? 'info' : 'mute'}>{t(each.working ? 'subject.dayWorking' : 'subject.dayOff')}</Badge>
              </td>
              {keeps && (
                <td>
                  <Button small kind="quiet" label={t('subject.dayRemove')} disabled={remove.isPending} onClick={() => remove.mutate(each.day)} />
                </td>
              )}
            </tr>
          ))}
        </DataTable>
      )}
      {keeps && <NewDay />}
    </PageFrame>
  );
}

function NewDay() {
  const client = useQueryClient();
  const [fields, set] = useFields({ day: '', name: '', working: false });
  const command = useCommand({
    check: () => {
      const found: Mistake[] = [];
      if (!readDay(fields.day)) found.push({ field: 'day', message: t('register.fDayWrong') });
      if (!fields.name.trim()) found.push({ field: 'name', message: t('subject.dayNameMissing') });
      return found;
    },
    send: () => json<SpecialDay>('/api/working-days', { method: 'POST', body: { day: readDay(fields.day), working: fields.working, name: fields.name.trim() } }),
    done: () => {
      void client.invalidateQueries({ queryKey: key });
      void client.invalidateQueries({ queryKey: ['dataRequests'] });
      set({ day: '', name: '', working: false });
    },
  });
  const field = fieldsOf(fields, command.wrong, set);
  return (
    <CommandForm command={command} className="panel form" head={<h2>{t('subject.dayAdd')}</h2>}>
      <div className="form-row">
        <TextField {...field('day')} label={t('subject.fDay')} hint={t('register.fOnHint')} code autoComplete="off" />
        <TextField {...field('name')} label={t('subject.fDayName')} autoComplete="off" />
      </div>
      <Options label={t('subject.dayWhat')}>
        <Option type="radio" name="working" label={t('subject.dayOff')} checked={!fields.working} onChange={() => set({ working: false })} />
        <Option type="radio" name="working" label={t('subject.dayWorking')} hint={t('subject.dayWorkingHint')} checked={fields.working} onChange={() => set({ working: true })} />
      </Options>
    </CommandForm>
  );
}
