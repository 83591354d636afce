import { Inject, Injectable } from '@nestjs/common';
import { DATABASE } from '../platform/database/database.module.ts';
import type { Database } from '../platform/database/database.ts';
import type { Author } from './author.ts';
import { countNeeds, type Need, needOf } from './plan-entered.ts';
import { openRowsOf, ownSheets, type Sheet } from './submissions.repository.ts';
import { Submissions } from './submissions.use-case.ts';

/** Sheets that are told; the older ones wait until these are done. */
const MOST_SHEETS = 5;
/** Rows that are looked through for a page of other things: of more only their number is told. */
const MOST_CHECKED = 200;

/** What is left to do of what somebody saved at once. */
export interface OpenSheets {
  readonly sheets: readonly Sheet[];
  /** There are more. */
  readonly more: boolean;
  /** Of their open rows, by id; none of a sheet that is too long to look through on the way. */
  readonly needs: ReadonlyMap<string, Need>;
  /** How many rows of a sheet need what; null: it is too long. */
  counted(sheet: string): Readonly<Record<Need, number>> | null;
}

/** Files and tables of somebody's own that are not submitted whole. */
@Injectable()
export class UnfinishedSheets {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly submissions: Submissions,
  ) {}

  async of(author: Author): Promise<OpenSheets> {
    const found = await ownSheets(this.db, author, MOST_SHEETS + 1);
    const sheets = found.slice(0, MOST_SHEETS);
    const checked = shortEnough(sheets);
    const rows = checked.length === 0 ? [] : await openRowsOf(this.db, author, checked);
    const bySheet = new Map<string, ReadonlyMap<string, Need>>();
    // Each by itself: two files with one row in common are not one file with a row that is there twice.
    for (const [sheet, ofSheet] of Map.groupBy(rows, ({ together }) => together)) {
      const checks = await this.submissions.check(author, ofSheet);
      bySheet.set(sheet, new Map([...checks].map(([id, check]) => [id, needOf(check)])));
    }
    return {
      sheets,
      more: found.length > sheets.length,
      needs: new Map([...bySheet.values()].flatMap((needs) => [...needs])),
      counted: (sheet) => {
        const needs = bySheet.get(sheet);
        return needs === undefined ? null : countNeeds(needs.values());
      },
    };
  }
}

/** The newest, as long as what they hold is looked through in a moment. */
function shortEnough(sheets: readonly Sheet[]): readonly string[] {
  let left = MOST_CHECKED;
  return sheets.flatMap(({ together, open }) => {
    if (open > left) return [];
    left -= open;
    return [together];
  });
}
