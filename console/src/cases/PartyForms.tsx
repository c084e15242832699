import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { call } from '../api/client';
import { isReason } from '../emergency/types';
import { t } from '../i18n/text';
import { dayText, readDay } from '../register/days';
import { CommandForm, useCommand } from '../ui/CommandForm';
import type { Mistake } from '../ui/ErrorSummary';
import { fieldsOf, Option, Radios, TextArea, TextField, useFields } from '../ui/Field';
import { type Party, type PartyRole, partyRoles } from './types';

const shortestReason = 10;

interface Basis {
  document: string;
  article: string;
  from: string;
  until: string;
}
type Wrong = (field: string) => string | undefined;

/** Records somebody in a case, on a legal basis and until an end date. */
export function NewParty({ caseId, onDone }: { caseId: string; onDone: () => void }) {
  const [fields, set] = useFields({ role: '' as PartyRole | '', child: false, name: '', contact: '', document: '', article: '', from: '', until: '' });
  const check = () => {
    const found: Mistake[] = [];
    if (!fields.role) found.push({ field: 'role', message: t('cases.partyRoleMissing') });
    if (!fields.name.trim()) found.push({ field: 'name', message: t('cases.partyNameMissing') });
    return [...found, ...basisMistakes(fields)];
  };
  const body = () => ({ role: fields.role, child: fields.child, name: fields.name.trim(), contact: fields.contact.trim() || null, ...basisBody(fields) });
  const field = (wrong: Wrong) => fieldsOf(fields, wrong, set);
  return (
    <PartyForm caseId={caseId} path="" body={body} check={check} onDone={onDone}>
      {(wrong) => (
        <>
          <Radios id="role" label={t('cases.partyRole')} error={wrong('role')} of={partyRoles} value={fields.role} words="cases.role" onText={(role) => set({ role })} />
          <Option type="checkbox" label={t('cases.partyChild')} hint={t('cases.partyChildHint')} checked={fields.child} onChange={(event) => set({ child: event.target.checked })} />
          <TextField {...field(wrong)('name')} label={t('cases.partyName')} autoComplete="off" />
          <TextField {...field(wrong)('contact')} label={t('cases.partyContact')} hint={t('cases.partyContactHint')} optional autoComplete="off" />
          <BasisFields value={fields} onChange={set} wrong={wrong} />
        </>
      )}
    </PartyForm>
  );
}

/** Puts a record on another legal basis with another end. */
export function PartyBasis({ caseId, party, onDone }: { caseId: string; party: Party; onDone: () => void }) {
  const [fields, set] = useFields<Basis>({ document: '', article: '', from: dayText(party.from), until: dayText(party.until) });
  return (
    <PartyForm caseId={caseId} path={`/${party.id}/basis`} body={() => basisBody(fields)} check={() => basisMistakes(fields)} onDone={onDone}>
      {(wrong) => <BasisFields value={fields} onChange={set} wrong={wrong} />}
    </PartyForm>
  );
}

/** Asks that a sealed record be opened again, on a new legal basis. */
export function AskToReopen({ caseId, party, onDone }: { caseId: string; party: Party; onDone: () => void }) {
  const [fields, set] = useFields({ reason: '', document: '', article: '', from: '', until: '' });
  const check = () => [...(isReason(fields.reason) ? [] : [{ field: 'reason', message: t('emergency.reasonWrong') }]), ...basisMistakes(fields)];
  return (
    <PartyForm caseId={caseId} path={`/${party.id}/reopening`} body={() => ({ reason: fields.reason.trim(), ...basisBody(fields) })} check={check} onDone={onDone}>
      {(wrong) => (
        <>
          <p>{t('cases.reopenAskHint')}</p>
          <TextArea id="reason" label={t('cases.reopenReason')} error={wrong('reason')} rows={3} value={fields.reason} onText={(reason) => set({ reason })} />
          <BasisFields value={fields} onChange={set} wrong={wrong} />
        </>
      )}
    </PartyForm>
  );
}

export function EraseParty({ caseId, party, onDone }: { caseId: string; party: Party; onDone: () => void }) {
  const [reason, setReason] = useState('');
  const check = () => (reason.trim().length < shortestReason ? [{ field: 'reason', message: t('cases.reasonWrong') }] : []);
  return (
    <PartyForm caseId={caseId} path={`/${party.id}/erasure`} body={() => ({ reason: reason.trim() })} check={check} onDone={onDone}>
      {(wrong) => (
        <>
          <p>{t('cases.partyEraseSure')}</p>
          <TextArea id="reason" label={t('cases.partyEraseReason')} error={wrong('reason')} rows={2} value={reason} onText={setReason} />
        </>
      )}
    </PartyForm>
  );
}

function BasisFields({ value, onChange, wrong }: { value: Basis; onChange: (change: Partial<Basis>) => void; wrong: Wrong }) {
  const text = (name: keyof Basis) => ({ id: name, error: wrong(name), value: value[name], onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value }) });
  return (
    <>
      <div className="form-row">
        <TextField {...text('document')} label={t('cases.partyDocument')} />
        <TextField {...text('article')} label={t('cases.partyArticle')} hint={t('cases.partyArticleHint')} />
      </div>
      <div className="form-row">
        <TextField {...text('from')} label={t('cases.partyFrom')} hint={t('register.fOnHint')} code autoComplete="off" />
        <TextField {...text('until')} label={t('cases.partyEnd')} hint={t('cases.partyEndHint')} code autoComplete="off" />
      </div>
    </>
  );
}

function basisBody({ document, article, from, until }: Basis) {
  return { document: document.trim(), article: article.trim(), from: readDay(from), until: readDay(until) };
}

function basisMistakes({ document, article, from, until }: Basis): Mistake[] {
  const found: Mistake[] = [];
  if (!document.trim()) found.push({ field: 'document', message: t('cases.partyDocumentMissing') });
  if (!article.trim()) found.push({ field: 'article', message: t('cases.partyArticleMissing') });
  if (!readDay(from)) found.push({ field: 'from', message: t('register.fDayWrong') });
  if (!readDay(until)) found.push({ field: 'until', message: t('register.fDayWrong') });
  return found;
}

interface FormProps {
  caseId: string;
  path: string;
  body: () => object;
  check: () => Mistake[];
  onDone: () => void;
  children: (wrong: Wrong) => ReactNode;
}

function PartyForm({ caseId, path, body, check, onDone, children }: FormProps) {
  const client = useQueryClient();
  const command = useCommand({
    check: () => check(),
    send: () => call(`/api/cases/${caseId}/parties${path}`, { method: 'POST', body: body() }),
    done: () => {
      void client.invalidateQueries({ queryKey: ['case', caseId, 'parties'] });
      void client.invalidateQueries({ queryKey: ['case', caseId, 'reopenings'] });
      onDone();
    },
  });
  return <CommandForm command={command}>{children(command.wrong)}</CommandForm>;
}
