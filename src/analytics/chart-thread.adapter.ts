import { type ChartOrder, drawChart } from '../charts/index.ts';
import { answerTasks } from '../platform/threads/thread-work.adapter.ts';

/** What `ChartRoom` asks of a thread. */
answerTasks({
  charts: (orders: readonly ChartOrder[]): readonly string[] =>
    orders.map(({ spec, options }) => drawChart(spec, options)),
});
