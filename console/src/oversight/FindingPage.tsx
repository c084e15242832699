import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { json } from '../api/client';
import { t, tCode } from '../i18n/text';
import { Moment, MomentRange } from '../time/site';
import { DataTable } from '../ui/DataTable';
import { Badge, Notice, QueryState } from '../ui/State';
import { Code, Name, PageHead, usePageTitle } from '../ui/text';
import { CloseForm } from './CloseForm';
import { Person, StateBadge, TargetName, why } from './findingText';
import type { FindingDetails, Look } from './types';

const shownEntries = 8;

/** One finding: why it is shown, the looks behind it with their entries of the log, and its result. */
export function FindingPage() {
  const { id = '' } = useParams();
  const finding = useQuery({ queryKey: ['finding', id], queryFn: () => json<FindingDetails>(`/api/findings/${id}`), staleTime: Infinity });
  usePageTitle(finding.data?.code ?? t('oversight.findings'));
  if (!finding.data) return <QueryState query={finding} />;
  return <FindingView finding={finding.data} />;
}

function FindingView({ finding }: { finding: FindingDetails }) {
  const { closing } = finding;
  return (
    <>
      <PageHead
        title={
          <>
            <Code>{finding.code}</Code> {tCode('oversight.rule', finding.rule)}
          </>
        }
        lead={
          <p className="summary">
            <StateBadge finding={finding} />
            <Person finding={finding} />
          </p>
        }
      />
      <section className="panel stack">
        <h2>{t('oversight.colWhy')}</h2>
        <p>{why(finding)}</p>
        <dl className="facts">
          {finding.target && (
            <div>
              <dt>{t('oversight.target')}</dt>
              <dd>
                <TargetName target={finding.target} />
              </dd>
            </div>
          )}
          <div>
            <dt>{t('oversight.colWhen')}</dt>
            <dd>
              <Moment at={finding.openedAt} />
            </dd>
          </div>
          {finding.openedEntry !== null && (
            <div>
              <dt>{t('oversight.openedEntry')}</dt>
              <dd>
                <Link to={`/audit/${finding.openedEntry}`}>{t('oversight.entry', { index: finding.openedEntry })}</Link>
              </dd>
            </div>
          )}
        </dl>
        <p>
          <Link to={`/audit?actor=${finding.person.id}`}>{t('oversight.allByPerson')}</Link>
        </p>
      </section>
      {closing ? (
        <Notice tone="info" title={tCode('oversight.result', closing.result)}>
          <p dir="auto">{closing.reason}</p>
          <p>
            {t('oversight.closedBy')}: <Name>{closing.by.displayName}</Name>, <Moment at={closing.at} />
            {closing.entry !== null && (
              <>
                {' '}
                · <Link to={`/audit/${closing.entry}`}>{t('oversight.entry', { index: closing.entry })}</Link>
              </>
            )}
          </p>
        </Notice>
      ) : (
        <CloseForm finding={finding} />
      )}
      <LookTable looks={finding.looked} />
    </>
  );
}

function LookTable({ looks }: { looks: Look[] }) {
  return (
    <section className="panel stack">
      <h2>{t('oversight.looked')}</h2>
      <p className="hint">{t('oversight.lookedHint')}</p>
      <DataTable heads={[t('oversight.colAt'), t('oversight.colWhat'), t('oversight.colFootage'), t('oversight.colCase'), t('oversight.colEntries')]} cards>
        {looks.map((look) => (
          <tr key={`${look.at} ${look.kind} ${look.target.id}`}>
            <th scope="row">
              <Moment at={look.at} />
            </th>
            <td>
              {tCode('oversight.kind', look.kind)}{' '}
              <small className="block">
                <TargetName target={look.target} />
              </small>
            </td>
            <td data-label={t('oversight.colFootage')}>{look.from === look.to ? <Moment at={look.from} /> : <MomentRange from={look.from} to={look.to} />}</td>
            <td data-label={t('oversight.colCase')}>
              <Badge tone={look.covered === 'NO' ? 'mute' : look.covered === 'OPEN_CASE' ? 'ok' : 'warn'}>{tCode('oversight.covered', look.covered)}</Badge>
            </td>
            <td data-label={t('oversight.colEntries')}>
              <Entries look={look} />
            </td>
          </tr>
        ))}
      </DataTable>
    </section>
  );
}

function Entries({ look }: { look: Look }) {
  const shown = look.indexes.slice(0, shownEntries);
  return (
    <span>
      {shown.map((index, n) => (
        <span key={index}>
          {n > 0 && ' · '}
          <Link to={`/audit/${index}`} aria-label={t('oversight.entry', { index })}>
            <Code>{index}</Code>
          </Link>
        </span>
      ))}
      {look.entries > shown.length && <small className="block">{t('oversight.entriesMore', { count: look.entries - shown.length })}</small>}
    </span>
  );
}
