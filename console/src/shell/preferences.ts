import { useSyncExternalStore } from 'react';

export type Theme = 'system' | 'light' | 'dark';
export interface Preferences {
  theme: Theme;
  compact: boolean;
  /** Shortcuts of one key without Ctrl; can be switched off (WCAG 2.1.4). */
  singleKeys: boolean;
  /** Whether urgent notifications are heard. */
  urgentSound: boolean;
}

const storageKey = 'anbinh.preferences';
const defaults: Preferences = { theme: 'system', compact: false, singleKeys: true, urgentSound: true };

function read(): Preferences {
  try {
    return { ...defaults, ...(JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<Preferences>) };
  } catch {
    return defaults;
  }
}

let current = read();
const listeners = new Set<() => void>();

function show(): void {
  const root = document.documentElement;
  const dark = current.theme === 'dark' || (current.theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset['theme'] = dark ? 'dark' : 'light';
  root.dataset['density'] = current.compact ? 'compact' : 'comfortable';
}

/** What somebody set on this device. */
export const preferences = {
  get: (): Preferences => current,
  set(change: Partial<Preferences>): void {
    current = { ...current, ...change };
    localStorage.setItem(storageKey, JSON.stringify(current));
    show();
    listeners.forEach((listener) => listener());
  },
  start(): void {
    show();
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', show);
  },
};

export function usePreferences(): Preferences {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, preferences.get);
}
