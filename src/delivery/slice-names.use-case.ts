import { Inject, Injectable } from '@nestjs/common';
import type { Asked, Visit } from '../access/index.ts';
import { Views } from '../analytics/index.ts';
import { DATABASE } from '../platform/database/database.module.ts';
import type { Database } from '../platform/database/database.ts';
import { titlesOfOwnReports } from '../reporting/index.ts';
import type { SliceNames } from './slice-words.ts';

/** What reports and what they are about are called, for whoever looks at a page. */
@Injectable()
export class SliceNaming {
  constructor(
    private readonly views: Views,
    @Inject(DATABASE) private readonly db: Database,
  ) {}

  async of(visit: Visit<Asked>): Promise<SliceNames> {
    const view = await this.views.make(visit.request.scope, {
      query: { lang: visit.edition.language },
      acceptLanguage: undefined,
      links: 'page',
    });
    return { view, titles: await titlesOfOwnReports(this.db) };
  }
}
