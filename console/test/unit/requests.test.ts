import { describe, expect, test } from 'vitest';
import { type Draft, firstOpen, startOf, suggested } from '../../src/requests/draft';

const clock = { zone: 'Asia/Ho_Chi_Minh', now: () => Date.parse('2026-11-02T12:00:00Z') };
const link = (text: string) => new URLSearchParams(text);
const empty = startOf(
  link(''),
  { caseId: '', cameraIds: [], from: '', to: '', purpose: '', legalBasis: '', offence: '', subjectClass: '', necessity: '', paperNumber: '', origins: {} } as unknown as Draft,
  clock,
);
const byType = { purpose: null, legalBasis: 'CPC_2015_ART_88', offence: 'THEFT', subjectClass: null, last: null } as const;
const byRequest = { purpose: 'IDENTIFY_VEHICLE', legalBasis: 'CPC_2015_ART_107', offence: 'ROBBERY', subjectClass: 'SUSPECT', last: { id: '1', code: 'REQ-2026-0007' } } as const;

describe('what a request begins with', () => {
  test('is what its case suggests, with where it is from', () => {
    const first = suggested(empty, byType);
    expect(first).toMatchObject({ purpose: '', legalBasis: 'CPC_2015_ART_88', offence: 'THEFT', origins: { offence: { by: 'CASE_TYPE' }, legalBasis: { by: 'CASE_TYPE' } } });
    expect(first.origins['purpose']).toBeUndefined();
    const next = suggested(first, byRequest);
    expect(next).toMatchObject({ offence: 'ROBBERY', subjectClass: 'SUSPECT', origins: { offence: { by: 'LAST_REQUEST', code: 'REQ-2026-0007' } } });
  });

  test('never takes the place of what somebody chose', () => {
    const chosen: Draft = { ...empty, offence: 'ASSAULT' };
    expect(suggested(chosen, byRequest)).toMatchObject({ offence: 'ASSAULT', purpose: 'IDENTIFY_VEHICLE' });
  });

  test('goes again where another case suggests nothing', () => {
    expect(suggested(suggested(empty, byRequest), { ...byType, legalBasis: null, offence: null })).toMatchObject({ offence: '', legalBasis: '', purpose: '' });
  });

  test('keeps cameras and times and forgets the reason when a link names another case', () => {
    const written: Draft = { ...empty, caseId: 'one', cameraIds: ['gate'], from: '02/11/2026 18:00:00', necessity: 'Why it was needed there.', purpose: 'IDENTIFY_VEHICLE', urgent: true };
    expect(startOf(link('case=two'), written, clock)).toMatchObject({
      caseId: 'two',
      cameraIds: ['gate'],
      from: '02/11/2026 18:00:00',
      necessity: '',
      purpose: '',
      urgent: false,
      origins: { urgent: { by: 'PRESET' } },
    });
    expect(startOf(link('case=one'), written, clock)).toMatchObject({ necessity: 'Why it was needed there.', urgent: true });
  });

  test('is asked for on the first page on which something is missing', () => {
    const found = startOf(link('by=find&case=one&cams=gate&from=2026-11-02T11:00:00Z&to=2026-11-02T11:10:00Z'), empty, clock);
    expect(found.origins).toMatchObject({ cameraIds: { by: 'FIND' }, from: { by: 'FIND' }, to: { by: 'FIND' } });
    expect([firstOpen(empty, clock), firstOpen({ ...empty, caseId: 'one' }, clock), firstOpen(found, clock)]).toEqual(['case', 'what', 'why']);
  });
});
