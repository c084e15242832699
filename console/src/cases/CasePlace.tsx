import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { json, query } from '../api/client';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import type { Point } from '../api/types';
import { t, tCode } from '../i18n/text';
import type { Shape } from '../map/GroundMap';
import { MapLegend } from '../map/MapLegend';
import { type LatLng, markLetter, placeText } from '../map/sector';
import { RequestLink } from '../requests/RequestLink';
import { useSiteTime } from '../time/site';
import { Button, ButtonLink } from '../ui/Button';
import { Badge, Loading, Notice, QueryState } from '../ui/State';
import { Code, Name } from '../ui/text';
import { ChangePlace, ChangeProtection } from './ChangePlace';
import { searchSpan } from './span';
import type { Case, CaseMap, MapCamera } from './types';

const GroundMap = lazy(async () => ({ default: (await import('../map/GroundMap')).GroundMap }));

/** Where a case happened: its places with the cameras that were asked for and those that see them. */
export function CasePlace({ each }: { each: Case }) {
  const user = useUser();
  const { now } = useSiteTime();
  const [changing, setChanging] = useState<'place' | 'protection' | null>(null);
  const map = useQuery({
    queryKey: ['case', each.id, 'map'],
    queryFn: () => json<CaseMap>(`/api/cases/${each.id}/map`),
    staleTime: 60_000,
    refetchOnWindowFocus: false, // Each reading is an entry of the log.
  });
  const investigates = may(user, 'request');
  const guarded = each.protection !== 'NONE';
  return (
    <section className="panel stack" id="place-of-case">
      <h2>{t('cases.placeTitle')}</h2>
      {guarded && (
        <Notice tone="info" title={tCode('cases.protection', each.protection)}>
          <p>{t('cases.protectedMore')}</p>
        </Notice>
      )}
      <p>
        <Name>{[each.place, each.areaName].filter(Boolean).join(' · ')}</Name>
        {each.point && (
          <>
            {' '}
            <Code>{placeText([each.point.latitude, each.point.longitude])}</Code>
          </>
        )}
      </p>
      <QueryState query={map} />
      {map.data && changing !== 'place' && <Cameras map={map.data} />}
      {!each.point && !guarded && <p className="hint">{t('cases.placeNone')}</p>}
      {changing === 'place' && <ChangePlace each={each} onDone={() => setChanging(null)} />}
      {changing === 'protection' && <ChangeProtection each={each} onDone={() => setChanging(null)} />}
      {changing === null && (
        <p className="actions">
          {each.point && may(user, 'find') && (
            <ButtonLink
              kind="plain"
              icon="map"
              label={t('cases.placeFind')}
              to={`/find${query({ at: placeText([each.point.latitude, each.point.longitude]), ...searchSpan(each, now()), case: investigates && each.state === 'OPEN' ? each.id : undefined })}`}
            />
          )}
          {investigates && each.state === 'OPEN' && !guarded && <Button kind="quiet" label={t('cases.placeChange')} onClick={() => setChanging('place')} />}
          {investigates && <Button kind="quiet" icon="hidden" label={t('cases.protectionChange')} onClick={() => setChanging('protection')} />}
        </p>
      )}
    </section>
  );
}

function Cameras({ map }: { map: CaseMap }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const drawn = map.cameras.filter((camera) => camera.sector !== null);
  const at = ({ latitude, longitude }: Point): LatLng => [latitude, longitude];
  const place = map.point ? at(map.point) : null;
  const marks = map.incidents.map((incident, rank) => ({ id: incident.id, at: at(incident.point), label: markLetter(rank) }));
  const somewhere = place ?? marks[0]?.at ?? (drawn[0] ? at(drawn[0].sector!) : null);
  return (
    <>
      {somewhere && (
        <>
          <div className="map-box">
            <Suspense fallback={<Loading />}>
              <GroundMap
                label={t('cases.placeMap')}
                fallback={somewhere}
                place={place}
                marks={marks}
                shapes={drawn.map((camera) => ({ id: camera.id, sector: camera.sector!, look: lookOf(camera), label: String(map.cameras.indexOf(camera) + 1), chosen: camera.id === chosen }))}
                fitKey={`${place} ${marks.map((mark) => mark.at)} ${drawn.length}`}
                onShape={setChosen}
              />
            </Suspense>
          </div>
          <MapLegend
            looks={[
              ['there', t('cases.mapExtracted')],
              ['ask', t('cases.mapAsked')],
              ['plain', t('cases.mapSees')],
            ]}
          />
          {marks.length > 0 && <p className="hint">{t('cases.mapIncidents')}</p>}
        </>
      )}
      {map.cameras.length > 0 && (
        <ol className="link-rows">
          {map.cameras.map((camera, index) => (
            <li key={camera.id} onPointerEnter={() => setChosen(camera.id)}>
              <span className="candidate-rank" dir="ltr">
                {index + 1}
              </span>
              <Link className="row-link-plain" to={`/register/${camera.id}`}>
                <Code>{camera.code}</Code> <Name>{camera.name}</Name>
              </Link>
              {camera.extracted && <Badge tone="ok">{t('cases.mapExtracted')}</Badge>}
              {!camera.extracted && camera.requests.length > 0 && <Badge tone="info">{t('cases.mapAsked')}</Badge>}
              {camera.seesPlace && <Badge tone="mute">{t('cases.mapSees')}</Badge>}
              {camera.requests.map((request) => (
                <RequestLink key={request.id} request={request} />
              ))}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function lookOf(camera: MapCamera): Shape['look'] {
  return camera.extracted ? 'there' : camera.requests.length > 0 ? 'ask' : 'plain';
}
