import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { json, query } from '../api/client';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { AreaField } from '../areas/AreaField';
import { useOwnEmergencies } from '../emergency/EmergencyBar';
import { ToldList } from '../emergency/EmergencyNotices';
import { OpeningForm } from '../emergency/OpenEmergency';
import type { EmergencyAccess } from '../emergency/types';
import { t, tCode } from '../i18n/text';
import { readDay } from '../register/days';
import { Moment, useNow } from '../time/site';
import { parseInstant } from '../time/zone';
import { Button } from '../ui/Button';
import { CommandForm, useCommand } from '../ui/CommandForm';
import { Choose, fieldsOf, TextField, useFields } from '../ui/Field';
import { Dialog } from '../ui/overlays';
import { Badge, Empty, Failure, Loading, Notice, QueryState } from '../ui/State';
import { Code, Name, PageFrame } from '../ui/text';
import { Content } from './ContentView';
import { useKinds } from './queries';
import { Tabs } from './tabs';
import type { EmergencyReading, EmergencySituation, EmergencySituations } from './types';

/** Reports of a commune that is not one's own, read for an hour where it cannot wait; and who read those of one's own. */
export function EmergencyPage() {
  const user = useUser();
  const officer = may(user, 'situations');
  return (
    <PageFrame title={t('situations.emergency')} lead={t(officer ? 'situations.emergencyLead' : 'situations.emergencyLeadChair')} below={<Tabs />}>
      {officer && <Own />}
      <ToldList />
    </PageFrame>
  );
}

function Own() {
  const own = useOwnEmergencies();
  const now = useNow();
  if (!own.data) return <QueryState query={own} />;
  const open = own.data.open;
  if (open?.purpose === 'SITUATIONS' && parseInstant(open.end) > now) return <Search access={open} />;
  return (
    <section className="panel stack" id="open">
      <h2>{t('emergency.openTitle')}</h2>
      <OpeningForm
        purpose="SITUATIONS"
        first=""
        follows={[t('situations.emergencyFollows1'), t('situations.emergencyFollows2'), t('situations.emergencyFollows3')]}
        onOpened={() => undefined}
        field={(areaId, choose, wrong) => <AreaField id="areaId" communes label={t('situations.levelOf.COMMUNE')} error={wrong} value={areaId} onText={choose} />}
      />
    </section>
  );
}

const nothing = { code: '', kind: '', villageId: '', day: '' };

function Search({ access }: { access: EmergencyAccess }) {
  const kinds = useKinds();
  const [fields, set] = useFields(nothing);
  const [reading, setReading] = useState<EmergencySituation | null>(null);
  const command = useCommand({
    check: () => {
      if (fields.day.trim() && !readDay(fields.day)) return [{ field: 'day', message: t('register.fDayWrong') }];
      return Object.values(fields).filter((each) => each.trim()).length < 2 ? [{ field: 'kind', message: t('situations.emergencyTwo') }] : [];
    },
    send: () =>
      json<EmergencySituations>(
        `/api/situations/emergency${query({ communeId: access.areaId, code: fields.code.trim(), kind: fields.kind, villageId: fields.villageId, day: readDay(fields.day) ?? '' })}`,
      ),
  });
  const { wrong, answer: found } = command;
  const field = fieldsOf(fields, wrong, set);
  return (
    <section className="panel stack" id="search">
      <h2>
        {t('situations.emergencySearch')} · <Name>{access.areaName}</Name>
      </h2>
      <p className="hint">
        <Code>{access.code}</Code> · {t('emergency.until')} <Moment at={access.end} show="clock" /> · {t('situations.emergencySearchHint')}
      </p>
      <CommandForm command={command} className="form form-wide" label={t('situations.emergencySearch')}>
        <Choose {...field('kind')} label={t('situations.fKind')} none={t('situations.anyKind')} of={(kinds.data ?? []).filter((each) => !each.guarded)} words="situations.kind" />
        <AreaField {...field('villageId')} within={{ id: access.areaId, name: access.areaName }} label={t('situations.fVillage')} />
        <TextField {...field('day')} label={t('situations.fDay')} hint={t('register.fOnHint')} code autoComplete="off" />
        <TextField {...field('code')} label={t('situations.fCode')} code autoComplete="off" />
      </CommandForm>
      {found && <Found found={found} onRead={setReading} />}
      <Dialog open={reading !== null} onClose={() => setReading(null)} title={t('situations.content')}>
        {reading && <Reading key={reading.id} situation={reading} />}
      </Dialog>
    </section>
  );
}

function Found({ found, onRead }: { found: EmergencySituations; onRead: (situation: EmergencySituation) => void }) {
  if (found.found.length === 0) {
    return (
      <Empty icon="search" title={t('situations.emergencyNone')}>
        <p>{t('situations.emergencyNoneMore')}</p>
      </Empty>
    );
  }
  return (
    <div className="stack" role="status">
      <h3>{t('situations.emergencyFound')}</h3>
      {found.more && <Notice tone="warn">{t('situations.emergencyMore')}</Notice>}
      <ul className="stack" data-found>
        {found.found.map((each) => (
          <li key={each.id} className="panel">
            <p>
              <Code>{each.code}</Code> · <strong>{tCode('situations.kind', each.kind)}</strong> {each.danger && <Badge tone="bad">{t('situations.danger')}</Badge>}{' '}
              {each.injured && <Badge tone="bad">{t('situations.injured')}</Badge>}
              <small className="block">
                {each.villageName ? <Name>{each.villageName}</Name> : t('situations.noVillage')} · {tCode('situations.state', each.state)} · <Moment at={each.happenedAt ?? each.receivedAt} />
              </small>
            </p>
            <Button small icon="open" label={t('situations.emergencyRead')} onClick={() => onRead(each)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Read when somebody asks for it, and kept nowhere: each reading is an entry of the log and a line of the report's history. */
function Reading({ situation }: { situation: EmergencySituation }) {
  const reading = useMutation({ mutationFn: () => json<EmergencyReading>(`/api/situations/emergency/${situation.id}`), gcTime: 0 });
  return (
    <div className="stack" data-reading>
      <p>
        <Code>{situation.code}</Code>
      </p>
      {reading.isIdle && (
        <>
          <p className="hint">{t('situations.readHint')}</p>
          <Button icon="open" label={t('situations.readContent')} onClick={() => reading.mutate()} />
        </>
      )}
      {reading.isPending && <Loading />}
      {reading.error && <Failure failure={reading.error} retry={() => reading.mutate()} />}
      {reading.data && <Content content={reading.data.content} guarded={false} onDecide={null} />}
    </div>
  );
}
