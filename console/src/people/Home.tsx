import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { call } from '../api/client';
import type { Person } from '../api/types';
import { readPlace } from '../map/sector';
import { t } from '../i18n/text';
import { Button } from '../ui/Button';
import { ErrorSummary } from '../ui/ErrorSummary';
import { TextField } from '../ui/Field';
import { unnamed, useMistakes } from '../ui/mistakes';
import { Dialog, toast } from '../ui/overlays';
import { Failure } from '../ui/State';

/** Notes where somebody lives. What was noted before is not shown: the server tells nobody. */
export function Home({ person }: { person: Person }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button small onClick={() => setOpen(true)}>
        {t(person.homeNoted ? 'people.homeAnew' : 'people.homeNote')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('people.homeOf', { name: person.displayName })}>
        <HomeForm person={person} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function HomeForm({ person, onDone }: { person: Person; onDone: () => void }) {
  const [point, setPoint] = useState('');
  const client = useQueryClient();
  const { summary, wrong, tell, tellNamed } = useMistakes();
  const read = readPlace(point);
  const save = useMutation({
    mutationFn: ([latitude, longitude]: [number, number]) => call(`/api/people/${person.id}/home`, { method: 'POST', body: { latitude, longitude } }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['people'] });
      toast(t('people.done', { name: person.displayName }));
      onDone();
    },
    onError: (failure) => tellNamed(failure),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    tell(read ? [] : [{ field: 'home', message: t('find.placeWrong') }]);
    if (read) save.mutate(read);
  };
  const general = unnamed(save.error);
  return (
    <form className="form" onSubmit={submit} noValidate>
      <ErrorSummary {...summary} />
      {general && <Failure failure={general} />}
      <p>{t('people.homeMore')}</p>
      <TextField id="home" code autoComplete="off" label={t('people.homeField')} hint={t('people.homeHint')} error={wrong('home')} value={point} onChange={(event) => setPoint(event.target.value)} />
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
