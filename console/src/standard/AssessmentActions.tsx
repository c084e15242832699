import { useState } from 'react';
import { call } from '../api/client';
import { type Language, languageNames, languages } from '../i18n/language';
import { language, t, tCode } from '../i18n/text';
import { dayText, readDay } from '../register/days';
import { Button } from '../ui/Button';
import { CommandForm, useCommand } from '../ui/CommandForm';
import type { Mistake } from '../ui/ErrorSummary';
import { fieldsOf, Option, Options, Radios, TextArea, TextField, useFields } from '../ui/Field';
import { Dialog, toast } from '../ui/overlays';
import { Notice } from '../ui/State';
import { save } from '../ui/save';
import { Code } from '../ui/text';
import { useAssessmentCommand } from './queries';
import { readNumber } from './RegisterUnitPage';
import { type Assessment, type BodyCode, type Contradiction, holds, type StandardOutcome, turnOf } from './types';
import { ContradictionText, wrongReason } from './words';

type Act = 'send' | 'return' | 'propose' | 'decide' | 'certify' | 'revoke' | 'print' | 'dossier';

/** What the reader may do with the whole of an assessment. */
export function AssessmentActions({ of }: { of: Assessment }) {
  const [open, setOpen] = useState<Act | null>(null);
  const turn = turnOf(of);
  const close = () => setOpen(null);
  const missing = of.criteria.filter((each) => !each.whole).length;
  const toReview = of.criteria.filter((each) => each.review === null).length;
  const asked = of.criteria.filter((each) => each.review?.outcome === 'ASKED').length;
  const proposal = of.steps.findLast((each) => each.kind === 'APPRAISED');
  const acts: { act: Act; primary?: boolean; label: string }[] = [];
  if (turn === 'ASSESS' && missing === 0) acts.push({ act: 'send', primary: true, label: t('standard.send') });
  if (turn === 'APPRAISE' && toReview === 0 && asked === 0) acts.push({ act: 'propose', primary: true, label: t('standard.propose') });
  if (turn === 'DECIDE') acts.push({ act: 'decide', primary: true, label: t('standard.decide') });
  if (turn === 'APPRAISE' || turn === 'DECIDE') acts.push({ act: 'return', primary: turn === 'APPRAISE' && asked > 0, label: t('standard.return') });
  if (of.state === 'DECIDED' && of.outcome === 'MET' && of.mayDecide) acts.push({ act: 'certify', primary: true, label: t('standard.certify') });
  if (of.state === 'CERTIFIED') acts.push({ act: 'print', primary: true, label: t('standard.print') });
  if (of.steps.some((each) => each.kind === 'SELF_ASSESSED')) acts.push({ act: 'dossier', label: t('standard.dossier') });
  if ((of.state === 'CERTIFIED' || of.state === 'DECIDED') && of.outcome === 'MET' && of.mayDecide) acts.push({ act: 'revoke', label: t('standard.revoke') });
  const title = acts.find((each) => each.act === open)?.label ?? '';
  return (
    <>
      {turn === 'ASSESS' && missing > 0 && <p className="hint">{t('standard.sendWhen', { count: missing })}</p>}
      {turn === 'APPRAISE' && toReview > 0 && <p className="hint">{t('standard.proposeWhen', { count: toReview })}</p>}
      {turn === 'DECIDE' && proposal?.outcome && (
        <Notice tone="info" title={t('standard.proposal', { outcome: tCode('standard.outcome', proposal.outcome) })}>
          {proposal.words && (
            <p>
              <bdi>{proposal.words}</bdi>
            </p>
          )}
        </Notice>
      )}
      {acts.length > 0 && (
        <div className="actions">
          {acts.map((each) => (
            <Button key={each.act} kind={each.act === 'revoke' ? 'danger' : each.primary ? 'primary' : 'plain'} label={each.label} onClick={() => setOpen(each.act)} />
          ))}
        </div>
      )}
      <Dialog open={open !== null} onClose={close} title={title} wide={open === 'send' || open === 'decide'}>
        {open === 'send' && <MinutesForm of={of} onDone={close} />}
        {open === 'return' && <ReturnForm of={of} onDone={close} />}
        {open === 'propose' && <ProposalForm of={of} onDone={close} />}
        {open === 'decide' && <DecisionForm of={of} onDone={close} />}
        {(open === 'certify' || open === 'revoke') && <PaperForm of={of} what={open === 'certify' ? 'certificate' : 'revocation'} onDone={close} />}
        {(open === 'print' || open === 'dossier') && <PrintForm of={of} what={open === 'print' ? 'certificate' : 'dossier'} onDone={close} />}
      </Dialog>
    </>
  );
}

interface FormProps {
  of: Assessment;
  onDone: () => void;
}

const saved = (onDone: () => void) => () => {
  toast(t('app.saved'));
  onDone();
};

const notMet = (of: Assessment) => of.criteria.filter((each) => !holds(each)).map((each) => each.code);

/** The minutes of the meeting; what they propose is what the answers say. */
function MinutesForm({ of, onDone }: FormProps) {
  const [fields, setFields] = useState({ heldOn: '', chair: '', households: '', attended: '', organisations: '', votesFor: '', votesAgainst: '' });
  const [bodies, setBodies] = useState<Partial<Record<BodyCode, 'CAME' | 'NONE'>>>({});
  const bad = notMet(of);
  const said = (what: 'CAME' | 'NONE') => of.participants.map((each) => each.code).filter((each) => bodies[each] === what);
  const [all, came, pro, contra] = [readNumber(fields.households), readNumber(fields.attended), readNumber(fields.votesFor), readNumber(fields.votesAgainst)];
  const check = () => {
    const found: Mistake[] = [];
    if (!readDay(fields.heldOn)) found.push({ field: 'heldOn', message: t('register.fDayWrong') });
    if (!fields.chair.trim()) found.push({ field: 'chair', message: t('standard.chairMissing') });
    for (const name of ['households', 'attended', 'organisations', 'votesFor', 'votesAgainst'] as const) {
      if (readNumber(fields[name]) === null) found.push({ field: name, message: `${tCode('standard.minutes', name)}: ${t('standard.countWrong')}` });
    }
    if (of.participants.length > 0 && said('CAME').length === 0) found.push({ field: 'came', message: t('standard.cameMissing') });
    if (all !== null && came !== null && came > all) found.push({ field: 'attended', message: t('standard.moreThanAll') });
    if (came !== null && pro !== null && contra !== null && pro + contra > came) found.push({ field: 'votesFor', message: t('standard.votesTooMany', { count: came }) });
    return found;
  };
  const command = useAssessmentCommand(of.id, 'self-assessment', saved(onDone), {
    check,
    body: () => ({
      heldOn: readDay(fields.heldOn),
      chair: fields.chair.trim(),
      households: all,
      attended: came,
      organisations: readNumber(fields.organisations),
      votesFor: pro,
      votesAgainst: contra,
      came: said('CAME'),
      nonexistent: said('NONE'),
    }),
  });
  const { wrong } = command;
  const field = (name: keyof typeof fields) => ({
    id: name,
    error: wrong(name),
    value: fields[name],
    autoComplete: 'off',
    onChange: (event: { target: { value: string } }) => setFields({ ...fields, [name]: event.target.value }),
  });
  const number = (name: keyof typeof fields) => ({ ...field(name), code: true, inputMode: 'numeric' as const });
  return (
    <CommandForm command={command} label={t('standard.send')}>
      <Notice tone={bad.length === 0 ? 'ok' : 'warn'} title={t(bad.length === 0 ? 'standard.allMet' : 'standard.notAllMet')}>
        {bad.length > 0 && <Code>{bad.join(', ')}</Code>}
      </Notice>
      <div className="form-row">
        <TextField {...field('heldOn')} label={t('standard.minutes.heldOn')} hint={t('register.fOnHint')} code />
        <TextField {...field('chair')} label={t('standard.fChair')} hint={t('standard.chairHint')} />
      </div>
      <div className="form-row">
        <TextField {...number('households')} label={t('standard.minutes.households')} />
        <TextField {...number('attended')} label={t('standard.minutes.attended')} />
        <TextField {...number('organisations')} label={t('standard.minutes.organisations')} />
      </div>
      <div className="form-row">
        <TextField {...number('votesFor')} label={t('standard.minutes.votesFor')} />
        <TextField {...number('votesAgainst')} label={t('standard.minutes.votesAgainst')} />
      </div>
      {of.participants.length > 0 && (
        <Options id="came" label={t('standard.fCame')} hint={t('standard.fCameHint')} error={wrong('came') ?? wrong('nonexistent')}>
          {of.participants.map(({ code, conditional }) => (
            <div key={code} className="form-row">
              <Option
                type="checkbox"
                label={tCode('standard.body', code)}
                checked={bodies[code] === 'CAME'}
                onChange={(event) => setBodies({ ...bodies, [code]: event.target.checked ? 'CAME' : undefined })}
              />
              {(conditional || (code === 'PARTY_ORGANISATION' && !of.partyOrganisation)) && (
                <Option
                  type="checkbox"
                  label={t('standard.bodyNone', { body: tCode('standard.body', code) })}
                  checked={bodies[code] === 'NONE'}
                  onChange={(event) => setBodies({ ...bodies, [code]: event.target.checked ? 'NONE' : undefined })}
                />
              )}
            </div>
          ))}
        </Options>
      )}
    </CommandForm>
  );
}

function ReturnForm({ of, onDone }: FormProps) {
  const [reason, setReason] = useState('');
  const asked = of.criteria.filter((each) => each.review?.outcome === 'ASKED').map((each) => each.code);
  const command = useAssessmentCommand(of.id, 'return', saved(onDone), {
    check: () => (wrongReason(reason) ? [{ field: 'reason', message: t('standard.reasonWrong') }] : []),
    body: () => ({ reason: reason.trim() }),
  });
  return (
    <CommandForm command={command} label={t('standard.return')}>
      {asked.length > 0 && (
        <p>
          {t('standard.askedThese')} <Code>{asked.join(', ')}</Code>
        </p>
      )}
      <TextArea id="reason" label={t('standard.fReason')} hint={t('standard.reasonHint')} error={command.wrong('reason')} value={reason} onText={setReason} />
    </CommandForm>
  );
}

function OutcomeField({ of, outcome, onChange, error }: { of: Assessment; outcome: StandardOutcome | null; onChange: (outcome: StandardOutcome) => void; error: string | undefined }) {
  const bad = notMet(of);
  return (
    <>
      {bad.length > 0 && (
        <Notice tone="warn" title={t('standard.onlyNotMet')}>
          <Code>{bad.join(', ')}</Code>
        </Notice>
      )}
      <Options id="outcome" label={t('standard.fOutcome')} error={error}>
        <Option type="radio" name="outcome" label={t('standard.outcome.MET')} disabled={bad.length > 0} checked={outcome === 'MET'} onChange={() => onChange('MET')} />
        <Option type="radio" name="outcome" label={t('standard.outcome.NOT_MET')} checked={outcome === 'NOT_MET'} onChange={() => onChange('NOT_MET')} />
      </Options>
    </>
  );
}

function ProposalForm({ of, onDone }: FormProps) {
  const [outcome, setOutcome] = useState<StandardOutcome | null>(null);
  const [opinion, setOpinion] = useState('');
  const check = () => {
    const found: Mistake[] = [];
    if (!outcome) found.push({ field: 'outcome', message: t('standard.outcomeMissing') });
    const needed = outcome === 'NOT_MET' || (outcome === 'MET' && of.contradictions.length > 0);
    if (needed && wrongReason(opinion)) found.push({ field: 'opinion', message: t('standard.reasonWrong') });
    return found;
  };
  const command = useAssessmentCommand(of.id, 'appraisal', saved(onDone), { check, body: () => ({ outcome, opinion: opinion.trim() || null }) });
  const { wrong } = command;
  return (
    <CommandForm command={command} label={t('standard.propose')}>
      <OutcomeField of={of} outcome={outcome} onChange={setOutcome} error={wrong('outcome')} />
      <TextArea id="opinion" label={t('standard.fOpinion')} optional={outcome !== 'NOT_MET' && of.contradictions.length === 0} error={wrong('opinion')} value={opinion} onText={setOpinion} />
    </CommandForm>
  );
}

/** What stands against each criterion. */
function byCriterion(all: Contradiction[]): [string, Contradiction[]][] {
  const found = new Map<string, Contradiction[]>();
  for (const each of all) found.set(each.criterion, [...(found.get(each.criterion) ?? []), each]);
  return [...found];
}

function DecisionForm({ of, onDone }: FormProps) {
  const [fields, set] = useFields({ number: '', on: '', reason: '', lateReason: '' });
  const [outcome, setOutcome] = useState<StandardOutcome | null>(null);
  const [reasons, setReasons] = useState<Record<string, string>>({});
  const against = outcome === 'MET' ? byCriterion(of.contradictions) : [];
  const proposed = of.steps.findLast((each) => each.kind === 'APPRAISED')?.outcome;
  const needsReason = outcome === 'NOT_MET' || (outcome !== null && outcome !== proposed);
  const on = readDay(fields.on);
  const check = () => {
    const found: Mistake[] = [];
    if (!outcome) found.push({ field: 'outcome', message: t('standard.outcomeMissing') });
    if (!fields.number.trim()) found.push({ field: 'number', message: t('standard.numberMissing') });
    if (!on) found.push({ field: 'on', message: t('register.fDayWrong') });
    else if (on <= of.periodTo) found.push({ field: 'on', message: t('standard.periodOpen', { day: dayText(of.periodTo) }) });
    if (needsReason && wrongReason(fields.reason)) found.push({ field: 'reason', message: t('standard.reasonWrong') });
    if (of.late && wrongReason(fields.lateReason)) found.push({ field: 'lateReason', message: t('standard.lateWrong') });
    for (const [criterion] of against) {
      if (wrongReason(reasons[criterion] ?? '')) found.push({ field: `exception-${criterion}`, message: `${criterion}: ${t('standard.reasonWrong')}` });
    }
    return found;
  };
  const command = useAssessmentCommand(of.id, 'decision', saved(onDone), {
    check,
    body: () => ({
      outcome,
      number: fields.number.trim(),
      on,
      reason: fields.reason.trim() || null,
      lateReason: of.late ? fields.lateReason.trim() : null,
      exceptions: against.map(([criterion]) => ({ criterion, reason: (reasons[criterion] ?? '').trim() })),
    }),
  });
  const { wrong } = command;
  const field = fieldsOf(fields, wrong, set);
  return (
    <CommandForm command={command} label={t('standard.decide')}>
      <OutcomeField of={of} outcome={outcome} onChange={setOutcome} error={wrong('outcome')} />
      {against.map(([criterion, all]) => (
        <TextArea
          key={criterion}
          id={`exception-${criterion}`}
          label={t('standard.fException', { criterion })}
          hint={
            <>
              {all.map((each) => (
                <span key={each.code} className="block">
                  <ContradictionText of={each} />
                </span>
              ))}
              {t('standard.fExceptionHint')}
            </>
          }
          error={wrong(`exception-${criterion}`)}
          value={reasons[criterion] ?? ''}
          onText={(text) => setReasons({ ...reasons, [criterion]: text })}
        />
      ))}
      <div className="form-row">
        <TextField {...field('number')} label={t('standard.fDecision')} autoComplete="off" />
        <TextField {...field('on')} label={t('standard.fOn')} hint={t('register.fOnHint')} code autoComplete="off" />
      </div>
      <TextArea {...field('reason')} label={t('standard.fReason')} optional={!needsReason} hint={t('standard.reasonHint')} />
      {of.late && (
        <TextArea
          {...field('lateReason')}
          label={t('standard.fLate')}
          hint={
            <>
              {t('standard.decideBefore')} <Code>{dayText(of.decideBefore)}</Code>
            </>
          }
        />
      )}
    </CommandForm>
  );
}

function PaperForm({ of, what, onDone }: FormProps & { what: 'certificate' | 'revocation' }) {
  const [fields, set] = useFields({ number: '', on: '', reason: '' });
  const revokes = what === 'revocation';
  const check = () => {
    const found: Mistake[] = [];
    if (!fields.number.trim()) found.push({ field: 'number', message: t('standard.numberMissing') });
    if (!readDay(fields.on)) found.push({ field: 'on', message: t('register.fDayWrong') });
    if (revokes && wrongReason(fields.reason)) found.push({ field: 'reason', message: t('standard.reasonWrong') });
    return found;
  };
  const command = useAssessmentCommand(of.id, what, saved(onDone), {
    check,
    body: () => ({ number: fields.number.trim(), on: readDay(fields.on), ...(revokes ? { reason: fields.reason.trim() } : {}) }),
  });
  const field = fieldsOf(fields, command.wrong, set);
  return (
    <CommandForm command={command} label={t(revokes ? 'standard.revoke' : 'standard.certify')}>
      {revokes && <p>{t('standard.revokeHint')}</p>}
      <div className="form-row">
        <TextField {...field('number')} label={t(revokes ? 'standard.fDecision' : 'standard.fCertificate')} autoComplete="off" />
        <TextField {...field('on')} label={t('standard.fOn')} hint={t('register.fOnHint')} code autoComplete="off" />
      </div>
      {revokes && <TextArea {...field('reason')} label={t('standard.fReason')} hint={t('standard.reasonHint')} />}
    </CommandForm>
  );
}

function PrintForm({ of, what, onDone }: FormProps & { what: 'certificate' | 'dossier' }) {
  const [chosen, setChosen] = useState<Language>(language());
  const command = useCommand({
    send: async () => (await call(`/api/standard/assessments/${of.id}/${what}.pdf?language=${chosen}`)).blob(),
    done: (paper) => {
      save(paper, `${of.code}-${what}.pdf`);
      onDone();
    },
  });
  return (
    <CommandForm command={command} label={t(what === 'dossier' ? 'standard.dossier' : 'standard.print')}>
      <Radios
        label={t('standard.printLanguage')}
        hint={t(what === 'dossier' ? 'standard.dossierHint' : 'standard.printHint')}
        of={languages}
        value={chosen}
        words={(each) => languageNames[each]}
        onText={setChosen}
      />
    </CommandForm>
  );
}
