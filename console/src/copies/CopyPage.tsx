import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link, useParams } from 'react-router';
import { json } from '../api/client';
import { t, tCode } from '../i18n/text';
import { Moment } from '../time/site';
import { Button } from '../ui/Button';
import { TextArea } from '../ui/Field';
import { Empty, Failure, Notice, QueryState } from '../ui/State';
import { bytesText, Code, Hash, ltr, Name, PageHead, usePageTitle } from '../ui/text';
import { CopyBadge, CopyDownload, useCopies } from './CopiesSection';
import type { Master, VideoCopy } from './types';
import { useVideoPlayback } from './useVideoPlayback';
import { useVideoKeys, VideoView } from './VideoView';

/** One copy beside its master: what is hidden, who had it made, and the decision of another person. */
export function CopyPage() {
  const { id = '', copyId = '' } = useParams();
  const copies = useCopies(id);
  const copy = copies.data?.copies.find((each) => each.id === copyId);
  usePageTitle(copy?.code ?? t('copies.theCopy'));
  if (!copies.data) return <QueryState query={copies} />;
  if (!copy) {
    return (
      <Empty icon="search" title={t('copies.none')}>
        <Link to={`/requests/${id}/package`}>{t('copies.back')}</Link>
      </Empty>
    );
  }
  const master = copies.data.masters.find((each) => each.name === copy.master);
  return (
    <>
      <PageHead
        title={
          <>
            {tCode('copies.kind', copy.kind)} <Code>{copy.code}</Code>
          </>
        }
        lead={
          <p className="summary">
            <Link to={`/requests/${id}/package`}>{t('copies.back')}</Link>
            <CopyBadge copy={copy} />
            <CopyDownload copy={copy} />
          </p>
        }
      />
      {copy.why && <Notice tone="bad" title={tCode('copies.why', copy.why)} />}
      <Videos copy={copy} master={master} />
      <Facts copy={copy} />
      {copy.mayReview && <Review id={id} copy={copy} />}
    </>
  );
}

function Videos({ copy, master }: { copy: VideoCopy; master: Master | undefined }) {
  return (
    <div className="two-columns">
      {copy.videoUrl && (
        <section className="stack">
          <h2>{t('copies.theCopy')}</h2>
          <Shown url={copy.videoUrl} label={copy.code} keys />
          <p className="hint">{t('copies.notOriginal')}</p>
        </section>
      )}
      {master?.watchUrl && (
        <section className="stack">
          <h2>{t('copies.theMaster')}</h2>
          <Shown url={master.watchUrl} label={master.name} />
          {!master.original && <p className="hint">{t('copies.standIn')}</p>}
        </section>
      )}
    </div>
  );
}

function Shown({ url, label, keys }: { url: string; label: string; keys?: boolean }) {
  const video = useVideoPlayback();
  return (
    <>
      {keys && <Keys video={video} />}
      <VideoView video={video} url={url} label={label} />
    </>
  );
}

function Keys({ video }: { video: ReturnType<typeof useVideoPlayback> }) {
  useVideoKeys(video);
  return null;
}

function Facts({ copy }: { copy: VideoCopy }) {
  return (
    <section className="panel stack">
      <dl className="facts">
        <Fact name={t('copies.theMaster')}>
          <bdi dir="ltr" className="file-name">
            {copy.master}
          </bdi>
          <br />
          <Hash value={copy.masterSha256} />
        </Fact>
        {copy.sha256 && (
          <Fact name={t('copies.theCopy')}>
            {ltr(bytesText(copy.bytes ?? 0))} · {tCode('copies.method', copy.method ?? '')} · {t(copy.keepsSound ? 'copies.soundKept' : 'copies.soundRemoved')}
            <br />
            <Hash value={copy.sha256} />
          </Fact>
        )}
        {copy.covering && (
          <>
            <Fact name={t('copies.mode')}>
              {tCode('copies.mode', copy.covering.mode)} · {tCode('copies.fill', copy.covering.fill)}
            </Fact>
            <Fact name={t('copies.reasons')}>{copy.reasons.map((reason) => tCode('copies.reason', reason)).join('; ')}</Fact>
          </>
        )}
        <Fact name={t('copies.words')}>
          <bdi>{copy.words}</bdi>
        </Fact>
        <Fact name={t('copies.orderedBy')}>
          <Name>{copy.orderedBy.displayName}</Name> · <Moment at={copy.orderedAt} />
        </Fact>
        {copy.review && (
          <Fact name={t('copies.reviewedBy')}>
            <Name>{copy.review.by.displayName}</Name> · <Moment at={copy.review.at} />
            {copy.review.words && (
              <>
                <br />
                <bdi>{copy.review.words}</bdi>
              </>
            )}
          </Fact>
        )}
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Review({ id, copy }: { id: string; copy: VideoCopy }) {
  const [words, setWords] = useState('');
  const [missing, setMissing] = useState(false);
  const client = useQueryClient();
  const review = useMutation({
    mutationFn: (outcome: 'CONFIRM' | 'REFUSE') => json<VideoCopy>(`/api/requests/${id}/copies/${copy.id}/review`, { method: 'POST', body: { outcome, words: words.trim() } }),
    onSettled: () => void client.invalidateQueries({ queryKey: ['copies', id] }),
  });
  return (
    <section className="panel stack">
      <h2>{t('copies.review')}</h2>
      <p>{t('copies.reviewHint')}</p>
      {review.error && <Failure failure={review.error} />}
      <TextArea id="review" label={t('copies.reviewWords')} maxLength={2000} rows={2} error={missing && !words.trim() ? t('copies.missing.refusal') : undefined} value={words} onText={setWords} />
      <div className="form-end">
        <Button kind="primary" label={t('copies.confirm')} disabled={review.isPending} onClick={() => review.mutate('CONFIRM')} />
        <Button
          kind="danger"
          label={t('copies.refuse')}
          disabled={review.isPending}
          onClick={() => {
            setMissing(true);
            if (words.trim()) review.mutate('REFUSE');
          }}
        />
      </div>
    </section>
  );
}
