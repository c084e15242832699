import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call, query } from '../api/client';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { t } from '../i18n/text';
import { markLetter, placeText } from '../map/sector';
import { Moment, useSiteTime } from '../time/site';
import { Button, ButtonLink } from '../ui/Button';
import { CommandForm, useCommand } from '../ui/CommandForm';
import { TextArea } from '../ui/Field';
import { Dialog } from '../ui/overlays';
import { Badge, QueryState } from '../ui/State';
import { Code, Name } from '../ui/text';
import css from './cases.module.css';
import { IncidentForm } from './IncidentForm';
import { IncidentTime, useIncidents } from './incidents';
import { searchSpan } from './span';
import type { Case, Incident } from './types';

const shortestReason = 10;

/** The single happenings that a case joins, each with a time and a place of its own. */
export function CaseIncidents({ each }: { each: Case }) {
  const user = useUser();
  const [form, setForm] = useState<{ incident: Incident | null } | null>(null);
  const [withdrawing, setWithdrawing] = useState<Incident | null>(null);
  const incidents = useIncidents(each.id);
  const investigates = may(user, 'request');
  const open = investigates && each.state === 'OPEN';
  const held = incidents.data?.filter((incident) => !incident.withdrawn) ?? [];
  const withdrawn = incidents.data?.filter((incident) => incident.withdrawn) ?? [];
  const placed = held.filter((incident) => incident.point);
  return (
    <section className="panel stack" id="incidents-of-case">
      <h2>{t('cases.incidents')}</h2>
      <QueryState query={incidents} />
      {incidents.data && held.length === 0 && <p className="hint">{t('cases.incidentsNone')}</p>}
      {held.length > 0 && (
        <ol className={css.incidents}>
          {held.map((incident) => (
            <li key={incident.id} data-incident={incident.title}>
              <Told incident={incident} letter={incident.point ? markLetter(placed.indexOf(incident)) : null} />
              <p className="actions">
                {incident.point && may(user, 'find') && <FindLink each={each} incident={incident} />}
                {open && (
                  <>
                    <ButtonLink
                      kind="quiet"
                      small
                      icon="request"
                      label={t('cases.request')}
                      to={`/requests/new/what${query({ by: 'case', case: each.id, incident: incident.id, from: incident.occurredFrom, to: incident.occurredTo })}`}
                    />
                    <Button kind="quiet" small label={t('cases.incidentCorrect')} onClick={() => setForm({ incident })} />
                  </>
                )}
                {investigates && <Button kind="quiet" small label={t('cases.incidentWithdraw')} onClick={() => setWithdrawing(incident)} />}
              </p>
            </li>
          ))}
        </ol>
      )}
      {withdrawn.length > 0 && (
        <details>
          <summary>{t('cases.incidentsWithdrawn', { count: withdrawn.length })}</summary>
          <ol className={css.incidents}>
            {withdrawn.map((incident) => (
              <li key={incident.id} data-withdrawn={incident.title}>
                <Told incident={incident} letter={null} />
              </li>
            ))}
          </ol>
        </details>
      )}
      {open && <Button icon="add" label={t('cases.incidentAdd')} className="align-start" onClick={() => setForm({ incident: null })} />}
      <Dialog open={form !== null} onClose={() => setForm(null)} title={t(form?.incident ? 'cases.incidentCorrectTitle' : 'cases.incidentAdd')} wide>
        {form && <IncidentForm each={each} incident={form.incident} onDone={() => setForm(null)} />}
      </Dialog>
      <Dialog open={withdrawing !== null} onClose={() => setWithdrawing(null)} title={t('cases.incidentWithdrawTitle')}>
        {withdrawing && <Withdraw caseId={each.id} incident={withdrawing} onDone={() => setWithdrawing(null)} />}
      </Dialog>
    </section>
  );
}

function Told({ incident, letter }: { incident: Incident; letter: string | null }) {
  return (
    <>
      <p className={css.incidentHead}>
        {letter && (
          <span className="candidate-rank" dir="ltr" title={t('cases.mapIncident')}>
            {letter}
          </span>
        )}
        <strong>
          <Name>{incident.title}</Name>
        </strong>
        {incident.typeName && <Badge tone="mute">{incident.typeName}</Badge>}
        {incident.withdrawn && <Badge tone="warn">{t('cases.incidentWithdrawnMark')}</Badge>}
      </p>
      <p className={css.incidentFacts}>
        <span>
          <IncidentTime incident={incident} />
        </span>
        {incident.place && <Name>{incident.place}</Name>}
        {incident.report && (
          <span>
            {t('cases.incidentReport')} <Code>{incident.report}</Code>
          </span>
        )}
      </p>
      {incident.note && (
        <p className={css.prose} dir="auto">
          {incident.note}
        </p>
      )}
      {incident.changes.map((change) => (
        <p key={change.at} className="hint">
          <Moment at={change.at} /> · <Name>{change.by.displayName}</Name>: <bdi>{change.reason}</bdi>
        </p>
      ))}
    </>
  );
}

function FindLink({ each, incident }: { each: Case; incident: Incident }) {
  const user = useUser();
  const { now } = useSiteTime();
  const { latitude, longitude } = incident.point!;
  return (
    <ButtonLink
      kind="quiet"
      small
      icon="map"
      label={t('cases.placeFind')}
      to={`/find${query({ at: placeText([latitude, longitude]), ...searchSpan(incident, now()), ...(may(user, 'request') && each.state === 'OPEN' && { case: each.id, incident: incident.id }) })}`}
    />
  );
}

function Withdraw({ caseId, incident, onDone }: { caseId: string; incident: Incident; onDone: () => void }) {
  const [reason, setReason] = useState('');
  const client = useQueryClient();
  const command = useCommand({
    check: () => (reason.trim().length < shortestReason ? [{ field: 'reason', message: t('cases.reasonWrong') }] : []),
    send: () => call(`/api/cases/${caseId}/incidents/${incident.id}/withdrawal`, { method: 'POST', body: { reason: reason.trim() } }),
    done: () => {
      void client.invalidateQueries({ queryKey: ['case', caseId] });
      onDone();
    },
  });
  return (
    <CommandForm command={command} label={t('cases.incidentWithdrawTitle')} kind="danger">
      <p>
        <Name>{incident.title}</Name> · <IncidentTime incident={incident} />
      </p>
      <p className="hint">{t('cases.incidentWithdrawMore')}</p>
      <TextArea id="reason" label={t('cases.incidentWithdrawReason')} hint={t('cases.reasonHint')} error={command.wrong('reason')} rows={2} value={reason} onText={setReason} />
    </CommandForm>
  );
}
