import { useEffect } from 'react';
import { Link } from 'react-router';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { type Role, roles } from '../api/types';
import { t, tCode } from '../i18n/text';
import { phoneApp } from '../shell/sections';
import { useAddress } from '../ui/address';
import { Button } from '../ui/Button';
import { Choose } from '../ui/Field';
import { PageFrame } from '../ui/text';
import css from './guide.module.css';
import { type GuideStep, guides, labelOf, rightsOf } from './guides';
import { noteGuided } from './offer';

const isRole = (text: string | null): text is Role => roles.some((each) => each === text);

/** The work of a role on one page, to read and to print. */
export function GuidePage() {
  const user = useUser();
  const [search, change] = useAddress();
  const asked = search.get('role');
  const role = isRole(asked) ? asked : (user.roles[0] ?? 'ANALYST');
  useEffect(() => noteGuided(user.id), [user.id]);
  return (
    <PageFrame title={t('guide.of', { role: tCode('app.role', role) })} actions={<Button icon="print" label={t('guide.print')} onClick={() => window.print()} />}>
      <div className={css.choice}>
        <Choose label={t('guide.choose')} hint={t('guide.lead')} of={roles} words="app.role" value={role} onText={(chosen) => change({ role: chosen })} />
      </div>
      <ol className={css.steps}>
        {guides[role].map((step) => (
          <Step key={step[0]} step={step} />
        ))}
      </ol>
      <p className="hint">{t('guide.foot')}</p>
    </PageFrame>
  );
}

function Step({ step }: { step: GuideStep }) {
  const user = useUser();
  const [text, to] = step;
  const label = t(labelOf(to));
  const open = rightsOf(step).every((right) => may(user, right));
  return (
    <li>
      <h2>{!open ? label : to === phoneApp ? <a href={to}>{label}</a> : <Link to={to}>{label}</Link>}</h2>
      <p>{t(text)}</p>
    </li>
  );
}
