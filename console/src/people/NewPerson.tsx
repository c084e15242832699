import { useQueryClient } from '@tanstack/react-query';
import { json } from '../api/client';
import { useUser } from '../api/queries';
import { type Person, type Role, roles } from '../api/types';
import { AreaField } from '../areas/AreaField';
import { t } from '../i18n/text';
import { readDay } from '../register/days';
import { CommandForm, useCommand } from '../ui/CommandForm';
import type { Mistake } from '../ui/ErrorSummary';
import { Checks, fieldsOf, TextField, useFields } from '../ui/Field';
import { toast } from '../ui/overlays';
import { endsOf } from './roles';

const shortestPassword = 12;

function bodyOf({ lastDay, ...fields }: { displayName: string; username: string; password: string; areaId: string; roles: Role[]; lastDay: string }) {
  return { ...fields, displayName: fields.displayName.trim(), username: fields.username.trim(), roleEnds: endsOf(fields.roles, readDay(lastDay)) };
}

export function NewPerson({ onDone }: { onDone: () => void }) {
  const user = useUser();
  const client = useQueryClient();
  const [fields, set] = useFields({ displayName: '', username: '', password: '', areaId: user.area?.id ?? '', roles: [] as Role[], lastDay: '' });
  const command = useCommand({
    check: () => {
      const found: Mistake[] = [];
      if (!fields.displayName.trim()) found.push({ field: 'displayName', message: t('people.fNameMissing') });
      if (!fields.username.trim()) found.push({ field: 'username', message: t('people.fUserMissing') });
      if (fields.password.length < shortestPassword) found.push({ field: 'password', message: t('people.fPasswordShort') });
      if (fields.roles.length === 0) found.push({ field: 'roles', message: t('people.fRolesMissing') });
      if (fields.lastDay.trim() && !readDay(fields.lastDay)) found.push({ field: 'roleEnds', message: t('register.fDayWrong') });
      if (!fields.areaId) found.push({ field: 'areaId', message: t('cameras.fAreaMissing') });
      return found;
    },
    send: () => json<Person>('/api/people', { method: 'POST', body: bodyOf(fields) }),
    done: (made) => {
      void client.invalidateQueries({ queryKey: ['people'] });
      void client.invalidateQueries({ queryKey: ['role-grants'] });
      toast(t(made.waitingRoles?.length ? 'people.addedWaits' : 'people.added', { name: made.displayName }));
      onDone();
    },
  });
  const { wrong } = command;
  const field = fieldsOf(fields, wrong, set);
  return (
    <CommandForm command={command} label={t('people.add')} onCancel={onDone}>
      <TextField {...field('displayName')} label={t('people.fName')} />
      <div className="form-row">
        <TextField {...field('username')} label={t('app.username')} code autoComplete="off" autoCapitalize="none" />
        <TextField {...field('password')} type="password" label={t('people.fPassword')} hint={t('people.fPasswordHint')} code autoComplete="new-password" />
      </div>
      <Checks
        id="roles"
        label={t('people.colRoles')}
        hint={t('people.fRolesHint')}
        error={wrong('roles')}
        of={roles}
        chosen={fields.roles}
        words="app.role"
        hintOf="app.roleDoes"
        onChoose={(roles) => set({ roles })}
      />
      <TextField id="roleEnds" code label={t('people.lastDay')} hint={t('people.lastDayHint')} optional error={wrong('roleEnds')} value={fields.lastDay} onText={(lastDay) => set({ lastDay })} />
      <AreaField {...field('areaId')} label={t('app.area')} />
    </CommandForm>
  );
}
