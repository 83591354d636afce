import type { Day } from '../program.ts';

/** Null: nothing is known, which is not zero. */
export type SheetCell =
  | null
  | ({ readonly bold?: boolean } & (
      | {
          readonly text: string;
          readonly wrap?: boolean;
          /** Stands at the end of its cell, as numbers do: the head of a column of them. */
          readonly atEnd?: boolean;
        }
      /** `format` as spreadsheets write it: `#,##0.00`. */
      | { readonly number: number; readonly format: string }
      | { readonly day: Day }
    ));
