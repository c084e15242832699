import { NavLink } from 'react-router';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { t, tCode } from '../i18n/text';
import { Badge } from '../ui/State';
import { Name, numberText } from '../ui/text';
import type { Partner, ProgrammeLine, ProgrammeState } from './types';

const tones = { PROPOSED: 'warn', REFUSED: 'mute', LAUNCHED: 'info', ACTIVE: 'ok', DORMANT: 'warn', ENDED: 'mute' } as const;

export function StateBadge({ state }: { state: ProgrammeState }) {
  return <Badge tone={tones[state]}>{tCode('programmes.state', state)}</Badge>;
}

/** Where it runs, by name. */
export function AreasOf({ programme }: { programme: ProgrammeLine }) {
  return <bdi>{programme.areas.map((area) => area.name).join(', ')}</bdi>;
}

/** An organisation: what it is, and its own name where one is known. */
export function PartnerName({ partner }: { partner: Partner }) {
  return (
    <>
      {tCode('programmes.partner', partner.kind)}
      {partner.name && (
        <>
          : <Name>{partner.name}</Name>
        </>
      )}
    </>
  );
}

/** The ways within programmes that somebody has. */
export function Tabs() {
  const user = useUser();
  return (
    <nav className="segments segments-links" aria-label={t('programmes.ways')}>
      {may(user, 'readProgrammes') && (
        <NavLink to="/programmes" end>
          {t('programmes.list')}
        </NavLink>
      )}
      <NavLink to="/programmes/kinds">{t('programmes.kinds')}</NavLink>
      {may(user, 'programmeFigures') && <NavLink to="/programmes/figures">{t('programmes.figures')}</NavLink>}
      {may(user, 'programmeNumbers') && <NavLink to="/programmes/indicators">{t('programmes.numbers')}</NavLink>}
    </nav>
  );
}

/** Counts of who came, never who. */
export function Attended({ attended, women, youth }: { attended: number; women: number | null; youth: number | null }) {
  return (
    <>
      {t('programmes.attended', { count: attended })}
      {women !== null && <> · {t('programmes.womenCount', { count: numberText(women) })}</>}
      {youth !== null && <> · {t('programmes.youthCount', { count: numberText(youth) })}</>}
    </>
  );
}
