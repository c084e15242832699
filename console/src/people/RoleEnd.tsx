import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { json } from '../api/client';
import type { Person } from '../api/types';
import { dayText, readDay } from '../register/days';
import { t } from '../i18n/text';
import { Button } from '../ui/Button';
import { ErrorSummary, type Mistake } from '../ui/ErrorSummary';
import { TextField } from '../ui/Field';
import { unnamed, useMistakes } from '../ui/mistakes';
import { Dialog, toast } from '../ui/overlays';
import { Failure } from '../ui/State';
import { endsOf, grantedTo } from './roles';

/** Says on which day somebody's roles end, takes the end away, or gives roles again that ended. */
export function RoleEnd({ person }: { person: Person }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button small onClick={() => setOpen(true)}>
        {t('people.lastDay')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('people.lastDayOf', { name: person.displayName })}>
        <RoleEndForm person={person} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function RoleEndForm({ person, onDone }: { person: Person; onDone: () => void }) {
  const first = Object.values(person.roleEnds ?? {})[0];
  const [day, setDay] = useState(first ? dayText(first) : '');
  const client = useQueryClient();
  const { summary, wrong, tell, tellNamed } = useMistakes();
  const roles = grantedTo(person);
  const save = useMutation({
    mutationFn: () => json<Person>(`/api/people/${person.id}`, { method: 'PATCH', body: { roles, roleEnds: endsOf(roles, readDay(day)) } }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['people'] });
      void client.invalidateQueries({ queryKey: ['role-grants'] });
      toast(t('people.done', { name: person.displayName }));
      onDone();
    },
    onError: (failure) => tellNamed(failure),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found: Mistake[] = day.trim() && !readDay(day) ? [{ field: 'roleEnds', message: t('register.fDayWrong') }] : [];
    tell(found);
    if (found.length === 0) save.mutate();
  };
  const general = unnamed(save.error);
  return (
    <form className="form" onSubmit={submit} noValidate>
      <ErrorSummary {...summary} />
      {general && <Failure failure={general} />}
      <TextField id="roleEnds" code label={t('people.lastDay')} hint={t('people.lastDayHint')} optional error={wrong('roleEnds')} value={day} onChange={(event) => setDay(event.target.value)} />
      <div className="form-end">
        <Button kind="primary" type="submit" disabled={save.isPending}>
          {t(save.isPending ? 'app.saving' : 'app.save')}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {t('app.cancel')}
        </Button>
      </div>
    </form>
  );
}
