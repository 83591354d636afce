import type { TotalsQuery } from '../core/aggregate.ts';
import type { Figure } from '../core/figure.ts';
import type { Narrative } from '../core/narratives/narrative.ts';
import { referredTotal } from '../core/narratives/referred-total.ts';
import { type Piece, type Reference, referencesIn, writtenText } from '../core/narratives/written-text.ts';
import type { Block } from '../core/report/block.ts';
import type { ToldBlock, ToldPiece, ToldSection, ToldText } from '../core/report/told-text.ts';
import { precisionsOf } from '../core/span.ts';
import { languageOf, textIn } from '../core/text.ts';
import { seesMoreThanTotals } from '../core/visibility/visibility.ts';
import { languageMark } from '../web/i18n/languages.ts';
import { narrativeMessages, sectionWords } from '../web/i18n/messages/narratives.ts';
import { changeMessages } from '../web/i18n/messages/periods.ts';
import { typeset } from '../web/i18n/typeset.ts';
import { howSure, markLabel } from './blocks/figure-words.ts';
import { narrativesBlock } from './blocks/narratives.ts';
import { countryLabel } from './labels.ts';
import { remarkOn, staysInside } from './remarks.ts';
import type { View } from './view.ts';

/** What a programme's texts tell: to be read, and as rows of a file. */
export interface ToldNarratives {
  /** Section by section, the newest first. */
  readonly sections: readonly ToldSection[];
  /** Null: there are none. */
  readonly block: Block | null;
}

/**
 * What a programme's texts tell its reader; with a country, those that stand on its sheet. Figures inside them are asked for
 * as all others are.
 */
export async function toldNarratives(view: View, program: string, country?: string): Promise<ToldNarratives> {
  if (!seesMoreThanTotals(view)) return { sections: [], block: null };
  const found = await view.figures.narratives({
    program,
    ...(country !== undefined && { concerning: { country, day: view.cutOff } }),
  });
  const narratives = found.filter(({ textFor }) => !staysInside(view, textFor));
  const told = await toldTexts(view, narratives);
  const sections = Map.groupBy(
    narratives.map(({ section }, index) => ({ section, text: told[index] as ToldText })),
    ({ section }) => section,
  );
  return {
    sections: [...sections].map(([section, each]) => ({
      section,
      label: view.t(sectionWords[section]),
      texts: each.map(({ text }) => text),
    })),
    block: narratives.length === 0 ? null : narrativesBlock(view, narratives, told, `words-${program}`),
  };
}

/** Texts as their reader is shown them, in the order given. Each total is asked for once. */
export async function toldTexts(view: View, narratives: readonly Narrative[]): Promise<readonly ToldText[]> {
  const asked = new Map<string, Promise<ToldPiece>>();
  const figureOf = (narrative: Narrative, reference: Reference): Promise<ToldPiece> => {
    const query = referredTotal(narrative, reference, view.cutOff);
    const key = JSON.stringify(query);
    const known = asked.get(key) ?? toldFigure(view, query);
    asked.set(key, known);
    return known;
  };
  return Promise.all(narratives.map((narrative) => toldText(view, narrative, figureOf)));
}

async function toldText(
  view: View,
  narrative: Narrative,
  figureOf: (narrative: Narrative, reference: Reference) => Promise<ToldPiece>,
): Promise<ToldText> {
  const { t, f, links, language } = view;
  const { id, place, periodEnd, sheet } = narrative;
  const is = languageOf(narrative.text, language);
  const words = textIn(narrative.text, is);
  const figures = new Map<string, ToldPiece>();
  for (const reference of referencesIn(words)) {
    figures.set(JSON.stringify(reference), await figureOf(narrative, reference));
  }
  const told = (pieces: readonly Piece[]): readonly ToldPiece[] =>
    pieces.map((piece) =>
      piece.is === 'figure'
        ? (figures.get(JSON.stringify(piece.reference)) ?? MISSING(view))
        : { text: typeset(is, piece.text), figure: null },
    );
  const mark = languageMark(is, language);
  const period = periodEnd === null ? null : periodWords(view, narrative);
  const said = (text: string, href: string | null = null) => ({ text, href });
  return {
    id,
    language: is === language ? null : is,
    blocks: writtenText(words).map(
      (block): ToldBlock =>
        block.is === 'list'
          ? { is: 'list', items: block.items.map(told) }
          : { is: 'paragraph', pieces: told(block.pieces) },
    ),
    period,
    about: [
      ...(place === null ? [] : [said(countryLabel(view, place), links.country(place))]),
      ...(period === null ? [] : [said(period)]),
      ...(mark === null ? [] : [said(mark)]),
    ],
    source: sheet === null ? null : t(narrativeMessages.source, { sheet: f.text(sheet) }),
    ...remarkOn(view, narrative.text, narrative.textFor),
    href: links.narrative(id),
  };
}

/** When a text is of, in words; with a last day alone, that day, month or year. */
export function periodWords({ f }: Pick<View, 'f'>, narrative: Narrative): string {
  const { periodStart, periodEnd } = narrative;
  const { start: startPrecision, end: endPrecision } = precisionsOf(narrative);
  return periodStart === null
    ? f.span({ start: periodEnd, startPrecision: endPrecision, end: periodEnd, endPrecision })
    : f.span({ start: periodStart, startPrecision, end: periodEnd, endPrecision });
}

const MISSING = ({ t }: View): ToldPiece => ({
  text: t(changeMessages.missing),
  figure: { href: null },
});

/** A total inside a sentence. What is not there, or not for this reader, is not available: never another number (rule 5). */
async function toldFigure(view: View, query: TotalsQuery): Promise<ToldPiece> {
  const { indicator, kind, filter } = query;
  if (!view.names.indicators.some(({ code }) => code === indicator)) return MISSING(view);
  const { total } = await view.figures.totals(query);
  if (total.missing === 'not-reported') return MISSING(view);
  return {
    text: figureInSentence(view, total),
    figure: { href: view.links.results({ filter: { ...filter, indicator }, kind }) },
  };
}

/** With the qualifier that all of it has; of a sum of several, and of what has no date, with what is to be said (rules 4 and 11). */
function figureInSentence(view: View, figure: Figure): string {
  const sure = howSure(figure);
  const isSaid = sure !== null && sure.qualifier !== 'exact';
  const value = isSaid ? markLabel(view, figure) : view.f.figureValue(figure);
  const note = view.f.figureNote(isSaid ? { ...figure, approximate: 0 } : figure);
  return note === null ? value : view.t(narrativeMessages.figureInSentence, { value, note });
}
