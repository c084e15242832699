import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { json } from '../api/client';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { t } from '../i18n/text';
import { Moment } from '../time/site';
import { Button } from '../ui/Button';
import { CommandForm, useCommand } from '../ui/CommandForm';
import { TextArea } from '../ui/Field';
import { Failure, Notice, QueryState } from '../ui/State';
import { Code, Name, numberText, PageFrame } from '../ui/text';
import css from './log.module.css';
import { readOnlyKey } from './ReadOnlyBar';
import type { Suspension } from './types';

const key = ['log', 'suspension'];

/** What was found of the log over which nothing is written, and the decision of two administrators. */
export function SuspensionPage() {
  const found = useQuery({ queryKey: key, queryFn: () => json<Suspension>('/api/log/suspension') });
  return (
    <PageFrame title={t('log.s.title')} lead={t('log.s.lead')}>
      <QueryState query={found} />
      {found.data && (
        <div className="stack">
          {found.data.since ? <Open suspension={found.data} /> : <Notice tone="ok" title={t('log.s.none')} />}
          <Accepted accepted={found.data.accepted} />
        </div>
      )}
    </PageFrame>
  );
}

function Open({ suspension }: { suspension: Suspension }) {
  const { findings, count, since, continuable, mayDecide } = suspension;
  return (
    <>
      <section className="panel stack" aria-labelledby="suspension-found">
        <h2 id="suspension-found">{t('log.s.found', { count })}</h2>
        {since && (
          <p className="hint">
            {t('log.s.since')} <Moment at={since} />
          </p>
        )}
        <ul className="plain-list stack">
          {findings.map((finding) => (
            <li key={`${finding.subject}\n${finding.what}`} className={css.finding}>
              <Code>{finding.subject}</Code>{' '}
              <bdi dir="ltr" lang="en" className="code">
                {finding.what}
              </bdi>{' '}
              · <Moment at={finding.at} />
            </li>
          ))}
        </ul>
        {count > findings.length && <p className="hint">{t('log.s.more', { count: count - findings.length })}</p>}
      </section>
      {!continuable && (
        <Notice tone="bad" title={t('log.s.notWhole')}>
          <p>{t('log.s.notWholeMore')}</p>
        </Notice>
      )}
      {mayDecide && continuable && <Decision suspension={suspension} />}
    </>
  );
}

function Decision({ suspension }: { suspension: Suspension }) {
  const { proposal, digest, alone } = suspension;
  const client = useQueryClient();
  const settled = (after: Suspension) => {
    client.setQueryData(key, after);
    void client.invalidateQueries({ queryKey: readOnlyKey });
  };
  const confirm = useMutation({
    mutationFn: () => json<Suspension>('/api/log/suspension/confirmation', { method: 'POST', body: { digest } }),
    onSuccess: settled,
    onError: () => void client.invalidateQueries({ queryKey: key }),
  });
  return (
    <section className="panel stack" aria-labelledby="suspension-decision">
      <h2 id="suspension-decision">{t('log.s.decision')}</h2>
      <p>{t('log.s.before')}</p>
      {proposal && (
        <>
          <p>
            <strong>{t('log.s.proposed', { name: proposal.by })}</strong> · <Moment at={proposal.at} />
          </p>
          <blockquote>
            <bdi>{proposal.reason}</bdi>
          </blockquote>
          {confirm.error && <Failure failure={confirm.error} />}
          {proposal.mayConfirm ? (
            <div className="form-end">
              <Button kind="primary" label={t('log.s.confirm')} disabled={confirm.isPending} onClick={() => confirm.mutate()} />
            </div>
          ) : (
            <p className="hint">{t('log.s.another')}</p>
          )}
        </>
      )}
      {!proposal && <Proposal digest={digest} alone={alone} onDone={settled} />}
    </section>
  );
}

function Proposal({ digest, alone, onDone }: { digest: string; alone: boolean; onDone: (after: Suspension) => void }) {
  const [reason, setReason] = useState('');
  const command = useCommand({
    send: () => json<Suspension>('/api/log/suspension/proposal', { method: 'POST', body: { digest, reason: reason.trim() } }),
    done: onDone,
  });
  return (
    <CommandForm command={command} label={t(alone ? 'log.s.decide' : 'log.s.propose')}>
      <TextArea id="reason" label={t('log.s.reason')} hint={t(alone ? 'log.s.alone' : 'log.s.reasonHint')} error={command.wrong('reason')} rows={3} value={reason} onText={setReason} />
    </CommandForm>
  );
}

function Accepted({ accepted }: { accepted: Suspension['accepted'] }) {
  const reader = may(useUser(), 'log');
  if (accepted.length === 0) return null;
  return (
    <section className="panel stack" aria-labelledby="suspension-accepted">
      <h2 id="suspension-accepted">{t('log.s.accepted')}</h2>
      <p className="hint">{t('log.s.acceptedHint')}</p>
      <ul className="plain-list stack">
        {accepted.map((each) => (
          <li key={`${each.at}\n${each.subject}\n${each.what}`} className={css.finding}>
            <Code>{each.subject}</Code>{' '}
            <bdi dir="ltr" lang="en" className="code">
              {each.what}
            </bdi>
            <p className="hint">
              <Moment at={each.at} /> · <Name>{each.names}</Name> · <bdi>{each.reason}</bdi>
              {each.index !== null && (
                <>
                  {' · '}
                  {reader ? <Link to={`/audit/${each.index}`}>{t('log.s.entry', { index: numberText(each.index) })}</Link> : t('log.s.entry', { index: numberText(each.index) })}
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
