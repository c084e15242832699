import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/client';
import { useUser } from '../api/queries';
import { t, tCode } from '../i18n/text';
import { iconOf, sectionsOf } from '../shell/sections';
import { asciiDigits } from '../time/parse';
import { CommandForm, useCommand } from '../ui/CommandForm';
import { Checks, TextField } from '../ui/Field';
import { Icon } from '../ui/Icon';
import { saved } from '../ui/overlays';
import { places } from '../worklist/places';
import type { WorklistKind } from '../worklist/types';
import { clockOf } from './news';
import css from './notifications.module.css';
import { preferencesQuery } from './queries';
import type { NotificationPreferences, NotificationPreferencesForm } from './types';

/** Which work is sent out and at which hours: of what this person may have to do, in the groups of the menu. */
export function ChoiceForm({ preferences }: { preferences: NotificationPreferences }) {
  const client = useQueryClient();
  const user = useUser();
  const [muted, setMuted] = useState<readonly WorklistKind[]>(preferences.muted);
  const [from, setFrom] = useState(preferences.quietFrom?.slice(0, 5) ?? '');
  const [to, setTo] = useState(preferences.quietTo?.slice(0, 5) ?? '');
  const time = (text: string) => (text.trim() === '' ? null : clockOf(asciiDigits(text)));
  const fields = [
    ['quietFrom', from],
    ['quietTo', to],
  ] as const;
  const command = useCommand({
    check: () => fields.filter(([, text]) => text.trim() !== '' && time(text) === null).map(([field]) => ({ field, message: t('notifications.timeWrong') })),
    send: () => call('/api/notifications/preferences', { method: 'PUT', body: { muted: [...muted], quietFrom: time(from), quietTo: time(to) } satisfies NotificationPreferencesForm }),
    done: () => {
      setFrom(time(from) ?? '');
      setTo(time(to) ?? '');
      return saved(() => client.invalidateQueries({ queryKey: preferencesQuery.queryKey }))(undefined);
    },
  });
  const sections = sectionsOf(user);
  const kinds = preferences.kinds.filter((kind) => sections.some((each) => each.path === places[kind].section));
  const groupOf = (kind: WorklistKind) => sections.find((each) => each.path === places[kind].section)!.group;
  const groups = [...new Set(sections.map((each) => each.group))].filter((group) => kinds.some((kind) => groupOf(kind) === group));
  const isAlways = (kind: WorklistKind) => preferences.alwaysTold.includes(kind);
  return (
    <CommandForm command={command} className={`form ${css.choice}`}>
      <p>{t('notifications.choiceWhy')}</p>
      <div className={css.groups} id="muted" tabIndex={-1}>
        {command.wrong('muted') && <p className="field-error">{command.wrong('muted')}</p>}
        {groups.map((group) => {
          const here = kinds.filter((kind) => groupOf(kind) === group);
          return (
            <div key={group} className={css.group}>
              <Icon name={iconOf(group)} size={20} />
              <Checks<WorklistKind>
                id={`kinds-${group}`}
                label={tCode('app.group', group)}
                of={here}
                words="worklist.kind"
                hintOf={(kind) => isAlways(kind) && t('notifications.always')}
                offOf={isAlways}
                chosen={here.filter((kind) => isAlways(kind) || !muted.includes(kind))}
                onChoose={(chosen) => setMuted([...muted.filter((kind) => !here.includes(kind)), ...here.filter((kind) => !isAlways(kind) && !chosen.includes(kind))])}
              />
            </div>
          );
        })}
      </div>
      <fieldset className={css.quiet}>
        <legend>{t('notifications.quiet')}</legend>
        <p className="hint" id="quiet-hint">
          {t('notifications.quietWhy')}
        </p>
        <div className={css.hours}>
          <TextField id="quietFrom" code inputMode="numeric" maxLength={8} label={t('notifications.quietFrom')} error={command.wrong('quietFrom')} value={from} onText={setFrom} />
          <TextField id="quietTo" code inputMode="numeric" maxLength={8} label={t('notifications.quietTo')} error={command.wrong('quietTo')} value={to} onText={setTo} />
        </div>
        <p className="hint">{t('notifications.quietHint')}</p>
      </fieldset>
    </CommandForm>
  );
}
