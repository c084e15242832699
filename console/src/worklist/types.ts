import type * as Api from '#api';

export type WorklistEntry = Api.WorklistWorklistEntry;
export type WorklistKind = WorklistEntry['kind'];
