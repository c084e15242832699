import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { json } from '../api/client';
import { useCase, useUser } from '../api/queries';
import { may } from '../api/rights';
import { t, tCode } from '../i18n/text';
import { CaseEnd } from '../keep/CaseEnd';
import { RequestBadge } from '../requests/RequestBadge';
import { RequestLink } from '../requests/RequestLink';
import type { RequestState } from '../requests/types';
import { Moment, MomentRange } from '../time/site';
import { ButtonLink } from '../ui/Button';
import { CommandForm, useCommand } from '../ui/CommandForm';
import { Checks, Option, Options, TextArea } from '../ui/Field';
import { Badge, QueryState } from '../ui/State';
import { Code, Name, PageHead, usePageTitle } from '../ui/text';
import { CaseAnalysisJobs } from '../vehicles/AnalysisJobs';
import { CaseIncidents } from './CaseIncidents';
import { CasePasses } from './CasePasses';
import { CasePeople } from './CasePeople';
import { CasePlace } from './CasePlace';
import { CaseBadge } from './CasesPage';
import { CaseTimeline } from './CaseTimeline';
import { CaseVehicles } from './CaseVehicles';
import css from './cases.module.css';
import { type Case, type Clarified, clarifiedKinds } from './types';

/** One case: what happened, its requests, its outcome. */
export function CasePage() {
  const { id } = useParams();
  const found = useCase(id);
  usePageTitle(found.data ? `${found.data.code} ${found.data.title}` : t('cases.title'));
  const user = useUser();
  if (!found.data) return <QueryState query={found} />;
  const each = found.data;
  return (
    <>
      <PageHead
        title={
          <>
            <Code>{each.code}</Code> <Name>{each.title}</Name>
          </>
        }
        lead={
          <p className="summary">
            <CaseBadge state={each.state} />
            <span>{each.typeName}</span>
            <span>{each.occurredTo ? <MomentRange from={each.occurredFrom} to={each.occurredTo} /> : <Moment at={each.occurredFrom} />}</span>
            {each.protection !== 'NONE' && (
              <Badge tone="warn" icon="hidden">
                {tCode('cases.protection', each.protection)}
              </Badge>
            )}
            <bdi>{[each.place, each.areaName].filter(Boolean).join(' · ')}</bdi>
          </p>
        }
        actions={
          each.state === 'OPEN' && (
            <>
              {may(user, 'findVehicles') && <ButtonLink icon="vehicle" label={t('vehicles.title')} to={`/vehicles?case=${each.id}`} />}
              {may(user, 'request') && (
                <ButtonLink
                  kind="primary"
                  icon="request"
                  label={t('cases.request')}
                  to={`/requests/new/what?by=case&case=${each.id}&from=${each.occurredFrom}${each.occurredTo ? `&to=${each.occurredTo}` : ''}`}
                />
              )}
            </>
          )
        }
      />
      {each.description && (
        <p className={css.prose} dir="auto">
          {each.description}
        </p>
      )}
      <p className="hint">
        {t('cases.opened', { name: each.openedBy.displayName })} · <Moment at={each.openedAt} />
      </p>
      <section className="panel stack">
        <h2>{t('cases.requests')}</h2>
        {each.requests.length === 0 ? (
          <p className="hint">{t('cases.noRequests')}</p>
        ) : (
          <ul className="link-rows">
            {each.requests.map((request) => (
              <li key={request.id}>
                <RequestLink request={request} />
                <RequestBadge state={request.state as RequestState} />
              </li>
            ))}
          </ul>
        )}
      </section>
      <CaseIncidents each={each} />
      <CasePlace each={each} />
      <CasePeople each={each} />
      <CaseVehicles each={each} />
      <CasePasses each={each} />
      <CaseAnalysisJobs each={each} />
      <CaseTimeline id={each.id} />
      <section className="panel stack">
        <h2>{t('cases.outcome')}</h2>
        {each.outcome ? <Outcome outcome={each.outcome} /> : may(user, 'request') ? <OutcomeForm id={each.id} /> : <p className="hint">{t('cases.outcomeNone')}</p>}
      </section>
      {each.outcome && <CaseEnd id={each.id} />}
    </>
  );
}

function Outcome({ outcome }: { outcome: NonNullable<Case['outcome']> }) {
  return (
    <>
      <p>
        <strong>{t(outcome.clarified ? 'cases.clarifiedYes' : 'cases.clarifiedNo')}</strong>
        {outcome.clarifiedBy.length > 0 && <>: {outcome.clarifiedBy.map((kind) => tCode('cases.by', kind)).join(', ')}</>}
      </p>
      {outcome.note && <p dir="auto">{outcome.note}</p>}
    </>
  );
}

function OutcomeForm({ id }: { id: string }) {
  const client = useQueryClient();
  const [clarified, setClarified] = useState<boolean | null>(null);
  const [kinds, setKinds] = useState<Clarified[]>([]);
  const [note, setNote] = useState('');
  const command = useCommand({
    check: () => (clarified === null ? [{ field: 'clarified', message: t('cases.clarifiedMissing') }] : []),
    send: () => json<Case>(`/api/cases/${id}/outcome`, { method: 'POST', body: { clarified, clarifiedBy: clarified ? kinds : [], note: note.trim() } }),
    done: () => {
      void client.invalidateQueries({ queryKey: ['case', id] });
      void client.invalidateQueries({ queryKey: ['cases'] });
    },
  });
  return (
    <CommandForm command={command} label={t('cases.outcomeNote')} kind="plain">
      <p className="hint">{t('cases.outcomeNone')}</p>
      <Options id="clarified" label={t('cases.clarified')} error={command.wrong('clarified')}>
        <Option type="radio" name="clarified" label={t('cases.clarifiedYes')} checked={clarified === true} onChange={() => setClarified(true)} />
        <Option type="radio" name="clarified" label={t('cases.clarifiedNo')} checked={clarified === false} onChange={() => setClarified(false)} />
      </Options>
      {clarified && <ClarifiedKinds value={kinds} onChange={setKinds} />}
      <TextArea id="note" label={t('cases.note')} optional value={note} onText={setNote} />
    </CommandForm>
  );
}

/** Which things the footage made clear. */
export function ClarifiedKinds({ value, onChange }: { value: Clarified[]; onChange: (kinds: Clarified[]) => void }) {
  return <Checks label={t('cases.clarifiedBy')} of={clarifiedKinds} chosen={value} words="cases.by" onChoose={onChange} />;
}
