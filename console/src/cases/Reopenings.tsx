import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { json } from '../api/client';
import { usePages } from '../api/pages';
import type { Page } from '../api/types';
import { t, tCode } from '../i18n/text';
import { dayText, readDay } from '../register/days';
import { Moment } from '../time/site';
import { Button } from '../ui/Button';
import { CommandForm, useCommand } from '../ui/CommandForm';
import type { Mistake } from '../ui/ErrorSummary';
import { fieldsOf, Radios, TextArea, TextField, useFields } from '../ui/Field';
import { Dialog } from '../ui/overlays';
import { Pages } from '../ui/Pages';
import { Badge, Failure } from '../ui/State';
import { Code, Name } from '../ui/text';
import type { Reopening } from './types';

/** Sealed records that somebody asks to open again, for the approver who decides. */
export function WaitingReopenings() {
  // Each reading is an entry of the log.
  const found = usePages<Reopening>('/api/party-reopenings', ['reopenings', 'waiting'], {}, { refetchOnWindowFocus: false });
  return (
    <section className="panel stack" id="reopenings">
      <h2>{t('cases.reopenings')}</h2>
      <p className="hint">{t('cases.reopeningsHint')}</p>
      <Pages pages={found} empty={<p className="hint">{t('cases.reopeningsNone')}</p>}>
        {(items) => <ReopeningList items={items} mayDecide named />}
      </Pages>
    </section>
  );
}

/** What was asked about the sealed records of one case, and what became of it. */
export function CaseReopenings({ caseId }: { caseId: string }) {
  const found = useQuery({
    queryKey: ['case', caseId, 'reopenings'],
    queryFn: async () => (await json<Page<Reopening>>(`/api/cases/${caseId}/party-reopenings`)).items,
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });
  if (found.error) return <Failure failure={found.error} retry={() => void found.refetch()} />;
  if (!found.data || found.data.length === 0) return null;
  return (
    <>
      <h3>{t('cases.reopenings')}</h3>
      <ReopeningList items={found.data} mayDecide={false} named={false} />
    </>
  );
}

function ReopeningList({ items, mayDecide, named }: { items: Reopening[]; mayDecide: boolean; named: boolean }) {
  const [deciding, setDeciding] = useState<Reopening | null>(null);
  return (
    <>
      {items.map((each) => (
        <article key={each.id} className="reopening stack" data-reopening={each.role}>
          <p className="summary">
            {named && (
              <Link to={`/cases/${each.caseId}`}>
                <Code>{each.caseCode}</Code>
              </Link>
            )}
            <strong>{tCode('cases.role', each.role)}</strong>
            {each.child && (
              <Badge tone="warn" icon="open">
                {t('cases.partyChild')}
              </Badge>
            )}
            <ReopeningBadge each={each} />
          </p>
          <p>
            <Name>{each.reason}</Name>
          </p>
          <p className="hint">
            {t('cases.reopenAskedBy')} <Name>{each.askedBy.displayName}</Name>, <Moment at={each.askedAt} />. {t('cases.partyDocument')}: <Code>{each.document}</Code>, <Name>{each.article}</Name>;{' '}
            {t('cases.partyUntil')} <Code>{dayText(each.until)}</Code>
          </p>
          {each.decision && (
            <p className="hint">
              {each.decision.number && each.decision.on && (
                <>
                  {tCode('cases.authority', each.decision.authority ?? '')}: <Code>{each.decision.number}</Code>, <Code>{dayText(each.decision.on)}</Code>.{' '}
                </>
              )}
              {each.decision.reason && (
                <>
                  <Name>{each.decision.reason}</Name>{' '}
                </>
              )}
              <Name>{each.decision.by.displayName}</Name>, <Moment at={each.decision.at} />
            </p>
          )}
          {mayDecide && <Button small label={t('cases.reopenDecide')} className="align-start" onClick={() => setDeciding(each)} />}
        </article>
      ))}
      <Dialog open={deciding !== null} onClose={() => setDeciding(null)} title={t('cases.reopenDecideTitle')}>
        {deciding && <DecisionForm each={deciding} onDone={() => setDeciding(null)} />}
      </Dialog>
    </>
  );
}

function ReopeningBadge({ each }: { each: Reopening }) {
  const outcome = each.decision?.outcome ?? 'WAITING';
  return <Badge tone={outcome === 'CONFIRMED' ? 'ok' : outcome === 'REFUSED' ? 'mute' : 'warn'}>{tCode('cases.reopening', outcome)}</Badge>;
}

/** The second person's word: on a paper of the prosecutor or the court, or no. */
function DecisionForm({ each, onDone }: { each: Reopening; onDone: () => void }) {
  const client = useQueryClient();
  const [fields, set] = useFields({ outcome: '', authority: '', number: '', on: '', reason: '' });
  const confirmed = fields.outcome === 'CONFIRMED';
  const command = useCommand({
    check: () => {
      const found: Mistake[] = [];
      if (!fields.outcome) found.push({ field: 'outcome', message: t('cases.reopenOutcomeMissing') });
      if (confirmed && !fields.authority) found.push({ field: 'authority', message: t('cases.authorityMissing') });
      if (confirmed && !fields.number.trim()) found.push({ field: 'number', message: t('cases.partyDocumentMissing') });
      if (confirmed && !readDay(fields.on)) found.push({ field: 'on', message: t('register.fDayWrong') });
      if (fields.outcome === 'REFUSED' && [...fields.reason.trim()].length < 10) found.push({ field: 'reason', message: t('cases.reasonWrong') });
      return found;
    },
    send: () =>
      json<Page<Reopening>>(`/api/cases/${each.caseId}/parties/${each.partyId}/reopening/decision`, {
        method: 'POST',
        body: confirmed
          ? { outcome: fields.outcome, authority: fields.authority, number: fields.number.trim(), on: readDay(fields.on), reason: fields.reason.trim() || null }
          : { outcome: fields.outcome, reason: fields.reason.trim() },
      }),
    done: () => {
      void client.invalidateQueries({ queryKey: ['reopenings'] });
      void client.invalidateQueries({ queryKey: ['case', each.caseId] });
      onDone();
    },
  });
  const field = fieldsOf(fields, command.wrong, set);
  return (
    <CommandForm command={command}>
      <p>{t('cases.reopenDecideHint')}</p>
      <Radios {...field('outcome')} label={t('cases.reopenOutcome')} of={['CONFIRMED', 'REFUSED'] as const} words="cases.reopenOutcome" />
      {confirmed && (
        <>
          <Radios {...field('authority')} label={t('cases.authority')} of={['PROSECUTOR', 'COURT'] as const} words={(one) => t(`cases.authority.${one}`)} />
          <div className="form-row">
            <TextField {...field('number')} label={t('cases.authorityNumber')} autoComplete="off" />
            <TextField {...field('on')} label={t('cases.authorityOn')} hint={t('register.fOnHint')} code autoComplete="off" />
          </div>
        </>
      )}
      {fields.outcome && <TextArea {...field('reason')} label={t('cases.reopenWhy')} optional={confirmed} rows={2} />}
    </CommandForm>
  );
}
