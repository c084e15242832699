import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { json, query } from '../api/client';
import { useCameraSearch, useCamerasOf, useChoices } from '../api/queries';
import type { CoverageAnswer } from '../cameras/types';
import { CaseChoice } from '../cases/CaseChoice';
import { useIncidents } from '../cases/incidents';
import { t, tCode } from '../i18n/text';
import { dateTimeText } from '../time/format';
import { useSiteTime } from '../time/site';
import { parseInstant } from '../time/zone';
import { Checks, Choose, fieldsOf, Option, Options, Radios, TextArea } from '../ui/Field';
import { MomentField } from '../ui/MomentField';
import { Failure, Loading, Notice, StaleWhileLoading } from '../ui/State';
import { Code, ltr, Name } from '../ui/text';
import { CoverageList } from './CoverageList';
import { bodyOf, type Draft, type Filled, mistakesOf, type Origin, spanOf } from './draft';
import { PaperFields } from './PaperFields';
import { ResidentsCameras, useResidents } from './ResidentsCameras';
import type { CameraCoverage, RequestCheck } from './types';
import { UrgentFields } from './UrgentFields';

/** Where an answer is from that nobody wrote. */
export function originText({ by, code }: Origin): string {
  return tCode('requests.origin', by, by, { code: ltr(code ?? '') });
}

export interface StepProps {
  draft: Draft;
  change: (part: Filled) => void;
  wrong: (field: string) => string | undefined;
}

export function CaseStep({ draft, change, wrong }: StepProps) {
  return (
    <>
      <CaseChoice hint={t('requests.caseHint')} error={wrong('caseId')} value={draft.caseId} newCase="/cases/new?request=1" onChoose={(caseId) => change({ caseId, incidentId: '' })} />
      {draft.caseId && <IncidentChoice draft={draft} change={change} wrong={wrong} />}
    </>
  );
}

/** Which incident of the case the request is about, where the case has some. */
function IncidentChoice({ draft, change, wrong }: StepProps) {
  const held = useIncidents(draft.caseId).data?.filter((incident) => !incident.withdrawn) ?? [];
  const { zone } = useSiteTime();
  if (held.length === 0) return null;
  const field = fieldsOf(draft, wrong, change);
  return (
    <Choose
      {...field('incidentId')}
      label={t('requests.incident')}
      hint={t('requests.incidentHint')}
      optional
      none={t('requests.incidentAll')}
      of={held}
      words={(incident) => `${incident.title} · ${dateTimeText(parseInstant(incident.occurredFrom), zone)}`}
    />
  );
}

/**
 * What is recorded of a draft, asked as soon as cameras and times can be read: the server's check
 * with its warnings once the draft is whole, else the cameras' coverage alone.
 */
export function useCheck(draft: Draft) {
  const clock = useSiteTime();
  const cameras = useCamerasOf(draft.cameraIds);
  const body = bodyOf(draft, clock);
  const keepDays = (id: string) => cameras.data?.find((camera) => camera.id === id && camera.kind === 'CONNECTED')?.keepDays;
  const whole = mistakesOf('check', draft, clock).length === 0;
  return useQuery({
    queryKey: ['requests', 'check', whole ? body : [body.cameraIds, body.from, body.to]],
    queryFn: () =>
      whole
        ? json<RequestCheck>('/api/requests/check', { method: 'POST', body })
        : coverageOf(
            body.cameraIds.filter((id) => keepDays(id) !== undefined),
            body.from,
            body.to,
            keepDays,
          ),
    enabled: cameras.data !== undefined && mistakesOf('what', draft, clock).length === 0,
    staleTime: 30_000,
    placeholderData: keepPreviousData,
  });
}

async function coverageOf(cameraIds: readonly string[], from: string, to: string, keepDays: (id: string) => number | undefined): Promise<RequestCheck> {
  const cameras = cameraIds.map(async (cameraId): Promise<CameraCoverage> => {
    const { recorded, gaps } = await json<CoverageAnswer>(`/api/cameras/${cameraId}/coverage${query({ from, to })}`);
    const coveredMillis = recorded.reduce((sum, run) => sum + parseInstant(run.to) - parseInstant(run.from), 0);
    const days = keepDays(cameraId);
    const keptUntil = recorded[0] && days !== undefined ? new Date(parseInstant(recorded[0].from) + days * 86_400_000).toISOString() : null;
    return {
      cameraId,
      recorded: recorded.map((run) => ({ ...run, empty: false })),
      gaps,
      coveredMillis,
      requestedMillis: parseInstant(to) - parseInstant(from),
      keptUntil,
      nearest: null,
      owner: null,
    };
  });
  return { cameras: await Promise.all(cameras), warnings: [], senior: [] };
}

/** So many cameras are offered at once; the others are found by what is typed. */
const offered = 20;

export function WhatStep({ draft, change, wrong }: StepProps) {
  const chosen = useCamerasOf(draft.cameraIds);
  const clock = useSiteTime();
  const [search, setSearch] = useState('');
  const found = useCameraSearch(useDeferredValue(search.trim()), offered);
  const check = useCheck(useDeferredValue(draft));
  const limits = useChoices().data?.limits;
  const hint = limits && t('requests.camerasHint', { cameras: limits.mostCameras, ordinary: limits.ordinaryCameras, minutes: limits.ordinaryCameraMillis / 60_000 });
  const { from, to } = spanOf(draft, clock);
  const residents = useResidents(draft.cameraIds);
  if (found.isPending) return <Loading />;
  if (!found.data) return <Failure failure={found.error} />;
  const connected = (chosen.data ?? []).filter((camera) => camera.kind === 'CONNECTED' && draft.cameraIds.includes(camera.id));
  const shown = [...connected, ...found.data.items.filter((camera) => !draft.cameraIds.includes(camera.id))].toSorted((a, b) => a.code.localeCompare(b.code, undefined, { numeric: true }));
  const total = found.data.total;
  return (
    <div className="two-columns">
      <div className="panel stack">
        <div className="form-row">
          <MomentField id="from" label={t('requests.from')} hint={t('requests.momentHint')} error={wrong('from')} value={draft.from} onText={(text) => change({ from: text })} />
          <MomentField id="to" label={t('requests.to')} error={wrong('to')} value={draft.to} reference={from} onText={(text) => change({ to: text })} />
        </div>
        <Checks
          id="cameraIds"
          label={t('requests.cameras')}
          hint={hint}
          error={wrong('cameraIds')}
          above={
            (search || found.data.next !== null || found.data.items.length > 8) && (
              <input
                type="search"
                maxLength={200}
                className="search"
                dir="auto"
                aria-label={t('cameras.searchLabel')}
                placeholder={t('cameras.searchLabel')}
                value={search}
                onChange={(event) => setSearch(event.target.value)}
              />
            )
          }
          of={shown}
          chosen={draft.cameraIds}
          words={(camera) => (
            <>
              <Code>{camera.code}</Code> <Name>{camera.name}</Name>
            </>
          )}
          onChoose={(cameraIds) => change({ cameraIds })}
        />
        {found.data.next !== null && (
          <p className="hint" role="status">
            {total && !total.more ? t('requests.camerasMore', { count: total.count - found.data.items.length }) : t('requests.camerasManyMore')}
          </p>
        )}
        <ResidentsCameras chosen={draft.cameraIds} onChange={(cameraIds) => change({ cameraIds })} />
      </div>
      <section className="panel stack" aria-live="polite">
        <h2>{t('requests.recordedTitle')}</h2>
        {check.isFetching && (!check.data || check.isPlaceholderData) && <p className="hint">{t('requests.checking')}</p>}
        {check.error && <Failure failure={check.error} />}
        {check.data && from !== null && to !== null && (
          <StaleWhileLoading stale={check.isPlaceholderData}>
            <CoverageList coverage={check.data.cameras} cameras={chosen.data ?? []} from={new Date(from).toISOString()} to={new Date(to).toISOString()} />
            {check.data.warnings.map((warning) => (
              <Notice key={warning.text} tone="warn" title={warning.text} />
            ))}
          </StaleWhileLoading>
        )}
        {residents.length > 0 && <p className="hint">{t('requests.residentsHint')}</p>}
        {!check.data && !check.isFetching && !check.error && <p className="hint">{hint}</p>}
      </section>
    </div>
  );
}

export function WhyStep({ draft, change, wrong }: StepProps) {
  const choices = useChoices();
  if (choices.isPending) return <Loading />;
  if (!choices.data) return <Failure failure={choices.error} />;
  const field = fieldsOf(draft, wrong, change);
  const from = (name: keyof Draft) => {
    const origin = draft.origins[name];
    return origin ? { hint: originText(origin) } : {};
  };
  return (
    <>
      <Radios {...field('purpose')} {...from('purpose')} label={t('requests.purpose')} of={choices.data.purposes} words={(each) => each.text} />
      <Radios {...field('legalBasis')} {...from('legalBasis')} label={t('requests.basis')} of={choices.data.legalBases} words={(each) => each.text} hintOf={(each) => each.article} />
      <Choose {...field('offence')} {...from('offence')} label={t('requests.offence')} none={t('requests.choose')} of={choices.data.offences} words={(each) => each.text} />
      <Radios {...field('subjectClass')} hint={t('requests.subjectHint')} {...from('subjectClass')} label={t('requests.subject')} of={choices.data.subjects} words={(each) => each.text} />
      <TextArea {...field('necessity')} label={t('requests.necessity')} hint={t('requests.necessityHint', { left: 500 - draft.necessity.length })} />
      <PaperFields draft={draft} change={change} wrong={wrong} />
      <Options id="urgent" label={t('requests.urgent')} error={wrong('urgent')}>
        <Option type="radio" name="urgent" label={t('requests.urgentNo')} checked={draft.urgent === false} onChange={() => change({ urgent: false })} />
        <Option type="radio" name="urgent" label={t('requests.urgentYes')} hint={t('requests.urgentHint')} checked={draft.urgent === true} onChange={() => change({ urgent: true })} />
      </Options>
      {draft.urgent && <UrgentFields reason={draft.urgentReason} words={draft.urgentWords} change={change} wrong={wrong} />}
    </>
  );
}
