/** What of a report an e-mail brings: its PDF, the same figures as a workbook or as text beside it, or only where it opens. */
export const DELIVERED_AS = ['pdf', 'pdf-and-xlsx', 'pdf-and-csv', 'link'] as const;
export type DeliveredAs = (typeof DELIVERED_AS)[number];

/** Of what a report is sent for, and else not at all (`core/report/conditions.ts`). */
export const CONDITIONS = [
  'target-behind',
  'moved-5',
  'moved-10',
  'moved-25',
  'moved-50',
  'gap-opened',
] as const;
export type Condition = (typeof CONDITIONS)[number];

/**
 * What to do where nothing is new since the last report: send it all the same, say so in its first line, or send nothing; or
 * send nothing but for one thing that is new.
 */
export const WHEN_NOTHING_NEW = ['send', 'say', 'skip', ...CONDITIONS] as const;
export type WhenNothingNew = (typeof WHEN_NOTHING_NEW)[number];

export function isCondition(when: WhenNothingNew): when is Condition {
  return (CONDITIONS as readonly string[]).includes(when);
}
