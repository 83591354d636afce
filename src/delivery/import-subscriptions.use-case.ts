import { z } from 'zod';
import { compareCodes, slug } from '../core/text.ts';
import { choice, emailCell, language, optional, refusal, truth, words } from '../platform/csv/cells.ts';
import { countChanges, repeatedKeys, sortChanges } from '../platform/csv/changes.ts';
import { type ImportKind, importKind, type Numbered, rowError } from '../platform/csv/import-kind.ts';
import type { RowError } from '../platform/csv/row-error.ts';
import {
  knownOrganisations,
  knownPillars,
  knownPlaces,
  nameCell,
  placeCell,
  slugCode,
} from '../programs/index.ts';
import { subscriptionGuide } from '../web/i18n/messages/guides-figures.ts';
import { SUBSCRIPTION_PAPERS } from './delivery.table.ts';
import {
  closeOpenDeliveries,
  type NewSubscription,
  readSubscriptions,
  storeSubscriptions,
} from './subscriptions.repository.ts';

/** As a file gives it. */
type Given = Omit<NewSubscription, 'since'>;

/** One person, one report, one slice. */
const keyOf = ({ email, report, pillar, country, donor }: Given) =>
  [email.toLowerCase(), report, pillar, country, donor].filter((part) => part !== null).join(' ');

/**
 * `email,name,report,lang,paper,pillar,country,donor,active`: who gets which report each month, in which language and
 * slice. `active` says whether the subscription stands (without it, as before); one that has ended gets nothing, and the
 * links that it got open nothing. One that stands again begins anew: it is not owed what fell due in between.
 *
 * @param reports the codes of the reports that there are
 */
export function subscriptionsKind(reports: readonly string[]): ImportKind {
  return importKind({
    name: 'subscriptions',
    guide: subscriptionGuide,
    async lists(db) {
      return {
        pillar: [...(await knownPillars(db))].sort(),
        country: [...(await knownPlaces(db))].sort(),
        donor: [...(await knownOrganisations(db))].sort(),
      };
    },
    schema: z.object({
      email: emailCell,
      name: words,
      report: choice(reports),
      lang: language,
      paper: choice(SUBSCRIPTION_PAPERS),
      pillar: optional(slugCode),
      country: optional(placeCell),
      donor: optional(nameCell),
      active: optional(truth),
    }),
    async read(db) {
      const stored = (await readSubscriptions(db)).toSorted((a, b) => compareCodes(keyOf(a), keyOf(b)));
      return stored.map((row) => ({
        key: keyOf(row),
        cells: {
          email: row.email,
          name: row.name,
          report: row.report,
          lang: row.lang,
          paper: row.paper,
          pillar: row.pillar ?? '',
          country: row.country ?? '',
          donor: row.donor ?? '',
          active: row.active ? 'yes' : 'no',
        },
      }));
    },
    async plan(tx, rows, { now }) {
      const stored = new Map(
        (await readSubscriptions(tx)).map(({ id, since, ...row }) => [keyOf(row), { id, since, row }]),
      );
      const given = rows.map(({ line, row: { pillar, country, donor, active, ...row } }): Numbered<Given> => {
        const slice = {
          pillar: pillar ?? null,
          country: country?.code ?? null,
          donor: donor ? slug(donor) : null,
        };
        const subscription = { ...row, ...slice, frequency: 'monthly' as const, active: true };
        const before = stored.get(keyOf(subscription))?.row;
        return { line, row: { ...subscription, active: active ?? before?.active ?? true } };
      });
      const changes = sortChanges(
        given.map(({ row }) => row),
        keyOf,
        new Map([...stored].map(([key, { row }]) => [key, row])),
      );
      const known = {
        pillar: await knownPillars(tx),
        country: await knownPlaces(tx),
        donor: await knownOrganisations(tx),
      };
      return {
        errors: [
          ...repeatedKeys(given, 'email', keyOf),
          ...given.flatMap((row) => refuseUnknown(row, known)),
        ],
        async write() {
          const changed = changes.updated.flatMap((row) => {
            const before = stored.get(keyOf(row));
            if (before === undefined) return [];
            const begins = row.active && !before.row.active;
            return [{ id: before.id, since: begins ? now : before.since, ...row }];
          });
          const added = changes.inserted.map((row) => ({ ...row, since: now }));
          const resumed = changed.filter(({ since }) => since === now);
          await storeSubscriptions(tx, added, changed);
          await closeOpenDeliveries(
            tx,
            resumed.map(({ id }) => id),
            now,
          );
          return countChanges(changes);
        },
      };
    },
  });
}

type Slice = 'pillar' | 'country' | 'donor';

function refuseUnknown(
  { line, row }: Numbered<Given>,
  known: Readonly<Record<Slice, ReadonlySet<string>>>,
): readonly RowError[] {
  return (['pillar', 'country', 'donor'] as const).flatMap((column) => {
    const code = row[column];
    if (code === null || known[column].has(code)) return [];
    const message = `Nothing is known of the ${column} "${code}".`;
    const remedy = 'Correct the cell, or leave it empty for a report on everything.';
    return [rowError(line, column, refusal(`SUBSCRIPTION.UNKNOWN_${column.toUpperCase()}`, message, remedy))];
  });
}
