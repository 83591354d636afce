import { labelOf } from '../analytics/index.ts';
import { groupMessages as m } from '../web/i18n/messages/subscription-groups.ts';
import type { SubscriptionGroup } from './group-members.ts';
import type { SliceNames } from './slice-words.ts';

/** Whom a group is: "All managers", "Everybody of Canada". */
export function groupWords(
  { toRole, toDonor }: Pick<SubscriptionGroup, 'toRole' | 'toDonor'>,
  { view }: Pick<SliceNames, 'view'>,
): string {
  if (toRole !== null) return view.t(m.everybody[toRole]);
  return view.t(m.everybodyOf, { donor: toDonor === null ? '' : labelOf(view, 'donor', toDonor) });
}
