import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { json } from '../api/client';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import type { Camera } from '../cameras/types';
import { t, tCode } from '../i18n/text';
import { dateText } from '../time/format';
import { useSiteTime } from '../time/site';
import { Button } from '../ui/Button';
import { CommandForm, useCommand } from '../ui/CommandForm';
import type { Mistake } from '../ui/ErrorSummary';
import { Choose, TextField } from '../ui/Field';
import { Dialog, toast } from '../ui/overlays';
import { Badge, Failure, Loading, Notice } from '../ui/State';
import { Code } from '../ui/text';
import { dayText, readDay } from './days';
import { useStatements } from './queries';
import css from './register.module.css';
import { type ConsentStatement, consentForms } from './types';

type What = ConsentStatement['what'];

/** What the owner stated, newest first; statements are only added. */
export function Statements({ camera }: { camera: Camera }) {
  const user = useUser();
  const statements = useStatements(camera.id);
  const [stating, setStating] = useState<What | null>(null);
  const change = may(user, 'changeCameras') && !camera.retired && camera.consent.state !== 'NOT_NEEDED';
  return (
    <>
      {camera.consent.state === 'NOT_NEEDED' && <p>{t('register.statementsPublic')}</p>}
      {statements.isPending && <Loading />}
      {statements.error && <Failure failure={statements.error} />}
      {statements.data?.length === 0 && camera.consent.state !== 'NOT_NEEDED' && <p>{t('register.statementsNone')}</p>}
      <ol className={css.statements}>
        {statements.data?.map((statement) => (
          <li key={statement.id}>
            <Badge tone={statement.what === 'GIVEN' ? 'ok' : 'bad'} icon={statement.what === 'GIVEN' ? 'done' : 'refused'}>
              {tCode('register.what', statement.what)}
            </Badge>{' '}
            <Code>{dayText(statement.on)}</Code> · {tCode('register.form', statement.form)}
            {statement.until && (
              <>
                {' · '}
                {t('register.consentUntil')} <Code>{dayText(statement.until)}</Code>
              </>
            )}
            {statement.document && (
              <>
                {' · '}
                <bdi>{statement.document}</bdi>
              </>
            )}
          </li>
        ))}
      </ol>
      {change && (
        <div className="actions">
          <Button label={t('register.stateGiven')} onClick={() => setStating('GIVEN')} />
          {camera.consent.state !== 'WITHDRAWN' && <Button kind="danger" label={t('register.stateWithdrawn')} onClick={() => setStating('WITHDRAWN')} />}
        </div>
      )}
      <Dialog open={stating !== null} onClose={() => setStating(null)} title={t(stating === 'WITHDRAWN' ? 'register.stateWithdrawn' : 'register.stateGiven')}>
        {stating && <StatementForm camera={camera} what={stating} onDone={() => setStating(null)} />}
      </Dialog>
    </>
  );
}

function StatementForm({ camera, what, onDone }: { camera: Camera; what: What; onDone: () => void }) {
  const { zone, now } = useSiteTime();
  const client = useQueryClient();
  const [form, setForm] = useState<string>('PAPER');
  const [on, setOn] = useState(dateText(now(), zone));
  const [until, setUntil] = useState('');
  const [document, setDocument] = useState('');
  const command = useCommand({
    check: () => {
      const found: Mistake[] = [];
      if (!readDay(on)) found.push({ field: 'statement-on', message: t('register.fDayWrong') });
      if (until.trim() && !readDay(until)) found.push({ field: 'statement-until', message: t('register.fDayWrong') });
      return found;
    },
    send: () =>
      json(`/api/cameras/${camera.id}/consents`, {
        method: 'POST',
        body: { what, form, on: readDay(on), until: until.trim() ? readDay(until) : null, document: document.trim() || null },
      }),
    done: () => {
      void client.invalidateQueries({ queryKey: ['register'] });
      void client.invalidateQueries({ queryKey: ['camera', camera.id] });
      toast(t('register.stateSaved'));
      onDone();
    },
    idOf: (field) => `statement-${field}`,
  });
  const { wrong } = command;
  return (
    <CommandForm command={command} label={t(what === 'WITHDRAWN' ? 'register.stateWithdrawn' : 'register.stateGiven')} kind={what === 'WITHDRAWN' ? 'danger' : 'primary'} onCancel={onDone}>
      {what === 'WITHDRAWN' && <Notice tone="warn" title={t('register.withdrawMore')} />}
      <Choose id="statement-form" label={t('register.fForm')} of={consentForms} words="register.form" value={form} onText={setForm} />
      <TextField id="statement-on" label={t('register.fOn')} hint={t('register.fOnHint')} code inputMode="numeric" error={wrong('statement-on')} value={on} onText={setOn} />
      {what === 'GIVEN' && <TextField id="statement-until" label={t('register.fUntil')} optional code error={wrong('statement-until')} value={until} onText={setUntil} />}
      <TextField id="statement-document" label={t('register.fDocument')} optional error={wrong('statement-document')} value={document} onText={setDocument} />
    </CommandForm>
  );
}
