import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { json } from '../api/client';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { t, tCode } from '../i18n/text';
import { Moment } from '../time/site';
import { QueryState } from '../ui/State';
import { Name } from '../ui/text';
import { HandOver } from './HandOver';
import { HandoverItem } from './HandoverItem';
import type { Custody } from './types';

/** Whose hands the package went through, and to whom it is handed over. */
export function CustodySection({ id }: { id: string }) {
  const custody = useQuery({
    queryKey: ['custody', id],
    queryFn: () => json<Custody>(`/api/requests/${id}/custody`),
    refetchInterval: (state) => (state.state.data?.handovers.some((each) => each.state === 'RECEIVED' && !each.placed) ? 2_000 : 10_000),
  });
  if (!custody.data) return <QueryState query={custody} />;
  const { data } = custody;
  return (
    <section className="panel stack custody">
      <h2>{t('requests.custody')}</h2>
      {data.handovers.length === 0 ? (
        <p>{t('requests.handedToNobody')}</p>
      ) : (
        <ul className="handovers">
          {data.handovers.map((handover) => (
            <HandoverItem key={handover.id} request={id} handover={handover} mine={data.mayHandOver} code={data.extraction} />
          ))}
        </ul>
      )}
      {data.mayHandOver && <HandOver request={id} />}
      <h3>{t('requests.custodyList')}</h3>
      <ol className="history">
        {data.lines.map((line, index) => (
          <CustodyLine key={index} line={line} />
        ))}
      </ol>
    </section>
  );
}

function CustodyLine({ line }: { line: Custody['lines'][number] }) {
  const linkLog = may(useUser(), 'log');
  return (
    <li>
      <Moment at={line.at} />
      <strong>{tCode('requests.custody', line.whole === false ? 'PART' : line.what)}</strong>
      {line.to && <Name>{line.to}</Name>}
      {line.who ? (
        <span>
          {line.to && `${t('requests.custodyBy')} `}
          <Name>{line.who.displayName}</Name>
        </span>
      ) : (
        !line.to && <span>{t('requests.system')}</span>
      )}
      {line.logIndex !== null &&
        (linkLog ? <Link to={`/audit/${line.logIndex}`}>{t('requests.logEntry', { index: line.logIndex })}</Link> : <span className="hint">{t('requests.logEntry', { index: line.logIndex })}</span>)}
    </li>
  );
}
