import { t, tCode } from '../i18n/text';
import { Badge } from '../ui/State';
import { Code, Name } from '../ui/text';
import type { Finding, Target } from './types';

/** Why a finding is shown, as a sentence with its numbers. */
export function why(finding: Finding): string {
  const { looks, windowDays: days } = finding;
  switch (finding.rule) {
    case 'REPEATED_TARGET': {
      const values = { looks, days, own: finding.ofOwn ?? 0, at: finding.atTarget ?? 0, all: finding.ofOthers ?? 0 };
      return t(finding.kind === 'LIVE' ? 'oversight.why.LIVE' : finding.kind === 'PLACE' ? 'oversight.why.PLACE' : 'oversight.why.FOOTAGE', values);
    }
    case 'VOLUME':
      return t('oversight.why.VOLUME', { looks, day: (finding.day ?? '').split('-').reverse().join('/'), usual: finding.usual ?? 0 });
    case 'OFF_HOURS':
      return t('oversight.why.OFF_HOURS', { looks, days });
    case 'REFUSED_AGAIN':
      return t(finding.kind === 'REQUEST' ? 'oversight.why.REQUEST' : 'oversight.why.REFUSED', { looks });
    case 'NOT_PLAIN':
      return t('oversight.why.NOT_PLAIN');
    case 'OWN_ADDRESS':
      return t('oversight.why.OWN_ADDRESS', { looks });
    case 'REPEATED_SEARCH':
      return t('oversight.why.REPEATED_SEARCH', { looks, days });
    case 'CLOSED_CASE':
      return t('oversight.why.CLOSED_CASE', { looks });
    case 'EMERGENCY_NOT_JUSTIFIED':
    case 'EMERGENCY_UNREVIEWED':
      return t(finding.rule === 'EMERGENCY_UNREVIEWED' ? 'oversight.why.EMERGENCY_UNREVIEWED' : 'oversight.why.EMERGENCY_NOT_JUSTIFIED', { looks });
  }
}

export function TargetName({ target }: { target: Target }) {
  return (
    <>
      {tCode('oversight.target', target.kind, t('oversight.target.other'))} <Code>{target.code ?? target.id.slice(-12)}</Code>
    </>
  );
}

export function Person({ finding }: { finding: Finding }) {
  return finding.person.displayName ? <Name>{finding.person.displayName}</Name> : <Code>{finding.person.id.slice(-12)}</Code>;
}

export function StateBadge({ finding }: { finding: Finding }) {
  return finding.closing ? (
    <Badge tone="mute">{t('oversight.state.CLOSED')}</Badge>
  ) : (
    <Badge tone="warn" icon="finding">
      {t('oversight.state.OPEN')}
    </Badge>
  );
}
