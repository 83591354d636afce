import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processTree, remaining } from '../../../bench/processes.ts';
import { type Service, startService } from '../service.ts';

/** Worker processes of one database that are killed and started again. */
export class Workers {
  private readonly folders: string[] = [];
  private readonly running = new Map<number, Service>();
  /** Whatever those that are gone have started, browsers among it. */
  private readonly left = new Set<number>();
  private readonly starting = new Set<Promise<void>>();

  constructor(private readonly env: Readonly<Record<string, string>>) {}

  async start(): Promise<void> {
    const dataDir = mkdtempSync(join(tmpdir(), 'attest-worker-'));
    this.folders.push(dataDir);
    const service = await startService({ ...this.env, DATA_DIR: dataDir, ATTEST_ROLE: 'worker' });
    this.running.set(service.pid, service);
  }

  get pids(): readonly number[] {
    return [...this.running.keys()];
  }

  /** Without a word, as by a lack of memory; another comes up in its place by itself. */
  async kill(pid: number): Promise<void> {
    const service = this.running.get(pid);
    if (service === undefined) return;
    this.running.delete(pid);
    for (const each of processTree(pid)) this.left.add(each);
    await service.stop('SIGKILL');
    const started: Promise<void> = this.start().finally(() => this.starting.delete(started));
    this.starting.add(started);
  }

  /**
   * Ends all in order.
   *
   * @returns how many processes are left of all that there were
   */
  async stop(): Promise<number> {
    await Promise.all(this.starting);
    for (const pid of this.pids) for (const each of processTree(pid)) this.left.add(each);
    await Promise.all([...this.running.values()].map((service) => service.stop()));
    for (const folder of this.folders) rmSync(folder, { recursive: true, force: true });
    return remaining([...this.left]).length;
  }
}
