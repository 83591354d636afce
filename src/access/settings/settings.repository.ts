import { eq, ne, sql } from 'drizzle-orm';
import {
  type ChosenSettings,
  type Logo,
  NOTHING_CHOSEN,
  USUAL_CURRENCY,
} from '../../core/settings/settings.ts';
import { type Actor, actAs } from '../../platform/database/actor.repository.ts';
import { askedTogether } from '../../platform/database/asked-together.ts';
import type { Database, Transaction } from '../../platform/database/database.ts';
import { rowsOf } from '../../platform/database/rows.ts';
import { logos, settings } from './settings.table.ts';

/** The stamp of the settings as a column of another question, so that it is no question of its own. */
export const SETTINGS_STAMP = sql<string | null>`(SELECT ${settings.stamp} FROM ${settings})`;

/** What is stored, with its stamp. */
export interface StoredSettings {
  readonly stamp: string;
  readonly chosen: ChosenSettings;
}

/** Reads what is stored, once for all who ask in a turn of the event loop; nothing chosen where there is no row. */
export function settingsReader(db: Database): () => Promise<StoredSettings> {
  return askedTogether(() => readSettings(db));
}

async function readSettings(db: Database): Promise<StoredSettings> {
  const { hash, type, width, height } = logos;
  const [row] = await db
    .select({ settings, logo: { hash, type, width, height } })
    .from(settings)
    .leftJoin(logos, eq(logos.hash, settings.logo));
  if (row === undefined) return { stamp: '', chosen: NOTHING_CHOSEN };
  const { stamp, id: _, ...chosen } = row.settings;
  return { stamp, chosen: { ...chosen, logo: row.logo } };
}

/**
 * The currency in which totals are given: in the same state of the data as the amounts that are read or written beside it,
 * whatever this process last knew of the settings.
 */
export async function readReportingCurrency(db: Database): Promise<string> {
  const [row] = await db.select({ chosen: settings.reportingCurrency }).from(settings);
  return row?.chosen ?? USUAL_CURRENCY;
}

/** To which domains reports may be sent, in the same state of the data as subscriptions that are written; null: to any. */
export async function readMailDomains(db: Database): Promise<readonly string[] | null> {
  const [row] = await db.select({ chosen: settings.mailDomains }).from(settings);
  return row?.chosen ?? null;
}

/** Whether a rate or an amount was ever stored: from then on the reporting currency stays. */
export async function isMoneyRecorded(db: Database): Promise<boolean> {
  const [row] = await rowsOf<{ recorded: boolean }>(db, sql`SELECT money_is_recorded() AS recorded`);
  return row?.recorded ?? false;
}

/** A logo with its content. */
export interface StoredLogo extends Logo {
  readonly content: Uint8Array;
}

/** What is chosen anew; what is left out stays. */
export type SettingsChange = Partial<Omit<ChosenSettings, 'logo' | 'scheduleSince'>> & {
  readonly logo?: StoredLogo | null;
};

/** Writes down what was chosen, by whom; the database adds it to the audit. A logo that nobody shows any more goes. */
export async function changeSettings(
  tx: Transaction,
  change: SettingsChange,
  { actor, at }: { readonly actor: Actor; readonly at: Date },
): Promise<void> {
  await actAs(tx, actor, at);
  const { logo, languages, mailDomains, ...others } = change;
  if (logo) await tx.insert(logos).values(logo).onConflictDoNothing();
  await tx.update(settings).set({
    ...others,
    ...(languages === undefined ? {} : { languages: languages === null ? null : [...languages] }),
    ...(mailDomains === undefined ? {} : { mailDomains: mailDomains === null ? null : [...mailDomains] }),
    ...(logo === undefined ? {} : { logo: logo?.hash ?? null }),
  });
  if (logo !== undefined) await tx.delete(logos).where(logo ? ne(logos.hash, logo.hash) : undefined);
}

/** The content of a logo; null: it is not the organisation's. */
export async function readLogo(db: Database, hash: string): Promise<StoredLogo | null> {
  const [found] = await db.select().from(logos).where(eq(logos.hash, hash));
  return found ?? null;
}
