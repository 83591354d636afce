import { stringify } from 'csv-stringify/sync';

/** Begins a CSV that people download: without this byte order mark Excel takes UTF-8 for an older code and breaks accents. */
export const CSV_START = '\ufeff';

/** Lines of CSV (RFC 4180): commas, quotes where they are needed, each line ended by CR LF. */
export function csvLines(rows: readonly (readonly (string | number)[])[]): string {
  // Of what ends a line it would quote CR LF alone, and a text may have its own.
  return stringify([...rows] as (string | number)[][], {
    record_delimiter: 'windows',
    quoted_match: /[\r\n]/,
  });
}
