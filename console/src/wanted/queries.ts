import { useQuery, useQueryClient } from '@tanstack/react-query';
import { json } from '../api/client';
import { usePages } from '../api/pages';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
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

/** How many alerts wait for somebody: a count and no reading, so every page asks for it. */
export function useAlertCount(): number {
  return (
    useQuery({
      enabled: may(useUser(), 'wanted'),
      queryKey: ['wanted', 'figures'],
      queryFn: () => json<{ count: number }>(`${path}/alerts/figures`),
      refetchInterval: 15_000,
    }).data?.count ?? 0
  );
}

/** Reads lists and count again after something was changed. */
export function useWantedChanged(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['wanted'] });
}
