import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useNavigate, useParams } from 'react-router';
import { json } from '../api/client';
import { t } from '../i18n/text';
import { ButtonLink } from '../ui/Button';
import { ErrorSummary } from '../ui/ErrorSummary';
import { TextArea, TextField } from '../ui/Field';
import { unnamed, useMistakes } from '../ui/mistakes';
import { toast } from '../ui/overlays';
import { Empty, Failure, Loading } from '../ui/State';
import { SubmitButton } from '../ui/SubmitButton';
import { Name, PageHead, usePageTitle } from '../ui/text';
import { contentBody, ContentFields, contentMistakes } from './ContentFields';
import { useProgramme, useProgrammesChanged } from './queries';
import type { Programme, ProgrammeLine } from './types';

/** Writes another text: of what waits to be launched, or as a change that waits. */
export function RevisePage() {
  const { id = '' } = useParams();
  usePageTitle(t('programmes.revise'));
  const programme = useProgramme(id);
  if (programme.isPending) return <Loading />;
  if (!programme.data) return <Failure failure={programme.error} retry={() => void programme.refetch()} />;
  if (!programme.data.may.revise) return <Empty icon="lock" title={t('app.forbiddenTitle')}><p>{t('app.forbiddenDetail')}</p></Empty>;
  const proposed = programme.data.programme.state === 'PROPOSED';
  return (
    <>
      <PageHead title={t(proposed ? 'programmes.revise' : 'programmes.change')} lead={<p><Name>{programme.data.programme.name}</Name> · {t('programmes.reviseLead')}</p>} />
      <Form data={programme.data} proposed={proposed} />
    </>
  );
}

function Form({ data, proposed }: { data: Programme; proposed: boolean }) {
  const navigate = useNavigate();
  const changed = useProgrammesChanged();
  // The text that was seen; what somebody else writes meanwhile is refused by its number.
  const [seen] = useState(data.lastVersion);
  const [content, setContent] = useState(data.versions[0]?.content ?? data.content);
  const [name, setName] = useState(data.versions.find((each) => each.name !== null && each.version > (proposed ? 0 : data.version))?.name ?? data.programme.name);
  const [reason, setReason] = useState('');
  const { summary, wrong, tell, tellNamed } = useMistakes();
  const path = `/programmes/${data.programme.id}`;
  const save = useMutation({
    mutationFn: () => json<ProgrammeLine>(`/api${path}/versions`, { method: 'POST', body: { version: seen, name: name.trim(), content: contentBody(content), reason: reason.trim() || null } }),
    onSuccess: async () => {
      await changed();
      toast(t('app.saved'));
      void navigate(path);
    },
    onError: (failure) => tellNamed(failure),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = contentMistakes(content);
    if (!name.trim()) found.unshift({ field: 'name', message: t('programmes.nameMissing') });
    if (!proposed && !reason.trim()) found.push({ field: 'reason', message: t('programmes.reasonMissing') });
    tell(found);
    if (found.length === 0) save.mutate();
  };
  const failure = unnamed(save.error);
  return (
    <form className="form form-wide panel" onSubmit={submit} noValidate>
      <ErrorSummary {...summary} />
      {failure && <Failure failure={failure} />}
      <TextField id="name" label={t('programmes.name')} error={wrong('name')} value={name} onChange={(event) => setName(event.target.value)} />
      <ContentFields content={content} onChange={setContent} wrong={wrong} />
      <TextArea id="reason" label={t('programmes.reason')} optional={proposed} rows={2} error={wrong('reason')} value={reason} onChange={(event) => setReason(event.target.value)} />
      <div className="form-end">
        <SubmitButton pending={save.isPending}>{t('programmes.propose')}</SubmitButton>
        <ButtonLink kind="quiet" to={path}>
          {t('app.cancel')}
        </ButtonLink>
      </div>
    </form>
  );
}
