import { labelOf, type View } from '../analytics/index.ts';
import { type OwnTitles, reportName } from './report-mail.ts';
import type { SubscribedSlice } from './subscriptions.repository.ts';

/** What names of reports and of what they are about are made of. */
export interface SliceNames {
  readonly view: View;
  readonly titles: OwnTitles;
}

/** A report and its slice in words: "Country fact sheet, Costa Rica". */
export function sliceWords(each: SubscribedSlice, { view, titles }: SliceNames): string {
  const about = (['country', 'donor', 'pillar'] as const).flatMap((by) => {
    const code = each[by];
    return code === null ? [] : [labelOf(view, by, code)];
  });
  return [reportName(view.t, each.report, titles), ...about].join(', ');
}
