import { useQueryClient } from '@tanstack/react-query';
import { usePages } from '../api/pages';
import type { Alert, AlertState, Wanted, WantedState } from './types';

const path = '/api/wanted-vehicles';
/** Each reading is an entry of the log, so that nothing is read again by itself. */
const onceRead = { refetchOnWindowFocus: false, staleTime: Infinity };

export function useWanted(state: WantedState | '') {
  return usePages<Wanted>(path, ['wanted', 'list'], { state }, onceRead);
}

export function useAlerts(state: AlertState | '') {
  return usePages<Alert>(`${path}/alerts`, ['wanted', 'alerts'], { state }, onceRead);
}

/** Reads the lists again after something was changed. */
export function useWantedChanged(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['wanted'] });
}
