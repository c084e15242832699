import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import { call, json } from '../api/client';
import { may, useUser } from '../api/queries';
import type { TimelineLine } from './types';
import { t, tCode } from '../i18n/text';
import { Moment } from '../time/site';
import { Button } from '../ui/Button';
import { ErrorSummary } from '../ui/ErrorSummary';
import { TextArea } from '../ui/Field';
import { unnamed, useMistakes } from '../ui/mistakes';
import { Failure, Loading } from '../ui/State';
import { Code, Name } from '../ui/text';

const longest = 4000;

/** What was noted, asked, decided and handed over in a case, oldest first, and a place for a new note. */
export function CaseTimeline({ id }: { id: string }) {
  const user = useUser();
  const lines = useQuery({ queryKey: ['case', id, 'timeline'], queryFn: () => json<{ items: TimelineLine[] }>(`/api/cases/${id}/timeline`) });
  return (
    <section className="panel stack">
      <h2>{t('cases.timeline')}</h2>
      {lines.isPending && <Loading />}
      {lines.error && <Failure failure={lines.error} retry={() => void lines.refetch()} />}
      {lines.data && (
        <ol className="history">
          {lines.data.items.map((line, index) => (
            <li key={index}>
              <Moment at={line.at} />
              <strong>{line.what ? tCode('requests.h', line.what) : tCode('cases.line', line.kind)}</strong>
              {line.request && (
                <Link to={`/requests/${line.request.id}`}>
                  <Code>{line.request.code}</Code>
                </Link>
              )}
              {line.incident && <Name>{line.incident}</Name>}
              {line.kind !== 'OCCURRED' && line.kind !== 'INCIDENT' && <Name>{line.who ?? t('requests.system')}</Name>}
              {line.logIndex !== null && <span className="hint">{t('requests.logEntry', { index: line.logIndex })}</span>}
              {line.words && (
                <span className="timeline-words" dir="auto">
                  {line.words}
                </span>
              )}
            </li>
          ))}
        </ol>
      )}
      {may(user, 'request') && <NoteForm id={id} />}
    </section>
  );
}

function NoteForm({ id }: { id: string }) {
  const [words, setWords] = useState('');
  const { summary, wrong, tell, tellNamed } = useMistakes();
  const client = useQueryClient();
  const add = useMutation({
    mutationFn: (sent: string) => call(`/api/cases/${id}/notes`, { method: 'POST', body: { words: sent.trim() } }),
    onSuccess: (_, sent) => {
      // What was typed while it was saved stays.
      setWords((now) => (now === sent ? '' : now));
      void client.invalidateQueries({ queryKey: ['case', id, 'timeline'] });
    },
    onError: (failure) => tellNamed(failure),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const length = words.trim().length;
    const found = length === 0 || length > longest ? [{ field: 'words', message: t('cases.noteWrong') }] : [];
    tell(found);
    if (found.length === 0) add.mutate(words);
  };
  const general = unnamed(add.error);
  return (
    <form className="form" onSubmit={submit} noValidate>
      <ErrorSummary {...summary} />
      {general && <Failure failure={general} />}
      <TextArea id="words" label={t('cases.noteNew')} hint={t('cases.noteHint')} error={wrong('words')} rows={3} value={words} onChange={(event) => setWords(event.target.value)} />
      <Button type="submit" disabled={add.isPending} className="align-start">
        {add.isPending ? t('app.saving') : t('cases.noteAdd')}
      </Button>
    </form>
  );
}
