import type { ProgramRow, ProgramsQuery } from '../core/figures-of-programs.ts';
import type { Block, Gap, Tile } from '../core/report/block.ts';
import type { PageRequest, RowPage } from '../core/row-page.ts';
import { comparesDonors, seesMoreThanTotals } from '../core/visibility/visibility.ts';
import { fundingBlock } from './blocks/funding.ts';
import { indicatorsBlock, reportedIndicators } from './blocks/indicators.ts';
import type { Extent } from './blocks/rest.ts';
import { firstOfGap, gapsOf, NOTHING_RECORDED } from './gaps.ts';
import { countryLabel } from './labels.ts';
import { type ProgramSheet, programSheet, sheetBlocks } from './program-sheet.ts';
import { begunBy } from './programs-in-view.ts';
import { figureTiles, programsTile } from './tiles.ts';
import { narrowed, type View } from './view.ts';

/** What a country's fact sheet says: the old sheets' fields for each programme, filled from data. */
export interface CountrySheet {
  /** Its reader sees totals alone: no programmes, no funding, no gaps. */
  readonly totalsOnly: boolean;
  readonly code: string;
  readonly name: string;
  readonly tiles: readonly Tile[];
  readonly programs: readonly ProgramSheet[];
  /** Which of the country's programmes these are. */
  readonly shown: RowPage<unknown>;
  /** Figures and money of the country alone; regional ones stand with their programme. */
  readonly indicators: Block;
  readonly funding: readonly Block[];
  readonly gaps: readonly Gap[];
}

/**
 * A country or region as of the cut-off.
 *
 * @param page of its programmes, for a page that shows no more than is read at once; without it, all of everything
 * @param most results and targets of each, where that page has less room than is read at once
 */
export async function countrySheetOf(
  view: View,
  country: string,
  page?: PageRequest,
  most?: PageRequest,
): Promise<CountrySheet> {
  const here = narrowed(view, { country });
  const whole = seesMoreThanTotals(view);
  const extent = page === undefined ? 'whole' : 'short';
  const [listed, reported, funding, gaps] = await Promise.all([
    view.figures.programs({ ...onSheet(view, country), inOrderOf: 'code' }, page),
    reportedIndicators(here),
    whole ? fundingOf(here, extent) : [],
    gapsOf(here, extent === 'short' ? firstOfGap(here) : undefined),
  ]);
  const [figures, programs] = await Promise.all([
    figureTiles(here, reported),
    Promise.all(
      whole
        ? listed.rows.map((row) =>
            programSheet(view, row, { country, extent, ...(most !== undefined && { most }) }),
          )
        : [],
    ),
  ]);
  const { top, ...shown } = listed;
  return {
    totalsOnly: !whole,
    code: country,
    name: countryLabel(view, country),
    tiles: [programsTile(here, { top, all: shown.total, alone: aloneAmong(listed) }), ...figures],
    programs,
    shown,
    indicators: indicatorsBlock(here, reported),
    funding,
    // Where regional programmes alone stand on the sheet, something is recorded.
    gaps: gaps.filter(({ id }) => id !== NOTHING_RECORDED || shown.total === 0),
  };
}

/** Of all programmes of a country, activities without their programme; null: not all of them are listed. */
function aloneAmong({ rows, total }: RowPage<ProgramRow>): number | null {
  if (rows.length < total) return null;
  const codes = new Set(rows.map(({ code }) => code));
  return rows.filter(({ program: { parent } }) => parent !== null && !codes.has(parent)).length;
}

export function countryBlocks({ indicators, programs, funding }: CountrySheet): readonly Block[] {
  return [indicators, ...programs.flatMap(sheetBlocks), ...funding];
}

/** The programmes of a country's sheet. Of all that stands on it, a pillar's alone may be asked for. */
export function onSheet(view: View, country: string): ProgramsQuery {
  const { pillar } = view.filter;
  return {
    filter: { country, ...(pillar !== undefined && { pillar }) },
    begunBy: begunBy(view),
    sheetDay: view.cutOff,
  };
}

function fundingOf(here: View, extent: Extent): Promise<readonly Block[]> {
  return Promise.all([
    ...(comparesDonors(here) ? [fundingBlock(here, 'disbursement', 'donor', extent)] : []),
    fundingBlock(here, 'disbursement', 'program', extent),
  ]);
}
