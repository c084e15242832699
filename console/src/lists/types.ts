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

/** What every check of a file says. */
export interface CheckedList {
  errorCount: number;
  errors: ListMistake[];
}
