import { setTimeout as sleep } from 'node:timers/promises';
import { CurrentSettings } from '../../../src/access/index.ts';
import type { Delivery } from '../../../src/delivery/delivery.ts';
import { DeliveryRequests } from '../../../src/delivery/delivery-requests.use-case.ts';
import { Ledger } from '../../../src/delivery/ledger.use-case.ts';
import type { Clock } from '../../../src/platform/clock/clock.ts';
import type { DatabaseHandle } from '../../../src/platform/database/database.ts';
import type { TroubledMailServer } from './troubled-mail-server.ts';

const LOOK_MS = 500;

/** What a person says of an e-mail of which nobody knew whether it had arrived. */
export type Verdict = 'arrived' | 'lost' | 'lost, and was taken';

/** The person who looks after what nobody knows of. */
export class Office {
  private readonly ledger: Ledger;
  private readonly requests: DeliveryRequests;

  constructor(
    { db }: DatabaseHandle,
    clock: Clock,
    private readonly period: string,
    private readonly server: TroubledMailServer,
    /** What was said until now, where another one was here before. */
    readonly said: Map<string, Verdict> = new Map(),
  ) {
    const settings = new CurrentSettings(db, { reportTimeZone: 'UTC', fiscalMonth: 1 });
    this.ledger = new Ledger(db, clock, settings, {
      reconcile: async () => undefined,
      reconcileIn: async () => undefined,
    });
    this.requests = new DeliveryRequests({
      db,
      clock,
      ledger: this.ledger,
      // The workers' bells find it.
      jobs: { enqueue: async () => true },
      audit: { record: async () => undefined },
    });
  }

  async turns(): Promise<readonly Delivery[]> {
    return (await this.ledger.turns(this.period)).filter(({ recipient }) =>
      recipient.endsWith('@example.org'),
    );
  }

  /** Until nothing is to be handed over, or is being. */
  async waitUntilQuiet(watch: () => void): Promise<void> {
    const isBusy = ({ state }: Delivery) => state.is === 'open' || state.is === 'under-way';
    while ((await this.turns()).some(isBusy)) {
      watch();
      await sleep(LOOK_MS);
    }
  }

  /** @returns how many nobody knew of */
  async judge(): Promise<number> {
    const unclear = (await this.turns()).filter(({ state }) => state.is === 'unclear');
    let taken = 0;
    for (const { recipient } of unclear) {
      const isTaken = this.server.taken.some(({ to }) => to === recipient);
      if (isTaken) taken += 1;
      const wrongly = isTaken && taken % 2 === 1 && !this.said.has(recipient);
      this.said.set(recipient, wrongly ? 'lost, and was taken' : isTaken ? 'arrived' : 'lost');
      const verdict = { is: isTaken && !wrongly ? 'arrived' : 'lost' } as const;
      await this.requests.settle(this.period, { recipient }, verdict, { kind: 'command' });
    }
    return unclear.length;
  }
}
