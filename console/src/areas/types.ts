import type * as Api from '#api';
import type { AreaKind } from '../api/types';

export type Former = Api.AreasFormerName;

/** An area that a search found, with the names of what it lies in, the nearest first. */
export type FoundArea = Api.AreasFoundArea;

/** An area in the tree. */
export type Branch = Api.AreasAreaBranch;
export type OtherArea = Api.AreasOtherArea;
export type AreaFacts = Api.AreasAreaPage;

/** A unit of a change to come; without an identifier where it is made on the day. */
export type PlannedArea = Api.AreasPlannedArea;

/** A change whose day is to come, or that could not be carried out on it. */
export type PlannedChange = Api.AreasPlannedView;
export type AreaReport = Api.AreasAreaReport;
export type PlaceReport = Api.AreasPlaceReport;

/** Whether it is a unit of the lower of the two levels of local government. */
export function isCommune(kind: AreaKind): boolean {
  return kind === 'COMMUNE' || kind === 'WARD';
}

/** The kinds that may lie directly in an area of a kind, or at the top. */
export function kindsWithin(parent: AreaKind | null): AreaKind[] {
  if (parent === null) return ['PROVINCE', 'COMMUNE', 'WARD'];
  if (parent === 'PROVINCE') return ['COMMUNE', 'WARD', 'AGENCY', 'ENTERPRISE', 'SCHOOL'];
  if (parent === 'COMMUNE' || parent === 'WARD') return ['RESIDENTIAL_AREA', 'AGENCY', 'ENTERPRISE', 'SCHOOL'];
  return parent === 'RESIDENTIAL_AREA' ? ['AGENCY', 'ENTERPRISE', 'SCHOOL'] : [];
}
