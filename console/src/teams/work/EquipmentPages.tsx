import { useDeferredValue, useState } from 'react';
import { Link, useParams } from 'react-router';
import { usePages } from '../../api/pages';
import { useUser } from '../../api/queries';
import { may } from '../../api/rights';
import { t, tCode } from '../../i18n/text';
import { dayText } from '../../register/days';
import { Moment } from '../../time/site';
import { useAddress } from '../../ui/address';
import { Begin } from '../../ui/Begin';
import { Button, ButtonLink } from '../../ui/Button';
import { Select } from '../../ui/Field';
import { FieldsForm } from '../../ui/FieldsForm';
import { Dialog } from '../../ui/overlays';
import { Pages, Turn } from '../../ui/Pages';
import { SearchBox } from '../../ui/SearchBox';
import { Segments } from '../../ui/Segments';
import { Badge, Empty, Failure, Loading, Notice, QueryState } from '../../ui/State';
import { Code, Fact, Name, numberText, PageHead, usePageTitle } from '../../ui/text';
import { useTeam } from '../queries';
import css from '../teams.module.css';
import { WorkPage } from './CommunePages';
import { notedPages, useWork, useWorkList } from './queries';
import { type Holder, type Item, type ItemHistory, type ItemMove, type ItemState, itemKinds, movesOf, type Stocktaking, type TeamMonth } from './types';
import { useMonth } from './words';

const tones = { IN_STORE: 'info', ISSUED: 'ok', IN_REPAIR: 'warn', WRITTEN_OFF: 'mute' } as const;
const states = ['', 'IN_STORE', 'ISSUED', 'IN_REPAIR', 'WRITTEN_OFF'] as const;

/** The ledger of a commune's equipment, with what people have who left. */
export function EquipmentPage() {
  const user = useUser();
  const [open, setOpen] = useState<'receive' | 'count' | null>(null);
  const keeps = may(user, 'keepTeams');
  return (
    <WorkPage
      title={t('work.equipment')}
      lead={t('work.equipmentLead')}
      actions={
        keeps && (
          <>
            <Button kind="primary" icon="add" label={t('work.receive')} onClick={() => setOpen('receive')} />
            <Button label={t('work.count')} onClick={() => setOpen('count')} />
          </>
        )
      }
    >
      {(commune) => (
        <div className="stack">
          <Outstanding commune={commune} />
          <Ledger commune={commune} />
          <Counts commune={commune} />
          <Dialog open={open === 'receive'} onClose={() => setOpen(null)} title={t('work.receive')}>
            <FieldsForm
              path="/api/team-equipment"
              stale="teams"
              once
              fixed={{ communeId: commune }}
              questions={[
                { name: 'kind', label: t('work.itemKindLabel'), kind: 'choice', choices: itemKinds.map((each) => [each, tCode('work.itemKind', each)] as const) },
                { name: 'name', label: t('work.itemName'), kind: 'text' },
                { name: 'serials', label: t('work.serials'), hint: t('work.serialsHint'), kind: 'words', optional: true },
                { name: 'count', label: t('work.itemCount'), hint: t('work.itemCountHint'), kind: 'number', optional: true },
                { name: 'on', label: t('work.day'), kind: 'day' },
                { name: 'paper', label: t('work.paper'), kind: 'code' },
              ]}
              body={(answers) => ({
                ...answers,
                serials: answers.serials
                  ? String(answers.serials)
                      .split(/[\n,;]+/)
                      .map((each) => each.trim())
                      .filter(Boolean)
                  : null,
              })}
              onDone={() => setOpen(null)}
            />
          </Dialog>
          <Dialog open={open === 'count'} onClose={() => setOpen(null)} title={t('work.count')} wide>
            <CountForm commune={commune} onDone={() => setOpen(null)} />
          </Dialog>
        </div>
      )}
    </WorkPage>
  );
}

function Outstanding({ commune }: { commune: string }) {
  const items = usePages<Item>('/api/team-equipment/outstanding', ['teams', 'work', 'outstanding'], { communeId: commune }, notedPages);
  if (items.isPending || (items.data?.length === 0 && !items.onPrevious)) return null;
  return (
    <section className="panel stack" id="outstanding">
      <h2>
        {t('work.outstanding')} {items.total && <Badge tone="warn">{`${numberText(items.total.count)}${items.total.more ? '+' : ''}`}</Badge>}
      </h2>
      <Pages pages={items} empty={null}>
        {(all) => <Rows items={all} />}
      </Pages>
    </section>
  );
}

function Ledger({ commune }: { commune: string }) {
  const [search, change] = useAddress();
  const state = (search.get('state') ?? '') as ItemState | '';
  const q = search.get('q') ?? '';
  const items = usePages<Item>('/api/team-equipment', ['teams', 'work', 'equipment'], { communeId: commune, state, q: useDeferredValue(q) }, notedPages);
  return (
    <>
      <SearchBox label={t('work.searchItems')} value={q} onChange={(value) => change({ q: value })} />
      <Segments
        label={t('work.itemStateLabel')}
        of={states}
        chosen={state}
        words={(each) => (each === '' ? t('work.all') : tCode('work.itemState', each))}
        onChoose={(each) => change({ state: each })}
      />
      <Pages
        pages={items}
        empty={
          <Empty icon="list" title={t('work.noItems')}>
            {q || state ? <p>{t('app.tryOther')}</p> : <Begin allowed="keepTeams" label={t('work.receive')} by="COMMUNITY_OFFICER" />}
          </Empty>
        }
      >
        {(all) => (
          <div className="panel">
            <Rows items={all} />
          </div>
        )}
      </Pages>
    </>
  );
}

function Rows({ items }: { items: Item[] }) {
  return (
    <ul className="link-rows">
      {items.map((each) => (
        <li key={each.id}>
          <Link className="row-link-plain" to={`/teams/equipment/${each.id}`}>
            <bdi>{each.name}</bdi>
          </Link>
          <span className="summary">
            <Badge tone={tones[each.state]}>{tCode('work.itemState', each.state)}</Badge>
            <Code>{each.serial ?? each.code}</Code>
          </span>
          <small>
            {tCode('work.itemKind', each.kind)}
            {each.holder && (
              <>
                {' '}
                · <HolderText holder={each.holder} />
              </>
            )}
          </small>
        </li>
      ))}
    </ul>
  );
}

function HolderText({ holder }: { holder: Holder }) {
  return (
    <>
      <Name>{holder.name ?? t('teams.erased')}</Name> (<bdi>{holder.teamName}</bdi>)
      {holder.leftOn && (
        <>
          {' '}
          · {t('teams.left')} <Code>{dayText(holder.leftOn)}</Code>
        </>
      )}
    </>
  );
}

function Counts({ commune }: { commune: string }) {
  const counts = usePages<Stocktaking>('/api/team-equipment/stocktakings', ['teams', 'work', 'stocktakings'], { communeId: commune }, notedPages);
  if (counts.isPending || (counts.data?.length === 0 && !counts.onPrevious)) return null;
  return (
    <section className="panel stack">
      <h2>{t('work.counts')}</h2>
      <Pages pages={counts} empty={null}>
        {(all) => (
          <ul className="link-rows">
            {all.map((each) => (
              <li key={each.id}>
                <span>
                  <Code>{dayText(each.on)}</Code> · <Code>{each.paper}</Code>
                </span>
                <span>{t('work.counted', { all: each.expected, missing: each.missing.length, broken: each.broken.length })}</span>
                <small>
                  <bdi>{[...each.missing, ...each.broken].map((item) => `${item.name} ${item.serial ?? item.code}`).join(', ')}</bdi> · <Name>{each.by.displayName}</Name>
                </small>
              </li>
            ))}
          </ul>
        )}
      </Pages>
    </section>
  );
}

/** Each item that there is, as it was found; a commune's ledger is counted whole. */
function CountForm({ commune, onDone }: { commune: string; onDone: () => void }) {
  const items = usePages<Item>('/api/team-equipment', ['teams', 'work', 'to-count'], { communeId: commune }, notedPages);
  const [seen, setSeen] = useState<Record<string, string>>({});
  if (!items.data) return items.error ? <Failure failure={items.error} /> : <Loading />;
  const present = items.data.filter((each) => each.state !== 'WRITTEN_OFF' && each.communeId === commune);
  return (
    <>
      {(items.onNext || items.onPrevious) && (
        <Notice tone="warn" title={t('work.moreToCount')}>
          <Turn pages={items} />
        </Notice>
      )}
      <FieldsForm
        path="/api/team-equipment/stocktakings"
        stale="teams"
        once
        fixed={{ communeId: commune, items: Object.entries(seen).flatMap(([id, as]) => (as ? [{ id, seen: as }] : [])) }}
        questions={[
          { name: 'on', label: t('work.day'), kind: 'day' },
          { name: 'paper', label: t('work.paper'), kind: 'code' },
        ]}
        onDone={onDone}
      >
        <fieldset className="field" id="items" tabIndex={-1}>
          <legend>{t('work.count')}</legend>
          <p className="hint">{t('work.countHint')}</p>
          <ul className="plain-list">
            {present.map((each) => (
              <li key={each.id} className={css.attendanceRow}>
                <label htmlFor={`item-${each.id}`}>
                  <bdi>{each.name}</bdi> <Code>{each.serial ?? each.code}</Code>
                </label>
                <Select
                  id={`item-${each.id}`}
                  none="–"
                  of={['GOOD', 'BROKEN', 'MISSING']}
                  words="work.seen"
                  value={seen[each.id] ?? ''}
                  onText={(picked) => setSeen((before) => ({ ...before, [each.id]: picked }))}
                />
              </li>
            ))}
          </ul>
        </fieldset>
      </FieldsForm>
    </>
  );
}

/** One item with its moves. */
export function ItemPage() {
  const { id = '' } = useParams();
  const found = useWork<ItemHistory>(`/api/team-equipment/${id}`);
  usePageTitle(found.data?.item.name ?? t('work.equipment'));
  const [move, setMove] = useState<ItemMove | null>(null);
  if (!found.data) return <QueryState query={found} />;
  const { item, moves, more, mayKeep, mayTakeOver } = found.data;
  return (
    <>
      <PageHead
        title={<Name>{item.name}</Name>}
        lead={
          <p className="summary">
            <Badge tone={tones[item.state]}>{tCode('work.itemState', item.state)}</Badge>
            <Code>{item.code}</Code>
            {tCode('work.itemKind', item.kind)}
          </p>
        }
        actions={
          <>
            <ButtonLink label={t('work.equipment')} to="/teams/equipment" />
            {mayTakeOver && <Button kind="primary" label={tCode('work.move', 'TAKEN_OVER')} onClick={() => setMove('TAKEN_OVER')} />}
            {mayKeep &&
              movesOf[item.state].map((each, index) => <Button key={each} kind={index === 0 && !mayTakeOver ? 'primary' : 'quiet'} label={tCode('work.move', each)} onClick={() => setMove(each)} />)}
          </>
        }
      />
      <div className="stack">
        {mayTakeOver && <Notice tone="warn" title={t('work.elsewhere')} />}
        <section className="panel stack">
          <dl className="facts">
            <Fact label={t('work.serial')}>
              <Code>{item.serial ?? '–'}</Code>
            </Fact>
            {item.holder && (
              <Fact label={t('work.holder')}>
                <HolderText holder={item.holder} />
              </Fact>
            )}
          </dl>
        </section>
        <section className="panel stack">
          <h2>{t('work.moves')}</h2>
          <ol className="plain-list stack">
            {moves.map((each) => (
              <li key={each.number}>
                <p className="summary">
                  <strong>{tCode('work.moved', each.move)}</strong>
                  <Code>{dayText(each.on)}</Code>
                  {each.paper && <Code>{each.paper}</Code>}
                </p>
                <p className="hint">
                  {each.holder && (
                    <>
                      <HolderText holder={each.holder} /> ·{' '}
                    </>
                  )}
                  {each.note && (
                    <>
                      <bdi>{each.note}</bdi> ·{' '}
                    </>
                  )}
                  <Name>{each.by.displayName}</Name> · <Moment at={each.at} />
                </p>
              </li>
            ))}
          </ol>
          {more && <p className="hint">{t('work.moreMoves')}</p>}
        </section>
      </div>
      <Dialog open={move !== null} onClose={() => setMove(null)} title={move ? tCode('work.move', move) : ''}>
        {move === 'ISSUED' && <IssueForm item={item} onDone={() => setMove(null)} />}
        {move && move !== 'ISSUED' && (
          <FieldsForm
            path={`/api/team-equipment/${id}/movements`}
            stale="teams"
            fixed={{ moves: item.moves, move }}
            questions={[
              { name: 'on', label: t('work.day'), kind: 'day' },
              { name: 'paper', label: t('work.paper'), kind: 'code', optional: move !== 'WRITTEN_OFF' && move !== 'TAKEN_OVER' },
              { name: 'note', label: t('work.note'), kind: 'text', optional: true },
            ]}
            onDone={() => setMove(null)}
          />
        )}
      </Dialog>
    </>
  );
}

/** To whom an item is given: first the team, then who is in it. */
function IssueForm({ item, onDone }: { item: Item; onDone: () => void }) {
  const { thisMonth } = useMonth();
  const teams = useWorkList<TeamMonth>('/api/team-patrols', { communeId: item.communeId, month: thisMonth });
  const [team, setTeam] = useState('');
  if (!teams.data) return teams.error ? <Failure failure={teams.error} /> : <Loading />;
  return (
    <>
      <div className="field">
        <label htmlFor="team">{t('work.team')}</label>
        <Select id="team" none="–" of={teams.data} code={(each) => each.teamId} words={(each) => each.name} value={team} onText={setTeam} />
      </div>
      {team && <IssueTo key={team} item={item} team={team} onDone={onDone} />}
    </>
  );
}

function IssueTo({ item, team, onDone }: { item: Item; team: string; onDone: () => void }) {
  const found = useTeam(team);
  if (!found.data) return found.error ? <Failure failure={found.error} /> : <Loading />;
  const present = found.data.members.filter((each) => each.state === 'RECOGNISED');
  return (
    <FieldsForm
      path={`/api/team-equipment/${item.id}/movements`}
      stale="teams"
      fixed={{ moves: item.moves, move: 'ISSUED' }}
      questions={[
        { name: 'memberId', label: t('work.holder'), kind: 'choice', choices: present.map((each) => [each.id, each.name ?? ''] as const) },
        { name: 'on', label: t('work.day'), kind: 'day' },
        { name: 'paper', label: t('work.paper'), kind: 'code' },
        { name: 'note', label: t('work.note'), kind: 'text', optional: true },
      ]}
      onDone={onDone}
    />
  );
}
