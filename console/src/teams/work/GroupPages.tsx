import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { Link, useParams } from 'react-router';
import { json, query } from '../../api/client';
import { usePages } from '../../api/pages';
import { useUser } from '../../api/queries';
import { may } from '../../api/rights';
import type { Page } from '../../api/types';
import { useBranches } from '../../areas/queries';
import { t, tCode } from '../../i18n/text';
import { dayText } from '../../register/days';
import { Moment } from '../../time/site';
import { useAddress } from '../../ui/address';
import { Begin } from '../../ui/Begin';
import { Button, ButtonLink } from '../../ui/Button';
import { Combo } from '../../ui/Combo';
import { FieldsForm } from '../../ui/FieldsForm';
import { Dialog, DialogButton } from '../../ui/overlays';
import { Pages } from '../../ui/Pages';
import { SearchBox } from '../../ui/SearchBox';
import { Segments } from '../../ui/Segments';
import { Badge, Empty, Failure, Loading, Notice, QueryState } from '../../ui/State';
import { Code, Name, numberText, PageHead, Phone, usePageTitle } from '../../ui/text';
import { paperQuestions } from '../PaperFields';
import css from '../teams.module.css';
import { PaperText } from '../words';
import { WorkPage } from './CommunePages';
import { notedPages, useWork, useWorkList } from './queries';
import { type Group, type GroupDetails, type GroupFigures, type GroupLeader, groupKinds } from './types';
import { days } from './words';

/** Groups of households of a commune: in figures, and one by one. */
export function GroupsPage() {
  const user = useUser();
  const [open, setOpen] = useState(false);
  return (
    <WorkPage
      title={t('work.groups')}
      lead={t('work.groupsLead')}
      actions={
        may(user, 'keepTeams') && (
          <>
            <Button kind="primary" icon="add" label={t('work.addGroup')} onClick={() => setOpen(true)} />
            <ButtonLink icon="load" label={t('work.groupsFromList')} to="/teams/import?sort=groups" />
          </>
        )
      }
    >
      {(commune) => (
        <div className="stack">
          <Figures />
          <GroupList commune={commune} />
          <Dialog open={open} onClose={() => setOpen(false)} title={t('work.addGroup')}>
            <GroupForm commune={commune} onDone={() => setOpen(false)} />
          </Dialog>
        </div>
      )}
    </WorkPage>
  );
}

function Figures() {
  const figures = useWorkList<GroupFigures>('/api/self-managed-groups/figures');
  if (!figures.data || figures.data.length === 0) return null;
  return (
    <dl className="roster-sums panel" id="group-figures">
      {groupKinds.map((kind) => {
        const some = figures.data.filter((each) => each.kind === kind);
        const sum = (of: (each: GroupFigures) => number) => some.reduce((all, each) => all + of(each), 0);
        return (
          <div key={kind}>
            <dt>{tCode('work.groupKind', kind)}</dt>
            <dd>{numberText(sum((each) => each.groups))}</dd>
            <dd className="hint">
              {t('work.householdCount', { count: sum((each) => each.households) })} · {t('work.unled', { count: sum((each) => each.without) })}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function GroupList({ commune }: { commune: string }) {
  const [ended, setEnded] = useState(false);
  const [search, change] = useAddress();
  const q = search.get('q') ?? '';
  const groups = usePages<Group>('/api/self-managed-groups', ['teams', 'work', 'groups'], { communeId: commune, ended: ended ? 'true' : undefined, q: useDeferredValue(q) }, notedPages);
  return (
    <>
      <div className="toolbar">
        <SearchBox label={t('work.searchGroups')} value={q} onChange={(value) => change({ q: value })} />
        <Segments
          label={t('work.groupsShown')}
          of={['groupsPresent', 'groupsAll'] as const}
          chosen={ended ? 'groupsAll' : 'groupsPresent'}
          words={(each) => (each === 'groupsAll' ? t('work.groupsAll') : t('work.groupsPresent'))}
          onChoose={(each) => setEnded(each === 'groupsAll')}
        />
      </div>
      <Pages
        pages={groups}
        empty={
          <Empty icon="people" title={t('work.noGroups')}>
            {q ? <p>{t('app.tryOther')}</p> : <Begin allowed="keepTeams" label={t('work.addGroup')} by="COMMUNITY_OFFICER" />}
          </Empty>
        }
      >
        {(items) => (
          <ul className="link-rows panel">
            {items.map((each) => (
              <li key={each.id}>
                <Link className="row-link-plain" to={`/teams/groups/${each.id}`}>
                  <bdi>{each.name}</bdi>
                </Link>
                <span className="summary">
                  {tCode('work.groupKind', each.kind)}
                  {each.endedOn ? <Badge tone="mute">{`${t('work.ended')} ${dayText(each.endedOn)}`}</Badge> : !each.led && <Badge tone="warn">{t('work.noLeader')}</Badge>}
                </span>
                <small>
                  <Name>{each.villageName}</Name> · {t('work.householdCount', { count: each.households })}
                </small>
              </li>
            ))}
          </ul>
        )}
      </Pages>
    </>
  );
}

function GroupForm({ commune, onDone }: { commune: string; onDone: () => void }) {
  const branches = useBranches(commune, true);
  if (!branches.data) return branches.error ? <Failure failure={branches.error} /> : <Loading />;
  const villages = branches.data.filter((each) => each.kind === 'RESIDENTIAL_AREA');
  return (
    <FieldsForm
      path="/api/self-managed-groups"
      stale="teams"
      once
      questions={[
        { name: 'kind', label: t('work.groupKindLabel'), kind: 'choice', choices: groupKinds.map((each) => [each, tCode('work.groupKind', each)] as const) },
        { name: 'villageId', label: t('work.village'), kind: 'choice', choices: villages.map((each) => [each.id, each.name] as const) },
        { name: 'name', label: t('work.groupName'), kind: 'text' },
        { name: 'households', label: t('work.households'), kind: 'number' },
        ...paperQuestions(),
      ]}
      onDone={onDone}
    />
  );
}

/** One group with who leads it. */
export function GroupPage() {
  const { id = '' } = useParams();
  const found = useWork<GroupDetails>(`/api/self-managed-groups/${id}`);
  usePageTitle(found.data?.group.name ?? t('work.groups'));
  const [about, setAbout] = useState<[GroupLeader, 'corrections' | 'end'] | null>(null);
  if (!found.data) return <QueryState query={found} />;
  const { group, leaders, mayKeep, version } = found.data;
  const path = `/api/self-managed-groups/${id}`;
  return (
    <>
      <PageHead
        title={<Name>{group.name}</Name>}
        lead={
          <p className="summary">
            <Code>{group.code}</Code>
            {tCode('work.groupKind', group.kind)} · <Name>{group.villageName}</Name> · {t('work.householdCount', { count: group.households })}
          </p>
        }
        actions={
          <>
            <ButtonLink label={t('work.groups')} to="/teams/groups" />
            <DialogButton shown={mayKeep} kind="primary" label={t('work.noteLeader')}>
              {(close) => (
                <FieldsForm
                  path={`${path}/leaders`}
                  stale="teams"
                  once
                  questions={[
                    { name: 'position', label: t('work.position'), kind: 'choice', choices: ['LEADER', 'DEPUTY'].map((each) => [each, tCode('work.groupLead', each)] as const) },
                    { name: 'name', label: t('work.fullName'), kind: 'text' },
                    { name: 'phone', label: t('work.phone'), kind: 'code', optional: true },
                    { name: 'from', label: t('work.termFrom'), kind: 'day' },
                    { name: 'until', label: t('work.termUntil'), kind: 'day' },
                    ...paperQuestions(),
                  ]}
                  onDone={close}
                />
              )}
            </DialogButton>
            <DialogButton shown={mayKeep} label={t('teams.correct')}>
              {(close) => (
                <FieldsForm
                  path={`${path}/changes`}
                  stale="teams"
                  fixed={{ version }}
                  questions={[
                    { name: 'name', label: t('work.groupName'), kind: 'text', start: group.name },
                    { name: 'households', label: t('work.households'), kind: 'number', start: String(group.households) },
                  ]}
                  onDone={close}
                />
              )}
            </DialogButton>
            <DialogButton shown={mayKeep} kind="quiet" label={t('work.endGroup')}>
              {(close) => <EndForm group={group} onDone={close} />}
            </DialogButton>
          </>
        }
      />
      <div className="stack">
        {group.endedOn && (
          <Notice tone="info" title={`${t('work.ended')} ${dayText(group.endedOn)}`}>
            {found.data.into && (
              <p>
                {t('work.into')} <Link to={`/teams/groups/${found.data.into.id}`}>{found.data.into.name}</Link>
              </p>
            )}
          </Notice>
        )}
        <section className="panel stack">
          <h2>{t('work.leaders')}</h2>
          <p className="hint">
            {t('work.setUpBy')} <PaperText paper={found.data.paper} />
          </p>
          {leaders.length === 0 && <p>{t('work.noLeader')}</p>}
          <ul className={css.teamMembers}>
            {leaders.map((each) => (
              <li key={each.id}>
                <p className={css.teamMember}>
                  <strong>
                    <Name>{each.name ?? t('teams.erased')}</Name>
                  </strong>
                  <span>{tCode('work.groupLead', each.position)}</span>
                  {each.running && <Badge tone="ok">{t('work.running')}</Badge>}
                </p>
                <p className="hint">
                  {each.phone && <Phone number={each.phone} />} <Code>{days(each.from, each.until)}</Code> · <PaperText paper={each.paper} />
                </p>
                {each.before.length > 0 && (
                  <details>
                    <summary>{t('work.before', { count: each.before.length })}</summary>
                    {each.before.map((one) => (
                      <p key={one.version} className="hint">
                        <Name>{one.name ?? t('teams.erased')}</Name> {one.phone && <Code>{one.phone}</Code>} · <Code>{dayText(one.until)}</Code> · <Name>{one.by.displayName}</Name> ·{' '}
                        <Moment at={one.at} />: <bdi>{one.reason}</bdi>
                      </p>
                    ))}
                  </details>
                )}
                {mayKeep && each.name && (
                  <p className="actions">
                    <Button small kind="quiet" label={t('teams.correct')} onClick={() => setAbout([each, 'corrections'])} />
                    {each.running && <Button small kind="quiet" label={t('work.endLead')} onClick={() => setAbout([each, 'end'])} />}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </section>
      </div>
      <Dialog open={about !== null} onClose={() => setAbout(null)} title={about?.[1] === 'end' ? t('work.endLead') : t('teams.correct')}>
        {about && (
          <FieldsForm
            path={`${path}/leaders/${about[0].id}/${about[1]}`}
            stale="teams"
            fixed={{ version: about[0].version }}
            questions={[
              ...(about[1] === 'end'
                ? [{ name: 'on', label: t('work.lastDay'), kind: 'day' } as const]
                : [
                    { name: 'name', label: t('work.fullName'), kind: 'text', start: about[0].name ?? '' } as const,
                    { name: 'phone', label: t('work.phone'), kind: 'code', optional: true, start: about[0].phone ?? '' } as const,
                  ]),
              { name: 'reason', label: t('work.reason'), kind: 'text' },
            ]}
            onDone={() => setAbout(null)}
          />
        )}
      </Dialog>
    </>
  );
}

function EndForm({ group, onDone }: { group: Group; onDone: () => void }) {
  const [into, setInto] = useState<Group | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const name = into ? `${into.name} (${into.villageName})` : '';
  const sought = useDeferredValue(typed === name ? '' : (typed ?? ''));
  const others = useQuery({
    enabled: typed !== null,
    queryKey: ['teams', 'work', 'groups', 'to-merge', group.communeId, group.kind, sought],
    queryFn: async () => (await json<Page<Group>>(`/api/self-managed-groups${query({ communeId: group.communeId, kind: group.kind, q: sought, limit: 10 })}`)).items,
    placeholderData: keepPreviousData,
  });
  return (
    <FieldsForm
      path={`/api/self-managed-groups/${group.id}/end`}
      stale="teams"
      fixed={{ intoId: into?.id ?? null }}
      questions={[
        { name: 'on', label: t('work.endsOn'), kind: 'day' },
        { name: 'paper', label: t('work.paper'), kind: 'code' },
      ]}
      submit={t('work.endGroup')}
      onDone={onDone}
    >
      <Combo
        id="intoId"
        label={t('work.into')}
        hint={t('work.intoHint')}
        placeholder={t('work.intoNone')}
        name={name}
        typed={typed}
        onType={setTyped}
        items={(others.data ?? []).filter((each) => each.id !== group.id)}
        keyOf={(each) => each.id}
        draw={(each) => (
          <>
            <Name>{each.name}</Name>
            <small>
              <bdi>{each.villageName}</bdi>
            </small>
          </>
        )}
        onChoose={setInto}
        onClear={() => setInto(null)}
        nothing={others.data && !others.isPlaceholderData ? t('work.noGroups') : ''}
      />
    </FieldsForm>
  );
}
