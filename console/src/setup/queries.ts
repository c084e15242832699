import { useQuery } from '@tanstack/react-query';
import type * as Api from '#api';
import { json } from '../api/client';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import type { Page, User } from '../api/types';

export type SetupStep = Api.SetupStepView;

/** Whether somebody sets the installation up: an administrator of the whole site. */
export const maySetUp = (user: User): boolean => may(user, 'setup') && user.area === null;

export function useSetup() {
  const user = useUser();
  return useQuery({
    enabled: maySetUp(user),
    queryKey: ['setup'],
    queryFn: async () => (await json<Page<SetupStep>>('/api/setup')).items,
  });
}
