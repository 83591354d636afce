/** What of a report an e-mail brings: its PDF, the same figures as a workbook beside it, or only where it opens. */
export const DELIVERED_AS = ['pdf', 'pdf-and-xlsx', 'link'] as const;
export type DeliveredAs = (typeof DELIVERED_AS)[number];
