import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { json } from '../api/client';
import { useRequest, useUser } from '../api/queries';
import { may } from '../api/rights';
import { CopiesSection } from '../copies/CopiesSection';
import { PackageVideos } from '../copies/PackageVideos';
import { t, tCode } from '../i18n/text';
import { FileTable } from '../keep/FileTable';
import { KeepingSection } from '../keep/KeepingSection';
import { Moment, ZoneName } from '../time/site';
import { Button, DownloadLink } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { Badge, Empty, Failure, QueryState } from '../ui/State';
import { bytesText, Code, ltr, PageHead, usePageTitle } from '../ui/text';
import { CustodySection } from './CustodySection';
import css from './requests.module.css';
import type { Verification } from './types';

/** The sealed package: its files and hashes, what the verifier says, and how to check it oneself. */
export function PackagePage() {
  const { id = '' } = useParams();
  const user = useUser();
  const request = useRequest(id);
  usePageTitle(request.data?.extraction?.code ?? t('requests.package'));
  if (!request.data) return <QueryState query={request} />;
  const { extraction } = request.data;
  if (!extraction) {
    return (
      <Empty icon="package" title={t('requests.packageNone')}>
        <Link to={`/requests/${id}`}>{request.data.code}</Link>
      </Empty>
    );
  }
  const own = request.data.requestedBy.id === user.id;
  return (
    <>
      <PageHead
        title={
          <>
            {t('requests.package')} <Code>{extraction.code}</Code>
          </>
        }
        lead={
          <p className="summary">
            <Link to={`/requests/${id}`}>
              <Code>{request.data.code}</Code>
            </Link>
            <span>
              {t('requests.sealedAt')} <Moment at={extraction.sealedAt} /> <ZoneName short />
            </span>
            {extraction.logIndex !== null &&
              (may(user, 'log') ? (
                <Link to={`/audit/${extraction.logIndex}`}>{t('requests.logEntry', { index: extraction.logIndex })}</Link>
              ) : (
                <span>{t('requests.logEntry', { index: extraction.logIndex })}</span>
              ))}
          </p>
        }
        actions={
          extraction.packageUrl === null ? null : own ? (
            <DownloadLink kind="primary" icon="download" label={t('requests.download', { size: ltr(bytesText(extraction.bytes)) })} href={extraction.packageUrl} download={`${extraction.code}.zip`} />
          ) : (
            <span className="hint">{t('requests.downloadOwn')}</span>
          )
        }
      />
      {extraction.deletedAt === null && <Verified id={id} />}
      <KeepingSection id={id} />
      <CustodySection id={id} />
      {extraction.deletedAt === null && <CopiesSection id={id} />}
      <details className="panel" id="files">
        <summary>{t('requests.filesHashes', { count: extraction.files.length })}</summary>
        <FileTable
          head={t('requests.colFile')}
          files={extraction.files}
          nameOf={(name) => (
            <bdi dir="ltr" className="file-name">
              {name}
            </bdi>
          )}
        />
      </details>
      <details className="panel" id="yourself">
        <summary>{t('requests.yourself')}</summary>
        <div className="stack">
          <p>{t('requests.yourself1')}</p>
          <pre dir="ltr" tabIndex={0}>
            {'sha512sum -c manifest-sha512.txt\nsha256sum -c manifest-sha256.txt'}
          </pre>
          <p>{t('requests.yourself2')}</p>
          <pre dir="ltr" tabIndex={0}>
            {'spicy-litetlog -verify -key "$(cat vkey)" seal.json'}
          </pre>
          <p>{t('requests.yourself3')}</p>
        </div>
      </details>
    </>
  );
}

const tones: Record<string, 'ok' | 'bad' | 'warn'> = { INTACT: 'ok', ALTERED: 'bad', MALFORMED: 'bad' };

/** The verifier's sentence, and under it the videos that it is about. */
function Verified({ id }: { id: string }) {
  const verdict = useQuery({
    queryKey: ['verification', id],
    queryFn: () => json<Verification>(`/api/requests/${id}/verification`),
    staleTime: 60_000,
  });
  const checked = verdict.data ? (tones[verdict.data.verdict] ?? 'warn') : null;
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
      <PackageVideos id={id} checked={checked} />
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
