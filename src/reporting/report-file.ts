/** What a report can be had as: to print, or to calculate with. */
export const REPORT_FORMATS = ['pdf', 'xlsx', 'csv'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/**
 * The format that the ending of a file's name asks for; a PDF where it asks for none.
 *
 * @example formatOf('summary.XLSX') // 'xlsx'
 */
export function formatOf(path: string): ReportFormat {
  return REPORT_FORMATS.find((format) => path.toLowerCase().endsWith(`.${format}`)) ?? 'pdf';
}
