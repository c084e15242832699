import { Link } from 'react-router';
import { usePages } from '../api/pages';
import { t } from '../i18n/text';
import { Pages } from '../ui/Pages';
import { Empty, Notice } from '../ui/State';
import { useWorklist } from '../worklist/queries';
import { EmergencyTable } from './EmergencyTable';
import type { EmergencyAccess } from './types';

/** Tells who answers for an area that somebody opened its reports within the last day. */
export function EmergencyNotice() {
  const told = useWorklist().data?.find((entry) => entry.kind === 'EMERGENCY_NOTICE');
  if (!told) return null;
  return (
    <Notice tone="warn" title={t('situations.toldNotice')}>
      <p data-told>{t('situations.toldCount', { count: told.count })}</p>
      <p>
        <Link to="/situations/emergency">{t('situations.toldSee')}</Link>
      </p>
    </Notice>
  );
}

/** Who opened reports of one's area, when and why, and what its review said. */
export function ToldList() {
  const found = usePages<EmergencyAccess>('/api/emergency-accesses/notices', ['emergencies', 'told'], {}, { refetchOnWindowFocus: false });
  return (
    <section className="stack" id="told">
      <h2>{t('situations.toldTitle')}</h2>
      <Pages pages={found} empty={<Empty icon="emergency" title={t('situations.toldNone')} />}>
        {(items) => <EmergencyTable items={items} />}
      </Pages>
    </section>
  );
}
