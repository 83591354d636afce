import type { AuditRow } from '../../access/index.ts';
import { cellText } from '../../core/report/cell-text.ts';
import { CSV_START, csvLines } from '../../platform/csv/write-csv.ts';

const COLUMNS = [
  'id',
  'at',
  'action',
  'actor_kind',
  'actor',
  'actor_name',
  'subject',
  'address',
  'details',
] as const;

/** The record as CSV (RFC 4180, UTF-8 with its mark), piece by piece: moments in UTC, details as JSON, all of it whole. */
export async function* auditCsv(
  chunks: AsyncIterable<readonly AuditRow[]> | Iterable<readonly AuditRow[]>,
): AsyncGenerator<string> {
  yield CSV_START + csvLines([COLUMNS]);
  for await (const rows of chunks) {
    yield csvLines(
      rows.map((row) => [
        row.id,
        row.at.toISOString(),
        row.action,
        row.actorKind,
        text(row.actor),
        text(row.actorName),
        text(row.subject),
        text(row.address),
        text(JSON.stringify(row.details)),
      ]),
    );
  }
}

/** The same as JSON, piece by piece: `{"entries": […]}`. */
export async function* auditJson(
  chunks: AsyncIterable<readonly AuditRow[]> | Iterable<readonly AuditRow[]>,
): AsyncGenerator<string> {
  let opening = '{"entries":[';
  for await (const rows of chunks) {
    yield opening + rows.map((row) => JSON.stringify(row)).join(',');
    opening = ',';
  }
  yield opening === ',' ? ']}' : `${opening}]}`;
}

const text = (value: string | null): string => (value === null ? '' : cellText(value));
