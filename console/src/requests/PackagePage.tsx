import { Link, useParams } from 'react-router';
import { useRequest, useUser } from '../api/queries';
import { may } from '../api/rights';
import { CopiesSection } from '../copies/CopiesSection';
import { RequestVideos } from '../copies/PackageVideos';
import { t } from '../i18n/text';
import { FileTable } from '../keep/FileTable';
import { KeepingSection } from '../keep/KeepingSection';
import { Moment, ZoneName } from '../time/site';
import { DownloadLink } from '../ui/Button';
import { Empty, QueryState } from '../ui/State';
import { bytesText, Code, ltr, PageHead, usePageTitle } from '../ui/text';
import { CustodySection } from './CustodySection';
import { Verified } from './Verified';

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
      {extraction.deletedAt === null && <Verified path={`/api/requests/${id}`} videos={(checked) => <RequestVideos id={id} checked={checked} />} />}
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
