import type { DeliveredAs } from '../core/sending.ts';
import type { Mail } from '../platform/mailer/mailer.ts';
import { XLSX_TYPE } from '../platform/spreadsheet/workbook.ts';

/** As what the figures of a report come beside its PDF, with their media types. */
export const BESIDE_TYPES = { xlsx: XLSX_TYPE, csv: 'text/csv; charset=utf-8' } as const;
export type FormatBeside = keyof typeof BESIDE_TYPES;

/** Base64 makes it a third larger, and many mail servers take no more than ten megabytes in all. */
const MOST_ATTACHED_BYTES = 7_000_000;

/** What of an issue may go with an e-mail. */
export interface Attachable {
  readonly fileName: string;
  readonly pdf: Uint8Array;
  /** The same figures to calculate with; null: it was issued without. */
  readonly xlsx: Uint8Array | null;
  readonly csv: Uint8Array | null;
}

export type Attached = Mail['attachments'];

/**
 * The files that go with an e-mail: what its subscriber has asked for, as far as mail servers take it; the rest opens where
 * the link leads. Without a link all of it goes, whatever its size: there is no other way to it.
 *
 * @param link null: there is none; `sign-in`: the report does not lie in a mailbox
 * @example attachedTo('pdf-and-xlsx', { fileName: 'a.pdf', pdf, xlsx }, null).map(({ filename }) => filename) // ['a.pdf', 'a.xlsx']
 */
export function attachedTo(
  deliveredAs: DeliveredAs,
  issue: Attachable,
  link: { readonly needs: 'nothing' | 'sign-in' } | null,
): Attached {
  if (link?.needs === 'sign-in' || (link !== null && deliveredAs === 'link')) return [];
  const { fileName, pdf } = issue;
  const format = formatBeside(deliveredAs);
  const figures = format === null ? null : issue[format];
  const wanted = [
    { filename: fileName, contentType: 'application/pdf', content: pdf },
    ...(format === null || figures === null
      ? []
      : [{ filename: nameBeside(fileName, format), contentType: BESIDE_TYPES[format], content: figures }]),
  ];
  if (link === null) return wanted;
  let left = MOST_ATTACHED_BYTES;
  return wanted.filter(({ content }) => {
    left -= content.length;
    return left >= 0;
  });
}

/** As what the figures come beside the PDF; null: they do not. */
export function formatBeside(deliveredAs: DeliveredAs): FormatBeside | null {
  if (deliveredAs === 'pdf-and-xlsx') return 'xlsx';
  return deliveredAs === 'pdf-and-csv' ? 'csv' : null;
}

/** The figures of a report stand beside its PDF in every list of files. */
export function nameBeside(fileName: string, format: FormatBeside): string {
  return fileName.replace(/\.pdf$/, `.${format}`);
}
