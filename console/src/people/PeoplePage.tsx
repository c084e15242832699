import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { call, json } from '../api/client';
import { usePages } from '../api/pages';
import { useUser } from '../api/queries';
import { type Below, type Person, roles } from '../api/types';
import { AreaFilter } from '../areas/AreaField';
import { t, tCode } from '../i18n/text';
import { dayText } from '../register/days';
import { useProvider } from '../signin/provider';
import { useAddress } from '../ui/address';
import { Begin } from '../ui/Begin';
import { Button, ButtonLink } from '../ui/Button';
import { DataTable } from '../ui/DataTable';
import { Select } from '../ui/Field';
import { DialogButton, toast } from '../ui/overlays';
import { Pages } from '../ui/Pages';
import { SearchBox } from '../ui/SearchBox';
import { Segments } from '../ui/Segments';
import { Badge, Empty, Failure } from '../ui/State';
import { SureButton, SureDialog } from '../ui/SureDialog';
import { Code, Name, PageFrame } from '../ui/text';
import { Home } from './Home';
import { Invitation } from './Invitation';
import { NewPerson } from './NewPerson';
import css from './people.module.css';
import { RoleEnd } from './RoleEnd';
import { grantedTo } from './roles';
import { WaitingGrants } from './WaitingGrants';

/** Who may use the system, in which roles; for the administrator. */
export function PeoplePage() {
  const user = useUser();
  const [search, change] = useAddress();
  const filter = { q: search.get('q') ?? '', role: search.get('role') ?? '', active: search.get('active') ?? '', areaId: search.get('area') ?? '' };
  const people = usePages<Person>('/api/people', ['people'], { ...filter, q: useDeferredValue(filter.q) });
  const narrowed = Object.values(filter).some(Boolean);
  return (
    <PageFrame
      title={t('people.title')}
      actions={
        <>
          {user.area === null && <ButtonLink icon="key" label={t('situations.keys')} to="/open311-keys" />}
          <DialogButton kind="primary" icon="add" label={t('people.add')} wide>
            {(close) => <NewPerson onDone={close} />}
          </DialogButton>
        </>
      }
    >
      <WaitingGrants />
      <div className="toolbar">
        <SearchBox label={t('people.search')} value={filter.q} onChange={(value) => change({ q: value })} />
        <Select aria-label={t('people.filterRole')} none={t('people.anyRole')} of={roles} words="app.role" value={filter.role} onText={(role) => change({ role })} />
        <Segments
          label={t('people.colState')}
          of={['', 'true', 'false'] as const}
          chosen={filter.active}
          words={(each) => (each === '' ? t('app.all') : t(each === 'true' ? 'people.active' : 'people.inactive'))}
          onChoose={(active) => change({ active })}
        />
        <AreaFilter value={filter.areaId} onChange={(area) => change({ area })} />
      </div>
      <Pages
        pages={people}
        empty={
          narrowed ? (
            <Empty icon="people" title={t('people.emptySearch')}>
              <Button label={t('people.clearSearch')} onClick={() => change({ q: null, role: null, active: null, area: null })} />
            </Empty>
          ) : (
            <Empty icon="people" title={t('people.empty')}>
              <Begin allowed="people" label={t('people.add')} by="ADMINISTRATOR" />
            </Empty>
          )
        }
      >
        {(shown) => (
          <DataTable heads={[t('people.colName'), t('people.colRoles'), t('people.colArea'), t('people.colState'), t('people.colAct')]} cards>
            {shown.map((person) => (
              <tr key={person.id} data-person={person.username}>
                <th scope="row">
                  <strong>
                    <Name>{person.displayName}</Name>
                  </strong>
                  <small>
                    <Code>{person.username}</Code>
                  </small>
                </th>
                <td>
                  <Roles person={person} />
                </td>
                <td>
                  <bdi>{person.areaName}</bdi>
                </td>
                <td>
                  <Badge tone={person.active ? 'ok' : 'mute'} icon={person.active ? 'done' : 'closed'}>
                    {t(person.active ? 'people.active' : 'people.inactive')}
                  </Badge>
                  {person.secondFactor && (
                    <Badge tone="info" icon="verify">
                      {t('account.factors')}
                    </Badge>
                  )}
                  {person.providerLinked && (
                    <Badge tone="info" icon="done">
                      {t('people.linked')}
                    </Badge>
                  )}
                  {person.homeNoted && (
                    <Badge tone="info" icon="area">
                      {t('people.homeNoted')}
                    </Badge>
                  )}
                </td>
                <td>{person.id === user.id ? <small>{t('people.self')}</small> : <PersonActions person={person} />}</td>
              </tr>
            ))}
          </DataTable>
        )}
      </Pages>
    </PageFrame>
  );
}

/** What somebody may do, until when, and what ended. */
function Roles({ person }: { person: Person }) {
  return grantedTo(person).map((role) => {
    const lastDay = person.roleEnds?.[role];
    const waits = person.waitingRoles?.includes(role);
    const ended = !waits && !person.roles.includes(role);
    return (
      <span key={role} className="block">
        {tCode('app.role', role)}{' '}
        {lastDay && (
          <Badge tone={ended ? 'mute' : 'info'}>
            {t(ended ? 'people.ended' : 'people.until')} <bdi dir="ltr">{dayText(lastDay)}</bdi>
          </Badge>
        )}{' '}
        {waits && (
          <Badge tone="warn" icon="time">
            {t('people.waits')}
          </Badge>
        )}
      </span>
    );
  });
}

function PersonActions({ person }: { person: Person }) {
  const provider = useProvider().data?.name;
  const keepsHomes = useUser().area === null; // Of the whole site.
  return (
    <div className={css.personActs}>
      <Activation person={person} />
      <RoleEnd person={person} />
      {person.secondFactor && <Act person={person} path="second-factors" label={t('people.resetFactors')} sure={t('people.resetFactorsSure', { name: person.displayName })} />}
      {provider && !person.providerLinked && <Invitation person={person} provider={provider} />}
      {person.providerLinked && <Act person={person} path="provider-link" label={t('people.unlink')} sure={t('people.unlinkSure', { name: person.displayName })} />}
      {keepsHomes && person.active && <Home person={person} />}
      {keepsHomes && person.homeNoted && <Act person={person} path="home" label={t('people.homeForget')} sure={t('people.homeForgetSure', { name: person.displayName })} />}
      <Act person={person} path="sessions" label={t('people.endSessions')} sure={t('people.endSessionsSure', { name: person.displayName })} />
    </div>
  );
}

/** Taking something of a person's away, after a question. */
function Act({ person, path, label, sure }: { person: Person; path: Below<'/api/people/{id}', 'DELETE'>; label: string; sure: string }) {
  const client = useQueryClient();
  return (
    <SureButton
      small
      label={label}
      sure={sure}
      send={() => call(`/api/people/${person.id}/${path}`, { method: 'DELETE' })}
      done={() => {
        toast(t('people.done', { name: person.displayName }));
        void client.invalidateQueries({ queryKey: ['people'] });
        void client.invalidateQueries({ queryKey: ['role-grants'] });
      }}
    />
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
      void client.invalidateQueries({ queryKey: ['role-grants'] });
    },
  });
  return (
    <>
      <Button
        small
        kind={person.active ? 'danger' : 'plain'}
        label={t(person.active ? 'people.deactivate' : 'people.activate')}
        disabled={set.isPending}
        onClick={() => (person.active ? setAsking(true) : set.mutate(true))}
      />
      {!asking && set.error && <Failure failure={set.error} />}
      <SureDialog open={asking} onClose={() => setAsking(false)} title={t('people.deactivate')} act={set} onSure={() => set.mutate(false)}>
        {t('people.deactivateSure', { name: person.displayName })}
      </SureDialog>
    </>
  );
}
