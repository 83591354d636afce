import { canonicalJson, type FrozenBlock, type FrozenRow, type Snapshot } from './snapshot.ts';

/** What is about the period alone: it moves with the calendar, though nobody has reported anything. */
const OF_THE_PERIOD = /^in_(previous_)?period(_|$)/;
/** Lists from which a transaction goes to another list as months pass; what they add up to stands in other blocks. */
const LISTED_BY_PERIOD = /-transactions-(in-period|before)$|^transactions-by-year$/;

/**
 * Whether an issue says nothing that an earlier one of the same report and slice did not: each figure to date is the one that
 * stood there, under the same rules and in the same currency, and no row has come or gone
 * (docs/decisions/nothing-new.md). How many items a gap names counts for nothing, as it grows by waiting alone.
 *
 * @example saysNothingNew(may, june) // true: 123 officials to date in both, though five of them in May and none in June
 */
export function saysNothingNew(before: Snapshot, now: Snapshot): boolean {
  return canonicalJson(figuresToDate(before)) === canonicalJson(figuresToDate(now));
}

function figuresToDate({ rules, currency, pillar, country, donor, own, blocks }: Snapshot) {
  const kept = Object.entries(blocks).filter(
    ([id, { rows, total }]) => !LISTED_BY_PERIOD.test(id) && (total !== null || Object.keys(rows).length > 0),
  );
  return {
    rules,
    // None: US dollars, as they were before it could be chosen.
    currency: currency ?? 'USD',
    ...{ pillar, country, donor },
    filter: own?.filter ?? null,
    blocks: Object.fromEntries(kept.map(([id, block]) => [id, blockToDate(block)])),
  };
}

function blockToDate({ rows, total }: FrozenBlock) {
  return {
    rows: Object.fromEntries(Object.entries(rows).map(([key, row]) => [key, rowToDate(row)])),
    total: total === null ? null : rowToDate(total),
  };
}

function rowToDate(row: FrozenRow): FrozenRow {
  return Object.fromEntries(Object.entries(row).filter(([key]) => !OF_THE_PERIOD.test(key)));
}
