import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { OWNER_ONLY_FOLDER } from '../files/owner-only.ts';
import { writeWhole } from '../files/write-whole.adapter.ts';

/** Where a command finds the service that has the embedded database open, and what proves that it may ask. */
export interface ServiceRecord {
  readonly pid: number;
  /** `http://127.0.0.1:3000` */
  readonly address: string;
  readonly secret: string;
}

const schema = z.object({ pid: z.int(), address: z.url(), secret: z.string().min(1) });

/** Beside the database, since it belongs to whoever has that open. */
const pathIn = (dataDir: string): string => join(dataDir, 'service.json');

/** Readable by the owner of the folder only: whoever reads it may run every command. */
export async function publishService(dataDir: string, address: string): Promise<ServiceRecord> {
  const record = { pid: process.pid, address, secret: randomBytes(32).toString('base64url') };
  const path = pathIn(dataDir);
  await mkdir(dirname(path), { recursive: true, mode: OWNER_ONLY_FOLDER });
  await writeWhole(path, Buffer.from(JSON.stringify(record)));
  return record;
}

export async function withdrawService(dataDir: string): Promise<void> {
  await rm(pathIn(dataDir), { force: true });
}

/** The service that runs on this folder, or null: none, or one that died without a word. */
export async function findService(dataDir: string): Promise<ServiceRecord | null> {
  const text = await readFile(pathIn(dataDir), 'utf8').catch(() => null);
  const record = schema.safeParse(parseJson(text)).data;
  return record && isAlive(record.pid) && (await listens(record.address)) ? record : null;
}

function parseJson(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

/** The number of a process that died may be another's by now; that one does not listen there. */
function listens(address: string): Promise<boolean> {
  const { hostname, port } = new URL(address);
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) });
  socket.on('connect', () => resolve(true));
  socket.on('error', () => resolve(false));
  return promise.finally(() => socket.destroy());
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // The process of another user: alive, though we may not signal it.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
