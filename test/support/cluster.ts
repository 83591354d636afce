import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chownSync, globSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import postgres from 'postgres';

const run = promisify(execFile);

/** The programs of a Postgres server on this machine; undefined: there are none. */
export const SERVER_PROGRAMS = globSync('/usr/lib/postgresql/*/bin').toSorted().at(-1);

/** A Postgres server of a test's own, in a folder that goes with it. */
export class Cluster {
  private process: ChildProcess | null = null;

  private constructor(
    private readonly folder: string,
    private readonly port: number,
  ) {}

  static async create(): Promise<Cluster> {
    const cluster = new Cluster(ownFolder(), await freePort());
    await asServer('initdb', ['-D', cluster.data, '-U', 'attest', '-A', 'trust', '--no-sync']);
    await cluster.start();
    return cluster;
  }

  /** A streaming replica of this server, as it is now. */
  async replica(): Promise<Cluster> {
    const replica = new Cluster(ownFolder(), await freePort());
    const from = ['-h', '127.0.0.1', '-p', String(this.port), '-U', 'attest'];
    await asServer('pg_basebackup', [...from, '-D', replica.data, '-R', '-c', 'fast', '--no-sync']);
    await replica.start();
    return replica;
  }

  url(database: string): string {
    return `postgres://attest@127.0.0.1:${this.port}/${database}`;
  }

  async start(): Promise<void> {
    const settings = {
      port: this.port,
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      fsync: 'off',
    };
    const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const [program, argv] = serverCommand('postgres', ['-D', this.data, ...options]);
    this.process = spawn(program, argv, { stdio: 'ignore' });
    for (let turn = 0; turn < 200; turn += 1) {
      const client = postgres(this.url('postgres'), { max: 1, onnotice: () => undefined });
      try {
        await client`SELECT`;
        return;
      } catch {
        await sleep(100);
      } finally {
        await client.end();
      }
    }
    throw new Error(`No server came up on port ${this.port}.`);
  }

  /** At once, as when its machine loses power. */
  async stop(): Promise<void> {
    const { process } = this;
    this.process = null;
    if (process === null) return;
    const ended = new Promise((resolve) => process.once('exit', resolve));
    await asServer('pg_ctl', ['stop', '-D', this.data, '-m', 'immediate']);
    await ended;
  }

  async drop(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get data(): string {
    return join(this.folder, 'data');
  }
}

/** Postgres refuses to run as root. */
function serverCommand(program: string, argv: readonly string[]): readonly [string, string[]] {
  const path = join(SERVER_PROGRAMS ?? '', program);
  return userInfo().uid === 0
    ? ['setpriv', ['--reuid=postgres', '--regid=postgres', '--clear-groups', path, ...argv]]
    : [path, [...argv]];
}

async function asServer(program: string, argv: readonly string[]): Promise<void> {
  const [command, given] = serverCommand(program, argv);
  await run(command, given, { cwd: tmpdir() });
}

function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'attest-cluster-'));
  if (userInfo().uid === 0) chownSync(folder, ...serverIds());
  return folder;
}

function serverIds(): [number, number] {
  const [folder] = globSync('/var/lib/postgresql');
  if (folder === undefined) throw new Error('There is no home of the user postgres.');
  const { uid, gid } = statSync(folder);
  return [uid, gid];
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port was told.');
  return address.port;
}
