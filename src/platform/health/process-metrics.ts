import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Metrics } from './metrics.ts';

/** Metrics that begin with what every process has: memory, age, and how late its event loop runs. */
export function processMetrics(): Metrics {
  const metrics = new Metrics();
  const delay = monitorEventLoopDelay();
  delay.enable();
  metrics.gauge('attest_process_resident_memory_bytes', 'Memory of the Node process', () => [
    { value: process.memoryUsage.rss() },
  ]);
  metrics.gauge('attest_process_uptime_seconds', 'Time since the process began', () => [
    { value: process.uptime() },
  ]);
  metrics.gauge(
    'attest_event_loop_delay_p99_seconds',
    'Delay of the event loop, 99th percentile since the last scrape',
    () => {
      const value = delay.percentile(99) / 1e9;
      delay.reset();
      return [{ value }];
    },
  );
  return metrics;
}
