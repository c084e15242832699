import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { json } from '../api/client';
import type { Page } from '../api/types';
import { t, tCode } from '../i18n/text';
import { DecisionForm } from '../keep/DecisionForm';
import { dayText } from '../register/days';
import { Moment } from '../time/site';
import { Button } from '../ui/Button';
import { Dialog, toast } from '../ui/overlays';
import { Failure } from '../ui/State';
import { Code, Name } from '../ui/text';
import type { RoleGrant } from './types';

/** Roles that another administrator is to confirm; those that one may confirm oneself come first. */
export function WaitingGrants() {
  const found = useQuery({ queryKey: ['role-grants'], queryFn: async () => (await json<Page<RoleGrant>>('/api/role-grants')).items });
  if (found.error) return <Failure failure={found.error} retry={() => void found.refetch()} />;
  if (!found.data?.length) return null;
  const grants = [...found.data].sort((one, other) => Number(other.mayDecide) - Number(one.mayDecide));
  return (
    <section className="panel stack" aria-labelledby="role-grants">
      <h2 id="role-grants">{t('people.grants')}</h2>
      <p className="hint">{t('people.grantsHint')}</p>
      <ul className="plain-list stack">
        {grants.map((grant) => (
          <li key={grant.id} data-grant={grant.username}>
            <Grant grant={grant} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Grant({ grant }: { grant: RoleGrant }) {
  const [open, setOpen] = useState(false);
  const client = useQueryClient();
  const settled = () => {
    setOpen(false);
    toast(t('people.done', { name: grant.person.displayName }));
    void client.invalidateQueries({ queryKey: ['role-grants'] });
    void client.invalidateQueries({ queryKey: ['people'] });
  };
  const withdraw = useMutation({
    mutationFn: () => json<RoleGrant>(`/api/role-grants/${grant.id}/withdrawal`, { method: 'POST', body: {} }),
    onSuccess: settled,
  });
  return (
    <>
      <p>
        <strong>
          <Name>{grant.person.displayName}</Name>
        </strong>{' '}
        <Code>{grant.username}</Code> · <bdi>{grant.areaName ?? t('people.wholeSite')}</bdi>
      </p>
      <p>
        {grant.roles.map((role) => tCode('app.role', role) + (grant.lastDays[role] ? ` (${t('people.until')} ${dayText(grant.lastDays[role])})` : '')).join(', ')}
        {' · '}
        {grant.causes.map((cause) => tCode('people.cause', cause)).join(', ')}
      </p>
      <p className="hint">
        {grant.grantedBy.length > 0 && t('people.grantedBy', { name: grant.grantedBy.map((each) => each.displayName).join(', ') })} <Moment at={grant.grantedAt} /> · {t('people.grantUntil')}{' '}
        <Moment at={grant.until} />
      </p>
      {grant.why && <p className="hint">{tCode('people.why', grant.why, t('people.why.other'))}</p>}
      {withdraw.error && <Failure failure={withdraw.error} />}
      <div className="form-end">
        {grant.mayDecide && <Button small kind="primary" label={t('people.grantDecide')} onClick={() => setOpen(true)} />}
        {grant.mayWithdraw && <Button small label={t('people.grantWithdraw')} disabled={withdraw.isPending} onClick={() => withdraw.mutate()} />}
      </div>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('people.grantOf', { name: grant.person.displayName })}>
        <DecisionForm<RoleGrant> path={`/api/role-grants/${grant.id}/decision`} hint={t('people.grantDecideHint')} onDone={settled} />
      </Dialog>
    </>
  );
}
