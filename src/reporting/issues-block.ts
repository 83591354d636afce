import { queryString } from '../analytics/index.ts';
import type { Block, BlockRow } from '../core/report/block.ts';
import type { Language } from '../core/text.ts';
import type { Edition } from '../web/edition.ts';
import { AUTONYMS } from '../web/i18n/locales.ts';
import { movementMessages } from '../web/i18n/messages/movements.ts';
import { reportsPageMessages } from '../web/i18n/messages/report-pages.ts';
import { reportMessages } from '../web/i18n/messages/reports.ts';
import { shortHash } from './issue.ts';
import type { IssueBefore, IssueHead } from './issues.repository.ts';

/**
 * Issued reports as a table, each leading to its file and to how its totals have moved since the one before.
 *
 * @param before by id, those that were sent before
 */
export function issuesBlock(
  { t, f, lang }: Pick<Edition, 't' | 'f'> & { readonly lang: Language | undefined },
  issues: readonly IssueHead[],
  before: ReadonlyMap<string, IssueBefore>,
): Block {
  const movedSince = ({ id, cutOff, pillar, country, donor }: IssueHead) => {
    const earlier = before.get(id);
    if (earlier === undefined) return { text: '', raw: null };
    const query = queryString({
      since: earlier.atThen.toISOString(),
      'as-of': earlier.at.toISOString(),
      'to-then': earlier.cutOffThen,
      to: cutOff,
      pillar: pillar ?? undefined,
      country: country ?? undefined,
      donor: donor ?? undefined,
      lang,
    });
    return { text: t(movementMessages.fromIssueBefore), raw: null, href: `/changes${query}` };
  };
  return {
    id: 'issues',
    title: t(reportsPageMessages.issued),
    subtitle: '',
    chart: null,
    columns: [
      { key: 'report', label: t(reportsPageMessages.report), numeric: false },
      { key: 'cut_off', label: t(reportMessages.cutOff), numeric: false },
      { key: 'lang', label: t(reportsPageMessages.language), numeric: false },
      { key: 'paper', label: t(reportsPageMessages.paper), numeric: false },
      { key: 'hash', label: t(reportMessages.issue), numeric: false },
      ...(before.size === 0 ? [] : [{ key: 'moved', label: t(movementMessages.title), numeric: false }]),
    ],
    rows: issues.map((issue): BlockRow => {
      const { id, title, cutOff, lang: own, paper, hash } = issue;
      return {
        key: id,
        href: `/api/v1/reports/issues/${id}.pdf`,
        muted: false,
        cells: [
          { text: title, raw: title },
          { text: f.day(cutOff), raw: cutOff },
          { text: AUTONYMS[own], raw: own },
          { text: t(reportsPageMessages[paper]), raw: paper },
          { text: shortHash(hash), raw: hash },
          ...(before.size === 0 ? [] : [movedSince(issue)]),
        ],
      };
    }),
    total: null,
    notes: [],
    illustrative: false,
  };
}
