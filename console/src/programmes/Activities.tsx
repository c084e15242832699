import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { json } from '../api/client';
import { usePages } from '../api/pages';
import type { Page } from '../api/types';
import { t, tCode } from '../i18n/text';
import { dayText } from '../register/days';
import { Moment } from '../time/site';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/overlays';
import { Pages } from '../ui/Pages';
import { Badge } from '../ui/State';
import { Code, Name } from '../ui/text';
import { ActivityForm } from './ActivityForm';
import css from './programmes.module.css';
import type { Activity, Programme } from './types';
import { Attended } from './words';

/** What was done, newest first; a correction leaves what stood. */
export function Activities({ data }: { data: Programme }) {
  const { programme, may } = data;
  const [form, setForm] = useState<Activity | 'new' | null>(null);
  const activities = usePages<Activity>(`/api/programmes/${programme.id}/activities`, ['programmes', 'activities', programme.id]);
  return (
    <section className="panel stack" id="activities">
      <div className={css.programmeHead}>
        <h2>{t('programmes.activities')}</h2>
        {may.activities && <Button kind="primary" small icon="add" label={t('programmes.addActivity')} onClick={() => setForm('new')} />}
      </div>
      <Pages pages={activities} empty={<p>{t('programmes.noActivities')}</p>}>
        {(items) => (
          <ol className="plain-list programme-items">
            {items.map((each) => (
              <li key={each.id}>
                <p className="summary">
                  <Code>{dayText(each.on)}</Code>
                  <strong>
                    <bdi>{each.what}</bdi>
                  </strong>
                  {each.late && <Badge tone="warn">{t('programmes.late')}</Badge>}
                  {each.version > 1 && <Badge tone="mute">{t('programmes.corrected')}</Badge>}
                </p>
                <p>
                  {each.communeName && (
                    <>
                      <Name>{each.communeName}</Name> ·{' '}
                    </>
                  )}
                  <bdi>{each.place}</bdi> · <Attended {...each} />
                </p>
                {each.partners.length > 0 && <p className="hint">{each.partners.map((one) => tCode('programmes.partner', one)).join(' · ')}</p>}
                {each.outcome && (
                  <p>
                    <bdi>{each.outcome}</bdi>
                  </p>
                )}
                <div className="actions">
                  {each.version > 1 && <Earlier programmeId={programme.id} activity={each} />}
                  {each.mayCorrect && <Button small kind="quiet" label={t('programmes.correct')} onClick={() => setForm(each)} />}
                </div>
              </li>
            ))}
          </ol>
        )}
      </Pages>
      <Dialog open={form !== null} onClose={() => setForm(null)} title={t(form === 'new' ? 'programmes.addActivity' : 'programmes.correct')}>
        {form !== null && (
          <ActivityForm
            programme={programme}
            parts={may.activityParts}
            partners={data.content.partners.map((each) => each.kind)}
            activity={form === 'new' ? null : form}
            onDone={() => setForm(null)}
          />
        )}
      </Dialog>
    </section>
  );
}

/** What stood before it was corrected, and why it was. */
function Earlier({ programmeId, activity }: { programmeId: string; activity: Activity }) {
  const [open, setOpen] = useState(false);
  const versions = useQuery({
    enabled: open,
    queryKey: ['programmes', 'activity', activity.id, activity.version],
    queryFn: async () => (await json<Page<Activity>>(`/api/programmes/${programmeId}/activities/${activity.id}`)).items,
  });
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('programmes.earlier')}</summary>
      <ol className="plain-list">
        {(versions.data ?? []).map((each) => (
          <li key={each.version}>
            {t('programmes.version', { number: each.version })}: <Code>{dayText(each.on)}</Code> · <bdi>{each.what}</bdi> · <Attended {...each} /> · <Name>{each.enteredBy.displayName}</Name> ·{' '}
            <Moment at={each.enteredAt} />
            {each.reason && (
              <>
                {' '}
                · {t('programmes.reason')}: <bdi>{each.reason}</bdi>
              </>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
