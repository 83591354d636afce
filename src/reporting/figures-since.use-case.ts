import { Injectable } from '@nestjs/common';
import { doneFilter, Movements, type View } from '../analytics/index.ts';
import { DomainError } from '../core/errors.ts';
import { TRANSACTION_TYPES } from '../core/funding.ts';
import type { Movement } from '../core/proof/movement.ts';
import { CAUSES, type Cause } from '../core/proof/stages.ts';
import {
  figureKey,
  NOTHING_SAID,
  type SaidFigure,
  type Saying,
  saidBy,
  saidIn,
} from '../core/report/moved-figures.ts';
import { type SentFigures, viewsThen } from './sent-figures.ts';

/** What has become of the figures of an issue. */
@Injectable()
export class FiguresSince {
  constructor(private readonly movements: Movements) {}

  /** What the figures that an issue told one by one say as its view knows them. @param view of the same report and slice */
  async now(view: View, sent: SentFigures): Promise<readonly Saying[]> {
    const { toDate, inPeriod } = viewsThen(view, sent);
    const told = saidIn(sent.snapshot);
    const [all, own, money] = await Promise.all([
      totalsOf(toDate, told, 'to-date'),
      inPeriod === null ? [] : totalsOf(inPeriod, told, 'period'),
      amountsOf(toDate, told),
    ]);
    const found = new Map([...all, ...own, ...money].map((saying) => [figureKey(saying), saying]));
    // What an issue had and nobody reports any more says nothing now.
    return told.map(({ of, at }) => found.get(figureKey({ of, at })) ?? { of, at, said: NOTHING_SAID });
  }

  /**
   * Why some of them have moved since a revision, by key; without an entry nobody can tell.
   *
   * @param view of the same report and slice
   */
  async why(
    view: View,
    sent: SentFigures,
    revision: number,
    moved: readonly SaidFigure[],
  ): Promise<ReadonlyMap<string, readonly Cause[]>> {
    const { toDate, inPeriod } = viewsThen(view, sent);
    const found = new Map<string, readonly Cause[]>();
    for (const [at, own] of [
      ['period', inPeriod],
      ['to-date', toDate],
    ] as const) {
      if (own === null || !moved.some((figure) => figure.at === at)) continue;
      for (const movement of await this.movementsIn(own, revision)) {
        const causes = CAUSES.filter((cause) => movement.parts[cause] !== 0);
        const key = keyOf(movement, at);
        if (key !== null)
          found.set(
            key,
            CAUSES.filter((each) => causes.includes(each) || found.get(key)?.includes(each)),
          );
      }
    }
    return found;
  }

  /** How totals of actual figures, and money, have moved in the days of a view; nothing where they are too many to tell. */
  async movementsIn(view: View, revision: number): Promise<readonly Movement[]> {
    try {
      const { movements } = await this.movements.sinceRevision(view, revision, view.cutOff);
      return movements.filter(({ of }) => 'type' in of || of.kind === 'actual');
    } catch (error) {
      if (error instanceof DomainError && error.code === 'CHANGES.TOO_MANY') return [];
      throw error;
    }
  }
}

/** Of a ratio both its movements are of one figure; of a target none is. */
function keyOf({ of }: Movement, at: SaidFigure['at']): string | null {
  if ('type' in of) return figureKey({ of, at });
  return of.kind === 'actual' ? figureKey({ of: { indicator: of.indicator }, at }) : null;
}

async function totalsOf(
  view: View,
  told: readonly Saying[],
  at: SaidFigure['at'],
): Promise<readonly Saying[]> {
  if (!told.some(({ of }) => 'indicator' in of)) return [];
  const found = await view.figures.indicatorTotals({ kind: 'actual', filter: doneFilter(view) });
  return found.map(({ indicator, total }) => ({ of: { indicator }, at, said: saidBy(total) }));
}

async function amountsOf(view: View, told: readonly Saying[]): Promise<readonly Saying[]> {
  const types = TRANSACTION_TYPES.filter((type) => told.some(({ of }) => 'type' in of && of.type === type));
  return Promise.all(
    types.map(async (type): Promise<Saying> => {
      const { total } = await view.figures.funding({ type, by: 'year', filter: doneFilter(view) });
      const value = total.amountMinor;
      return {
        of: { type },
        at: 'to-date',
        said: { ...NOTHING_SAID, value, approximate: value === null ? null : 0 },
      };
    }),
  );
}
