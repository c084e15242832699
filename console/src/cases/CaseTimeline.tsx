import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call, json } from '../api/client';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { t, tCode } from '../i18n/text';
import { RequestLink } from '../requests/RequestLink';
import { Moment } from '../time/site';
import { CommandForm, useCommand } from '../ui/CommandForm';
import { TextArea } from '../ui/Field';
import { QueryState } from '../ui/State';
import { Name } from '../ui/text';
import type { TimelineLine } from './types';

const longest = 4000;

/** What was noted, asked, decided and handed over in a case, oldest first, and a place for a new note. */
export function CaseTimeline({ id }: { id: string }) {
  const user = useUser();
  const lines = useQuery({ queryKey: ['case', id, 'timeline'], queryFn: () => json<{ items: TimelineLine[] }>(`/api/cases/${id}/timeline`) });
  return (
    <section className="panel stack">
      <h2>{t('cases.timeline')}</h2>
      <QueryState query={lines} />
      {lines.data && (
        <ol className="history">
          {lines.data.items.map((line, index) => (
            <li key={index}>
              <Moment at={line.at} />
              <strong>{line.what ? tCode('requests.h', line.what) : tCode('cases.line', line.kind)}</strong>
              {line.request && <RequestLink request={line.request} />}
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
  const client = useQueryClient();
  const command = useCommand({
    check: () => {
      const length = words.trim().length;
      return length === 0 || length > longest ? [{ field: 'words', message: t('cases.noteWrong') }] : [];
    },
    send: async () => {
      await call(`/api/cases/${id}/notes`, { method: 'POST', body: { words: words.trim() } });
      return words;
    },
    done: (sent) => {
      // What was typed while it was saved stays.
      setWords((now) => (now === sent ? '' : now));
      void client.invalidateQueries({ queryKey: ['case', id, 'timeline'] });
    },
  });
  return (
    <CommandForm command={command} label={t('cases.noteAdd')} kind="plain">
      <TextArea id="words" label={t('cases.noteNew')} hint={t('cases.noteHint')} error={command.wrong('words')} rows={3} value={words} onText={setWords} />
    </CommandForm>
  );
}
