import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

/** How long a picture is held to last until the video has shown otherwise. */
const usual = 1 / 25;
const patience = 400;

export interface VideoPlayback {
  /** Gives the hook its video. */
  ref: (video: HTMLVideoElement | null) => void;
  /** When the picture that is shown begins, in seconds. */
  at: number;
  /** Where playing stands, which is later where a picture lasts, as in a gap. */
  place: number;
  length: number;
  /** Width by height. */
  shape: number;
  playing: boolean;
  /** Whether the browser cannot play it. */
  broken: boolean;
  toggle: () => void;
  seek: (seconds: number) => void;
  /** One picture forth or back. */
  step: (by: 1 | -1) => void;
}

/**
 * A video that can be stepped through picture by picture, and which says exactly which one it shows.
 * Whoever has something else to show where it cannot be played is told.
 */
export function useVideoPlayback(onBroken?: () => void): VideoPlayback {
  const [video, setVideo] = useState<HTMLVideoElement | null>(null);
  const [at, setAt] = useState(0);
  const [place, setPlace] = useState(0);
  const [length, setLength] = useState(0);
  const [shape, setShape] = useState(16 / 9);
  const [playing, setPlaying] = useState(false);
  const [broken, setBroken] = useState(false);
  const shown = useRef(0);
  const picture = useRef(usual);
  const tell = useRef(onBroken);
  tell.current = onBroken;

  useEffect(() => {
    if (!video) return;
    let handle = 0;
    const moved = () => setPlace(video.currentTime);
    const show = (_: number, { mediaTime }: VideoFrameCallbackMetadata) => {
      const gap = mediaTime - shown.current;
      if (gap > 0.005 && gap < picture.current) picture.current = gap;
      shown.current = mediaTime;
      setAt(mediaTime);
      moved();
      handle = video.requestVideoFrameCallback(show);
    };
    handle = video.requestVideoFrameCallback(show);
    const known = () => {
      setLength(Number.isFinite(video.duration) ? video.duration : 0);
      if (video.videoHeight > 0) setShape(video.videoWidth / video.videoHeight);
    };
    const changed = () => setPlaying(!video.paused);
    const failed = () => {
      setBroken(true);
      tell.current?.();
    };
    video.addEventListener('loadedmetadata', known);
    video.addEventListener('durationchange', known);
    video.addEventListener('play', changed);
    video.addEventListener('pause', changed);
    video.addEventListener('error', failed);
    video.addEventListener('timeupdate', moved);
    if (video.error) failed();
    known();
    return () => {
      video.cancelVideoFrameCallback(handle);
      video.removeEventListener('loadedmetadata', known);
      video.removeEventListener('durationchange', known);
      video.removeEventListener('play', changed);
      video.removeEventListener('pause', changed);
      video.removeEventListener('error', failed);
      video.removeEventListener('timeupdate', moved);
    };
  }, [video]);

  const seek = useCallback(
    (seconds: number) => {
      if (!video) return;
      video.currentTime = Math.max(0, Math.min(seconds, video.duration || seconds));
      setPlace(video.currentTime); // The next key goes on from here, though the picture is still to come.
    },
    [video],
  );
  const toggle = useCallback(() => {
    if (!video) return;
    if (video.paused) void video.play().catch(() => setBroken(true));
    else video.pause();
  }, [video]);
  const step = useCallback(
    (by: 1 | -1) => {
      if (!video) return;
      video.pause();
      if (by < 0) seek(shown.current - picture.current / 2);
      else void forward(video, shown, picture.current);
    },
    [seek, video],
  );
  return useMemo(() => ({ ref: setVideo, at, place, length, shape, playing, broken, toggle, seek, step }), [at, place, broken, length, playing, shape, seek, step, toggle]);
}

/** A picture may last longer than others: goes on until another one is shown. */
async function forward(video: HTMLVideoElement, shown: { current: number }, picture: number): Promise<void> {
  const before = shown.current;
  for (let ahead = 1.5; ahead < 60 && shown.current <= before; ahead += 1) {
    const to = before + picture * ahead;
    if (to >= video.duration) return;
    video.currentTime = to;
    await settled(video);
  }
}

function settled(video: HTMLVideoElement): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, patience);
    video.addEventListener(
      'seeked',
      () => {
        // The picture comes to the screen a little later than the place is found.
        setTimeout(() => {
          clearTimeout(timer);
          resolve();
        }, 40);
      },
      { once: true },
    );
  });
}
