import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { json } from '../api/client';
import { useCaseOfficers, useUser } from '../api/queries';
import { may } from '../api/rights';
import type { Page } from '../api/types';
import { t, tCode } from '../i18n/text';
import { dayText } from '../register/days';
import { Button } from '../ui/Button';
import { Choose } from '../ui/Field';
import { Dialog } from '../ui/overlays';
import { Badge, Failure, Loading, QueryState } from '../ui/State';
import { Code, Name } from '../ui/text';
import { AskToReopen, EraseParty, NewParty, PartyBasis } from './PartyForms';
import { CaseReopenings } from './Reopenings';
import type { Case, CaseOfficers, Party, PartyDetails } from './types';

/** Who works on a case, and, for them alone, the people of the case by role. A list names nobody. */
export function CasePeople({ each }: { each: Case }) {
  const user = useUser();
  const officers = useCaseOfficers(each.id);
  const on = officers.data?.items.some((officer) => officer.id === user.id) ?? false;
  return (
    <section className="panel stack" id="people-of-case">
      <h2>{t('cases.peopleTitle')}</h2>
      <QueryState query={officers} />
      {officers.data && <Officers each={each} officers={officers.data} mayChange={on || may(user, 'decide')} />}
      {officers.data && (on ? <Parties each={each} /> : <p className="hint">{t('cases.peopleClosed')}</p>)}
      {officers.data && (on || may(user, 'decide')) && <CaseReopenings caseId={each.id} />}
    </section>
  );
}

function Officers({ each, officers, mayChange }: { each: Case; officers: CaseOfficers; mayChange: boolean }) {
  const [chosen, setChosen] = useState('');
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: (what: { path: string; body: object }) => json<CaseOfficers>(`/api/cases/${each.id}/officers${what.path}`, { method: 'POST', body: what.body }),
    onSuccess: (now) => {
      client.setQueryData(['case', each.id, 'officers'], now);
      setChosen('');
    },
  });
  return (
    <>
      <h3>{t('cases.officers')}</h3>
      <ul className="link-rows">
        {officers.items.map((officer) => (
          <li key={officer.id}>
            <Name>{officer.displayName}</Name>
            {mayChange && officers.items.length > 1 && (
              <Button small kind="quiet" label={t('cases.officerOff')} disabled={change.isPending} onClick={() => change.mutate({ path: `/${officer.id}/end`, body: {} })} />
            )}
          </li>
        ))}
      </ul>
      {change.error && <Failure failure={change.error} />}
      {mayChange && officers.possible.length > 0 && (
        <div className="form">
          <Choose id="officer" label={t('cases.officerNew')} none={t('cases.officerChoose')} of={officers.possible} words={(person) => person.displayName} value={chosen} onText={setChosen} />
          <Button label={t('cases.officerOn')} className="align-start" disabled={!chosen || change.isPending} onClick={() => change.mutate({ path: '', body: { personId: chosen } })} />
        </div>
      )}
    </>
  );
}

type Act = { what: 'read' | 'basis' | 'erase' | 'reopen'; party: Party } | { what: 'new' };

function Parties({ each }: { each: Case }) {
  const [act, setAct] = useState<Act | null>(null);
  const parties = useQuery({
    queryKey: ['case', each.id, 'parties'],
    queryFn: async () => (await json<Page<Party>>(`/api/cases/${each.id}/parties`)).items,
    staleTime: 60_000,
    refetchOnWindowFocus: false, // Each reading is an entry of the log.
  });
  const close = () => setAct(null);
  return (
    <>
      <h3>{t('cases.parties')}</h3>
      <p className="hint">{t('cases.partiesHint')}</p>
      <QueryState query={parties} />
      {parties.data?.length === 0 && <p className="hint">{t('cases.partiesNone')}</p>}
      {parties.data && parties.data.length > 0 && (
        <ul className="link-rows">
          {parties.data.map((party) => (
            <li key={party.id} data-party={party.role}>
              <strong>{tCode('cases.role', party.role)}</strong>
              {party.child && (
                <Badge tone="warn" icon="hidden">
                  {t('cases.partyChild')}
                </Badge>
              )}
              <span>
                {t('cases.partyUntil')} <Code>{dayText(party.until)}</Code>
              </span>
              {party.state === 'OPEN' ? (
                <>
                  <Button small label={t('cases.partyRead')} onClick={() => setAct({ what: 'read', party })} />
                  <Button small kind="quiet" label={t('cases.partyBasis')} onClick={() => setAct({ what: 'basis', party })} />
                  <Button small kind="quiet" label={t('cases.partyErase')} onClick={() => setAct({ what: 'erase', party })} />
                </>
              ) : (
                <>
                  <Badge tone="mute" icon="closed">
                    {tCode('cases.partyState', party.state)}
                  </Badge>
                  {party.state === 'SEALED' && <Button small kind="quiet" label={t('cases.reopenAsk')} onClick={() => setAct({ what: 'reopen', party })} />}
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {each.state === 'OPEN' && <Button icon="add" label={t('cases.partyNew')} className="align-start" onClick={() => setAct({ what: 'new' })} />}
      <Dialog open={act?.what === 'new'} onClose={close} title={t('cases.partyNew')} wide>
        <NewParty caseId={each.id} onDone={close} />
      </Dialog>
      <Dialog open={act?.what === 'read'} onClose={close} title={act?.what === 'read' ? tCode('cases.role', act.party.role) : ''}>
        {act?.what === 'read' && <Details caseId={each.id} party={act.party} />}
      </Dialog>
      <Dialog open={act?.what === 'basis'} onClose={close} title={t('cases.partyBasis')}>
        {act?.what === 'basis' && <PartyBasis caseId={each.id} party={act.party} onDone={close} />}
      </Dialog>
      <Dialog open={act?.what === 'reopen'} onClose={close} title={t('cases.reopenAsk')}>
        {act?.what === 'reopen' && <AskToReopen caseId={each.id} party={act.party} onDone={close} />}
      </Dialog>
      <Dialog open={act?.what === 'erase'} onClose={close} title={t('cases.partyErase')}>
        {act?.what === 'erase' && <EraseParty caseId={each.id} party={act.party} onDone={close} />}
      </Dialog>
    </>
  );
}

/** Who somebody is: read anew each time, kept nowhere, and each reading is an entry of the log. */
function Details({ caseId, party }: { caseId: string; party: Party }) {
  const read = useQuery({
    queryKey: ['case', caseId, 'party', party.id],
    queryFn: () => json<PartyDetails>(`/api/cases/${caseId}/parties/${party.id}`),
    gcTime: 0,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
  if (read.isPending) return <Loading />;
  if (!read.data) return <Failure failure={read.error} />;
  const { name, contact, document, article } = read.data;
  const rows = [
    ['cases.partyName', name],
    ['cases.partyContact', contact],
    ['cases.partyDocument', document],
    ['cases.partyArticle', article],
  ] as const;
  return (
    <>
      <dl className="facts">
        {rows.map(
          ([label, value]) =>
            value && (
              <div key={label}>
                <dt>{t(label)}</dt>
                <dd>
                  <Name>{value}</Name>
                </dd>
              </div>
            ),
        )}
      </dl>
      <p className="hint">{t('cases.partyReadHint')}</p>
    </>
  );
}
