import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Day } from '../core/program.ts';
import { compareCodes, originalText, slug } from '../core/text.ts';
import { choice, dayCell, optional, plain, refusal } from '../platform/csv/cells.ts';
import { countChanges, sortChanges } from '../platform/csv/changes.ts';
import { textCells } from '../platform/csv/file-rows.ts';
import { newOnes } from '../platform/csv/file-words.ts';
import { mergeText, optionalText } from '../platform/csv/given-text.ts';
import { importKind, type Numbered, rowError } from '../platform/csv/import-kind.ts';
import type { RowError } from '../platform/csv/row-error.ts';
import { placeGuide } from '../web/i18n/messages/guides-programs.ts';
import { isIsoCountry } from './iso-countries.ts';
import { readPlaces, type StoredPlace, storePlaces } from './places.repository.ts';
import { countryCodes } from './program-cells.ts';

const schema = z.object({
  code: plain,
  kind: choice(['country', 'region']),
  name: optionalText,
  countries: optional(countryCodes),
  member_from: optional(dayCell),
  member_to: optional(dayCell),
});
type PlaceRow = Numbered<z.output<typeof schema>>;

/**
 * `code,kind,name,countries,member_from,member_to`, the name with translations: countries, and regions with the
 * countries that they are known to hold. A country that left the organisation and came back has a row for each time.
 */
export const placesKind = importKind({
  name: 'places',
  guide: placeGuide,
  schema,
  texts: ['name'],
  async read(db) {
    const stored = [...(await readPlaces(db)).values()].sort((a, b) => compareCodes(a.code, b.code));
    return stored.flatMap(({ code, kind, name, countries, memberships }) => {
      const place = { code, kind, ...textCells('name', name), countries: countries.join(' ') };
      if (memberships.length === 0) return [{ key: code, cells: place }];
      return memberships.map(({ from, to }) => ({
        key: `${code} ${from}`,
        cells: { ...place, member_from: from, member_to: to ?? '' },
      }));
    });
  },
  async plan(tx, rows) {
    const stored = await readPlaces(tx);
    const groups = Map.groupBy(rows, ({ row }) => row.code);
    const given = [...groups.values()].map((group) => placeOf(group, stored));
    const changes = sortChanges(given, ({ code }) => code, stored);
    return {
      errors: [
        ...rows.flatMap((row) => refuseAlone(row, stored.get(row.row.code))),
        ...[...groups.values()].flatMap(refuseTogether),
      ],
      async write() {
        await storePlaces(tx, [...changes.inserted, ...changes.updated]);
        const regions = changes.inserted.flatMap(({ kind, name }) =>
          kind === 'region' && name ? [originalText(name)] : [],
        );
        return { ...countChanges(changes), notes: newOnes('region', regions) };
      },
    };
  },
});

function placeOf(group: readonly PlaceRow[], all: ReadonlyMap<string, StoredPlace>): StoredPlace {
  const [first] = group;
  if (first === undefined) throw new Error('A group has a row.');
  const { code, kind, name, countries, member_from } = first.row;
  const stored = all.get(code);
  return {
    code,
    kind,
    name: mergeText(stored?.name ?? null, name),
    countries: countries === undefined ? (stored?.countries ?? []) : (countries ?? []),
    memberships: member_from === undefined ? (stored?.memberships ?? []) : membershipsOf(group),
  };
}

function membershipsOf(group: readonly PlaceRow[]) {
  return group
    .flatMap(({ row: { member_from: from, member_to: to } }) => (from ? [{ from, to: to ?? null }] : []))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

function refuseAlone({ line, row }: PlaceRow, stored: StoredPlace | undefined): readonly RowError[] {
  const { code, kind, countries, member_from: from, member_to: to } = row;
  const refuse = (column: string, reason: string, message: string, remedy: string) =>
    rowError(line, column, refusal(`PLACE.${reason}`, message, remedy));
  const errors: RowError[] = [];
  if (kind === 'country') {
    if (!isIsoCountry(code)) {
      errors.push(
        refuse(
          'code',
          'UNKNOWN_COUNTRY',
          `"${code}" is not a country.`,
          'Write its two capital letters (ISO 3166-1).',
        ),
      );
    }
    if (countries)
      errors.push(refuse('countries', 'NOT_A_REGION', 'A country holds no countries.', 'Empty the cell.'));
  } else {
    const name = mergeText(stored?.name ?? null, row.name);
    if (!name) errors.push(refuse('name', 'NO_NAME', 'A region needs a name.', 'Write its name.'));
    else if (Object.values(name).every((each) => code !== `region:${slug(each)}`)) {
      const expected = `region:${slug(originalText(name))}`;
      errors.push(
        refuse('code', 'CODE_NOT_OF_NAME', `"${code}" is not made of the name.`, `Write ${expected}`),
      );
    }
    if (from)
      errors.push(refuse('member_from', 'NOT_A_COUNTRY', 'A region is not a member.', 'Empty the cell.'));
  }
  if (to && !from) {
    errors.push(
      refuse('member_from', 'NO_BEGINNING', 'A membership that ends has begun.', 'Write its first day.'),
    );
  }
  if (to && from && to <= from) {
    errors.push(
      refuse('member_to', 'DATES_REVERSED', `${to} is not after ${from}.`, 'Correct one of the days.'),
    );
  }
  return errors;
}

/** Several rows of one place differ in the membership alone, and their times do not overlap. */
function refuseTogether(group: readonly PlaceRow[]): readonly RowError[] {
  const [first, ...others] = group;
  if (first === undefined) return [];
  const placeAlone = ({ row }: PlaceRow) => ({ ...row, member_from: null, member_to: null });
  const differing = others
    .filter((other) => !other.row.member_from || !isDeepStrictEqual(placeAlone(other), placeAlone(first)))
    .map(({ line }) =>
      rowError(
        line,
        'code',
        refusal(
          'ROW.REPEATED',
          `"${first.row.code}" stands on line ${first.line} already.`,
          'Leave one of the rows out; rows of a second membership differ in its days alone.',
        ),
      ),
    );
  return differing.length > 0 ? differing : overlapping(group);
}

function overlapping(group: readonly PlaceRow[]): readonly RowError[] {
  const dated = group
    .flatMap(({ line, row }) =>
      row.member_from ? [{ line, from: row.member_from, to: row.member_to ?? null }] : [],
    )
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  return dated.flatMap(({ line, from }, index) => {
    const before: { readonly to: Day | null } | undefined = dated[index - 1];
    if (before === undefined || (before.to !== null && before.to <= from)) return [];
    const message = `The membership from ${from} begins before the one before it ends.`;
    return [
      rowError(line, 'member_from', refusal('PLACE.MEMBERSHIPS_OVERLAP', message, 'Correct the days.')),
    ];
  });
}
