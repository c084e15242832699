import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { json } from '../api/client';
import { may, useUser } from '../api/queries';
import { AreaField } from '../areas/AreaField';
import { useBranches } from '../areas/queries';
import { t } from '../text/text';
import { ButtonLink } from '../ui/Button';
import { ErrorSummary, type Mistake } from '../ui/ErrorSummary';
import { Choose, Option, Options, TextField } from '../ui/Field';
import { unnamed, useMistakes } from '../ui/mistakes';
import { toast } from '../ui/overlays';
import { Empty, Failure, Loading } from '../ui/State';
import { SubmitButton } from '../ui/SubmitButton';
import { Name, PageHead, usePageTitle } from '../ui/text';
import { contentBody, ContentFields, contentMistakes } from './ContentFields';
import { useKinds, useProgrammesChanged } from './queries';
import type { Content, Kind, ProgrammeLine } from './types';

/** Proposes a programme from a kind; the chair decides. */
export function NewProgrammePage() {
  usePageTitle(t('programmes.new'));
  const user = useUser();
  const kinds = useKinds();
  if (!may(user, 'keepProgrammes')) return <Empty icon="lock" title={t('app.forbiddenTitle')}><p>{t('app.forbiddenDetail')}</p></Empty>;
  return (
    <>
      <PageHead title={t('programmes.new')} lead={<p>{t('programmes.newLead')}</p>} />
      {kinds.isPending && <Loading />}
      {kinds.error && <Failure failure={kinds.error} retry={() => void kinds.refetch()} />}
      {kinds.data && <Form kinds={kinds.data} />}
    </>
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
  const [otherId, setOther] = useState('');
  const [others, setOthers] = useState<string[]>([]);
  const [name, setName] = useState(first?.name ?? '');
  const [content, setContent] = useState<Content | null>(first ? fromKind(first) : null);
  const { summary, wrong, tell, tellNamed } = useMistakes();
  const kind = kinds.find((each) => each.id === kindId);
  const linked = kind?.code === 'LINKED_AREA';
  const save = useMutation({
    mutationFn: () => json<ProgrammeLine>('/api/programmes', { method: 'POST', body: { kindId, kindVersion: kind?.version, areaIds: linked ? [...areaIds, ...others] : areaIds, name: name.trim(), content: content && contentBody(content) } }),
    onSuccess: async (made) => {
      await changed();
      toast(t('programmes.proposed', { code: made.code }));
      void navigate(`/programmes/${made.id}`);
    },
    onError: (failure) => tellNamed(failure, (field) => (field.startsWith('areaIds') ? 'areaIds' : field)),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found: Mistake[] = [];
    if (!kindId) found.push({ field: 'kindId', message: t('programmes.kindMissing') });
    if (areaIds.length === 0) found.push({ field: 'areaIds', message: t('programmes.areasMissing') });
    if (!name.trim()) found.push({ field: 'name', message: t('programmes.nameMissing') });
    if (content) found.push(...contentMistakes(content));
    tell(found);
    if (found.length === 0) save.mutate();
  };
  const failure = unnamed(save.error);
  return (
    <form className="form form-wide panel" onSubmit={submit} noValidate>
      <ErrorSummary {...summary} />
      {failure && <Failure failure={failure} />}
      <Choose
        id="kindId"
        label={t('programmes.kind')}
        error={wrong('kindId')}
        value={kindId}
        onChange={(event) => {
          const chosen = kinds.find((each) => each.id === event.target.value);
          setKind(event.target.value);
          if (chosen) {
            setContent(fromKind(chosen));
            setName(chosen.name);
          }
        }}
      >
        <option value="">{t('programmes.choose')}</option>
        {kinds.map((each) => (
          <option key={each.id} value={each.id}>
            {each.name}
          </option>
        ))}
      </Choose>
      <AreaField
        id="communeId"
        label={t('programmes.commune')}
        value={communeId}
        onChange={(id) => {
          setCommune(id);
          setAreas([]);
        }}
      />
      <AreaChoices commune={communeId} chosen={areaIds} onChange={setAreas} error={wrong('areaIds')} />
      {linked && (
        <>
          <AreaField
            id="otherId"
            label={t('programmes.otherCommune')}
            value={otherId}
            onChange={(id) => {
              setOther(id);
              setOthers([]);
            }}
          />
          {otherId !== communeId && <AreaChoices commune={otherId} chosen={others} onChange={setOthers} id="others" whole={false} hint={t('programmes.otherCommuneHint')} />}
        </>
      )}
      <TextField id="name" label={t('programmes.name')} error={wrong('name')} value={name} onChange={(event) => setName(event.target.value)} />
      {content && <ContentFields content={content} onChange={setContent} wrong={wrong} />}
      <div className="form-end">
        <SubmitButton pending={save.isPending}>{t('programmes.propose')}</SubmitButton>
        <ButtonLink kind="quiet" to="/programmes">
          {t('app.cancel')}
        </ButtonLink>
      </div>
    </form>
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
}: {
  commune: string;
  chosen: readonly string[];
  onChange: (ids: string[]) => void;
  error?: string | undefined;
  hint?: string;
  id?: string;
  whole?: boolean;
}) {
  const branches = useBranches(commune, commune !== '');
  if (commune === '') return null;
  if (branches.isPending) return <Loading />;
  if (!branches.data) return <Failure failure={branches.error} retry={() => void branches.refetch()} />;
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
