import { useQuery } from '@tanstack/react-query';
import { json } from '../api/client';
import type { Page } from '../api/types';
import { Failure, Loading } from '../ui/State';
import { ColumnTable } from './parts';
import type { ListColumn } from './types';

/** What columns a sort of list may have, as the server says it. */
export function Columns({ path, template }: { path: string; template: string }) {
  const columns = useQuery({ queryKey: ['columns', path], queryFn: async () => (await json<Page<ListColumn>>(path)).items, staleTime: Infinity });
  if (!columns.data) return columns.error ? <Failure failure={columns.error} /> : <Loading />;
  return <ColumnTable columns={columns.data} template={template} />;
}
