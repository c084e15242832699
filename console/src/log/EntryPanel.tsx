import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { bytes, json, plain } from '../api/client';
import { t } from '../i18n/text';
import { Moment } from '../time/site';
import { Button, DownloadLink } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { Badge, Failure, Notice, QueryState } from '../ui/State';
import { Code, Hash, Name } from '../ui/text';
import css from './log.module.css';
import { type Checked, checkEntry } from './proof';
import { Sentence } from './Sentence';
import type { LogEntry } from './types';

interface Props {
  index: number;
  filterLink: (name: 'actor' | 'object' | 'type', value: string) => string;
  close: string;
}

/** One entry: its words, its record, its leaf and hash, and its proof, checked on the reader's own machine. */
export function EntryPanel({ index, filterLink, close }: Props) {
  const entry = useQuery({ queryKey: ['log', 'entry', index], queryFn: () => json<LogEntry>(`/api/log/${index}`), staleTime: Infinity });
  return (
    <aside className={`panel stack ${css.entry}`} aria-label={t('log.entry', { index })}>
      <div className="dialog-head">
        <h2>{t('log.entry', { index })}</h2>
        <Link to={close} className="icon-button" aria-label={t('app.close')}>
          <Icon name="close" />
        </Link>
      </div>
      <QueryState query={entry} />
      {entry.data && <EntryBody entry={entry.data} filterLink={filterLink} />}
    </aside>
  );
}

function EntryBody({ entry, filterLink }: { entry: LogEntry; filterLink: Props['filterLink'] }) {
  return (
    <>
      <p dir="auto" className={css.entrySentence}>
        <Sentence item={entry} /> {entry.refused && <Badge tone="bad">{t('log.refused')}</Badge>}
      </p>
      <p className="hint">
        <Moment at={entry.at} show="millis" /> · {entry.actor ? <Name>{entry.actor.displayName}</Name> : t('log.system')}
      </p>
      <ul className={css.entryLinks}>
        {entry.actor?.id && (
          <li>
            <Link to={filterLink('actor', entry.actor.id)}>{t('log.byPerson')}</Link>
          </li>
        )}
        {(entry.objectId ?? entry.objectCode) && (
          <li>
            <Link to={filterLink('object', entry.objectId ?? entry.objectCode ?? '')}>{t('log.byObject')}</Link> {entry.objectCode && <Code>{entry.objectCode}</Code>}
          </li>
        )}
        <li>
          <Link to={filterLink('type', entry.type)}>{t('log.byType')}</Link> <Code>{entry.type}</Code>
        </li>
      </ul>
      <VerifyEntry index={entry.index} record={entry.record} />
      <div className="actions">
        <DownloadLink icon="download" small label={t('log.proof')} href={`/api/log/${entry.index}/proof`} download={`entry-${entry.index}.tlog-proof`} />
        <DownloadLink icon="download" small label={t('log.leafFile')} href={`/api/log/${entry.index}/leaf`} download={`entry-${entry.index}.json`} />
      </div>
      <h3>{t('log.leafHash')}</h3>
      <Hash value={entry.leafHash} />
      {entry.record !== null && <Json title={t('log.record')} value={entry.record} open />}
      <Json title={t('log.leaf')} value={entry.leaf} open={entry.record === null} />
      {entry.detail && Object.keys(entry.detail).length > 0 && <Json title={t('log.detail')} value={entry.detail} open={false} />}
      <Json title={t('log.payload')} value={{ payload: entry.payload, salt: entry.salt }} open={false} />
    </>
  );
}

function Json({ title, value, open }: { title: string; value: unknown; open: boolean }) {
  return (
    <details open={open}>
      <summary>{title}</summary>
      <pre dir="ltr" tabIndex={0}>
        {JSON.stringify(parsed(value), null, 2)}
      </pre>
    </details>
  );
}

/** Record and leaf come as the text that was hashed, which is one long line; read, it is easier to read. */
function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

function VerifyEntry({ index, record }: { index: number; record: string | null }) {
  const check = useMutation({
    mutationFn: async () => {
      const [leaf, proof, key] = await Promise.all([bytes(`/api/log/${index}/leaf`), plain(`/api/log/${index}/proof`), plain('/api/verify-key')]);
      return checkEntry(index, record, leaf, proof, key);
    },
  });
  return (
    <div className="stack">
      <Button icon="verify" label={check.isPending ? t('log.verifying') : t('log.verify')} onClick={() => check.mutate()} disabled={check.isPending} className="align-start" />
      <div role="status">
        {check.error && <Failure failure={check.error} />}
        {check.data && <Result result={check.data} />}
      </div>
    </div>
  );
}

function Result({ result }: { result: Checked }) {
  switch (result.kind) {
    case 'noCrypto':
      return <Notice tone="warn" title={t('log.v.noCrypto')} />;
    case 'malformed':
      return <Notice tone="bad" title={t('log.v.malformed', { problem: result.problem })} />;
    case 'checked': {
      const good = result.committed !== false && result.included && result.signed !== false;
      return (
        <Notice tone={good ? (result.signed === null ? 'warn' : 'ok') : 'bad'} title={result.included ? t('log.v.included', { size: result.size }) : t('log.v.notIncluded')}>
          {result.committed !== null && <p>{t(result.committed ? 'log.v.committed' : 'log.v.notCommitted')}</p>}
          <p>{t(result.signed === null ? 'log.v.signatureUnknown' : result.signed ? 'log.v.signed' : 'log.v.notSigned')}</p>
          <p className="hint">{t('log.v.steps', { count: result.hashes + 1 })}</p>
        </Notice>
      );
    }
  }
}
