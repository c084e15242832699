import { t } from '../i18n/text';
import { Notice } from '../ui/State';
import type { SeniorReason } from './types';

/** Why only a senior approver may grant what is asked for; nothing when every approver may. */
export function SeniorNotice({ reasons, partOnly = false }: { reasons: readonly SeniorReason[]; partOnly?: boolean }) {
  if (reasons.length === 0) return null;
  return (
    <Notice tone="info" title={t('requests.seniorNeeded')}>
      <ul>
        {reasons.map((reason) => (
          <li key={reason.code}>{reason.text}</li>
        ))}
      </ul>
      {partOnly && <p>{t('requests.seniorPart')}</p>}
    </Notice>
  );
}
