import { t, tCode } from '../i18n/text';
import { Moment } from '../time/site';
import { Badge } from '../ui/State';
import type { EmergencyAccess } from './types';

/** Where one stands: red once its review is overdue. */
export function EmergencyState({ each }: { each: EmergencyAccess }) {
  if (each.review) {
    const justified = each.review.verdict === 'JUSTIFIED';
    return (
      <Badge tone={justified ? 'ok' : 'bad'} icon={justified ? 'done' : 'danger'}>
        {tCode('emergency.verdict', each.review.verdict)}
      </Badge>
    );
  }
  return (
    <>
      {each.open && (
        <Badge tone="warn" icon="play">
          {t('emergency.lasts')} <Moment at={each.end} show="clock" />
        </Badge>
      )}{' '}
      <Badge tone={each.overdue ? 'bad' : 'mute'} icon="time">
        {each.overdue ? t('emergency.overdue') : t('emergency.reviewBy')} <Moment at={each.reviewBy} />
      </Badge>
    </>
  );
}
