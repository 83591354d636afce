import { isDonorReport, REPORTS } from '../core/report/definitions.ts';
import { ownSlugOf } from '../core/report/own-report.ts';
import type { Paper } from '../core/report/paper.ts';
import type { Frequency } from '../core/schedule.ts';
import type { DeliveredAs, WhenNothingNew } from '../core/sending.ts';
import { quoted, refusal } from '../platform/csv/cells.ts';
import { rowError } from '../platform/csv/import-kind.ts';
import type { RowError } from '../platform/csv/row-error.ts';
import type { GROUP_ROLES } from './group-roles.ts';
import type { OwnTime } from './own-time.ts';

/** Everybody of a role, or everybody of the donor that is named. */
export type GroupTo = (typeof GROUP_ROLES)[number] | 'of-donor';

/** How a group has its report sent. */
export interface GroupEdition extends OwnTime {
  readonly paper: Paper;
  readonly frequency: Frequency;
  readonly deliveredAs: DeliveredAs;
  readonly whenNothingNew: WhenNothingNew;
  readonly needsApproval: boolean;
}

/** A group as a form asks for it; a blank was not filled in. */
export type AskedGroup = GroupEdition & {
  readonly to: GroupTo;
} & Readonly<Record<'report' | 'pillar' | 'country' | 'donor' | 'email' | 'name', string>>;

const LINE = 1;

/** A group has no address of its own. */
export function refuseAddress(asked: AskedGroup): readonly RowError[] {
  return (['email', 'name'] as const).flatMap((column) => {
    if (asked[column].trim() === '') return [];
    const message = `${quoted(asked[column].trim())} was given, and everybody of a group chosen.`;
    const remedy = 'Leave it empty, or choose one address.';
    return [rowError(LINE, column, refusal('GROUP.ADDRESS', message, remedy))];
  });
}

/** Of donors, everybody gets what is of their own organisation, and nothing else. */
export function refuseWhom({ to, donor, report }: AskedGroup): readonly RowError[] {
  if (to !== 'donor' && to !== 'of-donor') return [];
  const errors: RowError[] = [];
  if (to === 'of-donor' && donor.trim() === '') {
    const message = 'It is not said of which donor everybody gets it.';
    errors.push(rowError(LINE, 'donor', refusal('GROUP.DONOR_MISSING', message, 'Name the donor.')));
  }
  if (to === 'donor' && donor.trim() !== '') {
    const message = 'Each donor gets what is about its own organisations.';
    const remedy = 'Leave it empty, or choose everybody of one donor.';
    errors.push(rowError(LINE, 'donor', refusal('GROUP.OWN_DONOR', message, remedy)));
  }
  if (!REPORTS.some((name) => name === report && isDonorReport(name))) {
    const message = 'A donor may not have this report.';
    const remedy = `Choose ${REPORTS.filter(isDonorReport).join(', ')}, or somebody else to send it to.`;
    errors.push(rowError(LINE, 'report', refusal('GROUP.NOT_FOR_DONORS', message, remedy)));
  }
  return errors;
}

/** What is its maker’s alone is not sent to everybody. @param shared the names of those that everybody may ask for */
export function refuseNotShared(
  report: string,
  shared: Pick<ReadonlyMap<string, string>, 'has'>,
): readonly RowError[] {
  if (ownSlugOf(report) === null) return isOurs(report) ? [] : [unknownReport(report)];
  if (shared.has(report)) return [];
  const message = `The report "${report}" is its maker’s alone.`;
  const remedy = 'Have it shared, or choose another.';
  return [rowError(LINE, 'report', refusal('GROUP.NOT_SHARED', message, remedy))];
}

const isOurs = (report: string) => REPORTS.some((name) => name === report);

function unknownReport(report: string): RowError {
  const message = `There is no report "${report}".`;
  const remedy = 'Choose one of the list.';
  return rowError(LINE, 'report', refusal('SUBSCRIPTION.UNKNOWN_REPORT', message, remedy));
}

/** Of what two groups would send twice. */
export function refuseTwice(column: string): RowError {
  const message = 'There is a group already that sends them the same as often.';
  const remedy = 'Open it in the list, and change it or let it go on.';
  return rowError(LINE, column, refusal('GROUP.ALREADY', message, remedy));
}
