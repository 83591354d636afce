import type { Paper } from '../core/report/paper.ts';
import type { Frequency } from '../core/schedule.ts';
import type { DeliveredAs, WhenNothingNew } from '../core/sending.ts';
import type { OwnTime } from './own-time.ts';
import { timeCells } from './own-time-rules.ts';

interface Comes extends OwnTime {
  readonly paper: Paper;
  readonly frequency: Frequency;
  readonly deliveredAs: DeliveredAs;
  readonly whenNothingNew: WhenNothingNew;
}

/** How a report comes, as columns of the file of subscriptions, and fields of a form, say it. */
export function editionCells({ paper, frequency, deliveredAs, whenNothingNew, ...time }: Comes) {
  return {
    paper,
    frequency,
    ...timeCells(time),
    delivered_as: deliveredAs,
    when_nothing_new: whenNothingNew,
  };
}
