import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { json } from '../api/client';
import type { Person } from '../api/types';
import { t } from '../i18n/text';
import { dayText, readDay } from '../register/days';
import { CommandForm, useCommand } from '../ui/CommandForm';
import { TextField } from '../ui/Field';
import { DialogButton, toast } from '../ui/overlays';
import { endsOf, grantedTo } from './roles';

/** Says on which day somebody's roles end, takes the end away, or gives roles again that ended. */
export function RoleEnd({ person }: { person: Person }) {
  return (
    <DialogButton small label={t('people.lastDay')} title={t('people.lastDayOf', { name: person.displayName })}>
      {(close) => <RoleEndForm person={person} onDone={close} />}
    </DialogButton>
  );
}

function RoleEndForm({ person, onDone }: { person: Person; onDone: () => void }) {
  const first = Object.values(person.roleEnds ?? {})[0];
  const [day, setDay] = useState(first ? dayText(first) : '');
  const client = useQueryClient();
  const roles = grantedTo(person);
  const command = useCommand({
    check: () => (day.trim() && !readDay(day) ? [{ field: 'roleEnds', message: t('register.fDayWrong') }] : []),
    send: () => json<Person>(`/api/people/${person.id}`, { method: 'PATCH', body: { roles, roleEnds: endsOf(roles, readDay(day)) } }),
    done: () => {
      void client.invalidateQueries({ queryKey: ['people'] });
      void client.invalidateQueries({ queryKey: ['role-grants'] });
      toast(t('people.done', { name: person.displayName }));
      onDone();
    },
  });
  return (
    <CommandForm command={command} onCancel={onDone}>
      <TextField id="roleEnds" code label={t('people.lastDay')} hint={t('people.lastDayHint')} optional error={command.wrong('roleEnds')} value={day} onText={setDay} />
    </CommandForm>
  );
}
