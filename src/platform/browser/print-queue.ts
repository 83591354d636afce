import { DomainError } from '../../core/errors.ts';

/** The last of those who wait has its turn by then. */
const RETRY_AFTER_S = 10;

/** Lets a few in at a time, in order of arrival, and turns away whoever would wait too long. */
export class PrintQueue {
  private readonly waiting: PromiseWithResolvers<void>[] = [];
  private busy = 0;
  private closed: PromiseWithResolvers<void> | null = null;

  constructor(
    private readonly places: number,
    private readonly waitingPlaces: number,
  ) {}

  /**
   * Runs `work` as soon as there is a place.
   *
   * @throws DomainError RENDER.BUSY, RENDER.CLOSED; and whatever `work` throws
   */
  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.enter();
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  /** Turns away those who wait and all who come; resolves when the last one inside is done. */
  close(): Promise<void> {
    if (this.closed === null) {
      this.closed = Promise.withResolvers();
      for (const turn of this.waiting.splice(0)) {
        turn.reject(closedError());
      }
      if (this.busy === 0) {
        this.closed.resolve();
      }
    }
    return this.closed.promise;
  }

  private async enter(): Promise<void> {
    if (this.closed !== null) {
      throw closedError();
    }
    if (this.busy < this.places) {
      this.busy += 1;
      return;
    }
    if (this.waiting.length >= this.waitingPlaces) {
      throw new DomainError(
        'RENDER.BUSY',
        `${this.waiting.length} documents are waiting to be printed already.`,
        {
          kind: 'broken',
          remedy: 'Try again in a minute.',
          retryAfterS: RETRY_AFTER_S,
        },
      );
    }
    const turn = Promise.withResolvers<void>();
    this.waiting.push(turn);
    await turn.promise;
  }

  private leave(): void {
    const next = this.waiting.shift();
    if (next !== undefined) {
      next.resolve();
      return;
    }
    this.busy -= 1;
    if (this.busy === 0) {
      this.closed?.resolve();
    }
  }
}

function closedError(): DomainError {
  return new DomainError('RENDER.CLOSED', 'The service is stopping and prints nothing more.', {
    kind: 'broken',
    remedy: 'Try again when it has started.',
    retryAfterS: RETRY_AFTER_S,
  });
}
