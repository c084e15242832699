import { useState } from 'react';
import { t } from '../i18n/text';
import { dayText, readDay } from '../register/days';
import { Moment } from '../time/site';
import { Button } from '../ui/Button';
import { CommandForm } from '../ui/CommandForm';
import { fieldsOf, TextArea, TextField, useFields } from '../ui/Field';
import { Dialog } from '../ui/overlays';
import { Badge, Failure } from '../ui/State';
import { Code } from '../ui/text';
import { useAssessmentCommand, useAssessmentMutation } from './queries';
import css from './standard.module.css';
import type { Assessment, CriterionItem, EvidenceItem } from './types';
import { wrongReason } from './words';

/** The documents that speak for an answer, and last year's that may still. */
export function EvidenceList({ of, item, changes }: { of: Assessment; item: CriterionItem; changes: boolean }) {
  const [adding, setAdding] = useState(false);
  const [withdrawing, setWithdrawing] = useState<EvidenceItem | null>(null);
  const renew = useAssessmentMutation(of.id);
  if (!changes && item.evidence.length === 0) return <p className="hint">{t('standard.noEvidence')}</p>;
  return (
    <section className="stack">
      <h3>{t('standard.evidence')}</h3>
      <ul className="link-rows">
        {item.evidence.map((each) => (
          <li key={each.id}>
            <Document of={each} />
            {each.withdrawnReason ? (
              <span className="hint">
                {t('standard.withdrawn')}: <bdi>{each.withdrawnReason}</bdi>
              </span>
            ) : (
              changes && <Button small kind="quiet" label={t('standard.withdraw')} onClick={() => setWithdrawing(each)} />
            )}
          </li>
        ))}
        {changes &&
          item.lastYearEvidence.map((each) => (
            <li key={each.id}>
              <Badge tone="mute">{t('standard.ofLastYear')}</Badge>
              <Document of={each} />
              <Button small label={t('standard.stillValid')} disabled={renew.isPending} onClick={() => renew.mutate({ what: `evidence/${each.id}/renewal`, body: () => ({}) })} />
            </li>
          ))}
      </ul>
      {renew.error && <Failure failure={renew.error} />}
      {changes && (
        <div className="actions">
          <Button icon="add" label={t('standard.addEvidence')} onClick={() => setAdding(true)} />
        </div>
      )}
      <Dialog open={adding} onClose={() => setAdding(false)} title={t('standard.addEvidence')}>
        <EvidenceForm of={of} item={item} onDone={() => setAdding(false)} />
      </Dialog>
      <Dialog open={withdrawing !== null} onClose={() => setWithdrawing(null)} title={t('standard.withdraw')}>
        {withdrawing && <WithdrawForm of={of} evidence={withdrawing} onDone={() => setWithdrawing(null)} />}
      </Dialog>
    </section>
  );
}

function Document({ of }: { of: EvidenceItem }) {
  return (
    <span className={css.document}>
      <bdi>{of.title}</bdi> {of.number && <bdi>{of.number}</bdi>}
      <small className="hint">
        {t('standard.speaksFor')} <Code>{dayText(of.speaksFor)}</Code> · {t('standard.entered')} <Moment at={of.at} show="date" />
        {of.renewed && <> · {t('standard.renewed')}</>}
      </small>
    </span>
  );
}

function EvidenceForm({ of, item, onDone }: { of: Assessment; item: CriterionItem; onDone: () => void }) {
  const [fields, set] = useFields({ title: '', number: '', speaksFor: '' });
  const command = useAssessmentCommand(of.id, 'evidence', onDone, {
    check: () => [
      ...(fields.title.trim() ? [] : [{ field: 'title', message: t('standard.titleMissing') }]),
      ...(readDay(fields.speaksFor) ? [] : [{ field: 'speaksFor', message: t('register.fDayWrong') }]),
    ],
    body: () => ({ criterion: item.code, title: fields.title.trim(), number: fields.number.trim() || null, speaksFor: readDay(fields.speaksFor) }),
  });
  const field = fieldsOf(fields, command.wrong, set);
  return (
    <CommandForm command={command}>
      <TextField {...field('title')} label={t('standard.fTitle')} hint={t('standard.fTitleHint')} autoComplete="off" />
      <TextField id="evidence-number" label={t('standard.fNumber')} optional autoComplete="off" value={fields.number} onText={(number) => set({ number })} />
      <TextField {...field('speaksFor')} label={t('standard.fSpeaksFor')} hint={t('standard.fSpeaksForHint')} code autoComplete="off" />
    </CommandForm>
  );
}

function WithdrawForm({ of, evidence, onDone }: { of: Assessment; evidence: EvidenceItem; onDone: () => void }) {
  const [reason, setReason] = useState('');
  const command = useAssessmentCommand(of.id, `evidence/${evidence.id}/withdrawal`, onDone, {
    check: () => (wrongReason(reason) ? [{ field: 'reason', message: t('standard.reasonWrong') }] : []),
    body: () => ({ reason: reason.trim() }),
  });
  return (
    <CommandForm command={command}>
      <p>
        <bdi>{evidence.title}</bdi>
      </p>
      <TextArea id="reason" label={t('standard.fReason')} hint={t('standard.reasonHint')} error={command.wrong('reason')} value={reason} onText={setReason} />
    </CommandForm>
  );
}
