import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call, json } from '../api/client';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import type { Page } from '../api/types';
import { t, tCode } from '../i18n/text';
import { useAddress } from '../ui/address';
import { Button } from '../ui/Button';
import { CommandForm, useCommand } from '../ui/CommandForm';
import type { Mistake } from '../ui/ErrorSummary';
import { Choose, fieldsOf, Radios, TextArea, TextField, useFields } from '../ui/Field';
import { Dialog, DialogButton } from '../ui/overlays';
import { Badge, QueryState } from '../ui/State';
import { Code, Name } from '../ui/text';
import { type Case, plateColours, type Vehicle, type VehicleKind, type VehicleRole, vehicleColours, vehicleKinds, vehicleRoles } from './types';

const longestPlate = 40;
const longestWords = 300;
const shortestReason = 10;
const nothingFound = { plate: '', kind: '', colour: '' };

/** The vehicles of a case, each plate as it was read with all that it may mean. */
export function CaseVehicles({ each }: { each: Case }) {
  const user = useUser();
  const [removing, setRemoving] = useState<Vehicle | null>(null);
  const vehicles = useQuery({
    queryKey: ['case', each.id, 'vehicles'],
    queryFn: async () => (await json<Page<Vehicle>>(`/api/cases/${each.id}/vehicles`)).items,
    staleTime: 60_000,
    refetchOnWindowFocus: false, // Each reading is an entry of the log.
  });
  const investigates = may(user, 'request');
  const [asked, change] = useAddress();
  const plate = asked.get('plate');
  const forget = () => change({ plate: null, kind: null, colour: null });
  return (
    <section className="panel stack" id="vehicles-of-case">
      <h2>{t('cases.vehicles')}</h2>
      <QueryState query={vehicles} />
      {vehicles.data?.length === 0 && <p className="hint">{t('cases.vehiclesNone')}</p>}
      {vehicles.data && vehicles.data.length > 0 && (
        <ul className="link-rows">
          {vehicles.data.map((vehicle) => (
            <li key={vehicle.id} data-vehicle={vehicle.role}>
              <strong>{tCode('cases.vehicleRole', vehicle.role)}</strong>
              <span>
                {tCode('cases.vehicleKind', vehicle.kind)}
                {vehicle.colour && <> · {tCode('cases.colour', vehicle.colour)}</>}
              </span>
              {vehicle.plate && <Plate vehicle={vehicle} />}
              {vehicle.words && <Name>{vehicle.words}</Name>}
              {investigates && <Button small kind="quiet" label={t('cases.vehicleRemove')} onClick={() => setRemoving(vehicle)} />}
            </li>
          ))}
        </ul>
      )}
      <DialogButton icon="add" className="align-start" label={t('cases.vehicleAdd')} wide shown={investigates && each.state === 'OPEN'}>
        {(close) => <NewVehicle caseId={each.id} onDone={close} />}
      </DialogButton>
      <Dialog open={plate !== null && investigates && each.state === 'OPEN'} onClose={forget} title={t('cases.vehicleAdd')} wide>
        <NewVehicle caseId={each.id} found={{ plate: plate ?? '', kind: asked.get('kind') ?? '', colour: asked.get('colour') ?? '' }} onDone={forget} />
      </Dialog>
      <Dialog open={removing !== null} onClose={() => setRemoving(null)} title={t('cases.vehicleRemove')}>
        {removing && <RemoveVehicle caseId={each.id} vehicle={removing} onDone={() => setRemoving(null)} />}
      </Dialog>
    </section>
  );
}

function Plate({ vehicle }: { vehicle: Vehicle }) {
  return (
    <>
      <Code>{vehicle.plate}</Code>
      {vehicle.plateColour && <span>{tCode('cases.plateColour', vehicle.plateColour)}</span>}
      {vehicle.plateRows && <span>{t('cases.plateRowsOf', { count: vehicle.plateRows })}</span>}
      {vehicle.readings.length === 0 && <Badge tone="warn">{t('cases.plateNone')}</Badge>}
      {vehicle.readings.map((reading) => (
        <Badge key={`${reading.kind} ${reading.text}`} tone="mute">
          <Code>{reading.text}</Code> <bdi>{tCode('cases.plateKind', reading.kind)}</bdi>
        </Badge>
      ))}
    </>
  );
}

/** @param found what the link that led here says of the vehicle */
function NewVehicle({ caseId, found = nothingFound, onDone }: { caseId: string; found?: typeof nothingFound; onDone: () => void }) {
  const [fields, set] = useFields({
    role: '' as VehicleRole | '',
    kind: vehicleKinds.find((each) => each === found.kind) ?? ('' as VehicleKind | ''),
    plate: found.plate,
    plateRows: '',
    plateColour: '',
    colour: vehicleColours.find((each) => each === found.colour) ?? '',
    words: '',
  });
  const client = useQueryClient();
  const plate = fields.plate.trim();
  const command = useCommand({
    check: () => {
      const found: Mistake[] = [];
      if (!fields.role) found.push({ field: 'role', message: t('cases.vehicleRoleMissing') });
      if (!fields.kind) found.push({ field: 'kind', message: t('cases.vehicleKindMissing') });
      if (plate.length > longestPlate) found.push({ field: 'plate', message: t('cases.plateWrong') });
      if (fields.words.trim().length > longestWords) found.push({ field: 'marks', message: t('cases.vehicleWordsWrong') });
      return found;
    },
    send: () =>
      json<Vehicle>(`/api/cases/${caseId}/vehicles`, {
        method: 'POST',
        body: {
          role: fields.role,
          kind: fields.kind,
          plate: plate || null,
          plateRows: plate && fields.plateRows ? Number(fields.plateRows) : null,
          plateColour: (plate && fields.plateColour) || null,
          colour: fields.colour || null,
          words: fields.words.trim() || null,
        },
      }),
    done: () => {
      void client.invalidateQueries({ queryKey: ['case', caseId, 'vehicles'] });
      onDone();
    },
    idOf: (field) => (field === 'words' ? 'marks' : field),
  });
  const { wrong } = command;
  const field = fieldsOf(fields, wrong, set);
  return (
    <CommandForm command={command}>
      <Radios {...field('role')} label={t('cases.vehicleRole')} of={vehicleRoles} words="cases.vehicleRole" />
      <div className="form-row">
        <Choose {...field('kind')} label={t('cases.vehicleKind')} none={t('cases.vehicleKindChoose')} of={vehicleKinds} words="cases.vehicleKind" />
        <Chosen id="colour" label={t('cases.vehicleColour')} codes={vehicleColours} name={(code) => tCode('cases.colour', code)} value={fields.colour} onChange={(colour) => set({ colour })} />
      </div>
      <TextField {...field('plate')} label={t('cases.plate')} hint={t('cases.plateHint')} optional code autoComplete="off" autoCapitalize="characters" />
      {plate && (
        <div className="form-row">
          <Chosen
            id="plateRows"
            label={t('cases.plateRows')}
            codes={['1', '2']}
            name={(code) => t('cases.plateRowsOf', { count: Number(code) })}
            value={fields.plateRows}
            onChange={(plateRows) => set({ plateRows })}
          />
          <Chosen
            id="plateColour"
            label={t('cases.plateColourLabel')}
            codes={plateColours}
            name={(code) => tCode('cases.plateColour', code)}
            value={fields.plateColour}
            onChange={(plateColour) => set({ plateColour })}
          />
        </div>
      )}
      <TextField id="marks" label={t('cases.vehicleWords')} hint={t('cases.vehicleWordsHint')} optional error={wrong('marks')} value={fields.words} onText={(words) => set({ words })} />
    </CommandForm>
  );
}

/** One of a list, or not known. */
function Chosen({
  id,
  label,
  codes,
  name,
  value,
  onChange,
}: {
  id: string;
  label: string;
  codes: readonly string[];
  name: (code: string) => string;
  value: string;
  onChange: (value: string) => void;
}) {
  return <Choose id={id} label={label} optional none={t('cases.unknown')} of={codes} words={name} value={value} onText={onChange} />;
}

function RemoveVehicle({ caseId, vehicle, onDone }: { caseId: string; vehicle: Vehicle; onDone: () => void }) {
  const [reason, setReason] = useState('');
  const client = useQueryClient();
  const command = useCommand({
    check: () => (reason.trim().length < shortestReason ? [{ field: 'reason', message: t('cases.reasonWrong') }] : []),
    send: () => call(`/api/cases/${caseId}/vehicles/${vehicle.id}/removal`, { method: 'POST', body: { reason: reason.trim() } }),
    done: () => {
      void client.invalidateQueries({ queryKey: ['case', caseId, 'vehicles'] });
      onDone();
    },
  });
  return (
    <CommandForm command={command} label={t('cases.vehicleRemove')} kind="danger">
      <TextArea id="reason" label={t('cases.vehicleRemoveReason')} error={command.wrong('reason')} rows={2} value={reason} onText={setReason} />
    </CommandForm>
  );
}
