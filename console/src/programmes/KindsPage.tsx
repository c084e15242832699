import { useState } from 'react';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { t, tCode } from '../i18n/text';
import { Button, ButtonLink } from '../ui/Button';
import { Dialog } from '../ui/overlays';
import { Badge, QueryState } from '../ui/State';
import { Code, PageFrame } from '../ui/text';
import { KindForm } from './KindForm';
import css from './programmes.module.css';
import { useKinds } from './queries';
import type { Kind } from './types';
import { Tabs } from './words';

/** The catalogue: kinds that come with the system, and free ones. */
export function KindsPage() {
  const user = useUser();
  const kinds = useKinds();
  const [form, setForm] = useState<Kind | 'new' | null>(null);
  const keeps = may(user, 'keepProgrammes');
  return (
    <PageFrame
      title={t('programmes.kinds')}
      lead={t('programmes.kindsLead')}
      actions={keeps && <Button kind="primary" icon="add" label={t('programmes.addKind')} onClick={() => setForm('new')} />}
      below={<Tabs />}
    >
      <QueryState query={kinds} />
      <div className={css.kindCards}>
        {(kinds.data ?? []).map((kind) => (
          <section className="panel stack" key={kind.id}>
            <h2>
              <bdi>{kind.name}</bdi>
            </h2>
            <p className="summary">
              {kind.builtIn ? <Badge tone="mute">{t('programmes.builtIn')}</Badge> : <Code>{kind.code}</Code>}
              {!kind.builtIn && <span>{t('programmes.version', { number: kind.version })}</span>}
              {kind.areaName && <bdi>{kind.areaName}</bdi>}
            </p>
            <p>
              <bdi>{kind.goal}</bdi>
            </p>
            <p className="hint">{kind.partners.map((each) => tCode('programmes.partner', each)).join(' · ')}</p>
            <details>
              <summary>{t('programmes.rulesAndCriteria', { rules: kind.rules.length, criteria: kind.criteria.length })}</summary>
              <ol className={css.programmeLines}>
                {kind.rules.map((each) => (
                  <li key={each}>
                    <bdi>{each}</bdi>
                  </li>
                ))}
              </ol>
              <h3>{t('programmes.criteria')}</h3>
              <ol className={css.programmeLines}>
                {kind.criteria.map((each) => (
                  <li key={each}>
                    <bdi>{each}</bdi>
                  </li>
                ))}
              </ol>
              <p className="hint">
                {t('programmes.indicators')}: {kind.indicators.map((each) => tCode('programmes.indicator', each)).join(' · ')}
              </p>
            </details>
            <div className="actions">
              {keeps && <ButtonLink small label={t('programmes.useKind')} to={`/programmes/new?kind=${kind.id}`} />}
              {kind.mayRevise && <Button small kind="quiet" label={t('programmes.reviseKind')} onClick={() => setForm(kind)} />}
            </div>
          </section>
        ))}
      </div>
      <Dialog open={form !== null} onClose={() => setForm(null)} wide title={t(form === 'new' ? 'programmes.addKind' : 'programmes.reviseKind')}>
        {form !== null && <KindForm kind={form === 'new' ? null : form} onDone={() => setForm(null)} />}
      </Dialog>
    </PageFrame>
  );
}
