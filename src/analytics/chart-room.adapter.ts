import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import { type DrawnChart, rememberChart, undrawnCharts } from '../charts/index.ts';
import { Shutdown } from '../platform/lifecycle/shutdown.ts';
import { type ThreadLimits, ThreadPool, threadFile } from '../platform/threads/thread-pool.adapter.ts';
import { documentHtml } from '../web/document.ts';

const LIMITS: ThreadLimits = {
  // Its own, so that no page waits behind a report; what is drawn once is remembered.
  atOnce: 1,
  // A page's charts take a tenth of a second: the last of so many waits for some five.
  waiting: 50,
  timeMs: 15_000,
  memoryMb: 256,
  idleMs: 60_000,
};

/** Makes the HTML of pages; charts that nobody has seen so far are drawn in a thread. */
@Injectable()
export class ChartRoom {
  private readonly threads = new ThreadPool(threadFile(import.meta, 'chart'), LIMITS);

  constructor(shutdown: Shutdown) {
    shutdown.addLast('The thread that draws charts', () => this.threads.close());
  }

  /** @throws DomainError `THREADS.…` (broken) */
  async documentHtml(page: VNode): Promise<string> {
    let html = '';
    const orders = undrawnCharts(() => {
      html = documentHtml(page);
    });
    if (orders.length === 0) return html;
    const drawn = await this.threads.run<readonly DrawnChart[]>({ name: 'charts', input: orders });
    for (const [at, order] of orders.entries()) {
      const chart = drawn[at];
      if (chart !== undefined) rememberChart(order, chart);
    }
    return documentHtml(page);
  }
}
