import { and, desc, eq, gte, lt, type SQL } from 'drizzle-orm';
import type { Actor } from '../platform/database/actor.repository.ts';
import type { Database } from '../platform/database/database.ts';
import { audit } from './audit.table.ts';

export type AuditRow = typeof audit.$inferSelect;

/** Something that happened, and is no change of a row: those the database records by itself. */
export interface AuditEntry {
  /** `AREA.WHAT`: `sign-in.refused`, `export.taken`. */
  readonly action: string;
  readonly actor: Actor;
  readonly subject?: string | undefined;
  /** Never a secret: it is read by people and exported. */
  readonly details?: Readonly<Record<string, unknown>>;
}

export interface AuditFilter {
  readonly action?: string | undefined;
  /** Id of an account or token. */
  readonly actor?: string | undefined;
  readonly from?: Date | undefined;
  /** Up to, and not including. */
  readonly to?: Date | undefined;
  /** Older than the entry with this id. */
  readonly before?: number | undefined;
}

export async function addAudit(
  db: Database,
  { action, actor, subject, details = {} }: AuditEntry,
  at: Date,
): Promise<void> {
  await db.insert(audit).values({
    at,
    action,
    actorKind: actor.kind,
    actor: actor.id ?? null,
    actorName: actor.name ?? null,
    address: actor.address ?? null,
    subject: subject ?? null,
    details,
  });
}

/** The latest first. */
export function readAudit(db: Database, filter: AuditFilter, limit: number): Promise<readonly AuditRow[]> {
  const { action, actor, from, to, before } = filter;
  const conditions: (SQL | undefined)[] = [
    action === undefined ? undefined : eq(audit.action, action),
    actor === undefined ? undefined : eq(audit.actor, actor),
    from === undefined ? undefined : gte(audit.at, from),
    to === undefined ? undefined : lt(audit.at, to),
    before === undefined ? undefined : lt(audit.id, before),
  ];
  return db
    .select()
    .from(audit)
    .where(and(...conditions))
    .orderBy(desc(audit.id))
    .limit(limit);
}

/** Every action that has happened, for the filter. */
export async function knownActions(db: Database): Promise<readonly string[]> {
  const rows = await db.selectDistinct({ action: audit.action }).from(audit).orderBy(audit.action);
  return rows.map(({ action }) => action);
}
