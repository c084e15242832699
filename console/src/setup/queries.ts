import { useQuery } from '@tanstack/react-query';
import type * as Api from '#api';
import { json } from '../api/client';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import type { Page } from '../api/types';

export type SetupStep = Api.SetupStepView;

export function useSetup() {
  const user = useUser();
  return useQuery({
    enabled: may(user, 'setup'),
    queryKey: ['setup'],
    queryFn: async () => (await json<Page<SetupStep>>('/api/setup')).items,
  });
}
