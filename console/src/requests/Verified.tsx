import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { json } from '../api/client';
import { t, tCode } from '../i18n/text';
import { Moment } from '../time/site';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { Badge, Failure, type Tone } from '../ui/State';
import css from './requests.module.css';
import type { Verification } from './types';

const tones: Record<string, 'ok' | 'bad' | 'warn'> = { INTACT: 'ok', ALTERED: 'bad', MALFORMED: 'bad' };

interface Props {
  /** Of the request or the hand-over by which the package is seen. */
  path: string;
  /** The videos, given what the verifier says; null while it is asked. */
  videos: (checked: Tone | null) => ReactNode;
}

/** The verifier's sentence on a package, and under it the videos that it is about. */
export function Verified({ path, videos }: Props) {
  const verdict = useQuery({
    queryKey: ['verification', path],
    queryFn: () => json<Verification>(`${path}/verification`),
    staleTime: 60_000,
  });
  return (
    <>
      {verdict.data ? (
        <Verdict verdict={verdict.data} busy={verdict.isFetching} again={() => void verdict.refetch()} />
      ) : verdict.error ? (
        <Failure failure={verdict.error} retry={() => void verdict.refetch()} />
      ) : (
        <section className={`panel ${css.verdict}`}>
          <h2>{t('requests.verify')}</h2>
          <p role="status">{t('requests.verifying')}</p>
        </section>
      )}
      {videos(verdict.data ? (tones[verdict.data.verdict] ?? 'warn') : null)}
    </>
  );
}

function Verdict({ verdict, busy, again }: { verdict: Verification; busy: boolean; again: () => void }) {
  const tone = tones[verdict.verdict] ?? 'warn';
  return (
    <section className={`panel ${css.verdict} verdict-${tone}`}>
      <h2>{t('requests.verify')}</h2>
      <p className="verdict-sentence" role="status">
        <Icon name={tone === 'ok' ? 'done' : 'warn'} size={24} />
        <span dir="auto">{verdict.sentence}</span>
      </p>
      <details open={tone === 'bad'}>
        <summary>{t('requests.verifyLines')}</summary>
        <ol className="verdict-lines">
          {verdict.lines.map((line, index) => (
            <li key={`${index} ${line.topic}`}>
              <Badge tone={line.ok === null ? 'mute' : line.ok ? 'ok' : 'bad'} icon={line.ok === null ? 'info' : line.ok ? 'done' : 'danger'}>
                {t(line.ok === null ? 'requests.lineOpen' : line.ok ? 'requests.lineOk' : 'requests.lineBad')}
              </Badge>
              <strong>{tCode('requests.topic', line.topic)}</strong>
              <span dir="auto">{line.text}</span>
            </li>
          ))}
        </ol>
      </details>
      <p className="form-end">
        <Button small label={t(busy ? 'requests.verifying' : 'requests.verifyAgain')} onClick={again} disabled={busy} />
        <span className="hint">
          {t('requests.checkedAt')} <Moment at={verdict.checkedAt} />
        </span>
      </p>
    </section>
  );
}
