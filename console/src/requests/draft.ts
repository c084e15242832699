import { useState } from 'react';
import { t } from '../i18n/text';
import { readDay } from '../register/days';
import { dateTimeText } from '../time/format';
import { parseInstant } from '../time/zone';
import type { Mistake } from '../ui/ErrorSummary';
import { readMoment } from '../ui/MomentField';
import type { RequestBody, RequestLimits } from './types';
import { urgentMistakes } from './urgent';

/** The pages of a request, in their order. */
export const steps = ['case', 'what', 'why', 'urgent', 'check'] as const;
export type Step = (typeof steps)[number];

/** A request as it is being written; kept in the tab until it is sent. */
export interface Draft {
  caseId: string;
  /** Which incident of the case it is about; empty for all of it. */
  incidentId: string;
  cameraIds: string[];
  from: string;
  to: string;
  purpose: string;
  legalBasis: string;
  offence: string;
  necessity: string;
  urgent: boolean | null;
  urgentReason: string;
  urgentWords: string;
  subjectClass: string;
  paperNumber: string;
  paperDate: string;
  paperSha256: string;
  /** The name of the scanned file, for who chose it. */
  paperFile: string;
}

const storageKey = 'anbinh.request';
const empty: Draft = {
  caseId: '',
  incidentId: '',
  cameraIds: [],
  from: '',
  to: '',
  purpose: '',
  legalBasis: '',
  offence: '',
  necessity: '',
  urgent: null,
  urgentReason: '',
  urgentWords: '',
  subjectClass: '',
  paperNumber: '',
  paperDate: '',
  paperSha256: '',
  paperFile: '',
};

function read(): Draft {
  try {
    return { ...empty, ...(JSON.parse(sessionStorage.getItem(storageKey) ?? '{}') as Partial<Draft>) };
  } catch {
    return empty;
  }
}

/** @param start what the link that led here adds to what was written before */
export function useDraft(start: (before: Draft) => Partial<Draft>): [Draft, (change: Partial<Draft>) => void, () => void] {
  const [draft, setDraft] = useState<Draft>(() => {
    const before = read();
    const merged = { ...before, ...start(before) };
    sessionStorage.setItem(storageKey, JSON.stringify(merged));
    return merged;
  });
  const change = (part: Partial<Draft>) =>
    setDraft((before) => {
      const next = { ...before, ...part };
      sessionStorage.setItem(storageKey, JSON.stringify(next));
      return next;
    });
  return [draft, change, () => sessionStorage.removeItem(storageKey)];
}

export interface Clock {
  zone: string;
  now: () => number;
}

export function spanOf(draft: Draft, clock: Clock): { from: number | null; to: number | null } {
  const from = readMoment(draft.from, clock);
  return { from, to: readMoment(draft.to, clock, from ?? undefined) };
}

/** Everything that is wrong on a page, at once; the server checks again. The caps are known once the server told them. */
export function mistakesOf(step: Step, draft: Draft, clock: Clock, limits?: RequestLimits): Mistake[] {
  const found: Mistake[] = [];
  const add = (wrong: boolean, field: string, message: string) => {
    if (wrong) found.push({ field, message });
  };
  switch (step) {
    case 'case':
      add(!draft.caseId, 'caseId', t('requests.caseMissing'));
      return found;
    case 'what': {
      const { from, to } = spanOf(draft, clock);
      add(draft.cameraIds.length === 0, 'cameraIds', t('requests.camerasMissing'));
      if (limits) add(draft.cameraIds.length > limits.mostCameras, 'cameraIds', t('requests.camerasTooMany', { most: limits.mostCameras }));
      add(!draft.from.trim(), 'from', t('requests.fromMissing'));
      add(Boolean(draft.from.trim()) && from === null, 'from', t('requests.momentWrong'));
      add(!draft.to.trim(), 'to', t('requests.toMissing'));
      add(Boolean(draft.to.trim()) && to === null, 'to', t('requests.momentWrong'));
      if (from !== null && to !== null) {
        const minutes = Math.ceil(((to - from) / 60_000) * Math.max(1, draft.cameraIds.length));
        add(to <= from, 'to', t('requests.toBefore'));
        const most = limits ? limits.longestCameraMillis / 60_000 : Infinity;
        add(to > from && minutes > most, 'to', t('requests.tooLong', { minutes, most }));
      }
      return found;
    }
    case 'why':
      add(!draft.purpose, 'purpose', t('requests.purposeMissing'));
      add(!draft.legalBasis, 'legalBasis', t('requests.basisMissing'));
      add(!draft.offence, 'offence', t('requests.offenceMissing'));
      add(!draft.subjectClass, 'subjectClass', t('requests.subjectMissing'));
      add(draft.necessity.trim().length < 20, 'necessity', t('requests.necessityShort'));
      add(draft.necessity.trim().length > 500, 'necessity', t('requests.necessityLong'));
      add(draft.paperNumber.trim().length > 100, 'paperNumber', t('requests.paperNumberLong'));
      add(Boolean(draft.paperNumber.trim()) && !readDay(draft.paperDate), 'paperDate', t('register.fDayWrong'));
      return found;
    case 'urgent':
      add(draft.urgent === null, 'urgent', t('requests.urgentMissing'));
      return draft.urgent ? urgentMistakes(draft.urgentReason, draft.urgentWords) : found;
    case 'check':
      return (['case', 'what', 'why', 'urgent'] as const).flatMap((each) => mistakesOf(each, draft, clock, limits));
  }
}

export function bodyOf(draft: Draft, clock: Clock): RequestBody {
  const { from, to } = spanOf(draft, clock);
  return {
    caseId: draft.caseId,
    incidentId: draft.incidentId || null,
    cameraIds: draft.cameraIds,
    from: new Date(from ?? 0).toISOString(),
    to: new Date(to ?? 0).toISOString(),
    purpose: draft.purpose,
    legalBasis: draft.legalBasis,
    offence: draft.offence,
    necessity: draft.necessity.trim(),
    urgent: draft.urgent ?? false,
    urgentReason: draft.urgent ? draft.urgentReason : null,
    urgentWords: draft.urgent ? draft.urgentWords.trim() : null,
    subjectClass: draft.subjectClass || null,
    paperNumber: draft.paperNumber.trim() || null,
    paperDate: draft.paperNumber.trim() ? readDay(draft.paperDate) : null,
    paperSha256: (draft.paperNumber.trim() && draft.paperSha256) || null,
  };
}

/** The page on which a field of the body stands. */
export function stepOfField(field: string): Step {
  if (field === 'caseId' || field === 'incidentId') return 'case';
  if (field === 'from' || field === 'to' || field.startsWith('cameraIds')) return 'what';
  if (field.startsWith('urgent')) return 'urgent';
  return 'why';
}

/** Footage of further apart is for another request. */
const longestJoined = 2 * 3_600_000;

/** What the link that led here already knows: the case and its incident, the cameras, the marks of the player; or a camera and a span to add. */
export function startOf(search: URLSearchParams, before: Draft, clock: Clock): Partial<Draft> {
  const start: Partial<Draft> = {};
  const caseId = search.get('case');
  const cams = search.get('cams')?.split(',').filter(Boolean);
  const added = search.get('add');
  if (caseId) Object.assign(start, { caseId, incidentId: search.get('incident') ?? '' });
  if (cams) start.cameraIds = cams;
  let [from, to] = (['from', 'to'] as const).map((side) => parseInstant(search.get(side) ?? '')) as [number, number];
  if (added) {
    const old = spanOf(before, clock);
    const first = Math.min(from, old.from ?? from);
    const last = Math.max(to, old.to ?? to);
    const joins = before.caseId === caseId && last - first <= longestJoined;
    if (joins) [from, to] = [first, last];
    start.cameraIds = [...new Set([...(joins ? before.cameraIds : []), added])];
  }
  if (Number.isFinite(from)) start.from = dateTimeText(from, clock.zone, from % 1000 !== 0);
  if (Number.isFinite(to)) start.to = dateTimeText(to, clock.zone, to % 1000 !== 0);
  return start;
}
