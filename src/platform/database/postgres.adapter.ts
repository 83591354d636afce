import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { DomainError } from '../../core/errors.ts';
import type { Secret } from '../config/secret.ts';
import type { DatabaseHandle } from './database.ts';
import { connectTo } from './driver-socket.adapter.ts';
import { locationOf } from './location.ts';
import { applyMigrations } from './migrations.ts';
import { preparing } from './prepared-statements.adapter.ts';

const CONNECT_TIMEOUT_S = 10;

/** Any number, as long as no other program uses it on the same database: "attest" in letters of a telephone. */
const MIGRATION_LOCK = 288378;

export async function openPostgres(databaseUrl: Secret): Promise<DatabaseHandle> {
  const url = databaseUrl.reveal();
  // Postgres remarks on every "if not exists" that does.
  const options = { connect_timeout: CONNECT_TIMEOUT_S, onnotice: () => undefined, socket: connectTo };
  await migrateAlone(url, options);
  const client = postgres(url, options);
  return {
    kind: 'postgres',
    db: drizzle(preparing(client)),
    client,
    location: locationOf(url),
    close: () => client.end({ timeout: CONNECT_TIMEOUT_S }),
  };
}

/** On one connection, under its lock: of several processes that start at once the others wait, then find it done. */
async function migrateAlone(url: string, options: postgres.Options<Record<string, never>>): Promise<void> {
  const client = postgres(url, { ...options, max: 1 });
  try {
    await client`SELECT pg_advisory_lock(${MIGRATION_LOCK})`.catch((cause) => {
      throw connectionError(url, cause);
    });
    // The lock goes with the connection.
    await applyMigrations(drizzle(client), migrate);
  } finally {
    await client.end();
  }
}

function connectionError(url: string, cause: { readonly code?: string }): DomainError {
  const where = locationOf(url);
  const user = decodeURIComponent(new URL(url).username);
  switch (cause.code) {
    case '28P01': // invalid password
    case '28000': // no such user, or not from here
      return broken('DATABASE.SIGN_IN_REFUSED', `${where} refused the user "${user}" or its password`, cause);
    case '3D000':
      return broken('DATABASE.UNREACHABLE', `${where} has no such database`, cause);
    case 'ECONNREFUSED':
      return broken('DATABASE.UNREACHABLE', `Nothing answers at ${where}`, cause);
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return broken('DATABASE.UNREACHABLE', `There is no host of the name in ${where}`, cause);
    case 'CONNECT_TIMEOUT':
    case 'ETIMEDOUT':
      return broken(
        'DATABASE.UNREACHABLE',
        `${where} did not answer within ${CONNECT_TIMEOUT_S} seconds`,
        cause,
      );
    default:
      return broken(
        'DATABASE.UNREACHABLE',
        `${where} cannot be used (${cause.code ?? 'unknown reason'})`,
        cause,
      );
  }
}

function broken(code: string, message: string, cause: unknown): DomainError {
  return new DomainError(code, `${message}.`, {
    kind: 'broken',
    remedy: 'Check DATABASE_URL, and that Postgres runs and lets this machine in.',
    cause,
  });
}
