import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { json } from '../api/client';
import { usePages } from '../api/pages';
import { t, tCode } from '../i18n/text';
import { Moment } from '../time/site';
import { Button } from '../ui/Button';
import { DataTable } from '../ui/DataTable';
import { Dialog } from '../ui/overlays';
import { Pages } from '../ui/Pages';
import { Badge, Empty, QueryState } from '../ui/State';
import { Code, Fact, Name } from '../ui/text';
import type { WrittenReport, WrittenReportDetails } from './types';

/** The reports that officers of communes write for those above: a list without what is in them, each opened by itself. */
export function WrittenReports() {
  const client = useQueryClient();
  const found = usePages<WrittenReport>('/api/situations/written-reports', ['situations', 'written']);
  const [open, setOpen] = useState<WrittenReport | null>(null);
  const close = () => {
    setOpen(null);
    void client.invalidateQueries({ queryKey: ['situations', 'written'] });
  };
  return (
    <section className="stack" id="written">
      <h2>{t('situations.written')}</h2>
      <p className="hint">{t('situations.writtenHint')}</p>
      <Pages pages={found} empty={<Empty icon="done" title={t('situations.writtenNone')} />}>
        {(items) => (
          <DataTable heads={[t('situations.fCode'), t('situations.levelOf.COMMUNE'), t('situations.writtenAt'), t('situations.writtenRead')]} cards>
            {items.map((each) => (
              <tr key={each.id} data-written={each.readAt ? 'read' : 'new'}>
                <th scope="row">
                  <Code>{each.code}</Code> {each.danger && <Badge tone="bad">{t('situations.danger')}</Badge>}
                </th>
                <td data-label={t('situations.levelOf.COMMUNE')}>
                  <Name>{each.communeName}</Name>
                </td>
                <td data-label={t('situations.writtenAt')}>
                  <Moment at={each.writtenAt} />
                </td>
                <td data-label={t('situations.writtenRead')}>
                  {each.readAt ? <Moment at={each.readAt} /> : <Badge tone="warn">{t('situations.writtenUnread')}</Badge>}{' '}
                  <Button small label={t('situations.readWritten')} onClick={() => setOpen(each)} />
                </td>
              </tr>
            ))}
          </DataTable>
        )}
      </Pages>
      <Dialog open={open !== null} onClose={close} title={t('situations.written')}>
        {open && <Written id={open.id} />}
      </Dialog>
    </section>
  );
}

/** Forgotten when it is closed: each reading is an entry of the log. */
function Written({ id }: { id: string }) {
  const found = useQuery({
    queryKey: ['situationWritten', id],
    queryFn: () => json<WrittenReportDetails>(`/api/situations/${id}/written-report`),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  if (!found.data) return <QueryState query={found} />;
  const each = found.data;
  return (
    <div className="stack" data-report>
      <dl className="facts">
        <Fact label={t('situations.fCode')}>
          <Code>{each.code}</Code> {each.danger && <Badge tone="bad">{t('situations.danger')}</Badge>} {each.injured && <Badge tone="bad">{t('situations.injured')}</Badge>}
        </Fact>
        <Fact label={t('situations.fKind')}>{tCode('situations.kind', each.kind)}</Fact>
        <Fact label={t('situations.levelOf.COMMUNE')}>
          <Name>{each.communeName}</Name>
          {each.villageName && (
            <>
              {' · '}
              <Name>{each.villageName}</Name>
            </>
          )}
        </Fact>
        <Fact label={t('situations.fState')}>{tCode('situations.state', each.state)}</Fact>
      </dl>
      {each.reports.map((report) => (
        <article key={report.at} className="stack">
          <p className="hint">
            <Moment at={report.at} /> · {report.by && <Name>{report.by.displayName}</Name>}
            {report.occurredAt && (
              <>
                {' '}
                · {t('situations.occurred')} <Moment at={report.occurredAt} />
              </>
            )}
          </p>
          <p dir="auto">{report.words}</p>
        </article>
      ))}
    </div>
  );
}
