import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Link, useParams } from 'react-router';
import { json } from '../api/client';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { t, tCode } from '../i18n/text';
import type { LatLng } from '../map/sector';
import { dayText } from '../register/days';
import { Button, ButtonLink } from '../ui/Button';
import { Loading, Notice, QueryState } from '../ui/State';
import { Code, Fact, Name, PageHead, usePageTitle } from '../ui/text';
import { EndForm } from './EndForm';
import { PlannedOf } from './Planned';
import { useArea, useBranches } from './queries';
import { RenameForm } from './RenameForm';
import { type AreaFacts, kindsWithin, type OtherArea } from './types';

const GroundMap = lazy(async () => ({ default: (await import('../map/GroundMap')).GroundMap }));

interface Boundary {
  coordinates: [number, number][][][];
}

/** One area: its names over time, what it was before, what lies in it, where it lies. */
export function AreaPage() {
  const { id = '' } = useParams();
  const area = useArea(id);
  usePageTitle(area.data?.name ?? t('areas.title'));
  if (!area.data) return <QueryState query={area} />;
  return <Shown area={area.data} />;
}

function Shown({ area }: { area: AreaFacts }) {
  const user = useUser();
  const [changing, setChanging] = useState<'name' | 'end' | null>(null);
  const changes = may(user, 'changeAreas') && area.until === null;
  return (
    <>
      <PageHead
        title={<Name>{area.name}</Name>}
        lead={
          <p>
            {[...area.above].reverse().map((each) => (
              <span key={each.id}>
                <Link to={`/areas/${each.id}`}>
                  <Name>{each.name}</Name>
                </Link>
                {' · '}
              </span>
            ))}
            {tCode('areas.kind', area.kind)} {area.code && <Code>{area.code}</Code>}
          </p>
        }
        actions={
          changes && (
            <>
              {kindsWithin(area.kind).length > 0 && <ButtonLink kind="plain" icon="add" label={t('areas.addWithin')} to={`/areas/new?below=${area.id}`} />}
              <Button kind="quiet" label={t('areas.rename')} onClick={() => setChanging('name')} />
              <Button kind="quiet" label={t('areas.end')} onClick={() => setChanging('end')} />
            </>
          )
        }
      />
      <div className="stack">
        {area.until && (
          <Notice tone="warn" title={t('areas.ended', { day: `\u2066${dayText(area.until)}\u2069` })}>
            {area.endReason && (
              <p>
                <bdi>{area.endReason}</bdi>
              </p>
            )}
          </Notice>
        )}
        {area.until === null && <PlannedOf area={area.id} />}
        {changing === 'name' && <RenameForm area={area} onDone={() => setChanging(null)} />}
        {changing === 'end' && <EndForm area={area} onDone={() => setChanging(null)} />}
        <section className="panel stack">
          <h2>{t('areas.over')}</h2>
          <dl className="facts">
            {area.names.map((each, index) => (
              <Fact key={index} label={span(each.from, each.to ?? area.until)}>
                <Name>{each.name}</Name>
                {each.reason && (
                  <>
                    {' '}
                    <small>
                      <bdi>{each.reason}</bdi>
                    </small>
                  </>
                )}
              </Fact>
            ))}
            {area.district && (
              <Fact label={t('areas.district')}>
                <Name>{area.district}</Name>
              </Fact>
            )}
          </dl>
        </section>
        <Others title={t('areas.successors')} areas={area.successors} />
        <Others title={t('areas.predecessors')} areas={area.predecessors} />
        {area.boundaryPoints !== null && <BoundaryMap area={area} />}
        {area.within > 0 && <Within area={area} />}
      </div>
    </>
  );
}

/** `01/07/2025 –`, left to right in every language. */
function span(from: string | null, to: string | null): string {
  return `\u2066${from ? dayText(from) : '…'} – ${to ? dayText(to) : ''}\u2069`;
}

function Others({ title, areas }: { title: string; areas: OtherArea[] }) {
  if (areas.length === 0) return null;
  return (
    <section className="panel stack">
      <h2>{title}</h2>
      <ul className="link-rows">
        {areas.map((each) => (
          <li key={each.id}>
            <Link className="row-link-plain" to={`/areas/${each.id}`}>
              <Name>{each.name}</Name>
            </Link>
            {each.district && (
              <small>
                <Name>{each.district}</Name>
              </small>
            )}
            {each.until && (
              <small>
                {t('areas.until')} <bdi dir="ltr">{dayText(each.until)}</bdi>
              </small>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Within({ area }: { area: AreaFacts }) {
  const within = useBranches(area.id);
  return (
    <section className="panel stack">
      <h2>{t('areas.inside')}</h2>
      <QueryState query={within} />
      <ul className="link-rows">
        {(within.data ?? []).map((each) => (
          <li key={each.id}>
            <Link className="row-link-plain" to={`/areas/${each.id}`}>
              <Name>{each.name}</Name>
            </Link>
            <Code>{each.code}</Code>
          </li>
        ))}
      </ul>
    </section>
  );
}

function BoundaryMap({ area }: { area: AreaFacts }) {
  const boundary = useQuery({ queryKey: ['areas', 'boundary', area.id], queryFn: () => json<Boundary>(`/api/areas/${area.id}/boundary`), staleTime: Infinity });
  const outlines = boundary.data?.coordinates.map((polygon) => polygon.map((ring) => ring.map(([longitude, latitude]): LatLng => [latitude, longitude])));
  return (
    <section className="panel stack">
      <h2>{t('areas.boundary')}</h2>
      <QueryState query={boundary} />
      {outlines && (
        <div className="map-box">
          <Suspense fallback={<Loading />}>
            <GroundMap label={t('areas.boundaryMap', { name: area.name })} fallback={outlines[0]![0]![0]!} outlines={outlines} fitKey={area.id} />
          </Suspense>
        </div>
      )}
    </section>
  );
}
