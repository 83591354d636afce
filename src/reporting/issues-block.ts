import type { Block, BlockRow } from '../core/report/block.ts';
import type { Edition } from '../web/edition.ts';
import { AUTONYMS } from '../web/i18n/locales.ts';
import { reportsPageMessages } from '../web/i18n/messages/report-pages.ts';
import { reportMessages } from '../web/i18n/messages/reports.ts';
import { shortHash } from './issue.ts';
import type { IssueHead } from './issues.repository.ts';

/** Issued reports as a table, each leading to its file. */
export function issuesBlock({ t, f }: Edition, issues: readonly IssueHead[]): Block {
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
    ],
    rows: issues.map(
      ({ id, title, cutOff, lang, paper, hash }): BlockRow => ({
        key: id,
        href: `/api/v1/reports/issues/${id}.pdf`,
        muted: false,
        cells: [
          { text: title, raw: title },
          { text: f.day(cutOff), raw: cutOff },
          { text: AUTONYMS[lang], raw: lang },
          { text: t(reportsPageMessages[paper]), raw: paper },
          { text: shortHash(hash), raw: hash },
        ],
      }),
    ),
    total: null,
    notes: [],
    illustrative: false,
  };
}
