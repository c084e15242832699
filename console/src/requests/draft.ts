import { useState } from 'react';
import { t } from '../i18n/text';
import { readDay } from '../register/days';
import { dateTimeText } from '../time/format';
import { parseInstant } from '../time/zone';
import type { Mistake } from '../ui/ErrorSummary';
import { readMoment } from '../ui/MomentField';
import type { RequestBody, RequestDefaults, RequestLimits } from './types';
import { urgentMistakes } from './urgent';

/** The pages of a request, in their order. */
export const steps = ['case', 'what', 'why', 'check'] as const;
export type Step = (typeof steps)[number];

/** What filled an answer in before anybody wrote it; of a request of one's own, its code. */
export interface Origin {
  by: 'FIND' | 'PLAYER' | 'VEHICLES' | 'CASE' | 'CASE_TYPE' | 'LAST_REQUEST' | 'PRESET';
  code?: string;
}

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
  urgent: boolean;
  urgentReason: string;
  urgentWords: string;
  subjectClass: string;
  paperNumber: string;
  paperDate: string;
  paperSha256: string;
  /** The name of the scanned file, for who chose it. */
  paperFile: string;
  /** By field; what somebody chose or typed themselves has none. */
  origins: Readonly<Record<string, Origin>>;
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
  urgent: false,
  urgentReason: '',
  urgentWords: '',
  subjectClass: '',
  paperNumber: '',
  paperDate: '',
  paperSha256: '',
  paperFile: '',
  origins: { urgent: { by: 'PRESET' } },
};

/** Why it is needed: of one case, and never of another. */
const reasonFields = ['purpose', 'legalBasis', 'offence', 'subjectClass', 'necessity', 'urgentReason', 'urgentWords', 'paperNumber', 'paperDate', 'paperSha256', 'paperFile'] as const;

/** What is filled in, with where it is from. */
export type Filled = Partial<Omit<Draft, 'origins'>>;

function read(): Draft {
  try {
    return { ...empty, ...(JSON.parse(sessionStorage.getItem(storageKey) ?? '{}') as Partial<Draft>) };
  } catch {
    return empty;
  }
}

/** What is being written in this tab, if somebody has begun a request. */
export function findDraft(): Draft | null {
  const draft = read();
  return draft.caseId || draft.cameraIds.length > 0 || draft.from || draft.to || draft.necessity ? draft : null;
}

export function forgetDraft(): void {
  sessionStorage.removeItem(storageKey);
}

function filledIn(before: Draft, part: Filled, origin: Origin | null): Draft {
  const origins = { ...before.origins };
  for (const field of Object.keys(part)) {
    delete origins[field];
    if (origin) origins[field] = origin;
  }
  return { ...before, ...part, origins };
}

function withoutReason(before: Draft): Draft {
  const bare = reasonFields.reduce((made, field) => filledIn(made, { [field]: empty[field] }, null), before);
  return filledIn(bare, { urgent: empty.urgent }, { by: 'PRESET' });
}

interface Writing {
  draft: Draft;
  /** Somebody chose or typed it. */
  change: (part: Filled) => void;
  /** What a case suggests, where nobody said otherwise. */
  suggest: (defaults: RequestDefaults) => void;
  forget: () => void;
}

/** @param start the draft as the link that led here makes it of what was written before */
export function useDraft(start: (before: Draft) => Draft): Writing {
  const [draft, setDraft] = useState<Draft>(() => keep(start(read())));
  return {
    draft,
    change: (part) => setDraft((before) => keep(filledIn(before, part, null))),
    suggest: (defaults) => setDraft((before) => keep(suggested(before, defaults))),
    forget: forgetDraft,
  };
}

function keep(draft: Draft): Draft {
  sessionStorage.setItem(storageKey, JSON.stringify(draft));
  return draft;
}

/** A draft with what its case suggests, in place of nothing or of what another case suggested. */
export function suggested(draft: Draft, defaults: RequestDefaults): Draft {
  const origin: Origin = defaults.last ? { by: 'LAST_REQUEST', code: defaults.last.code } : { by: 'CASE_TYPE' };
  return (['purpose', 'legalBasis', 'offence', 'subjectClass'] as const)
    .filter((field) => draft[field] === '' || draft.origins[field])
    .reduce((made, field) => filledIn(made, { [field]: defaults[field] ?? '' }, defaults[field] ? origin : null), draft);
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
      if (draft.urgent) found.push(...urgentMistakes(draft.urgentReason, draft.urgentWords));
      return found;
    case 'check':
      return (['case', 'what', 'why'] as const).flatMap((each) => mistakesOf(each, draft, clock, limits));
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
    urgent: draft.urgent,
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
  return 'why';
}

/** Footage of further apart is for another request. */
const longestJoined = 2 * 3_600_000;

const origins: Record<string, Origin['by']> = { find: 'FIND', player: 'PLAYER', vehicles: 'VEHICLES', case: 'CASE' };

/** A draft with what the link that led here knows: the case and its incident, the cameras, the marks of the player; or a camera and a span to add. */
export function startOf(search: URLSearchParams, before: Draft, clock: Clock): Draft {
  const start: Filled = {};
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
  const by = origins[search.get('by') ?? ''];
  const ofAnother = Boolean(caseId && before.caseId && caseId !== before.caseId);
  return filledIn(ofAnother ? withoutReason(before) : before, start, by ? { by } : null);
}

/** The first page on which something is still to be answered. */
export function firstOpen(draft: Draft, clock: Clock, limits?: RequestLimits): Step {
  return steps.find((step) => step !== 'check' && mistakesOf(step, draft, clock, limits).length > 0) ?? 'check';
}
