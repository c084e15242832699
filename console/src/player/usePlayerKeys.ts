import { type Key, useKeys } from '../shell/keys';
import { mostCameras, type Playback } from './Playback';
import type { PlayerActions } from './Transport';

/** The player's keys. Transport keys are places on the keyboard, and arrows mean time: they never flip. */
export function usePlayerKeys(playback: Playback, actions: PlayerActions): void {
  const keys: Key[] = [
    { code: 'Space', cap: 'Space', label: 'player.keyPlay', run: () => playback.setPlaying(!playback.getView().playing) },
    { code: 'KeyK', shift: false, cap: 'K', label: 'player.pause', run: () => playback.setPlaying(false) },
    { code: 'KeyJ', shift: false, cap: 'J', label: 'player.keyBackwards', run: () => playback.shuttle(-1) },
    { code: 'KeyL', shift: false, cap: 'L', label: 'player.keyForwards', run: () => playback.shuttle(1) },
    { code: 'Comma', shift: true, cap: 'Shift ,', label: 'player.keySlower', run: () => playback.changeRate(-1) },
    { code: 'Period', shift: true, cap: 'Shift .', label: 'player.keyFaster', run: () => playback.changeRate(1) },
    { code: 'Comma', shift: false, cap: ',', label: 'player.frameBack', run: () => void playback.step(-1) },
    { code: 'Period', shift: false, cap: '.', label: 'player.frameForward', run: () => void playback.step(1) },
    { code: 'ArrowLeft', shift: false, cap: '←', label: 'player.key5sBack', run: () => actions.jump(-5_000) },
    { code: 'ArrowRight', shift: false, cap: '→', label: 'player.key5s', run: () => actions.jump(5_000) },
    { code: 'ArrowLeft', shift: true, cap: 'Shift ←', label: 'player.key1mBack', run: () => actions.jump(-60_000) },
    { code: 'ArrowRight', shift: true, cap: 'Shift →', label: 'player.key1m', run: () => actions.jump(60_000) },
    { key: 'n', shift: false, cap: 'N', label: 'player.eventNext', run: () => actions.event(1) },
    { key: 'p', shift: false, cap: 'P', label: 'player.eventBack', run: () => actions.event(-1) },
    { key: 'n', shift: true, cap: 'Shift N', label: 'player.gapNext', run: () => actions.gap(1) },
    { key: 'p', shift: true, cap: 'Shift P', label: 'player.gapBack', run: () => actions.gap(-1) },
    { key: 'i', shift: false, cap: 'I', label: 'player.markIn', run: () => actions.mark('from') },
    { key: 'o', shift: false, cap: 'O', label: 'player.markOut', run: () => actions.mark('to') },
    { key: 'g', shift: false, cap: 'G', label: 'player.goTo', run: actions.goTo },
    { key: 'c', shift: false, cap: 'C', label: 'player.calendar', run: actions.calendar },
    { key: 'y', shift: false, cap: 'Y', label: 'player.share', run: actions.share },
    { key: 's', shift: false, cap: 'S', label: 'player.still', run: actions.still },
    { key: 'f', shift: false, cap: 'F', label: 'player.full', run: actions.full },
    { key: '+', cap: '+', label: 'player.zoomIn', run: () => actions.zoom(-1) },
    { key: '-', cap: '−', label: 'player.zoomOut', run: () => actions.zoom(1) },
    ...Array.from({ length: mostCameras }, (_, index) => ({
      key: String(index + 1),
      cap: String(index + 1),
      label: 'player.keyFirst' as const,
      run: () => actions.first(index),
    })),
  ];
  useKeys(keys);
}
