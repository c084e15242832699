import type { PersonRef } from '../api/types';
import type { FilmFailure } from '../requests/types';

/** A part of a picture, in parts of its width and height from the top left. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** One box over time: straight from one key position to the next. */
export interface Track {
  beyond: boolean;
  keys: { seconds: number; box: Box }[];
}

export type CoverMode = 'REVEAL' | 'COVER';
export type CoverFill = 'CELLS' | 'SOLID';
export const copyReasons = ['THIRD_PERSONS', 'CHILD', 'VICTIM', 'WITNESS', 'PRIVATE_PLACE', 'OTHERS_DATA'] as const;
/** A film of a sealed package. `original` says whether what is shown is the film itself. */
export interface Master {
  name: string;
  sha256: string;
  bytes: number;
  given: boolean;
  watchUrl: string | null;
  original: boolean;
}

export interface FilmCopy {
  id: string;
  code: string;
  kind: 'REDACTED' | 'COURT';
  state: 'ORDERED' | 'MADE' | 'CONFIRMED' | 'REFUSED' | 'FAILED';
  percent: number;
  master: string;
  masterSha256: string;
  reasons: (typeof copyReasons)[number][];
  covering: { mode: CoverMode; fill: CoverFill; tracks: Track[] } | null;
  keepsSound: boolean;
  words: string;
  orderedBy: PersonRef;
  orderedAt: string;
  method: 'BIT_FOR_BIT' | 'ENCODED' | null;
  bytes: number | null;
  sha256: string | null;
  why: FilmFailure | null;
  review: { by: PersonRef; at: string; words: string | null } | null;
  videoUrl: string | null;
  mayReview: boolean;
  whyNot: string | null;
  archive: { bytes: number; sha256: string; logIndex: number } | null;
  packageUrl: string | null;
}

export interface Copies {
  masters: Master[];
  copies: FilmCopy[];
  mayWatch: boolean;
  mayOrder: boolean;
}
