import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { json } from '../api/client';
import { usePages } from '../api/pages';
import type { Page } from '../api/types';
import { t, tCode } from '../i18n/text';
import { Moment } from '../time/site';
import { Button } from '../ui/Button';
import { CommandForm, useCommand } from '../ui/CommandForm';
import { DataTable } from '../ui/DataTable';
import { TextArea } from '../ui/Field';
import { Dialog } from '../ui/overlays';
import { Pages } from '../ui/Pages';
import { Empty, QueryState } from '../ui/State';
import { Code, Name, PageFrame } from '../ui/text';
import { Tabs } from './tabs';
import type { SituationFlag, SituationOverdue } from './types';
import { WrittenReports } from './WrittenReports';

const shortest = 20;

/** For who is above the officers of communes: what was not done in time, as counts, and repeated accusations. */
export function SituationOversightPage() {
  const overdue = useQuery({ queryKey: ['situations', 'overdue'], queryFn: async () => (await json<Page<SituationOverdue>>('/api/situations/overdue')).items });
  const flags = usePages<SituationFlag>('/api/situation-flags', ['situations', 'flags'], {});
  const [open, setOpen] = useState<SituationFlag | null>(null);
  return (
    <PageFrame title={t('situations.above')} lead={t('situations.aboveLead')} below={<Tabs />}>
      <section className="stack">
        <h2>{t('situations.overdue')}</h2>
        <QueryState query={overdue} />
        {overdue.data && (overdue.data.length === 0 ? <Empty icon="done" title={t('situations.overdueNone')} /> : <OverdueTable lines={overdue.data} />)}
      </section>
      <WrittenReports />
      <section className="stack">
        <h2>{t('situations.flags')}</h2>
        <p className="hint">{t('situations.flagsHint')}</p>
        <Pages pages={flags} empty={<Empty icon="done" title={t('situations.flagsNone')} />}>
          {(items) => (
            <DataTable heads={[t('situations.levelOf.COMMUNE'), { number: t('situations.flagReports') }, t('situations.flagSince'), t('situations.flagOpened')]} cards>
              {items.map((each) => (
                <tr key={each.id}>
                  <th scope="row">
                    <Name>{each.communeName}</Name>
                  </th>
                  <td className="number" data-label={t('situations.flagReports')}>
                    {each.reports}
                  </td>
                  <td data-label={t('situations.flagSince')}>
                    <Moment at={each.flaggedAt} />
                  </td>
                  <td data-label={t('situations.flagOpened')}>
                    {each.openedAt && <Moment at={each.openedAt} />}
                    <Button small label={t('situations.openFlag')} onClick={() => setOpen(each)} />
                  </td>
                </tr>
              ))}
            </DataTable>
          )}
        </Pages>
      </section>
      <Dialog open={open !== null} onClose={() => setOpen(null)} title={t('situations.openFlag')}>
        {open && <Opening flag={open} />}
      </Dialog>
    </PageFrame>
  );
}

function OverdueTable({ lines }: { lines: SituationOverdue[] }) {
  return (
    <DataTable heads={[t('situations.levelOf.COMMUNE'), t('situations.colNext'), { number: t('situations.overdueCount') }, t('situations.overdueSince')]} cards>
      {lines.map((each) => (
        <tr key={`${each.communeId} ${each.due}`}>
          <th scope="row">
            <Name>{each.communeName}</Name>
          </th>
          <td data-label={t('situations.colNext')}>{tCode('situations.due', each.due)}</td>
          <td className="number bad" data-label={t('situations.overdueCount')}>
            {each.count}
          </td>
          <td data-label={t('situations.overdueSince')}>
            <Moment at={each.since} />
          </td>
        </tr>
      ))}
    </DataTable>
  );
}

/** Who was named is shown once, and kept nowhere. */
function Opening({ flag }: { flag: SituationFlag }) {
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const command = useCommand({
    check: () => ([...reason.trim()].length < shortest ? [{ field: 'reason', message: t('situations.flagReasonShort') }] : []),
    send: () => json<{ name: string; codes: string[] }>(`/api/situation-flags/${flag.id}/opening`, { method: 'POST', body: { reason: reason.trim() } }),
    done: () => void client.invalidateQueries({ queryKey: ['situations', 'flags'] }),
  });
  const opened = command.answer;
  if (opened) {
    return (
      <div className="stack" data-flag>
        <p>
          {t('situations.flagNamed')} <Name>{opened.name || t('situations.erased')}</Name>
        </p>
        <ul>
          {opened.codes.map((each) => (
            <li key={each}>
              <Code>{each}</Code>
            </li>
          ))}
        </ul>
        <p className="hint">{t('situations.flagNext')}</p>
      </div>
    );
  }
  return (
    <CommandForm command={command} label={t('situations.openFlag')}>
      <p className="hint">{t('situations.flagOpenHint')}</p>
      <TextArea id="reason" label={t('situations.field.reason')} error={command.wrong('reason')} rows={3} value={reason} onText={setReason} />
    </CommandForm>
  );
}
