import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { json } from '../api/client';
import { useUser } from '../api/queries';
import type { Page } from '../api/types';
import { AreaField } from '../areas/AreaField';
import { t } from '../i18n/text';
import { CommandForm, useCommand } from '../ui/CommandForm';
import type { Mistake } from '../ui/ErrorSummary';
import { Option, Options, TextField } from '../ui/Field';
import { toast } from '../ui/overlays';
import { Forbidden, QueryState } from '../ui/State';
import { Name, PageHead, usePageTitle } from '../ui/text';
import { AreaChoices } from './NewProgrammePage';
import { useProgramme, useProgrammesChanged } from './queries';
import type { Programme, ProgrammeLine } from './types';

/** Proposes a programme in several other areas at once; each copy needs a decision of its own. */
export function CopyPage() {
  const { id = '' } = useParams();
  usePageTitle(t('programmes.copyTo'));
  const programme = useProgramme(id);
  if (!programme.data) return <QueryState query={programme} />;
  if (!programme.data.may.copy) return <Forbidden />;
  return (
    <>
      <PageHead
        title={t('programmes.copyTo')}
        lead={
          <p>
            <Name>{programme.data.programme.name}</Name> · {t('programmes.copyLead')}
          </p>
        }
      />
      <Form data={programme.data} />
    </>
  );
}

function Form({ data }: { data: Programme }) {
  const user = useUser();
  const navigate = useNavigate();
  const changed = useProgrammesChanged();
  // What is copied is what was shown when the form was opened.
  const [source] = useState(data);
  const [communeId, setCommune] = useState(user.area?.id ?? '');
  const [areaIds, setAreas] = useState<string[]>([]);
  const [name, setName] = useState(source.programme.name);
  const [rules, setRules] = useState(source.content.rules.map((_, index) => index));
  const [criteria, setCriteria] = useState(source.content.criteria.map((_, index) => index));
  const path = `/programmes/${source.programme.id}`;
  const command = useCommand({
    check: () => {
      const found: Mistake[] = [];
      if (areaIds.length === 0) found.push({ field: 'areaIds', message: t('programmes.areasMissing') });
      if (criteria.length === 0) found.push({ field: 'criteria', message: t('programmes.criteriaMissing') });
      return found;
    },
    send: () => json<Page<ProgrammeLine>>(`/api${path}/copies`, { method: 'POST', body: { version: source.version, areaIds, name: name.trim() || null, rules, criteria } }),
    done: async (made) => {
      await changed();
      toast(t('programmes.copiesMade', { count: made.items.length }));
      void navigate(`${path}#copies`);
    },
    idOf: (field) => (field.startsWith('areaIds') ? 'areaIds' : field),
  });
  const { wrong } = command;
  const turn = (chosen: number[], index: number) => (chosen.includes(index) ? chosen.filter((each) => each !== index) : [...chosen, index]);
  const inTheWay = command.summary.mistakes.filter((each) => each.field === 'areaIds').map((each) => each.message);
  return (
    <CommandForm command={command} className="form form-wide panel" label={t('programmes.copyButton', { count: areaIds.length })} onCancel={path}>
      <AreaField
        id="communeId"
        label={t('programmes.commune')}
        value={communeId}
        onText={(id) => {
          setCommune(id);
          setAreas([]);
        }}
      />
      <AreaChoices commune={communeId} chosen={areaIds} onChange={setAreas} error={inTheWay.length > 0 ? inTheWay.join(' ') : undefined} hint={t('programmes.copyAreasHint')} />
      <TextField id="name" label={t('programmes.copyName')} hint={t('programmes.copyNameHint', { place: '{area}' })} error={wrong('name')} value={name} onText={setName} />
      {source.content.rules.length > 0 && (
        <Options id="rules" label={t('programmes.keepRules')} error={wrong('rules')}>
          {source.content.rules.map((rule, index) => (
            <Option key={rule} type="checkbox" label={<bdi>{rule}</bdi>} checked={rules.includes(index)} onChange={() => setRules(turn(rules, index))} />
          ))}
        </Options>
      )}
      <Options id="criteria" label={t('programmes.keepCriteria')} error={wrong('criteria')}>
        {source.content.criteria.map((criterion, index) => (
          <Option key={criterion} type="checkbox" label={<bdi>{criterion}</bdi>} checked={criteria.includes(index)} onChange={() => setCriteria(turn(criteria, index))} />
        ))}
      </Options>
      <p className="hint">{t('programmes.copyPartners')}</p>
    </CommandForm>
  );
}
