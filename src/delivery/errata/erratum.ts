import {
  figureKey,
  lastTold,
  type MovedFigure,
  type Said,
  type Saying,
  saysTheSame,
} from '../../core/report/moved-figures.ts';
import type { Language } from '../../core/text.ts';
import type { errata } from './errata.table.ts';

export type Erratum = typeof errata.$inferSelect;

/** Somebody who was sent an issue, or may have been: at the address that it went to. */
export interface Concerned {
  readonly subscription: string;
  readonly email: string;
  readonly name: string;
  readonly lang: Language;
  /** The issue that they got. */
  readonly issue: string;
  /** The errata of it that went to them, in the order in which they were decided. */
  readonly errata: readonly string[];
}

/** What somebody was last told of the figures of an issue. */
export function toldTo(
  issued: readonly Saying[],
  { errata }: Pick<Concerned, 'errata'>,
  known: readonly Pick<Erratum, 'id' | 'figures'>[],
): ReadonlyMap<string, Said> {
  const theirs = errata.flatMap((id) => known.find((each) => each.id === id)?.figures ?? []);
  return lastTold(issued, [theirs]);
}

/**
 * What an erratum tells somebody: of its figures those that say something else than that reader was last told, with what that
 * was. Empty: it is no news.
 */
export function figuresFor(
  { figures }: Pick<Erratum, 'figures'>,
  told: ReadonlyMap<string, Said>,
): readonly MovedFigure[] {
  return figures.flatMap((figure) => {
    const was = told.get(figureKey(figure));
    return was === undefined || saysTheSame(was, figure.is) ? [] : [{ ...figure, was }];
  });
}

/** Whether two errata tell the same. */
export function tellsTheSame(one: readonly MovedFigure[], other: readonly MovedFigure[]): boolean {
  const said = new Map(one.map((figure) => [figureKey(figure), figure]));
  return (
    one.length === other.length &&
    other.every((figure) => {
      const own = said.get(figureKey(figure));
      return own !== undefined && saysTheSame(own.is, figure.is) && saysTheSame(own.was, figure.was);
    })
  );
}
