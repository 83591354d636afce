import { Logger, type OnApplicationShutdown } from '@nestjs/common';

/**
 * Closes what was opened, last opened first, when no request is left: jobs before the browser they print with, both
 * before the database, and that before its lock. Whoever opens something says at once how it is closed.
 */
export class Shutdown implements OnApplicationShutdown {
  private readonly logger = new Logger('Shutdown');
  private readonly steps: { readonly what: string; close(): Promise<void> | void }[] = [];

  add(what: string, close: () => Promise<void> | void): void {
    this.steps.push({ what, close });
  }

  /** What whoever was opened before may need to its own end, and which itself needs nothing: closed when all others are. */
  addLast(what: string, close: () => Promise<void> | void): void {
    this.steps.unshift({ what, close });
  }

  /** One that does not close keeps nobody else from closing. */
  async onApplicationShutdown(): Promise<void> {
    for (let step = this.steps.pop(); step; step = this.steps.pop()) {
      try {
        await step.close();
      } catch (error) {
        this.logger.error(`${step.what} did not close`, error);
      }
    }
  }
}
