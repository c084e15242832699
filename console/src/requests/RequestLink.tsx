import { Link } from 'react-router';
import type * as Api from '#api';
import { Code } from '../ui/text';

/** A request that something of its case names: led to where the reader may open it. */
export function RequestLink({ request }: { request: Api.EvidenceRequestLink }) {
  const code = <Code>{request.code}</Code>;
  return request.mayRead ? <Link to={`/requests/${request.id}`}>{code}</Link> : code;
}
