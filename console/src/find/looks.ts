import type { Shape } from '../map/GroundMap';
import type { Candidate } from '../register/types';

/** How a camera is drawn: by what there is of its footage. */
export function lookOf(candidate: Candidate): Shape['look'] {
  switch (candidate.footage.state) {
    case 'RECORDED':
      return 'there';
    case 'PARTLY_RECORDED':
      return 'part';
    case 'KEPT':
    case 'PARTLY_KEPT':
      return 'ask';
    case 'NOT_RECORDED':
    case 'OVERWRITTEN':
      return 'gone';
  }
}

/** Whether it can be watched here. */
export function playable(candidate: Candidate): boolean {
  return candidate.footage.state === 'RECORDED' || candidate.footage.state === 'PARTLY_RECORDED';
}

/** Whether its owner is asked for it, who should still have it. */
export function askable(candidate: Candidate): boolean {
  return candidate.footage.state === 'KEPT' || candidate.footage.state === 'PARTLY_KEPT';
}

/** Whether an extraction can be requested: there is footage, here or at its owner's. */
export function requestable(candidate: Candidate): boolean {
  return playable(candidate) || askable(candidate);
}
