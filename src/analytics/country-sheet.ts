import { programsOnSheet } from '../core/country-sheet.ts';
import type { Block, Gap, Tile } from '../core/report/block.ts';
import { fundingBlock } from './blocks/funding.ts';
import { indicatorsBlock } from './blocks/indicators.ts';
import { gapsOf } from './gaps.ts';
import { countryLabel } from './labels.ts';
import { type ProgramSheet, programSheet } from './program-sheet.ts';
import { comparesDonors, seesMoreThanTotals, seesProgram } from './sight.ts';
import { programsTile, tilesOf } from './tiles.ts';
import { hasBegun, narrowed, type View } from './view.ts';

/** What a country's fact sheet says: the old sheets' fields for each programme, filled from data. */
export interface CountrySheet {
  /** Its reader sees totals alone: no programmes, no funding, no gaps. */
  readonly totalsOnly: boolean;
  readonly code: string;
  readonly name: string;
  readonly tiles: readonly Tile[];
  readonly programs: readonly ProgramSheet[];
  /** Figures and money of the country alone; regional ones stand with their programme. */
  readonly indicators: Block;
  readonly funding: readonly Block[];
  readonly gaps: readonly Gap[];
}

/** A country or region as of the cut-off. */
export function countrySheetOf(view: View, country: string): CountrySheet {
  const here = narrowed(view, { country });
  const programs = programsOnSheet(view.facts, country, view.cutOff, (each) => hasBegun(view, each)).filter(
    ({ code }) =>
      seesProgram(view, code) &&
      (view.filter.pillar === undefined || hasPillar(view, code, view.filter.pillar)),
  );
  const whole = seesMoreThanTotals(view);
  const [, ...figures] = tilesOf(here);
  return {
    totalsOnly: !whole,
    code: country,
    name: countryLabel(view, country),
    tiles: [programsTile(here, programs), ...figures],
    programs: whole ? programs.map((program) => programSheet(view, program, country)) : [],
    indicators: indicatorsBlock(here),
    funding: whole
      ? [
          ...(comparesDonors(view) ? [fundingBlock(here, 'disbursement', 'donor')] : []),
          fundingBlock(here, 'disbursement', 'program'),
        ]
      : [],
    gaps: gapsOf(here),
  };
}

export function countryBlocks({ indicators, programs, funding }: CountrySheet): readonly Block[] {
  return [indicators, ...programs.flatMap(({ results, targets }) => [results, targets]), ...funding];
}

function hasPillar(view: View, program: string, pillar: string): boolean {
  return view.tree.effective(program).pillars.some(({ code }) => code === pillar);
}
