import type * as Api from '#api';
export type ListColumn = Api.PlatformColumnView;
export type ListMistake = Api.PlatformErrorLine;

export const encodings = ['UNICODE', 'WINDOWS_1258', 'TCVN3', 'VNI', 'VISCII', 'BY_FONT'] as const;
export type TextEncoding = (typeof encodings)[number];

/** How the letters of a list are stored, and what was made of them. */
export type EncodingReport = Api.PlatformEncodingReport;

/** What every check of a file says. */
export interface CheckedList {
  /** Of the file, sent along when it is taken, so that nothing else is taken than what was checked. */
  sha256: string;
  /** Absent of what is no spreadsheet. */
  encoding?: EncodingReport | null;
  errorCount: number;
  errors: ListMistake[];
}

/** What is said of a list that only adds things. */
export type ImportReport = Api.PlatformImportReport;
