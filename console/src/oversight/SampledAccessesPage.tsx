import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { json } from '../api/client';
import { usePages } from '../api/pages';
import { t, tCode } from '../i18n/text';
import { dayText } from '../register/days';
import { dateText } from '../time/format';
import { Moment, MomentRange, useSiteTime } from '../time/site';
import { useAddress } from '../ui/address';
import { Button } from '../ui/Button';
import { CommandForm, useCommand } from '../ui/CommandForm';
import { DataTable } from '../ui/DataTable';
import type { Mistake } from '../ui/ErrorSummary';
import { Option, Options, TextArea } from '../ui/Field';
import { Dialog, toast } from '../ui/overlays';
import { Pages } from '../ui/Pages';
import { Segments } from '../ui/Segments';
import { Badge, Empty } from '../ui/State';
import { Code, Name, PageFrame } from '../ui/text';
import { TargetName } from './findingText';
import { nextDraw } from './nextDraw';
import { type Review, type ReviewAnswer, reviewAnswers } from './types';

/** The looks that were drawn by lot, for auditors: what waits, the oldest first, or what is answered. */
export function SampledAccessesPage() {
  const { now, zone } = useSiteTime();
  const [search, change] = useAddress();
  const [answering, setAnswering] = useState<Review | null>(null);
  const state = search.get('state') ?? 'WAITING';
  const reviews = usePages<Review>('/api/sampled-accesses', ['sampledLooks'], { state });
  return (
    <PageFrame title={t('oversight.reviews')} lead={t('oversight.reviewsLead')}>
      <div className="toolbar">
        <Segments label={t('oversight.filter')} of={['WAITING', 'ANSWERED']} chosen={state} words="oversight.reviewState" onChoose={(each) => change({ state: each })} />
      </div>
      <Pages
        pages={reviews}
        empty={
          <Empty icon="look" title={t('oversight.reviewsNone')}>
            <p>{t('oversight.reviewsNoneMore', { day: dateText(nextDraw(now(), zone), zone) })}</p>
          </Empty>
        }
      >
        {(items) => <ReviewTable items={items} onAnswer={setAnswering} />}
      </Pages>
      <Dialog open={answering !== null} onClose={() => setAnswering(null)} title={t('oversight.reviewQuestion')} wide>
        {answering && <AnswerForm review={answering} onDone={() => setAnswering(null)} />}
      </Dialog>
    </PageFrame>
  );
}

function ReviewTable({ items, onAnswer }: { items: Review[]; onAnswer: (review: Review) => void }) {
  return (
    <DataTable heads={[t('oversight.colLook'), t('oversight.colPerson'), t('oversight.colCase'), t('oversight.colReviewer'), t('oversight.colState')]} cards>
      {items.map((each) => (
        <tr key={each.id}>
          <th scope="row">
            <LookWords review={each} />
          </th>
          <td data-label={t('oversight.colPerson')}>
            <Name>{each.person.displayName}</Name>
          </td>
          <td data-label={t('oversight.colCase')}>{each.covered ? <Badge tone={each.covered === 'OPEN_CASE' ? 'ok' : 'mute'}>{tCode('oversight.covered', each.covered)}</Badge> : '–'}</td>
          <td data-label={t('oversight.colReviewer')}>
            {each.reviewer ? <Name>{each.reviewer.displayName}</Name> : t('oversight.reviewerNone')}
            {each.sameUnit && <small className="block">{t('oversight.sameUnit')}</small>}
          </td>
          <td>
            <Progress review={each} onAnswer={onAnswer} />
          </td>
        </tr>
      ))}
    </DataTable>
  );
}

function LookWords({ review }: { review: Review }) {
  return (
    <>
      {tCode('oversight.kind', review.kind)} · <Moment at={review.at} />
      {review.target.id && (
        <small className="block">
          <TargetName target={review.target} />
        </small>
      )}
      {review.from !== review.to && (
        <small className="block">
          {t('oversight.colFootage')}: <MomentRange from={review.from} to={review.to} />
        </small>
      )}
      <small className="block">
        <Link to={`/audit/${review.entry}`}>{t('oversight.entry', { index: review.entry })}</Link>
        {' · '}
        {t('oversight.weekOf')} <Code>{dayText(review.week)}</Code>
      </small>
    </>
  );
}

const tones = { PLAIN: 'ok', NOT_PLAIN: 'bad', CANNOT_TELL: 'warn' } as const;

function Progress({ review, onAnswer }: { review: Review; onAnswer: (review: Review) => void }) {
  const { answer } = review;
  if (answer) {
    return (
      <>
        <Badge tone={tones[answer.answer]}>{tCode('oversight.answer', answer.answer)}</Badge>
        <small className="block" dir="auto">
          {answer.reason}
        </small>
        <small className="block">
          <Name>{answer.by.displayName}</Name>, <Moment at={answer.at} />
          {answer.findingId && (
            <>
              {' · '}
              <Link to={`/findings/${answer.findingId}`}>{t('oversight.colFinding')}</Link>
            </>
          )}
        </small>
      </>
    );
  }
  return (
    <>
      {review.overdue ? (
        <Badge tone="bad" icon="time">
          {t('oversight.reviewOverdue')}
        </Badge>
      ) : (
        <small className="block">
          {t('oversight.reviewDue')} <Moment at={review.dueAt} />
        </small>
      )}
      {review.mayAnswer && (
        <p>
          <Button small label={t('oversight.reviewAnswer')} onClick={() => onAnswer(review)} />
        </p>
      )}
    </>
  );
}

function AnswerForm({ review, onDone }: { review: Review; onDone: () => void }) {
  const client = useQueryClient();
  const [answer, setAnswer] = useState<ReviewAnswer | null>(null);
  const [reason, setReason] = useState('');
  const command = useCommand({
    check: () => {
      const found: Mistake[] = [];
      if (!answer) found.push({ field: 'answer', message: t('oversight.answerMissing') });
      const length = [...reason.trim()].length;
      if (length < 10 || length > 1000) found.push({ field: 'reason', message: t('oversight.reasonWrong') });
      return found;
    },
    send: () => json<Review>(`/api/sampled-accesses/${review.id}/answer`, { method: 'POST', body: { answer, reason: reason.trim() } }),
    done: () => {
      void client.invalidateQueries({ queryKey: ['sampledLooks'] });
      void client.invalidateQueries({ queryKey: ['findings'] });
      toast(t('oversight.reviewSaved'));
      onDone();
    },
  });
  const { wrong } = command;
  return (
    <CommandForm command={command}>
      <p>
        <strong>
          <Name>{review.person.displayName}</Name>
        </strong>{' '}
        <LookWords review={review} />
      </p>
      <Options id="answer" label={t('oversight.reviewQuestion')} error={wrong('answer')}>
        {reviewAnswers.map((each) => (
          <Option
            key={each}
            type="radio"
            name="answer"
            label={tCode('oversight.answer', each)}
            {...(each === 'NOT_PLAIN' ? { hint: t('oversight.answerOpens') } : {})}
            checked={answer === each}
            onChange={() => setAnswer(each)}
          />
        ))}
      </Options>
      <TextArea id="reason" label={t('oversight.reason')} hint={t('oversight.reasonHint')} error={wrong('reason')} rows={3} value={reason} onText={setReason} />
    </CommandForm>
  );
}
