import { cell, quoted, refusal } from '../platform/csv/cells.ts';
import { repeatedKeys } from '../platform/csv/changes.ts';
import { type Numbered, rowError } from '../platform/csv/import-kind.ts';
import type { RowError } from '../platform/csv/row-error.ts';

/** The longest that are published have some eighty characters. */
const MOST_IN_IDENTIFIER = 120;

/**
 * An identifier under which aid is published, of an activity or of an organisation: `XM-DAC-47136-ACT/2017:12`. Capitals
 * are kept. Whatever has no blanks is taken, for that is what sources hold; `unpublishable` says which of them the
 * standard does not take.
 */
export const identifierCell = cell((identifier) =>
  /^\S+$/.test(identifier) && identifier.length <= MOST_IN_IDENTIFIER
    ? identifier
    : refusal(
        'CELL.NOT_AN_IDENTIFIER',
        `${quoted(identifier)} cannot be an identifier.`,
        `Write it without spaces, in at most ${MOST_IN_IDENTIFIER} characters: XM-DAC-47136-2017.12`,
      ),
);

/**
 * `iati-identifier` and the `ref` of organisations hold none of these (IATI Standard Ruleset 2.03, "regex_matches":
 * `^[^\/\&\|\?]+$`, https://iatistandard.org/en/iati-standard/203/rulesets/standard-ruleset/).
 */
const UNPUBLISHABLE = /[/&|?]/;

/** A sentence about identifiers that other systems would refuse; they are kept as they are. */
export function unpublishable(identifiers: readonly (string | null)[]): readonly string[] {
  const odd = identifiers.filter((each) => each !== null && UNPUBLISHABLE.test(each));
  if (odd.length === 0) return [];
  const [first] = odd;
  const more = odd.length === 1 ? '' : ` and ${odd.length - 1} more`;
  return [
    `The IATI standard takes no identifier with / & | or ?: ${quoted(first ?? '')}${more}. Kept as it is.`,
  ];
}

interface Identified {
  readonly code: string;
  readonly identifier: string | null;
}

/** Identifiers that stand twice in a file, or are another one's already. */
export function refuseSharedIdentifiers(
  rows: readonly Numbered<Identified>[],
  stored: ReadonlyMap<string, Identified>,
): readonly RowError[] {
  const given = new Set(rows.map(({ row }) => row.code));
  const taken = new Map(
    [...stored.values()].flatMap(({ code, identifier }) =>
      identifier === null || given.has(code) ? [] : [[identifier, code] as const],
    ),
  );
  const identified = rows.filter(({ row }) => row.identifier !== null);
  return [
    ...repeatedKeys(identified, 'identifier', ({ identifier }) => identifier ?? ''),
    ...identified.flatMap(({ line, row }) => {
      const other = taken.get(row.identifier ?? '');
      if (other === undefined) return [];
      const message = `${quoted(row.identifier ?? '')} is the identifier of ${quoted(other)}.`;
      const reason = refusal('IDENTIFIER.TAKEN', message, 'Correct it, or empty it there first.');
      return [rowError(line, 'identifier', reason)];
    }),
  ];
}
