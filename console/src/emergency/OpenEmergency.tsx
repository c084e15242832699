import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { json } from '../api/client';
import { useArea } from '../areas/queries';
import { t, tCode } from '../i18n/text';
import { Moment } from '../time/site';
import { CommandForm, useCommand } from '../ui/CommandForm';
import { Choose, TextArea } from '../ui/Field';
import { Dialog } from '../ui/overlays';
import { Code } from '../ui/text';
import { useOwnEmergencies } from './EmergencyBar';
import { type EmergencyAccess, type EmergencyPurpose, isReason } from './types';

interface Props {
  areaId: string;
  open: boolean;
  onClose: () => void;
  /** Called once footage can be seen. */
  onOpened: () => void;
}

/** The second way to older footage: for an hour, and with what follows from it said before. */
export function OpenEmergency({ open, onClose, ...rest }: Props) {
  return (
    <Dialog open={open} onClose={onClose} title={t('emergency.openTitle')}>
      <EmergencyForm {...rest} />
    </Dialog>
  );
}

function EmergencyForm({ areaId: cameraArea, onOpened }: Pick<Props, 'areaId' | 'onOpened'>) {
  const area = useArea(cameraArea);
  // The area and what it lies in, up to the commune.
  const choices = area.data ? [area.data, ...area.data.above].filter((each) => each.kind !== 'PROVINCE') : [];
  return (
    <OpeningForm
      purpose="FOOTAGE"
      first={cameraArea}
      follows={[t('emergency.follows1'), t('emergency.follows2'), t('emergency.follows3')]}
      onOpened={onOpened}
      field={(areaId, choose, wrong) => choices.length > 1 && <Choose id="areaId" label={t('emergency.area')} error={wrong} of={choices} words={(each) => each.name} value={areaId} onText={choose} />}
    />
  );
}

interface OpeningProps {
  purpose: EmergencyPurpose;
  /** The area that is chosen at first. */
  first: string;
  /** What follows from it, said before. */
  follows: string[];
  onOpened: () => void;
  field: (areaId: string, choose: (areaId: string) => void, wrong: string | undefined) => ReactNode;
}

/** Opens one: where, and why it cannot wait. */
export function OpeningForm({ purpose, first, follows, onOpened, field }: OpeningProps) {
  const client = useQueryClient();
  const own = useOwnEmergencies();
  const [areaId, setAreaId] = useState(first);
  const [reason, setReason] = useState('');
  const command = useCommand({
    check: () => (isReason(reason) ? [] : [{ field: 'reason', message: t('emergency.reasonWrong') }]),
    send: () => json<EmergencyAccess>('/api/emergency-accesses', { method: 'POST', body: { purpose, areaId, reason: reason.trim() } }),
    done: async () => {
      await client.invalidateQueries({ queryKey: ['emergencies'] });
      onOpened();
    },
  });
  const { wrong } = command;
  const last = own.data?.last.find((each) => each.review);
  return (
    <CommandForm
      command={command}
      head={
        <ul className="bullets">
          {follows.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      }
      label={t('emergency.open')}
    >
      {field(areaId, setAreaId, wrong('areaId'))}
      <TextArea id="reason" label={t('emergency.reason')} hint={t('emergency.reasonHint')} error={wrong('reason')} rows={3} value={reason} onText={setReason} />
      {own.data && <p className="hint">{t('emergency.left', { count: own.data.left })}</p>}
      {last?.review && (
        <p className="hint">
          {t('emergency.last')} <Code>{last.code}</Code> (<Moment at={last.openedAt} />
          ): {tCode('emergency.verdict', last.review.verdict)}
        </p>
      )}
    </CommandForm>
  );
}
