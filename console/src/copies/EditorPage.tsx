import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { json } from '../api/client';
import { t } from '../i18n/text';
import { CommandForm, useCommand } from '../ui/CommandForm';
import type { Mistake } from '../ui/ErrorSummary';
import { Checks, Option, Radios, TextArea } from '../ui/Field';
import { Empty, Notice, QueryState } from '../ui/State';
import { PageHead, usePageTitle } from '../ui/text';
import { BoxLayer } from './BoxLayer';
import { useCopies } from './CopiesSection';
import css from './copies.module.css';
import { TrackList } from './TrackList';
import { inside, newTrack, withKey, withoutKey } from './tracks';
import { type Box, type CoverFill, type CoverMode, copyReasons, type Master, type Track, type VideoCopy } from './types';
import { useVideoPlayback } from './useVideoPlayback';
import { useVideoKeys, VideoView } from './VideoView';

const modes: readonly CoverMode[] = ['REVEAL', 'COVER'];
const fills: readonly CoverFill[] = ['CELLS', 'SOLID'];

/** A video of a package to look at, and to have a copy of it made: what is hidden is drawn over it. */
export function EditorPage() {
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const copies = useCopies(id);
  usePageTitle(t('copies.make'));
  if (!copies.data) return <QueryState query={copies} />;
  const master = copies.data.masters.find((each) => each.name === search.get('video'));
  if (!master?.watchUrl) {
    return (
      <Empty icon="package" title={t('copies.videosNone')}>
        <Link to={`/requests/${id}/package`}>{t('copies.back')}</Link>
      </Empty>
    );
  }
  return <Editor id={id} master={master} url={master.watchUrl} mayOrder={copies.data.mayOrder} />;
}

const blank = { kind: 'REDACTED' as VideoCopy['kind'], mode: 'REVEAL' as CoverMode, fill: 'CELLS' as CoverFill, keepsSound: false, reasons: [] as string[], words: '', tracks: [] as Track[] };

function mistakesOf(form: typeof blank): Mistake[] {
  const found: Mistake[] = [];
  if (form.kind === 'REDACTED') {
    if (form.tracks.length === 0 && form.mode === 'COVER') found.push({ field: 'tracks', message: t('copies.missing.tracks') });
    if (form.reasons.length === 0) found.push({ field: 'reasons', message: t('copies.missing.reasons') });
  }
  if (!form.words.trim()) found.push({ field: 'words', message: t('copies.missing.words') });
  return found;
}

function bodyOf(master: string, form: typeof blank) {
  const { kind, words, mode, fill, keepsSound, reasons } = form;
  if (kind === 'COURT') return { kind, master, words: words.trim() };
  const tracks = form.tracks.map(({ beyond, keys }) => ({ beyond, keys: keys.map(({ seconds, box }) => ({ seconds, ...box })) }));
  return { kind, master, words: words.trim(), mode, fill, keepsSound, reasons, tracks };
}

function Editor({ id, master, url, mayOrder }: { id: string; master: Master; url: string; mayOrder: boolean }) {
  const video = useVideoPlayback();
  useVideoKeys(video);
  const [form, setForm] = useState(blank);
  const [chosen, setChosen] = useState(0);
  const [preview, setPreview] = useState(false);
  const navigate = useNavigate();
  const client = useQueryClient();
  const change = (part: Partial<typeof blank>) => setForm((before) => ({ ...before, ...part }));
  const command = useCommand({
    check: () => mistakesOf(form),
    send: () => json<VideoCopy>(`/api/requests/${id}/copies`, { method: 'POST', body: bodyOf(master.name, form) }),
    done: () => {
      void client.invalidateQueries({ queryKey: ['copies', id] });
      void navigate(`/requests/${id}/package#copies`);
    },
  });
  const { wrong } = command;
  const setTrack = (index: number, track: Track | null) =>
    setForm((before) => ({
      ...before,
      tracks: before.tracks.flatMap((each, at) => (at !== index ? [each] : track && track.keys.length > 0 ? [track] : [])),
    }));
  const draw = (box: Box) => {
    setChosen(form.tracks.length);
    change({ tracks: [...form.tracks, newTrack(form.mode, video.at, inside(box))] });
  };
  const drawing = mayOrder && form.kind === 'REDACTED';
  return (
    <>
      <PageHead
        title={t(mayOrder ? 'copies.make' : 'copies.watch')}
        lead={
          <p className="summary">
            <Link to={`/requests/${id}/package`}>{t('copies.back')}</Link>
            <bdi dir="ltr" className="file-name">
              {master.name}
            </bdi>
          </p>
        }
      />
      {!master.original && <Notice tone="info" title={t('copies.standIn')} />}
      <div className={css.copyEditor}>
        <div className="stack">
          <VideoView video={video} url={url} label={master.name}>
            {drawing && (
              <BoxLayer
                tracks={form.tracks}
                mode={form.mode}
                at={video.at}
                chosen={chosen}
                preview={preview}
                choose={setChosen}
                put={(index, box) => setTrack(index, withKey(form.tracks[index]!, video.at, box))}
                draw={draw}
                removeKey={(index) => setTrack(index, withoutKey(form.tracks[index]!, video.at))}
              />
            )}
          </VideoView>
          {drawing && (
            <>
              <Option type="checkbox" label={t('copies.preview')} hint={t('copies.previewHint')} checked={preview} onChange={(event) => setPreview(event.target.checked)} />
              <p className={`hint ${css.phone}`}>{t('copies.phone')}</p>
              <TrackList
                video={video}
                tracks={form.tracks}
                chosen={chosen}
                choose={setChosen}
                setTrack={setTrack}
                add={() => draw({ x: 0.375, y: 0.25, width: 0.25, height: 0.5 })}
                error={wrong('tracks')}
              />
            </>
          )}
        </div>
        {mayOrder && (
          <CommandForm command={command} label={t('copies.order')}>
            <Radios id="kind" label={t('copies.kindLabel')} of={['REDACTED', 'COURT'] as const} value={form.kind} words="copies.kind" hintOf="copies.kindHint" onText={(kind) => change({ kind })} />
            {form.kind === 'REDACTED' && (
              <>
                <Radios
                  id="mode"
                  label={t('copies.mode')}
                  of={modes}
                  value={form.mode}
                  words="copies.mode"
                  hintOf="copies.modeHint"
                  onText={(mode) => change({ mode, fill: mode === 'REVEAL' ? 'CELLS' : 'SOLID', tracks: form.tracks.map((track) => ({ ...track, beyond: mode === 'COVER' })) })}
                />
                <Radios id="fill" label={t('copies.fill')} of={fills} value={form.fill} words="copies.fill" onText={(fill) => change({ fill })} />
                <Option type="checkbox" label={t('copies.sound')} hint={t('copies.soundHint')} checked={form.keepsSound} onChange={(event) => change({ keepsSound: event.target.checked })} />
                <Checks id="reasons" label={t('copies.reasons')} error={wrong('reasons')} of={copyReasons} chosen={form.reasons} words="copies.reason" onChoose={(reasons) => change({ reasons })} />
              </>
            )}
            <TextArea id="words" label={t('copies.words')} maxLength={2000} rows={3} error={wrong('words')} value={form.words} onText={(words) => change({ words })} />
          </CommandForm>
        )}
      </div>
    </>
  );
}
