/** What of a report an e-mail brings: its PDF, the same figures as a workbook beside it, or only where it opens. */
export const DELIVERED_AS = ['pdf', 'pdf-and-xlsx', 'link'] as const;
export type DeliveredAs = (typeof DELIVERED_AS)[number];

/** What to do where nothing is new since the last report: send it all the same, say so in its first line, or send nothing. */
export const WHEN_NOTHING_NEW = ['send', 'say', 'skip'] as const;
export type WhenNothingNew = (typeof WHEN_NOTHING_NEW)[number];
