import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { json } from '../api/client';
import type { Page } from '../api/types';
import type { Address, Notification, NotificationPreferences, Unread } from './types';

/** How much is unread: a count that names nobody, which every page that is looked at asks for three times a minute. */
export function useUnread() {
  return useQuery({
    queryKey: ['notifications', 'unread'],
    queryFn: () => json<Unread>('/api/notifications/unread'),
    refetchInterval: 20_000,
    staleTime: 0,
  });
}

/** The newest notifications, asked for again whenever there is a newer one. */
export function useRecent(newest: string, enabled: boolean) {
  return useQuery({
    enabled,
    queryKey: ['notifications', 'recent', newest],
    queryFn: async () => (await json<Page<Notification>>('/api/notifications?limit=50')).items,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
}

export function useAddresses() {
  return useQuery({
    queryKey: ['notifications', 'addresses'],
    queryFn: async () => (await json<Page<Address>>('/api/notifications/addresses')).items,
    // Whether a message went out is known a moment later.
    refetchInterval: 5_000,
  });
}

export const preferencesQuery = {
  queryKey: ['notifications', 'preferences'],
  queryFn: () => json<NotificationPreferences>('/api/notifications/preferences'),
};

export const useNotificationPreferences = () => useQuery(preferencesQuery);
