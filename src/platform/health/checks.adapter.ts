import { statfs } from 'node:fs/promises';
import type { DatabaseHandle } from '../database/database.ts';
import type { HealthCheck } from './health.ts';

/** Below this an issue's PDF or a page of the database may be lost halfway. */
const NEEDED_BYTES = 200 * 2 ** 20;

/** Room left where the data are. */
export function diskCheck(folder: string): HealthCheck {
  return {
    name: 'disk',
    check: async () => {
      const { bavail, bsize } = await statfs(folder);
      if (bavail * bsize < NEEDED_BYTES) {
        const left = Math.round((bavail * bsize) / 2 ** 20);
        throw new Error(`${left} MiB are left in ${folder}; ${NEEDED_BYTES / 2 ** 20} MiB are needed`);
      }
    },
  };
}

/** An answer from the database, through the connection that everything uses. */
export function databaseCheck(handle: DatabaseHandle): HealthCheck {
  return {
    name: 'database',
    check: async () => {
      await (handle.kind === 'postgres' ? handle.client`SELECT 1` : handle.client.query('SELECT 1'));
    },
  };
}
