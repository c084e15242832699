import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { json } from '../api/client';
import { useUser } from '../api/queries';
import { AreaField } from '../areas/AreaField';
import { useArea, useBranches } from '../areas/queries';
import { isCommune } from '../areas/types';
import { t } from '../i18n/text';
import { Button } from '../ui/Button';
import { CommandForm, useCommand } from '../ui/CommandForm';
import type { Mistake } from '../ui/ErrorSummary';
import { Choose, Option, Options, TextField } from '../ui/Field';
import { toast } from '../ui/overlays';
import { QueryState } from '../ui/State';
import { Name, PageFrame } from '../ui/text';
import { ContentFields, contentBody, contentMistakes } from './ContentFields';
import css from './programmes.module.css';
import { useKinds, useProgrammesChanged } from './queries';
import type { Content, Kind, ProgrammeLine } from './types';

/** Proposes a programme from a kind; the chair decides. */
export function NewProgrammePage() {
  const kinds = useKinds();
  return (
    <PageFrame title={t('programmes.new')} lead={t('programmes.newLead')}>
      <QueryState query={kinds} />
      {kinds.data && <Form kinds={kinds.data} />}
    </PageFrame>
  );
}

function fromKind(kind: Kind): Content {
  return { goal: kind.goal, rules: kind.rules, criteria: kind.criteria, partners: kind.partners.map((each) => ({ kind: each, name: null, office: null })), indicators: kind.indicators };
}

function Form({ kinds }: { kinds: Kind[] }) {
  const user = useUser();
  const navigate = useNavigate();
  const changed = useProgrammesChanged();
  const [search] = useSearchParams();
  const first = kinds.find((each) => each.id === search.get('kind'));
  const [kindId, setKind] = useState(first?.id ?? '');
  const [communeId, setCommune] = useState(user.area?.id ?? '');
  const [areaIds, setAreas] = useState<string[]>([]);
  const [others, setOthers] = useState<OtherCommune[]>([]);
  const [name, setName] = useState(first?.name ?? '');
  const [content, setContent] = useState<Content | null>(first ? fromKind(first) : null);
  const kind = kinds.find((each) => each.id === kindId);
  const linked = kind?.code === 'LINKED_AREA';
  const command = useCommand({
    check: () => {
      const found: Mistake[] = [];
      if (!kindId) found.push({ field: 'kindId', message: t('programmes.kindMissing') });
      if (areaIds.length === 0) found.push({ field: 'areaIds', message: t('programmes.areasMissing') });
      if (linked) {
        others.forEach((each, index) => {
          const id = `other-${each.key}`;
          if (each.id && (each.id === communeId || others.slice(0, index).some((before) => before.id === each.id))) found.push({ field: id, message: t('programmes.otherTwice') });
          else if (each.areaIds.length === 0) found.push({ field: id, message: t('programmes.otherEmpty') });
        });
      }
      if (!name.trim()) found.push({ field: 'name', message: t('programmes.nameMissing') });
      if (content) found.push(...contentMistakes(content));
      return found;
    },
    send: () =>
      json<ProgrammeLine>('/api/programmes', {
        method: 'POST',
        body: { kindId, kindVersion: kind?.version, areaIds: linked ? [...areaIds, ...others.flatMap((each) => each.areaIds)] : areaIds, name: name.trim(), content: content && contentBody(content) },
      }),
    done: async (made) => {
      await changed();
      toast(t('programmes.proposed', { code: made.code }));
      void navigate(`/programmes/${made.id}`);
    },
    idOf: (field) => (field.startsWith('areaIds') ? 'areaIds' : field),
  });
  const { wrong } = command;
  return (
    <CommandForm command={command} className="form form-wide panel" label={t('programmes.propose')} onCancel="/programmes">
      <Choose
        id="kindId"
        label={t('programmes.kind')}
        error={wrong('kindId')}
        none={t('programmes.choose')}
        of={kinds}
        words={(each) => each.name}
        value={kindId}
        onText={(picked) => {
          const chosen = kinds.find((each) => each.id === picked);
          setKind(picked);
          if (chosen) {
            setContent(fromKind(chosen));
            setName(chosen.name);
          }
        }}
      />
      <AreaField
        id="communeId"
        label={t('programmes.commune')}
        value={communeId}
        onText={(id) => {
          setCommune(id);
          setAreas([]);
        }}
      />
      <AreaChoices commune={communeId} chosen={areaIds} onChange={setAreas} error={wrong('areaIds')} />
      {linked && <OtherCommunes others={others} onChange={setOthers} wrong={wrong} />}
      <TextField id="name" label={t('programmes.name')} error={wrong('name')} value={name} onText={setName} />
      {content && <ContentFields content={content} onChange={setContent} wrong={wrong} />}
    </CommandForm>
  );
}

interface OtherCommune {
  /** Its place in the form, which stays when others are taken out. */
  key: number;
  id: string;
  areaIds: string[];
}

/** The adjoining communes and their villages that take part, as many as there are. */
function OtherCommunes({ others, onChange, wrong }: { others: readonly OtherCommune[]; onChange: (others: OtherCommune[]) => void; wrong: (field: string) => string | undefined }) {
  const set = (key: number, part: Partial<OtherCommune>) => onChange(others.map((each) => (each.key === key ? { ...each, ...part } : each)));
  const next = Math.max(0, ...others.map((each) => each.key)) + 1;
  return (
    <fieldset className="field" id="others">
      <legend>{t('programmes.otherCommunes')}</legend>
      <p className="hint">{t('programmes.otherCommuneHint')}</p>
      {others.map((each) => (
        <div key={each.key} className={`stack ${css.programmeOther}`}>
          <AreaField id={`other-${each.key}`} label={t('programmes.otherCommune')} value={each.id} error={wrong(`other-${each.key}`)} onText={(id) => set(each.key, { id, areaIds: [] })} />
          {each.id !== '' && (
            <AreaChoices commune={each.id} chosen={each.areaIds} onChange={(areaIds) => set(each.key, { areaIds })} id={`others-${each.key}`} whole={false} hint={t('programmes.otherVillagesHint')} />
          )}
          <div>
            <Button small kind="quiet" label={t('programmes.otherTakeOut')} onClick={() => onChange(others.filter((one) => one.key !== each.key))} />
          </div>
        </div>
      ))}
      <Button small icon="add" label={t('programmes.otherAdd')} onClick={() => onChange([...others, { key: next, id: '', areaIds: [] }])} />
    </fieldset>
  );
}

/** Villages of a commune, or the commune as a whole, which excludes its villages. */
export function AreaChoices({
  commune,
  chosen,
  onChange,
  error,
  hint = t('programmes.areasHint'),
  id = 'areaIds',
  whole = true,
  notCommune = t('programmes.chooseCommune'),
}: {
  commune: string;
  chosen: readonly string[];
  onChange: (ids: string[]) => void;
  error?: string | undefined;
  hint?: string;
  id?: string;
  whole?: boolean;
  /** What is said of an area that is none. */
  notCommune?: string | null;
}) {
  const office = useArea(commune);
  const branches = useBranches(commune, commune !== '');
  if (commune === '') return null;
  if (office.data && !isCommune(office.data.kind))
    return (
      notCommune && (
        <p className={error ? 'field-error' : 'hint'} id={id} tabIndex={-1}>
          {notCommune}
        </p>
      )
    );
  if (!branches.data) return <QueryState query={branches} />;
  const villages = branches.data.filter((each) => each.kind === 'RESIDENTIAL_AREA');
  const turn = (one: string) => onChange(chosen.includes(one) ? chosen.filter((each) => each !== one) : [...chosen.filter((each) => each !== commune), one]);
  return (
    <Options id={id} label={t('programmes.areas')} hint={hint} error={error}>
      <div className="village-choices">
        {whole && <Option type="checkbox" label={t('programmes.wholeCommune')} checked={chosen.includes(commune)} onChange={() => onChange(chosen.includes(commune) ? [] : [commune])} />}
        {villages.map((village) => (
          <Option key={village.id} type="checkbox" label={<Name>{village.name}</Name>} checked={chosen.includes(village.id)} onChange={() => turn(village.id)} />
        ))}
      </div>
    </Options>
  );
}
