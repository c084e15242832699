import type * as Api from '#api';

export type RequestState = UrgentRequest['state'];
export type RequestChoices = Api.EvidenceChoicesView;

/** What one request may ask for at most, and from where on a senior approver decides. */
export type RequestLimits = Api.EvidenceLimits;
export type SeniorReason = Api.EvidenceReason;

/** What a new request of a case can begin with. */
export type RequestDefaults = Api.EvidenceRequestDefaultsView;

export interface RequestBody {
  caseId: string;
  incidentId: string | null;
  cameraIds: string[];
  from: string;
  to: string;
  purpose: string;
  legalBasis: string;
  offence: string;
  necessity: string;
  urgent: boolean;
  urgentReason: string | null;
  urgentWords: string | null;
  subjectClass: string | null;
  paperNumber: string | null;
  paperDate: string | null;
  paperSha256: string | null;
}

export type CameraCoverage = Api.EvidenceCameraCoverage;

/** An owner of a community camera who is asked. */
export type Ask = Api.EvidenceOwnerRequestView;
export type OwnersFile = Api.EvidenceAskFile;

export type Channel = OwnersMessage['channel'];
export type OwnersMessage = Api.EvidenceMessageView;
export type RequestCheck = Api.EvidenceCheckView;

/** What to know before deciding; there until the decision. */
export type DecisionFacts = Api.EvidenceFactsView;
export type HistoryEntry = Api.EvidenceHistoryLine;

/** That somebody said that a request cannot wait, and what became of the footage that was secured. */
export type Urgency = Api.EvidenceUrgencyView;
export type UrgentRequest = Api.EvidenceUrgentView;
export type UrgentPeople = Api.EvidencePeopleView;
export type EvidenceRequest = Api.EvidenceRequestView;
export type Verification = Api.EvidenceVerdictView;

export const identities = ['IDENTITY_DOCUMENT', 'SERVICE_CARD', 'LETTER', 'KNOWN'] as const;
export const media = ['DOWNLOAD', 'USB_DRIVE', 'DISC', 'EXTERNAL_DISK', 'NETWORK'] as const;
export type Handover = Api.EvidenceHandoverView;

/** Whose hands a package went through. */
export type Custody = Api.EvidenceCustodyView;

/** A package that is handed over to the signed-in person. */
export type Received = Api.EvidenceReceivedView;
