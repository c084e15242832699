import { useState } from 'react';
import { t, tCode } from '../i18n/text';
import type { Ask, OwnersFile } from '../requests/types';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/overlays';
import { Badge } from '../ui/State';
import { useVideoPlayback } from './useVideoPlayback';
import { VideoView } from './VideoView';

/** What of an owner's videos can be looked at before they are sealed; who sees the request and may not look gets the server's word. */
export function PlayerCopies({ request, ask }: { request: string; ask: Ask }) {
  const videos = ask.files.filter((file) => file.player);
  if (videos.length === 0) return null;
  return (
    <ul className="player-copies">
      {videos.map((file) => (
        <PlayerCopy key={file.id} file={file} player={file.player!} url={`/api/requests/${request}/owner-requests/${ask.cameraId}/files/${file.id}/player.mp4`} />
      ))}
    </ul>
  );
}

function PlayerCopy({ file, player, url }: { file: OwnersFile; player: NonNullable<OwnersFile['player']>; url: string }) {
  const [shown, setShown] = useState(false);
  return (
    <li>
      <bdi>{file.name}</bdi>
      {player.state === 'MAKING' && <span className="hint">{t('copies.player.MAKING', { percent: player.percent })}</span>}
      {player.state === 'UNPLAYABLE' && (
        <span>
          <Badge tone="warn">{t('copies.player.none')}</Badge> <span className="hint">{`${tCode('copies.why', player.why ?? '')} ${t('copies.player.noneMore')}`}</span>
        </span>
      )}
      {player.state === 'MADE' && <Button small icon="play" label={t('copies.watch')} onClick={() => setShown(true)} />}
      <Dialog open={shown} onClose={() => setShown(false)} title={file.name}>
        {shown && (
          <>
            <p className="hint">{tCode('copies.player', player.pictures ?? '')}</p>
            <Shown url={url} label={file.name} />
          </>
        )}
      </Dialog>
    </li>
  );
}

function Shown({ url, label }: { url: string; label: string }) {
  const video = useVideoPlayback();
  return <VideoView video={video} url={url} label={label} />;
}
