import { readDay } from '../register/days';
import type { Education, Gender, Origin, Position } from './types';

/** Somebody as they are being proposed: all texts, as in the fields. */
export interface MemberDraft {
  /** Of who is in the team; empty for somebody new. */
  memberId: string;
  name: string;
  /** A year or a day. */
  born: string;
  gender: Gender | '';
  phone: string;
  nationalId: string;
  origin: Origin | '';
  education: Education | '';
  healthOn: string;
  position: Position;
  from: string;
  until: string;
  overAge: boolean;
  anotherPerson: boolean;
  /** Whether somebody bears this name, so that it is asked if they are another person. */
  asked: boolean;
}

export function emptyDraft(position: Position): MemberDraft {
  return {
    memberId: '',
    name: '',
    born: '',
    gender: '',
    phone: '',
    nationalId: '',
    origin: '',
    education: '',
    healthOn: '',
    position,
    from: '',
    until: '',
    overAge: false,
    anotherPerson: false,
    asked: false,
  };
}

const year = /^\d{4}$/;

/** What is wrong with a draft, by field. */
export function wrongFields(draft: MemberDraft): (keyof MemberDraft)[] {
  const wrong: (keyof MemberDraft)[] = [];
  if (!draft.memberId) {
    if (!draft.name.trim()) wrong.push('name');
    if (!year.test(draft.born.trim()) && !readDay(draft.born)) wrong.push('born');
    if (!draft.gender) wrong.push('gender');
    if (!draft.origin) wrong.push('origin');
    if (draft.healthOn.trim() && !readDay(draft.healthOn)) wrong.push('healthOn');
  }
  if (!readDay(draft.from)) wrong.push('from');
  if (!readDay(draft.until)) wrong.push('until');
  return wrong;
}

export function bodyOf(draft: MemberDraft) {
  const born = draft.born.trim();
  const term = { position: draft.position, from: readDay(draft.from), until: readDay(draft.until), overAge: draft.overAge, anotherPerson: draft.anotherPerson };
  if (draft.memberId) return { memberId: draft.memberId, ...term };
  return {
    person: {
      name: draft.name.trim(),
      birthYear: year.test(born) ? Number(born) : null,
      birthOn: year.test(born) ? null : readDay(born),
      gender: draft.gender,
      phone: draft.phone.trim() || null,
      nationalId: draft.nationalId.trim() || null,
      origin: draft.origin,
      education: draft.education || null,
      healthOn: draft.healthOn.trim() ? readDay(draft.healthOn) : null,
    },
    ...term,
  };
}

/** The control of one of the server's fields. */
export function controlOf(field: string): string {
  const found = /^members\[(\d+)\]\.(?:person\.)?(\w+)$/.exec(field);
  if (!found) return field;
  const name = found[2] === 'birthYear' || found[2] === 'birthOn' ? 'born' : found[2];
  return `${name}-${found[1]}`;
}
