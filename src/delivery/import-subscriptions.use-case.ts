import { z } from 'zod';
import { readMailDomains } from '../access/index.ts';
import { mayBeWrittenTo } from '../core/mail-domains.ts';
import { FREQUENCIES } from '../core/schedule.ts';
import { DELIVERED_AS, WHEN_NOTHING_NEW } from '../core/sending.ts';
import { compareCodes, slug } from '../core/text.ts';
import {
  cell,
  choice,
  emailCell,
  language,
  optional,
  quoted,
  readTruth,
  refusal,
  truth,
  words,
} from '../platform/csv/cells.ts';
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
import { titlesOfOwnReports } from '../reporting/index.ts';
import { subscriptionGuide } from '../web/i18n/messages/guides-figures.ts';
import { SUBSCRIPTION_PAPERS } from './delivery.table.ts';
import { editionCells } from './edition-cells.ts';
import { isSameTime } from './own-time.ts';
import { givenTime, refuseHalfATime, TIME_CELLS } from './own-time-rules.ts';
import { holdSubscriptions } from './subscription-groups.repository.ts';
import { refuseGone, refuseScope, refuseUnknown, reportCell } from './subscription-rules.ts';
import {
  closeOpenDeliveries,
  type NewSubscription,
  readSubscriptions,
  storeSubscriptions,
} from './subscriptions.repository.ts';

/** As a file gives it. */
type Given = Omit<NewSubscription, 'since' | 'timesSince' | 'stoppedAt' | 'fromNext'>;

/** Whether a subscription stands; `again`: though its recipient has stopped it, and because that person asked for it. */
const activeCell = cell((text) => (slug(text) === 'again' ? 'again' : readTruth(text)));

type KeyParts = Pick<Given, 'email' | 'report' | 'frequency' | 'pillar' | 'country' | 'donor'>;

/** One person, one report, one slice, one frequency. */
const keyOf = ({ email, report, frequency, pillar, country, donor }: KeyParts) =>
  [email.toLowerCase(), report, frequency, pillar, country, donor].filter((part) => part !== null).join(' ');

/**
 * `email,name,report,lang,paper,frequency,day,hour,zone,delivered_as,when_nothing_new,needs_approval,pillar,country,donor,active`:
 * who gets which report how often (each month, where nothing is said), at which moment of a month (`day`, `hour` and
 * `zone`, all three or none: as the organisation sends) and as what (the PDF), in which language and slice.
 * `active` says whether the subscription stands (without it, as before); one that has ended gets nothing, and the links
 * that it got open nothing. One that its recipient has stopped stays so, unless `active` is `again`. One that stands again
 * begins anew: it is not owed what fell due in between.
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
        active: ['yes', 'no', 'again'],
      };
    },
    schema: z.object({
      email: emailCell,
      name: words,
      report: reportCell(reports),
      lang: language,
      paper: choice(SUBSCRIPTION_PAPERS),
      frequency: optional(choice(FREQUENCIES)),
      ...TIME_CELLS,
      delivered_as: optional(choice(DELIVERED_AS)),
      when_nothing_new: optional(choice(WHEN_NOTHING_NEW)),
      needs_approval: optional(truth),
      pillar: optional(slugCode),
      country: optional(placeCell),
      donor: optional(nameCell),
      active: optional(activeCell),
    }),
    async read(db) {
      // Who has it through a group is said by the group.
      const own = (await readSubscriptions(db)).filter(({ memberOf }) => memberOf === null);
      const stored = own.toSorted((a, b) => compareCodes(keyOf(a), keyOf(b)));
      return stored.map((row) => ({
        key: keyOf(row),
        cells: {
          email: row.email,
          name: row.name,
          report: row.report,
          lang: row.lang,
          ...editionCells(row),
          needs_approval: row.needsApproval ? 'yes' : 'no',
          pillar: row.pillar ?? '',
          country: row.country ?? '',
          donor: row.donor ?? '',
          active: row.active ? 'yes' : 'no',
        },
      }));
    },
    async plan(tx, rows, { now }) {
      await holdSubscriptions(tx);
      const stored = new Map(
        (await readSubscriptions(tx)).map(({ id, since, timesSince, stoppedAt, fromNext, ...row }) => [
          keyOf(row),
          { id, since, timesSince, stoppedAt, fromNext, row },
        ]),
      );
      const given = rows.map(
        ({
          line,
          row: {
            delivered_as: as,
            when_nothing_new: whenQuiet,
            needs_approval,
            pillar,
            country,
            donor,
            active,
            day,
            hour,
            zone,
            ...row
          },
        }): Numbered<Given> => {
          const slice = {
            pillar: pillar ?? null,
            country: country?.code ?? null,
            donor: donor ? slug(donor) : null,
          };
          // What a file says is each person's own, whatever groups say of them.
          const own = { active: true, memberOf: null };
          const edition = { ...row, ...slice, frequency: row.frequency ?? 'monthly', ...own };
          const before = stored.get(keyOf(edition));
          // A file without these columns changes nothing of them.
          const subscription = {
            ...edition,
            ...givenTime({ day, hour, zone }, before?.row),
            deliveredAs: as ?? before?.row.deliveredAs ?? 'pdf',
            whenNothingNew: whenQuiet ?? before?.row.whenNothingNew ?? 'send',
            needsApproval: needs_approval ?? before?.row.needsApproval ?? false,
          };
          // What a group has ended was never said of the person.
          const stood = before?.row.memberOf === null ? before.row.active : true;
          const stands = active === 'again' || (active ?? stood);
          // What its recipient has stopped is not begun again by a file that was written before.
          const isStopped = before !== undefined && before.stoppedAt !== null && active !== 'again';
          return { line, row: { ...subscription, active: stands && !isStopped } };
        },
      );
      const keptStopped = given.filter(({ row }, index) => {
        const isMeant = rows[index]?.row.active === true;
        return isMeant && !row.active && (stored.get(keyOf(row))?.stoppedAt ?? null) !== null;
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
      const own = await titlesOfOwnReports(tx);
      const domains = await readMailDomains(tx);
      return {
        errors: [
          ...repeatedKeys(given, 'email', keyOf),
          ...given.flatMap(refuseHalfATime),
          ...given.flatMap((row) => refuseUnknown(row, known)),
          ...given.flatMap((row) => refuseGone(row, own)),
          ...given.flatMap(refuseScope),
          ...given.flatMap((row) => refuseDomain(row, domains)),
        ],
        async write() {
          const changed = changes.updated.flatMap((row) => {
            const before = stored.get(keyOf(row));
            if (before === undefined) return [];
            const begins = row.active && !before.row.active;
            const stoppedAt = row.active ? null : before.stoppedAt;
            const { since, fromNext } = begins ? { since: now, fromNext: false } : before;
            const timesSince = isSameTime(row, before.row) ? before.timesSince : now;
            return [{ ...row, id: before.id, since, timesSince, fromNext, stoppedAt }];
          });
          const stands = { since: now, timesSince: null, stoppedAt: null, fromNext: false };
          const added = changes.inserted.map((row) => ({ ...row, ...stands }));
          const resumed = changed.filter(({ since }) => since === now);
          await storeSubscriptions(tx, added, changed);
          await closeOpenDeliveries(
            tx,
            resumed.map(({ id }) => id),
            now,
          );
          return { ...countChanges(changes), notes: noteStopped(keptStopped.map(({ row }) => row)) };
        },
      };
    },
  });
}

/** What a file says of subscriptions that their recipients have stopped is not done, and said. */
function noteStopped(kept: readonly Given[]): readonly string[] {
  if (kept.length === 0) return [];
  const named = kept.slice(0, MOST_NAMED).map(({ email, report }) => `${quoted(email)} (${report})`);
  const more = kept.length > named.length ? ` and ${kept.length - named.length} more` : '';
  return [
    `Stopped by their recipients, and not begun again: ${named.join(', ')}${more}. Who asked for it again has "again" in the column active.`,
  ];
}

const MOST_NAMED = 20;

/** Whom the settings do not let be written to; a subscription that has ended may still name them. */
function refuseDomain(
  { line, row }: Numbered<Given>,
  domains: readonly string[] | null,
): readonly RowError[] {
  if (!row.active || mayBeWrittenTo(row.email, domains)) return [];
  const message = `Reports are not sent to the domain of ${quoted(row.email)}.`;
  const remedy = 'Correct the address, or have an administrator add its domain in the settings.';
  return [rowError(line, 'email', refusal('SUBSCRIPTION.DOMAIN', message, remedy))];
}
