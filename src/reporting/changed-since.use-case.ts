import { Inject, Injectable } from '@nestjs/common';
import { changedResults, indicatorNames, type View } from '../analytics/index.ts';
import { compareExact, negated, sumOf } from '../core/decimal.ts';
import { monthsBefore } from '../core/period.ts';
import type { Movement } from '../core/proof/movement.ts';
import { CAUSES } from '../core/proof/stages.ts';
import {
  figureKey,
  type MovedFigure,
  movedSince,
  NOTHING_SAID,
  type Said,
  saidIn,
  sayingsByKey,
  saysTheSame,
} from '../core/report/moved-figures.ts';
import { DATABASE } from '../platform/database/database.module.ts';
import type { Database } from '../platform/database/database.ts';
import { movedFigureMessages } from '../web/i18n/messages/moved-figures.ts';
import { FiguresSince } from './figures-since.use-case.ts';
import { movedWords } from './moved-words.ts';
import type { ReportOrder } from './report-request.ts';
import { sentBefore } from './sent-figures.repository.ts';
import { type SentFigures, viewsThen } from './sent-figures.ts';

/** How far back a report tells of its earlier issues; whoever got an older one looks it up. */
export const MONTHS_BACK = 24;
/** So many figures are told one by one in the first lines. */
const MOST_LINES = 5;

interface MovedOf {
  readonly sent: SentFigures;
  readonly figure: MovedFigure;
}

/** What the first lines of a report say of figures that its readers got in earlier issues. */
@Injectable()
export class ChangedSince {
  constructor(
    private readonly since: FiguresSince,
    @Inject(DATABASE) private readonly db: Database,
  ) {}

  /**
   * Figures of earlier issues of the same report and slice that have moved since the last of them was made, each in a sentence
   * in the language of the view. What that issue had said itself is not said again.
   */
  async lines(order: ReportOrder, view: View): Promise<readonly string[]> {
    const { report, period, filter, asOf } = order;
    const key = {
      report,
      pillar: filter.pillar ?? null,
      country: filter.country ?? null,
      donor: filter.donor ?? null,
    };
    const [last, ...older] = await sentBefore(this.db, order.scope, key, {
      period,
      since: monthsBefore(period.from, MONTHS_BACK),
      by: asOf,
    });
    if (last === undefined || !isOfTheSame(order, last)) return [];
    const own = older.filter((each) => isOfTheSame(order, each));
    const ofOlder = await this.ofOlder(view, last.revision, own);
    const ofLast = (await this.ofLast(view, last)).filter(({ figure }) => !isSaidBy(figure, ofOlder));
    const moved = [...ofLast, ...ofOlder];
    if (moved.length === 0) return [];
    const names = await indicatorNames(
      this.db,
      moved.flatMap(({ figure: { of } }) => ('type' in of ? [] : [of.indicator])),
    );
    const rest = moved.length - MOST_LINES;
    return [
      ...moved.slice(0, MOST_LINES).map(({ sent, figure }) => movedWords(view, sent, figure, names).sentence),
      ...(rest > 0 ? [view.t(movedFigureMessages.more, { count: rest })] : []),
    ];
  }

  private async ofLast(view: View, sent: SentFigures): Promise<readonly MovedOf[]> {
    const told = sayingsByKey(saidIn(sent.snapshot));
    const moved = movedSince(told, await this.since.now(view, sent));
    if (moved.length === 0) return [];
    const inPeriod = new Set(moved.flatMap(({ of, at }) => (at === 'period' ? [JSON.stringify(of)] : [])));
    // What moved in the period has moved the total to date.
    const shown = moved.filter(({ of, at }) => at === 'period' || !inPeriod.has(JSON.stringify(of)));
    const why = await this.since.why(view, sent, sent.revision, shown);
    return shown.map(({ of, at, was, said }) => ({
      sent,
      figure: { of, at, was, is: said, why: why.get(figureKey({ of, at })) ?? [] },
    }));
  }

  /** Of those before it, the figures of their periods alone: their totals to date are in the last one's. */
  private async ofOlder(
    view: View,
    revision: number,
    older: readonly SentFigures[],
  ): Promise<readonly MovedOf[]> {
    const changed = older.length === 0 ? null : await changedResults(this.db, view.scope, revision);
    if (changed === null) return [];
    const days = [...changed.before, ...changed.now].flatMap(({ kind, periodEnd }) =>
      kind === 'actual' && periodEnd !== null ? [periodEnd] : [],
    );
    const found: MovedOf[] = [];
    for (const sent of older) {
      const { inPeriod } = viewsThen(view, sent);
      const { from, to } = sent.period;
      if (inPeriod === null || !days.some((day) => day >= from && day <= to)) continue;
      const told = sayingsByKey(saidIn(sent.snapshot));
      const now = sayingsByKey(await this.since.now(view, sent));
      for (const figure of movedIn(await this.since.movementsIn(inPeriod, revision))) {
        const key = figureKey(figure);
        const [then, is] = [told.get(key), now.get(key)];
        if (then === undefined || is === undefined) continue;
        // Where nothing of it is inexact in the issue, and nothing is now, nothing was between.
        const approximate = then.approximate === 0 && (is.approximate ?? 0) === 0 ? 0 : null;
        found.push({ sent, figure: { ...figure, was: { ...figure.was, approximate }, is } });
      }
    }
    return found;
  }
}

/** Whether a total to date has moved by just what figures of older periods have, which are told. */
function isSaidBy({ of, at, was, is }: MovedFigure, older: readonly MovedOf[]): boolean {
  const key = JSON.stringify(of);
  const own = older.filter(({ figure }) => JSON.stringify(figure.of) === key);
  if (at !== 'to-date' || own.length === 0 || is.denominator !== null) return false;
  const difference = (one: MovedFigure) =>
    sumOf([one.is.value ?? 0, negated(one.was.value ?? 0)], (each) => each);
  const sum = sumOf(own, ({ figure }) => difference(figure));
  return compareExact(sum, difference({ of, at, was, is, why: [] })) === 0;
}

/** Of a report that somebody has put together: it is about the same as it was. */
function isOfTheSame({ own }: ReportOrder, sent: SentFigures): boolean {
  return JSON.stringify(own?.definition.filter ?? null) === JSON.stringify(sent.own?.filter ?? null);
}

/** The figures of indicators in a period that have moved. */
function movedIn(movements: readonly Movement[]): readonly MovedFigure[] {
  const byIndicator = Map.groupBy(movements, ({ of }) => ('type' in of ? null : of.indicator));
  return [...byIndicator].flatMap(([indicator, those]): readonly MovedFigure[] => {
    const value = those.find(({ of }) => !('type' in of) && of.pair !== 'denominator');
    if (indicator === null || value === undefined) return [];
    const denominator = those.find(({ of }) => !('type' in of) && of.pair === 'denominator');
    const said = (when: 'before' | 'after'): Said =>
      value[when] === null
        ? NOTHING_SAID
        : { ...NOTHING_SAID, value: value[when], denominator: denominator?.[when] ?? null };
    const [was, is] = [said('before'), said('after')];
    if (saysTheSame(was, is)) return [];
    const why = CAUSES.filter((cause) => those.some(({ parts }) => parts[cause] !== 0));
    return [{ of: { indicator }, at: 'period', was, is, why }];
  });
}
