import { type ChartOrder, type DrawnChart, pictureOf } from '../charts/index.ts';
import { answerTasks } from '../platform/threads/thread-work.adapter.ts';

/** What `ChartRoom` asks of a thread. */
answerTasks({
  charts: (orders: readonly ChartOrder[]): readonly DrawnChart[] =>
    orders.map(({ spec, options }) => pictureOf(spec, options)),
});
