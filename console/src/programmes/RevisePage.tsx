import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { json } from '../api/client';
import { t } from '../i18n/text';
import { CommandForm, useCommand } from '../ui/CommandForm';
import { TextArea, TextField } from '../ui/Field';
import { saved } from '../ui/overlays';
import { Forbidden, QueryState } from '../ui/State';
import { Name, PageHead, usePageTitle } from '../ui/text';
import { ContentFields, contentBody, contentMistakes } from './ContentFields';
import { useProgramme, useProgrammesChanged } from './queries';
import type { Programme, ProgrammeLine } from './types';

/** Writes another text: of what waits to be launched, or as a change that waits. */
export function RevisePage() {
  const { id = '' } = useParams();
  usePageTitle(t('programmes.revise'));
  const programme = useProgramme(id);
  if (!programme.data) return <QueryState query={programme} />;
  if (!programme.data.may.revise) return <Forbidden />;
  const proposed = programme.data.programme.state === 'PROPOSED';
  return (
    <>
      <PageHead
        title={t(proposed ? 'programmes.revise' : 'programmes.change')}
        lead={
          <p>
            <Name>{programme.data.programme.name}</Name> · {t('programmes.reviseLead')}
          </p>
        }
      />
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
  const path = `/programmes/${data.programme.id}`;
  const command = useCommand({
    check: () => {
      const found = contentMistakes(content);
      if (!name.trim()) found.unshift({ field: 'name', message: t('programmes.nameMissing') });
      if (!proposed && !reason.trim()) found.push({ field: 'reason', message: t('programmes.reasonMissing') });
      return found;
    },
    send: () => json<ProgrammeLine>(`/api${path}/versions`, { method: 'POST', body: { version: seen, name: name.trim(), content: contentBody(content), reason: reason.trim() || null } }),
    done: saved(changed, () => void navigate(path)),
  });
  const { wrong } = command;
  return (
    <CommandForm command={command} className="form form-wide panel" label={t('programmes.propose')} onCancel={path}>
      <TextField id="name" label={t('programmes.name')} error={wrong('name')} value={name} onText={setName} />
      <ContentFields content={content} onChange={setContent} wrong={wrong} />
      <TextArea id="reason" label={t('programmes.reason')} optional={proposed} rows={2} error={wrong('reason')} value={reason} onText={setReason} />
    </CommandForm>
  );
}
