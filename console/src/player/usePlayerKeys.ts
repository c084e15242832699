import { type Key, useKeys } from '../shell/keys';
import { type Playback, speeds } from './Playback';
import type { PlayerActions } from './Transport';

/** The player's keys. Transport keys are places on the keyboard, and arrows mean time: they never flip. */
export function usePlayerKeys(playback: Playback, actions: PlayerActions): void {
  const toggle = () => playback.setPlaying(!playback.getView().playing);
  const speed = (by: number) => {
    const at = speeds.indexOf(playback.getView().rate);
    playback.setRate(speeds[Math.max(0, Math.min(speeds.length - 1, at + by))]!);
  };
  const keys: Key[] = [
    { code: 'Space', cap: 'Space', label: 'player.keyPlay', run: toggle },
    { code: 'KeyK', shift: false, cap: 'K', label: 'player.keyPlay', run: toggle },
    { code: 'KeyJ', shift: false, cap: 'J', label: 'player.keySlower', run: () => speed(-1) },
    { code: 'KeyL', shift: false, cap: 'L', label: 'player.keyFaster', run: () => speed(1) },
    { code: 'Comma', shift: false, cap: ',', label: 'player.frameBack', run: () => void playback.step(-1) },
    { code: 'Period', shift: false, cap: '.', label: 'player.frameForward', run: () => void playback.step(1) },
    { code: 'ArrowLeft', shift: false, cap: '←', label: 'player.key5sBack', run: () => actions.jump(-5_000) },
    { code: 'ArrowRight', shift: false, cap: '→', label: 'player.key5s', run: () => actions.jump(5_000) },
    { code: 'ArrowLeft', shift: true, cap: 'Shift ←', label: 'player.key1mBack', run: () => actions.jump(-60_000) },
    { code: 'ArrowRight', shift: true, cap: 'Shift →', label: 'player.key1m', run: () => actions.jump(60_000) },
    { key: 'n', shift: false, cap: 'N', label: 'player.keyNextGap', run: () => actions.gap(1) },
    { key: 'p', shift: false, cap: 'P', label: 'player.keyPreviousGap', run: () => actions.gap(-1) },
    { key: 'i', shift: false, cap: 'I', label: 'player.markIn', run: () => actions.mark('from') },
    { key: 'o', shift: false, cap: 'O', label: 'player.markOut', run: () => actions.mark('to') },
    { key: 'g', shift: false, cap: 'G', label: 'player.goTo', run: actions.goTo },
    { key: 's', shift: false, cap: 'S', label: 'player.still', run: actions.still },
    { key: 'f', shift: false, cap: 'F', label: 'player.keyFull', run: actions.full },
    { key: '+', cap: '+', label: 'player.zoomIn', run: () => actions.zoom(-1) },
    { key: '-', cap: '−', label: 'player.zoomOut', run: () => actions.zoom(1) },
    ...[1, 2, 3, 4].map((number) => ({
      key: String(number),
      cap: String(number),
      label: 'player.keyFirst' as const,
      run: () => actions.first(number - 1),
    })),
  ];
  useKeys(keys);
}
