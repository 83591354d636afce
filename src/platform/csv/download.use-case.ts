import { DomainError } from '../../core/errors.ts';
import type { Database } from '../database/database.ts';
import { chunksOf } from '../database/rows.ts';
import { writeXlsx } from '../spreadsheet/xlsx.adapter.ts';
import { breather } from '../threads/breather.ts';
import { linesOf } from './file-rows.ts';
import type { ImportKind } from './import-kind.ts';
import { CSV_START, csvLines } from './write-csv.ts';

export const DOWNLOAD_FORMATS = ['csv', 'xlsx'] as const;
export type DownloadFormat = (typeof DOWNLOAD_FORMATS)[number];

/** All rows of a kind, as a file that can be edited and brought back. */
export interface Download {
  readonly bytes: Uint8Array;
  readonly rows: number;
}

const HEAD_WIDTH = 18;
const LINES_AT_ONCE = 500;

/** Takes down all rows of a kind, as of one moment: brought back unchanged, the file changes nothing. */
export async function download(
  db: Database,
  kind: ImportKind,
  format: DownloadFormat,
  now: Date,
): Promise<Download> {
  const table = await db.transaction((tx) => kind.read(tx), {
    isolationLevel: 'repeatable read',
    accessMode: 'read only',
  });
  const rows = table.rows.length;
  const lines = linesOf(table);
  if (format === 'csv') return { bytes: new TextEncoder().encode(await csvOf(lines)), rows };
  const cells = lines.map((line, index) =>
    line.map((text) => (text === '' ? null : { text, bold: index === 0 })),
  );
  const widths = table.columns.map(() => HEAD_WIDTH);
  return { bytes: await writeXlsx([{ name: kind.name, widths, frozenRows: 1, rows: cells }], now), rows };
}

/** @throws DomainError IMPORT.UNKNOWN_KIND (call) */
export function findKind(kinds: readonly ImportKind[], name: string): ImportKind {
  const kind = kinds.find((one) => one.name === name);
  if (kind !== undefined) return kind;
  throw new DomainError('IMPORT.UNKNOWN_KIND', `There is no kind of file "${name}".`, {
    kind: 'call',
    remedy: `Kinds: ${kinds.map((one) => one.name).join(', ')}.`,
    values: { name },
  });
}

/** Between some hundred lines others have the thread. */
async function csvOf(lines: readonly (readonly string[])[]): Promise<string> {
  const breathe = breather();
  let text = CSV_START;
  for (const some of chunksOf(lines, LINES_AT_ONCE)) {
    await breathe();
    text += csvLines(some);
  }
  return text;
}
