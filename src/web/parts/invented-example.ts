import type { Day } from '../../core/program.ts';

/**
 * The worked example of "How we count": made up, and plainly so, for strangers read it too, and no figure of a real
 * programme is theirs to see. In it stands every case that a rule speaks of.
 */
export const inventedExample = {
  date: '2025-12-31' satisfies Day,
  month: '2025-12',
  total: 164,
  byCountry: [
    { country: 'A', value: 80, remark: 'about' },
    { country: 'B', value: 46, remark: 'trainers' },
    { country: 'C', value: 26, remark: 'undated' },
    { country: 'D', value: 12, remark: 'year' },
  ],
  approximate: 80,
  undated: 26,
  /** Country B's two rows. */
  trainers: 6,
  participants: 40,
  bySex: { female: 10, male: 16, unknown: 138 },
  endedInMonth: 138,
  /** "Contributed to": X stands behind A and D, Y behind B and D. */
  byDonor: [
    { donor: 'X', value: 92 },
    { donor: 'Y', value: 58 },
  ],
  noDonor: 26,
  /** Country D's, whose programme both fund. */
  ofBoth: 12,
  targets: { onSite: 300, online: 5000 },
  informed: 410,
} as const;
