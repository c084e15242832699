import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { json } from '../api/client';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { t, tCode } from '../i18n/text';
import { Moment } from '../time/site';
import { Option, TextField } from '../ui/Field';
import { Badge, Failure } from '../ui/State';
import { Fact } from '../ui/text';
import type { Camera, MetadataAnswer } from './types';

/** Whether a camera tells of vehicles itself, how that goes or why not, and the switch. */
export function MetadataPanel({ camera }: { camera: Camera }) {
  const user = useUser();
  const client = useQueryClient();
  const address = `/api/sightings/metadata/cameras/${camera.id}`;
  const key = ['cameras', 'metadata', camera.id];
  const [path, setPath] = useState('');
  const metadata = useQuery({ queryKey: key, queryFn: () => json<MetadataAnswer>(address), refetchInterval: 15_000 }).data;
  const change = useMutation({
    mutationFn: (on: boolean) => json<MetadataAnswer>(address, { method: 'PATCH', body: on && path.trim() ? { on, path: path.trim() } : { on } }),
    onSuccess: (answer) => client.setQueryData(key, answer),
  });
  if (!metadata) return null;
  const { switchedOn: on, connection } = metadata;
  const maySwitch = may(user, 'changeCameras') && !camera.retired;
  return (
    <section className="stack" data-metadata={on ? 'on' : 'off'}>
      <h2>{t('cameras.metadata')}</h2>
      {maySwitch ? (
        <Option
          type="checkbox"
          label={t('cameras.metadataSwitch')}
          hint={t('cameras.metadataHint')}
          checked={change.isPending ? change.variables : on}
          disabled={change.isPending}
          onChange={(event) => change.mutate(event.target.checked)}
        />
      ) : (
        <p>{t(on ? 'cameras.analysisOn' : 'cameras.analysisOff')}</p>
      )}
      {maySwitch && !on && <TextField label={t('cameras.metadataPath')} hint={t('cameras.metadataPathHint')} optional code maxLength={200} value={path} onText={setPath} />}
      {change.error && <Failure failure={change.error} />}
      {on && (
        <dl className="facts">
          {connection && (
            <>
              <Fact label={t('cameras.metadataConnection')}>
                <Badge tone={connection.state === 'CONNECTED' ? 'ok' : 'warn'}>{tCode('cameras.metadataState', connection.state)}</Badge>
              </Fact>
              <Fact label={t('cameras.metadataSince')}>
                <Moment at={connection.since} />
              </Fact>
            </>
          )}
          <Fact label={t('cameras.metadataLast')}>{metadata.lastPassAt ? <Moment at={metadata.lastPassAt} /> : t('cameras.never')}</Fact>
          {metadata.path && (
            <Fact label={t('cameras.metadataPath')}>
              <span dir="ltr">{metadata.path}</span>
            </Fact>
          )}
        </dl>
      )}
    </section>
  );
}
