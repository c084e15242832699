import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call, json, query } from '../api/client';
import { useUser } from '../api/queries';
import { AreaField } from '../areas/AreaField';
import { type Camera, cameraKinds } from '../cameras/types';
import type { Language } from '../i18n/language';
import { t } from '../i18n/text';
import { LanguageChoice } from '../requests/OwnersLink';
import { dateText } from '../time/format';
import { useSiteTime } from '../time/site';
import { Button } from '../ui/Button';
import { CommandForm, useCommand } from '../ui/CommandForm';
import { Choose, Option, TextField } from '../ui/Field';
import { DialogButton, toast } from '../ui/overlays';
import { Badge, Failure } from '../ui/State';
import { save } from '../ui/save';
import { Code, Name } from '../ui/text';
import { dayText, readDay } from './days';

const papers = ['A5', 'A4', 'A3'] as const;

/** On what paper and in which language beside Vietnamese. */
function useLook() {
  const [paper, setPaper] = useState<string>('A4');
  const [language, setLanguage] = useState<Language>('en');
  const fields = (
    <div className="form-row">
      <Choose id="sign-paper" label={t('register.signPaper')} of={papers} words={(each) => each} value={paper} onText={setPaper} />
      <LanguageChoice id="sign-language" label={t('register.signLanguage')} value={language} onChange={setLanguage} />
    </div>
  );
  return { paper, language, fields };
}

function usePrint(path: string, name: string) {
  return useMutation({
    mutationFn: async (values: Record<string, string | boolean>) => (await call(`${path}${query(values)}`)).blob(),
    onSuccess: (pdf) => save(pdf, name),
  });
}

/** The sign that says that one is recorded here: whether it is up, since when, and for printing. */
export function SignPanel({ camera, change }: { camera: Camera; change: boolean }) {
  const client = useQueryClient();
  const gone = useMutation({
    mutationFn: () => json<void>(`/api/cameras/${camera.id}/sign`, { method: 'DELETE' }),
    onSuccess: () => Promise.all([client.invalidateQueries({ queryKey: ['camera', camera.id] }), client.invalidateQueries({ queryKey: ['register'] })]),
  });
  return (
    <section className="panel stack">
      <h2>{t('register.sign')}</h2>
      {camera.sign ? (
        <p>
          <Badge tone="ok" icon="done">
            {t('register.signUp')}
          </Badge>{' '}
          <Code>{dayText(camera.sign.on)}</Code> · <Name>{camera.sign.by.displayName}</Name>
        </p>
      ) : (
        <p>
          <Badge tone="warn" icon="sign">
            {t('register.signMissing')}
          </Badge>
        </p>
      )}
      <p className="hint">{t('register.signHint')}</p>
      {gone.error && <Failure failure={gone.error} />}
      <div className="actions">
        <DialogButton icon="print" label={t('register.signPrint')}>
          {() => <PrintSign camera={camera} />}
        </DialogButton>
        <DialogButton label={t('register.signPut')} shown={change}>
          {(close) => <PutForm camera={camera} onDone={close} />}
        </DialogButton>
        {change && camera.sign && <Button kind="quiet" label={t('register.signGone')} disabled={gone.isPending} onClick={() => gone.mutate()} />}
      </div>
    </section>
  );
}

function PrintSign({ camera }: { camera: Camera }) {
  const { paper, language, fields } = useLook();
  const print = usePrint(`/api/cameras/${camera.id}/sign.pdf`, `${camera.code}-${paper}.pdf`);
  return (
    <div className="form">
      {print.error && <Failure failure={print.error} />}
      {fields}
      <div className="form-end">
        <Button kind="primary" icon="print" label={t('register.signPrint')} disabled={print.isPending} onClick={() => print.mutate({ paper, language })} />
      </div>
    </div>
  );
}

/** The signs of all cameras of an area, at most a hundred at once. */
export function PrintSigns() {
  const user = useUser();
  const { paper, language, fields } = useLook();
  const [areaId, setAreaId] = useState(user.area?.id ?? '');
  const [kind, setKind] = useState<string>('CONNECTED');
  const [missing, setMissing] = useState(true);
  const print = usePrint('/api/cameras/signs.pdf', `signs-${paper}.pdf`);
  return (
    <div className="form">
      {print.error && <Failure failure={print.error} />}
      <p className="hint">{t('register.signHint')}</p>
      <div className="form-row">
        <AreaField id="sign-area" label={t('app.area')} hint={t('areas.emptyIsAll')} value={areaId} onText={setAreaId} />
        <Choose id="sign-kind" label={t('register.filterKind')} of={cameraKinds} words="register.kind" value={kind} onText={setKind} />
      </div>
      {fields}
      <Option type="checkbox" label={t('register.signOnlyMissing')} checked={missing} onChange={(event) => setMissing(event.target.checked)} />
      <div className="form-end">
        <Button kind="primary" icon="print" label={t('register.signPrint')} disabled={print.isPending} onClick={() => print.mutate({ areaId, kind, missing, paper, language })} />
      </div>
    </div>
  );
}

function PutForm({ camera, onDone }: { camera: Camera; onDone: () => void }) {
  const { zone, now } = useSiteTime();
  const client = useQueryClient();
  const [on, setOn] = useState(dateText(now(), zone));
  const command = useCommand({
    check: () => (readDay(on) ? [] : [{ field: 'on', message: t('register.fDayWrong') }]),
    send: () => json<Camera>(`/api/cameras/${camera.id}/sign`, { method: 'POST', body: { on: readDay(on) } }),
    done: (changed) => {
      client.setQueryData(['camera', camera.id], changed);
      void client.invalidateQueries({ queryKey: ['register'] });
      toast(t('register.signSaved', { code: camera.code }));
      onDone();
    },
  });
  return (
    <CommandForm command={command}>
      <TextField id="on" label={t('register.signOn')} hint={t('register.fOnHint')} error={command.wrong('on')} code autoComplete="off" value={on} onText={setOn} />
    </CommandForm>
  );
}
