import { useEffect, useRef } from 'react';
import type { TextKey } from '../i18n/keys';
import { preferences } from './preferences';

/** One key of a page. `code` names a place on the keyboard, `key` what it types. */
export interface Key {
  /** Physical key (`event.code`): for transport keys, the same place in every layout. */
  code?: string;
  /** Typed character (`event.key`): for letters with a meaning. */
  key?: string;
  shift?: boolean;
  ctrl?: boolean;
  /** How the key is printed on the key sheet. */
  cap: string;
  label: TextKey;
  run: (event: KeyboardEvent) => void;
}

interface Layer {
  level: number;
  keys: readonly Key[];
}

const layers: Layer[] = [];

function innermostFirst(): Layer[] {
  return layers.toSorted((a, b) => b.level - a.level);
}

/** Keys now in force, innermost page first: for the key sheet. */
export function activeKeys(): readonly Key[] {
  const seen = new Set<string>();
  return innermostFirst()
    .flatMap((layer) => layer.keys)
    .filter((key) => {
      const place = `${key.code ?? key.key} ${key.shift ?? ''} ${key.ctrl ?? ''}`;
      return !seen.has(place) && seen.add(place);
    });
}

/**
 * Whether a key press must not become a shortcut: text is being typed or composed. Vietnamese Telex
 * turns letters and digits into composition (`isComposing`, or keyCode 229 from older input
 * methods), and no letter may be stolen from it.
 */
function isTyping(event: KeyboardEvent): boolean {
  if (event.isComposing || event.keyCode === 229) return true;
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('textarea, select, [role="textbox"], [role="combobox"]')) return true;
  const input = target.closest('input');
  return input !== null && !['button', 'checkbox', 'radio', 'range', 'submit'].includes(input.type);
}

function fits(key: Key, event: KeyboardEvent): boolean {
  const ctrl = event.ctrlKey || event.metaKey;
  if (Boolean(key.ctrl) !== ctrl || event.altKey) return false;
  if (key.shift !== undefined && key.shift !== event.shiftKey) return false;
  if (key.code !== undefined) return key.code === event.code;
  return key.key !== undefined && key.key.toLowerCase() === event.key.toLowerCase();
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented) return;
  const withCtrl = event.ctrlKey || event.metaKey;
  if (event.isComposing || event.keyCode === 229) return;
  if (!withCtrl && (isTyping(event) || !preferences.get().singleKeys)) return;
  if (document.querySelector('.overlay')) return;
  const target = event.target instanceof HTMLElement ? event.target : null;
  if (event.code === 'Space' && target?.closest('button, a, summary, [role="menuitem"], [role="tab"], input')) return;
  for (const layer of innermostFirst()) {
    const key = layer.keys.find((candidate) => fits(candidate, event));
    if (key) {
      event.preventDefault();
      key.run(event);
      return;
    }
  }
}

let listening = false;

/** Puts a page's keys in force while it is shown; the frame's own keys are at level 0, behind them. */
export function useKeys(keys: readonly Key[], level = 1): void {
  const layer = useRef<Layer>({ level, keys });
  useEffect(() => {
    layer.current.keys = keys;
  });
  useEffect(() => {
    const mine = layer.current;
    layers.push(mine);
    if (!listening) {
      listening = true;
      window.addEventListener('keydown', onKeyDown);
    }
    return () => {
      layers.splice(layers.indexOf(mine), 1);
    };
  }, []);
}
