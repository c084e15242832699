import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { json } from '../api/client';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import type { Page } from '../api/types';
import { t, tCode } from '../i18n/text';
import { QuickExit } from '../mediation/QuickExit';
import { dayText } from '../register/days';
import { Moment, useNow } from '../time/site';
import { parseInstant } from '../time/zone';
import { Button } from '../ui/Button';
import { DialogButton } from '../ui/overlays';
import { Badge, Empty, Failure, QueryState } from '../ui/State';
import { Code, Fact, Name, PageHead, usePageTitle } from '../ui/text';
import { OpeningForm } from './MeasureForms';
import { Tabs } from './tabs';
import type { MeasureOpening, SealedMeasure } from './types';

const tones = { ASKED: 'warn', OPEN: 'ok', REFUSED: 'mute', OVER: 'mute' } as const;

/** Sealed measures that the police ask to open and the chair signs, each for an hour. */
export function OpeningsPage() {
  usePageTitle(t('measures.openings'));
  const user = useUser();
  const openings = useQuery({ queryKey: ['measures', 'openings'], queryFn: async () => (await json<Page<MeasureOpening>>('/api/measure-openings')).items });
  useAnswers(openings.data, openings.dataUpdatedAt);
  return (
    <>
      <QuickExit />
      <PageHead
        title={t('measures.openings')}
        lead={t('measures.openingsLead')}
        actions={
          may(user, 'keepMeasures') && (
            <DialogButton kind="primary" label={t('measures.act.ASK_OPENING')}>
              {(close) => <OpeningForm onDone={close} />}
            </DialogButton>
          )
        }
      >
        <Tabs />
      </PageHead>
      <QueryState query={openings} />
      {openings.data?.length === 0 && <Empty icon="measure" title={t('measures.openingsNone')} />}
      <ul className="stack">
        {openings.data?.map((each) => (
          <li key={each.id} className="panel stack" data-opening={each.state}>
            <Opening opening={each} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Fetches the list again once something was asked or answered; the counts are no reading that is recorded. */
function useAnswers(listed: MeasureOpening[] | undefined, listedAt: number) {
  const client = useQueryClient();
  const figures = useQuery({ queryKey: ['measureOpeningFigures'], queryFn: () => json<{ asked: number; open: number }>('/api/measure-openings/figures'), refetchInterval: 20_000 });
  const many = (state: MeasureOpening['state']) => listed?.filter((each) => each.state === state).length;
  const { data, dataUpdatedAt } = figures;
  const behind = listed !== undefined && data !== undefined && dataUpdatedAt > listedAt && (many('ASKED') !== data.asked || many('OPEN') !== data.open);
  useEffect(() => {
    if (behind) void client.invalidateQueries({ queryKey: ['measures', 'openings'] });
  }, [behind, client, dataUpdatedAt]);
}

function Opening({ opening }: { opening: MeasureOpening }) {
  const client = useQueryClient();
  const answer = useMutation({
    mutationFn: (signs: boolean) => json<MeasureOpening>(`/api/measure-openings/${opening.id}/answer`, { method: 'POST', body: { signs } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['measures', 'openings'] }),
  });
  const content = useQuery({
    enabled: false,
    queryKey: ['measureContent', opening.id],
    queryFn: () => json<SealedMeasure>(`/api/measure-openings/${opening.id}/content`),
    staleTime: Infinity,
    gcTime: 0,
  });
  useEffect(() => () => client.removeQueries({ queryKey: ['measureContent', opening.id] }), [client, opening.id]);
  // At the end of the hour the name leaves the screen, be it that nobody touches it.
  const present = useNow();
  const open = opening.state === 'OPEN' && opening.until !== null && parseInstant(opening.until) > present;
  const over = opening.state === 'OPEN' && !open;
  useEffect(() => {
    if (!over) return;
    client.removeQueries({ queryKey: ['measureContent', opening.id] });
    void client.invalidateQueries({ queryKey: ['measures', 'openings'] });
  }, [client, opening.id, over]);
  return (
    <>
      <h2>
        <Code>{opening.code}</Code> <Badge tone={tones[opening.state]}>{tCode('measures.openingState', opening.state)}</Badge>
      </h2>
      <p className="summary">
        <Name>{opening.communeName}</Name>
        <span>
          <Name>{opening.askedBy.displayName}</Name> · <Moment at={opening.askedAt} />
        </span>
        {opening.answeredBy && <Name>{opening.answeredBy.displayName}</Name>}
        {opening.state === 'OPEN' && opening.until && (
          <span>
            {t('measures.openUntil')} <Moment at={opening.until} />
          </span>
        )}
      </p>
      {opening.reason && <p dir="auto">{opening.reason}</p>}
      {answer.error && <Failure failure={answer.error} />}
      {!opening.own && opening.state === 'ASKED' && (
        <div className="actions">
          <Button kind="primary" label={t('measures.sign')} disabled={answer.isPending} onClick={() => answer.mutate(true)} />
          <Button label={t('measures.signNot')} disabled={answer.isPending} onClick={() => answer.mutate(false)} />
        </div>
      )}
      {opening.own && open && !content.data && (
        <p>
          <Button icon="open" label={t('measures.readContent')} disabled={content.isFetching} onClick={() => void content.refetch()} />
        </p>
      )}
      {content.error && <Failure failure={content.error} />}
      {opening.own && open && content.data && <Sealed sealed={content.data} />}
    </>
  );
}

function Sealed({ sealed }: { sealed: SealedMeasure }) {
  return (
    <dl className="facts" data-content>
      <Fact label={t('measures.f.name')}>
        <Name>{sealed.name}</Name>
        <small className="block">
          <Name>{sealed.villageName}</Name>
        </small>
      </Fact>
      <Fact label={t('measures.kind')}>{tCode('measures.kindOf', sealed.kind)}</Fact>
      <Fact label={t('measures.number')}>
        <Code>{sealed.number}</Code> · <Code>{dayText(sealed.on)}</Code>
        <small className="block">
          <bdi>{sealed.organ}</bdi>
        </small>
      </Fact>
      <Fact label={t('measures.article')}>
        <bdi>{sealed.article}</bdi>
      </Fact>
      <Fact label={t('measures.span')}>
        <Code>{dayText(sealed.from)}</Code> – <Code>{dayText(sealed.until)}</Code>
      </Fact>
    </dl>
  );
}
