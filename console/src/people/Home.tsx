import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/client';
import type { Person } from '../api/types';
import { t } from '../i18n/text';
import { readPlace } from '../map/sector';
import { CommandForm, useCommand } from '../ui/CommandForm';
import { TextField } from '../ui/Field';
import { DialogButton, toast } from '../ui/overlays';

/** Notes where somebody lives. What was noted before is not shown: the server tells nobody. */
export function Home({ person }: { person: Person }) {
  return (
    <DialogButton small label={t(person.homeNoted ? 'people.homeAnew' : 'people.homeNote')} title={t('people.homeOf', { name: person.displayName })}>
      {(close) => <HomeForm person={person} onDone={close} />}
    </DialogButton>
  );
}

function HomeForm({ person, onDone }: { person: Person; onDone: () => void }) {
  const [point, setPoint] = useState('');
  const client = useQueryClient();
  const read = readPlace(point);
  const command = useCommand({
    check: () => (read ? [] : [{ field: 'home', message: t('find.placeWrong') }]),
    send: () => call(`/api/people/${person.id}/home`, { method: 'POST', body: { latitude: read?.[0], longitude: read?.[1] } }),
    done: () => {
      void client.invalidateQueries({ queryKey: ['people'] });
      toast(t('people.done', { name: person.displayName }));
      onDone();
    },
  });
  return (
    <CommandForm command={command} onCancel={onDone}>
      <p>{t('people.homeMore')}</p>
      <TextField id="home" code autoComplete="off" label={t('people.homeField')} hint={t('people.homeHint')} error={command.wrong('home')} value={point} onText={setPoint} />
    </CommandForm>
  );
}
