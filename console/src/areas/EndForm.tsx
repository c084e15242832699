import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { json } from '../api/client';
import type { Area, AreaKind, Page } from '../api/types';
import { t } from '../i18n/text';
import { readDay } from '../register/days';
import { dateText } from '../time/format';
import { useSiteTime } from '../time/site';
import { Button } from '../ui/Button';
import { CommandForm, useCommand } from '../ui/CommandForm';
import type { Mistake } from '../ui/ErrorSummary';
import { Choose, Radios, Select, TextField } from '../ui/Field';
import { toast } from '../ui/overlays';
import { Notice } from '../ui/State';
import { Name } from '../ui/text';
import { AreaField } from './AreaField';
import css from './areas.module.css';
import { isToCome } from './days';
import { useBranches } from './queries';
import type { AreaFacts } from './types';

type How = 'INTO' | 'NEW' | 'SPLIT' | 'NOTHING';

interface Successor {
  name: string;
  code: string;
  kind: AreaKind;
}

/** The end of an area: merged into another or a new one, divided among new ones, or just an end. */
export function EndForm({ area, onDone }: { area: AreaFacts; onDone: () => void }) {
  const { zone, now } = useSiteTime();
  const client = useQueryClient();
  const inside = useBranches(area.id);
  const empty: Successor = { name: '', code: '', kind: area.kind };
  const [how, setHow] = useState<How>('INTO');
  const [into, setInto] = useState('');
  const [others, setOthers] = useState<string[]>([]);
  const [made, setMade] = useState<Successor[]>([empty, empty]);
  const [places, setPlaces] = useState<Record<string, number>>({});
  const [on, setOn] = useState(dateText(now(), zone));
  const [reason, setReason] = useState('');
  const fresh = how === 'NEW' ? made.slice(0, 1) : how === 'SPLIT' ? made : [];
  const command = useCommand({
    check: () => {
      const found: Mistake[] = [];
      if (how === 'INTO' && !into) found.push({ field: 'into', message: t('areas.intoMissing') });
      fresh.forEach((each, index) => {
        if (!each.name.trim()) found.push({ field: `name-${index}`, message: t('areas.nameMissing') });
        if (!/^[A-Za-z0-9][A-Za-z0-9-]{0,31}$/.test(each.code.trim())) found.push({ field: `code-${index}`, message: t('areas.codeWrong') });
      });
      if (!readDay(on)) found.push({ field: 'on', message: t('register.fDayWrong') });
      if (!reason.trim()) found.push({ field: 'reason', message: t('areas.reasonMissing') });
      return found;
    },
    send: () =>
      json<Page<Area>>('/api/areas/closures', {
        method: 'POST',
        body: {
          areaIds: [area.id, ...(how === 'NEW' ? others.filter(Boolean) : [])],
          on: readDay(on),
          reason: reason.trim(),
          successors: how === 'INTO' ? [{ areaId: into }] : fresh.map((each) => ({ name: each.name.trim(), code: each.code.trim().toUpperCase(), kind: each.kind })),
          moves: how === 'SPLIT' ? (inside.data ?? []).map((each) => ({ areaId: each.id, successor: places[each.id] ?? 0 })) : [],
        },
      }),
    done: async () => {
      await client.invalidateQueries({ queryKey: ['areas'] });
      toast(t(isToCome(on, dateText(now(), zone)) ? 'areas.planDone' : 'areas.endDone'));
      onDone();
    },
    idOf: (field) => idOf(field, how),
  });
  const { wrong } = command;
  const change = (index: number, part: Partial<Successor>) => setMade((before) => before.map((each, place) => (place === index ? { ...each, ...part } : each)));
  return (
    <CommandForm
      command={command}
      className="form panel"
      aria-label={t('areas.end')}
      head={
        <>
          <h2>{t('areas.end')}</h2>
          <Notice tone="info">
            <p>{t('areas.endMore')}</p>
          </Notice>
        </>
      }
      label={t('areas.end')}
      disabled={inside.isPending}
      onCancel={onDone}
    >
      <Radios id="how" label={t('areas.how')} of={['INTO', 'NEW', 'SPLIT', 'NOTHING'] as const} value={how} words="areas.how" onText={setHow} />
      {how === 'INTO' && <AreaField id="into" label={t('areas.into')} error={wrong('into')} value={into} onText={setInto} />}
      {how === 'NEW' &&
        [...others, '']
          .slice(0, 19)
          .map((each, index) => (
            <AreaField
              key={index}
              id={`other-${index}`}
              label={t('areas.together')}
              error={index === 0 ? wrong('other-0') : undefined}
              value={each}
              onText={(id) => setOthers((before) => [...before.slice(0, index), ...(id ? [id] : []), ...before.slice(index + 1)])}
            />
          ))}
      {fresh.map((each, index) => (
        <div className="form-row" key={index}>
          <TextField id={`name-${index}`} label={t('areas.name')} error={wrong(`name-${index}`)} value={each.name} onText={(name) => change(index, { name })} />
          <TextField id={`code-${index}`} label={t('areas.code')} code autoComplete="off" error={wrong(`code-${index}`)} value={each.code} onText={(code) => change(index, { code })} />
          {(area.kind === 'COMMUNE' || area.kind === 'WARD') && (
            <Choose
              id={`kind-${index}`}
              label={t('areas.fKind')}
              error={wrong(`kind-${index}`)}
              of={['COMMUNE', 'WARD'] as const}
              words="areas.kind"
              value={each.kind}
              onText={(kind) => change(index, { kind })}
            />
          )}
        </div>
      ))}
      {how === 'SPLIT' && made.length < 10 && <Button icon="add" label={t('areas.another')} onClick={() => setMade((before) => [...before, empty])} />}
      {how === 'SPLIT' && (inside.data ?? []).length > 0 && (
        <fieldset className="form-group" id="moves">
          <legend>{t('areas.moves')}</legend>
          {(inside.data ?? []).map((each) => (
            <div className={css.areaMove} key={each.id}>
              <label htmlFor={`move-${each.id}`}>
                <Name>{each.name}</Name>
              </label>
              <Select
                id={`move-${each.id}`}
                of={[...made.keys()].map(String)}
                words={(place) => made[Number(place)]?.name.trim() || `${t('areas.part')} ${Number(place) + 1}`}
                value={places[each.id] ?? 0}
                onText={(picked) => setPlaces((before) => ({ ...before, [each.id]: Number(picked) }))}
              />
            </div>
          ))}
        </fieldset>
      )}
      <TextField id="on" label={t('areas.on')} hint={t('areas.onHint')} code autoComplete="off" error={wrong('on')} value={on} onText={setOn} />
      <TextField id="reason" label={t('areas.reason')} hint={t('areas.reasonHint')} error={wrong('reason')} value={reason} onText={setReason} />
    </CommandForm>
  );
}

/** The control of one of the server's fields. */
function idOf(field: string, how: How): string {
  const successor = /^successors\[(\d+)\]\.(\w+)$/.exec(field);
  if (successor) return how === 'INTO' ? 'into' : `${successor[2]}-${successor[1]}`;
  if (field.startsWith('moves')) return how === 'SPLIT' ? 'moves' : 'how';
  return field === 'areaIds' ? (how === 'NEW' ? 'other-0' : 'how') : field;
}
