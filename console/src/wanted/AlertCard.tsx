import { useState } from 'react';
import { json } from '../api/client';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { t, tCode } from '../i18n/text';
import { Moment } from '../time/site';
import { ButtonLink } from '../ui/Button';
import { CommandForm, useCommand } from '../ui/CommandForm';
import { Radios } from '../ui/Field';
import { DialogButton, toast } from '../ui/overlays';
import { Badge } from '../ui/State';
import { Code, ltr, Name } from '../ui/text';
import { PlatePicture, Reading } from '../vehicles/Reading';
import css from '../vehicles/vehicles.module.css';
import { useWantedChanged } from './queries';
import { type Alert, type Finding, findings } from './types';

const tones = { OPEN: 'warn', ACKNOWLEDGED: 'ok', EXPIRED: 'mute' } as const;

/** A pass that may be of a wanted vehicle: what was read and what differs, where and when, and what a person found out. */
export function AlertCard({ alert }: { alert: Alert }) {
  const user = useUser();
  const { acknowledgement } = alert;
  return (
    <li className={css.hit} data-alert={alert.reading}>
      <PlatePicture picture={alert.platePicture} text={alert.reading} />
      <div className={css.about}>
        <ul className={css.reasons}>
          <li>
            <Badge tone={tones[alert.state]} icon={alert.state === 'ACKNOWLEDGED' ? 'done' : 'waiting'}>
              {tCode('wanted.alertState', alert.state)}
            </Badge>
          </li>
          <li>
            <Badge tone="warn" icon="warn">
              {t('wanted.misread')}
            </Badge>
          </li>
        </ul>
        <Reading text={alert.reading} steps={alert.steps} wanted />
        <h3>
          <Code>{alert.cameraCode}</Code> <Name>{alert.cameraName}</Name>
        </h3>
        <p className={css.facts}>
          <Moment at={alert.at} /> · <Name>{alert.areaName}</Name>
        </p>
        <Differences alert={alert} />
        {alert.state === 'OPEN' && (
          <p className={css.facts}>
            {t('wanted.openUntil')} <Moment at={alert.expiresAt} />
          </p>
        )}
        {acknowledgement && (
          <p className={css.facts}>
            {tCode('wanted.finding', acknowledgement.finding ?? 'NONE')} · <Name>{acknowledgement.by.displayName}</Name> · <Moment at={acknowledgement.at} />
          </p>
        )}
      </div>
      <div className={css.ways}>
        {may(user, 'playback') && <ButtonLink small icon="play" label={t('vehicles.play')} to={`/play?cams=${alert.cameraId}&t=${alert.at}`} />}
        <DialogButton small label={t('wanted.acknowledge')} title={t('wanted.acknowledging', { plate: ltr(alert.plate) })} shown={alert.state === 'OPEN' && may(user, 'checkWanted')}>
          {(close) => <Acknowledge alert={alert} onDone={close} />}
        </DialogButton>
      </div>
    </li>
  );
}

/** What is wanted and what was seen, those marked in which they differ. */
function Differences({ alert }: { alert: Alert }) {
  const { plate, wantedCode, wantedClass, wantedColour, objectClass, colours } = alert;
  const otherClass = wantedClass !== null && objectClass !== null && wantedClass !== objectClass;
  const otherColour = wantedColour !== null && colours.length > 0 && !colours.includes(wantedColour);
  return (
    <>
      <p className={css.facts}>
        {t('wanted.wanted')} <Code>{plate}</Code> (<Code>{wantedCode}</Code>){wantedClass && <> · {tCode('vehicles.class', wantedClass)}</>}
        {wantedColour && <> · {tCode('vehicles.colour', wantedColour)}</>}
      </p>
      <p className={css.facts}>
        {t('wanted.seen')} <Code>{alert.reading}</Code> · {objectClass === null ? t('vehicles.classUnknown') : tCode('vehicles.class', objectClass)} ·{' '}
        {colours.length === 0 ? t('vehicles.colourUnknown') : colours.map((each) => tCode('vehicles.colour', each)).join(', ')} {otherClass && <Badge tone="warn">{t('wanted.otherClass')}</Badge>}{' '}
        {otherColour && <Badge tone="warn">{t('wanted.otherColour')}</Badge>}
      </p>
    </>
  );
}

function Acknowledge({ alert, onDone }: { alert: Alert; onDone: () => void }) {
  const [finding, setFinding] = useState<Finding | 'NONE'>('NONE');
  const changed = useWantedChanged();
  const command = useCommand({
    send: () => json<Alert>(`/api/wanted-vehicles/alerts/${alert.id}/acknowledgement`, { method: 'POST', body: { finding: finding === 'NONE' ? null : finding } }),
    done: async () => {
      await changed();
      toast(t('wanted.acknowledged'));
      onDone();
    },
  });
  return (
    <CommandForm command={command} label={t('wanted.acknowledgeSave')} onCancel={onDone}>
      <Radios<Finding | 'NONE'> id="finding" label={t('wanted.finding')} error={command.wrong('finding')} of={[...findings, 'NONE']} words="wanted.finding" value={finding} onText={setFinding} />
    </CommandForm>
  );
}
