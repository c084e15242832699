import { json } from '../api/client';
import { t } from '../i18n/text';
import { dayText } from '../register/days';
import { Moment } from '../time/site';
import { CommandForm, useCommand } from '../ui/CommandForm';
import type { Mistake } from '../ui/ErrorSummary';
import { fieldsOf, Radios, TextArea, useFields } from '../ui/Field';
import { toast } from '../ui/overlays';
import { Code, Fact, ltr } from '../ui/text';
import { useWantedChanged } from './queries';
import { type DecisionOutcome, shortestReason, type Wanted } from './types';

const outcomes: readonly DecisionOutcome[] = ['APPROVE', 'REFUSE'];

interface Props {
  each: Wanted;
  onDone: () => void;
}

/** The document that orders the search, in a sentence. */
export function documentText({ documentNumber, documentOn, documentAuthority }: Wanted): string {
  return t('wanted.document', { number: ltr(documentNumber), day: ltr(dayText(documentOn)), authority: documentAuthority });
}

/** Another person's decision of a request. */
export function Decide({ each, onDone }: Props) {
  const [fields, set] = useFields({ outcome: '' as DecisionOutcome | '', reason: '' });
  const changed = useWantedChanged();
  const command = useCommand({
    check: () => {
      const found: Mistake[] = [];
      if (!fields.outcome) found.push({ field: 'outcome', message: t('wanted.outcomeMissing') });
      if (fields.reason.trim().length < shortestReason) found.push({ field: 'reason', message: t('wanted.reasonWrong') });
      return found;
    },
    send: () => json<Wanted>(`/api/wanted-vehicles/${each.id}/decision`, { method: 'POST', body: { outcome: fields.outcome, reason: fields.reason.trim() } }),
    done: async () => {
      await changed();
      toast(t('app.saved'));
      onDone();
    },
  });
  const field = fieldsOf(fields, command.wrong, set);
  return (
    <CommandForm
      command={command}
      label={t('wanted.decisionSave')}
      onCancel={onDone}
      head={
        <dl className="facts">
          <Fact label={t('wanted.plate')}>
            <Code>{each.plate}</Code>
          </Fact>
          <Fact label={t('wanted.reason')}>
            <bdi>{each.reason}</bdi>
          </Fact>
          <Fact label={t('wanted.documentLabel')}>{documentText(each)}</Fact>
          <Fact label={t('wanted.area')}>
            <bdi>{each.areaName}</bdi> · {t('wanted.until')} <Moment at={each.expiresAt} />
          </Fact>
        </dl>
      }
    >
      <Radios {...field('outcome')} label={t('wanted.outcome')} of={outcomes} words="wanted.outcome" />
      <TextArea {...field('reason')} label={t('wanted.decisionReason')} hint={t('wanted.reasonHint')} rows={3} />
    </CommandForm>
  );
}

/** The end of an entry before its time, or the withdrawal of a request. */
export function End({ each, onDone }: Props) {
  const [fields, set] = useFields({ note: '' });
  const changed = useWantedChanged();
  const command = useCommand({
    send: () => json<Wanted>(`/api/wanted-vehicles/${each.id}/end`, { method: 'POST', body: { note: fields.note.trim() || null } }),
    done: async () => {
      await changed();
      toast(t('app.saved'));
      onDone();
    },
  });
  return (
    <CommandForm command={command} label={t('wanted.endSave')} kind="danger" onCancel={onDone} head={<p>{t('wanted.endHint')}</p>}>
      <TextArea {...fieldsOf(fields, command.wrong, set)('note')} label={t('wanted.endNote')} optional rows={2} />
    </CommandForm>
  );
}
