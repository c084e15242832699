import { fromZoned } from '../time/zone';
import type { NamedCommune } from './api';
import type { Photo } from './photos';

/** What somebody is writing: in the memory of this page, and nowhere else. */
export interface Draft {
  /** Nobody's but this page's: sent again, the report is the same. */
  ticket: string;
  /** What was sent without an answer: it may have come in, and then stands as it was. */
  unanswered: Record<string, unknown>[];
  search: string;
  commune: NamedCommune | null;
  kind: string | null;
  danger: boolean;
  injured: boolean;
  guarded: boolean;
  seen: string;
  told: string;
  toldBy: string;
  placeWords: string;
  point: { latitude: number; longitude: number; accuracyMetres: number } | null;
  when: 'NOW' | 'ABOUT' | 'DAY' | 'UNKNOWN' | null;
  at: string;
  on: string;
  photos: Photo[];
  named: boolean | null;
  name: string;
  phone: string;
  contact: string;
}

export function newDraft(): Draft {
  return {
    ticket: crypto.randomUUID(),
    unanswered: [],
    search: '',
    commune: null,
    kind: null,
    danger: false,
    injured: false,
    guarded: false,
    seen: '',
    told: '',
    toldBy: '',
    placeWords: '',
    point: null,
    when: null,
    at: '',
    on: '',
    photos: [],
    named: null,
    name: '',
    phone: '',
    contact: '',
  };
}

/** Makes another report of it, with photos of its own. */
export function renew(draft: Draft): void {
  draft.ticket = crypto.randomUUID();
  draft.unanswered = [];
  draft.photos = draft.photos.map((each) => ({ ...each, id: crypto.randomUUID() }));
}

/** When it happened, by the site's clock; null where that is not said. */
export function happenedAt(draft: Draft, zone: string): string | null {
  const text = draft.when === 'ABOUT' ? draft.at : draft.when === 'DAY' && draft.on ? `${draft.on}T12:00` : '';
  const read = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(text);
  if (!read) return null;
  const [year, month, day, hour, minute] = read.slice(1).map(Number) as [number, number, number, number, number];
  const at = fromZoned({ year, month, day, hour, minute, second: 0, milli: 0 }, zone);
  return at === null ? null : new Date(at).toISOString();
}

/** As it is sent. Of the device nothing is in it, its clock neither. */
export function body(draft: Draft, zone: string): Record<string, unknown> {
  return {
    ticket: draft.ticket,
    communeId: draft.commune?.id,
    kind: draft.kind,
    guarded: draft.guarded,
    danger: draft.danger,
    injured: draft.injured,
    precision: draft.when ?? 'UNKNOWN',
    happenedAt: happenedAt(draft, zone),
    seen: draft.seen,
    told: draft.told,
    toldBy: draft.toldBy,
    placeWords: draft.placeWords,
    point: draft.point,
    media: draft.photos.map((each) => ({ id: each.id, bytes: each.blob.size, sha256: each.sha256 })),
    reporter: draft.named ? { name: draft.name, phone: draft.phone, contact: draft.contact } : null,
  };
}
