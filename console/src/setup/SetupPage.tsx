import { useMutation, useQueryClient } from '@tanstack/react-query';
import { json } from '../api/client';
import type { Page } from '../api/types';
import { t, tCode } from '../i18n/text';
import { Button, ButtonLink } from '../ui/Button';
import { Badge, Failure, Notice, QueryState, type Tone } from '../ui/State';
import { PageFrame } from '../ui/text';
import { type SetupStep, useSetup } from './queries';
import css from './setup.module.css';

/** Where a step is done; the others are settings of the server. */
const places: Partial<Record<SetupStep['step'], string>> = { AREAS: '/areas', SECOND_ADMINISTRATOR: '/people', PEOPLE: '/people', CAMERAS: '/cameras/new' };
const settings: Partial<Record<SetupStep['step'], string>> = { SITE_NAME: 'anbinh.site.name', MESSAGES: 'anbinh.notification.mail', WITNESS: 'anbinh.audit.witnesses.policy' };
const tones: Record<SetupStep['state'], Tone | 'mute'> = { DONE: 'ok', LEFT: 'warn', SKIPPED: 'mute' };

/** What is left to do until a new installation can be used. */
export function SetupPage() {
  const setup = useSetup();
  const left = setup.data?.filter((each) => each.state === 'LEFT').length ?? 0;
  return (
    <PageFrame title={t('setup.title')} lead={t('setup.lead')}>
      <QueryState query={setup} />
      {setup.data && (
        <>
          <Notice tone={left === 0 ? 'ok' : 'info'} title={left === 0 ? t('setup.ready') : t('setup.left', { count: left })} />
          <ol className={css.steps}>
            {setup.data.map((each) => (
              <Step key={each.step} step={each} />
            ))}
          </ol>
        </>
      )}
    </PageFrame>
  );
}

function Step({ step: { step, state, skippable, missing } }: { step: SetupStep }) {
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: () => json<Page<SetupStep>>(`/api/setup/${step}/skip`, { method: state === 'SKIPPED' ? 'DELETE' : 'POST' }),
    onSuccess: ({ items }) => client.setQueryData(['setup'], items),
  });
  const to = places[step];
  const setting = settings[step];
  return (
    <li className={`panel ${css.step}`} data-step={step} data-state={state}>
      <h2>{tCode('setup.step', step)}</h2>
      <Badge tone={tones[state]} {...(state === 'DONE' ? { icon: 'done' as const } : {})}>
        {tCode('setup.state', state)}
      </Badge>
      <p>{tCode('setup.why', step)}</p>
      {missing.length > 0 && <p>{t('setup.missing', { roles: missing.map((role) => tCode('app.role', role)).join(', ') })}</p>}
      {state !== 'DONE' && (
        <div className="toolbar">
          {to && <ButtonLink kind={state === 'LEFT' ? 'primary' : 'quiet'} label={tCode('setup.do', step)} to={to} />}
          {setting && (
            <p>
              {t('setup.setting')}{' '}
              <code>
                <bdi dir="ltr">{setting}</bdi>
              </code>
            </p>
          )}
          {skippable && <Button kind="quiet" label={t(state === 'SKIPPED' ? 'setup.resume' : 'setup.skip')} onClick={() => act.mutate()} disabled={act.isPending} />}
        </div>
      )}
      {act.error && <Failure failure={act.error} />}
    </li>
  );
}
