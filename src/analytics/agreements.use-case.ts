import { Injectable, Logger } from '@nestjs/common';
import { TRANSACTION_TYPES } from '../core/funding.ts';
import {
  type Agreement,
  agreementOf,
  doesAgree,
  moneyAgreementOf,
  VIEWS_OF_TOTAL,
} from '../core/proof/agreement.ts';
import type { ResultKind } from '../core/result.ts';
import { FiguresRepository } from './figures.repository.ts';
import { doneFilter, type View } from './view.ts';

/** Looks at every total of a view from every side (rule 10). */
@Injectable()
export class Agreements {
  private readonly log = new Logger('Agreement');

  constructor(private readonly repository: FiguresRepository) {}

  /** Indicators in order of code, then money of actuals. What does not agree is an error, and is logged as one. */
  async of(view: View, kind: ResultKind): Promise<readonly Agreement[]> {
    const { figures, names, scope } = view;
    const other = view.known.asked === null ? await this.repository.countedOtherwise(scope) : null;
    const by = VIEWS_OF_TOTAL;
    const found: (Agreement | null)[] = [];
    // One after another: hundreds of questions at once would keep everybody else waiting.
    for (const indicator of names.indicators) {
      const filter = kind === 'actual' ? doneFilter(view) : view.filter;
      found.push(await agreementOf(figures, other, { indicator, kind, filter, by }));
    }
    for (const type of kind === 'actual' ? TRANSACTION_TYPES : []) {
      found.push(await moneyAgreementOf(figures, other, { type, filter: doneFilter(view), by }));
    }
    const all = found.filter((each) => each !== null);
    for (const each of all)
      if (!doesAgree(each)) this.log.error({ ...each, filter: view.filter }, 'Views differ');
    return all;
  }
}
