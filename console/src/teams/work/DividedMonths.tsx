import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { json } from '../../api/client';
import { t, tCode } from '../../i18n/text';
import { dayText } from '../../register/days';
import { Button } from '../../ui/Button';
import { saved } from '../../ui/overlays';
import { Badge, Failure } from '../../ui/State';
import { Code, Name } from '../../ui/text';
import { useTeamsChanged } from '../queries';
import { useWorkList } from './queries';
import type { DividedMonth, PaySheet } from './types';
import { monthText, useCommune } from './words';

const tones = { MISSING: 'warn', CALCULATED: 'info', DECIDED: 'ok' } as const;

/** The months that a divided commune left undecided: which of its parts have no sheet yet, and who makes it. */
export function DividedMonths({ commune }: { commune: string }) {
  const months = useWorkList<DividedMonth>('/api/team-pay/divided', { communeId: commune });
  if (months.error) return <Failure failure={months.error} />;
  if (!months.data || months.data.length === 0) return null;
  return (
    <section className="panel stack" id="divided-months">
      <h2>{t('work.divided')}</h2>
      <p className="hint">{t('work.dividedHint')}</p>
      <ul className="plain-list stack">
        {months.data.map((each) => (
          <li key={`${each.formerId} ${each.month}`} className="stack">
            <p className="summary">
              <strong>{monthText(each.month)}</strong>
              <Name>{each.former}</Name>
              <span className="hint">
                {t('work.lastDayOf')} <Code>{dayText(each.lastDay)}</Code>
              </span>
            </p>
            <ul className="link-rows">
              {each.parts.map((part) => (
                <li key={part.communeId}>
                  <Name>{part.name}</Name>
                  <span className="summary">
                    <Badge tone={tones[part.state]}>{tCode('work.partState', part.state)}</Badge>
                    {part.state === 'MISSING' && part.mayCalculate && <Calculate commune={part.communeId} month={each.month} name={part.name} />}
                  </span>
                  <small>
                    {t('work.teamCount', { count: part.teams })} · {tCode('work.partWho', part.state)}
                  </small>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Calculate({ commune, month, name }: { commune: string; month: string; name: string }) {
  const changed = useTeamsChanged();
  const navigate = useNavigate();
  const calculate = useMutation({
    mutationFn: () => json<PaySheet>('/api/team-pay/sheets', { method: 'POST', body: { communeId: commune, month } }),
    onSuccess: saved(changed, (made) => void navigate(`/teams/pay/${made.id}`)),
  });
  return (
    <>
      <Button small kind="quiet" label={t('work.calculateIn', { commune: name })} disabled={calculate.isPending} onClick={() => calculate.mutate()} />
      {calculate.error && <Failure failure={calculate.error} />}
    </>
  );
}

/** The same among what waits, for who works for one commune; a line that leads to the page of pay. */
export function DividedWaiting() {
  const commune = useCommune();
  const months = useWorkList<DividedMonth>('/api/team-pay/divided', { communeId: commune }, Boolean(commune));
  const missing = new Set((months.data ?? []).flatMap((each) => each.parts.filter((part) => part.state === 'MISSING').map((part) => part.name)));
  if (missing.size === 0) return null;
  return (
    <section className="panel stack" id="divided-waiting">
      <h2>{t('work.divided')}</h2>
      <p>
        <Link to={`/teams/pay?commune=${commune}`}>{t('work.dividedCount', { count: months.data!.length })}</Link>: <bdi>{[...missing].join(', ')}</bdi>
      </p>
    </section>
  );
}
