import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call, json } from '../api/client';
import { allPages, may, useUser } from '../api/queries';
import type { Person } from '../api/types';
import { t, tCode } from '../text/text';
import { Button } from '../ui/Button';
import { Dialog, toast } from '../ui/overlays';
import { Badge, Empty, Failure, Loading } from '../ui/State';
import { Code, Name, PageHead, usePageTitle } from '../ui/text';
import { NewPerson } from './NewPerson';

/** Who may use the system, in which roles; for the administrator. */
export function PeoplePage() {
  usePageTitle(t('people.title'));
  const user = useUser();
  const [adding, setAdding] = useState(false);
  const people = useQuery({ queryKey: ['people'], queryFn: () => allPages<Person>('/api/people'), enabled: may(user, 'people') });
  if (!may(user, 'people')) return <Empty icon="lock" title={t('app.forbiddenTitle')}><p>{t('app.forbiddenDetail')}</p></Empty>;
  return (
    <>
      <PageHead
        title={t('people.title')}
        actions={
          <Button kind="primary" icon="plus" onClick={() => setAdding(true)}>
            {t('people.add')}
          </Button>
        }
      />
      {people.isPending && <Loading />}
      {people.error && <Failure failure={people.error} retry={() => void people.refetch()} />}
      {people.data?.length === 0 && <Empty icon="people" title={t('people.empty')} />}
      {people.data && people.data.length > 0 && (
        <div className="table-wrap">
          <table className="table table-cards">
            <thead>
              <tr>
                <th scope="col">{t('people.colName')}</th>
                <th scope="col">{t('people.colRoles')}</th>
                <th scope="col">{t('people.colArea')}</th>
                <th scope="col">{t('people.colState')}</th>
                <th scope="col">{t('people.colAct')}</th>
              </tr>
            </thead>
            <tbody>
              {people.data.map((person) => (
                <tr key={person.id} data-person={person.username}>
                  <th scope="row">
                    <strong>
                      <Name>{person.displayName}</Name>
                    </strong>
                    <small>
                      <Code>{person.username}</Code>
                    </small>
                  </th>
                  <td>{person.roles.map((role) => tCode('app.role', role)).join(' · ')}</td>
                  <td>
                    <bdi>{person.areaName ?? person.area?.name}</bdi>
                  </td>
                  <td>
                    <Badge tone={person.active ? 'ok' : 'mute'} icon={person.active ? 'check' : 'lock'}>
                      {t(person.active ? 'people.active' : 'people.inactive')}
                    </Badge>
                    {person.secondFactor && (
                      <Badge tone="info" icon="shield">
                        {t('account.factors')}
                      </Badge>
                    )}
                  </td>
                  <td>{person.id === user.id ? <small>{t('people.self')}</small> : <PersonActs person={person} />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Dialog open={adding} onClose={() => setAdding(false)} title={t('people.add')} wide>
        <NewPerson onDone={() => setAdding(false)} />
      </Dialog>
    </>
  );
}

function PersonActs({ person }: { person: Person }) {
  return (
    <div className="person-acts">
      <Activation person={person} />
      {person.secondFactor && (
        <Act person={person} path="second-factors" label={t('people.resetFactors')} sure={t('people.resetFactorsSure', { name: person.displayName })} />
      )}
      <Act person={person} path="sessions" label={t('people.endSessions')} sure={t('people.endSessionsSure', { name: person.displayName })} />
    </div>
  );
}

/** Taking something of a person's away, after a question. */
function Act({ person, path, label, sure }: { person: Person; path: string; label: string; sure: string }) {
  const [asking, setAsking] = useState(false);
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: () => call(`/api/people/${person.id}/${path}`, { method: 'DELETE' }),
    onSuccess: () => {
      setAsking(false);
      toast(t('people.done', { name: person.displayName }));
      void client.invalidateQueries({ queryKey: ['people'] });
    },
  });
  return (
    <>
      <Button small onClick={() => setAsking(true)}>
        {label}
      </Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={label}>
        <p>{sure}</p>
        {act.error && <Failure failure={act.error} />}
        <div className="form-end">
          <Button kind="danger" disabled={act.isPending} onClick={() => act.mutate()}>
            {label}
          </Button>
          <Button kind="quiet" onClick={() => setAsking(false)}>
            {t('app.cancel')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}

function Activation({ person }: { person: Person }) {
  const [asking, setAsking] = useState(false);
  const client = useQueryClient();
  const set = useMutation({
    mutationFn: (active: boolean) => json<Person>(`/api/people/${person.id}`, { method: 'PATCH', body: { active } }),
    onSuccess: () => {
      setAsking(false);
      void client.invalidateQueries({ queryKey: ['people'] });
    },
  });
  return (
    <>
      <Button small kind={person.active ? 'danger' : 'plain'} disabled={set.isPending} onClick={() => (person.active ? setAsking(true) : set.mutate(true))}>
        {t(person.active ? 'people.deactivate' : 'people.activate')}
      </Button>
      {!asking && set.error && <Failure failure={set.error} />}
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('people.deactivate')}>
        <p>{t('people.deactivateSure', { name: person.displayName })}</p>
        {set.error && <Failure failure={set.error} />}
        <div className="form-end">
          <Button kind="danger" disabled={set.isPending} onClick={() => set.mutate(false)}>
            {t('people.deactivate')}
          </Button>
          <Button kind="quiet" onClick={() => setAsking(false)}>
            {t('app.cancel')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
