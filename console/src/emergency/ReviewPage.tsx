import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { json } from '../api/client';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { t, tCode } from '../i18n/text';
import { Moment, MomentRange } from '../time/site';
import { CommandForm, useCommand } from '../ui/CommandForm';
import { DataTable } from '../ui/DataTable';
import type { Mistake } from '../ui/ErrorSummary';
import { Radios, TextArea } from '../ui/Field';
import { Notice, QueryState } from '../ui/State';
import { Code, Name, PageHead, usePageTitle } from '../ui/text';
import { EmergencyState } from './EmergencyState';
import { type EmergencyDetails, isReason, type Looked, type Verdict } from './types';

/** One emergency access: why, what was seen under it, and another person's word on it. */
export function ReviewPage() {
  const { id = '' } = useParams();
  const found = useQuery({
    queryKey: ['emergencies', id],
    queryFn: () => json<EmergencyDetails>(`/api/emergency-accesses/${id}`),
    staleTime: Infinity,
    refetchOnWindowFocus: false, // Each reading is an entry of the log.
  });
  usePageTitle(found.data?.code ?? t('emergency.title'));
  if (!found.data) return <QueryState query={found} />;
  const each = found.data;
  return (
    <>
      <PageHead
        title={
          <>
            {t('emergency.title')} <Code>{each.code}</Code>
          </>
        }
        lead={
          <p className="summary">
            <EmergencyState each={each} />
          </p>
        }
      />
      <section className="panel stack">
        <dl className="facts">
          <div>
            <dt>{t('emergency.colPerson')}</dt>
            <dd>
              <Name>{each.person.displayName}</Name>
            </dd>
          </div>
          <div>
            <dt>{t('emergency.purpose')}</dt>
            <dd>{tCode('emergency.purpose', each.purpose)}</dd>
          </div>
          <div>
            <dt>{t('emergency.area')}</dt>
            <dd>
              <Name>{each.areaName}</Name>
            </dd>
          </div>
          <div>
            <dt>{t('emergency.time')}</dt>
            <dd>
              <MomentRange from={each.openedAt} to={each.end} />
            </dd>
          </div>
          <div>
            <dt>{t('emergency.colReason')}</dt>
            <dd>
              <Name>{each.reason}</Name>
            </dd>
          </div>
        </dl>
      </section>
      <LookedTable looked={each.looked} cut={each.cut} />
      {each.review ? (
        <Notice tone={each.review.verdict === 'JUSTIFIED' ? 'ok' : 'bad'} title={tCode('emergency.verdict', each.review.verdict)}>
          <p dir="auto">{each.review.reason}</p>
          <p>
            {t('emergency.reviewedBy')}: <Name>{each.review.by.displayName}</Name>, <Moment at={each.review.at} />
          </p>
        </Notice>
      ) : (
        <ReviewForm each={each} />
      )}
    </>
  );
}

function LookedTable({ looked, cut }: { looked: Looked[]; cut: boolean }) {
  const log = may(useUser(), 'log');
  return (
    <section className="panel stack">
      <h2>{t('emergency.looked')}</h2>
      {cut && <Notice tone="warn">{t('emergency.lookedCut')}</Notice>}
      {looked.length === 0 ? (
        <p className="hint">{t('emergency.lookedNone')}</p>
      ) : (
        <DataTable heads={[t('emergency.colAt'), t('emergency.colWhat'), t('emergency.colFootage'), t('emergency.colEntry')]} cards>
          {looked.map((look) => (
            <tr key={`${look.at} ${look.what} ${look.cameraCode ?? look.situationCode}`}>
              <th scope="row">
                <Moment at={look.at} />
              </th>
              <td>
                {tCode('emergency.what', look.what)} <Code>{look.cameraCode ?? look.situationCode ?? ''}</Code>
                {look.attributes.length > 0 && (
                  <small className="block">
                    {look.attributes.map((by) => tCode('emergency.soughtBy', by)).join(' · ')}
                    {look.villageName && (
                      <>
                        {' · '}
                        <Name>{look.villageName}</Name>
                      </>
                    )}
                    {look.day && (
                      <>
                        {' · '}
                        <Code>{look.day}</Code>
                      </>
                    )}
                  </small>
                )}
              </td>
              <td data-label={t('emergency.colFootage')}>{look.from && (look.to && look.to !== look.from ? <MomentRange from={look.from} to={look.to} /> : <Moment at={look.from} />)}</td>
              <td data-label={t('emergency.colEntry')}>
                <Entry index={look.index} linked={log} />
              </td>
            </tr>
          ))}
        </DataTable>
      )}
    </section>
  );
}

/** Where it stands in the log: reports that were sought or read enter it with others of the day. */
function Entry({ index, linked }: { index: number | null; linked: boolean }) {
  if (index === null) return <span className="hint">{t('emergency.entryLater')}</span>;
  if (!linked) return <Code>{index}</Code>;
  return (
    <Link to={`/audit/${index}`} aria-label={t('oversight.entry', { index })}>
      <Code>{index}</Code>
    </Link>
  );
}

/** Another person's word; it goes into the log and stays. */
function ReviewForm({ each }: { each: EmergencyDetails }) {
  const client = useQueryClient();
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [reason, setReason] = useState('');
  const command = useCommand({
    check: () => {
      const found: Mistake[] = [];
      if (!verdict) found.push({ field: 'verdict', message: t('emergency.verdictMissing') });
      if (!isReason(reason)) found.push({ field: 'reason', message: t('emergency.reasonWrong') });
      return found;
    },
    send: () => json<EmergencyDetails>(`/api/emergency-accesses/${each.id}/review`, { method: 'POST', body: { verdict, reason: reason.trim() } }),
    done: (reviewed) => {
      client.setQueryData(['emergencies', each.id], reviewed);
      void client.invalidateQueries({ queryKey: ['emergencies', 'list'] });
    },
  });
  const { wrong } = command;
  return (
    <CommandForm
      command={command}
      className="panel form form-wide"
      head={
        <>
          <h2>{t('emergency.review')}</h2>
          {each.open && <Notice tone="warn">{t('emergency.whileOpen')}</Notice>}
        </>
      }
      label={t('emergency.reviewSave')}
    >
      <Radios
        id="verdict"
        label={t('emergency.verdict')}
        error={wrong('verdict')}
        of={['JUSTIFIED', 'NOT_JUSTIFIED'] as const}
        value={verdict}
        words={(one) => t(`emergency.verdict.${one}`)}
        offOf={(one) => each.open && one === 'JUSTIFIED'}
        onText={setVerdict}
      />
      <TextArea id="reason" label={t('emergency.why')} hint={t('emergency.whyHint')} error={wrong('reason')} rows={4} value={reason} onText={setReason} />
    </CommandForm>
  );
}
