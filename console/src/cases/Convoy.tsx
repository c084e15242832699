import { useState } from 'react';
import type * as Api from '#api';
import { json } from '../api/client';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { t } from '../i18n/text';
import { lengthText } from '../time/format';
import { Moment } from '../time/site';
import { ButtonLink } from '../ui/Button';
import { CommandForm, useCommand } from '../ui/CommandForm';
import { Choose, TextArea } from '../ui/Field';
import { DialogButton } from '../ui/overlays';
import { Empty } from '../ui/State';
import { Code, ltr, Name, numberText } from '../ui/text';
import type { CasePass } from '../vehicles/types';
import css from './cases.module.css';

type Found = Api.SightingsConvoyView;
type Companion = Found['items'][number];

const minutesOf = ['1', '2', '5', '10', '15'] as const;

interface Vehicle {
  text: string;
  positions: number[];
}

/** Vehicles of which a case keeps two confirmed passes or more. */
function vehiclesOf(passes: readonly CasePass[]): Vehicle[] {
  const known = new Map<string, number[]>();
  for (const { verdict, trail, position } of passes) {
    if (verdict === 'CONFIRMED' && trail) known.set(trail.vehicle, [...(known.get(trail.vehicle) ?? []), position]);
  }
  return [...known].map(([text, positions]) => ({ text, positions })).filter(({ positions }) => positions.length > 1);
}

/** Which vehicles passed the same cameras within minutes of one of the case, and by what chance. */
export function ConvoyButton({ caseId, passes }: { caseId: string; passes: readonly CasePass[] }) {
  const vehicles = vehiclesOf(passes);
  return (
    vehicles.length > 0 && (
      <p className="actions">
        <DialogButton small icon="vehicle" label={t('cases.convoy')} wide>
          {() => <ConvoyForm caseId={caseId} vehicles={vehicles} />}
        </DialogButton>
      </p>
    )
  );
}

function ConvoyForm({ caseId, vehicles }: { caseId: string; vehicles: Vehicle[] }) {
  const [vehicle, setVehicle] = useState(vehicles[0]!.text);
  const [minutes, setMinutes] = useState<string>('5');
  const [reason, setReason] = useState('');
  const command = useCommand({
    send: () =>
      json<Found>(`/api/cases/${caseId}/convoys`, {
        method: 'POST',
        body: { positions: vehicles.find(({ text }) => text === vehicle)!.positions, minutes: Number(minutes), reason },
      }),
  });
  return (
    <>
      <CommandForm command={command} label={t('find.search')}>
        <p className="hint">{t('cases.convoyHint')}</p>
        {vehicles.length > 1 && <Choose id="vehicle" label={t('cases.convoyVehicle')} of={vehicles.map(({ text }) => text)} value={vehicle} onText={setVehicle} />}
        <Choose id="minutes" label={t('cases.convoyMinutes')} of={minutesOf} value={minutes} onText={setMinutes} />
        <TextArea id="reason" label={t('vehicles.reason')} hint={t('vehicles.reasonHint')} error={command.wrong('reason')} rows={2} maxLength={1000} value={reason} onText={setReason} />
      </CommandForm>
      {command.answer && <Companions found={command.answer} />}
    </>
  );
}

function Companions({ found }: { found: Found }) {
  return (
    <section className="stack" role="status">
      <p>{t('cases.convoyAmong', { vehicles: numberText(found.vehicles), trips: found.trips })}</p>
      {found.items.length === 0 ? (
        <Empty icon="vehicle" title={t('cases.convoyNone')} />
      ) : (
        <ol className="link-rows">
          {found.items.map((each) => (
            <CompanionRow key={each.text} each={each} />
          ))}
        </ol>
      )}
    </section>
  );
}

/** So rare that its exact figure says nothing more. */
const rarest = 0.001;

/** One that went along: on how many trips, what chance would do, and where. */
function CompanionRow({ each }: { each: Companion }) {
  const user = useUser();
  const picture = each.meetings.find(({ platePicture }) => platePicture !== null)?.platePicture ?? null;
  return (
    <li data-companion={each.text}>
      {picture && <img className={css.platePicture} src={`data:image/jpeg;base64,${picture}`} alt={t('vehicles.picture', { text: ltr(each.text) })} />}
      <Code>{each.text}</Code>
      <span>{t('cases.convoyTrips', { trips: each.trips, passes: each.meetings.length })}</span>
      <span className="hint">
        {each.expected === null
          ? t('cases.convoyOneTrip')
          : each.expected < rarest
            ? t('cases.convoyRare', { expected: numberText(rarest, 3) })
            : t('cases.convoyExpected', { expected: numberText(each.expected, each.expected < 1 ? 3 : 0) })}
      </span>
      <ul className={css.meetings}>
        {each.meetings.map((meeting) => (
          <li key={meeting.position}>
            <Moment at={meeting.at} /> <Code>{meeting.cameraCode}</Code> <Name>{meeting.cameraName}</Name>{' '}
            <span className="hint">{t(meeting.seconds < 0 ? 'cases.convoyBefore' : 'cases.convoyAfter', { time: ltr(lengthText(Math.abs(meeting.seconds) * 1000)) })}</span>
            {may(user, 'playback') && <ButtonLink small kind="quiet" icon="play" label={t('vehicles.play')} to={`/play?cams=${meeting.cameraId}&t=${meeting.at}`} />}
          </li>
        ))}
      </ul>
    </li>
  );
}
