import { and, desc, eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '../platform/database/actor.repository.ts';
import type { Database } from '../platform/database/database.ts';
import { ACTOR_KINDS, audit } from './audit.table.ts';

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
  /** Id of an account or token, or a kind of actor. */
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
  return db.select().from(audit).where(matches(filter)).orderBy(desc(audit.id)).limit(limit);
}

/** How many entries match, on whichever page; no more than `most` are counted, for the record only grows. */
export function countAudit(db: Database, filter: AuditFilter, most: number): Promise<number> {
  return db.$count(
    db
      .select({ id: audit.id })
      .from(audit)
      .where(matches({ ...filter, before: undefined }))
      .limit(most)
      .as('matching'),
  );
}

function matches({ action, actor, from, to, before }: AuditFilter): SQL | undefined {
  return and(
    action === undefined ? undefined : eq(audit.action, action),
    actor === undefined ? undefined : byActor(actor),
    from === undefined ? undefined : gte(audit.at, from),
    to === undefined ? undefined : lt(audit.at, to),
    before === undefined ? undefined : lt(audit.id, before),
  );
}

function byActor(actor: string): SQL {
  const kind = ACTOR_KINDS.find((one) => one === actor);
  return kind === undefined ? eq(audit.actor, actor) : eq(audit.actorKind, kind);
}

/**
 * Everything that matches, the latest first, in chunks: however long the record has grown, one chunk of it is in memory.
 * What is added meanwhile is newer than the first chunk, and so in none.
 */
export async function* auditInChunks(
  db: Database,
  filter: AuditFilter,
  chunkRows = 1000,
): AsyncGenerator<readonly AuditRow[]> {
  let { before } = filter;
  for (;;) {
    const rows = await readAudit(db, { ...filter, before }, chunkRows);
    if (rows.length > 0) yield rows;
    if (rows.length < chunkRows) return;
    before = rows.at(-1)?.id;
  }
}

/** Every action that has happened, for the filter. Steps through the index from one to the next: the record is long. */
export async function knownActions(db: Database): Promise<readonly string[]> {
  const rows = rowsOf<{ action: string }>(
    await db.execute(sql`WITH RECURSIVE steps AS (
      (SELECT ${audit.action} AS action FROM ${audit} ORDER BY ${audit.action} LIMIT 1)
      UNION ALL
      SELECT (SELECT min(${audit.action}) FROM ${audit} WHERE ${audit.action} > steps.action)
      FROM steps WHERE steps.action IS NOT NULL
    ) SELECT action FROM steps WHERE action IS NOT NULL ORDER BY action`),
  );
  return rows.map(({ action }) => action);
}

/** An account or token that did something, by the name that it had when it last did. */
export interface KnownActor {
  readonly id: string;
  readonly kind: AuditRow['actorKind'];
  readonly name: string | null;
}

/** Every account and token that has done anything, for the filter; found as `knownActions` are. */
export async function knownActors(db: Database): Promise<readonly KnownActor[]> {
  return rowsOf<KnownActor>(
    await db.execute(sql`WITH RECURSIVE steps AS (
      SELECT min(${audit.actor}) AS id FROM ${audit}
      UNION ALL
      SELECT (SELECT min(${audit.actor}) FROM ${audit} WHERE ${audit.actor} > steps.id)
      FROM steps WHERE steps.id IS NOT NULL
    )
    SELECT steps.id, last.kind, last.name FROM steps CROSS JOIN LATERAL (
      SELECT ${audit.actorKind} AS kind, ${audit.actorName} AS name FROM ${audit}
      WHERE ${audit.actor} = steps.id ORDER BY ${audit.id} DESC LIMIT 1
    ) AS last
    ORDER BY lower(last.name), steps.id`),
  );
}

/** The drivers wrap rows differently. */
function rowsOf<T>(result: unknown): readonly T[] {
  return (Array.isArray(result) ? result : (result as { rows: unknown[] }).rows) as T[];
}
