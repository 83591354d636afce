import type { ReadReplicas } from '../database/read-replicas.adapter.ts';
import type { Metrics } from './metrics.ts';

/** What is read from replicas, and how many of them are left out. */
export function replicaMetrics(metrics: Metrics, reads: ReadReplicas): void {
  metrics.gauge('attest_replicas', 'Replicas that figures may be read from.', () => {
    const { known, leftOut } = reads.standing();
    return [
      { labels: { state: 'in_use' }, value: known - leftOut },
      { labels: { state: 'left_out' }, value: leftOut },
    ];
  });
  metrics.gauge('attest_reads', 'Answers read since the start, by where they were read.', () =>
    Object.entries(reads.answered()).map(([from, value]) => ({ labels: { from }, value })),
  );
}
