export interface ListColumn {
  code: string;
  title: string;
  required: boolean;
  choices: string[];
}

export interface ListMistake {
  row: number;
  /** Such as `C17`; null for a whole row. */
  cell: string | null;
  column: string | null;
  title: string | null;
  code: string;
  message: string;
}

export const encodings = ['UNICODE', 'WINDOWS_1258', 'TCVN3', 'VNI', 'VISCII', 'BY_FONT'] as const;
export type TextEncoding = (typeof encodings)[number];

/** How the letters of a list are stored, and what was made of them. */
export interface EncodingReport {
  encoding: TextEncoding;
  detected: TextEncoding;
  converted: number;
  sample: { cell: string; before: string; after: string }[];
}

/** What every check of a file says. */
export interface CheckedList {
  /** Absent of what is no spreadsheet. */
  encoding?: EncodingReport | null;
  errorCount: number;
  errors: ListMistake[];
}

/** What is said of a list that only adds things. */
export interface ImportReport extends CheckedList {
  sha256: string;
  rows: number;
  added: number;
  known: number;
  sample: string[];
}
