import { Injectable, Logger } from '@nestjs/common';
import { Shutdown } from '../../platform/lifecycle/shutdown.ts';

/** Work that nobody waits for: neither should its time tell anything, nor its failure be theirs. */
@Injectable()
export class Background {
  private readonly logger = new Logger('Access');
  private readonly running = new Set<Promise<void>>();

  constructor(shutdown: Shutdown) {
    shutdown.add('What accounts do in the background', () => this.settled());
  }

  /** @param what for the log, where it fails */
  run(what: string, work: () => Promise<void>): void {
    const running = work()
      .catch((error: unknown) => this.logger.error(`${what} failed`, error))
      .finally(() => this.running.delete(running));
    this.running.add(running);
  }

  /** Once nothing runs any more. */
  async settled(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running);
  }
}
