import type { PGlite } from '@electric-sql/pglite';
import { Logger } from '@nestjs/common';
import type { DomainError } from '../../core/errors.ts';

/** What the service uses of PGlite. */
export type EmbeddedClient = Pick<PGlite, 'query' | 'exec' | 'transaction' | 'close' | 'closed'> & {
  listen(channel: string, callback: (payload: string) => void): Promise<() => Promise<void>>;
};

interface Listener {
  readonly channel: string;
  readonly callback: (payload: string) => void;
  stop(): Promise<void>;
}

/**
 * A PGlite that is opened anew after it broke down, as a connection to Postgres is.
 *
 * Where Postgres panics, most of all for want of room for its log, it ends every process and recovers from what is on
 * the disk. PGlite goes on with the memory of a moment that never was whole, and refuses every change from then on.
 */
export class LastingClient implements EmbeddedClient {
  private readonly logger = new Logger('Database');
  private readonly underWay = new Set<Promise<unknown>>();
  private readonly listeners = new Set<Listener>();
  private current: PGlite | null;
  private opening: Promise<PGlite> | null = null;

  /**
   * @param reopen throws while it cannot be done; the next call tries again
   * @param check throws where nothing may be asked now, for want of room
   * @param explain what a breakdown means to whoever asked
   */
  constructor(
    first: PGlite,
    private readonly reopen: () => Promise<PGlite>,
    private readonly check: () => void,
    private readonly explain: (breakdown: unknown) => DomainError,
  ) {
    this.current = first;
  }

  readonly query: PGlite['query'] = (...parameters) => this.run((client) => client.query(...parameters));

  readonly exec: PGlite['exec'] = (...parameters) => this.run((client) => client.exec(...parameters));

  readonly transaction: PGlite['transaction'] = (work) => this.run((client) => client.transaction(work));

  async listen(channel: string, callback: (payload: string) => void): Promise<() => Promise<void>> {
    const client = await this.alive();
    const listener = { channel, callback, stop: await client.listen(channel, callback) };
    this.listeners.add(listener);
    return async () => {
      this.listeners.delete(listener);
      await listener.stop();
    };
  }

  get closed(): boolean {
    return this.current?.closed ?? true;
  }

  async close(): Promise<void> {
    await this.current?.close();
  }

  private async run<T>(work: (client: PGlite) => Promise<T>): Promise<T> {
    this.check();
    const client = await this.alive();
    const done = work(client);
    const settled = done.catch(() => undefined);
    this.underWay.add(settled);
    try {
      return await done;
    } catch (error) {
      if (!isBreakdown(error)) throw error;
      if (this.current === client) {
        this.current = null;
        this.logger.error('The embedded database broke down, and is opened anew', error);
      }
      throw this.explain(error);
    } finally {
      this.underWay.delete(settled);
    }
  }

  private alive(): Promise<PGlite> | PGlite {
    if (this.current !== null) return this.current;
    this.opening ??= this.openAnew().finally(() => {
      this.opening = null;
    });
    return this.opening;
  }

  /** Not beside one that still works off what it was given, and never closed: it would write what it has in memory. */
  private async openAnew(): Promise<PGlite> {
    await Promise.all(this.underWay);
    const client = await this.reopen();
    for (const listener of this.listeners) {
      listener.stop = await client.listen(listener.channel, listener.callback);
    }
    this.current = client;
    return client;
  }
}

/** Postgres's word for it, or the end of the program that Postgres is here. */
function isBreakdown(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { severity, name, cause } = error as { severity?: string; name?: string; cause?: unknown };
  return (
    severity === 'PANIC' ||
    severity === 'FATAL' ||
    name === 'RuntimeError' ||
    name === 'ExitStatus' ||
    isBreakdown(cause)
  );
}
