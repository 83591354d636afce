import type { ChartSpec } from '../chart/chart-spec.ts';

/**
 * What a page or a report shows, as data in the reader's language: the same blocks make the chart, the table beside
 * it, the CSV and the PDF, so they cannot disagree.
 */
export interface Block {
  /** Stable within a page (`results-by-country`); names the CSV and the anchor. */
  readonly id: string;
  /** The sentence the figures prove. */
  readonly title: string;
  /** Unit, period and cut-off in one line. */
  readonly subtitle: string;
  /** Null: the table says it better. */
  readonly chart: ChartSpec | null;
  /** Its title says it all: a chart would be one mark beside nothing. */
  readonly isSentence?: boolean;
  readonly columns: readonly Column[];
  /** All of them, for data; only where a page asks for no more than it shows at once, those of `short`. */
  readonly rows: readonly BlockRow[];
  /** What is read at once of many rows (`inShort`); without it, all rows. */
  readonly short?: ShortRows;
  /** Only where the rows may be summed. */
  readonly total: BlockRow | null;
  /** A reader's caution, in whole sentences. */
  readonly notes: readonly string[];
  /** It shows money made up for demonstration, and must say so. */
  readonly illustrative: boolean;
  /** Where the rows behind its figures are, for a reader of paper to type; without it: nowhere. */
  readonly proof?: Proof;
  /** What its results count, where all of them count the same: "people". */
  readonly unit?: string;
}

/** The address of the rows behind figures. */
export interface Proof {
  /** With its scheme. */
  readonly address: string;
}

/** The rows of a block that are read at once: those that lead, and rests of others (`leadingRows`); of a list, the first. */
export interface ShortRows {
  readonly rows: readonly BlockRow[];
  /** How many rows the whole block has. */
  readonly all: number;
}

export interface Column {
  /** Stable, English; heads the column in CSV. */
  readonly key: string;
  readonly label: string;
  readonly numeric: boolean;
  /** Sentences, which want room. */
  readonly prose?: boolean;
  /** In CSV and JSON only: what the words of another column say already. */
  readonly dataOnly?: boolean;
  /**
   * What its raw values are, where they do not say it themselves. `money`: minor units of the reporting currency;
   * `own-money`: of the currency in the row's column `currency`; `day`: a day, which its words only write out;
   * `last-day`: the last day of what its words name; `code`: a code, or several with spaces, of what its words name;
   * `percent`: a percentage, 45 of 45%; `share`: a part of one, 0.45 of 45%.
   */
  readonly holds?: 'money' | 'own-money' | 'day' | 'last-day' | 'code' | 'percent' | 'share';
}

export interface BlockRow {
  /** Code of what the row stands for; stable in CSV and JSON. */
  readonly key: string;
  /** Where the rows behind it are listed, or null. */
  readonly href: string | null;
  /** A row for what is not recorded, not split or undated. */
  readonly muted: boolean;
  /** What it says is wrong, and whoever reads it is to see that. */
  readonly wrong?: boolean;
  /** How it went over time, drawn beside its name on screen. */
  readonly overTime?: readonly ColumnOfRow[];
  /** One per column; the first names the row. */
  readonly cells: readonly Cell[];
}

/** One time of a row that shows its shape over time; other times than the page's own are paler. */
export interface ColumnOfRow {
  readonly value: number | null;
  readonly context?: boolean;
}

export interface Cell {
  /** As people read it: "about 45". */
  readonly text: string;
  /** As machines read it; null: missing, which is not zero. */
  readonly raw: string | number | null;
  /** Where what this cell says is made of stands, if not where its row leads; of a name, the page of what is called so. */
  readonly href?: string;
  /** A few words beneath what it says. */
  readonly remark?: string;
  /** Of a cell that says several names, each with its page: joined by commas they are its text. */
  readonly names?: readonly NamedPage[];
}

/** A name, and where what is called so has its page; null: nowhere, or not for this reader. */
export interface NamedPage {
  readonly text: string;
  readonly href: string | null;
}

/** A headline figure. */
export interface Tile {
  readonly id: string;
  readonly value: string;
  readonly label: string;
  /** What a reader must know beside it: "of which 45 approximate". */
  readonly note: string | null;
  /** How it stands to the same figure of other times, each in a few words; without it: it stands beside none. */
  readonly changes?: readonly string[];
  readonly href: string | null;
  /** The page of what its label names; without it, there is none. */
  readonly page?: string;
  readonly illustrative: boolean;
}

/** A sentence that a reader takes away. Where the headline figure of the same id stands beside it, it need not be said. */
export interface Headline {
  /** Of an indicator its code, of money its type. */
  readonly id: string;
  readonly text: string;
}

/** Something the data do not say, and where to mend it. */
export interface Gap {
  readonly id: string;
  readonly label: string;
  readonly explanation: string;
  /** How many items there are, where those here are no more than the first. */
  readonly all?: number;
  readonly items: readonly GapItem[];
}

/** A form that fills a gap. */
export interface GapForm {
  readonly path: string;
  readonly does:
    | 'add-donor'
    | 'add-english'
    | 'add-date'
    | 'add-evidence'
    | 'enter-result'
    | 'correct-figure'
    | 'change-program';
}

export interface GapItem {
  readonly text: string;
  readonly href: string | null;
  /** In which whoever enters figures mends it; without it: there is none. */
  readonly form?: GapForm;
  /** The programme or activity that it is about, on a page: whose people can mend it; without it: none. */
  readonly program?: string;
}
